// Calculator.update in the built module: the recorded states of a count, as the page hands them
// over.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dataset } from "../dataset.mjs";
import { Calculator, parseScenario, seatCalculator, thrown } from "./module.mjs";

/** A recorded state of the count of Jharkhand 2024, 1 to 4. */
const state = (n) =>
  readFileSync(new URL(`../../rehearsal/jharkhand-2024/live-${n}.json`, import.meta.url), "utf8");

/** What the file's own rows say. */
const rows = (n) => JSON.parse(state(n)).rows;
const statuses = (n, wanted) => rows(n).filter(([, status]) => status === wanted).length;

const following = () => {
  const calculator = new Calculator(dataset("jharkhand-2024"));
  calculator.follow();
  return calculator;
};

const states = ({ scenario }) => scenario.edits.map(({ state }) => state);

test("the wish of three seats on the count of 23 November 2024", () => {
  const calculator = following();
  const { text } = calculator.evaluate("0~1~jharkhand-2024~~w-24a61b65a").scenario;
  const expected = [
    ["applied", "applied", "applied"],
    ["applied", "applied", "against"],
    ["against", "so", "against"],
    ["against", "so", "against"],
  ];
  for (const [i, wanted] of expected.entries()) {
    const update = calculator.update(state(i + 1));
    const { declared, leading, open, withoutVotes } = update.tallied;
    assert.deepEqual(
      [declared, leading, open, withoutVotes],
      [statuses(i + 1, "declared"), statuses(i + 1, "leading"), 0, 0],
    );
    assert.deepEqual(states(calculator.evaluate(text)), wanted);
  }
});

test("edits of a report go back in with their states, and none is lost", () => {
  const calculator = following();
  calculator.update(state(3));
  const { scenario } = calculator.evaluate(
    "0~1~jharkhand-2024~~s-INDIA-NDA-100_w-24a61b_x-INC-NDA-20_r-IND.3",
  );
  assert.deepEqual(states({ scenario }), ["applied", "against", "so", "rest", "part"]);
  const again = calculator.evaluate({ edits: scenario.edits });
  assert.deepEqual(again.scenario, scenario);
  assert.deepEqual(
    parseScenario(scenario.text).edits,
    scenario.edits.map(({ state: _, ...edit }) => edit),
  );
});

test("objects are states too; what is none throws a FeedError and leaves the one before", () => {
  const calculator = following();
  const { seq, at, age, seconds, next, source, rehearsal, changes } = calculator.update(
    JSON.parse(state(2)),
  );
  assert.deepEqual([seq, at, age, next, rehearsal], [2, "2024-11-23T18:01:53+05:30", 0, 60, false]);
  assert.equal(seconds, Date.parse(at) / 1000);
  assert.equal(source, JSON.parse(state(2)).source);
  assert.ok(changes.every(({ corrected }) => corrected.length === 0));
  const before = calculator.evaluate("").constituencies;
  const error = thrown(() => calculator.update("<!doctype html>"));
  assert.deepEqual([error.name, error.code, error.total], ["FeedError", "not-json", 1]);
  assert.equal(thrown(() => calculator.update(state(1))).code, "older-seq");
  assert.equal(thrown(() => calculator.update(state(2))).code, "same-seq");
  assert.deepEqual(calculator.evaluate("").constituencies, before);
});

test("what changed since the first state, and what was taken back", () => {
  const calculator = following();
  calculator.update(state(1));
  const { changes } = calculator.update(state(2));
  const differing = rows(2).filter((row, i) => JSON.stringify(row) !== JSON.stringify(rows(1)[i]));
  assert.deepEqual(
    changes.map(({ constituency }) => constituency),
    differing.map(([id]) => id),
  );
  assert.deepEqual(calculator.changedSince(), changes);
  // Rajmahal: two candidates have fewer votes than before.
  const corrected = changes.filter((one) => one.corrected.length);
  assert.deepEqual(
    corrected.map((one) => [one.constituency, one.corrected]),
    [["1", [{ kind: "votes", candidates: 2 }]]],
  );
});

test("links made on the ballot are known afterwards; others are not", () => {
  const calculator = following();
  const ballot = calculator.ballot();
  assert.equal(calculator.evaluate("").fingerprint, ballot);
  const declared = new Calculator(dataset("jharkhand-2024"));
  assert.equal(declared.ballot(), ballot);
  const { fingerprint } = declared.evaluate("");
  for (const [one, known] of [
    [ballot, true],
    [fingerprint, true],
    ["000000", false],
  ])
    assert.deepEqual([calculator.knows(one), declared.knows(one)], [known, known], one);
});

test("the course of the count as steps", () => {
  const points = [
    { seconds: 0, seats: [30, 20] },
    { seconds: 30, seats: [41, 20] },
    { seconds: 120, seats: [40, 25] },
  ];
  assert.deepEqual(seatCalculator.timeline(points, 41), {
    top: 42,
    mark: 1,
    lines: ["M0 12H250V1H1000V2H1000", "M0 22H250V22H1000V17H1000"],
  });
  assert.equal(thrown(() => seatCalculator.timeline([{}], 41)).name, "FeedError");
});
