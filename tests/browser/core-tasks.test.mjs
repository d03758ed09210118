// What readers come for, in every engine: Chromium, Firefox and WebKit. Figures that stand in links
// are those of the press, or sums of declared seats.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DECLARED, OTHER_PAGES, SIXTEEN, ready } from "./support/calculator.mjs";
import { openCalculator, openFramed } from "./support/engines.mjs";
import { CLOCK, state } from "./support/feed-server.mjs";
import { importHands } from "./support/import.mjs";
import { startServer } from "./support/server.mjs";
import { RECIPE, TABLE } from "./support/table.mjs";
import { until } from "./support/waiting.mjs";

const JHARKHAND = "0~1~jharkhand-2024~~";
const PHONE = { width: 360, height: 740 };

/** A test on an open calculator. */
function task(name, options, work) {
  test(name, async () => {
    const it = await openCalculator(options);
    try {
      await work(it);
      await it.clean();
    } finally {
      await it.close();
    }
  });
}

for (const [path, verdict] of [["", DECLARED], ...OTHER_PAGES])
  task(`the result stands first: ${path || "index.html"}`, { path }, async (it) => {
    assert.equal(await it.verdict(), verdict);
  });

// What the links that NOTATION.md describes make of the house.
for (const [what, edits, ...bars] of [
  ["seats given away", SIXTEEN.split("~").pop(), "INDIA 40", "NDA 40", "JLKM 1"],
  ["a swing that ends the majority", "s-INDIA-NDA-368", "INDIA 40", "NDA 40", "JLKM 1"],
  ["a swing that makes another", "s-INDIA-NDA-399", "NDA 41", "INDIA 39", "JLKM 1"],
  ["a swing in one category", "s-INDIA-NDA-836--cST", "INDIA 40", "NDA 40", "JLKM 1"],
  ["a pool", "p-NDA-10000-JLKM", "INDIA 41", "NDA with JLKM 40"],
  ["a party that changes sides", "r-JLKM-NDA", "INDIA 56", "NDA 25"],
  ["a vote For and Against", "f-BJP-JMM--JLKM", "For 55", "Against 25"],
  ["members who cross", "x-INC-NDA-11", "INDIA 45", "NDA 35", "JLKM 1"],
  ["members who resign", "q-JMM-31", "INDIA 25", "NDA 24", "JLKM 1"],
  ["vacant seats", "v-28-39", "INDIA 55", "NDA 23", "JLKM 1"],
  ["members who stay away", "a-BJP-3", "INDIA 56", "NDA 24", "JLKM 1"],
  ["a Speaker who does not vote", "h-v-JMM", "INDIA 55 voting, of 56", "NDA 24", "JLKM 1"],
])
  task(`a link opens with ${what}`, { path: `#${JHARKHAND}${edits}` }, async (it) => {
    assert.match(await it.verdict(), /^Hypothetical/);
    const shown = (await it.bars()).map((bar) => bar.replace(/ declared:.*/, ""));
    assert.deepEqual(shown.slice(0, bars.length), bars);
  });

for (const [what, path, said] of [
  ["damaged", "#fe47cae3~1~jharkhand-2024~aspr7j~f-BJP-JMM--JLK", /not whole|damaged/i],
  ["for another election", "#0~1~jharkhand-2019~~w-28b", /./],
])
  task(`a link that is ${what} says so`, { path }, async (it) => {
    assert.match(await it.read(".notice"), said);
    assert.doesNotMatch(await it.verdict(), /^Hypothetical/);
  });

task("a seat is given away and taken back", {}, async (it) => {
  await it.click("#give-65");
  assert.deepEqual(await it.bars(), ["INDIA 55", "NDA 25", "JLKM 1"]);
  assert.match(await it.said(), /^Hypothetical, 1 seat changed: INDIA 55, NDA 25, JLKM 1/);
  await it.click("#give-65");
  assert.equal(await it.verdict(), DECLARED);
});

task("a seat goes to any of its candidates", {}, async (it) => {
  await it.click("#seat-65");
  await it.click(".detail .actions button");
  await it.click(".detail tbody tr:nth-child(3) .give");
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
});

task("a seat is found by name in either script", {}, async (it) => {
  await it.fill("input[type=search]", "kank");
  assert.deepEqual(await it.see(".seat-name"), ["Kanke"]);
  await it.fill("input[type=search]", "कांके");
  assert.deepEqual(await it.see(".seat-name"), ["Kanke"]);
});

task("edits are undone and redone", {}, async (it) => {
  await it.click("#give-65");
  await it.click("#give-38");
  await it.click(".toolbar button:nth-child(1)");
  assert.deepEqual(await it.bars(), ["INDIA 55", "NDA 25", "JLKM 1"]);
  await it.click(".toolbar button:nth-child(2)");
  assert.deepEqual(await it.bars(), ["INDIA 54", "NDA 26", "JLKM 1"]);
});

task("a reload keeps the scenario", {}, async (it) => {
  await it.click("#give-65");
  await it.fragment(/w-65/);
  await it.page.reload();
  await ready(it.page);
  assert.deepEqual(await it.bars(), ["INDIA 55", "NDA 25", "JLKM 1"]);
});

task("a swing is typed", {}, async (it) => {
  await it.click("#tab-votes");
  await it.fill(".swing input[type=number]", "3.68");
  await (await it.find(".swing input[type=number]")).press("Enter");
  // The headline follows once the typing rests.
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.includes("40 each"),
  );
  assert.deepEqual(await it.bars(), ["INDIA 40", "NDA 40", "JLKM 1"]);
});

task("a swing is moved by the keys of its slider", {}, async (it) => {
  await it.click("#tab-votes");
  const slider = await it.find(".swing input[type=range]");
  for (let i = 0; i < 4; i += 1) await slider.press("PageUp");
  assert.match(await it.verdict(), /^Hypothetical, \d+ seats? changed/);
});

task("partners are taken out until there is no majority, and put back", {}, async (it) => {
  await it.click("#tab-partners");
  for (const id of ["INC", "RJD", "CPIML"])
    await it.click(`input[name="stance-${id}"][value="against"]`);
  assert.equal(await it.read(".sum"), "JMM: 34, 7 short of 41.");
  await it.click('input[name="stance-INC"][value="for"]');
  assert.equal(await it.read(".sum"), "JMM + INC: 50, 9 above 41.");
});

task("parties are pooled", {}, async (it) => {
  await it.click("#tab-votes");
  await it.click(".pool .presets button:nth-of-type(3)");
  assert.match(await it.verdict(), /^Hypothetical, \d+ seats changed/);
});

task("a question answers, and closes to the declared result", {}, async (it) => {
  await it.click(".card button");
  assert.match(await it.verdict(), /^Hypothetical/);
  await it.click(".card button");
  assert.equal(await it.verdict(), DECLARED);
});

for (const picture of ["tiles", "hemicycle", "map"])
  task(`the seats are drawn as ${picture}, and one is given away there`, {}, async (it) => {
    await it.click(`.house input[value=${picture}]`);
    await until(
      it.page,
      (wanted) =>
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelectorAll(`.placed.${wanted} [data-seat], .${wanted} .tile`).length >=
        81,
      picture,
    );
  });

task("Share gives a link that opens to the same numbers", { path: `#${SIXTEEN}` }, async (it) => {
  await it.click(".toolbar button:nth-child(3)");
  const field = await it.find("textarea.link");
  const link = await field.evaluate((node) => node.value);
  const other = await openCalculator({ path: link });
  assert.equal(await other.verdict(), await it.verdict());
  await other.close();
});

task("the reader switches to Hindi and back, and keeps the scenario", {}, async (it) => {
  await it.click("#give-65");
  await it.click(".languages button");
  await it.find(".verdict:lang(hi)");
  assert.match(await it.verdict(), /^काल्पनिक, 1 सीट बदली: इंडिया को बहुमत: 81 में से 55 सीटें/);
  await it.click(".languages button");
  await it.find(".verdict:lang(en)");
  assert.deepEqual(await it.bars(), ["INDIA 55", "NDA 25", "JLKM 1"]);
});

task("a link in Hindi", { path: `?lang=hi#${JHARKHAND}w-65.BJP` }, async (it) => {
  assert.match(await it.verdict(), /^काल्पनिक, 1 सीट बदली/);
});

task("on a phone a seat is given away", { size: PHONE }, async (it) => {
  await it.click("#give-65");
  assert.deepEqual(await it.bars(), ["INDIA 55", "NDA 25", "JLKM 1"]);
  const { scrollWidth, innerWidth } = await it.page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    innerWidth,
  }));
  assert.ok(scrollWidth <= innerWidth, `${scrollWidth} px wide in ${innerWidth}`);
});

for (const mode of ["full", "compact", "result"])
  task(`the embed ${mode}`, { path: `embed.html?mode=${mode}&scenario=w-65.BJP` }, async (it) => {
    assert.match(await it.verdict(), /^Hypothetical, 1 seat changed: INDIA has a majority: 55/);
  });

task("as an element in an article", { path: "examples/element.html" }, async (it) => {
  assert.equal(await it.verdict(), DECLARED);
  const hindi = await it.page.evaluate(
    () =>
      document.querySelectorAll("seat-calculator")[1].shadowRoot.querySelector(".verdict")
        .textContent,
  );
  assert.match(hindi, /^काल्पनिक, 3 सीटें बदलीं/);
});

task("a question of the host's own", { path: "examples/question.html" }, async (it) => {
  assert.match(await it.read("h1"), /What if Kanke, Chhatarpur and Sindri/);
  assert.deepEqual(await it.bars(), ["INDIA 53", "NDA 27", "JLKM 1"]);
});

task("data of the host's own", { path: "examples/data.html" }, async (it) => {
  assert.ok((await it.verdict()).length > 10);
});

test("in a frame of an article a seat is given away", async () => {
  const it = await openFramed("examples/frame.html", "iframe");
  // WebKit's driver does not hit what lies far down in a frame.
  const press = async (selector) => (await it.find(selector)).evaluate((node) => node.click());
  await press('.tile[data-seat="65"]');
  await press(".seat-card tbody tr:nth-child(2) .give");
  await it.rest();
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
  await it.clean();
  await it.close();
});

/** A page of somebody's with the site beside it, and other files. */
async function openBeside(attributes, files, head = "") {
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${head}
<script type="module" src="/seat-calculator.js"></script><seat-calculator ${attributes}></seat-calculator></html>`;
  files["/host.html"] = { body };
  const { address } = await startServer({ files });
  return openCalculator({ path: `${address}host.html` });
}

test("a page follows a count, and the reader's edit stays on it", async () => {
  const json = (content) => ({ body: JSON.stringify(content), type: "application/json" });
  const files = { "/live.json": json(state(1)) };
  const it = await openBeside('election="jharkhand-2024" feed="live.json"', files, CLOCK);
  assert.match(await it.read(".count-line"), /^As counted at 17:23: 41 declared, 40 leading\./);
  await it.click("#give-65");
  files["/live.json"] = json(state(2));
  // WebDriver ends a script after 30 seconds of the page's clock. The look is due after 48 to 72
  // seconds; none may pass while it waits for its answer.
  for (const step of [22_000, 22_000, 29_000])
    await it.page.evaluate((milliseconds) => self.pass(milliseconds), step);
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".count-line")
      .textContent.startsWith("As counted at 18:01: 58 declared, 23 leading."),
  );
  assert.deepEqual(await it.see(".overtaken li > span"), [
    "Kanke: declared for INC by 968. You gave it to BJP.",
  ]);
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
  await it.clean();
  await it.close();
});

test("a host's table of results is read", async () => {
  const it = await openBeside('src="results.csv" recipe="recipe.json"', {
    "/results.csv": { body: TABLE, type: "text/csv" },
    "/recipe.json": { body: RECIPE, type: "application/json" },
  });
  assert.deepEqual(await it.bars(), ["Red 2", "Blue 1"]);
  await it.clean();
  await it.close();
});

task("a reader's table is pasted and read", {}, async (it) => {
  await it.click(".chooser > summary");
  await it.click(".chooser-list > button");
  await it.find(".import[open] .pick input");
  const hands = importHands(it);
  await hands.paste(TABLE.replace("Seat,Who,Label,Polled", "Constituency,Candidate,Party,Votes"));
  await it.find(".preview-table tbody th");
  assert.deepEqual(await hands.seats(), { Red: 2, Blue: 1 });
});
