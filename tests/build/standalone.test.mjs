// The page in one file, and the picture cards.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { png } from "../../xtask/src/build/card.mjs";
import { fillStandalone, inMarkup } from "../../xtask/src/build/standalone.mjs";

test("values are not looked at for places", () => {
  const page = fillStandalone({ title: "{{script}}", script: "$&" });
  assert.ok(page.includes("<title>{{script}}</title>"), page);
  assert.ok(page.includes('<script type="module">$&</script>'), page);
});

test("script cannot end its own element", () => {
  assert.equal(inMarkup('a = "</script><!--"'), 'a = "<\\/script><\\!--"');
});

test("letters of a card are drawn in the font of the build, and one that it lacks is refused", () => {
  const text = (said) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60" font-family="'Noto Sans'"><rect width="100" height="60" fill="#ffffff"/><text x="50" y="40" font-size="30" font-weight="700" fill="#000000" text-anchor="middle">${said}</text></svg>`;
  const picture = png(text("I&amp;I"));
  assert.deepEqual(picture, png(text("I&amp;I")));
  const { data } = PNG.sync.read(Buffer.from(picture));
  const inked = Array.from({ length: 6000 }, (_, i) => i).filter((i) => data[4 * i] < 128);
  assert.ok(inked.length > 100, `${inked.length}`);
  // An I is 714 of 1,000 units high in this font.
  const rows = inked.map((i) => Math.floor(i / 100));
  assert.ok(Math.min(...rows) >= 17 && Math.max(...rows) <= 41, `${rows}`);
  const columns = inked.map((i) => i % 100);
  assert.ok(Math.abs(Math.min(...columns) + Math.max(...columns) - 100) <= 3, `${columns}`);
  assert.throws(() => png(text("क")), /no letter "क"/);
});
