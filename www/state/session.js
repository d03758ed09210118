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

/**
 * The scenario text in a fragment, without what hosts and messengers append to addresses.
 * @param {string} hash
 */
export function readFragment(hash) {
  let text = hash.replace(/^#/, "");
  if (text.includes("%")) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // Not an escape after all: the core decides whether the text is whole.
    }
  }
  return text.replace(/[?&#].*$/s, "").replace(/:~:.*$/s, "");
}

/**
 * An element on somebody else's page, whose address is none of its business: links go to the page of its own.
 * @param {string} page address to which a scenario's text is added @param {() => string} first the scenario the host gave
 */
export function noAddress(page, first) {
  return {
    get text() {
      return first();
    },
    follow() {},
    keep() {},
    of: (text) => (text ? `${page}#${text}` : page),
  };
}

/** Keeps the fragment at the scenario's text, with a history entry only for what replaces the whole scenario. */
export class Address {
  #timer = 0;
  #text = "";
  /** What is kept next has an entry of its own: the browser's Back leads to what it replaced. */
  fresh = false;
  /** Whether what waits to be written has one. */
  #push = false;

  /** @param {(text: string) => void} arrived the address got another scenario: a link, back, forward */
  constructor(arrived) {
    this.#text = readFragment(location.hash);
    this.arrive = () => {
      const text = readFragment(location.hash);
      if (text === this.#text) return;
      this.#text = text;
      this.fresh = this.#push = false;
      arrived(text);
    };
    this.leave = () => this.#write();
  }

  /** Follows the address, or no more. @param {boolean} on */
  follow(on) {
    const set = on ? addEventListener : removeEventListener;
    set("hashchange", this.arrive);
    set("popstate", this.arrive);
    set("pagehide", this.leave);
    if (on) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  get text() {
    return this.#text;
  }

  /** Address of a scenario, to share. @param {string} text */
  of(text) {
    const url = new URL(location.href);
    for (const name of [...url.searchParams.keys()])
      if (name.startsWith("utm_")) url.searchParams.delete(name);
    url.hash = text;
    return text ? url.href : url.href.replace(/#$/, "");
  }

  /**
   * Writes as soon as the edit has been painted, then at most every 300 ms: browsers refuse a page that writes faster, and
   * writing takes as long as all the rest of an edit. What is written only while the page is being left may not be kept.
   * @param {string} text
   */
  keep(text) {
    if (this.fresh) {
      this.#write();
      this.#push = true;
    }
    this.fresh = false;
    this.#text = text;
    if (this.#timer) return;
    requestAnimationFrame(() => setTimeout(() => this.#timer && this.#write()));
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#write();
    }, 300);
  }

  #write() {
    const how = this.#push ? "pushState" : "replaceState";
    this.#push = false;
    if (readFragment(location.hash) === this.#text) return;
    try {
      history[how](
        history.state,
        "",
        this.#text ? `#${this.#text}` : location.pathname + location.search,
      );
    } catch {
      // A sandboxed or file page may refuse; the scenario then lives in the page only.
    }
  }
}
