// A Chromium that answers one request a line with what the page's measure() answers.
//
//   node chromium.mjs PROGRAM FOLDER [FOLDER ...]    (later folders are looked in for what the first lacks)

import { createInterface } from "node:readline";
import { ISOLATED, launch, serve } from "./browser.mjs";

const [program, ...folders] = process.argv.slice(2);
const server = await serve(folders, { headers: ISOLATED });
const browser = await launch(program);
const page = await browser.newPage();
const troubles = [];
page.on("pageerror", (error) => troubles.push(String(error)));
await page.goto(`${server.address}page.html`);
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
server.close();
