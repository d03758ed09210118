// What one state of a count costs in Chromium: Calculator.update, JSON text in and what changed out, at the 543
// constituencies of the Lok Sabha election of 2024 and at a made-up house of 4,120.
//
//   node feed.mjs CHROMIUM SITE LOK_SABHA
//
// Every state differs from the one before in every tenth constituency. Times are of the call alone, in the page.

import { readFile } from "node:fs/promises";
import { dataset as whole } from "../dataset.mjs";
import { launch, serve } from "./browser.mjs";

const MADE_UP = 4_120;
const STATES = 60;
/** Milliseconds that a state may cost. */
const AT_MOST = { 543: 2, 4120: 10 };

const [program, site, large] = process.argv.slice(2);

/** The shipped election with its constituencies repeated under new numbers. */
function madeUp() {
  const dataset = whole("jharkhand-2024");
  const real = dataset.constituencies;
  dataset.constituencies = Array.from({ length: MADE_UP }, (_, i) => ({
    ...real[i % real.length],
    id: String(i + 1),
  }));
  dataset.house.seats = MADE_UP;
  for (const about of ["more", "questions", "tiles", "map", "facts"]) delete dataset[about];
  return dataset;
}

/** Runs in the page: milliseconds of each update. */
async function measure(dataset, count) {
  const { default: init, Calculator } = await import("./pkg/seat_calculator.js");
  await init();
  const calculator = new Calculator(dataset);
  const ballot = calculator.ballot();
  const total = (votes) => (Array.isArray(votes) ? votes[0] + votes[1] : votes);
  const seats = dataset.constituencies.map(
    ({ id, status = "declared", winner, nota, candidates }) => {
      const lines = candidates.map((one, i) => [one.serial ?? i + 1, total(one.votes ?? 0)]);
      lines.sort(([a], [b]) => a - b);
      const voted = candidates.some(({ votes }) => votes !== undefined);
      const votes = voted ? lines.map(([, n]) => n) : null;
      const holder = lines.findIndex(([serial]) => serial === winner);
      return {
        row: [id, status, winner ?? null, nota === undefined ? null : total(nota), votes, null],
        holder,
      };
    },
  );
  const state = (seq) => {
    for (const [i, { row, holder }] of seats.entries())
      if (i % 10 === seq % 10 && row[4] && holder >= 0) row[4][holder] += 1;
    const [at, sent] = ["2024-11-23T18:01:53+05:30", "2024-11-23T18:02:10+05:30"];
    const rows = seats.map(({ row }) => row);
    return JSON.stringify({
      feed: 1,
      election: dataset.id,
      ballot,
      seq,
      at,
      sent,
      state: "counting",
      rows,
    });
  };
  const times = [];
  let changed = 0;
  for (let seq = 1; seq <= count; seq += 1) {
    const text = state(seq);
    const start = performance.now();
    const { changes } = calculator.update(text);
    times.push(performance.now() - start);
    changed = changes.length;
  }
  return { times, changed, bytes: state(count + 1).length };
}

const server = await serve([site]);
const browser = await launch(program);
try {
  const page = await browser.newPage();
  await page.goto(`${server.address}embed.html`);
  for (const dataset of [JSON.parse(await readFile(large, "utf8")), madeUp()]) {
    const { times, changed, bytes } = await page.evaluate(measure, dataset, STATES);
    const sorted = times.sort((a, b) => a - b);
    const [median, most] = [sorted[STATES / 2], sorted.at(-1)];
    const seats = dataset.constituencies.length;
    const limit = AT_MOST[seats];
    const verdict = median <= limit ? "kept" : "missed";
    console.log(
      `update at ${seats} constituencies (${bytes} bytes, ${changed} seats changed): ` +
        `median ${median.toFixed(2)} ms, most ${most.toFixed(2)} ms; at most ${limit} ms: ${verdict}`,
    );
    if (median > limit) process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
}
