import assert from "node:assert/strict";
import { test } from "node:test";
import { madeUp } from "../bench/sweep/house.js";
import { jharkhand, seatCalculator, text, thrown, types } from "./module.mjs";

/** Steps a question to its end. */
function answer(calculator, question, budget = 1e9) {
  const analysis = calculator.analyse(question);
  let steps = 1;
  while (!analysis.step(budget)) steps += 1;
  const value = analysis.value();
  analysis.free();
  return { value, steps };
}

const INDIA_TO_NDA = { from: "INDIA", to: "NDA" };

test("the cheapest path to a majority of the NDA, and to the end of INDIA's", () => {
  const calculator = jharkhand();
  const { value: to } = answer(calculator, { kind: "path", side: "NDA", goal: "majority" });
  assert.deepEqual(
    [to.reached, to.seatsChanged.length, to.votes, to.seats, to.mark],
    [true, 17, 74_131, 24, 41],
  );
  const { value: end } = answer(calculator, { kind: "path", side: "INDIA", goal: "end" });
  assert.deepEqual(
    [end.reached, end.seatsChanged.length, end.votes, end.shareValid],
    [true, 16, 65_068, 37],
  );
  assert.deepEqual(
    end.seatsChanged.slice(0, 3).map((seat) => [seat.constituency, seat.switch]),
    [
      ["78", 369],
      ["65", 485],
      ["39", 905],
    ],
  );
  const report = calculator.evaluate({ edits: to.edits });
  assert.deepEqual([report.verdict.leaders, report.verdict.seats], [["NDA"], 41]);
});

test("close seats of a side, with votes that switch beside votes to be added", () => {
  const { value } = answer(jharkhand(), { kind: "close", side: "NDA" });
  const kanke = value.gains.find((seat) => seat.constituency === "65");
  assert.deepEqual(
    [kanke.switch, kanke.extra, kanke.margin, kanke.band, kanke.holder.party, kanke.to.party],
    [485, 969, 968, "underOne", "INC", "BJP"],
  );
  assert.equal(value.gains.length + value.losses.length + value.leftOut.length, 81);
});

test("the tipping point is found in steps as in one go, and speaks of the scenario it was asked of", () => {
  const calculator = jharkhand();
  const question = { kind: "tipping", ...INDIA_TO_NDA };
  const { value, steps } = answer(calculator, question);
  assert.deepEqual(
    [value.step, value.verdict, value.leaders, value.seats, value.constituencies],
    [368, "hung", ["INDIA", "NDA"], 40, ["31"]],
  );
  assert.equal(steps, 1);
  const small = answer(calculator, question, 7);
  assert.deepEqual(small.value, value);
  assert.equal(small.steps, Math.ceil(81 / 7));
  const analysis = calculator.analyse(question);
  assert.equal(analysis.step(1), false);
  assert.equal(analysis.value(), null);
  calculator.evaluate({ edits: [{ award: { constituency: "31", candidate: "BJP" } }] });
  while (!analysis.step(1)) {
    /* one constituency each */
  }
  assert.deepEqual(analysis.value(), value);
  assert.notDeepEqual(answer(calculator, question).value, value);
  const st = answer(jharkhand(), { ...question, scope: { category: "ST" } }).value;
  assert.equal(st.step, 836);
});

test("where nothing adds up simply a path is searched in many steps", () => {
  const calculator = jharkhand();
  calculator.evaluate({
    edits: [{ cross: { from: "INC", to: "NDA", members: 11 } }, { house: { base: "effective" } }],
  });
  const question = { kind: "path", side: "NDA", goal: "majority" };
  const { value, steps } = answer(calculator, question, 1);
  assert.ok(steps > 5, `${steps} steps`);
  assert.deepEqual(answer(calculator, question).value, value);
  const { edits } = calculator.evaluate("").scenario;
  assert.deepEqual(edits, []);
  const report = calculator.evaluate({
    edits: [
      ...value.edits,
      { cross: { from: "INC", to: "NDA", members: 11 } },
      { house: { base: "effective" } },
    ],
  });
  assert.deepEqual(report.verdict.leaders, ["NDA"]);
  assert.equal(report.verdict.kind, "majority");
});

/** The segment that a step lies in. */
const segmentOf = (sweep, step) => sweep.start.filter((start) => start <= step).length - 1;

test("a sweep crosses as columns in one buffer of its own", () => {
  const calculator = jharkhand();
  const sweep = calculator.sweep(INDIA_TO_NDA);
  const kinds = {
    skipped: Uint16Array,
    start: Int16Array,
    seats: Uint16Array,
    tied: Uint16Array,
    mark: Uint16Array,
    surplus: Int32Array,
    moved: Uint16Array,
    verdict: Uint8Array,
    winner: Uint16Array,
    row: Uint16Array,
  };
  for (const [name, kind] of Object.entries(kinds)) {
    assert.ok(sweep[name] instanceof kind, name);
    assert.equal(sweep[name].buffer, sweep.events.step.buffer, name);
  }
  const before = structuredClone(sweep);
  const back = calculator.sweep({ from: "NDA", to: "INDIA" });
  assert.notEqual(back.start.buffer, sweep.start.buffer);
  assert.deepEqual(sweep, before, "the next call leaves it as it is");
  assert.deepEqual(
    [back.from, back.to, back.at, back.applied, back.skipped.length],
    ["NDA", "INDIA", 0, sweep.applied, sweep.skipped.length],
  );
  assert.deepEqual(back.rows, sweep.rows);
  assert.deepEqual(back.winner, sweep.winner);
  assert.deepEqual(
    sweep.rows.map(({ kind }) => kind),
    ["alliance", "alliance", "party", "independents"],
  );
  assert.deepEqual(sweep.ticks.map(({ verdict, leaders }) => [verdict, ...leaders]).slice(-2), [
    ["hung", "INDIA", "NDA"],
    ["majority", "NDA"],
  ]);
  assert.deepEqual([sweep.start.length, sweep.start[0]], [sweep.segments, -1000]);
  assert.equal(sweep.events.step.length, sweep.events.afterRow.length);
  const seats = (id, step) =>
    sweep.seats[
      sweep.rows.findIndex((row) => row.id === id) * sweep.segments + segmentOf(sweep, step)
    ];
  assert.deepEqual(
    ["INDIA", "NDA", "JLKM"].map((id) => seats(id, 100)),
    [51, 29, 1],
  );
  const ticks = sweep.ticks.filter((tick) => tick.step > 0).slice(0, 2);
  assert.deepEqual(
    ticks.map((tick) => [tick.step, tick.seats, tick.constituencies]),
    [
      [368, 40, ["31"]],
      [399, 41, ["10"]],
    ],
  );
  // Every hundredth of a point is what evaluating it says, wherever the scenario stands now.
  for (const step of [-1000, -257, 0, 1, 368, 399, 1000]) {
    const [from, to] = step < 0 ? ["NDA", "INDIA"] : ["INDIA", "NDA"];
    const report = calculator.evaluate({
      edits: step ? [{ swing: { from, to, points: Math.abs(step) } }] : [],
    });
    for (const row of report.alliances.filter(({ kind }) => kind === "alliance"))
      assert.equal(seats(row.id, step), row.seats, `${row.id} at ${step}`);
    assert.equal(calculator.sweep(INDIA_TO_NDA).at, step);
  }
});

test("the columns of a larger house are wider, and say the same", () => {
  const dataset = madeUp(JSON.parse(text), 65_536, 7);
  const calculator = new seatCalculator.Calculator(dataset);
  const sweep = calculator.sweep(INDIA_TO_NDA);
  assert.ok(
    [
      sweep.skipped,
      sweep.seats,
      sweep.tied,
      sweep.mark,
      sweep.moved,
      sweep.events.constituency,
    ].every((column) => column instanceof Uint32Array),
  );
  assert.ok(sweep.events.constituency.some((at) => at > 65_000));
  const report = calculator.evaluate({ edits: [{ swing: { ...INDIA_TO_NDA, points: 300 } }] });
  const at = segmentOf(sweep, 300);
  for (const row of report.alliances.filter(({ kind }) => kind === "alliance")) {
    assert.equal(
      sweep.seats[sweep.rows.findIndex(({ id }) => id === row.id) * sweep.segments + at],
      row.seats,
      row.id,
    );
  }
  assert.deepEqual(
    [sweep.tied[at], sweep.mark[at], sweep.moved[at]],
    [report.house.tied, report.house.mark, report.changes.length],
  );
  calculator.free();
});

test("every other question crosses whole", () => {
  const calculator = jharkhand();
  const ask = (question) => answer(calculator, question).value;
  const { curve, ticks, seats } = ask({ kind: "curve", ...INDIA_TO_NDA });
  const at = (id, point) =>
    curve.lines.find(({ row }) => row.id === id).seats[curve.steps.indexOf(point)];
  assert.deepEqual(
    [at("INDIA", 300), at("NDA", 300), at("INDIA", 400), at("NDA", 400)],
    [45, 35, 39, 41],
  );
  assert.match(curve.lines[0].path, /^M-1000 \d+(H-?\d+V\d+)*H1000$/);
  assert.equal(ticks.length, seats.length);
  const reach = ask({ kind: "pool", target: "NDA", joiners: ["JLKM"] });
  assert.deepEqual(
    [reach.side, reach.needed, reach.most, reach.mark],
    [{ id: "NDA", kind: "alliance" }, null, 40, 41],
  );
  const margins = ask({ kind: "margins", party: "JLKM" });
  assert.deepEqual(margins.directions, [
    { winner: "INDIA", runnerUp: "NDA", seats: 12 },
    { winner: "NDA", runnerUp: "INDIA", seats: 6 },
  ]);
  assert.equal(margins.seats.find((seat) => seat.constituency === "65").transfer, 374);
  const shares = ask({ kind: "proportion" });
  assert.deepEqual(
    shares.sides.slice(0, 2).map(({ row, seats: n }) => [row.id, n]),
    [
      ["INDIA", 56],
      ["NDA", 24],
    ],
  );
  const earlier = JSON.parse(text);
  const same = ask({
    kind: "since",
    earlier,
    from: "INDIA",
    to: "NDA",
    successors: [{ then: "MCO", now: "CPIML" }],
  });
  assert.deepEqual(
    [
      same.election,
      same.alliances.swing,
      same.parties.from.id,
      same.alliances.constituencies.length,
    ],
    ["jharkhand-2024", 0, "JMM", 81],
  );
  assert.equal(
    thrown(() => calculator.analyse({ kind: "since", earlier: {}, from: "INDIA", to: "NDA" })).code,
    "bad-dataset",
  );
});

test("what cannot be asked is refused by name", () => {
  const calculator = jharkhand();
  const refused = [
    [null, "wrong-kind"],
    [{}, "missing"],
    [{ kind: "fortune" }, "unknown-kind"],
    [{ kind: "close" }, "missing"],
    [{ kind: "close", side: "XYZ" }, "unknown-id"],
    [{ kind: "close", side: "IND" }, "independent-side"],
    [{ kind: "path", side: "NDA", goal: "glory" }, "unknown-word"],
    [{ kind: "tipping", from: "INDIA", to: "JMM" }, "same-side"],
    [{ kind: "tipping", from: "INDIA", to: "NDA", scope: { moon: "1" } }, "unknown-scope"],
  ];
  for (const [question, code] of refused) {
    const error = thrown(() => calculator.analyse(question));
    assert.ok(error instanceof Error);
    assert.deepEqual([error.name, error.code], ["QuestionError", code], JSON.stringify(question));
  }
  assert.equal(thrown(() => calculator.sweep({ from: "INDIA" })).code, "missing");
  assert.equal(thrown(() => calculator.sweep({ from: "INDIA", to: "INDIA" })).code, "same-side");
  assert.equal(calculator.evaluate("").verdict.seats, 56);
});

test("all ways to the mark, filtered, over parties and over alliances", () => {
  const calculator = jharkhand();
  const ask = (question) => answer(calculator, { kind: "coalitions", ...question }).value;
  const all = ask({});
  assert.deepEqual(
    [all.count, all.truncated, all.quota, all.minimal[0], all.seats[0]],
    ["18", false, 41, ["JMM", "INC"], 50],
  );
  assert.deepEqual(ask({ without: ["JMM"] }).minimal[0], ["BJP", "INC", "RJD"]);
  // JMM 34, RJD 4 and CPI(ML)L 2 with one of four single members, or without CPI(ML)L with three of them.
  const apart = ask({
    with: ["JMM"],
    apart: [
      ["JMM", "BJP"],
      ["JMM", "INC"],
    ],
    first: 2,
  });
  assert.deepEqual([apart.count, apart.minimal.length, apart.truncated], ["8", 2, true]);
  assert.deepEqual(ask({ over: "alliances" }).minimal, [["INDIA"]]);
  assert.equal(ask({ over: "alliances", quota: 57 }).minimal.length, 2);
  const steps = answer(calculator, { kind: "coalitions" }, 1).steps;
  assert.ok(steps > 3, String(steps));
});

test("what everyone is worth, in the house and in any other game", () => {
  const calculator = jharkhand();
  const { value } = answer(calculator, { kind: "power" });
  const jmm = value.players.find((player) => player.id === "JMM");
  assert.deepEqual([value.winning, value.swings, value.orders], ["256", "436", "362880"]);
  assert.deepEqual(jmm, {
    id: "JMM",
    seats: 34,
    seatShare: 4198,
    swings: "168",
    banzhaf: 3853,
    pivots: jmm.pivots,
    shapley: jmm.shapley,
    veto: false,
    dummy: false,
  });
  const player = (seats, i) => ({ id: `P${i}`, seats });
  // The Council of the EEC of 1958: Luxembourg, with one vote of seventeen, could make no difference.
  const council = answer(calculator, {
    kind: "power",
    players: [4, 4, 4, 2, 2, 1].map(player),
    quota: 12,
  }).value;
  assert.deepEqual(
    council.players.map((one) => [one.swings, one.dummy]),
    [
      ["10", false],
      ["10", false],
      ["10", false],
      ["6", false],
      ["6", false],
      ["0", true],
    ],
  );
});

test("the seats that matter for a coalition", () => {
  const calculator = jharkhand();
  const { value } = answer(calculator, {
    kind: "keySeats",
    members: ["JMM", "INC", "RJD", "CPIML"],
  });
  assert.deepEqual(
    [value.together, value.surplus, value.enough, value.votes, value.shareValid],
    [56, 15, 16, 65_068, 37],
  );
  assert.deepEqual(
    value.seats.slice(0, 3).map((seat) => [seat.constituency, seat.switch]),
    [
      ["78", 369],
      ["65", 485],
      ["39", 905],
    ],
  );
  const report = calculator.evaluate({ edits: value.edits });
  assert.equal(report.floor.short, 1);
  assert.deepEqual(answer(calculator, { kind: "keySeats", members: ["BJP"] }).value.seats, []);
});

test("questions about coalitions that cannot be asked", () => {
  const calculator = jharkhand();
  const nine = Array.from({ length: 9 }, (_, i) => [
    "JMM",
    ["BJP", "INC", "RJD", "AJSU", "CPIML", "JDU", "JLKM", "LJPRV", "JMM"][i],
  ]);
  const refused = [
    [{ kind: "coalitions", with: ["NOBODY"] }, "unknown-id"],
    [{ kind: "coalitions", apart: [["JMM"]] }, "not-a-pair"],
    [{ kind: "coalitions", apart: nine }, "too-many-pairs"],
    [{ kind: "coalitions", over: "people" }, "unknown-word"],
    [{ kind: "coalitions", first: 10_001 }, "too-large"],
    [{ kind: "power", players: [{ id: "a", seats: 1 }] }, "missing"],
    [
      {
        kind: "power",
        players: Array.from({ length: 121 }, (_, i) => ({ id: String(i), seats: 1 })),
        quota: 61,
      },
      "too-many-players",
    ],
    [{ kind: "keySeats" }, "missing"],
    [{ kind: "keySeats", members: ["XYZ"] }, "unknown-id"],
  ];
  for (const [question, code] of refused)
    assert.equal(thrown(() => calculator.analyse(question)).code, code, JSON.stringify(question));
});

test("questions taken up and dropped leave memory flat", () => {
  const calculator = jharkhand();
  const run = (times) => {
    for (let i = 0; i < times; i += 1) {
      const analysis = calculator.analyse({ kind: "tipping", ...INDIA_TO_NDA });
      analysis.step(10);
      analysis.free();
      calculator.sweep({ from: "NDA", to: "JLKM" });
    }
    return calculator.analyse({ kind: "close", side: "JMM" }).step(1) && memory.buffer.byteLength;
  };
  const memory = seatCalculator.initSync({}).memory;
  const before = run(100);
  assert.equal(run(600), before);
});

test("the declarations name questions and answers", () => {
  for (const name of [
    "Question",
    "Answers",
    "Sweep",
    "Tick",
    "Close",
    "CheapestPath",
    "AllWays",
    "Worth",
    "KeySeats",
  ])
    assert.match(types, new RegExp(`(interface|type) ${name}\\b`), name);
  assert.match(types, /analyse\(question: Question\): Analysis;/);
  assert.match(types, /sweep\(swing: SwingRule\): Sweep;/);
  assert.match(types, /step\(budget: number\): boolean;/);
});
