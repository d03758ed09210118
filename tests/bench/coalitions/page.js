// Everything that is measured inside the browser: the core as WebAssembly, and the all-subsets page.

import init, { bench_list, bench_overview, bench_power } from "./pkg/seat_calculator.js";
import { digest } from "./digest.js";
import { quickest } from "./quickest.js";
import { list } from "./subsets.js";

await init();

const masks = (found) => digest(BigUint64Array.from(found, BigInt));

/** Each participant's tasks: what is timed, and how its answer is told. */
const participants = {
  core: {
    list: [bench_list, masks],
    power: [bench_power, (values) => ({ values: [...values] })],
    overview: [bench_overview, ([count, ...first]) => ({ ...masks(first), count: Number(count) })],
  },
  "all subsets": { list: [list, masks] },
};

/** Time of the quickest of many batches, with the answer. */
function measure({ participant, task, weights, quota, milliseconds, limit }) {
  const [run, answer] = participants[participant][task];
  const players = Uint32Array.from(weights);
  const start = performance.now();
  const found = run(players, quota, start + limit);
  const once = performance.now() - start;
  if (found === null) return { late: true };
  const best =
    once > milliseconds ? once : quickest(() => run(players, quota, Infinity), milliseconds);
  return { ns: best * 1e6, answer: answer(found) };
}

// The browser compiles in earnest only what has run a while, and does so beside the page: let it, before anything counts.
const warm = {
  weights: [37, 25, 24, 20, 9, 7, 5, 5, 3, 3, 3, 3, 3, 2, 1],
  quota: 76,
  milliseconds: 100,
  limit: 1000,
};
for (let round = 0; round < 4; round += 1) {
  for (const [participant, tasks] of Object.entries(participants)) {
    for (const task of Object.keys(tasks)) measure({ participant, task, ...warm });
  }
  await new Promise((later) => setTimeout(later, 100));
}
globalThis.measure = measure;
