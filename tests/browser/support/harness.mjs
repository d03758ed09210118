// What every browser test starts from.
//
//   const opened = await openPage({ path: "index.html", scheme: "dark" });
//   await opened.page.click("button");
//   opened.expectClean();
//   await opened.close();

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserFor, dress } from "./browsers.mjs";
import { baseUrl, browserName } from "./environment.mjs";
import { watch } from "./console-watch.mjs";
import { LIMIT } from "./waiting.mjs";

export { axe } from "./axe.mjs";
export { baseUrl, browserName, isChromium, isFirefox } from "./environment.mjs";
export { startServer } from "./server.mjs";
export { eventually, settled, until } from "./waiting.mjs";

/** The widths the page is judged at: a phone, a tablet, a desk. */
export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 900 },
};

/**
 * @typedef {object} Opened
 * @property {import("puppeteer-core").Page} page
 * @property {string[]} problems everything that went wrong so far, one line each
 * @property {string[]} requests the addresses asked for so far
 * @property {RegExp[]} blocked requests to addresses that match fail; may be changed at any time if given at the start
 * @property {(except?: RegExp[]) => void} expectClean fails when there was a problem that matches none of `except`
 * @property {() => Promise<void>} close
 */

/**
 * Opens a page with storage of its own and waits until it has loaded.
 *
 * @param {object} [options]
 * @param {string} [options.path] relative to the site, or a whole address
 * @param {{width: number, height: number}} [options.size]
 * @param {"light" | "dark"} [options.scheme]
 * @param {boolean} [options.reducedMotion]
 * @param {boolean} [options.noScript] switches JavaScript off
 * @param {boolean} [options.forced] the reader's own few colours instead of the page's
 * @param {boolean} [options.coarse] a touch screen
 * @param {boolean} [options.forgetful] sites in frames of other sites may keep nothing, cookies and storage alike
 * @param {RegExp[]} [options.blocked] see {@link Opened}
 * @param {Opened} [options.beside] opens a second tab with the storage of this one
 * @param {(page: import("puppeteer-core").Page) => Promise<void>} [options.prepare] runs before the page is asked for
 * @returns {Promise<Opened>}
 */
export async function openPage(options = {}) {
  const {
    path = "",
    size = sizes.desk,
    scheme = "light",
    reducedMotion = false,
    noScript = false,
    forced = false,
    coarse = false,
    forgetful = false,
  } = options;
  const look = { scheme, reducedMotion, noScript, forced, coarse, forgetful };
  const context = options.beside
    ? options.beside.page.browserContext()
    : await (await browserFor(look)).createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT);
  const address = new URL(path, baseUrl);
  const problems = watch(page, address.origin);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setViewport(size);
  await dress(page, look);
  if (options.blocked) await block(page, options.blocked);
  await options.prepare?.(page);
  await page.goto(address.href, { waitUntil: "load" });
  return {
    page,
    problems,
    requests,
    blocked: options.blocked ?? [],
    expectClean(except = []) {
      const unexpected = problems.filter(
        (problem) => !except.some((pattern) => pattern.test(problem)),
      );
      assert.deepEqual(unexpected, [], `${browserName}: the console and the network are not clean`);
    },
    close: () => (options.beside ? page.close() : context.close()),
  };
}

async function block(page, blocked) {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const isBlocked = blocked.some((pattern) => pattern.test(request.url()));
    // A page that is closing has no use for the answer.
    void (isBlocked ? request.abort("failed") : request.continue()).catch(() => {});
  });
}

/** The path of a picture to write outside the checkout; its folder is there. @param {string} name */
export async function pictureFile(name) {
  const folder = process.env.SCREENSHOTS ?? join(tmpdir(), "seat-calculator-screenshots");
  await mkdir(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
