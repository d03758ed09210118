/** Finding constituencies by name in any script and spelling, by number, and by candidate. */

/** The form in which names are compared: no case, no accents, no nukta. @param {string} name */
function plain(name) {
  return name.normalize("NFD").replace(/[\u0300-\u036f\u093c\u200c\u200d]/g, "").replace(/\u0901/g, "\u0902")
    .toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}

/** Pairs of neighbouring letters, for names that almost fit. @param {string} name */
function pairs(name) {
  return new Set([...Array(name.length).keys()].map((i) => `^${name}`.slice(i, i + 2)));
}

/**
 * Finds among rows, whose names in every script and spelling are gathered here once.
 * @param {{ id: string, seat: any }[]} rows
 */
export function finderOf(rows) {
  const every = (name) => (typeof name === "object" ? Object.values(name) : [name]);
  const keys = rows.map(({ id, seat }) => ({
    id, names: [...every(seat.name), ...(seat.variants ?? [])].map(plain),
    candidates: seat.candidates.flatMap((line) => every(line.name)).map(plain),
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
      return by((key) => key.candidates.some((name) => name.includes(wanted)));
    },
    /** The two names nearest to one that was not found. @param {string} query */
    nearest(query) {
      const wanted = pairs(plain(query));
      const scored = keys.map((key, i) => ({
        row: rows[i],
        score: Math.max(...key.names.map((name) => {
          const own = pairs(name);
          return [...wanted].filter((pair) => own.has(pair)).length * 2 / (wanted.size + own.size || 1);
        })),
      }));
      return scored.sort((a, b) => b.score - a.score).slice(0, 2).filter((one) => one.score > 0.2).map((one) => one.row);
    },
  };
}
