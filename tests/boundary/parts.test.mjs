// The parts the page loads of a data file, put together as the page does it, are that file.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { complete, unpack } from "../../www/dataset/columns.js";
import { dist } from "./module.mjs";

const read = (name) => readFileSync(new URL(`data/${name}`, dist), "utf8");
const elections = readdirSync(new URL("data/", dist)).filter((name) => name.endsWith(".page.json"));
const counted = (votes) => (Array.isArray(votes) ? votes[0] + votes[1] : votes);

test("every election has its parts", () => {
  assert.ok(elections.length >= 4 && elections.includes("jharkhand-2024.page.json"));
});

for (const name of elections) {
  test(name, async (t) => {
    const wanted = JSON.parse(read(name.replace(".page", "")));
    const dataset = unpack(JSON.parse(read(name)));
    assert.equal(dataset.constituencies.length, wanted.constituencies.length);
    dataset.constituencies.forEach((seat, i) => {
      const whole = wanted.constituencies[i];
      assert.deepEqual([seat.id, seat.name, seat.winner], [whole.id, whole.name.en ?? whole.name, whole.winner]);
      assert.deepEqual(seat.candidates.map(({ party, votes }) => [party, votes]), whole.candidates.map(({ party, votes }) => [party, counted(votes)]));
      assert.ok(seat.candidates.every((one) => one.name === "–"), "names come later");
    });
    const asked = [];
    t.mock.method(globalThis, "fetch", async (url) => {
      asked.push(url);
      // The first time the last of them does not come.
      if (asked.length === dataset.rest.length) return new Response("", { status: 503 });
      return new Response(read(url.split("/data/")[1]));
    });
    await assert.rejects(complete(dataset));
    assert.equal(dataset.constituencies[0].candidates[0].name, "–", "nothing is half done");
    await Promise.all([complete(dataset), complete(dataset)]);
    assert.equal(asked.length, dataset.rest.length + 1, "what came is not asked for again");
    const { rest, ...whole } = dataset;
    assert.deepEqual(whole, wanted);
  });
}
