/**
 * A count that is followed: it asks for the feed, hands each state to the reader's scenario when
 * nothing moves, and keeps what is said about it all.
 */

import { sheet, text as fetchText } from "../core/assets.js";
import { Words } from "../i18n/messages.js";
import { verdictSentence } from "../result/sentences.js";
import { defaultStance } from "./default-stance.js";
import { keyOf, stateSaid } from "./edit-state.js";
import { Follower } from "./follower.js";
import { clock } from "./standing.js";
import { countView } from "./view.js";

/** @import { CalculatorError, Context, Edit, EditState, Report } from "../types.d.ts" */
/** @import { SeatChange, Update } from "../types.d.ts" */
/** @import { MessageFile } from "../i18n/messages.js" */
/** @import { PageContext } from "../element/context.js" */
/** @import { CalculatorClient } from "../core/calculator-client.js" */
/** @import { Standing, TimedPoint, World } from "./types.d.ts" */

/** Milliseconds for which the page waits for the first state before it shows. */
const PATIENCE = 3000;
/** Milliseconds after the last key or choice in a field in which a reader may still be at it. */
const TYPING = 2000;
/** Milliseconds between two looks at whether a state that waits can be taken. */
const REST = 500;
/** The most states of which the course is kept; of more, every second one goes. */
const MOST = 240;

/** Message files for counts, by language. @type {Map<string, Promise<MessageFile>>} */
const messageFiles = new Map();

/** @param {string} language @returns {Promise<MessageFile>} */
function loadMessages(language) {
  let file = messageFiles.get(language);
  if (!file) {
    file = fetchText(`feed/${language}.json`).then(JSON.parse);
    file.catch(() => messageFiles.delete(language));
    messageFiles.set(language, file);
  }
  return file;
}

/** The browser, as the follower needs it. @type {World} */
const BROWSER = {
  fetch: (address, options) => fetch(address, options),
  now: () => performance.now(),
  random: Math.random,
  able: () => !document.hidden && navigator.onLine,
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

export class Count {
  /** What the last state said of itself. @type {Update | null} */
  update = null;
  /** The course of the count: seats of each alliance, state after state. @type {TimedPoint[]} */
  course = [];
  /**
   * What was last taken back of each seat since the page was opened.
   * @type {Map<string, SeatChange>}
   */
  corrections = new Map();
  /** Edits against which somebody is declared, and that the reader keeps. @type {Set<string>} */
  answered = new Set();
  /** Edits on whose seats a declaration has been taken back. @type {Set<string>} */
  again = new Set();
  /** Whether a state is being taken now. */
  taking = false;
  #follower;
  /** The text of the last state taken. */
  #last = "";
  /** A state that waits until nothing moves. */
  #waiting = "";
  /** When the last state came. */
  #received = 0;
  /** When the reader last typed or chose. */
  #touched = -TYPING;
  /** Resolved once there has been a first look. */
  #first;
  /** @type {CalculatorClient | null} */
  #core = null;
  /** @type {PageContext | null} */
  #ctx = null;
  /** @type {ReturnType<typeof countView> | null} */
  #view = null;
  /** The states of the edits shown. @type {Map<string, EditState | undefined>} */
  #states = new Map();
  /** Kind and leaders of the verdict shown. */
  #verdict = "";
  /** What the last report has made other. @type {string[]} */
  #news = [];

  /**
   * @param {string} address
   * @param {boolean} [moment] whether it is a state that was kept, which nothing follows
   * @param {World} [world]
   */
  constructor(address, moment = false, world = BROWSER) {
    this.world = world;
    this.moment = moment;
    /** @type {() => void} */
    let looked = () => {};
    this.#first = new Promise((done) => {
      looked = () => done(null);
    });
    this.#follower = new Follower(
      address,
      (text) => this.#take(text),
      (error) => {
        looked();
        this.#looked(error);
      },
      world,
    );
    this.wake = () => this.#follower.wake();
    this.touch = () => {
      this.#touched = world.now();
    };
  }

  /**
   * Gives the calculator what is known of the count, at best a first state, and answers the words
   * of a page that follows one.
   * @param {CalculatorClient} core @param {MessageFile} file @param {string} language
   */
  async begin(core, file, language) {
    const messages = await loadMessages(language);
    if (this.#core !== core) {
      core.follow();
      this.#core = core;
      this.#follower.start();
      const late = new Promise((done) => this.world.after(PATIENCE, () => done(null)));
      await Promise.race([this.#first, late]);
    }
    return new Words(language, {
      ...file,
      messages: { ...file.messages, ...messages.messages },
    });
  }

  /**
   * Shows itself on a page.
   * @param {PageContext} ctx
   * @param {HTMLElement} answer the verdict's header
   */
  attach(ctx, answer) {
    this.#ctx = ctx;
    ctx.session.also = defaultStance;
    if (!this.course.length) this.#note(ctx.session.baseline);
    this.#view?.follow(false);
    const view = countView(ctx, this);
    this.#view = view;
    // In front of the list of edits, which says what this view finds.
    ctx.views.unshift(view);
    answer.append(sheet("feed.css").node, view.node);
    // What stands under the declared result says nothing of a count.
    delete ctx.dataset.house.note;
    for (const event of ["input", "keydown"]) ctx.page.addEventListener(event, this.#typed);
  }

  /** @param {Event} event */
  #typed = ({ target }) => {
    const field = /** @type {Element} */ (target);
    if (field.matches("textarea, select, input:not([type=radio], [type=checkbox])")) this.touch();
  };

  /** Follows the feed, or no more: the element may be taken off its page. @param {boolean} on */
  follow(on) {
    const set = on ? addEventListener : removeEventListener;
    for (const event of ["online", "offline", "visibilitychange"]) set(event, this.wake, true);
    if (on) this.#follower.start();
    else this.#follower.stop();
    this.#view?.follow(on);
  }

  /** Pauses it, or goes on. @param {boolean} paused */
  pause(paused) {
    this.#follower.pause(paused);
    this.#show();
  }

  /** What is known of the looks. @returns {Standing} */
  get standing() {
    const { failures, answered, pace, paused } = this.#follower;
    const now = this.world.now();
    return {
      update: this.update,
      since: now - this.#received,
      silent: answered === null ? null : now - answered,
      failures,
      pace,
      paused,
      waiting: this.#waiting !== "",
      moment: this.moment,
    };
  }

  /** "This link's changes, on the count as of 18:01." @param {Words} words */
  linkSaid(words) {
    if (!this.update) return words.say("link.ballot.none");
    if (this.update.state === "final") return words.say("link.ballot.final");
    return words.say("link.ballot", { at: clock(this.update.at) });
  }

  /** @param {Edit & { state?: EditState }} edit */
  stateSaid(edit) {
    const ctx = this.#ctx;
    return ctx ? stateSaid(edit, ctx.session.report, ctx, this.again.has(keyOf(edit))) : "";
  }

  /**
   * Edits against which somebody is declared, until the reader has answered.
   * @param {Report} report
   */
  overtaken({ scenario }) {
    return scenario.edits.filter(
      (edit) => edit.state === "against" && !this.answered.has(keyOf(edit)),
    );
  }

  /** Whether a control moves, a reader types, or something lies open over the page. */
  get #busy() {
    if (this.world.now() - this.#touched < TYPING) return true;
    const { session, page } = this.#ctx ?? {};
    return Boolean(session?.moving || page?.querySelector("dialog[open], .chooser[open]"));
  }

  /** Whether there is nothing more to come. */
  get #over() {
    return this.update !== null && (this.moment || this.update.state === "final");
  }

  /** Takes an answer, or lets it wait. @param {string} text */
  #take(text) {
    if (text === this.#last) return this.#pace();
    if (this.#busy) {
      // Whether it is good shows when it is taken; what is no state at all shows now.
      if (JSON.parse(text)?.feed !== 1) throw new Error("no feed");
      if (!this.#waiting) this.world.after(REST, this.#settle);
      this.#waiting = text;
      return this.#pace();
    }
    this.#apply(text);
    return this.#pace();
  }

  #pace() {
    return { next: this.update?.next ?? 60, over: this.#over };
  }

  /** Takes the state that waits, once nothing moves. */
  #settle = () => {
    if (this.#busy) return void this.world.after(REST, this.#settle);
    const text = this.#waiting;
    this.#waiting = "";
    try {
      this.#apply(text);
    } catch (error) {
      this.#follower.failures += 1;
      console.warn("seat-calculator: feed:", error);
    }
    this.#follower.over = this.#over;
    this.#show();
  };

  /** @param {string} text */
  #apply(text) {
    this.taking = true;
    try {
      this.update = this.#ctx ? this.#ctx.session.update(text) : this.#begin(text);
    } catch (error) {
      // The same state again, perhaps sent anew, is no failure.
      if (/** @type {CalculatorError} */ (error).code !== "same-seq") throw error;
      return;
    } finally {
      this.taking = false;
    }
    this.#last = text;
    this.#received = this.world.now();
    for (const change of this.update.changes)
      if (change.corrected.length) this.corrections.set(change.constituency, change);
    if (this.#ctx) this.#updated(this.#ctx);
  }

  /** The first state, before there is a page. @param {string} text */
  #begin(text) {
    if (!this.#core) throw new Error("not ready");
    return this.#core.update(text);
  }

  /** @param {Context} ctx */
  #updated(ctx) {
    const { report, baseline } = ctx.session;
    this.#note(baseline);
    if (this.#news.length) ctx.announce(this.#news.join(" "));
    this.#show(report);
  }

  /** Notes how many seats each alliance has. @param {Report} baseline */
  #note({ alliances }) {
    if (!this.update || !this.#ctx) return;
    const of = new Map(alliances.map(({ id, seats }) => [id, seats]));
    const seats = [...this.#ctx.names.alliances.keys()].map((id) => of.get(id) ?? 0);
    this.course.push({ seconds: this.update.seconds, seats, clock: clock(this.update.at) });
    if (this.course.length > MOST)
      this.course = this.course.filter((_, i) => i % 2 === 0 || i === this.course.length - 1);
  }

  /**
   * What the page shows now: which edits have come into another state, and whether the verdict has.
   * @param {Report} report
   */
  compare(report) {
    const ctx = this.#ctx;
    if (!ctx) return;
    const before = this.#states;
    this.#states = new Map(report.scenario.edits.map((edit) => [keyOf(edit), edit.state]));
    const changed = report.scenario.edits.filter((edit) => {
      const key = keyOf(edit);
      const was = before.get(key);
      if (was === undefined || was === edit.state) return false;
      const withdrawn = (was === "so" || was === "against") && edit.state === "applied";
      this.again[withdrawn ? "add" : "delete"](key);
      this.answered.delete(key);
      return true;
    });
    const { kind, leaders } = report.verdict;
    const verdict = [kind, ...leaders].join(" ");
    this.#news = changed.map((edit) => this.stateSaid(edit)).filter(Boolean);
    if (this.#verdict && verdict !== this.#verdict)
      this.#news.unshift(verdictSentence(report, ctx));
    this.#verdict = verdict;
  }

  /** @param {unknown} error */
  #looked(error) {
    if (error) console.warn("seat-calculator: feed:", error);
    this.#show();
  }

  #show(report = this.#ctx?.session.report) {
    if (report) this.#view?.stand(report);
  }
}

/**
 * The count of a feed: the one that the page follows already, or a new one. The page's own address
 * may name one of the states that are kept beside the feed, by its number alone.
 * @param {string} address @param {{ count: Count | null } | null} shown
 * @param {boolean} own whether the page's address is the calculator's
 */
export function open(address, shown, own) {
  if (shown?.count) return shown.count;
  const state = own ? new URLSearchParams(location.search).get("state") : null;
  if (!state || !/^\d{1,15}$/.test(state)) return new Count(address);
  return new Count(new URL(`live-${state}.json`, address).href, true);
}
