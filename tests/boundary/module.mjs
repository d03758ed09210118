// The built module as another program would import it: no DOM, the wasm given as bytes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dataset } from "../dataset.mjs";

export const folder = process.env.MODULE_FOLDER;
if (!folder)
  throw new Error("MODULE_FOLDER must name the folder of the built module: run cargo xtask test");

/** The folder of the built page. */
export const dist = pathToFileURL(join(folder, "..", "/"));
export const seatCalculator = await import(pathToFileURL(join(folder, "seat_calculator.js")).href);
seatCalculator.initSync({ module: readFileSync(join(folder, "seat_calculator_bg.wasm")) });

export const { Calculator, parseScenario, formatScenario } = seatCalculator;
export const types = readFileSync(join(folder, "seat_calculator.d.ts"), "utf8");
export const text = JSON.stringify(dataset("jharkhand-2024"));

/** A calculator on Jharkhand 2024. */
export function jharkhand() {
  return new Calculator(text);
}

/** What a function throws. */
export function thrown(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
