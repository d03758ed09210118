import assert from "node:assert/strict";
import { test } from "node:test";
import { dataset } from "../dataset.mjs";
import { Calculator, jharkhand, thrown, types } from "./module.mjs";

const of2019 = () => new Calculator(dataset("jharkhand-2019"));
const MERGED = [{ then: "MCO", now: "CPIML" }];

test("facts cross by party and side, whole and by place", () => {
  const calculator = jharkhand();
  const all = calculator.facts();
  const bjp = all.parties.find(({ row }) => row.id === "BJP");
  assert.deepEqual(
    { ...bjp, seats: bjp.seats.length },
    {
      row: { id: "BJP", kind: "party" },
      contested: 68,
      constituencies: 68,
      won: 21,
      leading: 0,
      seats: 21,
      strikeRate: 3088,
      votes: 5_921_474,
      shareCounted: 3318,
      shareValid: 3361,
      shareContested: bjp.shareContested,
      averageMargin: bjp.averageMargin,
      depositsLost: bjp.depositsLost,
    },
  );
  assert.ok(bjp.shareContested > bjp.shareValid);
  const tribes = calculator.facts("category", "ST");
  assert.equal(tribes.constituencies, 28);
  assert.deepEqual(tribes.parties.find(({ row }) => row.id === "BJP").seats, ["51"]);
  assert.equal(thrown(() => calculator.facts("village", "x")).code, "unknown-kind");
  assert.equal(thrown(() => calculator.facts("district", "Patna")).code, "unknown-id");
  calculator.evaluate({ edits: [{ award: { constituency: "65", candidate: "BJP" } }] });
  assert.equal(calculator.facts().parties.find(({ row }) => row.id === "BJP").won, 22);
});

test("another election is compared with, and stays usable", () => {
  const earlier = of2019();
  const found = jharkhand().compare(earlier, MERGED);
  assert.equal(found.election, "jharkhand-2019");
  assert.deepEqual(found.seats[2], {
    constituency: "3",
    then: { party: "JMM", countsAs: "JMM", alliance: "MGB", candidate: 1, margin: 25_740 },
    now: "JMM",
    candidate: found.seats[2].candidate,
    margin: 39_791,
    kind: "held",
  });
  assert.deepEqual(found.ofTheDay[0], {
    id: "MGB",
    parties: [
      { id: "JMM", seats: 30 },
      { id: "INC", seats: 16 },
      { id: "RJD", seats: 1 },
    ],
    seats: 47,
  });
  const ajsu = found.parties.find(({ row }) => row.id === "AJSU");
  assert.deepEqual(ajsu, {
    row: { id: "AJSU", kind: "party" },
    then: 2,
    now: 1,
    held: 0,
    gained: 1,
    lost: 2,
  });
  assert.equal(earlier.evaluate("").verdict.seats, 47);
  for (const wrong of [null, "MCO", [{ then: "MCO" }], [null]]) {
    assert.ok(
      ["wrong-kind", "missing"].includes(thrown(() => jharkhand().compare(earlier, wrong)).code),
      JSON.stringify(wrong),
    );
  }
});

test("ranges of polls are read strictly", () => {
  const calculator = jharkhand();
  const sides = ["NDA", "INDIA"];
  const found = calculator.polls({
    sides,
    polls: [
      [
        [17, 27],
        [49, 59],
        [1, 6],
      ],
      [
        [42, 47],
        [25, 30],
        [1, 4],
      ],
    ],
  });
  assert.deepEqual(found.seats, [24, 56, 1]);
  assert.deepEqual(found.all, [0]);
  assert.deepEqual(found.polls[1].hits, [
    { kind: "high", off: 18 },
    { kind: "low", off: 26 },
    { kind: "in", off: 0 },
  ]);
  const code = (polls, of = sides) => thrown(() => calculator.polls({ sides: of, polls })).code;
  assert.equal(
    code([
      [
        [1, 2],
        [3, 4],
      ],
    ]),
    "wrong-length",
  );
  assert.equal(
    code([
      [
        [2, 1],
        [3, 4],
        [5, 6],
      ],
    ]),
    "empty-range",
  );
  assert.equal(code([[[1], [3, 4], [5, 6]]]), "missing");
  assert.equal(
    code([
      [
        [1, -2],
        [3, 4],
        [5, 6],
      ],
    ]),
    "negative",
  );
  assert.equal(
    code([
      [
        [1, 2.5],
        [3, 4],
        [5, 6],
      ],
    ]),
    "not-whole",
  );
  assert.equal(code([], ["XYZ"]), "unknown-id");
  assert.equal(code(null), "wrong-kind");
});

test("the upper house's quota, postal votes and NOTA", () => {
  const calculator = jharkhand();
  const two = calculator.upperHouse(2);
  assert.deepEqual([two.members, two.quota, two.needed], [81, 2701, 28]);
  assert.deepEqual(two.sides[0], {
    row: { id: "INDIA", kind: "alliance" },
    members: 56,
    elects: 2,
    spare: 0,
    withSurplus: 2,
  });
  const ballots = calculator.ballots();
  assert.deepEqual([ballots.apart, ballots.same, ballots.different], [81, 81, []]);
  assert.equal(ballots.notaAbove.length, 9);
});

test("the types name every export of this kind", () => {
  for (const signature of [
    "facts(",
    "compare(",
    "polls(",
    "upperHouse(",
    "ballots(",
    "friendlyFights(",
  ])
    assert.ok(types.includes(signature), signature);
  for (const name of ["Facts", "Then", "Polls", "UpperHouse", "Ballots"])
    assert.match(types, new RegExp(`export interface ${name} `));
  // A calculator must not pass for a promise.
  assert.equal(jharkhand().then, undefined);
});

test("friendly fights cross with what came of them, and the opened seat says the same", () => {
  const calculator = jharkhand();
  const fights = calculator.friendlyFights();
  assert.deepEqual(fights[0], {
    constituency: "28",
    alliance: "INDIA",
    candidates: [
      { serial: fights[0].candidates[0].serial, party: "JMM", votes: 70_858 },
      { serial: fights[0].candidates[1].serial, party: "CPIML", votes: 32_187 },
    ],
    together: 103_045,
    holder: { serial: fights[0].holder.serial, party: "BJP", votes: 106_296 },
    held: false,
  });
  assert.deepEqual(
    fights.map(({ constituency, held }) => [constituency, held]),
    [
      ["28", false],
      ["77", true],
      ["78", true],
    ],
  );
  calculator.evaluate("");
  for (const id of ["28", "65"]) {
    const named = calculator
      .constituency(id)
      .candidates.filter((one) => one.friendlyFight)
      .map(({ party, friendlyFight }) => [party, friendlyFight]);
    const expected = [
      ["JMM", "INDIA"],
      ["CPIML", "INDIA"],
    ];
    assert.deepEqual(named, id === "28" ? expected : [], id);
  }
});
