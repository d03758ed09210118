/** The totals of two scenarios by alliance. */

import { make, prop, swatch } from "../components/dom.js";
import { dataTable } from "../components/table.js";

/** @import { Comparison, Context, Report } from "../types.d.ts" */
/** @typedef {{ id: string, name: string, kept: number, shown: number, change: number }} Row */

/** Of the row of seats that nobody holds. */
const NOBODY = "-";

/** @param {Context} ctx */
export function totalsTable({ words, names }) {
  const table = dataTable({
    caption: words.say("compare.totals"),
    key: (/** @type {Row} */ { id, name }) => `${id} ${name}`,
    columns: [
      {
        label: null,
        build(cell, { id, name }) {
          if (id !== NOBODY) cell.append(swatch(names.colour(id)));
          cell.append(name);
        },
      },
      { label: words.say("compare.kept"), text: ({ kept }) => words.number(kept) },
      { label: words.say("compare.shown"), text: ({ shown }) => words.number(shown) },
      {
        label: words.say("compare.change"),
        text: ({ change }) => (change ? words.signed(change) : "="),
      },
    ],
  });
  const node = make("div", { class: "compare-totals" }, table.node);
  /** A row that is gone leaves its room: what stands below stays. */
  let most = 0;

  /** @param {Comparison} found @param {Report} report */
  function render({ kept, alliances, nobody }, report) {
    const rows = [...report.alliances, ...kept.alliances];
    /** A party that joins an alliance in one of the two is named beside its picture. @param {string} id */
    const name = (id) => {
      const row = rows.find((one) => one.id === id);
      return row?.kind === "grouping" ? names.row(row) : names.label(id);
    };
    const all = alliances.map((one) => ({ ...one, name: name(one.id) }));
    if (nobody.kept || nobody.shown)
      all.push({ ...nobody, id: NOBODY, name: words.say("compare.nobody") });
    most = Math.max(most, all.length);
    prop(node, "--rows", most);
    table.render(all);
  }

  return { node, render };
}
