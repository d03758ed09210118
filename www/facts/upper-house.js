/** The house that this one elects, as the Rajya Sabha: the quota, and how many each side elects alone. */

import { make, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { dataTable, rowName, sideHeading } from "../components/table.js";
import { computedFrom } from "./source-note.js";

/** @import { Context } from "../types.d.ts" */
/** @typedef {import("../pkg/seat_calculator.js").UpperHouse["sides"][number]} Side */

const VACANCIES = [1, 2, 3, 4, 5, 6];

/** @param {Context} ctx */
export function upperView(ctx) {
  const { words, names, session, dataset } = ctx;
  let vacancies = 2;
  const label = words.say("upper.vacancies");
  const pick = radios(
    label,
    "upper",
    VACANCIES.map((n) => [String(n), words.number(n)]),
    String(vacancies),
    (value) => {
      vacancies = Number(value);
      render();
    },
  );
  const sum = make("p", { class: "sum" });
  const surplus = make("p", { class: "quiet-text" });
  const note = make("p", { class: "quiet-text" });
  const table = dataTable({
    caption: words.name(dataset.house.upper),
    key: (/** @type {Side} */ { row }) => `${row.kind} ${row.id}`,
    columns: [
      { label: words.say("facts.side"), build: sideHeading(names) },
      { label: words.say("upper.members"), text: (side) => words.number(side.members) },
      { label: words.say("upper.elects"), text: (side) => words.number(side.elects) },
      {
        label: words.say("upper.spare"),
        text: ({ elects, spare }) =>
          elects && !spare ? words.say("upper.exactly") : words.number(spare),
      },
    ],
  });
  const visible = make("span", { class: "quiet-text", "aria-hidden": "true" }, label);
  const choose = make("div", { class: "choose" }, visible, pick);

  function render() {
    const found = session.core.use((calculator) => calculator.upperHouse(vacancies));
    const { members, needed, sides } = found;
    text(sum, words.say("upper.sum", { n: vacancies, needed, members }));
    table.render(sides);
    const more = sides.filter((side) => side.withSurplus > side.elects);
    const said = more.map(({ row, withSurplus: n }) =>
      words.say("upper.surplus", { A: rowName(names, row), n }),
    );
    text(surplus, said.join(" "));
    const quota = words.hundredths(found.quota);
    text(note, words.say("upper.note", { quota, members, parts: vacancies + 1 }));
  }

  const from = computedFrom(ctx, { dataset, blocks: ["votes", "alliances"] });
  return { node: make("div", {}, choose, sum, table.node, surplus, note, from), render };
}
