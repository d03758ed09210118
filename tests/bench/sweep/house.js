// The houses that are measured: two real ones, and made-up ones of any size from the constituencies of the first.

/** Candidates of a made-up constituency. */
const BALLOT = 8;

/** @param {number} seed @returns {() => number} from 0 up to 1 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

const total = (line) => [line.votes ?? 0].flat().reduce((sum, votes) => sum + votes, 0);

/** `seats` constituencies, each one of the real ones with the votes of its first candidates changed by up to a fifth. */
export function madeUp(dataset, seats, seed) {
  const next = random(seed);
  const constituencies = Array.from({ length: seats }, (_, i) => {
    const real = dataset.constituencies[i % dataset.constituencies.length];
    const candidates = real.candidates
      .map((line) => ({ name: "A", party: line.party, votes: total(line) }))
      .sort((a, b) => b.votes - a.votes)
      .slice(0, BALLOT)
      .map((line) => ({ ...line, votes: Math.round(line.votes * (0.8 + 0.4 * next())) }));
    const most = Math.max(...candidates.map(({ votes }) => votes));
    const first = candidates.findIndex(({ votes }) => votes === most);
    // A declared winner has more votes than anybody else.
    candidates[first].votes += 1;
    return { id: String(i + 1), name: "A", winner: first + 1, candidates };
  });
  const { format, parties, alliances } = dataset;
  return {
    format,
    id: "made-up",
    title: "Made up",
    house: { name: "Made up", seats },
    parties,
    alliances,
    sources: [],
    constituencies,
  };
}

/** A dataset as columns: what a page that recounts keeps. */
export function columns(dataset) {
  const seats = dataset.constituencies;
  const lines = seats.reduce((sum, seat) => sum + seat.candidates.length, 0);
  const parties = [...dataset.parties.map(({ id }) => id), "IND"];
  const place = new Map(parties.map((id, i) => [id, i]));
  const alliance = new Map(
    (dataset.alliances ?? []).flatMap(({ id, parties: members }) =>
      members.map((party) => [party, id]),
    ),
  );
  const rows = [...new Set(parties.map((id) => alliance.get(id) ?? id))];
  const house = {
    parties,
    rows,
    /** Row that a party's seats count for. */
    rowOf: Uint16Array.from(parties, (id) => rows.indexOf(alliance.get(id) ?? id)),
    sides: (id) =>
      Uint8Array.from(parties, (party) => Number(party === id || alliance.get(party) === id)),
    first: new Uint32Array(seats.length + 1),
    valid: new Float64Array(seats.length),
    given: new Uint16Array(seats.length),
    votes: new Uint32Array(lines),
    party: new Uint16Array(lines),
    serial: new Uint16Array(lines),
    /** Whether votes decide the seat. */
    voted: new Uint8Array(seats.length),
  };
  let at = 0;
  seats.forEach((seat, i) => {
    house.first[i] = at;
    house.given[i] = seat.winner;
    house.voted[i] = Number(seat.candidates.some((line) => total(line) > 0));
    for (const [k, line] of seat.candidates.entries()) {
      if (line.alliance) throw new Error("a candidate placed one by one");
      house.votes[at] = total(line);
      house.valid[i] += house.votes[at];
      house.party[at] = place.get(line.party);
      house.serial[at] = line.serial ?? k + 1;
      at += 1;
    }
  });
  house.first[seats.length] = at;
  return house;
}
