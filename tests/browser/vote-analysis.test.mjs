// Move votes: where the verdict changes, and what stands behind the seats.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DECLARED, expectNoSideways, inside, openCalculator } from "./support/calculator.mjs";
import { sizes, until } from "./support/harness.mjs";

const FOLDS = ["taken", "close", "larger", "against", "since"];

/** Opens the page at Move votes. */
async function openVotes(options) {
  const it = await openCalculator(options);
  await it.click("#tab-votes");
  const says = (selector, pattern) =>
    until(
      it.page,
      (wanted, source) => {
        const nodes = [
          ...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(wanted),
        ].filter((node) => node.checkVisibility());
        return nodes.some((node) => new RegExp(source).test(node.textContent.replace(/\s+/g, " ")));
      },
      selector,
      pattern.source,
    );
  await says(".swing .tips", /./);
  const fold = async (name) => {
    await it.click(`.fold.${name} > summary`);
    await it.find(`.fold.${name} .behind`);
  };
  const rows = async (selector) =>
    (await it.see(`${selector} tbody tr`)).map((text) => text.replace(/\s+/g, " "));
  return { ...it, says, fold, rows };
}

test("the swing says where the verdict changes, and who tips it", async () => {
  const it = await openVotes();
  assert.equal(
    await it.read(".swing .tips"),
    "The verdict changes at 3.68 (INDIA 40, NDA 40, JLKM 1; Gandey tips it) and at 3.99 (NDA 41; Dumka tips it).",
  );
  const ticks = () =>
    it.page.$$eval(inside(".swing .tick"), (nodes) =>
      nodes.map((node) => node.style.getPropertyValue("--v")),
    );
  assert.deepEqual(await ticks(), ["368", "399"]);
  assert.deepEqual(await it.see(".swing .tick-names span"), ["3.68 No majority", "3.99 NDA"]);
  assert.deepEqual(await it.see(".swing .scale-under > span"), ["0", "5", "10"]);
  await it.click(".swing > details:last-child summary");
  await it.choose(".swing > details:last-child select", "category:ST");
  await it.says(
    ".swing .tips",
    /^The verdict changes at 8\.36 \(INDIA 40, NDA 40, JLKM 1; Bishunpur tips it\)/,
  );
  await it.choose(".swing > details:last-child select", "");
  await it.click(".swap");
  await it.says(
    ".swing .tips",
    /^No swing of up to 10 points from NDA to INDIA changes the verdict\.$/,
  );
  assert.deepEqual(await ticks(), []);
  it.expectClean();
  await it.close();
});

test("seats by swing as a picture and as a table, with the present swing in it", async () => {
  const it = await openVotes({ path: "#0~1~jharkhand-2024~~s-INDIA-NDA-300" });
  // Open on a desk.
  await it.find(".curve-fold[open]");
  await it.says(".curve-labels span", /^NDA$/);
  assert.equal(await it.read(".curve-now"), "3.00: INDIA 45, NDA 35, JLKM 1");
  assert.equal(await it.read(".curve-at"), "3.00");
  assert.equal(await it.read(".curve-win"), "41 to win");
  assert.equal(
    await it.page.$eval(inside(".curve-here"), (node) => node.getAttribute("x1")),
    "300",
  );
  assert.ok(
    await it.page.$$eval(
      inside(".curve svg g path"),
      (nodes) => nodes.length >= 3 && nodes.every((node) => node.getTotalLength() > 1000),
    ),
  );
  await it.click(".curve-fold details summary");
  const rows = await it.rows(".curve-table");
  assert.equal(rows.length, 21);
  const cells = await it.page.$$eval(inside(".curve-table tbody tr"), (lines) =>
    lines.map((line) => [...line.children].map((cell) => cell.textContent)),
  );
  const at = (points) => cells.find(([first]) => first === points).slice(1, 4);
  assert.deepEqual(
    [at("0"), at("+1"), at("+3"), at("+4")],
    [
      ["56", "24", "1"],
      ["51", "29", "1"],
      ["45", "35", "1"],
      ["39", "41", "1"],
    ],
  );
  it.expectClean();
  await it.close();
});

test("what no share of followers reaches is said, and so is the least that does", async () => {
  const it = await openVotes();
  await it.says(".pool .tips", /^Even so NDA stops at 40 \(from 96\.38 %\)\.$/);
  await it.choose(".pool label:nth-of-type(2) select", "INDIA");
  await it.says(".pool .tips", /^INDIA has 41 even if nobody follows\.$/);
  it.expectClean();
  await it.close();
});

test("the fewest votes to change it, and the path as a scenario in one click", async () => {
  const it = await openVotes();
  await it.fold("taken");
  await it.says(
    ".taken .said",
    /^INDIA loses its majority if its 16 closest seats flip: 65,068 votes switching, 0\.37 % of all valid votes\.$/,
  );
  assert.equal((await it.rows(".taken")).length, 16);
  await it.choose(".taken select", "NDA");
  await it.says(".taken .said", /^NDA reaches 41 with 17 seats more: 74,131 votes switching/);
  assert.deepEqual((await it.rows(".taken")).slice(0, 3), [
    "ChhatarpurINC → BJP369",
    "KankeINC → BJP485",
    "NirsaCPI(ML)L → BJP905",
  ]);
  await it.click(".taken button");
  await it.says(".verdict", /NDA has a bare majority: 41 of 81/);
  await it.says(".taken .said", /^NDA loses its majority if its closest seat flips/);
  await it.click(".toolbar button");
  await it.says(".verdict", /^\s*INDIA has a majority: 56/);
  assert.equal(await it.verdict(), DECLARED, "one step");
  it.expectClean();
  await it.close();
});

test("close seats of a side in bands, with votes that switch beside votes that would have to be added", async () => {
  const it = await openVotes();
  await it.fold("close");
  await it.says(".close tbody tr", /^Kanke/);
  // Margins of 736, 968 and 1,808 votes: half and one switch, all and one are added.
  assert.deepEqual(await it.rows(".close details[open]"), [
    "ChhatarpurINC → BJP0.38 %369737",
    "KankeINC → BJP0.32 %485969",
    "NirsaCPI(ML)L → BJP0.77 %9051,809",
  ]);
  await it.click(".close .radios label:nth-of-type(2)");
  await it.says(".close tbody tr", /^Mandu/);
  assert.match((await it.rows(".close details[open]"))[0], /^ManduAJSU → INC0\.\d\d %116232$/);
  it.expectClean();
  await it.close();
});

test("votes larger than the margin, in both directions", async () => {
  const it = await openVotes();
  await it.fold("larger");
  await it.says(".directions li", /12 seats INDIA won over NDA/);
  assert.deepEqual(await it.see(".directions li"), [
    "12 seats INDIA won over NDA",
    "6 seats NDA won over INDIA",
  ]);
  const rows = await it.rows(".larger");
  assert.equal(rows.length, 18);
  assert.ok(
    rows.some((row) => /^KankeINDIA over NDA968[\d,]+3\.74 %$/.test(row)),
    rows.join("\n"),
  );
  assert.ok(
    rows.some((row) => /^Kharsawan.*96\.38 %$/.test(row)),
    rows.join("\n"),
  );
  it.expectClean();
  await it.close();
});

test("votes against seats by alliance and by party", async () => {
  const it = await openVotes();
  await it.fold("against");
  await it.says(".against tbody th", /^INDIA$/);
  const rows = await it.rows(".against");
  assert.match(rows[0], /^INDIA44\.9\d69\.141,4\d,\d{3}/);
  await it.click(".against .radios label:nth-of-type(2)");
  await it.says(".against tbody th", /^JMM$/);
  assert.ok((await it.rows(".against")).some((row) => row.startsWith("BJP33.6125.93")));
  it.expectClean();
  await it.close();
});

test("the swing since 2019 in two forms, with who each side was", async () => {
  const it = await openVotes();
  await it.fold("since");
  // Worked out from the votes of both files: INDIA with MCO 37.98 then and 44.90 now, NDA 42.79 and 38.64; JMM 18.98 and 23.74, BJP 33.83 and 33.61.
  await it.says(".since-form:nth-of-type(1) .said", /^5\.54 points from NDA to INDIA\.$/);
  await it.says(".since-form:nth-of-type(2) .said", /^2\.49 points from BJP to JMM\.$/);
  const rows = await it.rows(".since-form");
  assert.match(
    rows[0],
    /^INDIANow JMM, INC, RJD, CPI\(ML\)L\. Then JMM, INC, RJD, CPI\(ML\)L, MCO\.37\.9844\.90\+6\.92$/,
  );
  assert.match(rows[1], /42\.7938\.64−4\.16$/);
  assert.match(rows[3], /^BJP.*33\.8333\.61−0\.23$/);
  await it.click(".since .behind > details summary");
  await it.says(".since .behind > details tbody tr", /^Barhait/);
  it.expectClean();
  await it.close();
});

test("a question about a swing has its slider, which makes it the reader's version", async () => {
  const it = await openCalculator();
  const third = await it.page.$$eval(inside(".question"), (nodes) =>
    nodes.findIndex((node) => /swing/i.test(node.textContent)),
  );
  assert.ok(third >= 0, "a question asks about a swing");
  if (third >= 3) await it.click(".questions > button.plain");
  await it.click(`.card:nth-child(${third + 1}) .question`);
  await it.find(".question-slider input[type=number]");
  await until(
    it.page,
    () =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".question-slider input[type=number]").value === "3.68",
  );
  assert.deepEqual(await it.see(".card.open .own"), []);
  const field = await it.find(".question-slider input[type=number]");
  await field.click({ count: 3 });
  await field.type("3.99");
  await until(it.page, () =>
    /NDA has a bare majority: 41 of 81/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".verdict").textContent,
    ),
  );
  assert.deepEqual(await it.see(".card.open .own"), ["Your version"]);
  await field.click({ count: 3 });
  await field.type("0");
  await until(it.page, () =>
    /56 of 81|INDIA 56/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".answer").textContent,
    ),
  );
  assert.equal((await it.see(".card.open")).length, 1, "nothing moved is still the question");
  it.expectClean();
  await it.close();
});

test("all of it open is no wider than a phone", async () => {
  const it = await openVotes({ size: sizes.phone });
  await it.click(".curve-fold > summary");
  await it.click(".curve-fold details summary");
  for (const name of FOLDS) await it.fold(name);
  await it.says(".against tbody th", /^INDIA$/);
  await it.says(".close tbody tr", /./);
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});
