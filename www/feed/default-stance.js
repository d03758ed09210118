/**
 * On a count the default For and Against would follow whoever has a majority at the moment. It is
 * written out when a reader first uses Change partners, so that no state of the count flips it.
 */

/** @import { Edit, Report } from "../types.d.ts" */

/** What speaks of the members of a house after the vote. */
const PARTNERS = ["realign", "stance", "cross", "absent", "house"];

/** @param {Edit} edit */
const speaksOfPartners = (edit) =>
  PARTNERS.some((kind) => kind in edit) || ("resign" in edit && "from" in edit.resign);

/**
 * The stance of everybody as the report has it; null where no edit speaks of partners, or where it
 * is written out already. A party that has no member yet stands as the largest partner of its row.
 * @param {Report} report
 * @returns {Edit | null}
 */
export function defaultStance({ scenario, alliances, partners }) {
  if (!scenario.edits.some(speaksOfPartners)) return null;
  const own = partners.filter(({ kind }) => kind !== "breakaway");
  /** @type {Record<string, string[]>} */
  const lists = { for: [], against: [], notVoting: [] };
  for (const { id, stance } of own) lists[stance].push(id);
  for (const row of alliances) {
    const seated = own.filter(({ alliance }) => alliance === row.id);
    const [largest] = seated.sort((a, b) => b.seats - a.seats);
    const others = row.parties.filter((id) => !seated.some((one) => one.id === id));
    if (largest) lists[largest.stance].push(...others);
  }
  const stance = { for: lists.for, notVoting: lists.notVoting };
  const written = scenario.edits.find((edit) => "stance" in edit);
  const [was, is] = [written && "stance" in written && written.stance, stance].map(sorted);
  return was === is ? null : { stance };
}

/** @param {{ for: string[], notVoting: string[] } | false | undefined} stance */
const sorted = (stance) =>
  stance ? JSON.stringify([[...stance.for].sort(), [...stance.notVoting].sort()]) : "";
