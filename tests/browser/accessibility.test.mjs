// What every reader needs, in every state of the page: WCAG 2.2 A and AA by machine, room, size and stillness by measure.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, isChromium, openPage, sizes, startServer } from "./harness.mjs";
import { ready, hands } from "./calculator.mjs";
import { moving, sideways, small, spoilt } from "./looked.mjs";
import { longer } from "./longer.mjs";
import { alone, calculator, walk } from "./states.mjs";

const TARGETS = "button, summary, select, input, textarea, a";

/**
 * Every state meets every language, colour scheme, width, touch, forced colours and large letters at least once, not every
 * combination of them: one walk through all states for each line. The checker is dear, measuring is not, so that only
 * some of the walks are checked by it; the second browser repeats those where browsers differ most.
 * @type {{ name: string, look: any, checked: boolean, everywhere?: boolean, text?: string }[]}
 */
const WALKS = [
  { name: "English, light, 1280 px", look: { lang: "en", size: sizes.desk }, checked: true },
  { name: "Hindi, dark, 768 px, forced colours", look: { lang: "hi", scheme: "dark", size: sizes.tablet, forced: true, reducedMotion: true }, checked: true },
  { name: "English, dark, 360 px, touch", look: { lang: "en", scheme: "dark", size: sizes.phone, coarse: true }, checked: true, everywhere: true },
  { name: "Hindi, light, 320 px", look: { lang: "hi", size: { width: 320, height: 640 } }, checked: true },
  { name: "Hindi, light, letters of 200 %", look: { lang: "hi", size: sizes.desk }, checked: false, everywhere: true, text: "200%" },
];

/** Measures what is on the page now. */
async function fits(it, { look }, state) {
  const found = [...await sideways(it.page), ...await small(it.page, 24, TARGETS), ...await spoilt(it.page),
    ...look.coarse ? await small(it.page, 44, "button:not(.tile, .seat-name), [role=tab], summary") : [],
    ...look.reducedMotion ? await moving(it.page) : []];
  assert.deepEqual(found, [], state);
}

async function looks(it, walk, state, part) {
  await fits(it, walk, state);
  if (!walk.checked) return it.expectClean([/Failed to load resource|request failed|console warn: seat-calculator/]);
  it.expectClean([/Failed to load resource|request failed|console warn: seat-calculator/, STYLES]);
  assert.deepEqual(await axe(it.page, { part }), [], state);
}

/** The checker writes style attributes that the page's policy refuses. */
const STYLES = /style-src/;

for (const one of WALKS.filter(({ everywhere }) => isChromium || everywhere)) {
  const look = { ...one.look, ...one.text && { prepare: (page) => page.evaluateOnNewDocument((size) => {
    addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = size; });
  }, one.text) } };

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
    for (const { name, open } of alone) {
      const it = await open(look);
      await looks(it, one, name);
      await it.close();
    }
  });
}

test("words that are 40 % longer break nothing", async () => {
  const { address } = await startServer({ files: await longer() });
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
