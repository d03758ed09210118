/** Finding constituencies by name in any script and spelling, by number, and by candidate. */

/** The form in which names are compared: no case, no accents, no nukta. @param {string} name */
function plain(name) {
  return name
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

/** How much of its pairs a name shares at least, of a constituency and of a candidate, who are many. */
const SEAT = 0.2;
const CANDIDATE = 0.5;

/**
 * Finds among rows, whose names in every script and spelling are gathered here once.
 * @param {{ id: string, seat: any, name: string }[]} rows
 */
export function finderOf(rows) {
  const every = (name) => (typeof name === "object" ? Object.values(name) : [name]);
  const keys = rows.map(({ id, seat }) => ({
    id,
    names: [...every(seat.name), ...(seat.variants ?? [])].map(plain),
    candidates: seat.candidates
      .flatMap((line) => every(line.name))
      .map((name) => ({ name, plain: plain(name) })),
  }));
  return {
    /** Best first. @param {string} query */
    found(query) {
      const wanted = plain(query);
      const by = (fits) => rows.filter((_, i) => fits(keys[i]));
      const number = by((key) => key.id === wanted);
      if (number.length) return number;
      const starts = by((key) => key.names.some((name) => name.startsWith(wanted)));
      const inside = by((key) => key.names.some((name) => name.includes(wanted)));
      if (inside.length) return [...starts, ...inside.filter((one) => !starts.includes(one))];
      return by((key) => key.candidates.some((one) => one.plain.includes(wanted)));
    },
    /** The two names nearest to one that was not found: of constituencies, or of candidates, who have to be nearer. @param {string} query @returns {string[]} */
    nearest(query) {
      const wanted = pairs(plain(query));
      const alike = (name) => {
        const own = pairs(name);
        return (
          ([...wanted].filter((pair) => own.has(pair)).length * 2) / (wanted.size + own.size || 1)
        );
      };
      const scored = keys.flatMap((key, i) => [
        { name: rows[i].name, score: Math.max(...key.names.map(alike)), least: SEAT },
        ...key.candidates.map((one) => ({
          name: one.name,
          score: alike(one.plain),
          least: CANDIDATE,
        })),
      ]);
      const near = scored
        .filter(({ score, least }) => score > least)
        .sort((a, b) => b.score - a.score);
      return [...new Set(near.map(({ name }) => name))].slice(0, 2);
    },
  };
}
