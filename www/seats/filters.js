/** More filters of the list of seats: where they lie, who holds them, and in which order they stand. */

import { make } from "../components/dom.js";
import { select } from "../components/fields.js";

const ORDERS = ["closest", "name", "number", "party"];

/** @param {any} ctx @param {(field: string) => (value: string) => void} pick */
export function filtersView({ words, names, dataset, session }, pick) {
  const any = ["", words.say("filter.any")];
  const places = (field, list, name) =>
    list?.length
      ? [
          select(
            words.say(`filter.${field}`),
            [any, ...list.map((one) => [one.id, name(one)])],
            pick(field),
          ).node,
        ]
      : [];
  const held = session.baseline.parties.filter((party) => party.seats);
  const node = make(
    "div",
    { class: "fields" },
    ...places("district", dataset.districts, (one) => words.name(one.name)),
    ...places("category", dataset.categories, (one) => words.name(one.name)),
    ...places("phase", dataset.phases, (one) =>
      words.say("filter.phase.name", { id: one.id, date: words.date(one.polled) }),
    ),
    ...places("party", held, (one) => names.label(one.id)),
    select(
      words.say("seats.sort"),
      ORDERS.map((one) => [one, words.say(`sort.${one}`)]),
      pick("sort"),
    ).node,
  );
  return { node, render() {} };
}
