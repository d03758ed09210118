// What one edit of the page costs in Chromium, at the size that ships and at a made-up house of 4,120 constituencies.
//
//   node edits.mjs CHROMIUM SITE
//
// The two pages take turns, round by round. Every constituency is shown. An edit is a click on "Give to …" (and back)
// from inside the page; script, style and layout are the browser's own counts over a round, the painted frame is the time
// from the click to the frame after it.

import { dataset as whole } from "../dataset.mjs";
import { launch, serve } from "./browser.mjs";
import { median } from "./quantile.mjs";

const SHIPPED = 81;
const MADE_UP = 4_120;
const ROUNDS = 7;
const EDITS = 40;
/** The second may cost at most so many times the first. */
const AT_MOST = 2;

const [program, site] = process.argv.slice(2);

/** The shipped election with its constituencies repeated under new numbers. */
async function madeUp() {
  const dataset = whole("jharkhand-2024");
  const real = dataset.constituencies;
  dataset.constituencies = Array.from({ length: MADE_UP }, (_, i) => ({
    ...real[i % SHIPPED],
    id: String(i + 1),
  }));
  dataset.house.seats = MADE_UP;
  // What speaks of the real constituencies.
  for (const about of ["more", "questions", "tiles", "map", "facts"]) delete dataset[about];
  return JSON.stringify(dataset);
}

async function open(browser, server, seats) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(server.address);
  await page.waitForFunction(
    () => document.querySelector("seat-calculator")?.shadowRoot?.querySelector(".give"),
    { timeout: 60_000 },
  );
  await page.evaluate(() => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    [...root.querySelectorAll("button, input[type=radio] + span, label")]
      .find((node) => node.textContent.trim() === "All")
      .click();
    globalThis.gives = [...root.querySelectorAll(".give")];
  });
  const shown = await page.evaluate(() => globalThis.gives.length);
  if (shown !== seats) throw new Error(`the page shows ${shown} constituencies, not ${seats}`);
  return page;
}

/** Script, style and layout of one edit in ms, and the painted frame's median. */
async function round(page) {
  await page.bringToFront();
  const counts = async () => {
    const { ScriptDuration, RecalcStyleDuration, LayoutDuration } = await page.metrics();
    return [ScriptDuration, RecalcStyleDuration, LayoutDuration];
  };
  const before = await counts();
  const frames = await page.evaluate(async (edits) => {
    const frames = [];
    for (let i = 0; i < edits; i += 1) {
      const button = globalThis.gives[(i >> 1) % globalThis.gives.length];
      await new Promise((frame) => requestAnimationFrame(frame));
      const start = performance.now();
      button.click();
      await new Promise((frame) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = frame;
          channel.port2.postMessage(0);
        }),
      );
      frames.push(performance.now() - start);
    }
    return frames.sort((a, b) => a - b);
  }, EDITS);
  const after = await counts();
  const [script, style, layout] = after.map((value, i) => ((value - before[i]) * 1_000) / EDITS);
  return { script, style, layout, all: script + style + layout, frame: frames[frames.length >> 1] };
}

const browser = await launch(program);
const sizes = [
  [SHIPPED, await serve([site])],
  [MADE_UP, await serve([site], { own: { "/data/jharkhand-2024.json": await madeUp() } })],
];
const pages = [];
for (const [seats, server] of sizes) pages.push(await open(browser, server, seats));
for (const page of pages) await round(page);
const rounds = sizes.map(() => []);
for (let i = 0; i < ROUNDS; i += 1) {
  for (const [k, page] of pages.entries()) rounds[k].push(await round(page));
}
console.log(`${await browser.version()}; ${ROUNDS} rounds of ${EDITS} edits, medians, ms per edit`);
console.log("constituencies     script      style     layout   together   painted frame");
for (const [k, [size]] of sizes.entries()) {
  const of = (name) =>
    median(rounds[k].map((one) => one[name]))
      .toFixed(2)
      .padStart(10);
  console.log(
    `${String(size).padStart(14)} ${of("script")} ${of("style")} ${of("layout")} ${of("all")} ${of("frame").padStart(15)}`,
  );
}
const ratios = rounds[0].map((one, i) => rounds[1][i].all / one.all);
console.log(
  `together, ${MADE_UP} to ${SHIPPED}, round by round: median ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}); at most ${AT_MOST} is the aim`,
);
await browser.close();
for (const [, server] of sizes) server.close();
