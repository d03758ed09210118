// Everything that is measured inside the browser: the core as WebAssembly, its algorithms in plain JavaScript, and the
// all-subsets page.

import init from "./pkg/seat_calculator.js";
import { digest, widened } from "./digest.js";
import * as control from "./control.js";
import * as subsets from "./subsets.js";

const wasm = await init();

/** Hands weights over and answers how to go on. */
function given(weights) {
  const address = wasm.bench_players(weights.length);
  new Uint32Array(wasm.memory.buffer, address, weights.length).set(weights);
}

const values = (length) => new Float64Array(wasm.memory.buffer, wasm.bench_values(), length);
const masks = (count) => new Uint32Array(wasm.memory.buffer, wasm.bench_masks(), 2 * count);

const core = {
  list(weights, quota) {
    given(weights);
    const count = wasm.bench_list(quota);
    return masks(count);
  },
  banzhaf(weights, quota) {
    given(weights);
    wasm.bench_banzhaf(quota);
    return values(weights.length).slice();
  },
  shapley(weights, quota) {
    given(weights);
    wasm.bench_shapley(quota);
    return values(weights.length).slice();
  },
  overview(weights, quota) {
    given(weights);
    const first = wasm.bench_overview(quota);
    const [count, types, listed] = values(3);
    return { count, types, listed, words: masks(first) };
  },
};

const numbers = (found) => ({ values: [...found] });
const overview = ({ words, ...counts }) => ({ ...counts, ...digest(words), count: counts.count });

const participants = {
  core: {
    list: [core.list, digest],
    banzhaf: [core.banzhaf, numbers],
    shapley: [core.shapley, numbers],
    overview: [core.overview, overview],
  },
  control: {
    list: [control.list, (found) => digest(widened(found))],
    banzhaf: [control.banzhaf, numbers],
    shapley: [control.shapley, numbers],
  },
  subsets: {
    list: [subsets.list, (found) => digest(widened(found))],
  },
};

/** Time of the quickest of five batches after a warm-up, with the answer. */
globalThis.measure = ({ participant, task, weights, quota, milliseconds, limit }) => {
  const [run, answer] = participants[participant][task];
  if (participant === "control" && task === "list" && weights.length > 32) return { refused: "32 players at most" };
  let start = performance.now();
  const found = run(weights, quota, start + limit);
  let spent = performance.now() - start;
  if (found === null) return { refused: `not done within ${limit / 1000} s` };
  const answered = answer(found);
  let best = spent;
  if (spent < milliseconds) {
    let batch = 1;
    const end = start + milliseconds / 2;
    while (performance.now() < end) {
      start = performance.now();
      for (let turn = 0; turn < batch; turn += 1) run(weights, quota, Infinity);
      spent = performance.now() - start;
      if (spent < milliseconds / 10) batch *= 2;
    }
    for (let turn = 0; turn < 5; turn += 1) {
      start = performance.now();
      for (let again = 0; again < batch; again += 1) run(weights, quota, Infinity);
      best = Math.min(best, (performance.now() - start) / batch);
    }
  }
  return { ns: best * 1e6, answer: answered };
};
