/** A dataset as DATA.md describes it. */
export interface Dataset { format: 1; id: string; [field: string]: unknown }

/** Where an edit before the vote holds; left out: everywhere. */
export type Scope =
  | { category: string } | { district: string } | { division: string }
  | { phase: string } | { parliamentary: string } | { constituencies: string[] };

/** One hypothetical. Points and efficiency are integers in hundredths: 368 is 3.68 points, 7000 is 70 %. */
export type Edit =
  | { pool: { target: string; joiners: string[]; efficiency: number; scope?: Scope } }
  | { swing: { from: string; to: string; points: number; scope?: Scope; model?: "uniform" | "proportional" } }
  | { award: { constituency: string; candidate: number | string } }
  | { realign: { party: string; alliance: string | null } }
  | { stance: { for: string[]; notVoting: string[] } }
  | { cross: { from: string; to: string; members: number } }
  | { resign: { from: string; members: number } | { constituency: string } }
  | { absent: { from: string; members: number } }
  | { house: { base: BaseKind; speaker?: string } };

/** A set of edits to a baseline; `election` and `fingerprint` say which one it was made for. */
export interface Scenario { election?: string; fingerprint?: string; edits: Edit[] }

/** total: all elected seats. effective: members now. voting: members who vote, so neither the absent, nor a partner whose stance is not voting, nor the Speaker. */
export type BaseKind = "total" | "effective" | "voting";
export interface Base { kind: BaseKind; n: number }

export interface Verdict {
  kind: "majority" | "ahead" | "open" | "hung" | "none";
  /** Ids of the largest grouping (several when level at the top); empty for "none". */
  leaders: string[];
  /** Seats of each leader on the base in use: won + leading. */
  seats: number; won: number; leading: number;
  /** Seats above the mark, or below it; exactly one of the two is present (neither for "none"). */
  surplus?: number; short?: number;
  /** Exactly half of the base: no majority. */
  half: boolean;
  /** Of which grouping the verdict speaks. */
  grouping: "declared" | "reader";
  /** The largest single parties, for "no single party has 41". */
  largestParty: { ids: string[]; seats: number };
}

/** A line of the tally by alliance: the alliances first, then every grouping of the reader's, unaligned party or independent with a seat now or in the baseline. */
export interface AllianceRow {
  id: string;
  kind: "alliance" | "grouping" | "party" | "independent";
  /** Ids of the parties (or IND.<constituency>) counted here now. */
  parties: string[];
  /** Those of them that a pool brought into a declared alliance, where there are any. */
  joined?: string[];
  seats: number; won: number; leading: number;
  /** Members of it who vote (neither absent, nor of a partner that is not voting, nor the Speaker). */
  voting: number;
  /** Seats of its declared members in the baseline; null for a new grouping and for who left an alliance, whose baseline has them. Before pools and realignments all of them add up to the seats that had a holder. */
  baseline: number | null; change: number | null;
  /** Ballot lines, constituencies with at least one of them, deposits lost. */
  contested: number; constituencies: number; depositsLost: number;
  /** Present votes, and their share in hundredths of a percent of the declared votes counted and valid votes (round half up). */
  votes: number; shareCounted: number; shareValid: number;
  /** Seats / constituencies contested in hundredths of a percent; null after a pool or where nothing was contested. */
  strikeRate: number | null;
}

/** A line of the tally by party, in dataset order; the last one is "IND", all independents together, where any stood. */
export interface PartyRow {
  id: string; alliance: string | null;
  /** Seats elected, before anybody crossed, resigned or left the seat. */
  elected: number;
  seats: number; won: number; leading: number;
  baseline: number; change: number;
  contested: number; depositsLost: number;
  votes: number; shareCounted: number; shareValid: number;
  strikeRate: number | null;
  /** The same in whole percent, round half up. */
  strikeRatePercent: number | null;
}

/** Who sits and votes as one: a row of Change partners. Parties with a member, independents and members placed in an alliance one by one (both `IND.28`), breakaways to an alliance, nominated members. */
export interface Partner {
  id: string; kind: "party" | "independent" | "placed" | "breakaway" | "nominated";
  /** Id of the row of `alliances` it is counted in; null for nominated members. */
  alliance: string | null;
  seats: number; voting: number;
  stance: "for" | "against" | "notVoting";
  /** Its members before crossings, and two-thirds of them, at least: ceil(2n/3). */
  before: number; twoThirds: number;
}

/** The vote of the house as the partners' stances have it. */
export interface Floor {
  for: number; against: number; notVoting: number;
  result: "carried" | "defeated" | "level";
  /** Ids of the partners For, their seats on the base in use (voting members where that is the base), and how that compares with the mark. */
  partners: string[]; seats: number; surplus?: number; short?: number;
  /** Partners whose leaving alone ends the majority; partners not needed for it. Empty while short. */
  pivotal: string[]; notNeeded: string[];
  /** Shortest sets of others that reach the mark: fewest members, then smallest surplus; the first 12, with how many there are. Empty unless short. */
  completions: string[][]; completionCount: string;
  /** Whether a stance edit says so, or the default (For is who is in power: a grouping of the reader's with a majority, else the alliance in government). */
  chosen: boolean;
}

/** One member of the crossing, resigned, absent kind as it was carried out. */
export interface Movement {
  kind: "cross" | "resign" | "absent"; from: string; to?: string;
  /** As asked and as there were. */
  asked: number; moved: number;
  /** Members of `from` before crossings, and whether the move reaches two-thirds of them. */
  of: number; twoThirds: number; reaches: boolean;
}

/** What a pool or swing did. */
export interface VoteMove {
  edit: number; kind: "pool" | "swing";
  /** Constituencies it applied to, and those left out: not both sides stood, or votes do not decide them. */
  applied: number; skipped: string[];
  /** How many of these are held or led by votes that are not known. */
  withoutVotes: number;
  /** Votes that moved, and votes cast for nobody. */
  moved: number; lost: number;
}

/** One changed constituency, in dataset order: candidate serials and party ids; null: nobody. */
export interface Change {
  constituency: string;
  from: { candidate: number; party: string } | null;
  to: { candidate: number; party: string } | null;
  /** Which edit did it. */
  by: "award" | "votes" | "resign";
}

/** One value per constituency, in dataset order. Indexes are into `parties` and `alliances`; 65535: nobody. */
export interface Columns {
  party: Uint16Array; alliance: Uint16Array;
  /** Serial of the holder and of the next candidate by votes; 0: nobody. */
  winner: Uint16Array; runnerUp: Uint16Array; runnerUpParty: Uint16Array;
  /** Lead over the next candidate in votes; NaN where there is none (awarded, unopposed, awaited). */
  margin: Float64Array;
  /** The same in hundredths of a percent of declared valid votes, round half up; NaN likewise. */
  marginShare: Float64Array;
  /** Index into `Statuses`. */
  status: Uint8Array;
  /** 0 as in the baseline, 1 holder changed, 2 awarded to its declared holder's alliance or otherwise touched without a change of holder, 3 vacated. */
  changed: Uint8Array;
}

export interface Report {
  election: string; fingerprint: string;
  /** Canonical against the election: edits that change nothing are gone. On a count that is followed: all edits, each with its state. */
  scenario: { text: string; edits: (Edit & { state?: EditState })[] };
  /** Which layers were edited; all false: the declared result. */
  edited: { votes: boolean; seats: boolean; partners: boolean; any: boolean };
  /** Seats of the house by every reason; they sum to `seats`. `halved`: whether the line that halves the picture of all seats is the mark. */
  house: {
    seats: number; base: Base; mark: number; halved: boolean;
    bases: { total: { n: number; mark: number }; effective: { n: number; mark: number }; voting: { n: number; mark: number } };
    won: number; leading: number; tied: number; awaited: number; adjourned: number; countermanded: number; vacant: number; setAside: number;
    nominated: number; speaker: string | null;
  };
  verdict: Verdict;
  alliances: AllianceRow[];
  /** Frozen: rows that an evaluation leaves as they were are the objects of the report before. */
  parties: Readonly<PartyRow>[];
  partners: Partner[];
  floor: Floor;
  movements: Movement[];
  votes: VoteMove[];
  changes: Change[];
  constituencies: Columns;
  /**
   * Minimal winning coalitions of the partners at the mark in use: fewest members first, then smallest surplus; at most 60 listed
   * (more, filters, and alliances as players: the question "coalitions"). `count` is null, and nothing listed, where it is not
   * counted: beyond 120 partners, in the small module beyond 14.
   */
  coalitions: { minimal: string[][]; seats: number[]; count: string | null; truncated: boolean };
  /** Votes of the whole election: declared, never changed by edits. */
  totals: {
    counted: number; valid: number; nota: number; electors: number | null;
    /** Valid votes of candidates who are not listed: they never win and never move. */
    others: number;
    /** Constituencies held or led by votes that are not known: no vote can move there. */
    withoutVotes: number;
  };
}

/** What can be said of a scenario beside a control that still moves. */
export type Glance = Pick<Report, "scenario" | "edited" | "house" | "verdict" | "alliances" | "floor" | "votes" | "changes">;

/** One constituency as the last evaluated scenario has it. */
export interface ConstituencyDetail {
  id: string; valid: number; nota: number | null; others: number | null; counted: number; electors: number | null;
  /** Most votes first, ties by serial. `votes` null where nobody voted; shares in hundredths of a percent of valid votes. */
  candidates: {
    serial: number; party: string; alliance: string | null;
    /** Its declared alliance, where that has another candidate here too. */
    friendlyFight: string | null;
    votes: number | null; declared: number | null; postal: number | null; share: number | null;
    holder: boolean; declaredHolder: boolean; withdrawn: boolean; depositLost: boolean;
  }[];
}

/** Where votes move in a swing that is asked about. */
export interface SwingRule { from: string; to: string; scope?: Scope | null; model?: "uniform" | "proportional" }

/** A line of a sweep, counted together: the row of `alliances` of the same id; "IND" is all who sit alone, together. */
export interface SweepRow { id: string; kind: "alliance" | "grouping" | "party" | "independents" }

/** A step at which the verdict becomes another one: the first step, going outward from 0, with it. */
export interface Tick {
  step: number; verdict: Verdict["kind"];
  /** Ids of who is level at the top, independents one by one (`IND.3`), and the seats of each. */
  leaders: string[]; seats: number;
  /** Ids of the constituencies that change hands at this step. */
  constituencies: string[];
}

/** Numbers of a sweep: two bytes each where they are few and small, else four. */
export type Wholes = Uint16Array | Uint32Array;

/**
 * A swing at every step of 0.01 point from -1,000 to 1,000 (negative: the other way), the scenario's own swing of this kind
 * taken out. Steps between two changes of a holder are one segment; columns have one value per segment. Indexes of rows
 * are into `rows`, 65535: nobody. Columns are copies, in one buffer of their own.
 */
export interface Sweep {
  from: string; to: string;
  /** Step the scenario itself is at. */
  at: number;
  /** Constituencies it applies to; those left out because not both sides stand, by index in dataset order. */
  applied: number; skipped: Wholes;
  rows: SweepRow[]; segments: number;
  /** First step of each segment, rising from -1,000: a step lies in the last one begun by then. */
  start: Int16Array;
  /** Seats of row `r` in segment `s`, won and leading: at `r * segments + s`. */
  seats: Wholes;
  tied: Wholes; mark: Wholes;
  /** Seats of the largest above the mark; below it where negative. */
  surplus: Int32Array;
  /** Constituencies that votes decide otherwise than declared: not those awarded, nor those whose member has resigned. */
  moved: Wholes;
  /** Index into "majority", "ahead", "open", "hung", "none". */
  verdict: Uint8Array;
  ticks: Tick[];
  /** Ids of who is level at the top at step 0, independents one by one; elsewhere it is those of the last tick on the way there. */
  leaders: string[];
  /** Serial and row of who holds each constituency at step 0; 0 and 65535: nobody. */
  winner: Uint16Array; row: Uint16Array;
  /** Changes of holders by step, then constituency (index in dataset order): going right it passes from `before` to `after`. `step` is the first with the new holder. */
  events: { step: Int16Array; constituency: Wholes; before: Uint16Array; after: Uint16Array; beforeRow: Uint16Array; afterRow: Uint16Array };
}

/** A ballot line and its present votes. */
export interface Line { candidate: number; party: string; votes: number }

/** A constituency by how close it is. */
export interface CloseSeat {
  constituency: string; holder: Line; to: Line;
  /** Place of the candidate who could take it, by present votes. */
  place: number;
  /** Votes that must switch from holder to candidate; votes that would have to be added to the candidate instead. */
  switch: number; extra: number;
  /** Lead of the holder over the next candidate, and in hundredths of a percent of valid votes, round half up. */
  margin: number; marginShare: number;
  /** Under 1 %, 1 to 5, 5 to 10, over 10. */
  band: "underOne" | "oneToFive" | "fiveToTen" | "overTen";
}

/** `gains`: seats the side could win; `losses`: seats others could take from it. Cheapest first; `leftOut` in neither. */
export interface Close { side: string; gains: CloseSeat[]; losses: CloseSeat[]; leftOut: string[] }

/** The fewest constituencies, and of those the least sum of switching votes; ties by number. */
export interface CheapestPath {
  goal: "majority" | "end"; side: string; seats: number; base: Base; mark: number;
  /** If not, `seatsChanged` is all that can be done. */
  reached: boolean;
  seatsChanged: { constituency: string; from: Line; to: Line; switch: number }[];
  /** Votes that switch, together, and in hundredths of a percent of all valid votes, round half up. */
  votes: number; shareValid: number;
  /** The path as awards, to be added to the scenario. */
  edits: Edit[];
}

/** One player of a voting game: a partner, a row of `alliances`, or whoever the question gives. */
export interface Player { id: string; seats: number }

/**
 * Who plays: the partners (the default), or the rows of the tally by alliance, each with its members on the base in use, if any;
 * or any other players, for whom `quota` must be given. `quota` is the seats that win, in place of the mark in use. At most 120
 * players and 2^20 seats.
 */
export type Players =
  | { over?: "parties" | "alliances"; quota?: number }
  | { players: Player[]; quota: number };

/** Minimal winning coalitions: fewest members first, then smallest surplus, then in the order of the players. */
export interface AllWays {
  over: "parties" | "alliances" | "given"; base: Base | null; quota: number; players: Player[];
  /** The first of those that pass the filter, by members' ids; seats of each. */
  minimal: string[][]; seats: number[];
  /** How many pass in all, and how many there are without the filter: exactly, in decimal. */
  count: string; all: string; truncated: boolean;
}

/** What each player is worth. Counts are exact, in decimal; shares in hundredths of a percent, each rounded half up. */
export interface Worth {
  over: "parties" | "alliances" | "given"; base: Base | null; quota: number;
  /** Combinations that win, of 2^n with n players; swings of all players; orders of all players, n!. */
  winning: string; swings: string; orders: string;
  players: {
    id: string; seats: number; seatShare: number;
    /** Winning combinations that would lose without it (Banzhaf's raw count), and their share of all swings. */
    swings: string; banzhaf: number;
    /** Orders in which its arrival makes the majority; over `orders`, Shapley and Shubik's index. */
    pivots: string; shapley: number;
    /** No combination wins without it. / It never makes a difference. */
    veto: boolean; dummy: boolean;
  }[];
}

/** The constituencies a coalition could lose with the fewest votes switching, to the best candidate outside it. */
export interface KeySeats {
  over: "parties" | "alliances"; base: Base; quota: number;
  /** Its members with seats, their seats on the base, and how far that is above the quota; null: no majority to end. */
  members: string[]; together: number; surplus: number | null;
  /** Cheapest first, ties by number; only seats whose loss weakens it. The first `enough` end its majority; null: all do not. */
  seats: CloseSeat[]; enough: number | null;
  /** Votes that switch in those (in all, where they are not enough), and in hundredths of a percent of all valid votes. */
  votes: number; shareValid: number;
  /** The first `enough` as awards, to be added to the scenario. */
  edits: Edit[];
}

/** Seats by swing as a picture: one unit across is a step of 0.01 point with no swing at 0, one unit down a seat with the top line at 0. */
export interface Curve {
  /** Units across either way, and down. */
  reach: number; top: number;
  /** What it shows, as an SVG `viewBox`; the lines of the scale, rising from 0, `y` in units down. */
  frame: string;
  scale: { seats: number; y: number }[];
  /** Lines and the majority mark as the `d` of SVG paths; `label`: where the label at the right end stands, in hundredths of a unit down; `seats` at each of `steps`. */
  lines: { row: SweepRow; path: string; label: number; end: number; seats: number[] }[];
  mark: string;
  /** The mark without the swing. */
  majority: { seats: number; y: number };
  /** Steps of the table: whole points. */
  steps: number[];
  /** Step the scenario itself is at. */
  at: number;
}

/** What a pool can reach at any efficiency from 0 to 10,000. */
export interface PoolReach {
  side: SweepRow; mark: number;
  /** The smallest efficiency at which the side reaches the mark; null where no value does. */
  needed: number | null;
  /** The most seats of the side at any value, and the smallest that gives them. */
  most: number; mostAt: number;
  /** Where the verdict changes; `step` is the efficiency. */
  ticks: Tick[];
}

/** Where one party's votes are larger than the margin between the two others. */
export interface Margins {
  party: string;
  /** Smallest transfer first: the share of the party's votes, in hundredths of a percent rounded up, that would have made the runner-up the sole winner. */
  seats: { constituency: string; winner: Line; winnerSide: string | null; runnerUp: Line; runnerUpSide: string | null; third: Line; margin: number; transfer: number }[];
  /** How many they are by winner's and runner-up's side; null: one who sits alone. */
  directions: { winner: string | null; runnerUp: string | null; seats: number }[];
}

/** Votes and seats of one side. Shares in hundredths of a percent, round half up. */
export interface VotesAndSeats {
  row: SweepRow; votes: number; seats: number; shareVotes: number; shareSeats: number;
  votesPerSeat: number | null;
  /** Votes for its candidates not elected; votes of its winners beyond one more than the next had; both together. */
  lost: number; surplus: number; wasted: number;
  /** Constituencies it contests, and its share of valid votes there. */
  contested: number; shareContested: number;
}

/** One side, now and then, and who is counted for it. */
export interface SideThen {
  id: string; now: string[]; placed: number; then: string[];
  votesNow: number; votesThen: number; shareNow: number; shareThen: number; change: number;
}

/** Butler's swing between two sides, in hundredths of a point; by constituency null where not both stood in both elections. */
export interface SwingForm { from: SideThen; to: SideThen; swing: number; constituencies: (number | null)[] }

/** The swing since an earlier election: the alliances of now cast back, and the largest party of each alone. */
export interface Since {
  election: string; alliances: SwingForm; parties: SwingForm;
  table: { id: string; then: string[]; shareNow: number; shareThen: number; change: number }[];
}

/** What `Calculator.analyse` is asked; `side` is the id of a row of `alliances` or of a party. */
export type Question =
  | { kind: "close"; side: string }
  | { kind: "path"; side: string; goal: "majority" | "end" }
  | { kind: "tipping" } & SwingRule
  /** With all of `with`, none of `without`, and never both of a pair (at most 8 pairs); `first` are listed (60, at most 10,000). */
  | { kind: "coalitions"; with?: string[]; without?: string[]; apart?: [string, string][]; first?: number } & Players
  | { kind: "power" } & Players
  | { kind: "keySeats"; members: string[]; over?: "parties" | "alliances"; quota?: number }
  | { kind: "curve" } & SwingRule
  | { kind: "pool"; target: string; joiners: string[]; scope?: Scope | null }
  | { kind: "margins"; party: string }
  | { kind: "proportion" }
  | { kind: "since"; earlier: Dataset; from: string; to: string; successors?: Successor[] }
  | { kind: "scatter"; earlier: Dataset; from: string; to: string; successors?: Successor[] };

/** What each kind of question is answered. */
export interface Answers {
  close: Close;
  path: CheapestPath;
  /** The smallest swing up to 100 points at which the verdict changes; null where none does. */
  tipping: Tick | null;
  coalitions: AllWays;
  power: Worth;
  keySeats: KeySeats;
  /** The picture, and where the verdict changes; `seats`: those of each of the curve's lines at each tick. */
  curve: { curve: Curve; ticks: Tick[]; seats: number[][] };
  pool: PoolReach;
  margins: Margins;
  proportion: { valid: number; seats: number; sides: VotesAndSeats[]; parties: VotesAndSeats[] };
  since: Since;
  scatter: Scatter;
}

export interface Problem { path: string; code: string; message: string }
/** Thrown for a bad dataset ("DatasetError"), scenario ("ScenarioError") or question ("QuestionError"): the first 20 problems, all of them up to 1,000, and how many there are. */
export interface CalculatorError extends Error { code: string; problems: Problem[]; all: Problem[]; total: number }

/** Names of the status codes, by index of the column `status`. */
export type Statuses = ["declared", "leading", "unopposed", "lot", "stayed", "awaited", "tied", "adjourned", "countermanded", "setAside", "vacant"];
export type Status = Statuses[number];

/** The house as half a circle, in whole units of a frame: centre of each constituency's mark in dataset order; no two marks overlap. */
export interface Hemicycle {
  width: number; height: number; radius: number;
  /** Where the line that halves the house stands. */
  foot: [number, number];
  x: number[]; y: number[];
  /**
   * Each party (an index in `parties`) with enough seats side by side for a line: where the middle of the line begins, on the
   * left half ends; lines of one half do not overlap at a height of 360 units. May lie outside the frame.
   */
  labels: { party: number; seats: number; x: number; y: number; left: boolean }[];
  /** Alliances and groupings (indexes in `alliances`), each with the side it sits on. */
  feet: { row: number; left: boolean }[];
  /** Index of the constituency in whose seat the majority is reached from the left; null where half the house is no majority. */
  deciding: number | null;
}

/** Outlines in whole units: path data of SVG (even-odd) and a place inside to point at. */
export interface MapShapes {
  width: number; height: number;
  shapes: { id: string; path: string; x: number; y: number }[];
  /** Without a name it has that of its one constituency; `left`: the name stands on the left of its place. */
  cities: MapCity[];
}

export interface MapCity {
  name: ({ en: string } & Record<string, string>) | null;
  constituencies: string[];
  x: number; y: number; left: boolean;
}

/** A picture to take away; its words are given, its geometry is the core's. Sides in pixels, 320 to 4,096. */
export interface PictureRequest {
  kind: "hemicycle" | "tiles" | "map" | "bars" | "chances";
  width: number; height: number; dark?: boolean;
  /** `dashed`: what a dashed outline stands for, said in a picture that has one. */
  kicker?: string; title: string; note?: string; source?: string; dashed?: string;
  /** One for each constituency in dataset order. `mix`: how much of the colour, in percent; `sign`: one letter in its middle. */
  marks?: { colour?: string; mix?: number; sign?: string; state?: "" | "leading" | "tied" | "empty"; changed?: boolean }[];
  /** The key, or the bars; with `parts`, those it is made of in their colours instead of its own. */
  rows?: { label: string; colour?: string; mix?: number; seats?: number; baseline?: number; heights?: number[]; parts?: { label: string; colour?: string; seats?: number }[] }[];
  /** For "tiles" and "map": as the dataset, and as the map file has them. */
  tiles?: { columns: number; rows: number; places: number[] };
  /** A map file, and the words of its cities in its order; without them they are left out. */
  map?: object; cities?: string[];
  /** For "bars": length of a bar; for "chances": seats of the first bar, the rows having `heights`; for both the majority mark. `said`: what its line says, also in "hemicycle". */
  of?: number; from?: number; mark?: number; said?: string;
}
