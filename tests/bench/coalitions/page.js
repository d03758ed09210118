// Everything that is measured inside the browser: the core as WebAssembly, its algorithms in plain JavaScript, and the
// all-subsets page.

import init from "./pkg/seat_calculator.js";
import { digest, widened } from "./digest.js";
import * as control from "./control.js";
import * as subsets from "./subsets.js";

const wasm = await init();

/** A view of the module's memory, kept from call to call: making one costs as much as a small answer. When memory grows, it has no length any more. */
function kept(Type) {
  let view = new Type(0);
  let at = 0;
  return (address, length) => {
    if (view.length !== length || at !== address) view = new Type(wasm.memory.buffer, address, length);
    at = address;
    return view;
  };
}
const words = kept(Uint32Array);
const numbersAt = kept(Float64Array);
let places = new Uint32Array(0);

/** Hands weights over; their place stays while they are as many. */
function given(weights) {
  const { length } = weights;
  if (places.length !== length) {
    const address = wasm.bench_players(length);
    places = new Uint32Array(wasm.memory.buffer, address, length);
  }
  for (let player = 0; player < length; player += 1) places[player] = weights[player];
}

const values = (length) => numbersAt(wasm.bench_values(), length);

/** The values as a list of their own, such as everybody else answers with: a new typed array of more than eight numbers takes the browser longer than a small game. */
function listed(length) {
  const answer = [];
  for (const value of values(length)) answer.push(value);
  return answer;
}

const masksAt = wasm.bench_masks_at() / 4;
let memory = new Uint32Array(0);

function masks(count) {
  if (!memory.length) memory = new Uint32Array(wasm.memory.buffer);
  return words(memory[masksAt], 2 * count);
}

const core = {
  list(weights, quota) {
    given(weights);
    const count = wasm.bench_list(quota);
    return masks(count);
  },
  power(weights, quota) {
    given(weights);
    wasm.bench_power(quota);
    return listed(2 * weights.length);
  },
  overview(weights, quota) {
    given(weights);
    const first = wasm.bench_overview(quota);
    const [count] = values(1);
    return { count, first: masks(first) };
  },
};

const numbers = (found) => ({ values: [...found] });
const overview = ({ first: words, ...counts }) => ({ ...counts, ...digest(words), count: counts.count });

const participants = {
  core: {
    list: [core.list, digest],
    power: [core.power, numbers],
    overview: [core.overview, overview],
  },
  control: {
    list: [control.list, (found) => digest(widened(found))],
    power: [control.power, numbers],
  },
  subsets: {
    list: [subsets.list, (found) => digest(widened(found))],
  },
};

/** A batch takes about so many milliseconds: long for the clock, short against the machine's other work. */
const batchTime = 0.25;

/** Time of the quickest of many batches, with the answer. */
function measure({ participant, task, weights, quota, milliseconds, limit }) {
  const [run, answer] = participants[participant][task];
  if (participant === "control" && task === "list" && weights.length > 32) return { refused: "32 players at most" };
  let start = performance.now();
  const found = run(weights, quota, start + limit);
  const once = performance.now() - start;
  // What is over between two ticks of the clock is told by batches only.
  let best = once < batchTime ? Infinity : once;
  if (found === null) return { refused: `not done within ${limit / 1000} s` };
  const answered = answer(found);
  let batch = 1;
  for (const end = start + milliseconds; performance.now() < end; ) {
    start = performance.now();
    for (let turn = 0; turn < batch; turn += 1) run(weights, quota, Infinity);
    const spent = performance.now() - start;
    if (spent < batchTime) batch *= 2;
    else best = Math.min(best, spent / batch);
  }
  return { ns: best * 1e6, answer: answered };
}

// The browser compiles in earnest only what has run a while, and does so beside the page: let it, before anything counts.
const warm = { weights: [37, 25, 24, 20, 9, 7, 5, 5, 3, 3, 3, 3, 3, 2, 1], quota: 76, milliseconds: 100, limit: 1000 };
for (let round = 0; round < 4; round += 1) {
  for (const [participant, tasks] of Object.entries(participants)) {
    for (const task of Object.keys(tasks)) measure({ participant, task, ...warm });
  }
  await new Promise((later) => setTimeout(later, 100));
}
globalThis.measure = measure;
