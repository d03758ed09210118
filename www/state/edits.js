/**
 * A reader's action as a new list of edits. Of several edits about the same thing the last one
 * holds, and the core drops what changes nothing: so most actions only append.
 */

/** @import { Edit, Partner, Report } from "../pkg/seat_calculator.js" */
/** @import { Change } from "../types.d.ts" */

/**
 * Gives a constituency to a candidate.
 * @param {string} constituency
 * @param {number} candidate serial
 * @returns {Change}
 */
export function award(constituency, candidate) {
  return (edits) => [...resetSeat(constituency)(edits), { award: { constituency, candidate } }];
}

/** Lets a constituency's member resign. @param {string} constituency @returns {Change} */
export function vacate(constituency) {
  return (edits) => [...resetSeat(constituency)(edits), { resign: { constituency } }];
}

/**
 * Whether an edit gives a seat away or empties it by hand.
 * @param {Edit} edit @param {string} constituency
 */
export const changesSeat = (edit, constituency) =>
  ("award" in edit && edit.award.constituency === constituency) ||
  ("resign" in edit && "constituency" in edit.resign && edit.resign.constituency === constituency);

/** Takes back what was done to one seat by hand. @param {string} constituency @returns {Change} */
export function resetSeat(constituency) {
  return (edits) => edits.filter((edit) => !changesSeat(edit, constituency));
}

/** @param {Edit} edit @returns {Change} */
export function add(edit) {
  return (edits) => [...edits, edit];
}

/** @param {number} index @returns {Change} */
export function without(index) {
  return replace(index, null);
}

/**
 * Puts an edit in the place of another, or after them all where `index` is negative; null takes
 * the other out.
 * @param {number} index
 * @param {Edit | null} edit
 * @returns {Change}
 */
export function replace(index, edit) {
  return (edits) => {
    const all = [...edits];
    all.splice(index < 0 ? all.length : index, 1, ...(edit ? [edit] : []));
    return all;
  };
}

/**
 * One partner takes a stance; the others keep theirs.
 * @param {Report} report
 * @param {string} id
 * @param {Partner["stance"]} stance
 */
export function stance(report, id, stance) {
  // Members who crossed vote with the group they sit with; no stance names them.
  const partners = report.partners.filter(({ kind }) => kind !== "breakaway");
  /** @param {Partner["stance"]} wanted */
  const who = (wanted) =>
    partners
      .filter((partner) => (partner.id === id ? stance : partner.stance) === wanted)
      .map((partner) => partner.id);
  return add({ stance: { for: who("for"), notVoting: who("notVoting") } });
}

/**
 * Those named are For; of the others, those who do not vote stay so.
 * @param {Report} report
 * @param {string[]} ids
 */
export function stanceFor(report, ids) {
  /** @param {string} id */
  const isOwn = (id) => !id.includes(">");
  const notVoting = report.partners
    .filter(({ id, stance }) => stance === "notVoting" && isOwn(id) && !ids.includes(id))
    .map(({ id }) => id);
  return add({ stance: { for: ids.filter(isOwn), notVoting } });
}

/**
 * New groupings replace all earlier ones, and stances with them.
 * @param {Edit[]} groupings @returns {Change}
 */
export function regroup(groupings) {
  return (edits) => [
    ...edits.filter((edit) => !("realign" in edit || "stance" in edit)),
    ...groupings,
  ];
}
