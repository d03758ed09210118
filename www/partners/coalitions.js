/**
 * Minimal winning coalitions of the house as it sits, over parties or alliances, filtered by the
 * core.
 */

import { analysisRequest } from "../components/analysis-request.js";
import { attr, button, colour, list, make, prop, show, text } from "../components/dom.js";
import { radios, select, setOptions } from "../components/fields.js";
import { removeButton } from "../components/removal.js";
import { stanceFor } from "../state/edits.js";

/** @import { AllWays, Context, Report } from "../types.d.ts" */
/** @typedef {"parties" | "alliances"} Over */
/** @typedef {{ with: string[], without: string[], apart: [string, string][] }} Filters */

/** How many are listed, and how many more each time. */
const PAGE = 60;
/** Milliseconds after which an answer shows that it takes time: most come with the next frame. */
const PATIENCE = 150;
/** The core keeps no more pairs apart. */
const PAIRS = 8;
const OVER = /** @type {const} */ (["parties", "alliances"]);

/** @returns {Filters} */
const noFilters = () => ({ with: [], without: [], apart: [] });

export class Coalitions {
  /** Who is one player. @type {Over} */
  over = "parties";
  /** Told when other players are chosen. */
  onPlayers = () => {};
  #filters = noFilters();
  #first = PAGE;
  /** @type {AllWays | null} */
  #found = null;
  /** Whether the reader asked: what an edit does to the count is no news of its own. */
  #announce = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  #title = make("h3");
  #note = make("p", { class: "quiet-text" });
  #chips = make("p", { class: "chips", hidden: true });
  #count = make("p", { class: "count" });
  #lines = make("ul", { class: "ways", role: "list" });
  #more = button("", () => this.#showMore(), { hidden: true });

  /** @param {Context} ctx @param {(found: AllWays) => void} told of every answer */
  constructor(ctx, told) {
    const { words } = ctx;
    this.ctx = ctx;
    this.told = told;
    const over = radios(
      words.say("ways.over"),
      "ways-over",
      OVER.map((kind) => [kind, words.say(`ways.over.${kind}`)]),
      this.over,
      (kind) => this.#choosePlayers(kind === "alliances" ? kind : "parties"),
    );
    const filter = (/** @type {"with" | "without"} */ field) =>
      select(words.say(`ways.${field}`), [], (id) => this.#add(field, id));
    this.with = filter("with");
    this.without = filter("without");
    this.one = select(words.say("ways.apart"), [], () => this.#addPair());
    this.other = select(words.say("ways.apart.and"), [], () => this.#addPair());
    this.picks = [this.with, this.without, this.one, this.other];
    this.fields = make("div", { class: "fields" }, ...this.picks.map(({ node }) => node));
    this.node = make(
      "section",
      { class: "all-ways" },
      this.#title,
      this.#note,
      over,
      this.fields,
      this.#chips,
      this.#count,
      this.#lines,
      this.#more,
    );
    this.ask = analysisRequest(
      ctx,
      "coalitions",
      (answer, error, report) => {
        attr(this.node, "class", "all-ways");
        if (answer) this.#answer(answer, report);
        else this.#fail(error?.code);
      },
      this.node,
    );
  }

  /** @param {Over} over */
  #choosePlayers(over) {
    this.over = over;
    this.#filters = noFilters();
    this.#filter();
    this.onPlayers();
  }

  /** @param {"with" | "without"} field @param {string} id */
  #add(field, id) {
    const ids = this.#filters[field];
    if (id && !ids.includes(id)) this.#filters[field] = [...ids, id];
    this.#filter();
  }

  #addPair() {
    const [one, other] = [this.one.control.value, this.other.control.value];
    if (!one || !other) return;
    const { apart } = this.#filters;
    if (one !== other && apart.length < PAIRS) this.#filters.apart = [...apart, [one, other]];
    this.#filter();
  }

  #showMore() {
    this.#first += PAGE;
    this.#ask();
  }

  #ask() {
    this.ask({ over: this.over, ...this.#filters, first: this.#first });
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const busy = this.node.hasAttribute("aria-busy");
      attr(this.node, "class", busy ? "all-ways waiting" : "all-ways");
    }, PATIENCE);
  }

  /** The reader asks for others. */
  #filter() {
    this.#announce = true;
    this.#first = PAGE;
    for (const { control } of this.picks) control.value = "";
    this.#renderChips();
    this.#ask();
  }

  /** The filters, each to be taken off again. */
  #renderChips() {
    const { words, names } = this.ctx;
    const filters = this.#filters;
    /** @param {string} said @param {() => void} off */
    const chip = (said, off) => ({ said, off });
    /** @param {"with" | "without"} field */
    const members = (field) =>
      filters[field].map((id) =>
        chip(words.say(`ways.${field}.chip`, { who: names.label(id) }), () => {
          filters[field] = filters[field].filter((one) => one !== id);
        }),
      );
    const pairs = filters.apart.map((pair) => {
      const [a, b] = pair.map((id) => names.label(id));
      return chip(words.say("ways.apart.chip", { a, b }), () => {
        filters.apart = filters.apart.filter((one) => one !== pair);
      });
    });
    const all = [...members("with"), ...members("without"), ...pairs];
    show(this.#chips, all.length > 0);
    list(
      this.#chips,
      all,
      ({ said }) => said,
      ({ said, off }) => {
        const remove = () => {
          off();
          this.#filter();
        };
        return removeButton(said, remove, this.with.control, { class: "chip remove" });
      },
    );
  }

  /** Those named, and only they, are For. @param {string[]} ids */
  #choose(ids) {
    const { report } = this.ctx.session;
    const inside = report.partners.filter(({ id, alliance }) => ids.includes(alliance ?? id));
    const members = this.over === "parties" ? ids : inside.map((partner) => partner.id);
    this.ctx.edit(stanceFor(report, members));
  }

  /** @param {string} [code] */
  #fail(code) {
    const key = code === "too-many-players" ? "ways.tooMany" : "ways.failed";
    text(this.#count, this.ctx.words.say(key));
    this.#renderLines([], 0, 0, new Map());
    show(this.#more, false);
  }

  /** @param {AllWays} answer @param {Report} report */
  #answer(answer, report) {
    const { words, names } = this.ctx;
    this.#found = answer;
    const { players, quota, minimal, seats } = answer;
    const any = ["", words.say("ways.any")];
    const options = players.map(({ id }) => [id, names.label(id)]);
    for (const { control } of this.picks) setOptions(control, [any, ...options], "");
    const count = countSaid(answer, this.ctx);
    text(this.#count, count);
    if (this.#announce) this.ctx.announce(count);
    this.#announce = false;
    const of = report.house.base.n;
    const sizes = new Map(players.map((player) => [player.id, player.seats]));
    const ways = minimal.map((ids, i) => ({ ids, seats: seats[i] }));
    this.#renderLines(ways, of, quota, sizes);
    show(this.fields, answer.all !== "0");
    show(this.#more, answer.truncated);
    text(this.#more, words.say("ways.more", { n: PAGE }));
    this.told(answer);
  }

  /**
   * @param {{ ids: string[], seats: number }[]} ways @param {number} of @param {number} mark
   * @param {Map<string, number>} sizes
   */
  #renderLines(ways, of, mark, sizes) {
    const { words, names } = this.ctx;
    list(
      this.#lines,
      ways,
      ({ ids }) => ids.join(),
      ({ ids }) => {
        const seats = make("span", { class: "quiet-text" });
        const fill = make("span", { class: "bar-fill" });
        const track = make("span", { class: "way-bar", "aria-hidden": "true" }, fill);
        const said = ids.map((id) => names.label(id)).join(" + ");
        const choose = button(said, () => this.#choose(ids), { class: "plain" });
        return { node: make("li", {}, choose, seats, track), seats, fill, track };
      },
      ({ seats, fill, track }, way) => {
        text(seats, words.say("ways.seats", { n: way.seats }));
        prop(track, "--of", of);
        prop(track, "--mark", mark);
        prop(fill, "--n", way.seats);
        list(
          fill,
          way.ids,
          (id) => id,
          (id) => {
            const part = make("span", { class: "part" });
            colour(part, names.colour(id));
            return part;
          },
          (part, id) => prop(part, "--n", sizes.get(id) ?? 0),
        );
      },
    );
  }

  /** @param {Report} report */
  render({ house: { mark: m } }) {
    const { words } = this.ctx;
    text(this.#title, words.say("ways", { m }));
    text(this.#note, words.say("ways.note", { m }));
    if (!this.#found) text(this.#count, words.say("ways.waiting"));
    this.#ask();
  }
}

/** "The first 60 of 1,234 ways." @param {AllWays} answer @param {Context} ctx */
function countSaid({ count, all, truncated, minimal, quota: m }, { words }) {
  const values = {
    n: minimal.length,
    count: words.number(BigInt(count)),
    all: words.number(BigInt(all)),
    m,
  };
  if (all === "0") return words.say("ways.impossible", values);
  if (count === "0") return words.say("ways.none", values);
  if (count !== all) return words.say(truncated ? "ways.filtered.part" : "ways.filtered", values);
  return words.say(truncated ? "ways.part" : "ways.count", values);
}
