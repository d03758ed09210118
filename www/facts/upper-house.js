/** The Rajya Sabha: the quota, and how many each side elects alone. */

import { list, make, swatch, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { head } from "./data.js";
import { sourceSentence } from "../dataset/sources.js";

const VACANCIES = [1, 2, 3, 4, 5, 6];

/** @param {any} ctx */
export function upperView(ctx) {
  const { words, names, session } = ctx;
  let vacancies = 2;
  const many = radios(
    words.say("upper.vacancies"),
    "upper",
    VACANCIES.map((n) => [String(n), words.number(n)]),
    String(vacancies),
    (value) => {
      vacancies = Number(value);
      render();
    },
  );
  const sum = make("p", { class: "sum" });
  const body = make("tbody");
  const table = make(
    "table",
    {},
    make("caption", { class: "quiet" }, words.say("around.upper")),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        head(words.say("facts.side"), ""),
        head(words.say("upper.members")),
        head(words.say("upper.elects")),
        head(words.say("upper.spare")),
      ),
    ),
    body,
  );
  const note = make("p", { class: "quiet-text" });
  const surplus = make("p", { class: "quiet-text" });
  const node = make(
    "div",
    {},
    make(
      "div",
      { class: "choose" },
      make("span", { class: "quiet-text", "aria-hidden": "true" }, words.say("upper.vacancies")),
      many,
    ),
    sum,
    table,
    surplus,
    note,
  );

  function render() {
    const found = session.core.use((calculator) => calculator.upperHouse(vacancies));
    text(
      sum,
      words.say("upper.sum", { n: vacancies, needed: found.needed, members: found.members }),
    );
    const label = (row) => (row.kind === "independents" ? names.full("IND") : names.label(row.id));
    list(
      body,
      found.sides,
      ({ row }) => `${row.kind} ${row.id}`,
      ({ row }) => {
        const cells = [1, 2, 3].map(() => make("td", { class: "number" }));
        const line = make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            make("span", { class: "label" }, swatch(names.colour(row.id)), label(row)),
          ),
          ...cells,
        );
        line.cells_ = cells;
        return line;
      },
      ({ cells_ }, side) => {
        text(cells_[0], words.number(side.members));
        text(cells_[1], words.number(side.elects));
        text(
          cells_[2],
          side.elects && !side.spare ? words.say("upper.exactly") : words.number(side.spare),
        );
      },
    );
    text(
      surplus,
      found.sides
        .filter((side) => side.withSurplus > side.elects)
        .map((side) => words.say("upper.surplus", { A: label(side.row), n: side.withSurplus }))
        .join(" "),
    );
    text(
      note,
      `${words.say("upper.note", { quota: words.hundredths(found.quota), members: found.members })} ${sourceSentence(ctx, ctx.dataset)}`,
    );
  }

  return { node, render };
}
