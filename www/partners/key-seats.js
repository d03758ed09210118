/**
 * Key seats: those a coalition could lose with the fewest votes, and how many of them end its
 * majority.
 */

import { analysisRequest } from "../components/analysis-request.js";
import { button, make, show, swatch, text } from "../components/dom.js";
import { select, setOptions } from "../components/fields.js";
import { dataTable } from "../components/table.js";

/** @import { AllWays, CloseSeat, Context, KeySeats } from "../types.d.ts" */

/** Seats listed beyond those that end the majority. */
const BEYOND = 3;

export class KeySeatsView {
  /**
   * The coalition picked; null: those For.
   * @type {{ over: "parties" | "alliances", members: string[] } | null}
   */
  #picked = null;
  /** The coalitions to pick from. @type {AllWays | null} */
  #ways = null;
  /** @type {KeySeats | null} */
  #found = null;
  #said = make("p", { class: "said" });

  /** @param {Context} ctx */
  constructor(ctx) {
    const { words } = ctx;
    this.ctx = ctx;
    this.which = select(words.say("keys.for"), [], (value) => this.#pick(value));
    this.table = this.#table();
    this.flip = button("", () => {
      const edits = this.#found?.edits ?? [];
      ctx.edit((now) => [...now, ...edits]);
    });
    this.note = make("p", { class: "quiet-text" }, words.say("keys.note"));
    this.node = make(
      "details",
      { class: "inquiry" },
      make("summary", {}, words.say("keys")),
      make("div", { class: "fields" }, this.which.node),
      this.#said,
      this.table.node,
      this.flip,
      this.note,
    );
    this.ask = analysisRequest(ctx, "keySeats", (answer) => this.#answer(answer), this.node);
    this.#show([], false);
  }

  /** @param {string} value place in the list of coalitions, or "" */
  #pick(value) {
    const ways = this.#ways;
    const over = ways?.over === "alliances" ? "alliances" : "parties";
    this.#picked = value && ways ? { over, members: ways.minimal[Number(value)] } : null;
    this.render();
  }

  #table() {
    const { words, names } = this.ctx;
    /** Place among the seats shown, from 1. @param {CloseSeat} seat */
    const place = (seat) => (this.#found?.seats.indexOf(seat) ?? -1) + 1;
    const ends = (/** @type {CloseSeat} */ seat) => place(seat) === this.#found?.enough;
    const side = (/** @type {string} */ id, /** @type {(Node | string)[]} */ ...more) =>
      make("span", {}, swatch(names.colour(id)), names.label(id), ...more);
    return dataTable({
      caption: words.say("keys"),
      kind: "key-seats",
      key: (/** @type {CloseSeat} */ { constituency, holder, to }) =>
        `${constituency} ${holder.candidate} ${to.candidate}`,
      rowKind: (seat) => {
        if (ends(seat)) return "last";
        return place(seat) > (this.#found?.enough ?? Infinity) ? "beyond" : null;
      },
      columns: [
        {
          label: words.say("keys.seat"),
          build(cell, { constituency }) {
            const end = make("small", { class: "ends" });
            cell.append(names.seat(constituency), end);
            return (seat) => text(end, ends(seat) ? words.say("keys.ends") : "");
          },
        },
        {
          label: words.say("keys.passes"),
          kind: "passes",
          build(cell, { constituency, holder, to }) {
            const candidate = ` ${names.candidate(constituency, to.candidate)}`;
            const name = make("span", { class: "quiet" }, candidate);
            cell.append(side(holder.party), " → ", side(to.party, name));
          },
        },
        { label: words.say("keys.switch"), text: (seat) => words.number(seat.switch) },
      ],
    });
  }

  /** @param {KeySeats | null} answer */
  #answer(answer) {
    const { words } = this.ctx;
    this.#found = answer;
    if (!answer) {
      text(this.#said, words.say("ways.failed"));
      return this.#show([], false);
    }
    const { surplus, enough, seats } = answer;
    text(this.#said, keySeatsSaid(answer, this.ctx));
    const shown = surplus === null ? 0 : (enough ?? seats.length) + BEYOND;
    this.#show(seats.slice(0, shown), enough !== null);
    text(this.flip, words.say("keys.flip", { n: enough ?? 0 }));
  }

  /** @param {CloseSeat[]} seats @param {boolean} enough whether they can end the majority */
  #show(seats, enough) {
    show(this.table.node, seats.length > 0);
    show(this.note, seats.length > 0);
    show(this.flip, enough);
    this.table.render(seats);
  }

  /** Offers these coalitions to pick one of. @param {AllWays} found */
  offer(found) {
    const { words, names } = this.ctx;
    this.#ways = found;
    const picked = this.#picked;
    const members = picked?.members.join();
    const same = picked?.over === found.over;
    const at = same ? found.minimal.findIndex((ids) => ids.join() === members) : -1;
    const ways = found.minimal.map((ids, i) => {
      const said = ids.map((id) => names.label(id)).join(" + ");
      return [String(i), said];
    });
    const chosen = at < 0 ? "" : String(at);
    setOptions(this.which.control, [["", words.say("keys.those")], ...ways], chosen);
    if (picked && at < 0) this.#pick("");
  }

  render() {
    const { partners } = this.ctx.session.report.floor;
    const coalition = this.#picked ?? { over: /** @type {const} */ ("parties"), members: partners };
    this.ask(coalition);
  }
}

/** What its closest seats mean for a coalition. @param {KeySeats} answer @param {Context} ctx */
function keySeatsSaid(
  { members, together: n, quota: m, surplus, enough, seats, votes, shareValid },
  ctx,
) {
  const { words, names } = ctx;
  const key =
    surplus === null ? "short" : enough === null ? "never" : enough === 1 ? "one" : "enough";
  return words.say(`keys.${key}`, {
    who: members.map((id) => names.label(id)).join(" + ") || words.say("edit.nobody"),
    n,
    m,
    s: surplus ?? 0,
    d: m - n,
    k: words.number(enough ?? seats.length),
    votes,
    share: words.share(shareValid),
    seat: seats.length ? names.seat(seats[0].constituency) : "",
  });
}
