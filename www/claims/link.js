/**
 * A claim in a link: kinds, ids and numbers, never text.
 *
 * Figures are parted by "*", their parts by "_": measure, who, without, place, number, limit,
 * against. A list of ids is parted by "."; a candidate is written "31-1". A number is its digits,
 * then "d" and its decimals, "x" and its unit, and a word for what stands before it: "3318d2",
 * "40000over".
 */

/** @import { Claim, ClaimFigure, Printed } from "../pkg/seat_calculator.js" */

const BOUNDS = /** @type {const} */ (["over", "under", "least", "most", "about"]);

/** @param {string[]} [ids] */
const list = (ids = []) => ids.map((id) => id.replace(".", "-")).join(".");

/** @param {Printed} [number] */
function number(number) {
  if (!number) return "";
  const { digits, decimals, unit, bound } = number;
  const parts = [decimals && `d${decimals}`, unit && unit > 1 && `x${unit}`];
  return [digits, ...parts, bound !== "exact" && bound].filter(Boolean).join("") || "0";
}

/** @param {ClaimFigure} figure */
const figure = ({ measure, who, without, place, number: printed, limit, against }) =>
  [
    measure,
    list(who),
    list(without),
    place ? `${place.kind}-${place.id}` : "",
    number(printed),
    number(limit),
    list(against),
  ]
    .join("_")
    .replace(/_+$/, "");

/** The text of a claim. @param {Claim} claim */
export function writeClaim({ election, since, figures }) {
  const heads = [election && `in_${election}`, since && `since_${since}`];
  return [...heads.filter(Boolean), ...figures.map(figure)].join("*");
}

/** @param {string} [text] */
const ids = (text) =>
  text ? text.split(".").map((id) => (/^\d/.test(id) ? id.replace("-", ".") : id)) : [];

/** @param {string} [text] @returns {Printed | undefined} */
function readNumber(text = "") {
  const found = /^(\d+)(?:d(\d))?(?:x(\d+))?([a-z]*)$/.exec(text);
  if (!found) return undefined;
  const [, digits, decimals = "0", unit = "1", word] = found;
  return {
    digits: Number(digits),
    decimals: Number(decimals),
    unit: Number(unit),
    bound: BOUNDS.find((one) => one === word) ?? "exact",
  };
}

/** @param {string} text @returns {ClaimFigure} */
function readFigure(text) {
  const [measure, who, without, place, printed, limited, against] = text.split("_");
  const [, kind, id] = /^([a-z]+)-(.+)$/.exec(place ?? "") ?? [];
  const [value, limit] = [readNumber(printed), readNumber(limited)];
  return {
    measure,
    who: ids(who),
    without: ids(without),
    ...(against ? { against: ids(against) } : {}),
    ...(kind ? { place: /** @type {ClaimFigure["place"]} */ ({ kind, id }) } : {}),
    ...(value ? { number: value } : {}),
    ...(limit ? { limit } : {}),
  };
}

/** The claim of a text; the core refuses what is none. @param {string} text @returns {Claim} */
export function readClaim(text) {
  /** @type {Claim} */
  const claim = { figures: [] };
  for (const part of text.split("*")) {
    const [head, id] = part.split("_");
    if (head === "in") claim.election = id;
    else if (head === "since") claim.since = id;
    else claim.figures.push(readFigure(part));
  }
  return claim;
}
