// Every sample is read on the page as its EXPECTED.json says, from a file and from the clipboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openImport, samples } from "./support/import.mjs";

/** What the screen of the check has to say of a sample. */
function wanted({ expected }) {
  const parties = {};
  let held = 0;
  for (const [status, some] of Object.entries(expected.seats)) {
    if (typeof some === "number") continue;
    for (const [party, seats] of Object.entries(some)) {
      parties[party] = (parties[party] ?? 0) + seats;
      if (!["tied", "vacant"].includes(status)) held += seats;
    }
  }
  return { parties, held };
}

/** @param {Awaited<ReturnType<typeof openImport>>} it */
async function compare(it, sample) {
  const { expected } = sample;
  const { parties, held } = wanted(sample);
  const standing = await it.read(".import footer .standing");
  assert.match(standing, new RegExp(`^${held} of ${expected.house} seats? ha`));
  const shown = await it.seats();
  for (const [party, seats] of Object.entries(shown))
    assert.equal(seats, parties[party] ?? 0, `${sample.name}: ${party}`);
  for (const party of Object.keys(parties).slice(0, 8))
    assert.ok(party in shown || /ind/i.test(party), `${sample.name}: ${party} is missing`);
  const said = await it.see(".problems li > p");
  // The messages of two languages stand beside each other in some files.
  const messages = expected.refused.map(({ message }) => message.split(" / ")[0]);
  assert.deepEqual(said, messages, sample.name);
  const rows = await it.rows();
  const [first, last] = expected.read.header_rows;
  const named = rows.filter(({ kind }) => kind === "names").map(({ row }) => row);
  assert.deepEqual(named, first === last ? [first] : [first, last], `${sample.name}: header`);
  const there = rows.at(-1).row;
  assert.deepEqual(
    rows.filter(({ kind }) => kind === "skipped").map(({ row }) => row),
    expected.skipped.map(([row]) => row).filter((row) => row <= there),
    `${sample.name}: left out`,
  );
}

const it = await openImport();

for (const sample of samples)
  test(`${sample.name}: from a file, then pasted`, async () => {
    await it.pick(sample.path);
    await it.find(".preview-table tbody th");
    await compare(it, sample);
    // Of a spreadsheet the cells are copied, apart by tabs.
    const cells = (await it.rows()).map((row) => row.cells.join("\t")).join("\n");
    await it.go(1);
    await it.paste(sample.text ?? cells);
    await it.find(".preview-table tbody th");
    await compare(it, sample);
    await it.go(1);
  });

test("the election on screen is the same all along, and nothing was sent", async () => {
  const before = it.requests.length;
  await (await it.find(".import header > button")).click();
  assert.match(await it.verdict(), /INDIA has a majority: 56 of 81/);
  assert.equal(it.requests.length, before);
  it.expectClean();
  await it.close();
});
