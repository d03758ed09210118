/**
 * A reader's scenario. Its text is the whole saved state: the Report follows from it, and the
 * history is a list of texts.
 */

/** @import { Edit, Report } from "../pkg/seat_calculator.js" */
/** @import { Change } from "../types.d.ts" */
/** @typedef {{ text: string, question: string | null }} State */
/**
 * Why the views are told of a Report.
 * @typedef {"edit" | "same" | "undo" | "redo" | "preview"} Reason
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
  /** Where a change began that is still moving. @type {(State & { edits: Edit[] }) | null} */
  #held = null;
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

  get edits() {
    return this.report.scenario.edits;
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
    this.past = session.past;
    this.future = session.future;
    this.question = session.question;
    this.#asked = session.#asked;
    this.report = this.core.evaluate(session.text);
  }

  /** @param {Change} change @param {string | null} [question] */
  edit(change, question = this.question) {
    this.settle();
    this.#show(this.#with(change(this.edits)), question);
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
   * Shows a change that is still moving; only `settle` puts it into history.
   * @param {Change} change
   */
  preview(change) {
    const from = this.#held ?? { text: this.text, question: this.question, edits: this.edits };
    this.report = this.#with(change(from.edits));
    this.#held = from;
    this.question = this.report.edited.any ? from.question : null;
    this.changed(this.report, "preview");
  }

  /** What can be said at a glance of a change that is still moving. @param {Change} change */
  glance(change) {
    const { election, fingerprint } = this.baseline;
    const edits = change((this.#held ?? this).edits);
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

  /** @param {Report} report @param {string | null} question */
  #show(report, question) {
    const before = { text: this.text, question: this.question };
    this.report = report;
    this.question = report.edited.any ? question : null;
    this.#keep(before);
  }

  /** @param {Edit[]} edits */
  #with(edits) {
    const { election, fingerprint } = this.baseline;
    return this.core.evaluate({ election, fingerprint, edits });
  }

  /** @param {State} before */
  #keep({ text, question }) {
    const same = this.text === text;
    if (!same) {
      this.past.push({ text, question });
      this.future = [];
    }
    this.changed(this.report, same ? "same" : "edit");
  }

  /** @param {State[]} from @param {State[]} to @param {"undo" | "redo"} why */
  #step(from, to, why) {
    const state = from.pop();
    if (!state) return;
    to.push({ text: this.text, question: this.question });
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
      if (ours && fingerprint && fingerprint !== this.baseline.fingerprint) {
        this.load("");
        return { kind: "data", text, edits: scenario.edits };
      }
      this.load(text, this.#questionOf(text));
      return text.startsWith("0~") ? { kind: "unverified", text: "" } : null;
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error);
      if (!code || code === "needs-full") throw error;
      this.load("");
      return { kind: NOTICES[code] ?? "refused", text, election };
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
 * The notice for each code of a scenario that cannot be opened.
 * @type {Record<string, LinkNotice["kind"]>}
 */
const NOTICES = {
  "newer-version": "newer",
  "too-long": "long",
  "other-election": "election",
  damaged: "damaged",
};
