// The tile map: every constituency as a button, on a phone too.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SIXTEEN,
  expectNoSideways,
  inside,
  openCalculator,
  reachedByArrows,
} from "./support/calculator.mjs";
import { sizes, until } from "./support/harness.mjs";

const tile = (id) => `.tile[data-seat="${id}"]`;
const label = (page, id) =>
  page.evaluate(
    (wanted) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(`.tile[data-seat="${wanted}"]`)
        .getAttribute("aria-label"),
    id,
  );

/** Where the tiles are, by constituency. */
const boxes = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile")].map(
        (node) => {
          const { left, top, width, height } = node.getBoundingClientRect();
          return [node.dataset.seat, { left, top, width, height }];
        },
      ),
    ),
  );

test("a thumb can hit each of the 81 tiles of a phone, and of a narrow column", async () => {
  const it = await openCalculator({ size: sizes.phone });
  for (const width of [336, sizes.phone.width]) {
    await it.page.setViewport({ width, height: 640 });
    const all = Object.values(await boxes(it.page));
    assert.equal(all.length, 81);
    for (const one of all)
      assert.ok(
        one.width >= 24 && one.height >= 24 && Math.abs(one.width - one.height) < 0.5,
        JSON.stringify(one),
      );
    const overlap = (a, b) =>
      Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > 0.5;
    all.forEach((one, i) => assert.ok(!all.slice(0, i).some((other) => overlap(one, other))));
    await expectNoSideways(it.page);
  }
  it.expectClean();
  await it.close();
});

test("a column narrower than that has the list instead", async () => {
  const it = await openCalculator({ size: { width: 300, height: 640 } });
  assert.deepEqual(await it.see(".tile"), []);
  assert.equal((await it.see(".seat")).length, 18);
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});

test("a tile opens the card of its constituency, from which it is given away", async () => {
  const it = await openCalculator({ size: sizes.phone });
  assert.equal(await label(it.page, 65), "Kanke: INC by 968 over BJP");
  await it.click(tile(65));
  await it.find(".seat-card tbody tr");
  assert.equal(await it.read(".seat-card h3"), "Kanke INC by 968 over BJP");
  const line = (await it.see(".seat-card tbody tr")).findIndex((text) => /\bBJP\b/.test(text));
  await it.click(`.seat-card tbody tr:nth-child(${line + 1}) .give`);
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed: INDIA has a majority: 55/);
  assert.equal(await label(it.page, 65), "Kanke: BJP, given by hand; declared INC");
  assert.equal(await it.read(".seat-card h3"), "Kanke BJP, given by hand; declared INC");
  assert.equal((await it.see(".tile.changed")).length, 1);
  it.expectClean();
  // By keyboard: the line that stays in sight may lie over the tile.
  await it.page.evaluate(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector('.tile[data-seat="65"]')
      .focus(),
  );
  await it.page.keyboard.press("Enter");
  await until(
    it.page,
    () => document.querySelector("seat-calculator").shadowRoot.querySelector(".seat-card").hidden,
  );
  await it.close();
});

test("on a desk a seat's card stands beside the picture, and Escape closes it", async () => {
  const it = await openCalculator();
  await it.find(".around-arc li");
  await it.click(tile(65));
  await it.find(".seat-card tbody tr");
  assert.match(await it.said(), /^Kanke: INC by 968 over BJP/);
  const [card, picture] = await it.page.evaluate(() =>
    [".seat-card", ".frame"].map((selector) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(selector)
        .getBoundingClientRect()
        .toJSON(),
    ),
  );
  assert.ok(card.left >= picture.right, "in the right column");
  assert.ok(Math.abs(card.top - picture.top) < 150, "level with the picture");
  await it.page.keyboard.press("Escape");
  await until(
    it.page,
    () => document.querySelector("seat-calculator").shadowRoot.querySelector(".seat-card").hidden,
  );
  assert.match(await it.focused(), /^Kanke: /);
  it.expectClean();
  await it.close();
});

test("on a phone a seat's card stands under the row that was touched", async () => {
  const it = await openCalculator({ size: sizes.phone });
  await it.click(tile(65));
  await it.find(".seat-card tbody tr");
  const all = await boxes(it.page);
  const { top, bottom } = await it.page.evaluate(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".seat-card")
      .getBoundingClientRect()
      .toJSON(),
  );
  const row = all[65].top;
  for (const one of Object.values(all))
    assert.ok(one.top <= row + 1 ? one.top + one.height <= top + 1 : one.top >= bottom - 1);
  it.expectClean();
  await it.close();
});

test("a tile carries three letters, and one that changed shows from whom to whom", async () => {
  const it = await openCalculator({ path: "#0~1~jharkhand-2024~~w-65.BJP", size: sizes.phone });
  await it.find(".tile.changed");
  const codes = await it.page.$$eval(inside(".tile"), (tiles) =>
    // Firefox answers with the name of the attribute, Chromium with its value.
    tiles.map((tile) =>
      getComputedStyle(tile, "::before").content.replace(
        "attr(data-code)",
        `"${tile.dataset.code}"`,
      ),
    ),
  );
  assert.deepEqual(codes.slice(0, 3), ['"RAJ" / ""', '"BOR" / ""', '"BAR" / ""']);
  assert.match(
    await it.page.evaluate(
      () =>
        getComputedStyle(
          document.querySelector("seat-calculator").shadowRoot.querySelector(".tile.changed"),
        ).backgroundImage,
    ),
    /linear-gradient\(135deg, .* 42%.* 50%.*\)/,
  );
  await it.close();
});

test("the tiles are one stop for the keyboard, and arrows lead through them", async () => {
  const it = await openCalculator();
  await it.click(".house input[value=tiles]");
  await it.find(".tiles .tile");
  assert.equal((await it.see(".tile:not([tabindex])")).length, 1);
  await it.page.evaluate(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector('.tile[data-seat="65"]')
      .focus(),
  );
  // What the hand does comes when it first does something.
  const go = async (key) => {
    const before = await it.focused();
    await it.page.keyboard.press(key);
    await until(
      it.page,
      (label) =>
        document
          .querySelector("seat-calculator")
          .shadowRoot.activeElement.getAttribute("aria-label") !== label,
      before,
    );
    return it.focused();
  };
  assert.match(await go("ArrowRight"), /^Ranchi: /);
  assert.match(await go("ArrowLeft"), /^Kanke: /);
  // Up and down lead to a tile of the next row that touches this one.
  const all = await boxes(it.page);
  for (const [key, sign] of [
    ["ArrowDown", 1],
    ["ArrowUp", -1],
  ]) {
    const before = await it.page.evaluate(
      () => document.querySelector("seat-calculator").shadowRoot.activeElement.dataset.seat,
    );
    await go(key);
    const after = await it.page.evaluate(
      () => document.querySelector("seat-calculator").shadowRoot.activeElement.dataset.seat,
    );
    const [from, to] = [all[before], all[after]];
    assert.ok(
      Math.abs(to.top - from.top - sign * from.height) < 1 &&
        Math.abs(to.left - from.left) < from.width,
      `${key}: ${before} to ${after}`,
    );
  }
  assert.equal((await it.see(".tile:not([tabindex])")).length, 1);
  // Every tile is reached by arrows alone.
  assert.equal(await reachedByArrows(it.page), 81);
  it.expectClean();
  await it.close();
});

test("a seat pointed at is lit in the tiles and in the list", async () => {
  const it = await openCalculator();
  await (await it.find("#seat-65")).hover();
  // The margin strip names it, too.
  await until(it.page, () => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    const lit = [...shadowRoot.querySelectorAll("[data-lit]")];
    return (
      lit.some((node) => node.matches(".tile")) &&
      lit.some((node) => node.closest(".seat")) &&
      lit.every((node) => node.dataset.seat === "65")
    );
  });
  assert.match(await it.read(".hint"), /^Kanke: INC by 968 over BJP/);
  await (await it.find(tile(44))).hover();
  await until(it.page, () =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll("[data-lit]")].every(
      (node) => node.dataset.seat === "44",
    ),
  );
  it.expectClean();
  await it.close();
});

test("what was changed, and who has no member, shows without colour", async () => {
  const it = await openCalculator({ path: `#${SIXTEEN}_v-59` });
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile.changed")
        .length === 17,
  );
  const looks = await it.page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile.changed")].map(
      (node) => {
        const dot = getComputedStyle(node, "::after");
        return `${getComputedStyle(node).outlineStyle} ${dot.width}`;
      },
    ),
  );
  assert.equal(looks.length, 17);
  assert.ok(
    looks.every((look) => look === "dashed 8px"),
    looks.join(),
  );
  assert.deepEqual((await it.see(".tile.empty")).length, 1);
  assert.match(await label(it.page, 59), /: Vacant; declared /);
  it.expectClean();
  await it.close();
});
