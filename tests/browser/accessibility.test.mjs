// What every reader needs, in every state of the page: WCAG 2.2 A and AA by machine, room, size and stillness by measure.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, isChromium, openPage, sizes, startServer } from "./support/harness.mjs";
import { ready, hands } from "./support/calculator.mjs";
import { broken, moving, sideways, small, spoilt, unmarked } from "./support/layout-checks.mjs";
import { longWords } from "./support/long-words.mjs";
import { alone, calculator, walk } from "./support/page-states.mjs";

const TARGETS = "button, summary, select, input, textarea, a";

/**
 * Every state meets every language, colour scheme, width, touch, forced colours and large letters at least once, not every
 * combination of them: one walk through all states for each line. The checker is dear, measuring is not, so that only
 * some of the walks are checked by it, and no other test does so again; the second browser walks where browsers differ most.
 * @type {{ name: string, look: any, checked: boolean, everywhere?: boolean, text?: string }[]}
 */
const WALKS = [
  { name: "English, light, 1280 px", look: { lang: "en", size: sizes.desk }, checked: true },
  {
    name: "Hindi, dark, 768 px, forced colours",
    look: { lang: "hi", scheme: "dark", size: sizes.tablet, forced: true, reducedMotion: true },
    checked: true,
  },
  {
    name: "English, dark, 360 px, touch",
    look: { lang: "en", scheme: "dark", size: sizes.phone, coarse: true },
    checked: true,
    everywhere: true,
  },
  {
    name: "Hindi, light, 320 px",
    look: { lang: "hi", size: { width: 320, height: 640 } },
    checked: true,
  },
  {
    name: "Hindi, light, letters of 200 %",
    look: { lang: "hi", size: sizes.desk },
    checked: false,
    everywhere: true,
    text: "200%",
  },
];

/** Measures what is on the page now. */
async function fits(it, { look, text }, state) {
  const found = [
    ...(await sideways(it.page)),
    ...(await small(it.page, 24, TARGETS)),
    ...(await spoilt(it.page)),
    ...(look.lang ? await unmarked(it.page) : []),
    // Letters of twice the size, words of half as long again and the narrowest windows may have one broken.
    ...(look.lang && !text && look.size.width >= sizes.phone.width ? await broken(it.page) : []),
    ...(look.coarse
      ? await small(it.page, 44, "button:not(.tile, .seat-name), [role=tab], summary")
      : []),
    ...(look.reducedMotion ? await moving(it.page) : []),
  ];
  assert.deepEqual(found, [], state);
}

async function looks(it, walk, state, part) {
  await fits(it, walk, state);
  it.expectClean([EXPECTED, ...(walk.checked ? [STYLES] : [])]);
  if (!walk.checked) return;
  assert.deepEqual(await axe(it.page, { part }), [], state);
}

/** The core that does not come, and the file on disk, which looks like another site's. */
const EXPECTED =
  /_bg\.wasm|Failed to load resource|console warn: seat-calculator|request to another origin: file:/;
/** The checker writes style attributes that the page's policy refuses. */
const STYLES = /style-src/;

for (const one of WALKS.filter(({ everywhere }) => isChromium || everywhere)) {
  const look = {
    ...one.look,
    ...(one.text && {
      prepare: (page) =>
        page.evaluateOnNewDocument((size) => {
          addEventListener("DOMContentLoaded", () => {
            document.documentElement.style.fontSize = size;
          });
        }, one.text),
    }),
  };

  test(`${one.name}: every state`, async () => {
    const it = await calculator(look);
    for (const { name, part, reach, from = 0 } of walk) {
      // Letters of twice the size want twice the room.
      if (look.size.width < from * (one.text ? 2 : 1)) continue;
      await reach(it);
      await looks(it, one, name, part);
    }
    await it.close();
  });

  test(`${one.name}: pages of their own`, async () => {
    for (const { name, part, open } of alone) {
      const it = await open(look);
      await looks(it, one, name, part);
      await it.close();
    }
  });
}

test("in forced colours what is chosen, changed, empty or not to be pressed is told apart", async () => {
  const it = await calculator({
    forced: true,
    // A colour on its way to another is neither.
    reducedMotion: true,
    path: "#0~1~jharkhand-2024~~w-65.BJP_v-59",
  });
  await it.find('.tile.changed[data-seat="65"]');
  const looks = await it.page.evaluate(() => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    const style = (selector, part) => getComputedStyle(root.querySelector(selector), part);
    return {
      forced: matchMedia("(forced-colors: active)").matches,
      tabs: ["[aria-selected=true]", "[aria-selected=false]"].map(
        (one) => style(`.tabs ${one}`).borderBottomColor,
      ),
      choices: ["input:checked + span", "input:not(:checked) + span"].map(
        (one) => style(`.choose .radios ${one}`).borderBottomColor,
      ),
      buttons: ["[aria-disabled]", ":not([aria-disabled])"].map(
        (one) => style(`.toolbar button${one}`).color,
      ),
      changed: ["65", "44"].map((seat) => style(`.tile[data-seat="${seat}"]`).outlineStyle),
      empty: ["59", "44"].map(
        (seat) => style(`.tile[data-seat="${seat}"]`, "::before").borderTopStyle,
      ),
      parties: [...root.querySelectorAll(".bars .part")].map(
        (node) => getComputedStyle(node).backgroundColor,
      ),
      plain: [
        style(".seat-name").borderTopColor,
        style(".page").getPropertyValue("--paper"),
        style(".host").backgroundColor,
      ],
    };
  });
  assert.equal(looks.forced, true);
  for (const pair of ["tabs", "choices", "buttons", "changed", "empty"])
    assert.notEqual(looks[pair][0], looks[pair][1], `${pair}: ${looks[pair]}`);
  assert.equal(new Set(looks.parties).size, looks.parties.length, "every party keeps its colour");
  assert.equal(looks.plain[0], looks.plain[2], "what looks like text has no frame");
  it.expectClean();
  await it.close();
});

test("words that are 40 % longer break nothing", async () => {
  const { address } = await startServer({ files: await longWords() });
  for (const size of [sizes.phone, sizes.desk]) {
    const opened = await openPage({ path: address, size });
    await ready(opened.page);
    const it = { ...opened, ...hands(opened.page) };
    assert.match(await it.verdict(), /ő/);
    for (const { name, reach, from = 0 } of walk) {
      if (size.width < from) continue;
      await reach(it);
      await fits(it, { look: {} }, `${name}, ${size.width} px`);
    }
    it.expectClean();
    await it.close();
  }
});
