import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readClaim, writeClaim } from "../../www/claims/link.js";
import { dataset } from "../dataset.mjs";
import { Calculator, jharkhand, thrown } from "./module.mjs";

test("a claim is checked, and what was understood can be changed and checked again", () => {
  const calculator = jharkhand();
  const text = "JMM won 34 of 43 contested, strike rate 79 %";
  const answer = calculator.check(text);
  assert.equal(answer.verdict, "right");
  const [{ claim, findings }] = answer.readings;
  assert.deepEqual(
    findings.map(({ held }) => [held[0].value, held[0].of]),
    [
      ["34", null],
      ["43", null],
      ["79", [34, 43]],
    ],
  );
  const changed = { ...claim, figures: claim.figures.slice(0, 1) };
  changed.figures[0] = { ...changed.figures[0], number: { digits: 35 } };
  assert.equal(calculator.check(changed).verdict, "wrong");
  // The scenario plays no part.
  calculator.evaluate({ edits: [{ award: { constituency: "65", candidate: "BJP" } }] });
  assert.equal(calculator.check(text).verdict, "right");
});

test("what is no claim is refused with its place", () => {
  const calculator = jharkhand();
  const refused = (claim) => {
    const { name, code, problems } = thrown(() => calculator.check(claim));
    return [name, code, problems[0].path];
  };
  assert.deepEqual(refused({}), ["ScenarioError", "missing", "figures"]);
  assert.deepEqual(refused({ figures: [{ measure: "x" }] }).slice(1), [
    "unknown-word",
    "figures[0].measure",
  ]);
  const large = { figures: [{ measure: "seats", number: { digits: 1e15 } }] };
  assert.deepEqual(refused(large).slice(1), ["too-large", "figures[0].number"]);
});

test("earlier elections and counts are held against once they are given", () => {
  const calculator = jharkhand();
  const gained = "JMM improved its tally from 30 in 2019 to 34";
  assert.equal(calculator.check(gained).verdict, "undecided");
  calculator.setBackground({
    earlier: [{ dataset: dataset("jharkhand-2019") }],
    hours: [dataset("jharkhand-2024-2013")],
    day: [{ time: "10:45", seats: {}, parties: { RJD: [null, 5, 5] } }],
  });
  assert.equal(calculator.check(gained).verdict, "right");
  const [{ hour }] = calculator.check("INDIA won in 55 and leads in 1").readings;
  assert.equal(hour, "20:13");
  assert.equal(calculator.check("RJD’s strike rate was 71 %").readings[0].hour, "10:45");
});

test("a link carries kind, ids and numbers, and gives the same answer", () => {
  const calculator = new Calculator(dataset("jharkhand-2024"));
  for (const text of [
    "JMM 34 + BJP 21 + LJP(RV) 1 + AJSU 1 + JD(U) 1 + others 1 = 58",
    "BJP vote share 33.18 %",
    "Hemant Soren won Barhait by over 39,000 votes",
    "The JMM got 41.83 lakh votes",
    "Of the 28 ST seats, INDIA won 27 and the BJP one",
    "With 80 members voting, the majority mark is 41",
    "Even without the RJD it has 52",
    "BJP won 25 (2019)",
    "The JMM won 13 more seats than the BJP",
  ]) {
    const answer = calculator.check(text);
    assert.ok(answer.readings.length, text);
    for (const reading of answer.readings) {
      const link = writeClaim(reading.claim);
      assert.match(link, /^[\w.*-]+$/, text);
      assert.deepEqual(calculator.check(readClaim(link)).readings, [reading], link);
    }
  }
});

test("everything a claim can be told has words", () => {
  const folder = new URL("../../src/claim/", import.meta.url);
  const source = (name) => readFileSync(new URL(name, folder), "utf8");
  const facts = readdirSync(new URL("fact/", folder)).map((name) => `fact/${name}`);
  const found = (name, pattern) => Array.from(source(name).matchAll(pattern), ([, word]) => word);
  const words = JSON.parse(readFileSync(new URL("../../www/claims/en.json", import.meta.url)));
  const keys = [
    ...found("measure.rs", /^ {4}\w+ "([a-z-]+)" [A-Z]/gm).map((word) => `measure.${word}`),
    ...found("fact.rs", /Need::\w+ => "([a-z]+)"/g).map((word) => `needs.${word}`),
    ...found("consistency.rs", /new\(\s*"([a-z-]+)"/g).map((word) => `contradiction.${word}`),
    ...[...facts, "fact.rs", "history.rs"]
      .flatMap((name) => found(name, /Known::\w+\(\s*"([a-z-]+)"/g))
      .map((word) => `reading.${word}`),
  ];
  assert.ok(keys.length > 70, String(keys.length));
  assert.deepEqual(
    keys.filter((key) => !(key in words)),
    [],
  );
});
