/** The quickest of the batches that fit into a time, in ms; at least one run. */
export function quickest(run, milliseconds) {
  let start = performance.now();
  run();
  let best = performance.now() - start;
  let batch = 1;
  for (const end = start + milliseconds; performance.now() < end;) {
    start = performance.now();
    for (let turn = 0; turn < batch; turn += 1) run();
    const spent = performance.now() - start;
    if (spent < 0.25) batch *= 2;
    else best = Math.min(best, spent / batch);
  }
  return best;
}
