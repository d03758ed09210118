// The small module, which the page starts with, against the full one: the same reports from both, whatever it answers at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { dataset } from "../dataset.mjs";
import { seatCalculator as full, folder, thrown } from "./module.mjs";

const small = await import(pathToFileURL(join(folder, "core", "seat_calculator.js")).href);
small.initSync({ module: readFileSync(join(folder, "core", "seat_calculator_bg.wasm")) });

const ELECTIONS = [
  "jharkhand-2024",
  "jharkhand-2024-1723",
  "jharkhand-2019",
  "jharkhand-2014",
  "lok-sabha-2024-jharkhand",
];

/** Numbers from a seed, the same everywhere (xorshift). */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

/** Seats given to somebody on their ballots, by serial or by party, some of them twice. */
function awards(data, roll) {
  return Array.from({ length: roll(30) }, () => {
    const { id, candidates } = data.constituencies[roll(data.constituencies.length)];
    const place = roll(candidates.length);
    const { serial = place + 1, party } = candidates[place];
    const named = roll(3) === 0 && candidates.filter((other) => other.party === party).length === 1;
    return { award: { constituency: id, candidate: named ? party : serial } };
  });
}

/** How partners vote: those of a report, whole alliances and nominated members, some of them not named. */
function stances(data, report, roll) {
  if (roll(4) === 0) return [];
  const apart = report.partners.map((partner) => partner.id);
  const who = roll(3) ? apart : [...data.alliances.map((alliance) => alliance.id), "NOM"];
  const lists = { for: [], notVoting: [] };
  for (const id of who) [lists.for, lists.for, lists.notVoting, []][roll(4)].push(id);
  return [{ stance: lists }];
}

/** Counted one by one, the small module's most. */
const FEW = 14;

for (const id of ELECTIONS) {
  test(`${id}: the same reports from both modules`, () => {
    const data = dataset(id);
    const [one, other] = [new small.Calculator(data), new full.Calculator(data)];
    let left = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const roll = dice(seed * 7919);
      const given = awards(data, roll);
      const edits = [...given, ...stances(data, other.evaluate({ edits: given }), roll)];
      const theirs = other.evaluate({ edits });
      const many =
        theirs.partners.filter((partner) => partner.seats && partner.kind !== "nominated").length >
        FEW;
      if (many && theirs.floor.short !== undefined && theirs.edited.any) {
        left += 1;
        assert.equal(thrown(() => one.evaluate({ edits })).code, "needs-full");
        continue;
      }
      const mine = one.evaluate({ edits });
      if (many) {
        assert.deepEqual(mine.coalitions, { minimal: [], seats: [], count: null, truncated: true });
        mine.coalitions = theirs.coalitions;
      }
      assert.deepEqual(mine, theirs, `seed ${seed}: ${JSON.stringify(edits)}`);
      const { text } = theirs.scenario;
      assert.deepEqual(small.parseScenario(text), full.parseScenario(text));
      const seat = data.constituencies[roll(data.constituencies.length)].id;
      assert.deepEqual(
        one.constituency(seat),
        other.constituency(seat),
        `seed ${seed}: ${text}, seat ${seat}`,
      );
    }
    assert.ok(left < 60, "mostly it answers");
  });
}

test("what the small module does not know, it says, and stays as it was", () => {
  const calculator = new small.Calculator(dataset("jharkhand-2024"));
  const kept = calculator.evaluate("0~1~jharkhand-2024~~w-39.BJP");
  const refused = [
    { edits: [{ swing: { from: "INDIA", to: "NDA", points: 368 } }] },
    { edits: [{ award: { constituency: "39", candidate: 77 } }] },
    { edits: [{ award: {} }] },
    { edits: [{ nonsense: {} }] },
    { edits: 3 },
    "0~1~jharkhand-2024~~s-INDIA-NDA-368",
    "damaged",
  ];
  for (const scenario of refused) {
    const error = thrown(() => calculator.evaluate(scenario));
    assert.ok(error instanceof Error && error.code === "needs-full", JSON.stringify(scenario));
  }
  assert.equal(thrown(() => calculator.constituency("99")).code, "needs-full");
  assert.equal(thrown(() => new small.Calculator({})).code, "needs-full");
  assert.equal(thrown(() => small.parseScenario("damaged")).code, "needs-full");
  const holder = calculator.constituency("39").candidates.find((candidate) => candidate.holder);
  assert.equal(holder.party, "BJP", kept.scenario.text);
});
