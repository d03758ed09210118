// A Chromium that answers one request a line with what the page's measure() answers.
//
//   node chromium.mjs PROGRAM FOLDER [FOLDER ...]    (later folders are looked in for what the first lacks)

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [program, ...folders] = process.argv.slice(2);
// The browser tests' lockfile pins the driver; there is no second one.
const packages = createRequire(new URL("../../package.json", import.meta.url));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

async function file(path) {
  for (const folder of folders) {
    const body = await readFile(join(folder, normalize(path))).catch(() => null);
    if (body) return body;
  }
  return null;
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const body = await file(pathname);
  // An isolated page has the finer clock.
  response.writeHead(body ? 200 : 404, {
    "Content-Type": types[extname(pathname)] ?? "text/plain",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  });
  response.end(body ?? "");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const browser = await puppeteer.launch({
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
const page = await browser.newPage();
const troubles = [];
page.on("pageerror", (error) => troubles.push(String(error)));
await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
await page
  .waitForFunction(() => "measure" in globalThis, { timeout: 30_000 })
  .catch(() => {
    throw new Error(`the page did not start: ${troubles.join("; ")}`);
  });
console.log(JSON.stringify({ version: await browser.version() }));

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await page
    .evaluate((request) => globalThis.measure(request), JSON.parse(line))
    .catch((error) => ({ refused: String(error).slice(0, 160) }));
  console.log(JSON.stringify(answer));
}
await browser.close();
server.closeAllConnections();
server.close();
