// One drag of the swing slider in a direction it has not been moved in, and the tipping point, by all who can answer.

import init, { Calculator } from "./pkg/seat_calculator.js";
import { columns, madeUp } from "./house.js";
import * as recount from "./recount.js";
import * as rollup from "./rollup.js";
import { quickest } from "./quickest.js";

await init();

/** The steps of a drag, in hundredths of a point: 60 frames from one end of the slider to the other. */
const FRAMES = Array.from({ length: 60 }, (_, k) => 16 * (k + 1));
const REACH = 1_000;

/** What the slider reads of a sweep where it passes into another segment: the seats of every row, who holds each constituency, and how many are level. */
function swept(sweep, rows) {
  const { step, constituency, after } = sweep.events;
  const { segments, start, seats, tied } = sweep;
  const frame = { seats: new Uint32Array(rows), winner: sweep.winner, tied: 0 };
  let now = 0;
  let next = 0;
  while (now + 1 < segments && start[now + 1] <= 0) now += 1;
  while (next < step.length && step[next] <= 0) next += 1;
  function show() {
    for (let row = 0; row < rows; row += 1) frame.seats[row] = seats[row * segments + now];
    frame.tied = tied[now];
  }
  show();
  return (points) => {
    if (next === step.length || step[next] > points) return frame;
    // Each step with events begins a segment.
    for (let last = 0; next < step.length && step[next] <= points; next += 1) {
      now += Number(step[next] !== last);
      last = step[next];
      frame.winner[constituency[next]] = after[next];
    }
    show();
    return frame;
  };
}

/** Each participant: makes a fresh drag's frame function; `rows` are the ids its seats are listed by. */
const drags = {
  core({ calculator, from, to }) {
    const sweep = calculator.sweep({ from, to });
    return { rows: sweep.rows.map(({ id }) => id), frame: swept(sweep, sweep.rows.length) };
  },
  recount({ house, from, to }) {
    const state = recount.start(house, from, to);
    return { rows: house.rows, frame: (step) => recount.count(state, step) };
  },
  "d3-array rollup"({ house, lines, from, to }) {
    const state = rollup.start(house, lines, from, to);
    return { rows: house.rows, frame: (step) => rollup.count(state, step) };
  },
  "d3-array grouped"({ house, lines, from, to }) {
    const state = rollup.startGrouped(house, lines, from, to);
    return { rows: house.rows, frame: (step) => rollup.countGrouped(state, step) };
  },
};

const tips = {
  core({ calculator, from, to }) {
    const analysis = calculator.analyse({ kind: "tipping", from, to });
    while (!analysis.step(2 ** 32 - 1));
    const tick = analysis.value();
    analysis.free();
    return tick && tick.step;
  },
  recount: ({ house, from, to }) => recount.bisect(house, from, to, REACH),
};

function drag(make, given) {
  const { frame } = make(given);
  for (const step of FRAMES) frame(step);
}

/** All that a drag shows, in one number: seats by id, winners and ties of every frame. */
function digest(make, given) {
  const { rows, frame } = make(given);
  const order = rows.map((id, row) => ({ id, row })).sort((a, b) => (a.id < b.id ? -1 : 1));
  let hash = 0x811c9dc5;
  const eat = (n) => {
    hash = Math.imul(hash ^ n, 0x01000193) >>> 0;
  };
  for (const step of FRAMES) {
    const { seats, winner, tied } = frame(step);
    for (const { id, row } of order) {
      if (!seats[row]) continue;
      for (const letter of id) eat(letter.codePointAt(0));
      eat(seats[row]);
    }
    winner.forEach(eat);
    eat(tied);
  }
  return hash;
}

/** @type {any} */
let present = null;

/** What a page does once, before any slider is moved: from the text of the file to what each counts from. */
const loads = {
  core: (text) => new Calculator(text).free(),
  recount: (text) => columns(JSON.parse(text)),
  "d3-array": (text) => rollup.rows(columns(JSON.parse(text))),
};

/** Adds the second file of an election to the first, as DATA.md says. */
function layOver(dataset, more) {
  for (const [name, value] of Object.entries(more)) {
    if (typeof value === "object" && typeof dataset[name] === "object")
      layOver(dataset[name], value);
    else dataset[name] = value;
  }
}

/** Puts a house in place: `file` as it is, or `seats` made-up constituencies from it. Answers what loading it takes, in ms. */
async function furnish({ file, seats, seed, from, to, milliseconds }) {
  const real = await (await fetch(file)).json();
  if (real.more) layOver(real, await (await fetch(`data/${real.more}`)).json());
  const dataset = seats ? madeUp(real, seats, seed) : real;
  const text = JSON.stringify(dataset);
  present?.calculator.free();
  const house = columns(dataset);
  present = { calculator: new Calculator(text), house, lines: rollup.rows(house), from, to };
  const load = {};
  for (const [name, run] of Object.entries(loads))
    load[name] = quickest(() => run(text), milliseconds);
  return { constituencies: dataset.constituencies.length, candidates: house.votes.length, load };
}

/** Everybody in turn, each once per round, then the answers compared. */
async function measure(request) {
  if (request.furnish) return furnish(request.furnish);
  const { milliseconds, rounds, slow } = request;
  const times = { drag: {}, tipping: {} };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, make] of Object.entries(drags)) {
      if (name.startsWith("d3-array") && round >= slow) continue;
      (times.drag[name] ??= []).push(quickest(() => drag(make, present), milliseconds));
    }
    for (const [name, tip] of Object.entries(tips))
      (times.tipping[name] ??= []).push(quickest(() => tip(present), milliseconds));
    await new Promise((later) => setTimeout(later));
  }
  const answers = { drag: {}, tipping: {} };
  for (const [name, make] of Object.entries(drags)) answers.drag[name] = digest(make, present);
  for (const [name, tip] of Object.entries(tips)) answers.tipping[name] = tip(present);
  return { times, answers };
}

globalThis.measure = measure;
