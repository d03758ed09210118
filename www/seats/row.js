/**
 * A constituency in the list: who holds it, a button that gives it away, and its candidates when
 * opened.
 */

import { attr, button, colour, make, show, swatch, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { award, changesSeat, resetSeat } from "../state/edits.js";
import { decidedBy, NOBODY, seatLine } from "./line.js";

/** @import { Constituency, Context, LazyView, Report } from "../types.d.ts" */

export class SeatRow {
  #swatch = swatch(undefined);
  #line = make("span", { class: "seat-line" });
  #share = make("span", { class: "seat-share" });
  /** @type {LazyView | null} */
  #detail = null;

  /** @param {Context} ctx @param {Constituency} seat @param {number} index */
  constructor(ctx, seat, index) {
    const { id } = seat;
    this.ctx = ctx;
    this.seat = seat;
    this.index = index;
    this.id = id;
    this.name = ctx.names.seat(id);
    this.title = button(this.name, () => this.toggle(), {
      class: "seat-name plain",
      id: `seat-${id}`,
      "aria-expanded": "false",
    });
    this.give = button("", () => this.#give(), {
      class: "give",
      id: `give-${id}`,
      "aria-labelledby": `give-${id} seat-${id}`,
    });
    const said = make("span", { class: "seat-text" }, this.title, " ", this.#line);
    const attributes = { class: "seat", role: "listitem", "data-seat": id };
    this.node = make("div", attributes, this.#swatch, said, this.#share, this.give);
  }

  /** Whether a reader gave it away or emptied it. */
  get #byHand() {
    return this.ctx.session.edits.some((edit) => changesSeat(edit, this.id));
  }

  #give() {
    const { changed, runnerUp } = this.ctx.session.report.constituencies;
    if (changed[this.index]) this.ctx.edit(resetSeat(this.id));
    else if (runnerUp[this.index]) this.ctx.edit(award(this.id, runnerUp[this.index]));
  }

  /** Opens it, where it is closed. */
  open() {
    if (!this.#detail || this.#detail.node.hidden) this.toggle();
  }

  toggle() {
    if (!this.#detail) {
      this.#detail = later(this.ctx, "seats/detail.js", "seatView", { args: [this.id] });
      this.node.append(this.#detail.node);
      this.#detail.node.hidden = true;
    }
    const { node, open, render } = this.#detail;
    const opening = Boolean(node.hidden);
    if (opening) open().then(() => render(this.ctx.session.report));
    show(node, opening);
    attr(this.title, "aria-expanded", String(opening));
  }

  /** What an open row shows follows every report. @param {Report} report */
  renderDetail(report) {
    if (this.#detail && !this.#detail.node.hidden) this.#detail.render(report);
  }

  /** @param {Report} report */
  render(report) {
    const { ctx, index } = this;
    const { words, names } = ctx;
    const { party, changed, runnerUp } = report.constituencies;
    const empty = party[index] === NOBODY;
    const share = decidedBy(report, index);
    const byHand = changed[index] !== 0 && this.#byHand;
    colour(this.#swatch, empty ? "" : names.colour(report.parties[party[index]].id));
    attr(this.#swatch, "class", empty ? "swatch empty" : "swatch");
    text(this.#line, seatLine(ctx, report, index));
    const margin = () => words.say("seat.margin", { share: words.hundredths(share) });
    text(this.#share, Number.isNaN(share) ? "" : margin());
    attr(this.node, "class", changed[index] ? "seat changed" : "seat");
    text(this.give, byHand ? this.#backSaid(report) : this.#giveSaid(report));
    attr(this.give, "class", byHand ? "give back" : "give");
    show(this.give, byHand || runnerUp[index] !== 0);
  }

  /** "Give to BJP" @param {Report} report */
  #giveSaid({ constituencies, parties }) {
    const { words, names } = this.ctx;
    const next = constituencies.runnerUpParty[this.index];
    const party = next === NOBODY ? words.say("edit.nobody") : names.label(parties[next].id);
    return words.say("seat.give", { party });
  }

  /** "Back to INC" @param {Report} report */
  #backSaid({ constituencies }) {
    const { words, names, session } = this.ctx;
    const { parties, constituencies: declared } = session.baseline;
    const was = declared.party[this.index];
    if (constituencies.changed[this.index] !== 1 || was === NOBODY) return words.say("seat.reset");
    return words.say("seat.back", { party: names.label(parties[was].id) });
  }
}
