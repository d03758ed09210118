/**
 * The constituencies that changed hands because votes moved; each opens to its votes before and
 * after.
 */

import { list, make, swatch, text } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { shownCandidates } from "../seats/candidates.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { Change } from "../pkg/seat_calculator.js" */
/** @import { Candidate } from "../seats/candidates.js" */

/** Seats that are named before the list is opened. */
const NAMED = 3;

/** @param {Context} ctx */
export function movedView(ctx) {
  const { words, names } = ctx;
  const title = make("h3");
  const which = make("span", { class: "quiet-text" });
  const rows = make("ul", { class: "moved", role: "list" });
  const label = words.say("moved.list");
  const summary = make("summary", {}, title, which);
  const node = make("details", { class: "hands", "aria-label": label }, summary, rows);
  const holder = (/** @type {Change["from"]} */ side) =>
    side ? names.label(side.party) : words.say("moved.tied");

  /** @param {Report} report */
  function render(report) {
    const changes = report.changes.filter((change) => change.by === "votes");
    const n = changes.length;
    text(title, words.say(n ? "moved" : "moved.none", { n }));
    const some = changes.slice(0, NAMED).map((change) => names.seat(change.constituency));
    text(which, some.join(", ") + (n > NAMED ? " …" : ""));
    list(
      rows,
      changes,
      (change) => change.constituency,
      (change) => changedSeat(change.constituency, ctx),
      (row, { from, to }) => {
        text(row.line, `${holder(from)} → ${holder(to)}`);
        row.render();
      },
    );
  }

  return { node, render };
}

/** @param {string} id of the constituency @param {Context} ctx */
function changedSeat(id, ctx) {
  const { words, names, session } = ctx;
  const line = make("span");
  const table = dataTable({
    caption: words.say("seat.candidates", { seat: names.seat(id) }),
    key: (/** @type {Candidate} */ one) => String(one.serial),
    columns: [
      {
        label: words.say("seat.candidate"),
        build(cell, { serial, party }) {
          const label = make("small", {}, names.label(party));
          cell.append(swatch(names.colour(party)), names.candidate(id, serial), " ", label);
        },
      },
      { label: words.say("moved.before"), text: (one) => words.number(one.declared ?? 0) },
      {
        label: words.say("moved.after"),
        text: (one) => (one.withdrawn ? words.say("seat.withdrawn") : words.number(one.votes ?? 0)),
      },
    ],
  });
  const summary = make("summary", {}, make("b", {}, names.seat(id)), " ", line);
  const fold = make("details", {}, summary, table.node);
  fold.addEventListener("toggle", render);

  /** The core is asked only for rows that are open. */
  function render() {
    if (fold.open) table.render(shownCandidates(session.core.constituency(id)));
  }

  return { node: make("li", {}, fold), line, render };
}
