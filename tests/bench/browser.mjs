// What the benchmarks in Chromium share: the browser, and a server of folders.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

// The browser tests' lockfile pins the driver; there is no second one.
const packages = createRequire(new URL("../../package.json", import.meta.url));
export const { default: puppeteer } = await import(
  pathToFileURL(packages.resolve("puppeteer-core")).href
);

/** Content types by the end of a file's name. */
export const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".csv": "text/csv",
  ".wasm": "application/wasm",
};

/** A page in isolation has the finer clock. */
export const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** Chromium, quiet but for what the page asks. @param {string} program */
export const launch = (program) =>
  puppeteer.launch({
    executablePath: program,
    headless: true,
    protocolTimeout: 600_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });

/**
 * Serves folders, the later ones for what the first lacks, and answers with the address.
 *
 * @param {string[]} folders
 * @param {{ own?: Record<string, string | Buffer>, headers?: Record<string, string> }} [options]
 *   `own` holds bodies by path, before any folder
 */
export async function serve(folders, { own = {}, headers = {} } = {}) {
  const body = async (path) => {
    if (path in own) return own[path];
    for (const folder of folders) {
      const found = await readFile(join(folder, normalize(path))).catch(() => null);
      if (found) return found;
    }
    return null;
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const found = await body(path);
    const type = TYPES[extname(path)] ?? "text/plain";
    response.writeHead(found ? 200 : 404, { "Content-Type": type, ...headers });
    response.end(found ?? "");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}
