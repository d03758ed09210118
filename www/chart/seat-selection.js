/** Pointing at a seat lights it wherever it is shown; choosing one opens its card. */

import { attr, button, make, prop, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { TWO_COLUMNS, WIDE } from "../components/widths.js";
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
  #card = make("div", { class: "seat-card", id: "seat-card", hidden: true });
  #chosen = -1;
  #pointed = -1;
  /** @type {LazyView | null} */
  #detail = null;

  /** @param {Context} ctx @param {TileMap} picture */
  constructor(ctx, picture) {
    this.ctx = ctx;
    this.picture = picture;
    const { frame, node, tiles } = picture;
    const close = button("×", () => this.#close(), {
      class: "close",
      "aria-label": ctx.words.say("notice.close"),
    });
    this.#card.append(this.#title, close);
    frame.after(this.#card);
    for (const tile of tiles) attr(tile, "aria-controls", "seat-card");
    node.closest(".page")?.addEventListener("keydown", (event) => {
      this.#bridge(/** @type {KeyboardEvent} */ (event));
      if (/** @type {KeyboardEvent} */ (event).key === "Escape" && this.#chosen >= 0) this.#close();
    });
  }

  /**
   * Tab leads from the chosen seat into its card, wherever that stands, and back.
   * @param {KeyboardEvent} event
   */
  #bridge(event) {
    const tile = this.picture.tiles[this.#chosen];
    const first = this.#card.querySelector("button");
    if (event.key !== "Tab" || !tile || !first) return;
    const to = event.shiftKey ? tile : first;
    if (event.target !== (event.shiftKey ? first : tile)) return;
    event.preventDefault();
    to.focus();
  }

  /** Closes the card; the keyboard is back at its seat. */
  #close() {
    const tile = this.picture.tiles[this.#chosen];
    this.choose(this.#chosen);
    tile?.focus();
  }

  /**
   * Where the eye is: beside the picture where there are two columns, under the row of the tile on a
   * phone, under the picture elsewhere.
   */
  place() {
    const { frame, map, node, kind } = this.picture;
    const page = node.closest(".page");
    const column = page?.querySelector(".tools");
    const [width, places] = [page?.clientWidth ?? 0, this.ctx.dataset.tiles?.places ?? []];
    if (column && width >= TWO_COLUMNS && !page?.hasAttribute("data-small"))
      column.prepend(this.#card);
    else if (kind === "tiles" && width < WIDE) {
      prop(this.#card, "--y", places[2 * this.#chosen + 1]);
      map.append(this.#card);
    } else frame.after(this.#card);
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

  /** Opens the card of a seat, and brings it into sight. @param {number} index */
  open(index) {
    if (index !== this.#chosen) this.choose(index);
    this.#card.scrollIntoView({ block: "nearest" });
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
    if (this.#chosen < 0) return this.render(session.report);
    this.place();
    this.ctx.announce(this.picture.said(session.report, this.#chosen));
    const { id } = dataset.constituencies[this.#chosen];
    this.#detail = later(this.ctx, "seats/detail.js", "seatView", { args: [id] });
    this.#card.append(this.#detail.node);
    this.#detail.open();
    this.render(session.report);
  }

  /** @param {Report} report */
  render(report) {
    const { names, dataset } = this.ctx;
    this.#tip(report);
    if (!this.#detail) return;
    const name = names.seat(dataset.constituencies[this.#chosen].id);
    const line = make("small", {}, seatLine(this.ctx, report, this.#chosen));
    this.#title.replaceChildren(name, " ", line);
    this.#detail.render(report);
  }

  /** Names the seat that is pointed at, beside its place in the picture. @param {Report} report */
  #tip(report) {
    const { dataset, before } = this.ctx;
    const { hint, frame, tiles } = this.picture;
    const tile = tiles[this.#pointed];
    show(hint, Boolean(tile) && this.#pointed !== this.#chosen);
    if (!tile || this.#pointed === this.#chosen) return;
    // What the election before made of it is said once a card has loaded that.
    const then = before?.line(dataset.constituencies[this.#pointed].id);
    text(hint, [this.picture.said(report, this.#pointed), then].filter(Boolean).join(". "));
    const [box, at] = [frame.getBoundingClientRect(), tile.getBoundingClientRect()];
    const [x] = middleOf(tile);
    hint.style.setProperty("left", `${x - box.left}px`);
    hint.style.setProperty("top", `${at.top - box.top}px`);
    attr(hint, "data-end", x - box.left > box.width / 2);
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
