/** Groupings worth a button, made from the alliances of the election. */

/** @import { Context, Edit } from "../types.d.ts" */

/** @param {string} party @param {string | null} alliance @returns {Edit} */
const realign = (party, alliance) => ({ realign: { party, alliance } });

/**
 * As declared; the two largest parties; a side without its third; those of the data file; all
 * apart.
 * @param {Context} ctx @returns {[string, Edit[]][]}
 */
export function groupings({ words, names, dataset, session }) {
  const size = new Map(session.baseline.parties.map(({ id, seats }) => [id, seats]));
  const bySize = (/** @type {string[]} */ ids) =>
    ids.filter((id) => size.get(id)).sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0));
  const [first, second] = bySize([...size.keys()].filter((id) => id !== "IND"));
  const { alliances, government, presets = [] } = dataset;
  const power = alliances.find(({ id }) => id === government) ?? alliances[0];
  const third = bySize(power?.parties ?? [])[2];
  const apart = alliances.flatMap(({ parties }) => parties.map((party) => realign(party, null)));
  /** @type {[string, Edit[]][]} */
  const found = [[words.say("preset.declared"), []]];
  if (second) {
    const said = words.say("preset.with", { a: names.label(first), b: names.label(second) });
    found.push([said, [realign(first, null), realign(second, first)]]);
  }
  if (third) {
    const labels = { alliance: names.label(power.id), party: names.label(third) };
    found.push([words.say("preset.without", labels), [realign(third, null)]]);
  }
  for (const { name, edits } of presets) found.push([words.name(name), edits]);
  found.push([words.say("preset.alone"), apart]);
  return found;
}
