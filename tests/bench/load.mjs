// What a first visit costs: the page from an empty cache over a slow line to a slow machine, in Chromium, and beside it the
// same first screen written with React, d3 and PapaParse (react-page), which takes turns with it.
//
//   node load.mjs <chromium> <site> <packages of react-page> [rounds]
//
// The line is 1.6 Mbit/s with a round trip of 150 ms, the processor a quarter of this one (both throttled by the browser).
// The first request waits two round trips more, as for TCP and TLS; all answers are brotli or gzip as a static host has
// them ready. The server speaks HTTP/1.1, over whose six connections the requests share the line.

import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { dataset as whole } from "../dataset.mjs";
import { TYPES, launch } from "./browser.mjs";
import { median } from "./quantile.mjs";
import { reactSite } from "./react-page/site.mjs";

const BITS = 1_600_000;
const TRIP = 150;
const SLOWER = 4;
/** Milliseconds within which the declared result is to be readable, and the first edit done. */
const AIMS = { readable: 1000, edit: 2500, shift: 0 };
/** At most so many times as long as the same screen in React. */
const RATIOS = { readable: 0.5, edit: 0.7 };
const SCREENS = {
  phone: { width: 360, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desk: { width: 1280, height: 900 },
};
const ENCODINGS = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
};

const [program, site, installed, rounds = "7"] = process.argv.slice(2);

/** Every file of a site, compressed. @param {string} site @param {string} encoding */
async function compressed(site, encoding) {
  const files = new Map();
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (
      !entry.isFile() ||
      !(extname(entry.name) in TYPES) ||
      /standalone|examples/.test(entry.parentPath)
    )
      continue;
    const path = join(entry.parentPath, entry.name);
    files.set(
      `/${path.slice(site.length).replace(/^\/+/, "")}`,
      ENCODINGS[encoding](await readFile(path)),
    );
  }
  return files;
}

function serve(encoding, files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const path = pathname === "/" ? "/index.html" : pathname;
    const body = files.get(path);
    const answer = () => {
      response.writeHead(body ? 200 : 404, {
        "Content-Type": TYPES[extname(path)] ?? "text/plain",
        "Cache-Control": "max-age=600",
        ...(body && { "Content-Encoding": encoding }),
      });
      response.end(body);
    };
    if (path.endsWith(".html")) setTimeout(answer, 2 * TRIP);
    else answer();
  });
  return new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(server)));
}

/** Watches from the very first, inside the page. @param {boolean} edits whether to make the first edit as soon as it is possible */
function watch(edits) {
  const found = { readable: 0, edit: 0, shift: 0, painted: 0 };
  globalThis.found = found;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === "first-contentful-paint") found.painted = entry.startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  /** The calculator's page once it works; until then the declared result; or the page in React. */
  const root = () => {
    const element = document.querySelector("seat-calculator");
    return element
      ? (element.shadowRoot?.querySelector(".page") ?? element)
      : document.querySelector("#root");
  };
  const said = () => root()?.querySelector(".verdict")?.textContent ?? "";
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const edit = async (give) => {
    if (edits) give.click();
    // React shows the edit in a task of its own.
    await Promise.resolve();
    while (edits && !said().startsWith("Hypothetical")) await frame();
    found.edit = performance.now();
  };
  (async () => {
    for (let begun = false; !found.edit || !found.readable; await frame()) {
      // The first paint shows what stands at the top of the page, so nothing is read before both are there.
      if (!found.readable && found.painted && /of 81/.test(said()))
        found.readable = Math.max(found.painted, found.seen ?? 0);
      if (!found.seen && root()?.querySelector(".verdict")?.checkVisibility())
        found.seen = performance.now();
      const give = root()?.querySelector(".give");
      if (give && !begun) {
        begun = true;
        void edit(give);
      }
    }
  })();
}

async function visit(browser, server, screen, edits) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(screen);
  await page.evaluateOnNewDocument(watch, edits);
  const line = await page.createCDPSession();
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: TRIP,
    downloadThroughput: BITS / 8,
    uploadThroughput: BITS / 8,
  });
  await line.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  let bytes = 0;
  line.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`, {
    waitUntil: "networkidle0",
    timeout: 60_000,
  });
  await page.waitForFunction(() => globalThis.found.edit && globalThis.found.readable, {
    timeout: 60_000,
  });
  const found = await page.evaluate(() => globalThis.found);
  await context.close();
  return { ...found, bytes };
}

const browser = await launch(program);
console.log(
  `${await browser.version()}, ${rounds} rounds; ${BITS / 1e6} Mbit/s, ${TRIP} ms, ${SLOWER}x slower; median (least to most), ms`,
);
let missed = 0;
const sites = { page: site, React: await reactSite(whole("jharkhand-2024"), installed) };
for (const encoding of Object.keys(ENCODINGS)) {
  const servers = {};
  for (const [who, folder] of Object.entries(sites))
    servers[who] = await serve(encoding, await compressed(folder, encoding));
  for (const [name, screen] of Object.entries(SCREENS)) {
    const visits = { page: [], React: [] };
    for (let round = 0; round < Number(rounds); round += 1)
      for (const edits of [true, false])
        for (const [who, server] of Object.entries(servers))
          visits[who].push({ edits, ...(await visit(browser, server, screen, edits)) });
    // An edit moves what follows it, so that shifts are those of the visits without one.
    const of = (who, what) =>
      visits[who]
        .filter(({ edits }) => what === "readable" || edits === (what === "edit"))
        .map((one) => one[what]);
    /** A figure with its aim. */
    const held = (value, aim, digits) => {
      if (value > aim) missed += 1;
      return `${value.toFixed(digits)}, aim ${aim}${value > aim ? ", MISSED" : ""}`;
    };
    for (const who of Object.keys(sites)) {
      const figures = ["readable", "edit", "shift"].map((what) => {
        const all = of(who, what);
        const digits = what === "shift" ? 4 : 0;
        const value =
          who === "page" ? held(median(all), AIMS[what], digits) : median(all).toFixed(digits);
        return `${what} ${value} (${Math.min(...all).toFixed(digits)} to ${Math.max(...all).toFixed(digits)})`;
      });
      console.log(
        `${encoding}, ${name}, ${who}: ${figures.join("; ")}; ${median(of(who, "bytes"))} bytes with headers`,
      );
    }
    for (const [what, aim] of Object.entries(RATIOS)) {
      const react = of("React", what);
      const ratios = of("page", what).map((own, round) => own / react[round]);
      console.log(
        `${encoding}, ${name}: ${what} ${held(median(ratios), aim, 2)} times React's, round by round`,
      );
    }
  }
  for (const server of Object.values(servers)) server.close();
}
await browser.close();
console.log(missed ? `${missed} aims missed` : "all aims reached");
