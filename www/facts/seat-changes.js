/** Then and now: this result against an earlier one, by party, by alliance and by constituency. */

import { attr, button, colour, make, prop, show, text } from "../components/dom.js";
import { radios, select } from "../components/fields.js";
import { coloured, dataTable, rowName, scrolling } from "../components/table.js";
import { loadWhole } from "../dataset/load-dataset.js";
import { Names } from "../dataset/names.js";
import { elections, facts } from "./data.js";
import { electionLink } from "./links.js";
import { computedFrom } from "./source-note.js";

/** @import { Calculator, Context, Dataset, RowThen, SeatThen, Then } from "../types.d.ts" */
/** @import { EarlierElection, ElectionEntry } from "./types.d.ts" */
/** @typedef {EarlierElection & ElectionEntry} Earlier */

const FILTERS = /** @type {const} */ (["changed", "held", "all"]);

class SeatChanges {
  /** @type {(typeof FILTERS)[number]} */
  #filter = "changed";
  /** What is compared with. @type {Earlier} */
  #earlier;
  /** Its data file, once loaded. @type {Dataset | null} */
  #dataset = null;
  /** The calculator on it, and the instance of the module that it was made in. */
  #made = { instance: -1, calculator: /** @type {Calculator | null} */ (null) };
  #status = make("p", { class: "quiet-text", role: "status" });
  #sum = make("p", { class: "sum" });
  #day = make("p", { class: "of-the-day" });
  #notes = make("ul", { class: "quiet-list", role: "list" });
  /** Under the tables by party and alliance, and under that of seats. */
  #from = [make("div"), make("div")];
  #open = make("p");

  /** @param {Context} ctx @param {Earlier[]} all */
  constructor(ctx, all) {
    const { words } = ctx;
    this.ctx = ctx;
    this.#earlier = all.find((one) => !one.of) ?? all[0];
    /** Names of the earlier election. */
    this.then = ctx.names;
    const pick = select(
      words.say("then.with"),
      all.map((one) => [one.id, words.name(one.title)]),
      (id) => {
        this.#earlier = all.find((one) => one.id === id) ?? this.#earlier;
        this.#load();
      },
      this.#earlier.id,
    );
    this.parties = this.#table("then.parties", "parties.party");
    this.sides = this.#table("then.sides", "facts.side");
    this.seats = this.#seatTable();
    this.found = this.#build();
    const fields = make("div", { class: "fields" }, pick.node);
    this.node = make("div", { class: "then" }, fields, this.#status, this.found);
    show(this.found, false);
    this.#load();
  }

  #build() {
    const { words } = this.ctx;
    const which = radios(
      words.say("then.show"),
      "then-show",
      FILTERS.map((one) => [one, words.say(`then.show.${one}`)]),
      this.#filter,
      (one) => {
        this.#filter = /** @type {(typeof FILTERS)[number]} */ (one);
        this.render();
      },
    );
    const tables = [
      scrolling(words.say("then.parties"), this.parties.node),
      scrolling(words.say("then.sides"), this.sides.node),
    ];
    return make(
      "div",
      {},
      this.#sum,
      this.#day,
      make("div", { class: "pair" }, ...tables),
      this.#from[0],
      this.#notes,
      make("h3", {}, words.say("then.seats")),
      which,
      this.seats.node,
      this.#from[1],
      this.#open,
    );
  }

  async #load() {
    const { words } = this.ctx;
    const { id } = this.#earlier;
    attr(this.found, "aria-busy", "true");
    try {
      text(this.#status, words.say("later.coming"));
      const dataset = await loadWhole(id);
      if (this.#earlier.id !== id) return;
      this.#dataset = dataset;
      this.#made = { instance: -1, calculator: null };
      this.then = new Names(/** @type {Dataset} */ (this.#dataset), words);
      text(this.#status, "");
      this.#sayFrom(dataset);
      this.render();
      show(this.found, true);
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(this.#status, words.say("later.failed"));
      this.#status.append(
        " ",
        button(words.say("load.retry"), () => this.#load()),
      );
    }
    attr(this.found, "aria-busy", null);
  }

  /** @param {Dataset} dataset */
  #compare(dataset) {
    const { successors } = this.#earlier;
    return this.ctx.session.core.use((calculator, instance, module) => {
      if (this.#made.instance !== instance) {
        this.#made = { calculator: new module.Calculator(dataset), instance };
      }
      const then = /** @type {Calculator} */ (this.#made.calculator);
      return calculator.compare(then, successors);
    });
  }

  /** @param {Dataset} then */
  #sayFrom(then) {
    const { ctx } = this;
    const all = [["votes", "alliances"], ["votes"]];
    for (const [i, blocks] of all.entries()) {
      const bases = [then, ctx.dataset].map((dataset) => ({ dataset, blocks }));
      this.#from[i].replaceChildren(computedFrom(ctx, ...bases));
    }
  }

  /** Of the earlier election where this one does not know it. @param {string} id */
  #namesOf(id) {
    const { names } = this.ctx;
    return names.parties.has(id) || names.alliances.has(id) ? names : this.then;
  }

  /** @param {string} id */
  #label(id) {
    return this.#namesOf(id).label(id);
  }

  /** @param {string} caption @param {string} heading */
  #table(caption, heading) {
    const { words, session } = this.ctx;
    const of = session.baseline.house.seats;
    /** @param {"then" | "now" | "held" | "gained" | "lost"} field */
    const column = (field) => ({
      label: words.say(`then.${field}`),
      text: (/** @type {RowThen} */ row) => (row[field] ? words.number(row[field]) : "–"),
    });
    return dataTable({
      caption: words.say(caption),
      visible: true,
      kind: "held",
      key: ({ row }) => `${this.#earlier.id} ${row.kind} ${row.id}`,
      columns: [
        {
          label: words.say(heading),
          build: (cell, { row }) => {
            const names = this.#namesOf(row.id);
            const hex = names.colour(row.id);
            const bar = make("span", { class: "tally-bar", "aria-hidden": "true" });
            bar.append(make("i"), make("b"));
            colour(bar, hex);
            cell.append(coloured(hex, rowName(names, row)), bar);
            // On the scale of the house: filled what it has now, a line for what it had then.
            return ({ now, then }) => {
              const places = { "--of": of, "--n": now, "--mark": then };
              for (const [name, value] of Object.entries(places)) prop(bar, name, value);
            };
          },
        },
        column("then"),
        column("now"),
        column("held"),
        column("gained"),
        column("lost"),
      ],
    });
  }

  #seatTable() {
    const { words, names } = this.ctx;
    /** @param {(seat: SeatThen) => (Node | string)[]} parts */
    const side = (parts) => (/** @type {HTMLElement} */ cell) => (/** @type {SeatThen} */ seat) =>
      cell.replaceChildren(...parts(seat));
    return dataTable({
      caption: words.say("then.seats"),
      kind: "then-seats",
      key: (seat) => `${this.#earlier.id} ${seat.constituency}`,
      columns: [
        { label: words.say("table.seat"), text: (seat) => names.seat(seat.constituency) },
        {
          label: words.say("then.then"),
          kind: "",
          build: side(({ then }) => this.#holder(then?.party, then?.margin, this.then)),
        },
        {
          label: words.say("then.now"),
          kind: "",
          build: side(({ now, margin }) => this.#holder(now, margin, names)),
        },
      ],
    });
  }

  /**
   * Who held or holds a seat, and by how much.
   * @param {string | null | undefined} party @param {number | null | undefined} n
   * @param {Names} names
   */
  #holder(party, n, names) {
    const { words } = this.ctx;
    if (!party) return [words.say("edit.nobody")];
    const margin = n === null ? "" : words.say("then.by", { n });
    const name = coloured(this.#namesOf(party).colour(party), names.label(party));
    return [name, " ", make("small", {}, margin)];
  }

  render() {
    const { words } = this.ctx;
    const dataset = this.#dataset;
    if (!dataset) return;
    const answer = this.#compare(dataset);
    const title = words.name(this.#earlier.title);
    text(this.#sum, words.say("then.sum", { n: answer.held, changed: answer.changed }));
    text(this.#day, `${words.say("then.day", { title })} ${this.#ofTheDay(answer)}`);
    const bySize = (/** @type {RowThen} */ a, /** @type {RowThen} */ b) =>
      b.now - a.now || b.then - a.then;
    this.parties.render([...answer.parties].sort(bySize));
    this.sides.render([...answer.sides].sort(bySize));
    const notes = this.#notesSaid(answer).map((note) => make("li", {}, note));
    this.#notes.replaceChildren(...notes);
    const wanted = (/** @type {SeatThen} */ { kind }) =>
      this.#filter === "all" || (this.#filter === "held") === (kind === "held");
    this.seats.render(answer.seats.filter(wanted));
    this.#open.replaceChildren(electionLink(this.#earlier, words.say("then.open", { title })));
  }

  /** "NDA 42 (BJP 37, AJSU 5) · …" @param {Then} answer */
  #ofTheDay({ ofTheDay }) {
    const { words, names } = this.ctx;
    const count = (/** @type {string} */ name, /** @type {number} */ n) =>
      `${name} ${words.number(n)}`;
    const sides = ofTheDay.map(({ id, parties, seats }) => {
      const inside = parties.map((party) => count(this.then.label(party.id), party.seats));
      const name = id === "IND" ? names.full(id) : this.then.label(id);
      return `${count(name, seats)}${inside.length > 1 ? ` (${inside.join(", ")})` : ""}`;
    });
    return sides.join(" · ");
  }

  /**
   * What the comparison rests on.
   * @param {Then} answer
   */
  #notesSaid(answer) {
    const { then } = this;
    const { words } = this.ctx;
    const { successors, notes } = this.#earlier;
    const follows = successors.map(({ then: id, now, source }) =>
      words.say("then.follows", { then: then.label(id), now: this.#label(now), source }),
    );
    const held = new Set(answer.seats.map((seat) => seat.then?.party));
    const doubts = notes
      .filter((one) => held.has(one.then))
      .map(({ then: id, note, source }) =>
        words.say("then.doubt", { party: then.label(id), note: words.name(note), source }),
      );
    return [words.say("then.note"), words.say("then.note.sides"), ...follows, ...doubts];
  }
}

/** @param {Context} ctx */
export async function thenView(ctx) {
  const [{ earlier }, all] = await Promise.all([facts(ctx), elections()]);
  const known = earlier.flatMap((one) => {
    const entry = all.find(({ id }) => id === one.election);
    return entry ? [{ ...one, ...entry }] : [];
  });
  return new SeatChanges(ctx, known);
}
