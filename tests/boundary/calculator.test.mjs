import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Calculator,
  formatScenario,
  jharkhand,
  parseScenario,
  seatCalculator,
  text,
  thrown,
  types,
} from "./module.mjs";

const seats = (report, id) => report.alliances.find((row) => row.id === id)?.seats;
const STATUS_DECLARED = 0;

test("a dataset goes in as text or as the parsed object", () => {
  for (const dataset of [text, JSON.parse(text)]) {
    const calculator = new Calculator(dataset);
    const report = calculator.evaluate("");
    assert.deepEqual(
      ["INDIA", "NDA", "JLKM"].map((id) => seats(report, id)),
      [56, 24, 1],
    );
    calculator.free();
  }
});

test("the report has the shapes of the contract", () => {
  const report = jharkhand().evaluate({ edits: [] });
  assert.deepEqual(report.house.base, { kind: "total", n: 81 });
  assert.equal(report.house.mark, 41);
  assert.deepEqual(report.verdict, {
    kind: "majority",
    leaders: ["INDIA"],
    seats: 56,
    won: 56,
    leading: 0,
    surplus: 15,
    half: false,
    grouping: "declared",
    largestParty: { ids: ["JMM"], seats: 34 },
  });
  assert.deepEqual(report.scenario, { text: "", edits: [] });
  assert.deepEqual(report.coalitions.count, "18");
  assert.equal(report.totals.counted, 17_846_283);
  const columns = report.constituencies;
  const kinds = {
    party: Uint16Array,
    alliance: Uint16Array,
    winner: Uint16Array,
    runnerUp: Uint16Array,
    runnerUpParty: Uint16Array,
    margin: Float64Array,
    marginShare: Float64Array,
    status: Uint8Array,
    changed: Uint8Array,
  };
  assert.deepEqual(Object.keys(columns).sort(), Object.keys(kinds).sort());
  for (const [name, kind] of Object.entries(kinds)) {
    assert.ok(columns[name] instanceof kind, name);
    assert.equal(columns[name].length, 81, name);
    assert.equal(
      columns[name].byteLength,
      columns[name].buffer.byteLength,
      `${name} is in a buffer of its own`,
    );
  }
  assert.equal(report.parties[columns.party[2]].id, "JMM");
  assert.equal(report.alliances[columns.alliance[2]].id, "INDIA");
  assert.equal(columns.margin[2], 39_791);
  assert.ok(columns.status.every((status) => status === STATUS_DECLARED));
});

test("columns of an earlier report stay as they were", () => {
  const calculator = jharkhand();
  const before = calculator.evaluate("").constituencies;
  const copy = Uint16Array.from(before.winner);
  calculator.evaluate({ edits: [{ award: { constituency: "24", candidate: "INC" } }] });
  assert.deepEqual(before.winner, copy);
});

test("rows of parties that an edit leaves as they were are shared between reports, and cannot be changed", () => {
  const calculator = jharkhand();
  const edits = [
    [],
    [{ award: { constituency: "24", candidate: "INC" } }],
    [{ swing: { from: "INDIA", to: "NDA", points: 368 } }],
    [{ pool: { target: "NDA", joiners: ["JLKM"], efficiency: 7000 } }],
    [{ realign: { party: "RJD", alliance: null } }],
    [],
  ];
  const reports = edits.map((list) => calculator.evaluate({ edits: list }));
  const copies = reports.map(({ parties }) => JSON.stringify(parties));
  // Each as a calculator says it that has shared nothing.
  for (const [i, list] of edits.entries()) {
    const alone = jharkhand();
    assert.deepEqual(reports[i], alone.evaluate({ edits: list }), JSON.stringify(list));
    alone.free();
  }
  const [declared, awarded] = reports.map(
    ({ parties }) => new Map(parties.map((row) => [row.id, row])),
  );
  const differ = [...declared.keys()].filter((id) => declared.get(id) !== awarded.get(id));
  assert.ok(differ.includes("INC") && differ.length <= 3, differ.join());
  assert.ok(differ.every((id) => awarded.get(id).seats !== declared.get(id).seats));
  assert.throws(() => {
    reports[0].parties[0].seats += 1;
  }, TypeError);
  // The list is the caller's own.
  reports.at(-1).parties.reverse();
  assert.deepEqual(JSON.stringify(calculator.evaluate("").parties), copies[0]);
  assert.deepEqual(
    reports.slice(0, -1).map(({ parties }) => JSON.stringify(parties)),
    copies.slice(0, -1),
  );
  calculator.free();
});

test("every kind of edit crosses as the plain object of the rules", () => {
  const edits = [
    { pool: { target: "NDA", joiners: ["JLKM"], efficiency: 7000, scope: { district: "Ranchi" } } },
    { swing: { from: "INDIA", to: "NDA", points: 368, scope: { constituencies: ["28", "39"] } } },
    { swing: { from: "INC", to: "BJP", points: 100, model: "proportional" } },
    { award: { constituency: "28", candidate: 2 } },
    { realign: { party: "RJD", alliance: null } },
    { stance: { for: ["BJP", "JMM"], notVoting: ["JLKM"] } },
    { cross: { from: "INC", to: "NDA", members: 11 } },
    { resign: { from: "JMM", members: 2 } },
    { resign: { constituency: "39" } },
    { absent: { from: "BJP", members: 3 } },
    { house: { base: "voting", speaker: "JMM" } },
  ];
  const written = formatScenario({ election: "jharkhand-2024", edits });
  const read = parseScenario(written);
  assert.deepEqual(read, { election: "jharkhand-2024", edits });
  assert.equal(
    formatScenario({ election: "jharkhand-2024", edits: edits.toReversed() }).split("~").length,
    5,
  );
  const report = jharkhand().evaluate(read);
  assert.equal(report.edited.any, true);
  assert.equal(parseScenario(report.scenario.text).fingerprint, report.fingerprint);
});

test("an award may name the party; the report names the candidate", () => {
  const report = jharkhand().evaluate({
    edits: [{ award: { constituency: "65", candidate: "BJP" } }],
  });
  assert.equal(typeof report.scenario.edits[0].award.candidate, "number");
  assert.equal(report.changes.length, 1);
  assert.deepEqual(Object.keys(report.changes[0]).sort(), ["by", "constituency", "from", "to"]);
  assert.ok(Number.isNaN(report.constituencies.margin[64]));
  assert.equal(report.constituencies.changed[64], 1);
});

test("one constituency in detail", () => {
  const calculator = jharkhand();
  calculator.evaluate("");
  const barhait = calculator.constituency("3");
  assert.deepEqual(
    barhait.candidates.slice(0, 2).map((c) => [c.party, c.votes, c.holder]),
    [
      ["JMM", 95_612, true],
      ["BJP", 55_821, false],
    ],
  );
  assert.equal(barhait.nota, 3_469);
  assert.equal(thrown(() => calculator.constituency("82")).code, "unknown-id");
});

test("a glance is a part of the report, and leaves what was last evaluated", () => {
  const calculator = jharkhand();
  calculator.evaluate("");
  const text = "0~1~jharkhand-2024~~s-INDIA-NDA-368_w-65a";
  const glance = calculator.glance(text);
  assert.equal(calculator.constituency("65").candidates[0].holder, true);
  const report = calculator.evaluate(text);
  for (const [name, value] of Object.entries(glance)) assert.deepEqual(value, report[name], name);
  assert.equal(thrown(() => calculator.glance("nonsense")).name, "ScenarioError");
});

test("another scenario beside the one last evaluated says what a report of it says", () => {
  const calculator = jharkhand();
  const text = "0~1~jharkhand-2024~~s-INDIA-NDA-368_w-65a";
  const report = calculator.evaluate(text);
  calculator.evaluate("");
  const { kept, seats, houses } = calculator.beside(text);
  for (const [name, value] of Object.entries(kept)) assert.deepEqual(value, report[name], name);
  const changed = report.changes.map(({ constituency, from, to }) => [constituency, to, from]);
  assert.deepEqual(
    seats.map((one) => [one.constituency, one.kept, one.shown]),
    changed,
  );
  assert.equal(houses.kept.marked.split("h0").length - 1, changed.length);
  assert.equal(calculator.constituency("65").candidates[0].holder, true);
  assert.equal(thrown(() => calculator.beside("nonsense")).name, "ScenarioError");
});

test("sides that are not free say why", () => {
  const calculator = jharkhand();
  const pool = { pool: { target: "NDA", joiners: ["JLKM"], efficiency: 5000 } };
  calculator.evaluate({ edits: [pool] });
  const swing = (from, to) => ({ swing: { from, to, points: 1 } });
  const found = calculator.refusals(-1, [swing("JLKM", "NDA"), swing("JLKM", "BJP")]);
  assert.deepEqual(found, ["same-side", null]);
  const other = { pool: { target: "JMM", joiners: ["JLKM"], efficiency: 0 } };
  assert.deepEqual(calculator.refusals(-1, [other]), ["party-in-two-pools"]);
  assert.deepEqual(calculator.refusals(0, [other]), [null]);
  assert.equal(thrown(() => calculator.refusals(0, [{}])).code, "wrong-kind");
});

test("bad datasets throw a DatasetError with every problem", () => {
  const dataset = JSON.parse(text);
  for (const constituency of dataset.constituencies.slice(0, 30)) constituency.winner = 999;
  dataset.parties[0].colour = "javascript:alert(1)";
  const error = thrown(() => new Calculator(dataset));
  assert.ok(error instanceof Error);
  assert.equal(error.name, "DatasetError");
  assert.equal(error.total, 31);
  assert.equal(error.problems.length, 20);
  assert.deepEqual(Object.keys(error.problems[0]).sort(), ["code", "message", "path"]);
  assert.equal(error.code, error.problems[0].code);
  for (const bad of ["{", "[]", "null", null, 7, [], {}, { format: 1 }]) {
    assert.equal(thrown(() => new Calculator(bad)).name, "DatasetError", String(bad));
  }
});

test("bad scenarios throw a ScenarioError and leave the one before", () => {
  const calculator = jharkhand();
  const good = calculator.evaluate({
    edits: [{ award: { constituency: "65", candidate: "BJP" } }],
  });
  const cases = [
    ["nonsense", "damaged"],
    ["0~2~jharkhand-2024~~w-1a", "newer-version"],
    ["0~1~~~zz", "bad-clause"],
    ["x".repeat(32769), "too-long"],
    [null, "wrong-kind"],
    [{}, "missing"],
    [{ edits: [{}] }, "wrong-kind"],
    [{ edits: [{ toString: {} }] }, "unknown-edit"],
    [{ edits: [{ award: { constituency: "24", candidate: "RJD" } }] }, "no-candidate"],
    [{ edits: [{ swing: { from: "INDIA", to: "NDA", points: 10_001 } }] }, "too-large"],
    [{ edits: [{ swing: { from: "INDIA", to: "NDA", points: 1.5 } }] }, "not-whole"],
    [{ edits: [{ swing: { from: "INDIA", to: "INDIA", points: 1 } }] }, "same-side"],
    [{ edits: [{ resign: {} }] }, "vacancy-of-nobody"],
    [{ edits: [{ absent: { from: "BJP", members: 0 } }] }, "too-small"],
    [{ edits: [{ house: { base: "some" } }] }, "unknown-word"],
    [{ election: "other", edits: [] }, "other-election"],
    [{ fingerprint: "zzzzzz", edits: [] }, "result-changed"],
  ];
  for (const [scenario, code] of cases) {
    const error = thrown(() => calculator.evaluate(scenario));
    assert.equal(error.name, "ScenarioError", JSON.stringify(scenario));
    assert.equal(error.code, code, JSON.stringify(scenario));
  }
  const detail = calculator.constituency("65");
  assert.equal(detail.candidates.find((candidate) => candidate.holder).party, "BJP");
  assert.equal(calculator.evaluate(good.scenario.text).scenario.text, good.scenario.text);
});

test("problems of edits are told at their places in the caller's list", () => {
  const edits = [
    { house: { base: "voting", speaker: "NOBODY" } },
    { award: { constituency: "65", candidate: "BJP" } },
    { realign: { party: "XYZ", alliance: null } },
    { award: { constituency: "24", candidate: "RJD" } },
    { swing: { from: "INDIA", to: "NDA", points: 0 } },
    // The later of two about the same thing is the one that holds, and the one that is wrong.
    { absent: { from: "JMM", members: 1 } },
    { stance: { for: ["JMM", "QQQ"], notVoting: [] } },
    { cross: { from: "INC", to: "ZZZ", members: 2 } },
  ];
  const paths = (list) =>
    thrown(() => jharkhand().evaluate({ edits: list }))
      .problems.map((problem) => problem.path)
      .sort();
  // Awards and sides are looked at first: what stands on them waits until they are right.
  assert.deepEqual(paths(edits), ["edits[3].award.candidate"]);
  edits.splice(3, 1);
  assert.deepEqual(paths(edits), [
    "edits[0].house.speaker",
    "edits[2].realign.party",
    "edits[5].stance.for",
    "edits[6].cross.to",
  ]);
  edits.push({ realign: { party: "XYZ", alliance: "NDA" } });
  assert.deepEqual(paths(edits), [
    "edits[0].house.speaker",
    "edits[5].stance.for",
    "edits[6].cross.to",
    "edits[7].realign.party",
  ]);
});

test("hostile objects are refused, not trusted", () => {
  const calculator = jharkhand();
  const trap = {
    get edits() {
      throw new Error("boo");
    },
  };
  assert.equal(thrown(() => calculator.evaluate(trap)).name, "ScenarioError");
  const proxy = new Proxy(
    {},
    {
      get() {
        throw new Error("boo");
      },
    },
  );
  assert.equal(thrown(() => calculator.evaluate(proxy)).name, "ScenarioError");
  // What throws within must not leave the calculator in use for ever.
  const closed = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("boo");
      },
    },
  );
  assert.equal(thrown(() => calculator.evaluate({ edits: [closed] })).code, "wrong-kind");
  assert.equal(calculator.evaluate("").verdict.seats, 56);
});

test("a number where a text is due is refused like any other fault", () => {
  const calculator = jharkhand();
  assert.equal(thrown(() => calculator.constituency(28)).code, "unknown-id");
  assert.equal(thrown(() => parseScenario(5)).code, "damaged");
  assert.equal(thrown(() => calculator.evaluate(5)).code, "wrong-kind");
  assert.equal(calculator.constituency("28").id, "28");
});

test("a year of editing keeps memory flat", () => {
  const calculator = jharkhand();
  const memory = seatCalculator.initSync({}).memory;
  const run = (times) => {
    for (let i = 0; i < times; i += 1) {
      calculator.evaluate({
        edits: [{ award: { constituency: String((i % 81) + 1), candidate: 1 } }],
      });
    }
    return memory.buffer.byteLength;
  };
  const before = run(300);
  assert.equal(run(3_000), before);
});

test("the release build has no fault injection", () => {
  assert.equal(seatCalculator.injectFault, undefined);
});

test("the declarations name the contract", () => {
  for (const name of [
    "Dataset",
    "Scenario",
    "Edit",
    "Report",
    "Columns",
    "Verdict",
    "CalculatorError",
    "ConstituencyDetail",
  ]) {
    assert.match(types, new RegExp(`(interface|type) ${name}\\b`), name);
  }
  assert.match(types, /evaluate\(scenario: Scenario \| string\): Report;/);
  assert.match(types, /constructor\(dataset: Dataset \| string\);/);
  assert.match(types, /export function parseScenario\(text: string\): Scenario;/);
  assert.match(types, /constituency\(id: string\): ConstituencyDetail;/);
});
