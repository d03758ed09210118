// The margin strip: loaded when it comes into sight, in room kept for it; a swing slides its border.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCalculator } from "./support/calculator.mjs";
import { isChromium, openPage, sizes, until } from "./support/harness.mjs";

/** Brings the strip into sight. @param {Awaited<ReturnType<typeof openCalculator>>} it */
async function strip(it) {
  await (
    await it.find(".margin-strip-room")
  ).evaluate((node) => node.scrollIntoView({ block: "center" }));
  await it.find(".margin-strip .margin-strip-close .chip");
  await it.rest();
}

const deciding = (it) => it.read(".margin-strip-says");
const named = (it) => it.see(".margin-strip-close .chip span");

test("it loads in its room, names what decides and the closest six, and slides with a swing", async () => {
  const it = await openCalculator({ size: sizes.phone });
  assert.equal(it.requests.filter((one) => one.includes("margin-strip")).length, 0);
  await strip(it);
  assert.equal(await deciding(it), "In order of margin, seat 41 for INDIA is Gandey: it decides.");
  // As the data have it: the six seats won by less than 1 %, from INDIA's to the NDA's.
  assert.deepEqual(await named(it), [
    "Nirsa",
    "Chhatarpur",
    "Kanke",
    "Mandu",
    "Latehar",
    "Daltonganj",
  ]);
  assert.deepEqual(await it.see(".margin-strip-ends span"), ["INDIA 56", "NDA 24"]);
  await it.page.evaluate(() => {
    location.hash = "#0~1~jharkhand-2024~~s-INDIA-NDA-368";
  });
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".margin-strip-ends")
      .textContent.includes("INDIA 40"),
  );
  assert.deepEqual(await it.see(".margin-strip-ends span"), ["INDIA 40", "NDA 40"]);
  // Sixteen seats changed hands, and each has its mark.
  const changed = await (
    await it.find(".margin-strip-row path.changed")
  ).evaluate((path) => path.getAttribute("d").split("M").length - 1);
  assert.equal(changed, 16);
  it.expectClean();
  await it.close();
});

test("a named seat opens its card; the keyboard goes along the row", async () => {
  const it = await openCalculator();
  await strip(it);
  await it.click(".margin-strip-close li:nth-child(3) .chip");
  await it.find(".seat-card:not([hidden]) .detail");
  assert.match(await it.read(".seat-card h3"), /^Kanke INC by 968 over BJP$/);
  await it.page.keyboard.press("Escape");
  await (await it.find(".margin-strip-row input")).focus();
  await it.page.keyboard.press("ArrowRight");
  assert.equal(
    await (await it.find(".margin-strip-row input")).evaluate((node) => node.value),
    "42",
    "one place on from the one that decides",
  );
  const said = await (
    await it.find(".margin-strip-row input")
  ).evaluate((node) => node.getAttribute("aria-valuetext"));
  const [seat, line] = [
    await it.read(".margin-strip-chosen button"),
    await it.read(".margin-strip-line"),
  ];
  assert.equal(said, `${seat}: ${line}`);
  await it.page.keyboard.press("Enter");
  await it.find(".seat-card:not([hidden]) .detail");
  assert.ok((await it.read(".seat-card h3")).startsWith(seat));
  it.expectClean();
  await it.close();
});

for (const [path, width] of [
  ["index.html", 320],
  ["index.html?lang=hi", 360],
  ["index.html", 768],
  ["index.html?lang=hi", 1280],
  ["lok-sabha-2024.html", 360],
  ["embed.html?mode=full", 600],
])
  test(`nothing moves when it comes: ${path} at ${width} px`, async () => {
    const it = await openCalculator({ path, size: { width, height: 800 } });
    const room = async () =>
      (await it.find(".margin-strip-room")).evaluate((node) => node.getBoundingClientRect().height);
    const before = await room();
    await strip(it);
    assert.equal(await room(), before);
    const wide = await it.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      return [...shadowRoot.querySelectorAll(".margin-strip *")].filter(
        (node) => node.getBoundingClientRect().right > innerWidth + 1,
      ).length;
    });
    assert.equal(wide, 0);
    it.expectClean();
    await it.close();
  });

test("a compact frame and a house without votes do without", async () => {
  const compact = await openPage({ path: "embed.html?mode=compact", size: sizes.phone });
  await until(compact.page, () =>
    document.querySelector("seat-calculator")?.shadowRoot?.querySelector(".page[data-core]"),
  );
  assert.equal(
    await compact.page.evaluate(() =>
      Boolean(
        document.querySelector("seat-calculator").shadowRoot.querySelector(".margin-strip-room"),
      ),
    ),
    false,
  );
  if (isChromium) compact.expectClean();
  await compact.close();
});
