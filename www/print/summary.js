/** What a printed page says more than the screen, where it is folded: each change by name, and where the numbers come from. */

import { make, show, text } from "../components/dom.js";
import { assumptions, editsSaid, sourceSaid } from "../changes/summary.js";

/** @param {any} ctx */
export function paperView(ctx) {
  const { words, names } = ctx;
  const edits = make("p");
  const seats = make("p");
  const notes = make("p", { class: "quiet-text" });
  const source = make("p", { class: "quiet-text" });
  const node = make("div", {}, edits, seats, notes, source);
  const holder = (side) => (side ? names.label(side.party) : words.say("edit.nobody"));

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const { changes } = report;
    const said = editsSaid(report, ctx);
    text(edits, said.length ? words.say("away.edits", { edits: said.join("; ") }) : "");
    text(
      seats,
      changes.length
        ? `${words.say("moved", { n: changes.length })}: ${changes
            .map(
              ({ constituency, from, to }) =>
                `${names.seat(constituency)} (${holder(from)}\u00a0→\u00a0${holder(to)})`,
            )
            .join(", ")}`
        : "",
    );
    text(notes, assumptions(report, ctx).join(" "));
    for (const line of [edits, seats, notes]) show(line, line.textContent !== "");
    text(source, sourceSaid(ctx));
  }

  return { node, render };
}
