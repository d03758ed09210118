// The declarations in src/wasm are written by hand. Here the compiler holds them against real values:
// every field of a value must be declared with a type that fits, and every declared field, null and word
// must be in some value.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dataset, read } from "../dataset.mjs";
import { Calculator, folder, formatScenario, jharkhand, parseScenario, thrown } from "./module.mjs";

const root = new URL("../../", import.meta.url);
const source = (path) => readFileSync(new URL(path, root), "utf8");
const COMPILER = fileURLToPath(new URL("node_modules/typescript/bin/tsc", root));

const SWING = { from: "INDIA", to: "NDA" };

const SCOPES = [
  { category: "ST" },
  { district: "Ranchi" },
  { division: "Kolhan" },
  { phase: "2" },
  { parliamentary: "4" },
  { constituencies: ["3", "28"] },
];

/** An edit of every kind and form. */
const EDITS = [
  ...SCOPES.flatMap((scope) => [
    { pool: { target: "NDA", joiners: ["JLKM"], efficiency: 8000, scope } },
    { swing: { ...SWING, points: 368, scope, model: "proportional" } },
  ]),
  { pool: { target: "INDIA", joiners: ["JLKM"], efficiency: 10000 } },
  { swing: { ...SWING, points: 500, model: "uniform" } },
  { award: { constituency: "65", candidate: "BJP" } },
  { award: { constituency: "78", candidate: 4 } },
  { realign: { party: "RJD", alliance: null } },
  { realign: { party: "AJSU", alliance: "JLKM" } },
  { stance: { for: ["JMM", "AJSU"], notVoting: ["JLKM"] } },
  { stance: { for: ["JMM", "RJD", "CPIML"], notVoting: ["JLKM"] } },
  { cross: { from: "INC", to: "NDA", members: 11 } },
  { resign: { from: "JMM", members: 3 } },
  { resign: { constituency: "28" } },
  { absent: { from: "BJP", members: 3 } },
  { house: { base: "total", speaker: "JMM" } },
  { house: { base: "effective" } },
  { house: { base: "voting" } },
];

const GAME = { players: [2, 1, 1].map((seats, i) => ({ id: `P${i}`, seats })), quota: 3 };

const SWINGS = SCOPES.concat(null).map((scope) => ({ ...SWING, scope, model: "proportional" }));
SWINGS.push({ ...SWING, model: "uniform" });

/** A question of every kind and form. */
const QUESTIONS = [
  { kind: "close", side: "NDA" },
  { kind: "path", side: "NDA", goal: "majority" },
  { kind: "path", side: "INDIA", goal: "end" },
  ...SCOPES.concat(null).flatMap((scope) => [
    { kind: "tipping", ...SWING, scope, model: "uniform" },
    { kind: "curve", ...SWING, scope, model: "proportional" },
    { kind: "pool", target: "NDA", joiners: ["JLKM"], scope },
  ]),
  { kind: "coalitions", with: ["JMM"], without: ["BJP"], apart: [["INC", "RJD"]], first: 2 },
  { kind: "coalitions", over: "alliances", quota: 50 },
  { kind: "coalitions", ...GAME },
  { kind: "power", over: "parties" },
  { kind: "power", over: "alliances" },
  { kind: "power", ...GAME },
  { kind: "keySeats", members: ["JMM", "INC"], over: "parties", quota: 41 },
  { kind: "keySeats", members: ["INDIA"], over: "alliances" },
  { kind: "keySeats", members: ["BJP"] },
  { kind: "margins", party: "JLKM" },
  { kind: "proportion" },
  {
    kind: "since",
    earlier: dataset("jharkhand-2019"),
    from: "INDIA",
    to: "AJSU",
    successors: [{ then: "MCO", now: "CPIML" }],
  },
  // JLKM had not stood before.
  ...["NDA", "JLKM"].map((to) => ({
    kind: "scatter",
    earlier: dataset("jharkhand-2019"),
    from: "INDIA",
    to,
    successors: [{ then: "MCO", now: "CPIML" }],
  })),
];

/** A claim for every verdict and every part of an answer. */
const CLAIMS = [
  "JMM won 34 of 43 seats, strike rate 79 %, BJP and others 22",
  "RJD contested six seats, over 40,000 hot votes",
  "RJD’s strike rate was 71 %",
  "INDIA won in 55 and leads in 1",
  "BJP won 25 (2010)",
  "BJP up from 25 in 2019 to 21, without AJSU in Ranchi district 20",
  "BJP 21, AJSU 1: 23",
  "BJP 97",
  "JMM won 3 of 4 seats in Dumka",
  "With 80 members voting, the majority mark is 41",
  "Even without the RJD it has 52",
  "Nothing at all",
  "INDIA about 56, NDA at least 20, BJP up to 22, JMM under 40",
  "The BJP won one of the 28 ST seats",
  "BJP won 4 of 9 seats in Palamu division",
  "Hemant Soren won Barhait by 39,791 votes",
  "JMM won 13 more seats than BJP",
  "BJP won 25, AJSU won 2, together they could have won 44 (2019)",
  { figures: [{ measure: "places", place: { kind: "phase", id: "1" }, number: { digits: 43 } }] },
];

const RANGES = {
  sides: ["NDA", "INDIA"],
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
};

const MAP = JSON.parse(read("jharkhand.map.json"));

/** A picture of every kind, of a house of so many. */
function pictures(data) {
  const words = { title: "T", kicker: "K", note: "N", source: "S", dashed: "D", said: "41" };
  const states = ["", "leading", "tied", "empty"];
  const marks = data.constituencies.map((_, i) => ({
    colour: "#8a0700",
    mix: 50,
    sign: "A",
    state: states[i % states.length],
    changed: i % 2 === 0,
  }));
  const parts = [{ label: "P", colour: "#8a0700", seats: 3 }];
  const row = {
    label: "R",
    colour: "#8a0700",
    mix: 60,
    seats: 3,
    baseline: 2,
    parts,
    heights: [1, 2],
  };
  const frame = { width: 640, height: 480, dark: true, ...words, marks, rows: [row] };
  return [
    { kind: "hemicycle", ...frame },
    { kind: "tiles", ...frame, tiles: data.tiles },
    { kind: "map", ...frame, map: MAP, cities: ["Ranchi"] },
    { kind: "bars", ...frame, of: 81, mark: 41 },
    { kind: "chances", ...frame, from: 40, mark: 41 },
  ];
}

/** The worked example of DATA.md. */
const [, WORKED] = source("DATA.md").split("## A worked example");
const EXAMPLE = JSON.parse(WORKED.split("```json\n")[1].split("```")[0]);

/** The module that the page starts with. */
async function smallModule() {
  const small = await import(pathToFileURL(join(folder, "core", "seat_calculator.js")).href);
  small.initSync({ module: readFileSync(join(folder, "core", "seat_calculator_bg.wasm")) });
  return small;
}

/** Chances in which every row, base and tie is. */
function likelies(calculator) {
  const found = [];
  const ask = (of, edits, swing, ...spread) => {
    of.evaluate({ edits });
    const chances = of.chances(swing);
    assert.equal(typeof chances.at, "number");
    found.push(chances.likely(...spread));
    chances.free();
  };
  for (const base of ["total", "effective", "voting"])
    ask(calculator, [{ house: { base } }], SWING, 368, 580, 200);
  const partners = [{ realign: { party: "AJSU", alliance: "JLKM" } }];
  ask(new Calculator(dataset("jharkhand-2019")), [], { from: "JMM", to: "BJP" }, 0, 580, 0);
  ask(calculator, partners, SWING, 0, 580, 0);
  // So few votes that they are often level.
  ask(new Calculator(EXAMPLE), [], { from: "MILL", to: "BOAT" }, 312, 100, 0);
  calculator.evaluate("");
  return found;
}

/** States of a count that differ in every way. */
function states() {
  const feed = JSON.parse(readFileSync(new URL("rehearsal/jharkhand-2024/live-3.json", root)));
  const awaited = ([id]) => [id, "awaited", null, null, null, null];
  const led = ([id], winner) => [id, "declared", winner, null, null, null];
  const less = ([id, status, winner, nota, votes]) => {
    const fewer = votes.map((n) => n - 1);
    return [id, status, winner, nota, fewer, null];
  };
  const [a, b, c, d, ...rest] = feed.rows;
  const before = [awaited(a), b, led(c, 1), d, ...rest];
  const after = [a, awaited(b), led(c, 2), less(d), ...rest];
  return [
    { ...feed, seq: 1, rows: before },
    { ...feed, seq: 2, state: "paused", source: null, rows: after },
    { ...feed, seq: 3, state: "final", rows: after },
  ];
}

/** What the modules answer: a list of values for each name. */
async function answers() {
  const answered = {};
  const put = (name, ...values) => (answered[name] ??= []).push(...values);

  const asked = (calculator, question) => {
    const analysis = calculator.analyse(question);
    while (!analysis.step(1e9));
    put(question.kind, analysis.value());
  };
  const scenario = (calculator, edits) => {
    put("evaluate", calculator.evaluate({ edits }));
    put("glance", calculator.glance({ edits }));
    put("hemicycle", calculator.hemicycle());
    for (const other of [[], edits]) put("beside", calculator.beside({ edits: other }));
    put("facts", calculator.facts());
    put("upperHouse", calculator.upperHouse(2));
  };
  const whole = (data, edits) => {
    const calculator = new Calculator(data);
    scenario(calculator, edits);
    for (const { id } of data.constituencies) put("constituency", calculator.constituency(id));
    put("ballots", calculator.ballots());
    put("friendlyFights", calculator.friendlyFights());
    put("hemicycle", calculator.hemicycle());
    return calculator;
  };

  const words = source("src/status.rs").matchAll(/\(Status::\w+, "([a-z-]+)"\)/g);
  const camel = ([, word]) => word.replace(/-./, (letter) => letter[1].toUpperCase());
  put("statuses", Array.from(words, camel));

  const data = dataset("jharkhand-2024");
  const calculator = whole(data, []);
  for (const question of QUESTIONS) asked(calculator, question);
  put("likely", ...likelies(calculator));
  put("picture", ...pictures(data).map((request) => calculator.picture(request)));
  put("outlines", calculator.outlines(MAP));
  put("polls", calculator.polls(RANGES));
  put("sweep", ...SWINGS.map((swing) => calculator.sweep(swing)));
  put("refusals", calculator.refusals(-1, EDITS.slice(0, 2)));
  put("refusals", calculator.refusals(0, [{ pool: { ...EDITS[0].pool, target: "XYZ" } }]));
  for (const edit of EDITS) {
    scenario(calculator, [edit]);
    put("parseScenario", parseScenario(formatScenario({ edits: [edit] })));
  }
  const { scenario: last } = calculator.evaluate({ edits: EDITS.slice(-1) });
  put("parseScenario", parseScenario(last.text));
  put("formatScenario", formatScenario({ edits: EDITS.slice(0, 1) }));

  scenario(calculator, [{ realign: { party: "INC", alliance: "NDA" } }]);

  const before = dataset("jharkhand-2019");
  const earlier = whole(before, []);
  calculator.evaluate({ edits: EDITS.filter((edit) => edit.resign) });
  const vacant = EDITS.filter(({ resign }) => resign?.constituency);
  put("beside", jharkhand().beside({ edits: vacant }));
  put("compare", calculator.compare(earlier, [{ then: "MCO", now: "CPIML" }]));
  asked(earlier, { kind: "pool", target: "BJP", joiners: ["AJSU"] });
  for (const party of ["BJP", "JVMP", "AJSU", "JMM"]) asked(earlier, { kind: "margins", party });

  for (const count of ["jharkhand-2024-1723", "jharkhand-2024-1801"]) {
    const counting = whole(dataset(count), []);
    put("sweep", counting.sweep(SWING));
    asked(counting, { kind: "margins", party: "INC" });
  }
  const awaited = ({ id, name, candidates }) => ({ id, name, status: "awaited", candidates });
  const [first, ...rest] = EXAMPLE.constituencies;
  const nobody = { ...EXAMPLE, constituencies: [first, ...rest].map(awaited) };
  whole(nobody, []);
  whole(nobody, [{ award: { constituency: "1", candidate: 1 } }]);
  const one = whole({ ...EXAMPLE, constituencies: [first, ...rest.map(awaited)] }, []);
  put("sweep", one.sweep({ from: "MILL", to: "BOAT" }));
  put("compare", calculator.compare(whole(EXAMPLE, []), []));
  const seats = Array.from({ length: 1001 }, (_, i) => ({ ...first, id: String(i + 1) }));
  const house = { ...EXAMPLE.house, seats: seats.length };
  const large = new Calculator({ ...EXAMPLE, house, constituencies: seats });
  put("hemicycle", large.hemicycle());
  put("beside", large.beside(""));

  // Where the votes of a friendly fight are not known.
  const unknown = data.constituencies.map(({ nota, candidates, ...seat }) =>
    seat.id === "28"
      ? { ...seat, winner: 1, candidates: candidates.map(({ name, party }) => ({ name, party })) }
      : { ...seat, nota, candidates },
  );
  const bare = new Calculator({ ...data, constituencies: unknown });
  put("friendlyFights", bare.friendlyFights());

  const count = new Calculator(data);
  put("follow", count.follow());
  put("ballot", count.ballot());
  put("knows", count.knows(count.ballot()));
  put("update", ...states().map((feed) => count.update(feed)));
  put("changedSince", count.changedSince());
  for (const edit of EDITS) put("evaluate", count.evaluate({ edits: [edit] }));

  const claims = dataset("jharkhand-2024");
  const hours = ["jharkhand-2024-2013"].map(dataset);
  const day = [{ time: "10:45", seats: {}, parties: { RJD: [null, 5, 5] } }];
  const beside = { earlier: [{ dataset: before, successors: [] }], hours, day };
  const checking = new Calculator(claims);
  put("setBackground", checking.setBackground(beside));
  for (const claim of CLAIMS) put("check", checking.check(claim));

  const small = new (await smallModule()).Calculator(data);
  // The small module does not count the coalitions of so many partners.
  const independents = data.constituencies.slice(0, 9).map(({ id, candidates }) => {
    const place = candidates.findIndex(({ party }) => party === "IND");
    return { award: { constituency: id, candidate: candidates[place].serial ?? place + 1 } };
  });
  put("evaluate", small.evaluate(""), small.evaluate({ edits: independents }));
  put("constituency", small.constituency("1"));

  for (const wrong of [
    () => new Calculator({ format: 1 }),
    () => calculator.evaluate("~"),
    () => calculator.analyse({ kind: "close", side: "XYZ" }),
    () => calculator.outlines({}),
  ]) {
    const { name, message, code, problems, all, total } = thrown(wrong);
    put("error", { name, message, code, problems, all, total });
  }
  return answered;
}

/** A value as a TypeScript expression, a field on each line. */
function literal(value) {
  if (ArrayBuffer.isView(value)) return `new ${value.constructor.name}()`;
  if (Array.isArray(value)) return `[\n${value.map((item) => `${literal(item)},\n`).join("")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  const fields = Object.entries(value).map(
    ([name, field]) => `${JSON.stringify(name)}: ${literal(field)},\n`,
  );
  return `{\n${fields.join("")}}`;
}

/** Adds what a value has: the paths of its fields, where it is null, and its words by field. */
function see(value, path, seen) {
  seen.add(path);
  if (value === null) seen.add(`${path}: null`);
  if (/^([a-z][A-Za-z]*)?$/.test(value)) seen.add(`${path.split(".").at(-1)}: ${value}`);
  if (ArrayBuffer.isView(value)) return;
  if (Array.isArray(value)) for (const item of value) see(item, path, seen);
  else if (value && typeof value === "object") {
    for (const [name, field] of Object.entries(value)) see(field, `${path}.${name}`, seen);
  }
}

/**
 * What the compiler finds wrong with values of the fields of the declared `Values`. In `unseen` it names
 * the fields, nulls and words that no value has; what is inside a `whole` value need not be seen.
 */
function check(declared, whole, values) {
  const seen = new Set();
  let text = `
import type * as Module from ${JSON.stringify(join(folder, "seat_calculator.js"))};
${declared}
type Whole = ${whole};
type Parts<Path extends string, Name extends string, T> =
  T extends null ? \`\${Path}: null\`
  : T extends string ? string extends T ? never : \`\${Name}: \${T}\`
  : T extends number | boolean | ArrayBufferView | Whole ? never
  : T extends readonly (infer Item)[] ? Parts<Path, Name, Item>
  : Fields<\`\${Path}.\`, T>;
type Fields<Path extends string, T> = {
  [Name in keyof T & string]: string extends Name ? never
    : \`\${Path}\${Name}\` | Parts<\`\${Path}\${Name}\`, Name, Exclude<T[Name], undefined>>;
}[keyof T & string];
`;
  for (const [name, list] of Object.entries(values)) {
    for (const value of list) {
      see(value, name, seen);
      text += `{ const value: Values[${JSON.stringify(name)}] = ${literal(value)}; void value; }\n`;
    }
  }
  const all = [...seen].map((path) => JSON.stringify(path));
  text += `declare const unseen: Exclude<Fields<"", Values>, ${all.join(" | ")}>;
unseen satisfies never;\n`;

  const temporary = mkdtempSync(join(tmpdir(), "types-"));
  try {
    writeFileSync(join(temporary, "values.ts"), text);
    const options = "--noEmit --strict --exactOptionalPropertyTypes --noErrorTruncation";
    const modules = "--module esnext --moduleResolution bundler --lib esnext,dom --pretty false";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [COMPILER, ...options.split(" "), ...modules.split(" "), "values.ts"],
      { cwd: temporary, encoding: "utf8", maxBuffer: 1e9 },
    );
    const lines = text.split("\n");
    const said = stdout.replaceAll(
      /^values\.ts\((\d+),\d+\): /gm,
      (_, line) => `${lines[line - 1].slice(0, 100)}: `,
    );
    // The same is wrong with many values.
    return status === 0 ? "" : [...new Set(said.split("\n"))].join("\n") + stderr;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

test("every answer is as declared, and everything declared is answered", async () => {
  const declared = `
type Methods = Omit<Module.Calculator, "free" | "analyse" | "chances">;
type Values = { [Name in keyof Methods]: ReturnType<Methods[Name]> } & Module.Answers & {
  parseScenario: ReturnType<typeof Module.parseScenario>;
  formatScenario: ReturnType<typeof Module.formatScenario>;
  statuses: Module.Statuses;
  likely: ReturnType<Module.Chances["likely"]>;
  error: Omit<Module.CalculatorError, "stack" | "cause">;
};`;
  assert.equal(check(declared, "Module.Edit", await answers()), "");
});

test("every edit, question and request that is declared is accepted, and no other", () => {
  const declared = `
interface Values {
  edit: Module.Edit; question: Module.Question; picture: Module.PictureRequest;
  polls: Module.Ranges; compare: Module.Successor[]; sweep: Module.SwingRule;
}`;
  const values = {
    edit: EDITS,
    question: QUESTIONS.map((question) =>
      question.earlier ? { ...question, earlier: { format: 1, id: "earlier" } } : question,
    ),
    picture: pictures(dataset("jharkhand-2024")),
    polls: [RANGES],
    compare: [[{ then: "MCO", now: "CPIML" }]],
    sweep: SWINGS,
  };
  assert.equal(check(declared, "never", values), "");
});

test("every kind that the module knows is declared", () => {
  const kinds = (path, list, kind) => {
    const names = source(path).split(list)[1].matchAll(kind);
    return Array.from(names, ([, name]) => name[0].toLowerCase() + name.slice(1)).sort();
  };
  const edits = kinds("src/scenario/edits.rs", "\nkinds! {\n", /^ {4}(\w+)\(\w+\),$/gm);
  assert.deepEqual([...new Set(EDITS.flatMap((edit) => Object.keys(edit)))].sort(), edits);
  const questions = kinds("src/analysis/query.rs", "\nqueries! {\n", /^ {4}"(\w+)" => /gm);
  assert.deepEqual([...new Set(QUESTIONS.map(({ kind }) => kind))].sort(), questions);
});

/** Copies of a value, each with another of its fields (and theirs) spoilt. */
function* spoilt(value, path = "") {
  for (const [name, field] of Object.entries(value)) {
    const place = `${path}.${name}`;
    const put = (other) => Object.assign(structuredClone(value), { [name]: other });
    yield [place, put(-1.5)];
    if (name === "earlier" || field === null || typeof field !== "object") continue;
    for (const [inner, other] of spoilt(field, place)) yield [inner, put(other)];
  }
}

test("every field that is declared of an edit, question or picture is read", () => {
  const calculator = jharkhand();
  const refused = (name, values, ask) => {
    for (const value of values)
      for (const [place, wrong] of spoilt(value))
        assert.throws(
          () => ask(wrong),
          { name },
          `${JSON.stringify(value).slice(0, 80)}: ${place}`,
        );
  };
  refused("ScenarioError", EDITS, (edit) => calculator.evaluate({ edits: [edit] }));
  refused("QuestionError", QUESTIONS, (question) => calculator.analyse(question));
  refused("QuestionError", SWINGS, (swing) => calculator.sweep(swing));
  refused("QuestionError", SWINGS, (swing) => calculator.chances(swing));
  refused("ScenarioError", [RANGES], (ranges) => calculator.polls(ranges));
  const house = { constituencies: [{}], tiles: { columns: 4, rows: 1, places: [1, 1] } };
  const drawn = pictures(house).filter(({ kind }) => ["tiles", "bars", "chances"].includes(kind));
  refused("PictureError", drawn, (request) => calculator.picture(request));
});
