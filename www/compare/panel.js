/** Two scenarios side by side: the one that was kept, and the one that is shown now. */

import { afterPaint } from "../components/after-paint.js";
import { attr, button, make, show } from "../components/dom.js";
import { differingSeats } from "./differing-seats.js";
import { keepInAddress } from "./link.js";
import { scenarioColumn } from "./scenario-column.js";
import { totalsTable } from "./totals.js";

/** @import { CalculatorError, Comparison, Context, Edit, Report } from "../types.d.ts" */

/**
 * @param {Context} ctx
 * @param {(index: number) => void} open shows a constituency's card
 * @param {() => void} end stops comparing
 */
export function compareView(ctx, open, end) {
  const { words, session } = ctx;
  const kept = scenarioColumn(ctx, words.say("compare.kept"));
  const shown = scenarioColumn(ctx, words.say("compare.shown"));
  const mark = make("p", { class: "quiet-text" }, words.say("compare.mark"));
  const totals = totalsTable(ctx);
  const seats = differingSeats(ctx, open);
  const swap = button(words.say("compare.swap"), exchange, { class: "tool" });
  const stop = button(words.say("compare.stop"), end, { class: "tool" });
  const node = make(
    "section",
    { class: "compare", "aria-label": words.say("compare") },
    make("h3", {}, words.say("compare")),
    make("div", { class: "compare-columns" }, kept.node, shown.node),
    mark,
    totals.node,
    make("p", { class: "toolbar" }, swap, stop),
    seats.node,
  );
  const later = afterPaint();
  /** The edits of the one that was kept. @type {Edit[]} */
  let edits = [];

  /** One step of the history: undone, the two change places again. */
  function exchange() {
    const { kept: before, text } = session;
    if (before === text) return;
    session.kept = text;
    ctx.edit(() => edits, null);
    const [step] = session.past.slice(-1);
    if (step) step.swapped = true;
  }

  /** While a slider moves, the comparison comes a frame after the numbers. @param {Report} report */
  function render(report) {
    if (session.moving) later(() => compare(session.report));
    else compare(report);
  }

  /** @param {Report} report */
  function compare(report) {
    keepInAddress(ctx);
    session.beside = "";
    const found = session.kept === null ? null : compared(session.kept);
    if (!found) return;
    edits = found.kept.scenario.edits.map(({ state: _, ...edit }) => edit);
    kept.render(found.kept, found.houses?.kept);
    shown.render(report, found.houses?.shown);
    show(mark, found.houses !== null);
    // Its room stays.
    attr(mark, "data-idle", found.seats.length === 0);
    totals.render(found, report);
    seats.render(found);
    session.beside = words.say("compare.say", { n: found.seats.length });
  }

  /**
   * What the core says of both. Figures that change may leave no sense in the one that was kept.
   * @param {string} text @returns {Comparison | null}
   */
  function compared(text) {
    try {
      return session.core.use((calculator) => calculator.beside(text));
    } catch (error) {
      if (!(/** @type {CalculatorError} */ (error).code)) throw error;
      ctx.notice(words.say("compare.refused"), { text });
      end();
      return null;
    }
  }

  return { node, render };
}
