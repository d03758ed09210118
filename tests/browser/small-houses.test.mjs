// Made-up houses in which data are unlike those of the elections shipped: odd ids and names, every
// status, a holder with fewer votes, no places for tiles.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hands } from "./support/calculator.mjs";
import { openHost, read, SCRIPT, says } from "./support/host-page.mjs";
import { openPage, settled, sizes, until } from "./support/harness.mjs";

/** A message's key where its words should be. */
const KEY =
  /\b(verdict|strip|bars|floor|stance|seats?|edit|say|party|row|link|refused|base|partners|share|tool|preset)\.[a-z]/;

/** The element with a house of tests/data. @param {string} name @param {any} [options] */
async function openHouse(name, { mode = "full", lang = "en", scenario = "", ...options } = {}) {
  const folder = name === "ids-with-plus" ? "" : "houses/";
  const body = readFileSync(new URL(`../data/${folder}${name}.json`, import.meta.url), "utf8");
  const it = await openHost(
    `<seat-calculator src="/house.json" mode="${mode}" lang="${lang}" scenario="${scenario}"></seat-calculator>${SCRIPT}`,
    {
      files: { "/house.json": { body, headers: { "Content-Type": "application/json" } } },
      ...options,
    },
  );
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      ?.shadowRoot?.querySelector(".page[data-core] .verdict"),
  );
  return { ...it, ...hands(it.page) };
}

/** All that is to be read or heard of the element in a page or frame. @param {any} where */
const everything = (where) =>
  where.evaluate(() => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    const labels = [...shadowRoot.querySelectorAll("[aria-label]")].map((one) => one.ariaLabel);
    return [shadowRoot.querySelector(".page").textContent, ...labels].join("\n");
  });

/** Clauses of every kind, for a house with these two parties and this alliance or party. */
const clauses = (a, b, side) => [
  `p-${a}-5000-${b}`,
  `s-${a}-${b}-700`,
  `w-1.${b}`,
  "v-1",
  `r-${a}-${side}`,
  `r-${b}`,
  `f-${a}-${b}--${side}`,
  `x-${a}-${b}-1`,
  `q-${a}-1`,
  `a-${b}-1`,
  `h-e-${a}`,
];

for (const [mode, lang] of [
  ["full", "en"],
  ["compact", "hi"],
  ["result", "en"],
  ["question", "hi"],
])
  test(`every edit is said in words, in mode ${mode}, language ${lang}`, async () => {
    for (const [name, id, list] of [
      ["grouping-named-alike", "collide", clauses("A", "B", "A+B")],
      ["ids-with-plus", "plus", clauses("JDS+", "AAA", "BJP+")],
    ]) {
      const it = await openHouse(name, { mode, lang });
      const shown = new Set();
      const declared = await everything(it.page);
      assert.doesNotMatch(declared, KEY);
      for (const clause of list) {
        await it.page.$eval(
          "seat-calculator",
          (node, text) => node.setAttribute("scenario", text),
          `0~1~${id}~~${clause}`,
        );
        await settled(it.page);
        assert.doesNotMatch(await everything(it.page), KEY, clause);
        shown.add(await it.page.$eval("seat-calculator", (node) => node.scenario));
      }
      assert.ok(shown.size > 9, [...shown].join(" "));
      it.expectClean();
      await it.close();
    }
  });

test("a link that Share made is said in words in every place that opens links", async () => {
  const link = "#fe47cae3~1~jharkhand-2024~aspr7j~f-BJP-JMM--JLKM";
  for (const [path, start] of [
    [`index.html${link}`, "Hypothetical, partners changed after the vote"],
    [`embed.html?mode=compact${link}`, "Hypothetical, partners changed after the vote"],
    [`embed.html?mode=full&lang=hi${link}`, "काल्पनिक, चुनाव के बाद साथी बदले"],
    [`embed.html?mode=result&lang=hi${link}`, "काल्पनिक, चुनाव के बाद साथी बदले"],
    [`embed.html?mode=question${link}`, "Hypothetical, partners changed after the vote"],
  ]) {
    const it = await openPage({ path });
    await says(it.page, start);
    await settled(it.page);
    assert.doesNotMatch(await everything(it.page), KEY, path);
    it.expectClean();
    await it.close();
  }
});

test("parties whose ids hold a + keep their own colours; an alliance named like a grouping stays apart", async () => {
  const it = await openHouse("grouping-named-alike", { scenario: "0~1~collide~~r-A-B" });
  await says(it.page, "Hypothetical, partners changed");
  const names = await read(it.page, ".bar-name");
  assert.deepEqual(names.slice(0, 3), ["Old Front", "A + B", "C"]);
  assert.deepEqual((await read(it.page, ".bar-seats")).slice(0, 3), ["3", "2", "1"]);
  await it.close();
  // As an option of a frame's address, where others take "+" for a space.
  const text = "0~1~jharkhand-2024~~r-JLKM-NDA_f-JMM+-BJP";
  const frame = await openPage({ path: `embed.html?mode=compact&scenario=${text}` });
  await until(frame.page, () =>
    document.querySelector("seat-calculator").getAttribute("scenario").includes("JMM+-BJP"),
  );
  await frame.close();
});

test("a holder with fewer votes is said in words, is no close seat, and stays under a swing", async () => {
  const it = await openHouse("holder-behind");
  await says(it.page, "AAA has a bare majority: 2 of 3");
  assert.deepEqual(await read(it.page, ".seat-name"), []);
  await it.page.click('seat-calculator >>> .choose input[value="all"]');
  assert.deepEqual(await read(it.page, ".seat-line"), [
    "AAA by 200 over BBB",
    "BBB by 400 over AAA",
    "AAA holds it with 100 fewer votes than BBB",
  ]);
  for (const swing of ["s-BBB-AAA-100", "s-AAA-BBB-500", "s-AAA-BBB-1100"]) {
    await it.page.$eval(
      "seat-calculator",
      (node, text) => node.setAttribute("scenario", text),
      `0~1~neg~~${swing}`,
    );
    await until(
      it.page,
      (text) => document.querySelector("seat-calculator").scenario.endsWith(text),
      swing,
    );
    const said = await it.page.$eval(
      'seat-calculator >>> .seat[data-seat="1"]',
      (node) =>
        node.querySelector(".seat-line").textContent +
        node.querySelector(".seat-share").textContent,
    );
    assert.equal(said, "AAA holds it with 100 fewer votes than BBB", swing);
  }
  it.expectClean();
  await it.close();
});

test("without places for tiles there is the half circle, and nothing else is offered", async () => {
  const it = await openHouse("no-tiles");
  await says(it.page, "AAA has a bare majority");
  await it.find(".placed.hemicycle .tile");
  assert.deepEqual(await read(it.page, ".chart .radios label, .views label"), []);
  await it.page.click("seat-calculator >>> .away > summary");
  await it.find('.away .preview[src^="data:image/svg"]');
  const kinds = await it.page.$eval("seat-calculator >>> .away select", (node) =>
    [...node.options].map(({ value }) => value),
  );
  assert.deepEqual(kinds, ["hemicycle", "bars"]);
  it.expectClean();
  await it.close();
});

test("long names of parties stay readable with their numbers on a narrow phone", async () => {
  for (const scenario of ["", "0~1~real~~f-BJP-INC"]) {
    const it = await openHouse("long-names", { scenario, size: { width: 320, height: 640 } });
    await says(it.page, scenario ? "Hypothetical" : "Indian National Developmental");
    await settled(it.page);
    // The host's own page is as wide as the screen: whatever sticks out of it is cut off.
    const outside = await it.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      const named = ".bar-name, .bar-seats, .member, .parties td, .parties th, .verdict";
      return [...shadowRoot.querySelectorAll(named)]
        .filter((node) => node.checkVisibility())
        .filter(
          (node) =>
            node.getBoundingClientRect().right > innerWidth ||
            (node.scrollWidth > node.clientWidth + 1 && node.clientWidth),
        )
        .map((node) => node.textContent);
    });
    assert.deepEqual(outside, []);
    assert.ok((await read(it.page, ".member, .bar-seats")).length >= 4);
    it.expectClean();
    await it.close();
  }
});

test("places and people of one name are told apart by eye and ear", async () => {
  const it = await openHouse("namesakes");
  await says(it.page, "AAA has a bare majority");
  await it.page.click('seat-calculator >>> .choose input[value="all"]');
  assert.deepEqual((await read(it.page, ".seat-name")).toSorted(), [
    "Aurangabad (Bihar)",
    "Aurangabad (Maharashtra)",
    "Pune",
  ]);
  await it.page.click("seat-calculator >>> #seat-1");
  await it.find(".candidates .give");
  await it.page.click("seat-calculator >>> .detail .actions button");
  const gives = await read(it.page, ".candidates .give");
  assert.equal(new Set(gives).size, 4, gives.join(" | "));
  assert.ok(
    gives.every((said) => /Sanjay Kumar \([1-4]\)/.test(said)),
    gives.join(" | "),
  );
  const tiles = await it.page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile")].map(
      (one) => one.ariaLabel.split(":")[0],
    ),
  );
  assert.deepEqual(tiles, ["Aurangabad (Bihar)", "Aurangabad (Maharashtra)", "Pune"]);
  await it.page.click("seat-calculator >>> .candidates tr:nth-child(4) .give");
  await until(it.page, () =>
    /Aurangabad \(Bihar\).*Sanjay Kumar \(4\)/s.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector('[role="status"]')
        .textContent +
        document.querySelector("seat-calculator").shadowRoot.querySelector(".page").textContent,
    ),
  );
  it.expectClean();
  await it.close();
});

test("ids that the election does not have are all named, on the page and in the console", async () => {
  const it = await openHost(
    `<seat-calculator election="jharkhand-2024" scenario="w-65.XYZ-399.BJP"></seat-calculator>${SCRIPT}`,
    { size: sizes.desk },
  );
  await says(it.page, "INDIA has a majority: 56 of 81");
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".notice"),
  );
  const [notice] = await read(it.page, ".notice p");
  assert.match(notice, /Not known here: XYZ, 399\./);
  const console_ = it.problems.filter((one) => one.startsWith("console warn"));
  assert.ok(
    console_.some((one) => one.includes('"XYZ"')) && console_.some((one) => one.includes('"399"')),
  );
  it.expectClean([/console warn: seat-calculator: edits/]);
  await it.close();
});

test("a count is said as won and leading; a file of every status calls nothing declared that leads", async () => {
  const it = await openPage({ path: "jharkhand-2024-2013.html" });
  await says(
    it.page,
    "INDIA has a majority: 55 won + 1 leading = 56 of 81 seats, 15 above the mark of 41.",
  );
  it.expectClean();
  await it.close();
  const mixed = await openHouse("every-status");
  const table = await mixed.page.evaluate(async () => {
    const node = document.querySelector("seat-calculator");
    return JSON.parse(await node.export("json")).constituencies.status.length;
  });
  assert.equal(table, 8);
  assert.doesNotMatch(await everything(mixed.page), /Declared result\./);
  await mixed.close();
});

test("a seat is found by its number in the digits of another script", async () => {
  const it = await openPage({ path: "index.html?lang=hi" });
  await says(it.page, "इंडिया");
  await it.page.type("seat-calculator >>> .flip .find input", "२८");
  await until(it.page, () => {
    const rows = document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".seat");
    return rows.length === 1 && rows[0].dataset.seat === "28";
  });
  it.expectClean();
  await it.close();
});

test("a link does not pass on what follows its readers", async () => {
  const it = await openPage({
    path: "index.html?fbclid=1&gclid=2&igsh=3&utm_source=x&lang=en#0~1~jharkhand-2024~~w-65.BJP",
  });
  await says(it.page, "Hypothetical, 1 seat changed");
  await it.page.click("seat-calculator >>> .toolbar button:nth-child(3)");
  await hands(it.page).find("textarea");
  const [text, link] = await it.page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll("textarea")].map(
      ({ value }) => value,
    ),
  );
  assert.equal(new URL(link).search, "?lang=en");
  assert.ok(text.endsWith(`\n${link}`), text);
  it.expectClean();
  await it.close();
});
