/**
 * Flip seats: every constituency as a row that can be searched, sorted, filtered, given away and
 * opened.
 */

import { attr, button, make, prop, show, text } from "../components/dom.js";
import { labelled, radios } from "../components/fields.js";
import { fold } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";
import { decidedBy, differing, NOBODY } from "./line.js";
import { SeatRow } from "./row.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @typedef {"district" | "category" | "phase" | "party" | "sort"} Choice */

/** Margins below this share of valid votes are close; hundredths of a percent. */
const CLOSE = 500;
/** Rows that are laid out together, or not at all while out of sight. */
const CHUNK = 40;
/** Milliseconds after which the number of seats found is announced. */
const FOUND = 600;
const FILTERS = /** @type {const} */ (["close", "all", "changed"]);

/** Rows without a margin come last. @param {number} a @param {number} b */
const byMargin = (a, b) => Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || a - b || 0;

/** The pools and swings of a scenario. @param {Report} report */
const voteMoves = ({ scenario }) =>
  JSON.stringify(scenario.edits.filter((edit) => "swing" in edit || "pool" in edit));

export class SeatList {
  #query = "";
  /** @type {(typeof FILTERS)[number]} */
  #filter = "close";
  /** @type {Record<Choice, string>} */
  #choices = { sort: "closest", district: "", category: "", phase: "", party: "" };
  /** @type {Report | null} */
  #shown = null;
  /** The rows in the list, and how votes had been moved when it was made. @type {Set<SeatRow>} */
  #placed = new Set();
  #moves = "";
  /**
   * Finds names; loaded when a reader begins to search.
   * @type {ReturnType<typeof import("./search.js").finderOf<SeatRow>> | null}
   */
  #finder = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;
  #count = make("p", { class: "count quiet-text" });
  #none = make("p", { class: "none" });

  /** @param {Context} ctx */
  constructor(ctx) {
    const { words, dataset } = ctx;
    this.ctx = ctx;
    this.rows = dataset.constituencies.map((seat, i) => new SeatRow(ctx, seat, i));
    const label = words.say("tool.flip");
    this.list = make("div", { class: "seats", role: "list", "aria-label": label });
    this.box = make("input", {
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: words.say("seats.hint"),
      // What fails here is asked for again, and said, with the first letter.
      onfocus: () => this.#loadFinder().catch(() => {}),
      oninput: () => this.#seek(),
    });
    this.filters = radios(
      words.say("seats.show"),
      "filter",
      FILTERS.map((filter) => [filter, words.say(`seats.${filter}`)]),
      this.#filter,
      (filter) => {
        this.#filter = /** @type {(typeof FILTERS)[number]} */ (filter);
        this.#leaveSearch();
      },
    );
    const more = fold(ctx, words.say("seats.more"), "seats/filters.js", "filtersView", {
      class: "more",
      args: [
        (/** @type {Choice} */ field, /** @type {string} */ value) => this.#pick(field, value),
      ],
    });
    const find = labelled(words.say("seats.find"), this.box, "find");
    const choose = make("div", { class: "choose" }, this.filters, this.#count);
    this.node = make("div", { class: "flip" }, find, choose, more.node, this.#none, this.list);
    this.#choose(ctx.session.baseline);
  }

  /** @param {Choice} field @param {string} value */
  #pick(field, value) {
    this.#choices[field] = value;
    this.#leaveSearch();
  }

  #leaveSearch() {
    if (this.#query) this.box.value = this.#query = "";
    this.#choose();
  }

  async #loadFinder() {
    const [{ finderOf }] = await Promise.all([bring("seats/search.js"), this.ctx.loadDetails()]);
    this.#finder ??= finderOf(this.rows);
  }

  async #seek() {
    const { ctx } = this;
    try {
      attr(this.list, "aria-busy", "true");
      await this.#loadFinder();
    } catch (error) {
      console.warn("seat-calculator:", error);
      const retry = { act: () => this.#seek(), label: ctx.words.say("load.retry") };
      return ctx.notice(ctx.words.say("later.failed"), retry);
    } finally {
      attr(this.list, "aria-busy", null);
    }
    // What stands there by now: who waited for the search may have typed on.
    this.#query = this.box.value.trim();
    this.#choose();
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      ctx.announce((this.#placed.size ? this.#count : this.#none).textContent ?? "");
    }, FOUND);
  }

  /**
   * The margin of the votes as moved; a seat given away keeps the place of its declared one.
   * @param {Report} report @param {SeatRow} row
   */
  #margin(report, { index }) {
    const now = decidedBy(report, index);
    return Number.isNaN(now) ? decidedBy(this.ctx.session.baseline, index) : now;
  }

  /** @param {Report} report @returns {(a: SeatRow, b: SeatRow) => number} */
  #order(report) {
    const { words, session } = this.ctx;
    const { party } = session.baseline.constituencies;
    /** @param {SeatRow} a @param {SeatRow} b */
    const closest = (a, b) => byMargin(this.#margin(report, a), this.#margin(report, b));
    switch (this.#choices.sort) {
      case "name":
        return (a, b) => words.collator.compare(a.name, b.name);
      case "number":
        return (a, b) => a.index - b.index;
      case "party":
        return (a, b) => party[a.index] - party[b.index] || closest(a, b);
      default:
        return closest;
    }
  }

  /** @param {Report} report */
  #wanted(report) {
    if (this.#query) return this.#finder?.found(this.#query) ?? [];
    const { party: wanted, sort: _, ...places } = this.#choices;
    const { party, changed } = report.constituencies;
    /** @param {SeatRow} row */
    const shown = (row) => {
      if (this.#filter === "close") return this.#margin(report, row) < CLOSE;
      return this.#filter === "all" || changed[row.index] !== 0;
    };
    /** @param {SeatRow} row */
    const held = ({ index }) =>
      !wanted || (party[index] !== NOBODY && report.parties[party[index]].id === wanted);
    /** @param {SeatRow} row */
    const lies = ({ seat }) =>
      (!places.district || seat.district === places.district) &&
      (!places.category || seat.category === places.category) &&
      (!places.phase || seat.phase === places.phase);
    const found = this.rows.filter((row) => shown(row) && held(row) && lies(row));
    return found.sort(this.#order(report));
  }

  #choose(report = this.ctx.session.report) {
    // Names are looked for everywhere: no filter applies, and none is marked.
    for (const input of this.filters.querySelectorAll("input")) {
      input.checked = !this.#query && input.value === this.#filter;
    }
    this.#fill(this.#wanted(report), report);
  }

  /**
   * Puts rows into the list, in chunks that the browser may leave out of layout while out of sight.
   * @param {SeatRow[]} rows @param {Report} report
   */
  #fill(rows, report) {
    const { words } = this.ctx;
    this.#placed = new Set(rows);
    this.#moves = voteMoves(report);
    const chunks = [];
    for (let i = 0; i < rows.length; i += CHUNK) {
      const nodes = rows.slice(i, i + CHUNK).map((row) => row.node);
      const chunk = make("div", { class: "chunk", role: "presentation" }, ...nodes);
      prop(chunk, "--rows", nodes.length);
      chunks.push(chunk);
    }
    this.list.replaceChildren(...chunks);
    show(this.list, rows.length > 0);
    text(this.#count, words.say("seats.count", { n: rows.length, H: this.rows.length }));
    show(this.#none, !rows.length);
    this.#none.replaceChildren(...(rows.length ? [] : this.#noneSaid(report)));
  }

  /**
   * Why there is no row, and which names are near to one that was not found.
   * @param {Report} report
   */
  #noneSaid(report) {
    const { words } = this.ctx;
    if (!this.#query) return this.#noneFits(report);
    const said = [words.say("seats.none", { query: this.#query })];
    const near = this.#finder?.nearest(this.#query) ?? [];
    if (!near.length) return said;
    const tries = near.flatMap((name) => {
      const search = () => {
        this.box.value = name;
        this.box.focus();
        // The one that was meant opens at once.
        this.#seek().then(() => this.#placed.size === 1 && [...this.#placed][0].open());
      };
      return [button(name, search, { class: "plain" }), " "];
    });
    return [...said, " ", words.say("seats.try"), " ", ...tries];
  }

  /**
   * "None under 5 %. 1 in all: show", where the other filters leave some.
   * @param {Report} report
   */
  #noneFits(report) {
    const { words } = this.ctx;
    const filter = this.#filter;
    if (filter === "changed" && !report.changes.length) return [words.say("seats.noneChanged")];
    this.#filter = "all";
    const { length: n } = this.#wanted(report);
    this.#filter = filter;
    if (!n || filter === "all") return [words.say("seats.noneFilter")];
    const showAll = () => {
      this.#filter = "all";
      this.#choose();
    };
    const none = words.say(filter === "close" ? "seats.noneClose" : "seats.noneOfChanged");
    return [none, " ", button(words.say("seats.inAll", { n }), showAll, { class: "plain" })];
  }

  /** @param {Report} report */
  render(report) {
    const { words, session } = this.ctx;
    // What an edit says must not be talked over by what was found before it.
    clearTimeout(this.#announcing);
    differing(this.#shown, report, (i) => this.rows[i].render(report));
    this.#shown = report;
    for (const row of this.rows) row.renderDetail(report);
    // Moved votes make other seats close; while a slider moves, the list waits.
    if (!session.moving && voteMoves(report) !== this.#moves && !this.#query) this.#choose();
    // What is no longer changed stays in the list until the reader filters again: a row must not
    // leave under a finger.
    if (this.#filter === "changed" && !this.#query) {
      const { changed } = report.constituencies;
      const more = this.rows.filter((row) => changed[row.index] && !this.#placed.has(row));
      if (more.length || !this.#placed.size) this.#fill([...this.#placed, ...more], report);
    }
    const n = report.changes.length;
    const label = this.filters.querySelector("label:last-child span");
    const said = words.say("seats.changed");
    if (label) text(label, n ? `${said} (${words.number(n)})` : said);
  }

  /** All rows anew, now that candidates have names. @param {Report} report */
  named(report) {
    this.#shown = null;
    this.render(report);
  }
}

/** @param {Context} ctx */
export const seatsView = (ctx) => new SeatList(ctx);
