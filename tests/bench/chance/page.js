// One step of a slider of "How sure?": the core, and 10,000 draws over typed arrays.

import init, { Calculator } from "./pkg/seat_calculator.js";
import { draw, prepare } from "./draws.js";
import { quickest } from "./quickest.js";

await init();

/** @type {any} */
let present = null;

async function furnish({ file, from, to, mark, draws }) {
  const dataset = await (await fetch(file)).json();
  const calculator = new Calculator(dataset);
  calculator.evaluate("");
  const start = performance.now();
  const chances = calculator.chances({ from, to });
  const prepared = performance.now() - start;
  present = { chances, house: prepare(dataset, from, to), mark, draws };
  return { constituencies: dataset.constituencies.length, prepared };
}

/** Each turn asks for another scatter, as a slider does: nothing is kept from the one before. */
function measure(request) {
  if (request.furnish) return furnish(request.furnish);
  const { points, scatter, common, milliseconds, rounds } = request;
  const { chances, house, mark, draws } = present;
  const times = { core: [], draws: [] };
  let turn = 0;
  const core = () => chances.likely(points, scatter + 10 * (turn++ % 5), common);
  const drawn = () => draw(house, { points, scatter, common, draws, mark });
  for (let round = 0; round < rounds; round += 1) {
    times.core.push(quickest(core, milliseconds));
    times.draws.push(quickest(drawn, milliseconds));
  }
  const exact = chances.likely(points, scatter, common);
  const { wins } = drawn();
  const found = {};
  for (const { row, majority } of exact.rows) {
    if (majority < 1e-4) continue;
    found[row.id] = { core: majority, draws: wins[house.rows.indexOf(row.id)] / draws };
  }
  return { times, found };
}

globalThis.measure = measure;
