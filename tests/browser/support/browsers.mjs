// Browsers, started when first needed and closed at the end of the test file.

import { createRequire } from "node:module";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after } from "node:test";
import puppeteer from "puppeteer-core";
import { browserPath, isChromium } from "./environment.mjs";
import { LIMIT } from "./waiting.mjs";

/** Names the only fonts there are for the browsers, which come with the packages. */
export const FONTS = fileURLToPath(new URL("../fonts.conf", import.meta.url));
const FONT = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/package.json");

const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pictures must not depend on the machine's screen, nor on how it likes its letters.
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  // A frame of another site, or in a sandbox, moves to a process of its own while it loads. What the
  // driver asks of it then is, on a busy machine, never answered.
  "--disable-site-isolation-trials",
  "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes",
];

// Nothing Firefox does of its own accord may look like something the page did.
const firefoxPreferences = {
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.security.https_only_mode": false,
  "extensions.update.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  // Pages of Firefox read no files but those of usual places.
  "security.sandbox.content.read_path_whitelist": join(FONT, "../..", "/"),
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

const started = new Map();

/**
 * How a page is shown. Firefox knows all of this only as preferences, so it has one process for each combination;
 * Chromium sets it for each page and has one process, and another where sites in frames may keep nothing.
 *
 * @typedef {{scheme: "light" | "dark", reducedMotion: boolean, noScript: boolean, forced: boolean, coarse: boolean, forgetful?: boolean}} Look
 */

/**
 * The browser, with a fresh profile.
 *
 * @param {Look} look
 */
export function browserFor(look) {
  const preferences = isChromium ? chromiumLook(look) : firefoxLook(look);
  const key = JSON.stringify(preferences);
  if (!started.has(key)) started.set(key, launch(preferences));
  return started.get(key);
}

/** Sets on a page what {@link browserFor} could not set on the browser. */
export async function dress(page, { scheme, reducedMotion, noScript, forced, coarse }) {
  if (!isChromium) return;
  await page.setJavaScriptEnabled(!noScript);
  // A touch screen comes with the window's size, forced colours only without the driver's own list of features.
  if (coarse) await page.setViewport({ ...page.viewport(), hasTouch: true, isMobile: true });
  const features = [
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
  ];
  if (!forced) return page.emulateMediaFeatures(features);
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [...features, { name: "forced-colors", value: "active" }],
  });
}

function chromiumLook({ forgetful }) {
  return forgetful
    ? {
        profile: {
          cookie_controls_mode: 1,
          block_third_party_cookies: true,
          default_content_setting_values: { cookies: 2 },
        },
      }
    : {};
}

function firefoxLook({ scheme, reducedMotion, noScript, forced, coarse, forgetful }) {
  return {
    "javascript.enabled": !noScript,
    "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
    "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
    ...(forgetful && {
      "network.cookie.cookieBehavior": 1,
      "network.cookie.cookieBehavior.pbmode": 1,
    }),
    ...(forced && { "browser.display.document_color_use": 2 }),
    ...(coarse && { "ui.primaryPointerCapabilities": 1, "ui.allPointerCapabilities": 1 }),
  };
}

/** Profiles written before their browser began. @type {string[]} */
const profiles = [];

async function launch(preferences) {
  const common = {
    executablePath: browserPath,
    headless: true,
    defaultViewport: null,
    timeout: LIMIT,
    protocolTimeout: 6 * LIMIT,
    env: { ...process.env, FONTCONFIG_FILE: FONTS },
  };
  if (isChromium) {
    let userDataDir;
    if (Object.keys(preferences).length) {
      userDataDir = await mkdtemp(join(tmpdir(), "seat-calculator-profile-"));
      profiles.push(userDataDir);
      await mkdir(join(userDataDir, "Default"));
      await writeFile(join(userDataDir, "Default", "Preferences"), JSON.stringify(preferences));
    }
    // A copy, because puppeteer takes the features out of the list it is given.
    const args = [...chromiumArguments];
    return puppeteer.launch({ ...common, browser: "chrome", args, userDataDir });
  }
  const extraPrefsFirefox = { ...firefoxPreferences, ...preferences };
  return puppeteer.launch({ ...common, browser: "firefox", extraPrefsFirefox });
}

after(async () => {
  const browsers = await Promise.allSettled(started.values());
  await Promise.all(browsers.map(({ value }) => value?.close()));
  await Promise.all(
    profiles.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })),
  );
});
