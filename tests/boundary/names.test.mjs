// Names and colours of ids that hold a "+" themselves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Names } from "../../www/dataset/names.js";

const dataset = JSON.parse(readFileSync(new URL("../data/ids-with-plus.json", import.meta.url)));
const words = {
  name: (name) => name,
  say: (key, values) => `${key} ${Object.values(values ?? {})}`,
};
const names = new Names(dataset, words);

test("a party whose id ends with + has its own name and colour, alone and in groupings", () => {
  const told = (id) => [names.label(id), names.colour(id)];
  assert.deepEqual(told("JDS+"), ["JDS+", "#118811"]);
  assert.deepEqual(told("BJP"), ["BJP", "#ff9933"]);
  assert.deepEqual(told("BJP+"), ["BJP+", "#0000cc"]);
  assert.deepEqual(told("JDS++AAA"), ["JDS+ + Party A", "#118811"]);
  assert.deepEqual(told("AAA+JDS++BJP"), ["Party A + JDS+ + BJP", "#cc0000"]);
  assert.deepEqual(told("BJP++BJP"), ["BJP+ + BJP", "#0000cc"]);
  assert.deepEqual(told("JDS+&AAA"), ["JDS+ + Party A", "#118811"]);
  assert.deepEqual(names.members("JDS+"), ["JDS+"]);
  assert.deepEqual(names.members("BJP+JDS+"), ["BJP", "JDS+"]);
  assert.equal(names.colour("JDS+>X"), "#118811");
  assert.equal(names.label("X+Y"), "X+Y");
});
