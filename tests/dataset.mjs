// The elections that ship, for tests and benchmarks in Node.

import { readFileSync } from "node:fs";
import { layOver } from "../www/dataset/load-dataset.js";

/** The text of a file in www/data. @param {string} name */
export const read = (name) => readFileSync(new URL(`../www/data/${name}`, import.meta.url), "utf8");

/** A whole election: its first data file with the second laid over it. @param {string} id */
export function dataset(id) {
  const whole = JSON.parse(read(`${id}.json`));
  layOver(whole, JSON.parse(read(whole.more)));
  // Nothing is missing now: a page that is given this has no second file to ask for.
  delete whole.more;
  return whole;
}
