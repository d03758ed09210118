// Made-up results: a table with a row a candidate, or a row a candidate and polling place.

const GIVEN = ["Asha", "Binod", "Champai", "Dinesh", "Elena", "Farid", "Geeta", "Hemant", "Ivan"];
const FAMILY = ["Kumar", "Soren", "Munda", "Brown", "Mahto", "Singh", "O'Neil", "Devi", "Marandi"];
const PARTIES = 60;
const CANDIDATES = 10;
/** Polling places of a constituency. */
const BOOTHS = 40;

/** Numbers from 0 to 1 that are the same for the same seed. @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const labels = {
  candidates: ["State", "AC No.", "AC Name", "Candidate", "Party", "Votes"],
  "polling places": ["AC No.", "AC Name", "Polling Place", "Candidate", "Party", "Votes"],
};

/**
 * So many rows, the header among them: a file of 200,000 is as large as any that is read.
 * @param {keyof typeof labels} kind @param {number} count @param {number} seed
 * @returns {(string | number)[][]}
 */
export function rows(kind, count, seed) {
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const places = kind === "candidates" ? 1 : BOOTHS;
  // Of a constituency at most 50 candidates, so that there are at most 5,000 constituencies.
  const each = Math.max(CANDIDATES, Math.ceil(count / 4_000 / places));
  const table = [labels[kind]];
  for (let seat = 1; table.length < count; seat += 1) {
    const name = `Constituency of ${pick(FAMILY)} ${seat}`;
    const candidates = Array.from({ length: each }, (_, i) => [
      `${pick(GIVEN)} ${pick(FAMILY)} ${i + 1}`,
      i % 5 === 4 ? "IND" : `P${(seat * 7 + i * 11) % PARTIES}`,
    ]);
    for (let place = 1; place <= places; place += 1)
      for (const [candidate, party] of candidates) {
        if (table.length >= count) return table;
        const votes = 1 + Math.floor(random() ** 3 * (kind === "candidates" ? 90_000 : 900));
        table.push(
          kind === "candidates"
            ? [`State ${seat % 30}`, seat, name, candidate, party, votes]
            : [seat, name, `School ${place}`, candidate, party, votes],
        );
      }
  }
  return table;
}

/** The table as a file of separated text. @param {(string | number)[][]} table */
export const csv = (table) =>
  new TextEncoder().encode(`${table.map((row) => row.join(",")).join("\n")}\n`);
