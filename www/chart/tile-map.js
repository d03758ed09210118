/**
 * The tile map: a button for every constituency. Choosing and pointing at them, the other pictures and
 * the downloads are loaded when they are first needed.
 */

import { attr, button, colour, make, prop, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { fold, later } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";
import { differing, NOBODY, seatLine, seatState } from "../seats/line.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { ChartSwitcher, Kind } from "./chart-switcher.js" */
/** @import { SeatSelection } from "./seat-selection.js" */

const KINDS = /** @type {const} */ (["tiles", "hemicycle", "map"]);

export class TileMap {
  hint = make("p", { class: "hint quiet-text", "aria-hidden": "true" });
  /** Lights a seat on the map, if there is one; -1: none. @type {(index: number) => void} */
  light = () => {};
  /** @type {SeatSelection | null} */
  #selection = null;
  /** @type {Report | null} */
  #shown = null;

  /** @param {Context} ctx */
  constructor(ctx) {
    const { words, dataset } = ctx;
    this.ctx = ctx;
    this.tiles = dataset.constituencies.map(({ id }, i) => this.#tile(id, i));
    const label = words.say("tiles.label");
    this.map = make("div", { class: "tiles", role: "group", "aria-label": label }, ...this.tiles);
    this.map.addEventListener("keydown", (event) => {
      const { key, target } = event;
      if (!key.startsWith("Arrow")) return;
      event.preventDefault();
      this.#withSelection((selection) => selection.move(/** @type {HTMLElement} */ (target), key));
    });
    prop(this.map, "--across", dataset.tiles?.columns ?? 0);
    text(this.hint, words.say("tiles.hint"));
    this.others = later(ctx, "chart/chart-switcher.js", "picturesView", {
      full: true,
      args: [this],
    });
    this.away = fold(ctx, words.say("away"), "share/downloads.js", "awayView", {
      full: true,
      class: "away",
    });
    const title = words.say("tiles");
    const kinds = radios(
      title,
      "picture",
      KINDS.map((kind) => [kind, words.say(`picture.${kind}`)]),
      "tiles",
      (kind) => this.choosePicture(/** @type {Kind} */ (kind)),
    );
    const parts = [kinds, this.hint, this.map, this.others.node, this.away.node];
    this.node = make("section", { class: "house" }, make("h2", {}, title), ...parts);
    this.node.hidden = !dataset.tiles;
  }

  /** @param {string} id @param {number} i */
  #tile(id, i) {
    const { places = [] } = this.ctx.dataset.tiles ?? {};
    const choose = () => this.#withSelection((selection) => selection.choose(i));
    const tabindex = i ? -1 : null;
    const tile = button("", choose, { "data-seat": id, tabindex, "aria-expanded": "false" });
    prop(tile, "--x", places[2 * i]);
    prop(tile, "--y", places[2 * i + 1]);
    return tile;
  }

  /** @param {Kind} kind */
  async choosePicture(kind) {
    const view = /** @type {ChartSwitcher | null} */ (await this.others.open());
    await view?.choose(kind);
  }

  /**
   * Loads the selection when it is first needed; without it the tiles only show.
   * @param {(selection: SeatSelection) => void} act
   */
  async #withSelection(act) {
    if (!this.#selection) {
      const module = await bring("chart/seat-selection.js").catch(() => null);
      if (module) this.#selection ??= new module.SeatSelection(this.ctx, this);
    }
    if (this.#selection) act(this.#selection);
  }

  /** The page's pointer or focus went somewhere. @param {Event} event */
  point = ({ target, currentTarget }) =>
    this.#withSelection((selection) =>
      selection.point(/** @type {Element} */ (target), /** @type {Element} */ (currentTarget)),
    );

  /** What a tile says. @param {Report} report @param {number} i */
  said(report, i) {
    const { words, dataset } = this.ctx;
    // A name in another script cannot be marked as such where it is only said.
    const line = seatLine(this.ctx, report, i, words.language !== "en");
    return `${words.name(dataset.constituencies[i].name)}: ${line}`;
  }

  /** @param {Report} report */
  render(report) {
    const { names } = this.ctx;
    const { party, changed } = report.constituencies;
    differing(this.#shown, report, (i) => {
      const tile = this.tiles[i];
      colour(tile, party[i] === NOBODY ? "" : names.colour(report.parties[party[i]].id));
      attr(tile, "aria-label", this.said(report, i));
      attr(tile, "class", `tile ${seatState(report, i)}${changed[i] ? " changed" : ""}`);
    });
    this.#shown = report;
    this.#selection?.render(report);
    this.others.render(report);
    this.away.render(report);
  }

  /** Candidates have got their names. @param {Report} report */
  named(report) {
    this.#shown = null;
    this.render(report);
  }
}

/** @param {Context} ctx */
export const tilesView = (ctx) => new TileMap(ctx);
