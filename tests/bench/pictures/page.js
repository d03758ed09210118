// The seats of a house in half a circle, by all who can place them: coordinates, nothing drawn.

import init, { Calculator, bench_hemicycle } from "./pkg/seat_calculator.js";
import parliament from "./parliament-svg.js";
import { quickest } from "./quickest.js";

await init();
const { getParliamentPoints } = globalThis.d3;

/** What d3-parliament-chart takes where nothing is said. */
const SIZES = { sections: 4, sectionGap: 60, seatRadius: 12, rowHeight: 42 };
const WIDTH = 1_000;

const pairs = (flat) =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
const points = (seats, width) => getParliamentPoints(seats, SIZES, width);

/** The least width, in steps of a tenth, at which every seat is placed. */
function room(seats) {
  let width = WIDTH;
  while (points(seats, width).length < seats) width *= 1.1;
  return width;
}

/** A house of two parties, each seat with one vote. */
function calculator(seats) {
  const dataset = {
    format: 1,
    id: "made-up",
    title: "Made up",
    house: { name: "House", seats },
    counted: "2024-01-01",
    parties: [
      { id: "A", name: "A", colour: "#3c6a99" },
      { id: "B", name: "B", colour: "#87b658" },
    ],
    alliances: [],
    constituencies: Array.from({ length: seats }, (_, i) => ({
      id: String(i + 1),
      name: String(i + 1),
      status: "declared",
      winner: 1,
      candidates: [{ serial: 1, name: "C", party: i % 2 ? "A" : "B", votes: 1 }],
    })),
  };
  const made = new Calculator(JSON.stringify(dataset));
  made.evaluate("");
  return made;
}

/** Everybody's call for a house, and how many places there are in its answer. */
function calls(seats) {
  const width = room(seats);
  const made = calculator(seats);
  const one = { house: { seats, colour: "#3c6a99" } };
  const bare = {
    hFunction: (_, attributes, children) => (children ? { ...attributes, children } : attributes),
  };
  const distinct = (list) => new Set(list.map(({ x, y }) => `${x} ${y}`)).size;
  return {
    core: [
      () => bench_hemicycle(seats),
      ([, , ...places]) => distinct(pairs(places).map(([x, y]) => ({ x, y }))),
    ],
    "d3-parliament-chart": [() => points(seats, WIDTH), distinct],
    "d3, roomy": [() => points(seats, width), distinct],
    "parliament-svg": [
      () => parliament(one, bare),
      ({ children }) => distinct(children.map(({ cx, cy }) => ({ x: cx, y: cy }))),
    ],
    "Calculator.hemicycle": [
      () => made.hemicycle(),
      ({ x, y }) => distinct(x.map((one, i) => ({ x: one, y: y[i] }))),
    ],
  };
}

/** Everybody in turn, each once per round, then what they placed. */
globalThis.measure = async ({ seats, milliseconds, rounds }) => {
  const all = Object.entries(calls(seats));
  const times = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [run]] of all) (times[name] ??= []).push(quickest(run, milliseconds));
    await new Promise((later) => setTimeout(later));
  }
  const placed = Object.fromEntries(all.map(([name, [run, count]]) => [name, count(run())]));
  const [radius, height, ...places] = bench_hemicycle(seats);
  return { times, placed, house: [radius, height, pairs(places)] };
};
