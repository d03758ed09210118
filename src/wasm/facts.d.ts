/** Whose a row of an answer is: a row of the tally by alliance, a party, or all independents ("IND") together. */
export interface Whose { id: string; kind: "alliance" | "grouping" | "party" | "independents" }

/** Shares in hundredths of a percent, rounded half up. */
export interface Fact {
  row: Whose;
  /** Ballot lines that stand; constituencies with at least one of them. */
  contested: number; constituencies: number;
  won: number; leading: number;
  /** Ids of the constituencies won or led, in dataset order. */
  seats: string[];
  /** Seats / constituencies (a side) or ballot lines (a party); null after a pool and where none stood. */
  strikeRate: number | null;
  votes: number;
  /** Of votes counted (NOTA included), of valid votes, and of the valid votes of the constituencies it stands in. */
  shareCounted: number; shareValid: number; shareContested: number;
  /** Mean margin of its seats in votes, rounded half up; null where none has a margin. */
  averageMargin: number | null;
  depositsLost: number;
}
export interface Facts {
  /** Of how many constituencies; their votes counted and valid votes. */
  constituencies: number; counted: number; valid: number;
  /** Sides in the order of the tally by alliance; parties in dataset order; those that stood. */
  sides: Fact[]; parties: Fact[];
}

/** A party of an earlier election and the party of this one that follows it. */
export interface Successor { then: string; now: string }
export interface SeatThen {
  constituency: string;
  /** Elected then: party, the party it counts as now, alliance of the day, serial in that election's file, votes above the next. */
  then: { party: string; countsAs: string; alliance: string | null; candidate: number; margin: number | null } | null;
  /** Who holds or leads now: party, serial, votes above the next. */
  now: string | null; candidate: number | null; margin: number | null;
  /** "held" by the same party or its successor (never by independents), "changed" hands, "new": nobody then, "empty": nobody now. */
  kind: "held" | "changed" | "new" | "empty";
}
export interface RowThen { row: Whose; then: number; now: number; held: number; gained: number; lost: number }
export interface Then {
  /** Id of the earlier election. */
  election: string;
  seats: SeatThen[]; parties: RowThen[];
  /** Sides as they are counted now; `then` counts the seats their parties had, whoever they stood with. */
  sides: RowThen[];
  /** The earlier house by the alliances of its day, most seats first, and so are its parties. */
  ofTheDay: { id: string; parties: { id: string; seats: number }[]; seats: number }[];
  held: number; changed: number;
}

/** Ranges of seats [lowest, highest], one for each side and a last one for all others together. */
export interface Ranges { sides: string[]; polls: [number, number][][] }
export interface Polls {
  /** Declared seats of each side, then of the others. */
  seats: number[];
  /** "low": the whole range lies below the result, "high": above; `off` seats from its nearer end. */
  polls: { hits: { kind: "in" | "low" | "high"; off: number }[]; all: boolean }[];
  /** Places of the polls that had all sides in range. */
  all: number[];
}

export interface UpperHouse {
  /** Elected members now; they vote. */
  members: number; vacancies: number;
  /** In hundredths of a vote: floor(100 × members / (vacancies + 1)) + 1; members that make it. */
  quota: number; needed: number;
  /** How many each side elects alone with `needed` members for each, members left over, and how many if surpluses pass on. */
  sides: { row: Whose; members: number; elects: number; spare: number; withSurplus: number }[];
}

export interface Ballots {
  /** Constituencies with EVM and postal votes apart; of these with the same winner by EVM votes alone; ids of the others; postal votes. */
  apart: number; same: number; different: string[]; postal: number;
  /** Constituencies where NOTA exceeds the margin, smallest margin first. */
  notaAbove: { constituency: string; nota: number; margin: number }[];
}

export interface Polled { serial: number; party: string; votes: number | null }
/** Two or more candidates of one alliance in one constituency, in declared votes. */
export interface FriendlyFight {
  constituency: string; alliance: string;
  /** Most votes first, ties by serial; what they polled together. */
  candidates: Polled[]; together: number | null;
  /** Who won or leads, and whether that is one of these candidates. */
  holder: Polled | null; held: boolean;
}
