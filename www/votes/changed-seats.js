/** The constituencies that changed hands because votes moved; each opens to its votes before and after. */

import { list, make, show, swatch, text } from "../components/dom.js";

/** Candidates shown of an opened constituency, beside those who hold or held it. */
const FIRST = 3;

/** @param {any} ctx */
export function movedView(ctx) {
  const { words, names, session } = ctx;
  const title = make("h3");
  const rows = make("ul", { class: "moved", role: "list" });
  const node = make(
    "section",
    { class: "hands", "aria-label": words.say("moved.list") },
    title,
    rows,
  );

  function build({ constituency: id }) {
    const line = make("span");
    const body = make("tbody");
    const number = (key) => make("th", { scope: "col", class: "number" }, words.say(key));
    const table = make(
      "table",
      {},
      make("caption", { class: "quiet" }, words.say("seat.candidates", { seat: names.seat(id) })),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, words.say("seat.candidate")),
          number("moved.before"),
          number("moved.after"),
        ),
      ),
      body,
    );
    const fold = make(
      "details",
      { ontoggle: () => votes(row) },
      make("summary", {}, make("b", {}, names.seat(id)), " ", line),
      table,
    );
    const row = make("li", {}, fold);
    row.parts = { id, line, body, fold };
    return row;
  }

  /** Asked of the core only for rows that are open. */
  function votes({ parts: { id, body, fold } }) {
    if (!fold.open) return;
    const shown = session.core
      .constituency(id)
      .candidates.filter((one, place) => place < FIRST || one.holder || one.declaredHolder);
    list(
      body,
      shown,
      (one) => String(one.serial),
      (one) => {
        const cells = {
          before: make("td", { class: "number" }),
          after: make("td", { class: "number" }),
        };
        const line = make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            swatch(names.colour(one.party)),
            names.candidate(id, one.serial),
            " ",
            make("small", {}, names.label(one.party)),
          ),
          cells.before,
          cells.after,
        );
        line.parts = cells;
        return line;
      },
      ({ parts: cells }, one) => {
        text(cells.before, words.number(one.declared));
        text(cells.after, one.withdrawn ? words.say("seat.withdrawn") : words.number(one.votes));
      },
    );
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const changes = report.changes.filter((change) => change.by === "votes");
    const holder = (side) => (side ? names.label(side.party) : words.say("moved.tied"));
    show(node, changes.length > 0);
    text(title, words.say("moved", { n: changes.length }));
    list(
      rows,
      changes,
      (change) => change.constituency,
      build,
      (row, { from, to }) => {
        text(row.parts.line, `${holder(from)} → ${holder(to)}`);
        votes(row);
      },
    );
  }

  return { node, render };
}
