/** The sides of swings and pools: who belongs to one, and which edits before the vote do not go together. */

/** @typedef {import("../pkg/seat_calculator.js").Edit} Edit */

/**
 * Why the core would refuse these pools and swings together, by its own code; null where it would not.
 * @param {Edit[]} edits
 * @param {Map<string, { parties: string[] }>} alliances
 * @returns {"party-in-two-pools" | "same-side" | null}
 */
export function clash(edits, alliances) {
  const pools = edits.filter((edit) => "pool" in edit).map((edit) => edit.pool);
  /** @type {Map<string, string>} party to the target whose pool it joined */
  const joined = new Map();
  for (const { target, joiners } of pools) {
    for (const party of joiners) {
      if (party === target) return "same-side";
      if ((joined.get(party) ?? target) !== target) return "party-in-two-pools";
      joined.set(party, target);
    }
  }
  if (pools.some(({ target }) => joined.has(target))) return "party-in-two-pools";
  const declared = (id) => alliances.get(id)?.parties ?? [id];
  const members = (side) =>
    new Set([
      ...declared(side).filter((party) => !joined.has(party) || party === side),
      ...[...joined]
        .filter(([, target]) => declared(side).includes(target) || target === side)
        .map(([party]) => party),
    ]);
  const shared = ({ swing: { from, to } }) => {
    const gaining = members(to);
    return from === to || [...members(from)].some((party) => gaining.has(party));
  };
  return edits.some((edit) => "swing" in edit && shared(edit)) ? "same-side" : null;
}
