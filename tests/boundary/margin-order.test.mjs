// The row of all seats by margin: against an order counted here straight from the votes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { closest, decidingPlace, inOrder, sidesOf } from "../../www/chart/margin-order.js";
import { dataset } from "../dataset.mjs";
import { Calculator } from "./module.mjs";

/** A candidate's votes; some files give EVM and postal votes apart. */
const cast = ({ votes }) => (Array.isArray(votes) ? votes[0] + votes[1] : votes);

/** Alliance, margin and valid votes of every seat, as the file has them. */
function counted(file) {
  const sideOf = new Map(file.alliances.flatMap(({ id, parties }) => parties.map((p) => [p, id])));
  return file.constituencies.map((seat, index) => {
    const [first, second] = seat.candidates.toSorted((a, b) => cast(b) - cast(a));
    const valid = seat.candidates.reduce((sum, one) => sum + cast(one), 0);
    const side = first.alliance ?? sideOf.get(first.party) ?? first.party;
    return { index, side, share: second ? (cast(first) - cast(second)) / valid : Infinity };
  });
}

for (const [id, left, right, mark] of [
  ["jharkhand-2024", "INDIA", "NDA", 41],
  ["jharkhand-2019", null, null, 41],
])
  test(`${id}: from the safest for one side to the safest for the other`, () => {
    const file = dataset(id);
    const report = new Calculator(file).evaluate("");
    const sides = sidesOf(report, report);
    if (left) assert.deepEqual(sides, [left, right]);
    const places = inOrder(report, sides);
    const seats = counted(file);
    const of = (side) => seats.filter((one) => one.side === side);
    const [a, b] = sides.map(of);
    assert.deepEqual(
      places.map(({ index }) => index).toSorted((x, y) => x - y),
      seats.map(({ index }) => index),
      "every seat once",
    );
    const indices = (list) => list.map(({ index }) => index);
    const falling = (list) => list.toSorted((x, y) => y.share - x.share);
    assert.deepEqual(indices(places.slice(0, a.length)), indices(falling(a)));
    assert.deepEqual(indices(places.slice(-b.length)), indices(falling(b).toReversed()));
    const six = falling(seats).toReversed().slice(0, 6);
    const named = closest(places).map((at) => places[at].index);
    assert.deepEqual(named.toSorted(), indices(six).toSorted());
    const decides = decidingPlace(report, sides);
    const larger = a.length >= b.length ? a : b;
    if (larger.length >= mark)
      assert.equal(places[decides.at].index, falling(larger)[mark - 1].index);
  });

test("the seat that decides is the one that a swing brings to the mark, and a swing slides the border", () => {
  const file = dataset("jharkhand-2024");
  const calculator = new Calculator(file);
  const declared = calculator.evaluate("");
  const sides = sidesOf(declared, declared);
  const name = (report, at) =>
    file.constituencies[inOrder(report, sides)[at].index].name.en ??
    file.constituencies[inOrder(report, sides)[at].index].name;
  const { side, at } = decidingPlace(declared, sides);
  // Gandey is the last to fall at 3.68 points (the published path to 40 and 40).
  assert.deepEqual([side, at, name(declared, at)], ["INDIA", 40, "Gandey"]);
  const swung = calculator.evaluate("0~1~jharkhand-2024~~s-INDIA-NDA-368");
  const border = (report) => inOrder(report, sides).filter((one) => one.side < 0).length;
  assert.deepEqual([border(declared), border(swung)], [56, 40]);
  // Given by hand it stands beside the border, on the other side.
  const given = calculator.evaluate("0~1~jharkhand-2024~~w-65.BJP");
  const places = inOrder(given, sides);
  const first = places.findIndex((one) => one.side > 0);
  assert.equal(file.constituencies[places[first].index].id, "65");
});
