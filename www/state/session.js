/**
 * One reader's scenario: its text is the whole saved state, the Report follows from it, and undo is a list of texts.
 * Also where the text lives between visits: the fragment of the address.
 */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Edit} Edit */
/** @typedef {{ text: string, question: string | null }} State */
/** @typedef {{ kind: string, text?: string, edits?: Edit[], values?: Record<string, string> }} Notice */

export class Session {
  /** @type {State[]} */
  past = [];
  /** @type {State[]} */
  future = [];
  /** Question card the reader started from. @type {string | null} */
  question = null;
  /** Where a movement began that has not come to rest. @type {(State & { edits: Edit[] }) | null} */
  #held = null;
  /** What a movement has come to and the page does not show yet. @type {(() => void) | null} */
  owed = null;

  /**
   * @param {import("../core/calculator-client.js").Core} core
   * @param {(report: Report, why: "edit" | "same" | "undo" | "redo" | "preview") => void} changed called after every edit
   */
  constructor(core, changed) {
    this.core = core;
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

  /** @param {(edits: Edit[]) => Edit[]} change @param {string | null} [question] @returns {boolean} whether anything changed */
  edit(change, question = this.question) {
    this.settle();
    return this.#go(this.#with(change(this.edits)), question);
  }

  /** @param {string} text canonical or not @param {string | null} [question] */
  load(text, question = null) {
    this.settle();
    return this.#go(this.core.evaluate(text), question);
  }

  /** The same scenario once more, as a core that can say more of it has it. */
  again() {
    this.report = this.core.evaluate(this.text);
    return this.report;
  }

  /** Shows a change that is still moving: each replaces the one before, and history waits for `settle`. @param {(edits: Edit[]) => Edit[]} change */
  preview(change) {
    const from = this.#held ?? { text: this.text, question: this.question, edits: this.edits };
    this.report = this.#with(change(from.edits));
    this.#held = from;
    this.question = this.report.edited.any ? from.question : null;
    this.changed(this.report, "preview");
  }

  /** The movement came to rest: one step of history, if it led anywhere. */
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

  #go(report, question) {
    const before = { text: this.text, question: this.question };
    this.report = report;
    this.question = report.edited.any ? question : null;
    return this.#keep(before);
  }

  /** @param {Edit[]} edits */
  #with(edits) {
    const { election, fingerprint } = this.baseline;
    return this.core.evaluate({ election, fingerprint, edits });
  }

  #keep({ text, question }) {
    const before = { text, question };
    const same = this.text === text;
    if (!same) {
      this.past.push(before);
      this.future = [];
    }
    this.changed(this.report, same ? "same" : "edit");
    return !same;
  }

  #step(from, to, why) {
    const state = from.pop();
    if (!state) return;
    to.push({ text: this.text, question: this.question });
    this.report = this.core.evaluate(state.text);
    this.question = state.question;
    this.changed(this.report, why);
  }

  /**
   * Opens a link's text: the scenario, or the declared result with a notice that says why.
   * @param {string} text
   * @param {{ id: string, text: string }[]} questions whose scenarios are known again
   * @returns {Notice | null}
   */
  open(text, questions) {
    if (!text) {
      if (this.edits.length) this.load("");
      return null;
    }
    let election = "";
    try {
      const scenario = this.core.parse(text);
      election = scenario.election ?? "";
      const { fingerprint } = this.baseline;
      if (
        scenario.fingerprint &&
        scenario.fingerprint !== fingerprint &&
        scenario.election === this.baseline.election
      ) {
        this.load("");
        return { kind: "data", text, edits: scenario.edits };
      }
      this.load(text, this.#asked(text, questions));
      return text.startsWith("0~") ? { kind: "unverified" } : null;
    } catch (error) {
      if (!error.code || error.code === "needs-full") throw error;
      this.load("");
      return { kind: kindOf(error.code), text, values: { id: election } };
    }
  }

  /** The question that a link's text asks. */
  #asked(text, questions) {
    const wanted = this.core.evaluate(text).scenario.text;
    const asks = (question) => {
      try {
        return this.core.evaluate(question.text).scenario.text === wanted;
      } catch {
        // What the core cannot evaluate yet is not what it has just evaluated.
        return false;
      }
    };
    return questions.find(asks)?.id ?? null;
  }
}

/** @param {string} code of a ScenarioError */
function kindOf(code) {
  if (code === "newer-version") return "newer";
  if (code === "too-long") return "long";
  if (code === "other-election") return "election";
  if (code === "damaged") return "damaged";
  return "refused";
}
