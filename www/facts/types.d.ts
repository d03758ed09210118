/** The file of facts around an election (DATA.md), and the list of all elections. */

import type { Name } from "../types.js";
import type { Successor } from "../pkg/seat_calculator.js";

/** An election that has a page; `of` names the one whose seats it counts otherwise. */
export interface ElectionEntry {
  id: string;
  page: string;
  title: Name;
  of?: string;
}

export interface EarlierElection {
  election: string;
  successors: (Successor & { source: string })[];
  /** What became of parties that count as themselves. */
  notes: { then: string; note: Name; source: string }[];
}

export interface ExitPoll {
  pollster: string;
  published: string;
  ranges: [number, number][];
  sources: string[];
  note?: Name;
}

/** Seats won, led and both together by alliance, "" for all others; null where not said. */
export interface DayTally {
  kind: "eci" | "media";
  time: string;
  basis: { en: string } & Record<string, string>;
  by: Name;
  seats: Record<string, [number | null, number | null, number | null]>;
  source: string;
  note?: Name;
}

export interface Person {
  constituency: string;
  /** Serial on the ballot. */
  candidate: number;
  role: Name;
  sources: string[];
}

export interface ConflictingFigure {
  title: Name;
  figures: { value: Name; source: Name; as_of: string }[];
  note?: Name;
}

/** A card answered by a fact of this file, or by another election. */
export interface FactCard {
  id: string;
  title: Name;
  answer: Name;
  assumption: Name;
  fact?: string;
  election?: string;
}

export interface FactsFile {
  earlier: EarlierElection[];
  polls: { not_before: string; sides: string[]; polls: ExitPoll[] };
  day: DayTally[];
  people: Person[];
  published: ConflictingFigure[];
  questions?: FactCard[];
}
