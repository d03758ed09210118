/** Seats of every side in every place of a kind, as bars with their numbers beside them. */

import { colour, list, make, prop, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { dataTable, rowName } from "../components/table.js";
import { computedFrom } from "./source-note.js";

/** @import { Context, Facts, Scope } from "../types.d.ts" */
/** @import { PlaceKind } from "./party-statistics.js" */
/** `of`: constituencies of the largest place.
 * @typedef {{ kind: string, id: string, facts: Facts, of: number }} PlaceFacts */

/** @param {Context} ctx @param {PlaceKind[]} kinds */
export function placesView(ctx, kinds) {
  const { words, names, dataset, session } = ctx;
  let [[kind, places]] = kinds;
  const title = words.say("facts.places");
  const pick = radios(
    title,
    "facts-places",
    kinds.map(([one]) => [one, words.say(`filter.${one}`)]),
    kind,
    (value) => {
      [kind, places] = kinds.find(([one]) => one === value) ?? kinds[0];
      render();
    },
  );
  const table = dataTable({
    caption: title,
    kind: "places",
    key: (/** @type {PlaceFacts} */ place) => `${place.kind} ${place.id}`,
    columns: [
      {
        label: words.say("facts.place"),
        build(cell, { kind: of, id }) {
          const count = make("small");
          cell.append(names.scope(/** @type {Scope} */ ({ [of]: id })), " ", count);
          return ({ facts }) => text(count, words.say("facts.in", { n: facts.constituencies }));
        },
      },
      { label: words.say("parties.seats"), kind: "", build: (cell) => placeBar(cell, ctx) },
    ],
  });

  const from = make("div");

  function render() {
    const found = session.core.use((calculator) =>
      (dataset[places] ?? []).map(({ id }) => ({ kind, id, facts: calculator.facts(kind, id) })),
    );
    const known = found.filter(({ facts }) => facts.constituencies);
    const of = Math.max(...known.map(({ facts }) => facts.constituencies));
    table.render(known.map((place) => ({ ...place, of })));
    from.replaceChildren(computedFrom(ctx, { dataset, blocks: ["votes", "alliances", places] }));
  }

  return { node: make("div", {}, make("h3", {}, title), pick, table.node, from), render };
}

/** @param {HTMLElement} cell @param {Context} ctx @returns {(place: PlaceFacts) => void} */
function placeBar(cell, { words, names }) {
  const said = make("span", { class: "place-said" });
  const bar = make("span", { class: "place-bar", "aria-hidden": "true" });
  cell.append(said, bar);
  return ({ facts, of }) => {
    const sides = facts.sides.filter((side) => side.seats.length);
    const counts = sides.map(
      ({ row, seats }) => `${rowName(names, row)} ${words.number(seats.length)}`,
    );
    text(said, counts.join(" · "));
    prop(bar, "--of", of);
    list(
      bar,
      sides,
      ({ row }) => `${row.kind} ${row.id}`,
      () => make("i"),
      (part, side) => {
        colour(part, names.colour(side.row.id));
        prop(part, "--n", side.seats.length);
      },
    );
  };
}
