/**
 * Shapes that the page's modules share. Those of the core's answers are in the module's own
 * declarations.
 */

import type { Count } from "./feed/count.js";
import type { Names } from "./dataset/names.js";
import type { PreviousElection } from "./dataset/previous-election.js";
import type { Words } from "./i18n/messages.js";
import type { Dataset as CoreDataset, Edit, Glance, Report } from "./pkg/seat_calculator.js";
import type { Session } from "./state/session.js";

export * from "./pkg/seat_calculator.js";

/** One text for all languages, or one for each; "en" is always there. */
export type Name = string | ({ en: string } & Record<string, string>);

/** Something with an id and a name: a district, a division, a phase. */
export interface Place {
  id: string;
  name?: Name;
  short?: Name;
  division?: string;
  /** Of a phase: its day of polling. */
  polled?: string;
  variants?: string[];
}

/** A line of a constituency's ballot. */
export interface Candidate {
  /** Its place on the ballot; without it, its place in the list, from 1. */
  serial?: number;
  name?: Name;
  party: string;
  alliance?: string;
  /** Together, or by machine and by post. */
  votes?: number | [number, number];
}

export interface Constituency {
  id: string;
  /** Its code in the source, where that is no such number. */
  code?: string;
  name: Name;
  variants?: string[];
  category?: string;
  division?: string;
  district?: string;
  parliamentary?: string;
  phase?: string;
  electors?: number;
  /** Hundredths of a percent. */
  turnout?: number;
  status?: string;
  winner?: number;
  reason?: string;
  candidates: Candidate[];
  nota?: number | [number, number];
  /** Valid votes of candidates who are not listed. */
  others?: number | [number, number];
  /** Lead of the holder as published, where the votes are not known. */
  margin?: number;
}

export interface Party {
  id: string;
  name: Name;
  short?: Name;
  colour: string;
  variants?: string[];
}

export interface Alliance {
  id: string;
  name: Name;
  short?: Name;
  colour?: string;
  parties: string[];
  source?: string;
}

export interface Source {
  id: string;
  name: Name;
  publisher?: Name;
  url?: string;
  as_of?: string;
  note?: Name;
  blocks: string[];
}

/** A question card: a scenario with a title and an answer. */
export interface QuestionCard {
  id: string;
  /** Its edits in scenario notation, or a whole scenario. */
  scenario: string;
  title: Name;
  answer?: Name;
  assumption?: Name;
  needs?: string;
}

/** Ready-made groupings for Change partners. */
export interface Preset {
  id: string;
  name: Name;
  edits: Edit[];
}

/**
 * An election, as docs describe the data format. What only the second file holds may be missing
 * until it is loaded.
 */
export interface Dataset extends CoreDataset {
  title: Name;
  house: {
    name: Name;
    short?: Name;
    kicker?: Name;
    note?: Name;
    /** The house that this one's members elect. */
    upper?: Name;
    seats: number;
    /** What the file holds instead of a declared result. */
    result?: { kind: "led" | "count"; at?: string };
  };
  /** The second data file beside this one; DATA.md says what is in which. */
  more?: string;
  counted?: string;
  government?: string;
  sources?: Source[];
  parties: Party[];
  alliances: Alliance[];
  categories?: Place[];
  divisions?: Place[];
  districts?: Place[];
  parliamentary?: Place[];
  phases?: Place[];
  constituencies: Constituency[];
  map?: string;
  /** Two numbers for each constituency in `places`: its first half column and its row, from 1. */
  tiles?: { columns: number; rows: number; places: number[] };
  /** What the file of facts around this election holds. */
  facts?: string[];
  presets?: Preset[];
  questions?: QuestionCard[];
}

export type Mode = "full" | "compact" | "result" | "question";
export type Tool = "flip" | "votes" | "partners";

/** A reader's action: the edits after it, from those before it. */
export type Change = (edits: Edit[]) => Edit[];

/** What turns ids into words. */
export interface Language {
  readonly words: Words;
  readonly names: Names;
  readonly dataset: Dataset;
}

/**
 * A part of the screen. Its node is built once; `render` sets what differs from the last report.
 */
export interface View {
  node: HTMLElement;
  render(report: Report): void;
  /** Shows what can be said without a report, while a slider moves. */
  glance?(glance: Glance): void;
  /** Candidates have got their names; without it, `render` is called. */
  named?(report: Report): void;
  /** Watches the window, or no more: the element may be taken off its page. */
  follow?(on: boolean): void;
}

/** A view whose module is loaded when it is first opened. */
export interface LazyView extends View {
  /** Answers the view, or null where it could not be loaded. */
  open(): Promise<View | null>;
}

/** What a reader has to be told of a link that could not be shown as it came. */
export interface LinkNotice {
  kind: "newer" | "long" | "election" | "damaged" | "refused" | "data" | "unverified" | "ballot";
  text: string;
  /** The id of another election that the link is for. */
  election?: string;
  /** What the core says of a link that does not fit. */
  problems?: import("./pkg/seat_calculator.js").Problem[];
  /** The edits of a link made for other data. */
  edits?: Edit[];
}

export interface NoticeOptions {
  /** A link's text, kept for the reader to copy. */
  text?: string;
  /** A button's label and what it does; the notice then closes. */
  label?: string;
  act?: (() => void) | null;
  /** Whether the last one stays. */
  beside?: boolean;
  /** What else stands in it. */
  more?: Node | null;
}

/** Where a scenario's link leads, and where the shown one is kept. */
export interface ScenarioAddress {
  /** Whether it is the address of the page itself. */
  readonly own: boolean;
  /** The scenario that the address names now. */
  readonly text: string;
  /** The next text that is kept gets an entry in the browser's history. */
  fresh: boolean;
  of(text: string): string;
  keep(text: string): void;
  /** Writes what waits to be written, before the page is left. */
  leave(): void;
  /** Follows the page's address, or no more. */
  follow(on: boolean): void;
}

/**
 * What every view works with: the election, its words, the reader's scenario, and what a reader can
 * do.
 */
export interface Context extends Language {
  readonly mode: Mode;
  /** Whether this is the page for frames. */
  readonly framed: boolean;
  /** Whether the data are those of an election of this site. */
  readonly shipped: boolean;
  /** Id of the election if it is one of the reader's own, else null. */
  readonly own: string | null;
  /** Address of the page that links lead to. */
  readonly home: string;
  /** What the element shows. */
  readonly page: HTMLElement;
  readonly session: Session;
  readonly address: ScenarioAddress;
  /** The question cards of this mode; `text` is the whole scenario. */
  readonly questions: { id: string; text: string; card: QuestionCard }[];

  /** The count that is followed; null where the page's owner has named none. */
  readonly count: Count | null;

  /** The election before this one, once something has loaded it. */
  before: PreviousElection | null;

  /** Resolved once a reader knows what became of the last link. */
  readonly told: Promise<void>;
  /** Says a sentence to readers who hear the page. */
  announce(text: string): void;
  /** Shows a notice in place of the last one. */
  notice(text: string, options?: NoticeOptions): void;
  edit(change: Change, question?: string | null): void;
  /** Shows a change that is still moving. */
  preview(change: Change): void;
  /** Shows what is known without a report while a slider moves. */
  glance(glance: Glance): void;
  /**
   * Replaces the whole scenario, as a question or a preset does: the browser's Back undoes that
   * too.
   */
  load(text: string, question?: string | null): void;
  /** Opens a link's text. */
  open(link: string): void;
  /**
   * Loads the rest of the data: candidates' names, other languages, places, sources. Rejects where
   * that fails.
   */
  loadDetails(): Promise<void>;
  /** Loads the full core, and the rest of the data with it. Rejects where that fails. */
  loadFullCore(): Promise<void>;
  /** The fact that was asked for last, or "". */
  readonly fact: string;
  /** Opens the facts around the election, at one of them. */
  openFact(fact: string): Promise<void>;
  /** Loads what only a printed page shows. */
  preparePrint(): Promise<unknown>;
}

/** Modules that are loaded when they are needed and give more than views. */
export interface Modules {
  "pkg/seat_calculator.js": typeof import("./pkg/seat_calculator.js");
  "pkg/core/seat_calculator.js": typeof import("./pkg/seat_calculator.js");
  "compare/link.js": typeof import("./compare/link.js");
  "chance/link.js": typeof import("./chance/link.js");
  "chart/half-circle.js": typeof import("./chart/half-circle.js");
  "chart/seat-selection.js": typeof import("./chart/seat-selection.js");
  "core/run-analysis.js": typeof import("./core/run-analysis.js");
  "dataset/party-labels.js": typeof import("./dataset/party-labels.js");
  "dataset/previous-election.js": typeof import("./dataset/previous-election.js");
  "element/csp-fallback.js": typeof import("./element/csp-fallback.js");
  "element/data-problems.js": typeof import("./element/data-problems.js");
  "element/export.js": typeof import("./element/export.js");
  "element/full-page.js": typeof import("./element/full-page.js");
  "element/rem-to-px.js": typeof import("./element/rem-to-px.js");
  "element/restore-state.js": typeof import("./element/restore-state.js");
  "feed/count.js": typeof import("./feed/count.js");
  "element/unknown-election.js": typeof import("./element/unknown-election.js");
  "facts/fact-cards.js": typeof import("./facts/fact-cards.js");
  "i18n/mark-language.js": typeof import("./i18n/mark-language.js");
  "elections/kept.js": typeof import("./elections/kept.js");
  "elections/not-kept.js": typeof import("./elections/not-kept.js");
  "import/dialog.js": typeof import("./import/dialog.js");
  "import/host-file.js": typeof import("./import/host-file.js");
  "import/worker.js": typeof import("./import/worker.js");
  "questions/asked.js": typeof import("./questions/asked.js");
  "result/inline-result.js": typeof import("./result/inline-result.js");
  "seats/search.js": typeof import("./seats/search.js");
  "share/link-notice.js": typeof import("./share/link-notice.js");
}

/** A module of views: functions that make one, from a Context and what else they need. */
export type ViewModule = Record<string, (...args: never[]) => View | Promise<View>>;

export type Module<Path extends string> = Path extends keyof Modules ? Modules[Path] : ViewModule;
