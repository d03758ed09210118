/** What every view works with: the reader's scenario, and what a reader can do with it. */

import { make } from "../components/dom.js";
import { address as addressOf, bring } from "../core/assets.js";
import { Names } from "../dataset/names.js";
import { Address, hostAddress, readFragment } from "../state/address.js";
import { Session } from "../state/session.js";
import { announcement } from "./announcement.js";
import { completeWords } from "./load.js";
import { Notices } from "./notices.js";
import { chooseQuestions, FIRST_ELECTION, wholeText } from "./options.js";

/** @import { CalculatorError, Glance, Report } from "../pkg/seat_calculator.js" */
/** @import { Reason } from "../state/session.js" */
/** @import { Change, Context, LazyView, LinkNotice, View } from "../types.d.ts" */
/** @import { Loaded } from "./load.js" */
/** @import { Options } from "./options.js" */
/** Sends an event to the host. @typedef {(name: string, detail: unknown) => void} Tell */

/** @implements {Context} */
export class PageContext {
  /** The views of the page, filled in by its layout. @type {View[]} */
  views = [];
  /** Facts around the election. @type {LazyView | null} */
  facts = null;
  /** The fact that was asked for last. @type {Context["fact"]} */
  fact = "";
  /** The election before this one. @type {Context["before"]} */
  before = null;
  /** What only a printed page shows. @type {LazyView | null} */
  print = null;
  /** The count that is followed. @type {Context["count"]} */
  count = null;
  live = make("p", { class: "quiet", role: "status", "aria-live": "polite" });
  #tell;
  #ownsAddress;
  /** The report that was announced last. @type {Report} */
  #announced;
  /** Until the page is shown for the first time. */
  #starting = true;
  /** How the link is opened that is being opened now; "first": nothing came before it. */
  #opening = /** @type {"" | "first" | "later"} */ ("");
  /** Resolved once a reader knows what became of the last link. */
  told = Promise.resolve();
  /** How many links were opened. */
  #links = 0;
  #renders = 0;
  /** Whether the views have been rendered with the candidates' names. */
  #namesShown = false;

  /**
   * @param {Options} options
   * @param {Loaded} loaded
   * @param {() => string} given the scenario that the host gave
   * @param {Tell} tell
   */
  constructor(options, { words, dataset, core, session, count }, given, tell) {
    this.count = count;
    this.mode = options.mode;
    this.framed = options.framed;
    this.shipped = options.shipped;
    this.words = words;
    this.dataset = dataset;
    this.#tell = tell;
    this.#ownsAddress = options.ownsAddress;
    this.page = make("div", {
      class: "page",
      "data-core": options.shipped && !count ? "small" : "full",
    });
    this.own = String(options.source).startsWith("own:") ? dataset.id : null;
    this.home = addressOf(pageOf(String(options.source)));
    this.notices = new Notices(words);
    this.questions = chooseQuestions(options, dataset).map((card) => ({
      id: card.id,
      text: wholeText(card.scenario, dataset),
      card,
    }));
    this.session = new Session(core, this.questions, (report, why) => this.#changed(report, why));
    if (session) this.session.continue(session);
    this.#announced = this.session.report;
    this.names = new Names(dataset, words, (seat) => this.#independentMember(seat));
    this.address = options.ownsAddress
      ? new Address((link) => this.open(link))
      : hostAddress(`${this.home}?lang=${words.language}`, () =>
          wholeText(readFragment(given()), dataset),
        );
  }

  /**
   * Renders the page for the first time.
   * @param {string} link what it opens with, or ""
   * @param {boolean} asks whether it opens with its question, without a link
   */
  start(link, asks) {
    const [question] = this.questions;
    if (link) this.#open(link, "first");
    else if (asks && question)
      this.#attempt(() => this.#opensWith("first", () => this.#ask(question)));
    if (!this.#renders) this.#render();
    this.#starting = false;
  }

  #render() {
    const { report } = this.session;
    const newNames = this.names.named && !this.#namesShown;
    this.#namesShown ||= newNames;
    this.#renders += 1;
    for (const view of this.views) {
      if (newNames && view.named) view.named(report);
      else view.render(report);
    }
  }

  /** The session has another report. @param {Report} report @param {Reason} why */
  #changed(report, why) {
    if (this.#opening === "first") this.session.past = [];
    this.#render();
    // A link that was opened stays in the address as it came until the reader's next edit.
    if (why === "update") {
      this.#announced = report;
      return this.tellOutcome();
    }
    if (!this.#opening) this.address.keep(report.scenario.text);
    if (why === "preview" || (this.#opening && why === "same")) return;
    if (!this.#opening) this.page.dataset.edited = "";
    if (why === "same") return this.announce(this.words.say("history.nothing"));
    const before = this.#announced;
    this.#announced = report;
    if (this.#starting) return;
    this.announce(`${announcement(report, before, this)} ${this.session.beside}`.trim());
    this.tellOutcome();
  }

  /** Tells the host what is shown. */
  tellOutcome() {
    const { scenario, verdict, alliances } = this.session.report;
    this.#tell("outcome-change", { text: scenario.text, verdict, alliances });
  }

  /** Serial of a constituency's independent member, or 0. @param {string} seat */
  #independentMember(seat) {
    const at = this.dataset.constituencies.findIndex(({ id }) => id === seat);
    const held = [this.session.report, this.session.baseline].find(
      ({ parties, constituencies }) => parties[constituencies.party[at]]?.id === "IND",
    );
    return held?.constituencies.winner[at] ?? 0;
  }

  /** @param {string} said */
  announce(said) {
    // The same words again would not be read out; with a space they are.
    this.live.textContent = said === this.live.textContent ? `${said}\u00a0` : said;
  }

  /** @param {string} said @param {import("../types.d.ts").NoticeOptions} [options] */
  notice(said, options) {
    this.notices.show(said, options);
  }

  // Views pass these two on, and so they are bound.
  /** @param {Change} change @param {string | null} [question] */
  edit = (change, question) => {
    this.#attempt(() => this.session.edit(change, question));
  };

  /** @param {Change} change */
  preview = (change) => {
    this.#attempt(
      () => this.session.preview(change),
      () => this.edit(change),
    );
  };

  /** @param {Glance} found */
  glance(found) {
    for (const view of this.views) view.glance?.(found);
  }

  /** @param {string} text @param {string | null} [question] */
  load(text, question = null) {
    this.address.fresh = true;
    this.#attempt(() => this.session.load(text, question));
  }

  /** @param {string} link */
  open(link) {
    this.#open(link, "later");
  }

  /** @param {string} link @param {"first" | "later"} when */
  #open(link, when) {
    const turn = ++this.#links;
    this.notices.clear();
    this.#attempt(
      () => {
        const found = this.#opensWith(when, () => this.session.open(link));
        this.told = this.#tellOfLink(found, turn);
      },
      () => turn === this.#links && this.#open(link, when),
    );
  }

  /** @param {Context["questions"][number]} question */
  #ask({ id, text }) {
    // One that is refused has not the answer of the one before.
    if (this.session.report.edited.any) this.session.load("");
    this.session.load(text, id);
  }

  /**
   * @template Result
   * @param {"first" | "later"} when @param {() => Result} open
   */
  #opensWith(when, open) {
    this.#opening = when;
    try {
      return open();
    } finally {
      this.#opening = "";
    }
  }

  /** Says what became of a link. @param {LinkNotice | null} found @param {number} turn */
  async #tellOfLink(found, turn) {
    // A host answers for what it wrote by hand.
    if (!found || (found.kind === "unverified" && !this.#ownsAddress)) return;
    this.notices.wait(1);
    try {
      // The notice is worth showing without the candidates' names.
      await this.loadDetails().catch(warn);
      const { linkNotice } = await bring("share/link-notice.js");
      if (turn === this.#links) await linkNotice(this, found);
    } catch (error) {
      warn(error);
      this.notice(this.words.say("later.failed"));
    }
    this.notices.wait(-1);
  }

  /**
   * Does what a reader asked. What the core refuses is said and changes nothing; what only the
   * full core can do waits for it.
   * @param {() => unknown} work
   * @param {() => unknown} [again] what is done once the full core is here
   */
  #attempt(work, again = () => this.#attempt(work)) {
    try {
      work();
    } catch (error) {
      const { code, message } = /** @type {CalculatorError} */ (error);
      if (code === "needs-full") this.#withFullCore(again);
      else this.#refuse(error, code, message);
    }
  }

  /**
   * @param {unknown} error @param {string | undefined} code none after a trap
   * @param {string} message
   */
  #refuse(error, code, message) {
    const { words } = this;
    const known = `refused.${code}`;
    if (!code) console.error(error);
    if (!code) this.notice(words.say("trap.failed"));
    else this.notice(words.has(known) ? words.say(known) : words.say("edit.refused", { message }));
    this.#tell("error", { code: code ?? "trap", message });
  }

  /** @param {() => unknown} work */
  async #withFullCore(work) {
    this.notices.wait(1);
    try {
      await this.#upgrade();
      const renders = this.#renders;
      work();
      if (this.#renders === renders) this.#render();
    } catch (error) {
      warn(error);
      const label = this.words.say("load.retry");
      this.notice(this.words.say("core.failed"), { act: () => work(), label });
    }
    this.notices.wait(-1);
  }

  /** Evaluates the scenario with the full core; answers whether that is new. */
  async #upgrade() {
    await this.session.core.loadFull();
    if (this.page.dataset.core === "full") return false;
    this.page.dataset.core = "full";
    this.session.again();
    return true;
  }

  async loadFullCore() {
    if (await this.#upgrade()) this.#render();
  }

  async loadDetails() {
    await Promise.all([this.session.core.loadDetails(), completeWords(this.words)]);
    if (!this.#namesShown) this.#render();
  }

  /** @param {string} fact */
  async openFact(fact) {
    const { facts } = this;
    if (!facts) return;
    this.fact = fact;
    if (facts.node instanceof HTMLDetailsElement) facts.node.open = true;
    const panel = /** @type {{ show?: (fact: string) => void } | null} */ (await facts.open());
    panel?.show?.(fact);
  }

  async preparePrint() {
    await this.print?.open();
  }
}

/** The page of an election of this site; data of the host's have none. @param {string} source */
function pageOf(source) {
  if (source.startsWith("own:")) return `own.html?election=${source.slice(4)}`;
  return source === FIRST_ELECTION || !/^[a-z0-9-]+$/.test(source) ? "" : `${source}.html`;
}

/** @param {unknown} error */
function warn(error) {
  console.warn("seat-calculator:", error);
}
