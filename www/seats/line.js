/** One constituency's state in a line: who holds it, and how. */

/** @import { Context, Report, Statuses } from "../types.d.ts" */

/** The index that stands for nobody. */
export const NOBODY = 65535;
/** @type {Statuses} */
export const STATUSES = [
  "declared",
  "leading",
  "unopposed",
  "lot",
  "stayed",
  "awaited",
  "tied",
  "adjourned",
  "countermanded",
  "setAside",
  "vacant",
];

/** Columns in which a constituency can differ. */
const COLUMNS = /** @type {const} */ (["winner", "changed", "margin", "runnerUp", "status"]);

/**
 * Where reports differ from the one before: all views of constituencies ask the same.
 * @type {WeakMap<Report, { before: Report, places: number[] }>}
 */
const found = new WeakMap();

/** @param {Report} before @param {Report} now */
function places(before, now) {
  const known = found.get(now);
  if (known?.before === before) return known.places;
  const columns = COLUMNS.map((name) => [before.constituencies[name], now.constituencies[name]]);
  const all = [...now.constituencies.party.keys()];
  const places = all.filter((i) => columns.some(([was, is]) => !Object.is(was[i], is[i])));
  // An entry keeps the report before it: one that stayed would keep all reports.
  found.delete(before);
  found.set(now, { before, places });
  return places;
}

/**
 * Calls for every constituency that differs between two reports; for each where there is none before.
 * @param {Report | null} before
 * @param {Report} now
 * @param {(index: number) => void} call
 */
export function differing(before, now, call) {
  for (const i of before ? places(before, now) : now.constituencies.party.keys()) call(i);
}

/**
 * A seat's margin in hundredths of a percent; none also where the holder has fewer votes than the
 * next: votes do not decide that seat.
 * @param {Report} report @param {number} index
 */
export function decidedBy({ constituencies: { marginShare } }, index) {
  const share = marginShare[index];
  return share >= 0 ? share : Number.NaN;
}

/** The message for a constituency. @param {Report} report @param {number} index */
function lineKey({ constituencies: c }, index) {
  const status = STATUSES[c.status[index]];
  const noMargin = Number.isNaN(c.margin[index]);
  const empty = c.party[index] === NOBODY;
  if (c.changed[index]) {
    if (empty) return status === "tied" ? status : "vacated";
    return noMargin ? "awarded" : "votes";
  }
  if (empty || status === "unopposed" || status === "lot") return status;
  if (noMargin) return status === "leading" ? "leads" : "held";
  if (c.margin[index] < 0) return "behind";
  if (c.runnerUp[index]) return status === "leading" ? status : "declared";
  return status === "leading" ? "leadsBy" : "by";
}

/**
 * "INC by 968 over BJP"
 * @param {Context} ctx
 * @param {Report} report
 * @param {number} index of the constituency
 * @param {boolean} [unnamed] independents without their names
 */
export function seatLine({ words, names, session, dataset }, report, index, unnamed = false) {
  const { id } = dataset.constituencies[index];
  const c = report.constituencies;
  const was = session.baseline.constituencies;
  /** @param {number} party @param {number} serial */
  const label = (party, serial) => {
    if (party === NOBODY) return words.say("edit.nobody");
    const row = report.parties[party];
    return unnamed ? names.label(row.id) : names.side(row.id, id, serial);
  };
  return words.say(`seat.${lineKey(report, index)}`, {
    party: label(c.party[index], c.winner[index]),
    n: Math.abs(c.margin[index]),
    other: label(c.runnerUpParty[index], c.runnerUp[index]),
    was: label(was.party[index], was.winner[index]),
  });
}

/**
 * What a mark without colour says of a constituency; empty where it is won.
 * @param {Report} report
 * @param {number} index
 * @returns {"" | "leading" | "tied" | "empty"}
 */
export function seatState({ constituencies: { party, status } }, index) {
  const state = STATUSES[status[index]];
  if (state === "leading" || state === "tied") return state;
  return party[index] === NOBODY ? "empty" : "";
}
