/**
 * A printed number: digits / 10^decimals × unit. 33.2 and 33.20 are different numbers. `unit` is 1, 1000, 100000 (a
 * lakh), 1000000 or 10000000 (a crore); `bound` what stands before it ("over" and "under" are strict, "about" is off by
 * at most a tenth).
 */
export interface Printed {
  digits: number;
  decimals?: number;
  unit?: number;
  bound?: "exact" | "over" | "under" | "least" | "most" | "about";
}
/** A part of the house: a constituency or a place of the data file. */
export interface ClaimScope {
  kind: "constituency" | "category" | "division" | "district" | "parliamentary" | "phase";
  id: string;
}
/**
 * One thing a claim says. `measure` is a word of src/claim/measure.rs, such as "seats", "strike", "margin". `who` are ids
 * of parties and alliances, "IND", "NOTA", "others", or candidates as `constituency.serial`.
 */
export interface ClaimFigure {
  measure: string;
  who?: string[];
  /** Who is left out of them. */
  without?: string[];
  /** Whom it is held against, where one side is held against another. */
  against?: string[];
  place?: ClaimScope;
  number?: Printed;
  /** The base of a mark, the limit of a margin, the percentage of votes that follow. */
  limit?: Printed;
}
/** A claim as it was understood: ids and numbers, no text. */
export interface Claim {
  /** The election it speaks of, where that is another than the calculator's. */
  election?: string;
  /** The earlier election it compares with, where it names one. */
  since?: string;
  figures: ClaimFigure[];
}

/** What claims are held against beside the election. */
export interface ClaimBackground {
  /** Elections held here earlier, the latest first, and whom each of their parties is followed by. */
  earlier?: { dataset: Dataset; successors?: Successor[] }[];
  /** Counts as of an hour of the day of counting. */
  hours?: Dataset[];
  /** Tallies of the day by side ("" for the others): [won, leading, together]. */
  day?: { time?: string; seats: Record<string, (number | null)[]>; parties?: Record<string, (number | null)[]> }[];
}

/** From good to bad. */
export type ClaimVerdict =
  "right" | "anotherReading" | "anotherHour" | "undecided" | "wrong" | "contradicts" | "impossible";
/** A value that a figure was held against: `code` says which reading of it, `value` is printed as the claim prints. */
export interface ClaimHeld {
  code: string;
  fits: boolean;
  value: string | null;
  /** Part and whole of a percentage; seats and mark; twice the base of a mark; what two sides have. */
  of: [number, number] | null;
  ids: string[];
}
export interface ClaimFinding {
  /** null where a figure is not judged: "others" of a list that is not the whole house. */
  verdict: ClaimVerdict | null;
  /** The reading its words mean comes first. */
  held: ClaimHeld[];
  needs: string | null;
  /** For a strike rate: the whole numbers that give it, of each denominator it can have. */
  fits: { of: number; parts: number[] }[];
}
export interface ClaimReading {
  claim: Claim;
  kind: string;
  /** The election it was held against. */
  election: string;
  verdict: ClaimVerdict;
  /** When it was right, "" where the hour is not known; null unless the verdict is "anotherHour". */
  hour: string | null;
  /** How it contradicts itself, or why it is impossible: what its figures come to, what it says, and which they are. */
  contradictions: { code: string; adds: string; says: string; figures: number[] }[];
  /** In the order of the claim's figures. */
  findings: ClaimFinding[];
}
export interface ClaimAnswer {
  /** That of the best reading; null where the text was not understood. */
  verdict: ClaimVerdict | null;
  readings: ClaimReading[];
  /** What was not read, as it is written. */
  unread: string[];
}
