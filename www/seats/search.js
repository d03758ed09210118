/** Finding constituencies by name in any script and spelling, by number, and by candidate. */

/** @import { Constituency, Name } from "../types.d.ts" */

/**
 * How much of its pairs a name shares at least: of a constituency, and of a candidate, who are
 * many.
 */
const SEAT = 0.2;
const CANDIDATE = 0.5;
/** Names that are suggested where none is found. */
const NEAREST = 2;

/** The digits of India's scripts: of those in one row of Unicode's blocks, Arabic's, and Ol Chiki's. */
const DIGITS = /[०-९০-৯੦-੯૦-૯୦-୯௦-௯౦-౯೦-೯൦-൯٠-٩۰-۹᱐-᱙]/gu;

/** @param {string} digit of another script */
const western = (digit) => {
  const code = digit.charCodeAt(0);
  // Ol Chiki's and Arabic's begin a row of sixteen, the others in the middle of one.
  const first = code < 0x0900 || code > 0x1000 ? 0 : 6;
  return String((code & 15) - first);
};

/** The form in which names are compared: no case, no accents, no nukta, one kind of digits. @param {string} name */
function plain(name) {
  return name
    .replace(DIGITS, western)
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u093c\u200c\u200d]/g, "")
    .replace(/\u0901/g, "\u0902")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Pairs of neighbouring letters, for names that almost fit. @param {string} name */
function pairs(name) {
  return new Set([...Array(name.length).keys()].map((i) => `^${name}`.slice(i, i + 2)));
}

/** A name in every language. @param {Name | undefined} name */
const spellings = (name = "") => (typeof name === "object" ? Object.values(name) : [name]);

/** What a constituency can be found by. @param {{ id: string, seat: Constituency }} row */
const keyOf = ({ id, seat }) => ({
  id,
  names: [...spellings(seat.name), ...(seat.variants ?? [])].map(plain),
  candidates: seat.candidates
    .flatMap(({ name }) => spellings(name))
    .map((name) => ({ name, plain: plain(name) })),
});

/**
 * Finds among rows, whose names are gathered here once.
 * @template {{ id: string, seat: Constituency, name: string }} Row
 * @param {Row[]} rows
 */
export function finderOf(rows) {
  const keys = rows.map(keyOf);
  return {
    /** Best first. @param {string} query */
    found(query) {
      const wanted = plain(query);
      /** @param {(key: ReturnType<typeof keyOf>) => boolean} fits */
      const by = (fits) => rows.filter((_, i) => fits(keys[i]));
      const number = by((key) => key.id === wanted);
      if (number.length) return number;
      const starts = by((key) => key.names.some((name) => name.startsWith(wanted)));
      const inside = by((key) => key.names.some((name) => name.includes(wanted)));
      if (inside.length) return [...new Set([...starts, ...inside])];
      return by((key) => key.candidates.some((one) => one.plain.includes(wanted)));
    },
    /** The names nearest to one that was not found. @param {string} query */
    nearest(query) {
      const wanted = pairs(plain(query));
      /** @param {string} name */
      const alike = (name) => {
        const own = pairs(name);
        const shared = [...wanted].filter((pair) => own.has(pair)).length;
        return (shared * 2) / (wanted.size + own.size || 1);
      };
      const scored = keys.flatMap(({ names, candidates }, i) => [
        { name: rows[i].name, score: Math.max(...names.map(alike)), least: SEAT },
        ...candidates.map((one) => ({ name: one.name, score: alike(one.plain), least: CANDIDATE })),
      ]);
      const near = scored.filter(({ score, least }) => score > least);
      const names = near.sort((a, b) => b.score - a.score).map(({ name }) => name);
      return [...new Set(names)].slice(0, NEAREST);
    },
  };
}
