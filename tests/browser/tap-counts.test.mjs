// What people come for takes a reader of an article at most three taps from the embed, and an analyst at most four clicks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCalculator } from "./support/calculator.mjs";
import { sizes, until } from "./support/harness.mjs";

/**
 * Hands that count: a press of what shows a text, and typing into a field, which is pressed first.
 * @param {object} options of the page
 */
async function counting(options) {
  const it = await openCalculator(options);
  let taps = 0;
  const press = async (selector, text = "") => {
    taps += 1;
    const found = await it.page.waitForFunction(
      (wanted, part) =>
        [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(wanted)].find(
          (node) => node.checkVisibility() && node.textContent.includes(part),
        ),
      {},
      selector,
      text,
    );
    await found.asElement().scrollIntoView();
    await it.rest();
    await found.asElement().click();
    await it.rest();
  };
  const type = async (selector, text) => {
    taps += 1;
    await it.fill(selector, text);
  };
  /** Ends the task: this is what it was for, and it took no more than that. */
  const ends = async (most, selector, pattern) => {
    await until(
      it.page,
      (wanted, source) =>
        [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(wanted)].some(
          (node) =>
            node.checkVisibility() &&
            new RegExp(source).test(
              (node.matches("input, textarea") ? node.value : node.textContent).replace(
                /\s+/g,
                " ",
              ),
            ),
        ),
      selector,
      pattern.source,
    );
    assert.ok(taps <= most, `${taps} taps`);
    it.expectClean();
    await it.close();
  };
  return { ...it, press, type, ends };
}

const TAPS = 3;
const embed = { path: "embed.html?mode=compact", size: sizes.phone };

test("a reader finds a constituency", async () => {
  const it = await counting(embed);
  await it.type(".ask input", "Kanke");
  await it.press(".ask .chip", "Kanke");
  await it.ends(TAPS, ".seat-card h3", /Kanke INC by 968 over BJP/);
});

test("a reader gives a seat away", async () => {
  const it = await counting(embed);
  await it.type(".ask input", "Kanke");
  await it.press(".ask .chip", "Kanke");
  await it.press(".seat-card .give", "Jitu Charan Ram");
  await it.ends(TAPS, ".verdict", /^Hypothetical, 1 seat changed: INDIA has a majority: 55 of 81/);
});

test("a reader takes a partner out", async () => {
  const it = await counting(embed);
  await it.press("summary", "Change partners");
  await it.press('label:has(input[name="stance-JMM"][value="against"])');
  await it.ends(TAPS, ".verdict", /^Hypothetical.*: 22, 19 short of 41/);
});

test("a reader pools the votes of two", async () => {
  const it = await openCalculator(embed);
  const href = await it.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    const ways = [...shadowRoot.querySelectorAll("a")];
    return ways.find((one) => one.textContent === "Open this in the full calculator").href;
  });
  await it.close();
  // That was the first tap.
  const page = await counting({ path: href, size: sizes.phone });
  await page.press(".questions > button", "More questions");
  await page.press(".questions .question", "JLKM had joined the NDA");
  await page.ends(TAPS - 1, ".verdict", /^Hypothetical.* INDIA has a bare majority: 41 of 81/);
});

test("a reader shares what was changed", async () => {
  const it = await counting(embed);
  await it.press(".ask-chip");
  await it.press(".toolbar button", "Share");
  await it.ends(TAPS, ".copy input, .copy textarea", /#.+/);
});

const CLICKS = 4;

test("an analyst sees the swing that ends the majority, and sets it", async () => {
  const it = await counting();
  await it.press("#tab-votes");
  await until(it.page, () => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    return /3\.68 No majority/.test(shadowRoot.querySelector(".swing .tick-names")?.textContent);
  });
  await it.type(".swing input[type=number]", "3.68");
  await it.ends(CLICKS, ".verdict", /No majority: INDIA and NDA have 40 each of 81/);
});

test("an analyst sees the fewest votes that end it, and applies them", async () => {
  const it = await counting();
  await it.press("#tab-votes");
  await it.press(".fold.taken > summary");
  await it.press(".taken button");
  await it.ends(CLICKS, ".verdict", /^Hypothetical, 16 seats changed/);
});

test("an analyst lists the close seats of a side", async () => {
  const it = await counting();
  await it.press("#tab-votes");
  await it.press(".fold.close > summary");
  await it.ends(CLICKS, ".close tbody tr", /Kanke/);
});

test("an analyst asks how sure a swing is", async () => {
  const it = await counting();
  await it.press("#tab-votes");
  await it.press(".fold.sure-fold > summary");
  await it.press(".swing .presets button", "3");
  await it.ends(CLICKS, ".sure .said", /has a majority in \d+ of 100/);
});

test("an analyst lists every way to a majority", async () => {
  const it = await counting();
  await it.press("#tab-partners");
  // It is reckoned when it comes into sight.
  await (await it.find(".all-ways")).scrollIntoView();
  await it.ends(CLICKS, ".ways li", /JMM/);
});

test("an analyst compares bargaining power", async () => {
  const it = await counting();
  await it.press("#tab-partners");
  await it.press("summary", "For analysts: bargaining power");
  await it.ends(CLICKS, ".power td, .power tr, details[open] tbody tr", /JMM/);
});

test("an analyst takes the table of a scenario away", async () => {
  const it = await counting({
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        HTMLAnchorElement.prototype.click = function () {
          const said = document
            .querySelector("seat-calculator")
            .shadowRoot.querySelector(".verdict");
          said.dataset.saved = this.download;
        };
      }),
  });
  await it.press(".card .question", "six seats");
  await it.press("summary", "Download or print");
  await it.press(".away-panel button", "CSV");
  await it.ends(CLICKS, ".verdict[data-saved$='.csv']", /Hypothetical/);
});
