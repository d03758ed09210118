// A file of nearly as many rows as are read: the page answers meanwhile, and reading can be cancelled.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inside } from "./support/calculator.mjs";
import { until } from "./support/harness.mjs";
import { openImport, samples } from "./support/import.mjs";
import { slowness } from "./support/waiting.mjs";

/** Milliseconds that nothing may keep the page from answering, on an idle machine. */
const LONGEST = 200;
const [SEATS, EACH] = [4000, 49];

/** 196,000 candidates; the first of each constituency has most votes. */
async function largeFile() {
  const lines = ["Constituency No,Constituency Name,Candidate,Party,Votes"];
  for (let seat = 1; seat <= SEATS; seat++)
    for (let i = 0; i < EACH; i++)
      lines.push(
        `${seat},Place ${seat},Candidate ${seat}-${i},P${(seat + i) % 60},${9000 - i * 7}`,
      );
  const path = join(await mkdtemp(join(tmpdir(), "large-")), "large.csv");
  await writeFile(path, lines.join("\n"));
  return path;
}

const path = await largeFile();
const it = await openImport();

test("it can be cancelled, and another file be read after it", async () => {
  const input = await it.find(".import .drop .pick input");
  await input.uploadFile(path);
  await (await it.find(".progress:not([hidden]) button")).click();
  await it.find(".progress[hidden]");
  assert.deepEqual(await it.see(".check"), []);
  await it.pick(samples[0].path);
  assert.match(await it.read(".import footer .standing"), /^1 of 2/);
  await it.go(1);
});

test("196,000 rows are read without keeping the page from answering", async () => {
  await it.page.evaluate(() => {
    let last = performance.now();
    globalThis.longest = 0;
    globalThis.beat = setInterval(() => {
      const now = performance.now();
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
    }, 10);
  });
  await it.pick(path);
  assert.match(await it.read(".import footer .standing"), /^4,000 of 4,000/);
  // 60 parties take turns at winning.
  assert.equal(Object.values(await it.seats())[0], Math.ceil(SEATS / 60));
  // The last rows are shown when they are scrolled to, and never all at once.
  await it.page.$eval(inside(".preview-table .scroll"), (node) => {
    node.scrollTop = node.scrollHeight;
  });
  await until(
    it.page,
    (last) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(`.preview-table tr[aria-rowindex="${last}"]`),
    SEATS * EACH + 2,
  );
  const rows = await it.rows();
  assert.ok(rows.length <= 60, `${rows.length} rows are there`);
  assert.equal(rows.at(-1).row, SEATS * EACH + 1);
  const longest = await it.page.evaluate(() => globalThis.longest);
  assert.ok(longest < LONGEST * slowness, `the page did not answer for ${longest} ms`);
  it.expectClean();
  await it.close();
});
