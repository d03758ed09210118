// Who can govern: all ways to the mark under filters, the seats that matter, and what everyone is worth.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes, until } from "./support/harness.mjs";
import { expectNoSideways, inside, openCalculator } from "./support/calculator.mjs";

/** Opens Change partners and waits for the list of ways. @param {any} [options] */
async function openWays(options) {
  const it = await openCalculator(options);
  await it.click("#tab-partners");
  await (await it.find(".all-ways")).evaluate((node) => node.scrollIntoView());
  await reads(it, ".all-ways .count", /ways?\.?$|fits\.$|reach \d+\.$/);
  return it;
}

/** Waits until the first visible node of a selector says something, and answers it. */
async function reads(it, selector, pattern) {
  await until(
    it.page,
    (wanted, source) => {
      const node = document.querySelector("seat-calculator").shadowRoot.querySelector(wanted);
      return node && new RegExp(source).test(node.textContent.replace(/\s+/g, " ").trim());
    },
    selector,
    pattern.source,
  );
  return it.read(selector);
}

/** Opens a fold by its title. */
async function unfold(it, title) {
  const folds = await it.page.$$(inside(".inquiry summary"));
  for (const fold of folds)
    if ((await fold.evaluate((node) => node.textContent)) === title) await fold.click();
}

const field = (n) => `.all-ways .fields label:nth-of-type(${n}) select`;

test("all ways to the mark, filtered by the core", async () => {
  const it = await openWays();
  assert.equal(await it.read(".all-ways .count"), "18 ways");
  assert.deepEqual((await it.see(".ways li")).slice(0, 3), [
    "JMM + INC50 seats",
    "JMM + BJP55 seats",
    "BJP + INC + RJD41 seats",
  ]);
  await it.choose(field(2), "JMM");
  await reads(it, ".all-ways .count", /^8 of 18 ways\.$/);
  assert.ok((await it.see(".ways li")).every((line) => !line.includes("JMM")));
  await it.choose(field(3), "INC");
  await it.choose(field(4), "BJP");
  await reads(it, ".all-ways .count", /^None of 18 ways fits\.$/);
  assert.deepEqual(await it.see(".all-ways .chip"), ["without JMM", "never INC and BJP"]);
  // Taking a filter off moves the focus to the next one.
  await it.click(".all-ways .chip:nth-of-type(1)");
  await reads(it, ".all-ways .count", /^10 of 18 ways\.$/);
  assert.equal(await it.focused(), "never INC and BJP");
  await it.click(".ways li button");
  assert.equal(await it.read(".sum"), "JMM + INC: 50, 9 above 41.");
  it.expectClean();
  await it.close();
});

test("over alliances, live with the scenario", async () => {
  const it = await openWays();
  await it.click('.all-ways input[value="alliances"]');
  await reads(it, ".all-ways .count", /^1 way$/);
  assert.deepEqual(await it.see(".ways li"), ["INDIA56 seats"]);
  // Every party alone: eighteen again, whoever is counted.
  await it.click(".presets button:last-of-type");
  // What is out of sight is not counted.
  await it.page.$eval(inside(".all-ways"), (node) => node.scrollIntoView());
  await reads(it, ".all-ways .count", /^18 ways$/);
  await it.click(".toolbar button");
  await it.page.$eval(inside(".all-ways"), (node) => node.scrollIntoView());
  await reads(it, ".all-ways .count", /^1 way$/);
  await it.click(".ways li button");
  assert.equal(await it.read(".sum"), "JMM + INC + RJD + CPI(ML)L: 56, 15 above 41.");
  it.expectClean();
  await it.close();
});

test("the seats that matter for who is For, and for a way picked of the list", async () => {
  const it = await openWays();
  await unfold(it, "Which seats matter");
  await reads(it, ".inquiry .said", /ends the majority/);
  assert.equal(
    await it.read(".inquiry .said"),
    "JMM + INC + RJD + CPI(ML)L: 56, 15 above 41. Losing its 16 closest seats ends the majority: 65,068 votes switching, 0.37 % of valid votes.",
  );
  const rows = await it.see(".key-seats tbody tr");
  assert.deepEqual([rows.length, rows[0]], [19, "ChhatarpurINC → BJP Pushpa Devi369"]);
  assert.match(rows[15], /^Gandeyhere the majority endsJMM → BJP Muniya Devi8,572$/);
  await it.choose(".inquiry select", "2");
  await reads(
    it,
    ".inquiry .said",
    /^BJP \+ INC \+ RJD: 41 of 41 needed\. One seat lost ends the majority; the closest is/,
  );
  await it.choose(".inquiry select", "");
  await reads(it, ".inquiry .said", /^JMM \+ INC \+ RJD/);
  const flip = await it.page.$$(inside(".inquiry > button"));
  await flip[0].click();
  await reads(it, ".inquiry .said", /: 40, 1 short of 41\. There is no majority to lose\.$/);
  assert.equal(await it.read(".sum"), "JMM + INC + RJD: 40, 1 short of 41.");
  assert.match(await it.verdict(), /^Hypothetical, 16 seats changed/);
  it.expectClean();
  await it.close();
});

test("for analysts: veto, dummies, Banzhaf and Shapley-Shubik, each explained", async () => {
  const it = await openWays();
  await unfold(it, "For analysts: bargaining power");
  await reads(it, ".worth tbody", /JMM/);
  const rows = await it.page.$$eval(inside(".worth tbody tr"), (lines) =>
    lines.map((line) => [...line.children].map((cell) => cell.textContent)),
  );
  assert.deepEqual(rows[0], ["JMM", "41.98", "38.53", "168", "40.87"]);
  assert.deepEqual(
    rows.map((row) => row[3]),
    ["168", "88", "88", "40", "20", "8", "8", "8", "8"],
  );
  const said = (await it.see(".explained p")).join(" ");
  assert.match(said, /Nobody has a veto/);
  assert.match(said, /of the 256 winning combinations, 168 would lose without JMM/);
  assert.match(
    said,
    /JMM would be the one to reach the majority in 40\.87 % of the possible orders/,
  );
  // Alliances as one: INDIA alone has a majority, so all the others are dummies.
  await it.click('.all-ways input[value="alliances"]');
  await reads(it, ".worth tbody", /^INDIA/);
  const now = (await it.see(".explained p")).join(" ");
  assert.match(now, /Veto: INDIA\. Without it nobody reaches 41\. Never decisive: NDA and JLKM\./);
  it.expectClean();
  await it.close();
});

test("members who crossed vote as their new alliance does, and the row says so", async () => {
  const it = await openWays({ path: "index.html#0~1~jharkhand-2024~~x-INC-NDA-11" });
  const rows = await it.see(".partners tbody");
  assert.ok(
    rows.some((row) =>
      /^INC rebels with NDA.*They vote as the largest member of NDA does\./.test(row),
    ),
    rows.join("\n"),
  );
  it.expectClean();
  await it.close();
});

test("fits every width", async () => {
  const it = await openWays();
  await unfold(it, "Which seats matter");
  await unfold(it, "For analysts: bargaining power");
  for (const size of [sizes.desk, sizes.tablet, sizes.phone]) {
    await it.page.setViewport(size);
    await reads(it, ".inquiry .said", /ends the majority/);
    await reads(it, ".worth tbody", /JMM/);
    await expectNoSideways(it.page);
  }
  it.expectClean();
  await it.close();
});

test("a compact calculator says who reaches the mark with the core it began with", async () => {
  const it = await openCalculator({ path: "embed.html?mode=compact", size: sizes.phone });
  const whole = () =>
    it.requests.filter((address) => address.endsWith("pkg/seat_calculator_bg.wasm")).length;
  await it.click(".tools summary");
  assert.equal(await it.read(".sum"), "JMM + INC + RJD + CPI(ML)L: 56, 15 above 41.");
  for (const id of ["INC", "RJD", "CPIML"])
    await it.click(`input[name=stance-${id}][value=against]`);
  assert.equal(await it.read(".sum"), "JMM: 34, 7 short of 41.");
  assert.deepEqual((await it.see(".adding .chip")).slice(0, 3), [
    "+ INC",
    "+ BJP",
    "+ RJD + CPI(ML)L + JLKM",
  ]);
  await (await it.find(".adding .chip:nth-of-type(2)")).focus();
  await it.page.keyboard.press("Enter");
  await it.rest();
  assert.equal(await it.read(".sum"), "JMM + BJP: 55, 14 above 41.");
  assert.match(await it.read(".sum-note"), /Neither can leave/);
  assert.equal(whole(), 0, "the full module was not asked for");
  await it.click(".govern > summary");
  await (await it.find(".all-ways")).evaluate((node) => node.scrollIntoView());
  assert.equal(await reads(it, ".all-ways .count", /^18 ways$/), "18 ways");
  assert.equal(whole(), 1);
  assert.equal(await it.read(".sum"), "JMM + BJP: 55, 14 above 41.", "and all is as it was");
  it.expectClean();
  await it.close();
});
