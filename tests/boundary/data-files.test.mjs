// The two files of an election, put together as the page does it, and what they weigh.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { complete, loadElection } from "../../www/dataset/load-dataset.js";
import { dataset as whole, read } from "../dataset.mjs";

const elections = JSON.parse(read("elections.json"));

for (const { id } of elections) {
  test(`${id} is whole once its second file is here, which a failed request delays`, async (t) => {
    let failing = 1;
    const asked = [];
    t.mock.method(globalThis, "fetch", async (url) => {
      const name = url.split("/data/")[1];
      asked.push(name);
      if (name.includes("more") && failing-- > 0) return new Response("", { status: 503 });
      return new Response(read(name));
    });
    const dataset = await loadElection(id);
    assert.deepEqual(asked, [`${id}.json`]);
    const wanted = { ...whole(id), more: `${id}.more.json` };
    dataset.constituencies.forEach((seat, i) => {
      const same = wanted.constituencies[i];
      assert.deepEqual([seat.id, seat.winner], [same.id, same.winner]);
      assert.equal(seat.name.en, same.name.en);
      const ballot = ({ candidates }) => candidates.map(({ party, votes }) => [party, votes]);
      assert.deepEqual(ballot(seat), ballot(same));
    });
    await assert.rejects(complete(dataset));
    const names = dataset.constituencies.flatMap(({ candidates }) =>
      candidates.map((one) => one.name),
    );
    assert.deepEqual([...new Set(names)], ["–"], "nothing is half done");
    await Promise.all([complete(dataset), complete(dataset)]);
    assert.equal(asked.length, 3, "what came is not asked for again");
    assert.deepEqual(dataset, wanted);
  });
}

test("the map and the tiles weigh at most seven kilobytes", () => {
  const { tiles } = whole("jharkhand-2024");
  const map = JSON.stringify(JSON.parse(read("jharkhand.map.json")));
  const weight = gzipSync(map + JSON.stringify(tiles), { level: 9 }).length;
  assert.ok(weight <= 7_000, `${weight}`);
});
