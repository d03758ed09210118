// The same summing for every other reader: votes of each candidate, who won, seats and votes by party.

/** Independents are no party. */
const INDEPENDENT = "IND";

/**
 * Seats and votes by party.
 * @param {Iterable<object>} rows after the header
 * @param {(row: object) => [string, string, string, number]} cells constituency, candidate, party and votes
 */
export function tally(rows, cells) {
  const house = new Map();
  for (const row of rows) {
    const [seat, candidate, party, votes] = cells(row);
    let lines = house.get(seat);
    if (!lines) house.set(seat, (lines = new Map()));
    const line = lines.get(candidate);
    if (line) line.votes += votes;
    else lines.set(candidate, { party, votes });
  }
  const parties = new Map();
  for (const lines of house.values()) {
    let [most, tied] = [null, false];
    for (const line of lines.values()) {
      const party = of(parties, line.party);
      party.votes += line.votes;
      if (!most || line.votes > most.votes) [most, tied] = [line, false];
      else tied ||= line.votes === most.votes;
    }
    if (most && !tied) of(parties, most.party).seats += 1;
  }
  parties.delete(INDEPENDENT);
  return digest([...parties].map(([label, { seats, votes }]) => ({ label, seats, votes })));
}

function of(parties, label) {
  let party = parties.get(label);
  if (!party) parties.set(label, (party = { seats: 0, votes: 0 }));
  return party;
}

/** What has to be the same. @param {{ label: string, seats: number, votes: number }[]} parties */
export const digest = (parties) =>
  parties
    .map(({ label, seats, votes }) => `${label} ${seats} ${votes}`)
    .sort()
    .join("; ");
