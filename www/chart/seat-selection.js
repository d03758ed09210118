/** Pointing at a seat lights it wherever it is shown; choosing one opens its card. */

import { attr, button, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { seatLine } from "../seats/line.js";

/** @import { Context, LazyView, Report } from "../types.d.ts" */
/** @import { TileMap } from "./tile-map.js" */

/** Right and down. @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {Element} node @returns {[number, number]} */
function middleOf(node) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

export class SeatSelection {
  #title = make("h3");
  #card = make("div", { class: "seat-card", id: "seat-card", hidden: true }, this.#title);
  #chosen = -1;
  #pointed = -1;
  /** @type {LazyView | null} */
  #detail = null;

  /** @param {Context} ctx @param {TileMap} picture */
  constructor(ctx, picture) {
    this.ctx = ctx;
    this.picture = picture;
    const { map, tiles } = picture;
    (map.closest(".frame") ?? map).after(this.#card);
    for (const tile of tiles) attr(tile, "aria-controls", "seat-card");
  }

  /**
   * An arrow key leads to the nearest seat on that side, as the buttons lie on the screen.
   * @param {HTMLElement} from
   * @param {string} key
   */
  move(from, key) {
    const [right, down] = ARROWS[key] ?? [0, 0];
    const [x, y] = middleOf(from);
    let [best, least] = [from, Infinity];
    for (const tile of this.picture.tiles) {
      const [u, v] = middleOf(tile);
      const along = (u - x) * right + (v - y) * down;
      const aside = Math.abs((u - x) * down + (v - y) * right);
      if (along > 1 && aside < along && along + aside < least)
        [best, least] = [tile, along + aside];
    }
    best.focus();
  }

  /** Opens the card of a seat, or closes it again. @param {number} index */
  choose(index) {
    const { dataset, session } = this.ctx;
    this.#chosen = index === this.#chosen ? -1 : index;
    this.picture.tiles.forEach((tile, i) =>
      attr(tile, "aria-expanded", String(i === this.#chosen)),
    );
    show(this.#card, this.#chosen >= 0);
    this.#detail?.node.remove();
    this.#detail = null;
    if (this.#chosen < 0) return;
    const { id } = dataset.constituencies[this.#chosen];
    this.#detail = later(this.ctx, "seats/detail.js", "seatView", { args: [id] });
    this.#card.append(this.#detail.node);
    this.#detail.open().then(() => this.#offerColours());
    this.render(session.report);
  }

  /** Offers the other colours, which have their own control once they were asked for. */
  #offerColours() {
    const { words } = this.ctx;
    const { others } = this.picture;
    if (others.node.firstChild) return;
    const said = `${words.say("shade")}: ${words.say("shade.winner")}`;
    const choose = () => this.picture.choosePicture("tiles");
    others.node.append(button(said, choose, { class: "plain" }));
  }

  /** @param {Report} report */
  render(report) {
    const { names, dataset } = this.ctx;
    text(this.picture.hint, this.#hint(report));
    if (!this.#detail) return;
    const name = names.seat(dataset.constituencies[this.#chosen].id);
    const line = make("small", {}, seatLine(this.ctx, report, this.#chosen));
    this.#title.replaceChildren(name, " ", line);
    this.#detail.render(report);
  }

  /** @param {Report} report */
  #hint(report) {
    const { words, dataset, before } = this.ctx;
    if (this.#pointed < 0) return this.#chosen < 0 ? words.say("tiles.hint") : "";
    // What the election before made of it is said once a card has loaded that.
    const then = before?.line(dataset.constituencies[this.#pointed].id);
    return [this.picture.said(report, this.#pointed), then].filter(Boolean).join(". ");
  }

  /**
   * Every node that shows a seat carries its id. The Tab key stops at the tile last visited.
   * @param {Element} target
   * @param {Element} page
   */
  point(target, page) {
    const { dataset, session } = this.ctx;
    const { tiles, light } = this.picture;
    const id = target.closest("[data-seat]")?.getAttribute("data-seat");
    const index = dataset.constituencies.findIndex((seat) => seat.id === id);
    if (tiles[index]?.matches(":focus")) {
      tiles.forEach((tile, i) => attr(tile, "tabindex", i === index ? null : "-1"));
    }
    if (index === this.#pointed) return;
    this.#pointed = index;
    light(index);
    for (const lit of page.querySelectorAll("[data-lit]")) attr(lit, "data-lit", null);
    if (id) {
      const same = page.querySelectorAll(`[data-seat="${CSS.escape(id)}"]`);
      for (const seat of same) attr(seat, "data-lit", true);
    }
    this.render(session.report);
  }
}
