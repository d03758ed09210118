// Files that arrive late: no kind of link ever shows a message key, whichever file comes last.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { hands, openCalculator, ready } from "./support/calculator.mjs";
import { openPage } from "./support/harness.mjs";

/** Milliseconds that a late file takes longer. */
const DELAY = 600;
const LATE = {
  "the messages": /\/i18n\/\w+\.json/,
  "the rest of the data and the full core": /\.(more|names)\.json|pkg\/seat_calculator_bg\.wasm/,
};
/** One link of every kind that NOTATION.md knows, and of every kind that cannot be opened. */
const LINKS = [
  ...["p-NDA-7000-JLKM", "s-INDIA-NDA-368--cST", "sp-INC-BJP-500", "w-28b39a", "r-JLKM-NDA"],
  ...["f-BJP-JMM--JLKM", "x-INC-NDA-11", "q-JMM-31", "v-28-39", "a-BJP-3", "h-v-JMM"],
]
  .map((edits) => `0~1~jharkhand-2024~~${edits}`)
  .concat(
    "fe47cae3~1~jharkhand-2024~aspr7j~f-BJP-JMM--JLKM",
    "fe47cae3~1~jharkhand-2024~aspr7j~f-BJP-JMM--JLK",
    "0~2~jharkhand-2024~~w-28b",
    "0~1~jharkhand-2019~~w-28b",
    "0~1~jharkhand-2024~aaaaaa~w-28b",
    `0~1~jharkhand-2024~~w-${"28b".repeat(1000)}`,
    "0~1~jharkhand-2024~~w-999a",
  );

const { messages } = JSON.parse(
  await readFile(new URL("../../www/i18n/en.json", import.meta.url), "utf8"),
);
/** Keys that no sentence holds as a word. */
const KEYS = Object.keys(messages).filter((key) => key.includes("."));

/** Lets files that match come late, and notes every key that the element shows meanwhile. */
const prepare = (pattern) => async (page) => {
  await page.setRequestInterception(true);
  page.on("request", async (request) => {
    if (pattern.test(request.url())) await new Promise((done) => setTimeout(done, DELAY));
    void request.continue().catch(() => {});
  });
  await page.evaluateOnNewDocument((keys) => {
    const known = new Set(keys);
    globalThis.keysShown = [];
    const look = () => {
      const root = document.querySelector("seat-calculator")?.shadowRoot;
      for (const node of root?.querySelectorAll("*") ?? []) {
        const said = [node.getAttribute("aria-label"), node.getAttribute("title")];
        for (const child of node.childNodes) if (child.nodeType === 3) said.push(child.data);
        const words = said.join(" ").split(/[\s:,;()“”]+/);
        globalThis.keysShown.push(...words.filter((word) => known.has(word.replace(/\.$/, ""))));
      }
      requestAnimationFrame(look);
    };
    addEventListener("DOMContentLoaded", look);
  }, KEYS);
};

for (const [what, pattern] of Object.entries(LATE)) {
  test(`no link shows a message key when ${what} arrive late`, async () => {
    for (const path of [...LINKS.map((link) => `#${link}`), `?lang=hi#${LINKS[5]}`]) {
      const it = await openPage({ path, prepare: prepare(pattern) });
      await ready(it.page);
      await hands(it.page).rest();
      assert.deepEqual(await it.page.evaluate(() => globalThis.keysShown), [], path);
      // One of the links names a constituency that there is not; whoever embeds it is told which.
      it.expectClean([/no constituency has the number "999"/]);
      await it.close();
    }
  });
}

test("a picture chosen while another still loads is the one that stands", async () => {
  let release = () => {};
  const released = new Promise((done) => (release = done));
  const it = await openCalculator({
    async prepare(page) {
      await page.setRequestInterception(true);
      page.on("request", async (request) => {
        if (request.url().endsWith("chart/half-circle.js")) await released;
        void request.continue().catch(() => {});
      });
    },
  });
  await it.click(".house .radios label:has([value=tiles])");
  release();
  await it.page.waitForNetworkIdle();
  await it.rest();
  await it.find(".frame.tiles");
  const chosen = await it.find(".house .radios input:checked");
  assert.equal(await chosen.evaluate((input) => input.value), "tiles");
  it.expectClean();
  await it.close();
});
