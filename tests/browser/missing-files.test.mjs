// A file that cannot be had costs the reader nothing: the declared result stays, a sentence says
// what is missing, and Retry works once the file is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hands, openCalculator, ready } from "./support/calculator.mjs";
import { openPage } from "./support/harness.mjs";

const DECLARED = /INDIA has a majority: 56 of 81 seats, 15 above the mark of 41/;
const LOST = "The calculator could not be loaded. Below is the declared result.";

for (const [what, pattern] of [
  ["the data file", /data\/jharkhand-2024\.json/],
  ["the messages", /i18n\/en\.json/],
  ["the script of the core", /pkg\/core\/seat_calculator\.js/],
]) {
  test(`without ${what} the declared result stays, and Retry brings the calculator`, async () => {
    const opened = await openPage({ blocked: [pattern] });
    const it = hands(opened.page);
    await it.find(".failed button");
    assert.equal(await it.read(".failed p"), LOST);
    const declared = await opened.page.$eval("seat-calculator > .page", (page) => page.innerText);
    assert.match(declared, DECLARED);
    opened.blocked.length = 0;
    await it.click(".failed button");
    await ready(opened.page);
    assert.deepEqual(await it.see(".failed"), []);
    await it.click("#give-65");
    assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
    opened.expectClean([pattern, /seat-calculator:/, /preload/]);
    await opened.close();
  });
}

for (const [what, pattern] of [
  ["the script of a tool", /votes\/tool\.js/],
  ["the rest of the data", /jharkhand-2024\.more\.json/],
  ["the full core", /pkg\/seat_calculator_bg\.wasm/],
]) {
  test(`without ${what} the tool says so, edits stay, and Retry opens it`, async () => {
    const it = await openCalculator({ blocked: [pattern] });
    await it.click("#give-65");
    const verdict = await it.verdict();
    await it.click("#tab-votes");
    await it.find("#tool-votes .later > button");
    assert.match(await it.read("#tool-votes .later"), /This part could not be loaded/);
    assert.equal(await it.verdict(), verdict);
    it.blocked.length = 0;
    await it.click("#tool-votes .later > button");
    await it.find(".swing input[type=range]");
    assert.equal(await it.verdict(), verdict);
    it.expectClean([pattern, /seat-calculator:/, /preload/]);
    await it.close();
  });
}

test("without the script of the half circle there are tiles, and pressing it again brings it", async () => {
  const pattern = /chart\/half-circle\.js/;
  const it = await openCalculator({ blocked: [pattern] });
  const chosen = async () =>
    (await it.find(".house .radios input:checked")).evaluate((input) => input.value);
  await it.find(".frame.tiles");
  assert.equal(await chosen(), "tiles");
  await it.click(".tile[data-seat='65']");
  await it.find(".seat-card:not([hidden]) .give");
  it.blocked.length = 0;
  await it.click(".house .radios label:has([value=hemicycle])");
  await it.find(".frame.hemicycle .tile[data-seat='65']");
  assert.equal(await chosen(), "hemicycle");
  it.expectClean([pattern, /seat-calculator:/, /preload/]);
  await it.close();
});
