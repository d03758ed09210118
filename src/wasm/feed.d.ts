/** What a count that is followed has made of an edit: it acts; the count says the same; another is declared; it acts on fewer members than it names; there is nothing yet to act on. */
export type EditState = "applied" | "so" | "against" | "part" | "rest";

/** A constituency in a feed: id, status, serial of who holds or leads, NOTA, votes by serial, and the lead where the votes are not known. */
export type FeedRow = [string, string, number | null, number | null, number[] | null, number | null];

/** A state of a count, as FEED.md describes it. */
export interface Feed {
  feed: 1; election: string; ballot: string; seq: number;
  at: string; sent: string; next?: number | null;
  state: "counting" | "paused" | "final"; source?: string | null; rehearsal?: boolean; kept?: boolean;
  rows: FeedRow[];
}

/** What is known of a seat: `candidate` is a serial, `margin` the lead over the next, `counted` votes and NOTA; null where not known. */
export interface KnownSeat {
  status: string; candidate: number | null; party: string | null; margin: number | null; counted: number | null;
}

/** What a later state takes back: another winner is declared; nobody is declared any more; votes of so many candidates went down. */
export type Correction = { kind: "winner" } | { kind: "withdrawn" } | { kind: "votes"; candidates: number };

/** A seat that differs between two states. */
export interface SeatChange { constituency: string; before: KnownSeat; after: KnownSeat; corrected: Correction[] }

/** What `Calculator.update` answers. */
export interface Update {
  seq: number; at: string; sent: string;
  /** Seconds from `at` to `sent`; seconds from 1970 until `at`; seconds until the next look, 30 to 600. */
  age: number; seconds: number; next: number;
  state: "counting" | "paused" | "final"; source: string | null;
  /** Whether the figures are recorded ones, replayed to rehearse. */
  rehearsal: boolean;
  /** Whether each state is kept beside the feed as `live-<seq>.json`. */
  kept: boolean;
  /** Seats that have a member, in which somebody leads, all others; and those of any kind of which no votes are known. */
  tallied: { declared: number; leading: number; open: number; withoutVotes: number };
  /** Seats that differ from the state before, in dataset order; of the first state, from the data as loaded. */
  changes: SeatChange[];
}

/** A state of a count as a point in time: seats of each row, in one order for all states. */
export interface CountPoint { seconds: number; seats: number[] }

/** The course of a count as steps: 1,000 units across, `top` seats down; the majority mark, in seats from the top; for each row the `d` of an SVG path. */
export interface Timeline { top: number; mark: number; lines: string[] }
