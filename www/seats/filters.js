/**
 * More filters of the list of seats: where they lie, who holds them, and in which order they stand.
 */

import { make } from "../components/dom.js";
import { select } from "../components/fields.js";

/** @import { Context } from "../types.d.ts" */
/** @import { Choice } from "./list.js" */

const ORDERS = ["closest", "name", "number", "party"];

/** @param {Context} ctx @param {(field: Choice, value: string) => void} pick */
export function filtersView({ words, names, dataset, session }, pick) {
  const held = session.baseline.parties.filter((party) => party.seats);
  /**
   * @param {Choice} field @param {{ id: string }[] | undefined} list
   * @param {(id: string) => string} name
   */
  const filter = (field, list, name) => {
    const options = (list ?? []).map(({ id }) => [id, name(id)]);
    if (!options.length) return [];
    const any = ["", words.say("filter.any")];
    const label = words.say(`filter.${field}`);
    return [select(label, [any, ...options], (value) => pick(field, value)).node];
  };
  const node = make(
    "div",
    { class: "fields" },
    ...filter("district", dataset.districts, (district) => names.scope({ district })),
    ...filter("category", dataset.categories, (category) => names.scope({ category })),
    ...filter("phase", dataset.phases, (phase) => names.scope({ phase })),
    ...filter("party", held, (id) => names.label(id)),
    select(
      words.say("seats.sort"),
      ORDERS.map((one) => [one, words.say(`sort.${one}`)]),
      (value) => pick("sort", value),
    ).node,
  );
  return { node, render() {} };
}
