// What the page looks like on a phone, a tablet and a desk, light and dark, and on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PNG } from "pngjs";
import { SIXTEEN, openCalculator } from "./calculator.mjs";
import { isChromium, sizes, until } from "./harness.mjs";
import { difference, expectLook, pin } from "./looks.mjs";

/** Shows it light and dark. */
async function both(it, name, selector, tall) {
  for (const scheme of ["light", "dark"]) {
    await it.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
    await expectLook(it.page, `${name}-${scheme}`, selector, tall);
  }
}

/** How much of the page's top stands in one picture. */
const TOP = { phone: 740, tablet: 700, desk: 700 };

for (const [size, viewport] of Object.entries(sizes)) {
  test(`on a ${size} everything looks as it did`, { skip: !isChromium }, async () => {
    const it = await openCalculator({ size: viewport, reducedMotion: true });
    await pin(it.page);
    await both(it, `main-${size}`, "", TOP[size]);
    await it.page.evaluate((text) => { location.hash = text; }, `${SIXTEEN}_v-59`);
    await until(it.page, () => document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile.changed").length === 17);
    await it.rest();
    for (const kind of ["tiles", "hemicycle", "map"]) {
      await it.click(`.house input[value="${kind}"]`);
      await both(it, `${kind}-${size}`, ".house .frame", 560);
    }
    await it.click(".third > details:first-child > summary");
    await it.find(".around .fact");
    await it.rest();
    await it.click(".fact:first-of-type > summary");
    await it.find(".fact[open] tbody tr");
    await it.rest();
    await both(it, `facts-${size}`, ".fact[open]", 480);
    if (size === "desk") {
      // A4 less two margins of 10 mm. Paper is white by night, too.
      await it.page.setViewport({ width: 718, height: 1000 });
      await it.page.emulateMediaType("print");
      for (const scheme of ["light", "dark"]) {
        await it.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await expectLook(it.page, "print", "", 1046);
      }
    }
    it.expectClean();
    await it.close();
  });
}
