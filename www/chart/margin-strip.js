/**
 * The margin strip: all seats in a row from the safest for one side to the safest for the other.
 * The seat that decides is marked, the closest are named. A swing slides the border between them.
 */

import { afterPaint } from "../components/after-paint.js";
import { attr, button, colour, draw, list, make, prop, show, text } from "../components/dom.js";
import { decidedBy, NOBODY, seatLine } from "../seats/line.js";
import { closest, decidingPlace, inOrder, sidesOf } from "./margin-order.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { Place } from "./margin-order.js" */

/** Height of the picture; a margin of this many hundredths of a percent, and more, fills it. */
const HEIGHT = 100;
const TALL = 3000;
/** No bar is lower. */
const LEAST = 5;

export class MarginStrip {
  #strip = draw("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
  #mark = make("span", { class: "margin-strip-mark", "aria-hidden": "true" });
  #here = make("span", { class: "margin-strip-here", "aria-hidden": "true" });
  #ends = [make("span"), make("span")];
  #deciding = make("p", { class: "margin-strip-says" });
  #close = make("ol", { class: "margin-strip-close", role: "list" });
  #line = make("span", { class: "margin-strip-line" });
  /** Id of the seat that the reader chose; that which decides where there is none. */
  #chosen = "";
  /** @type {Place[]} */
  #places = [];
  #later = afterPaint();

  /** @param {Context} ctx @param {(index: number) => void} open shows a constituency's card */
  constructor(ctx, open) {
    const { words } = ctx;
    this.ctx = ctx;
    this.open = open;
    this.range = make("input", {
      type: "range",
      min: "1",
      max: String(ctx.dataset.constituencies.length),
      "aria-label": words.say("margin-strip.choose"),
      oninput: () => this.#choose(Number(this.range.value) - 1),
      onkeydown: (/** @type {KeyboardEvent} */ { key }) => key === "Enter" && this.seat.click(),
    });
    this.seat = button("", () => open(this.#places[Number(this.range.value) - 1].index), {
      class: "plain",
    });
    const chosen = make("p", { class: "margin-strip-chosen" }, this.seat, " ", this.#line);
    this.node = make(
      "section",
      { class: "margin-strip", "aria-label": words.say("margin-strip") },
      make("h2", {}, words.say("margin-strip")),
      this.#deciding,
      make("div", { class: "margin-strip-row" }, this.#strip, this.#mark, this.#here, this.range),
      make("p", { class: "margin-strip-ends", "aria-hidden": "true" }, ...this.#ends),
      chosen,
      make("p", { class: "quiet-text" }, words.say("margin-strip.close")),
      this.#close,
    );
  }

  /** @param {number} at place in the row */
  #choose(at) {
    const { dataset, session } = this.ctx;
    this.#chosen = dataset.constituencies[this.#places[at].index].id;
    this.#name(session.report, at);
  }

  /** @param {Report} report */
  render(report) {
    if (this.#places.length) this.#later(() => this.#show(report));
    else this.#show(report);
  }

  /** @param {Report} report */
  #show(report) {
    const { dataset, session } = this.ctx;
    const sides = sidesOf(report, session.baseline);
    this.#places = inOrder(report, sides);
    const deciding = decidingPlace(report, sides);
    this.#draw(report);
    this.#say(report, sides, deciding);
    const ids = this.#places.map(({ index }) => dataset.constituencies[index].id);
    this.#name(report, this.#chosen ? ids.indexOf(this.#chosen) : deciding.at);
    this.#nameClosest(report);
  }

  /** A path for each party's bars: nodes that are few whatever the house. @param {Report} report */
  #draw({ parties, constituencies: { party, changed } }) {
    const { names } = this.ctx;
    const wide = this.#places.length < 200 ? 0.8 : 1;
    /** @type {Map<string, string>} */
    const paths = new Map();
    const add = (/** @type {string} */ id, /** @type {string} */ d) =>
      paths.set(id, (paths.get(id) ?? "") + d);
    for (const [at, { index, share }] of this.#places.entries()) {
      const id = party[index] === NOBODY ? "" : parties[party[index]].id;
      const tall = Math.max(LEAST, (Math.min(share, TALL) / TALL) * HEIGHT);
      const x = at + (1 - wide) / 2;
      add(id, `M${x} ${HEIGHT}v${-tall}h${wide}V${HEIGHT}z`);
      if (changed[index]) add("changed", `M${x} ${HEIGHT + 3}v4h${wide}v-4z`);
    }
    attr(this.#strip, "viewBox", `0 0 ${this.#places.length} ${HEIGHT + 8}`);
    list(
      this.#strip,
      [...paths],
      ([id]) => id,
      ([id]) => {
        const path = draw("path", { class: id === "changed" ? id : null });
        if (id !== "changed") colour(path, names.colour(id));
        return path;
      },
      (path, [, d]) => attr(path, "d", d),
    );
  }

  /**
   * Who reaches the mark with which seat, and what stands at either end.
   * @param {Report} report @param {string[]} sides @param {ReturnType<typeof decidingPlace>} deciding
   */
  #say(report, sides, { side, at }) {
    const { words, names, dataset } = this.ctx;
    const rows = sides.map((id) => report.alliances.find((row) => row.id === id));
    this.#ends.forEach((end, i) => {
      const row = rows[i];
      text(end, row ? words.say("margin-strip.end", { A: names.row(row), n: row.seats }) : "");
    });
    const place = this.#places[at];
    show(this.#mark, Boolean(place));
    if (!place) return text(this.#deciding, "");
    prop(this.#mark, "--at", (at + 0.5) / this.#places.length);
    text(this.#mark, words.number(report.house.mark));
    const row = report.alliances.find(({ id }) => id === side);
    text(
      this.#deciding,
      words.say("margin-strip.decides", {
        n: report.house.mark,
        A: row ? names.row(row) : names.label(side),
        seat: names.seat(dataset.constituencies[place.index].id),
      }),
    );
  }

  /** Names the seat at a place, which the range stands at. @param {Report} report @param {number} at */
  #name(report, at) {
    const { names, dataset, words } = this.ctx;
    const { index } = this.#places[at] ?? this.#places[0];
    const { id } = dataset.constituencies[index];
    this.range.value = String(at + 1);
    prop(this.#here, "--at", (at + 0.5) / this.#places.length);
    text(this.seat, names.seat(id));
    attr(this.seat, "data-seat", id);
    const line = seatLine(this.ctx, report, index);
    text(this.#line, line);
    attr(this.range, "aria-valuetext", `${names.seat(id)}: ${line}`);
    attr(this.range, "title", words.say("margin-strip.nth", { n: at + 1, H: this.#places.length }));
  }

  /**
   * The slots stay where they are, whichever seats they name: an edit moves no control.
   * @param {Report} report
   */
  #nameClosest(report) {
    const { names, words, dataset } = this.ctx;
    const { party } = report.constituencies;
    const seats = closest(this.#places).map((at) => this.#places[at].index);
    list(
      this.#close,
      seats.map((index, slot) => ({ index, slot })),
      ({ slot }) => String(slot),
      ({ slot }) => this.#slot(slot),
      ({ press, name, share }, { index }) => {
        const { id } = dataset.constituencies[index];
        text(name, names.seat(id));
        text(share, `${words.hundredths(decidedBy(report, index))} %`);
        attr(press, "data-seat", id);
        if (party[index] !== NOBODY) colour(press, names.colour(report.parties[party[index]].id));
      },
    );
  }

  /** @param {number} slot */
  #slot(slot) {
    const [name, share] = [make("span"), make("small")];
    const open = () => this.open(this.#places[closest(this.#places)[slot]].index);
    const press = button("", open, { class: "chip" });
    press.append(name, " ", share);
    return { node: make("li", {}, press), press, name, share };
  }
}

/** @param {Context} ctx @param {(index: number) => void} open */
export const marginStripView = (ctx, open) => new MarginStrip(ctx, open);
