/** A sentence in both languages. */
export interface Sentence {
  en: string;
  hi: string;
}

/** How something in the file was understood. */
export interface Decision {
  /** Its id in a recipe; "" for what follows from other decisions. */
  id: string;
  chosen: string;
  /** What else could be; empty where any text may stand, or nothing can be changed. */
  options: string[];
  /** Whether the reader or the recipe chose it; otherwise the file did. */
  by_reader: boolean;
  /** Whether the file alone does not make it certain. */
  asked: boolean;
  /** Whether it holds for this file alone. */
  this_file: boolean;
  sentence: Sentence;
}

/** What is wrong with the file; IMPORT.md lists the codes. */
export interface Problem {
  code: string;
  /** From 1. */
  row: number | null;
  /** Letters. */
  column: string | null;
  header: string | null;
  cell: string | null;
  constituency: string | null;
  left_out: boolean;
  message: Sentence;
}

/** A column as it was understood. */
export interface ColumnRead {
  letter: string;
  header: string;
  /** How a recipe names it. */
  name: string;
  role: string | null;
  guess: boolean;
}

/** A party of the file, with the seats it won or leads in. */
export interface PartyRead {
  id: string;
  label: string;
  name: string;
  seats: number;
  votes: number;
}

/** An alliance that the reader made, with what its parties have. */
export interface AllianceRead {
  id: string;
  name: string;
  colour: string;
  /** Ids. */
  parties: string[];
  seats: number;
  votes: number;
}

/** What was read of a file, how, and what is wrong with it. */
export interface Reading {
  container: string;
  sheet: string | null;
  encoding: string | null;
  separator: string | null;
  /** First and last row that name the columns, from 1. */
  header_rows: [number, number] | null;
  layout: string | null;
  decisions: Decision[];
  columns: ColumnRead[];
  parties: PartyRead[];
  problems: {
    /** The first 20. */
    told: Problem[];
    total: number;
    by_code: Record<string, number>;
    /** Whether the file as a whole cannot be read. */
    fatal: boolean;
  };
  /** How many seats the house has. */
  seats: number;
  /** Rows of the table, those of the header and blank ones included. */
  rows: number;
  /** How many of them were left out. */
  skipped: number;
  /** Id and title of the election; "" where nothing can be read. */
  id: string;
  title: string;
  /** Seats in which somebody won or leads. */
  held: number;
  /** Seats awaited because of a problem. */
  left_out: number;
  /** All seats by status. */
  statuses: Record<string, number>;
  /** Colours by the id of the party. */
  colours: Record<string, string>;
  /** Most seats first. */
  alliances: AllianceRead[];
  /** Labels of two whose colours some eyes take for one, where the reader chose them. */
  near: [string, string][];
}

/** A row of the table. */
export interface TableRow {
  /** From 1. */
  row: number;
  /** Why it was left out. */
  skipped: string | null;
  cells: string[];
}
