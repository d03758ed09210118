// The built module and the core as it is compiled for this machine, on the same random houses.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Calculator } from "./module.mjs";

const HOUSES = 10_000;
const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the module answers, in the shape of `random-houses`. */
function answer({ dataset, scenario, seat }) {
  const calculator = new Calculator(dataset);
  try {
    const report = calculator.evaluate(scenario);
    return { report, constituency: calculator.constituency(seat) };
  } catch (error) {
    if (error.name !== "ScenarioError") throw error;
    return { problems: error.problems, total: error.total };
  } finally {
    calculator.free();
  }
}

/** One text for one value: names in order, columns as lists, NaN as JSON has it. */
function canonical(value) {
  return JSON.stringify(value, (_, part) => {
    if (ArrayBuffer.isView(part)) return [...part];
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

test("on 10,000 random houses the module answers what the native core answers, byte by byte", async () => {
  const command = [
    "run",
    "--quiet",
    "--locked",
    "--profile",
    "test",
    "--package",
    "seat-fuzz",
    "--bin",
  ];
  const native = spawn("cargo", [...command, "random-houses", "--", `${HOUSES}`], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(native, "exit");
  let [same, refused] = [0, 0];
  for await (const line of createInterface({ input: native.stdout })) {
    const house = JSON.parse(line);
    const found = answer(house);
    assert.equal(canonical(found), canonical(house.answer), `${house.scenario}\n${house.dataset}`);
    same += 1;
    if (found.problems) refused += 1;
  }
  assert.deepEqual(await ended, [0, null]);
  assert.equal(same, HOUSES);
  assert.ok(refused > HOUSES / 20 && refused < HOUSES / 2, `${refused} refused by both`);
});
