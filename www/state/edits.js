/**
 * A reader's action as a new list of edits. Nothing is changed in place; of several edits about the same thing the
 * later one holds, so that most actions only append (the core orders and drops what says nothing).
 */

/** @typedef {import("../pkg/seat_calculator.js").Edit} Edit */
/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** @param {string} constituency @param {number} candidate serial @returns {(edits: Edit[]) => Edit[]} */
export function award(constituency, candidate) {
  return (edits) => [...resetSeat(constituency)(edits), { award: { constituency, candidate } }];
}

/** @param {string} constituency @returns {(edits: Edit[]) => Edit[]} */
export function vacate(constituency) {
  return (edits) => [...resetSeat(constituency)(edits), { resign: { constituency } }];
}

/** Takes back what was done to one seat by hand. @param {string} constituency @returns {(edits: Edit[]) => Edit[]} */
export function resetSeat(constituency) {
  return (edits) =>
    edits.filter(
      (edit) =>
        !("award" in edit && edit.award.constituency === constituency) &&
        !(
          "resign" in edit &&
          "constituency" in edit.resign &&
          edit.resign.constituency === constituency
        ),
    );
}

/** @param {Edit} edit @returns {(edits: Edit[]) => Edit[]} */
export function add(edit) {
  return (edits) => [...edits, edit];
}

/** @param {number} index @returns {(edits: Edit[]) => Edit[]} */
export function without(index) {
  return replace(index, null);
}

/** Another edit in the place of one of the list, or after them all where `index` is negative; null takes it out. @param {number} index @param {Edit | null} edit @returns {(edits: Edit[]) => Edit[]} */
export function replace(index, edit) {
  return (edits) => {
    const all = [...edits];
    all.splice(index < 0 ? all.length : index, 1, ...(edit ? [edit] : []));
    return all;
  };
}

/** One partner takes a stance; the others keep theirs. @param {Report} report @param {string} id @param {string} stance @returns {(edits: Edit[]) => Edit[]} */
export function stance(report, id, stance) {
  // Members who crossed vote with whom they sit with; no stance names them.
  const who = (wanted) =>
    report.partners
      .filter((partner) => partner.kind !== "breakaway")
      .filter((partner) => (partner.id === id ? stance : partner.stance) === wanted)
      .map((partner) => partner.id);
  return add({ stance: { for: who("for"), notVoting: who("notVoting") } });
}

/** Those named are For, who does not vote stays so. @param {Report} report @param {string[]} ids @returns {(edits: Edit[]) => Edit[]} */
export function stanceFor(report, ids) {
  const own = (id) => !id.includes(">");
  const notVoting = report.partners.filter(
    (partner) => partner.stance === "notVoting" && own(partner.id) && !ids.includes(partner.id),
  );
  return add({
    stance: { for: ids.filter(own), notVoting: notVoting.map((partner) => partner.id) },
  });
}

/** New groupings replace every earlier one, and stances with them. @param {Edit[]} groupings @returns {(edits: Edit[]) => Edit[]} */
export function regroup(groupings) {
  return (edits) => [
    ...edits.filter((edit) => !("realign" in edit || "stance" in edit)),
    ...groupings,
  ];
}
