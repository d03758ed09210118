// What the page looks like on a phone, a tablet and a desk, light and dark, and on paper.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { PNG } from "pngjs";
import { SIXTEEN, openCalculator } from "./support/calculator.mjs";
import { isChromium, sizes, until } from "./support/harness.mjs";
import { KEPT, difference, expectLook, shot, still } from "./support/picture-diff.mjs";

/** How much of the page's top stands in one picture. */
const TOP = { phone: 700, tablet: 600, desk: 620 };

/** Shows it light and dark. */
async function both(it, name, selector, tall) {
  for (const scheme of ["light", "dark"]) {
    await it.page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await expectLook(it.page, `${name}-${scheme}`, selector, tall);
  }
}

for (const [size, viewport] of Object.entries(sizes)) {
  test(`on a ${size} everything looks as it did`, { skip: !isChromium }, async () => {
    const it = await openCalculator({ size: viewport, reducedMotion: true });
    await still(it.page);
    if (size !== "phone") await it.find(".around-arc li");
    await both(it, `main-${size}`, "", TOP[size]);
    await it.page.evaluate((text) => {
      location.hash = text;
    }, `${SIXTEEN}_v-59`);
    await until(
      it.page,
      () =>
        document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile.changed")
          .length === 17,
    );
    await it.rest();
    if (size !== "phone") await it.click('.house input[value="tiles"]');
    await both(it, `tiles-${size}`, ".tiles", 560);
    // A phone has no half circle.
    for (const kind of size === "phone" ? ["map"] : ["hemicycle", "map"]) {
      await it.click(`.house input[value="${kind}"]`);
      await both(it, `${kind}-${size}`, ".frame", 560);
    }
    await it.click(".third > details:first-child > summary");
    await it.find(".around .fact");
    await it.find(".fact:not([hidden]) tbody tr");
    await it.rest();
    await both(it, `facts-${size}`, ".fact:not([hidden])", 400);
    if (size === "desk") {
      await it.click('.house input[value="tiles"]');
      // A4 less two margins of 10 mm.
      await it.page.setViewport({ width: 718, height: 1000 });
      await it.page.emulateMediaFeatures([]);
      await it.page.keyboard.press("Control");
      await it.rest();
      await it.page.emulateMediaType("print");
      await expectLook(it.page, "print", "", 1046);
    }
    it.expectClean();
    await it.close();
  });
}

for (const [name, path] of [
  ["partners", "#0~1~jharkhand-2024~~f-JMM-RJD"],
  ["hindi", "?lang=hi"],
])
  for (const size of ["phone", "desk"])
    test(`${name} on a ${size} looks as it did`, { skip: !isChromium }, async () => {
      const it = await openCalculator({ path, size: sizes[size], reducedMotion: true });
      await still(it.page);
      if (size !== "phone") await it.find(".around-arc li");
      await it.rest();
      await both(it, `${name}-${size}`, "", TOP[size]);
      it.expectClean();
      await it.close();
    });

for (const size of ["phone", "desk"])
  test(
    `two scenarios side by side on a ${size} look as they did`,
    { skip: !isChromium },
    async () => {
      const second = "0~1~jharkhand-2024~~p-NDA-10000-JLKM";
      const it = await openCalculator({
        path: `?compare=${second}#${SIXTEEN}`,
        size: sizes[size],
        reducedMotion: true,
      });
      await still(it.page);
      await it.find(".compare-totals td");
      await it.rest();
      await both(it, `compare-${size}`, ".compare", 560);
      it.expectClean();
      await it.close();
    },
  );

test(
  "a look is refused for what a reader would see, not for how letters are drawn",
  { skip: !isChromium },
  async () => {
    const it = await openCalculator({ size: sizes.phone, reducedMotion: true });
    await still(it.page);
    const before = await shot(it.page, "", TOP.phone);
    const styled = (name, value) =>
      it.page.evaluate(
        (property, wanted) =>
          document
            .querySelector("seat-calculator")
            .shadowRoot.querySelector(".page")
            .style.setProperty(property, wanted),
        name,
        value,
      );
    await styled("transform", "translateX(.35px)");
    assert.equal(
      difference(before, await shot(it.page, "", TOP.phone)),
      null,
      "letters a third of a pixel further",
    );
    await styled("transform", "none");
    for (const [name, value] of [
      ["transform", "translateY(1px)"],
      ["letter-spacing", ".01em"],
      ["color", "#b00"],
    ]) {
      await styled(name, value);
      assert.match(
        difference(before, await shot(it.page, "", TOP.phone))?.text ?? "the same",
        /differ/,
        `${name}: ${value}`,
      );
      await styled(name, "");
    }
    it.expectClean();
    await it.close();
    // One tile of another party: its three colours change places.
    const kept = PNG.sync.read(await readFile(new URL("tiles-phone-light.png", KEPT)));
    const other = new PNG({ width: kept.width, height: kept.height });
    kept.data.copy(other.data);
    const grey = (at) =>
      Math.max(...kept.data.subarray(at, at + 3)) - Math.min(...kept.data.subarray(at, at + 3)) <
      40;
    let corner = 0;
    while (grey(corner)) corner += 4;
    const [red, green, blue] = kept.data.subarray(corner);
    for (let y = 0; y < 20; y += 1)
      for (let x = 0; x < 20; x += 1)
        other.data.set([green, blue, red], corner + 4 * (y * kept.width + x));
    const found = difference(kept, other);
    assert.match(found?.text ?? "the same", /differ/);
    const [region, ...others] = found.regions;
    assert.deepEqual(
      [region.left + region.top * kept.width, region.width, region.height, others],
      [corner / 4, 20, 20, []],
      "where the tile is",
    );
    assert.notEqual(region.before, region.now, "its colours");
    assert.equal(found.picture.width, kept.width);
  },
);
