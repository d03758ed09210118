// What a screen reader is told while the page is used: once for each edit, the change of majority first, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SIXTEEN } from "./support/calculator.mjs";
import { until } from "./support/harness.mjs";
import { calculator, press } from "./support/page-states.mjs";

/** Keeps everything that is put into a live region, in order. */
const listen = (page) =>
  page.evaluate(() => {
    const REGIONS = "[aria-live], [role=status], [role=alert]";
    const last = new WeakMap();
    globalThis.told = [];
    new MutationObserver((records) => {
      const nodes = records
        .flatMap(({ target, addedNodes }) => [target, ...addedNodes])
        .map((node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement))
        .filter(Boolean);
      for (const region of new Set(
        nodes.flatMap((node) => [
          node.closest(REGIONS),
          ...node.querySelectorAll("[role=alert], [role=status]"),
        ]),
      )) {
        // The paragraph of a notice; what stands under it is found by who goes there.
        const said = (region?.querySelector("p") ?? region)?.textContent;
        if (!said?.trim() || last.get(region) === said || !region.checkVisibility()) continue;
        last.set(region, said);
        globalThis.told.push(said.replace(/\s+/g, " ").trim());
      }
    }).observe(document.querySelector("seat-calculator").shadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

const tool = (n) => `.toolbar button:nth-child(${n})`;
const goto = (text) => (it) =>
  it.page.evaluate((to) => {
    location.hash = to;
  }, text);
const on = (selector) => (it) => press(it, selector);

/** @type {[what: string, act: (it: any) => Promise<any>, en: string[], hi: string[]][]} */
const SESSION = [
  [
    "give a seat away",
    on("#give-65"),
    ["Hypothetical, 1 seat changed: INDIA 55, NDA 25, JLKM 1. Declared: INDIA 56, NDA 24, JLKM 1."],
    ["काल्पनिक, 1 सीट बदली: इंडिया 55, एनडीए 25, जेएलकेएम 1। घोषित: इंडिया 56, एनडीए 24, जेएलकेएम 1।"],
  ],
  ["open it", on("#seat-65"), [], []],
  [
    "undo",
    on(tool(1)),
    ["Declared result. INDIA has a majority: 56 of 81 seats, 15 above the mark of 41."],
    ["घोषित नतीजा। इंडिया को बहुमत: 81 में से 56 सीटें, बहुमत के आंकड़े 41 से 15 ज्यादा।"],
  ],
  [
    "ask a question",
    on(".card:nth-child(2) .question"),
    [
      "INDIA loses its majority. Hypothetical, 16 seats changed: No majority: INDIA and NDA have 40 each of 81, both 1 short of 41.",
    ],
    [
      "इंडिया का बहुमत गया। काल्पनिक, 16 सीटें बदलीं: किसी को बहुमत नहीं: इंडिया और एनडीए बराबर, 81 में से 40-40 सीटें, दोनों 41 से 1 कम।",
    ],
  ],
  [
    "take a seat out of it",
    on(".card:nth-child(2) .chip"),
    [
      "INDIA gains a majority. Hypothetical, 15 seats changed: INDIA has a bare majority: 41 of 81, exactly the mark, none to spare.",
    ],
    [
      "इंडिया को बहुमत मिला। काल्पनिक, 15 सीटें बदलीं: इंडिया को बस बहुमत भर: 81 में से 41 सीटें, एक भी अतिरिक्त नहीं।",
    ],
  ],
  [
    "back to the declared result",
    on(tool(4)),
    ["Declared result. INDIA has a majority: 56 of 81 seats, 15 above the mark of 41."],
    ["घोषित नतीजा। इंडिया को बहुमत: 81 में से 56 सीटें, बहुमत के आंकड़े 41 से 15 ज्यादा।"],
  ],
  ["look at the votes", on("#tab-votes"), [], []],
  [
    "swing by three points",
    on(".swing .presets button:nth-of-type(4)"),
    [
      "Hypothetical, 11 seats changed: INDIA 45, NDA 35, JLKM 1. Declared: INDIA 56, NDA 24, JLKM 1.",
    ],
    ["काल्पनिक, 11 सीटें बदलीं: इंडिया 45, एनडीए 35, जेएलकेएम 1। घोषित: इंडिया 56, एनडीए 24, जेएलकेएम 1।"],
  ],
  [
    "a little further by keys, which is one edit and changes no seat",
    async (it) => {
      await (await it.find(".swing input[type=range]")).focus();
      for (let i = 0; i < 3; i++) await it.page.keyboard.press("ArrowRight");
      await it.page.keyboard.press("Tab");
    },
    [
      "Hypothetical, 11 seats changed: INDIA 45, NDA 35, JLKM 1. Declared: INDIA 56, NDA 24, JLKM 1.",
    ],
    ["काल्पनिक, 11 सीटें बदलीं: इंडिया 45, एनडीए 35, जेएलकेएम 1। घोषित: इंडिया 56, एनडीए 24, जेएलकेएम 1।"],
  ],
  [
    "back",
    on(tool(4)),
    ["Declared result. INDIA has a majority: 56 of 81 seats, 15 above the mark of 41."],
    ["घोषित नतीजा। इंडिया को बहुमत: 81 में से 56 सीटें, बहुमत के आंकड़े 41 से 15 ज्यादा।"],
  ],
  [
    "look at the partners and all ways",
    async (it) => {
      await press(it, "#tab-partners");
      await (await it.find(".all-ways")).scrollIntoView();
      await it.find(".ways li");
    },
    [],
    [],
  ],
  [
    "Congress against",
    on('input[name="stance-INC"][value="against"]'),
    [
      "Hypothetical, partners changed after the vote, no seat changed hands: JMM + RJD + CPI(ML)L: 40, 1 short of 41.",
    ],
    ["काल्पनिक, चुनाव के बाद साथी बदले, कोई सीट नहीं पलटी: झामुमो + राजद + भाकपा माले: 40, 41 से 1 कम।"],
  ],
  [
    "a way to the mark",
    on(".ways button"),
    [
      "Hypothetical, partners changed after the vote, no seat changed hands: JMM + INC: 50, 9 above 41. Neither can leave.",
    ],
    [
      "काल्पनिक, चुनाव के बाद साथी बदले, कोई सीट नहीं पलटी: झामुमो + कांग्रेस: 50, 41 से 9 ज्यादा। दोनों में से कोई हट नहीं सकता।",
    ],
  ],
  [
    "ways without the BJP",
    (it) => it.choose(".all-ways .fields label:nth-child(2) select", "BJP"),
    ["9 of 18 ways."],
    ["कुल 18 में से 9 रास्ते।"],
  ],
  [
    "back",
    on(tool(4)),
    ["Declared result. INDIA has a majority: 56 of 81 seats, 15 above the mark of 41."],
    ["घोषित नतीजा। इंडिया को बहुमत: 81 में से 56 सीटें, बहुमत के आंकड़े 41 से 15 ज्यादा।"],
  ],
  [
    "search",
    async (it) => {
      await press(it, "#tab-flip");
      await it.fill("input[type=search]", "kanke");
    },
    ["1 of 81 seats"],
    ["81 में से 1 सीट"],
  ],
  [
    "a link with sixteen seats, written by hand",
    goto(SIXTEEN),
    [
      "INDIA loses its majority. Hypothetical, 16 seats changed: No majority: INDIA and NDA have 40 each of 81, both 1 short of 41.",
      "This link was typed by hand; part of it may be missing.",
    ],
    [
      "इंडिया का बहुमत गया। काल्पनिक, 16 सीटें बदलीं: किसी को बहुमत नहीं: इंडिया और एनडीए बराबर, 81 में से 40-40 सीटें, दोनों 41 से 1 कम।",
      "यह लिंक हाथ से लिखा गया है; इसका कुछ हिस्सा छूटा हो सकता है।",
    ],
  ],
];

for (const lang of ["en", "hi"]) {
  test(`the log of a session is exactly as expected: ${lang}`, async () => {
    const it = await calculator({ lang });
    await listen(it.page);
    for (const [what, act, en, hi] of SESSION) {
      const expected = { en, hi }[lang];
      await act(it);
      await it.rest();
      // What should be said may wait for a pause of the reader's; what comes later than that is found by the next step.
      if (expected.length)
        await until(it.page, (n) => globalThis.told.length >= n, expected.length).catch(() => {});
      assert.deepEqual(await it.page.evaluate(() => globalThis.told.splice(0)), expected, what);
    }
    await it.rest();
    assert.deepEqual(await it.page.evaluate(() => globalThis.told), [], "after the last step");
    it.expectClean();
    await it.close();
  });
}
