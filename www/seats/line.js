/** One constituency's state in a line: who holds it, and how. */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

export const NOBODY = 65535;
const STATUSES = [
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

const COLUMNS = ["winner", "runnerUp", "margin", "status", "changed"];
/** Those in which a constituency differs whose votes stay as they are. */
const FEW = ["winner", "changed"];

/** Where reports were found to differ from the one before them: all views that show constituencies ask the same. @type {WeakMap<Report, { before: Report, places: number[] }>} */
const found = new WeakMap();

/** @param {Report} before @param {Report} now */
function places(before, now) {
  const known = found.get(now);
  if (known?.before === before) return known.places;
  const differs = new Uint8Array(now.constituencies.party.length);
  for (const name of before.edited.votes || now.edited.votes ? COLUMNS : FEW) {
    const [was, is] = [before.constituencies[name], now.constituencies[name]];
    for (let i = 0; i < is.length; i++) if (!Object.is(was[i], is[i])) differs[i] = 1;
  }
  const places = [];
  for (let i = 0; i < differs.length; i++) if (differs[i]) places.push(i);
  found.set(now, { before, places });
  return places;
}

/** Calls for every constituency that differs between two reports, or for each where there is none before. @param {Report | null} before @param {Report} now @param {(index: number) => void} call */
export function differing(before, now, call) {
  for (const i of before ? places(before, now) : now.constituencies.party.keys()) call(i);
}

/** @param {any} ctx @param {Report} report @param {number} index of the constituency @param {boolean} [unnamed] independents without their names */
export function seatLine({ words, names, session, dataset }, report, index, unnamed = false) {
  const c = report.constituencies;
  const label = (at, serial) =>
    at === NOBODY
      ? words.say("edit.nobody")
      : unnamed
        ? names.label(report.parties[at].id)
        : names.side(report.parties[at].id, dataset.constituencies[index].id, serial);
  const was = session.baseline.constituencies;
  let key = STATUSES[c.status[index]];
  if (c.changed[index])
    key =
      c.party[index] === NOBODY
        ? key === "tied"
          ? key
          : "vacated"
        : Number.isNaN(c.margin[index])
          ? "awarded"
          : "votes";
  else if (c.party[index] !== NOBODY && !["leading", "unopposed", "lot"].includes(key))
    key = Number.isNaN(c.margin[index]) ? "held" : c.runnerUp[index] ? "declared" : "by";
  return words.say(`seat.${key}`, {
    party: label(c.party[index], c.winner[index]),
    n: c.margin[index],
    other: label(c.runnerUpParty[index], c.runnerUp[index]),
    was: label(was.party[index], was.winner[index]),
  });
}

/** What a mark without colour says of it: "leading", "tied", "empty", or nothing. @param {Report} report @param {number} index */
export function seatState({ constituencies: { party, status } }, index) {
  const state = STATUSES[status[index]];
  return state === "leading" || state === "tied" ? state : party[index] === NOBODY ? "empty" : "";
}
