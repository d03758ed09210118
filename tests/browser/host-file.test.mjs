// A host's own file of results: `src` names a table, `recipe` how it is read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hands, ready } from "./support/calculator.mjs";
import { baseUrl, openPage, startServer } from "./support/harness.mjs";
import { samples } from "./support/import.mjs";
import { RECIPE, TABLE } from "./support/table.mjs";

const host = (attributes, site = "/") => ({
  body: `<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,">
<script type="module" src="${site}seat-calculator.js"></script>
<main><seat-calculator ${attributes}></seat-calculator></main></html>`,
});
const csv = (body) => ({ body, type: "text/csv" });

const server = await startServer({
  files: {
    "/good.html": host('src="results.csv" recipe="recipe.json"'),
    "/sheet.html": host('src="sheet.xlsx"'),
    "/bad.html": host('src="bad.csv"'),
    "/elsewhere.html": host('src="results.csv" recipe="recipe.json"', baseUrl),
    "/results.csv": csv(TABLE),
    "/recipe.json": { body: RECIPE, type: "application/json" },
    "/sheet.xlsx": { body: readFileSync(samples[0].path), type: "application/octet-stream" },
    "/bad.csv": csv("1,2\n3,4\n"),
  },
});

/** @param {string} page */
async function open(page) {
  const opened = await openPage({ path: `${server.address}${page}` });
  return { ...opened, ...hands(opened.page) };
}
test("a table is read by its recipe", async () => {
  const it = await open("good.html");
  await ready(it.page);
  assert.match(await it.verdict(), /Red has a bare majority: 2 of 3/);
  assert.match(await it.read(".kicker"), /Three seats/);
  assert.deepEqual(await it.bars(), ["Red 2", "Blue 1"]);
  it.expectClean();
  await it.close();
});

test("from another site the file is read in the page, where no worker may be", async () => {
  const it = await open("elsewhere.html");
  await ready(it.page);
  assert.match(await it.verdict(), /Red has a bare majority: 2 of 3/);
  it.expectClean([/request to another origin/]);
  await it.close();
});

test("a constituency with a problem stands as awaited, and both are told", async () => {
  const it = await open("sheet.html");
  await ready(it.page);
  assert.match(await it.read(".answer .note"), /1 constituency could not be read/);
  const told = it.problems.filter((problem) => /sum-differs: Row 16, column L/.test(problem));
  assert.equal(told.length, 1, it.problems.join("\n"));
  await it.close();
});

test("a file that cannot be read leaves one sentence, the console says all", async () => {
  const it = await open("bad.html");
  await it.find(".failed p");
  assert.equal(await it.read(".failed p"), "The file of results on this page could not be read.");
  assert.ok(
    it.problems.some((problem) => /no-votes-column/.test(problem)),
    it.problems.join("\n"),
  );
  await it.close();
});
