/**
 * A reader's scenario. Its text is the whole saved state: the Report follows from it, and the
 * history is a list of texts.
 */

/** @import { Edit, Report } from "../pkg/seat_calculator.js" */
/** @import { Change } from "../types.d.ts" */
/**
 * A step of the history; `swapped`: the scenario shown and the one kept changed places in it.
 * @typedef {{ text: string, question: string | null, resting: Edit[], swapped?: boolean }} State
 */
/**
 * Why the views are told of a Report.
 * @typedef {"edit" | "same" | "undo" | "redo" | "preview" | "update"} Reason
 */
/**
 * What a reader has to be told of a link.
 * @typedef {import("../types.d.ts").LinkNotice} LinkNotice
 */

export class Session {
  /** @type {State[]} */
  past = [];
  /** @type {State[]} */
  future = [];
  /** Id of the question card the reader started from. @type {string | null} */
  question = null;
  /**
   * Shows the last step of a slider that the page does not show yet.
   * @type {(() => void) | null}
   */
  owed = null;
  /** How many states of a count were taken: answers about another one are no longer good. */
  round = 0;
  /** Text of the scenario that was put aside to compare; null: none. @type {string | null} */
  kept = null;
  /** In how many seats it differs, in words. */
  beside = "";
  /** An edit that goes with others on a count. @type {((report: Report) => Edit | null) | null} */
  also = null;
  /** Where a change began that is still moving. @type {(State & { wish: Edit[] }) | null} */
  #held = null;
  /**
   * Awards that other edits make needless: no link has them, but they come back where those go.
   * @type {Edit[]}
   */
  #resting = [];
  /** Canonical texts of the question cards that were opened, by id. @type {Map<string, string>} */
  #asked = new Map();

  /**
   * @param {import("../core/calculator-client.js").CalculatorClient} core
   * @param {{ id: string, text: string }[]} questions the question cards and their scenarios
   * @param {(report: Report, why: Reason) => void} changed called after every edit
   */
  constructor(core, questions, changed) {
    this.core = core;
    this.questions = questions;
    this.changed = changed;
    /** The declared result. @type {Report} */
    this.baseline = core.evaluate("");
    /** @type {Report} */
    this.report = this.baseline;
  }

  get text() {
    return this.report.scenario.text;
  }

  /** @returns {Edit[]} */
  get edits() {
    return this.report.scenario.edits.map(({ state: _, ...edit }) => edit);
  }

  /** All edits as the reader made them; those that change nothing now come last. */
  get wish() {
    return [...this.edits, ...this.#resting];
  }

  /** Whether a control is still moving. */
  get moving() {
    return this.#held !== null;
  }

  /** Whether the scenario is exactly that of the question card the reader started from. */
  get asksQuestion() {
    return this.question !== null && this.#asked.get(this.question) === this.text;
  }

  /** Goes on where another session of the same election stopped. @param {Session} session */
  continue(session) {
    session.settle();
    this.round = session.round;
    this.past = session.past;
    this.future = session.future;
    this.question = session.question;
    this.kept = session.kept;
    this.#resting = session.#resting;
    this.#asked = session.#asked;
    this.report = this.core.evaluate(session.text);
  }

  /** @param {Change} change @param {string | null} [question] */
  edit(change, question = this.question) {
    this.settle();
    const wish = change(this.wish);
    const report = this.#with(wish);
    const also = this.also?.(report);
    this.#show(also ? this.#with([...report.scenario.edits, also]) : report, question, wish);
  }

  /** @param {string} text canonical or not @param {string | null} [question] */
  load(text, question = null) {
    this.settle();
    const report = this.core.evaluate(text);
    if (question) this.#asked.set(question, report.scenario.text);
    this.#show(report, question);
  }

  /** Evaluates the same scenario again, after a core that can say more has been loaded. */
  again() {
    this.report = this.core.evaluate(this.text);
  }

  /**
   * Takes the next state of a count: the reader's edits stay, on other figures.
   * @param {string} feed
   */
  update(feed) {
    const update = this.core.update(feed);
    this.baseline = this.core.evaluate("");
    this.report = this.core.evaluate(this.text);
    this.round += 1;
    this.changed(this.report, "update");
    return update;
  }

  /**
   * Shows a change that is still moving; only `settle` puts it into history.
   * @param {Change} change
   */
  preview(change) {
    const from = this.#held ?? { ...this.#state, wish: this.wish };
    const wish = change(from.wish);
    this.report = this.#with(wish);
    this.#resting = needless(wish, this.report);
    this.#held = from;
    this.question = this.report.edited.any ? from.question : null;
    this.changed(this.report, "preview");
  }

  /** What can be said at a glance of a change that is still moving. @param {Change} change */
  glance(change) {
    const { election, fingerprint } = this.baseline;
    const edits = change((this.#held ?? this).wish);
    return this.core.use((calculator) => calculator.glance({ election, fingerprint, edits }));
  }

  /** Ends a movement: it becomes one step of history, if it led anywhere. */
  settle() {
    this.owed?.();
    const from = this.#held;
    this.#held = null;
    if (from) this.#keep(from);
  }

  undo() {
    this.settle();
    this.#step(this.past, this.future, "undo");
  }

  redo() {
    this.settle();
    this.#step(this.future, this.past, "redo");
  }

  /** @returns {State} */
  get #state() {
    return { text: this.text, question: this.question, resting: this.#resting };
  }

  /** @param {Report} report @param {string | null} question @param {Edit[]} [wish] */
  #show(report, question, wish = []) {
    const before = this.#state;
    this.report = report;
    this.#resting = needless(wish, report);
    this.question = report.edited.any ? question : null;
    this.#keep(before);
  }

  /** @param {Edit[]} edits */
  #with(edits) {
    const { election, fingerprint } = this.baseline;
    return this.core.evaluate({ election, fingerprint, edits });
  }

  /** @param {State} before */
  #keep({ text, question, resting }) {
    const same = this.text === text;
    if (!same) {
      this.past.push({ text, question, resting });
      this.future = [];
    }
    this.changed(this.report, same ? "same" : "edit");
  }

  /** @param {State[]} from @param {State[]} to @param {"undo" | "redo"} why */
  #step(from, to, why) {
    const state = from.pop();
    if (!state) return;
    to.push({ ...this.#state, swapped: state.swapped });
    if (state.swapped && this.kept === state.text) this.kept = this.text;
    this.#resting = state.resting;
    this.report = this.core.evaluate(state.text);
    this.question = state.question;
    this.changed(this.report, why);
  }

  /**
   * Opens a link's text: shows its scenario, or the declared result with a notice that says why.
   * @param {string} text
   * @returns {LinkNotice | null}
   */
  open(text) {
    if (!text) {
      if (this.edits.length) this.load("");
      return null;
    }
    let election = "";
    try {
      const scenario = this.core.parse(text);
      election = scenario.election ?? "";
      const { fingerprint } = scenario;
      const ours = election === this.baseline.election;
      const same = !fingerprint || fingerprint === this.baseline.fingerprint;
      if (ours && !same && !this.core.knows(fingerprint)) {
        this.load("");
        return { kind: "data", text, edits: scenario.edits };
      }
      this.load(text, this.#questionOf(text));
      // It was made, or is opened, while votes are being counted.
      if (fingerprint && (!same || this.core.following)) return { kind: "ballot", text: "" };
      return text.startsWith("0~") ? { kind: "unverified", text: "" } : null;
    } catch (error) {
      const { code, problems } =
        /** @type {Partial<import("../pkg/seat_calculator.js").CalculatorError>} */ (error);
      if (!code || code === "needs-full") throw error;
      this.load("");
      return { kind: NOTICES[code] ?? "refused", text, election, problems };
    }
  }

  /** Id of the question card with this scenario. @param {string} text */
  #questionOf(text) {
    const wanted = this.core.evaluate(text).scenario.text;
    const found = this.questions.find((question) => {
      try {
        return this.core.evaluate(question.text).scenario.text === wanted;
      } catch {
        // The small core cannot evaluate this card, and so it is not the one it just evaluated.
        return false;
      }
    });
    return found?.id ?? null;
  }
}

/**
 * The awards of a wish that its report does without.
 * @param {Edit[]} wish @param {Report} report
 */
function needless(wish, { scenario, edited }) {
  const kept = scenario.edits.map((edit) => "award" in edit && edit.award.constituency);
  return wish.filter(
    (edit) => edited.any && "award" in edit && !kept.includes(edit.award.constituency),
  );
}

/**
 * The notice for each code of a scenario that cannot be opened.
 * @type {Record<string, LinkNotice["kind"]>}
 */
const NOTICES = {
  "newer-version": "newer",
  "too-long": "long",
  "other-election": "election",
  damaged: "damaged",
};
