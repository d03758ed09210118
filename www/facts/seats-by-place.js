/** Seats of every side in every place of a kind, as bars with their numbers beside them. */

import { colour, list, make, prop, text } from "../components/dom.js";
import { radios } from "../components/fields.js";

/** @param {any} ctx @param {[string, string][]} kinds of place, and the list of the dataset that has them */
export function placesView(ctx, kinds) {
  const { words, names, dataset, session } = ctx;
  let [kind, places] = kinds[0];
  const pick = radios(
    words.say("facts.places"),
    "facts-places",
    kinds.map(([one]) => [one, words.say(`filter.${one}`)]),
    kind,
    (value) => {
      [kind, places] = kinds.find(([one]) => one === value);
      render();
    },
  );
  const body = make("tbody");
  const table = make(
    "table",
    { class: "places" },
    make("caption", { class: "quiet" }, words.say("facts.places")),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col" }, words.say("facts.place")),
        make("th", { scope: "col" }, words.say("parties.seats")),
      ),
    ),
    body,
  );
  const node = make("div", {}, make("h3", {}, words.say("facts.places")), pick, table);

  function build({ id }) {
    const parts = {
      count: make("small"),
      said: make("span", { class: "place-said" }),
      bar: make("span", { class: "place-bar", "aria-hidden": "true" }),
    };
    const line = make(
      "tr",
      {},
      make("th", { scope: "row" }, names.scope({ [kind]: id }), " ", parts.count),
      make("td", {}, parts.said, parts.bar),
    );
    line.parts = parts;
    return line;
  }

  function render() {
    const found = session.core.use((calculator) =>
      dataset[places].map(({ id }) => ({ id, facts: calculator.facts(kind, id) })),
    );
    const rows = found.filter(({ facts }) => facts.constituencies);
    const of = Math.max(...rows.map(({ facts }) => facts.constituencies));
    list(
      body,
      rows,
      ({ id }) => `${kind} ${id}`,
      build,
      ({ parts }, { facts }) => {
        const sides = facts.sides.filter((side) => side.seats.length);
        const label = ({ row }) =>
          row.kind === "independents" ? names.full("IND") : names.label(row.id);
        text(parts.count, words.say("facts.in", { n: facts.constituencies }));
        text(
          parts.said,
          sides.map((side) => `${label(side)} ${words.number(side.seats.length)}`).join(" · "),
        );
        prop(parts.bar, "--of", of);
        list(
          parts.bar,
          sides,
          ({ row }) => `${row.kind} ${row.id}`,
          () => make("i"),
          (part, side) => {
            colour(part, names.colour(side.row.id));
            prop(part, "--n", side.seats.length);
          },
        );
      },
    );
  }

  return { node, render };
}
