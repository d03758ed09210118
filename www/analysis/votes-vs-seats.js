/** Votes against seats: what each side's votes were worth. */

import { asking } from "../components/analysis-request.js";
import { list, make, swatch, text } from "../components/dom.js";
import { radios } from "../components/fields.js";

/** Sides with a smaller share of the votes and no seat are left out, in hundredths of a percent. */
const LEAST = 100;

/** @param {any} ctx */
export function againstView(ctx) {
  const { words, names, session } = ctx;
  let which = "sides";
  /** @type {any} */
  let found = null;
  const pick = radios(
    words.say("against.by"),
    "against-by",
    [
      ["sides", words.say("against.sides")],
      ["parties", words.say("parties")],
    ],
    which,
    (value) => {
      which = value;
      draw();
    },
  );
  const failed = make("p", { class: "said", role: "status" });
  const head = ["shareVotes", "shareSeats", "votesPerSeat", "lost", "surplus", "shareContested"];
  const body = make("tbody");
  const table = make(
    "table",
    { class: "against-table" },
    make("caption", { class: "quiet" }, words.say("against")),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col" }, words.say("against.side")),
        ...head.map((name) =>
          make("th", { scope: "col", class: "number" }, words.say(`against.${name}`)),
        ),
      ),
    ),
    body,
  );
  const node = make(
    "div",
    { class: "behind" },
    pick,
    failed,
    make(
      "div",
      { class: "scroll", role: "region", tabindex: "0", "aria-label": words.say("against") },
      table,
    ),
    make("p", { class: "quiet-text" }, words.say("against.note")),
  );

  const ask = asking(ctx, (value, error) => {
    found = value;
    text(failed, error ? words.say("asked.failed") : "");
    draw();
  });

  function draw() {
    const rows = (found?.[which] ?? []).filter(
      ({ seats, shareVotes }) => seats || shareVotes >= LEAST,
    );
    list(
      body,
      rows,
      ({ row }) => row.id,
      ({ row }) => {
        const cells = head.map((name) => [name, make("td", { class: "number" })]);
        const name = row.id === "IND" ? words.say("parties.independents") : names.label(row.id);
        const line = make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            make("span", { class: "label" }, swatch(names.colour(row.id)), name),
          ),
          ...cells.map(([, cell]) => cell),
        );
        line.parts = Object.fromEntries(cells);
        return line;
      },
      ({ parts }, line) => {
        for (const name of ["shareVotes", "shareSeats", "shareContested"])
          text(parts[name], words.hundredths(line[name]));
        for (const name of ["lost", "surplus"]) text(parts[name], words.number(line[name]));
        text(
          parts.votesPerSeat,
          line.votesPerSeat === null ? "–" : words.number(line.votesPerSeat),
        );
      },
    );
  }

  function render() {
    if (!session.moving) ask({ kind: "proportion" });
  }

  return { node, render };
}
