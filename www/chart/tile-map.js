/**
 * The picture of the house: a button for every constituency, in a half circle, as a tile map or over
 * a map. Choosing and pointing at them, the map, the colours and the downloads are loaded when they
 * are first needed.
 */

import { attr, button, colour, make, prop, show } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { fold, later } from "../components/lazy-view.js";
import { bring, sheet } from "../core/assets.js";
import { shortCodes } from "../dataset/short-codes.js";
import { differing, NOBODY, seatLine, seatState } from "../seats/line.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { ChartSwitcher, Kind } from "./chart-switcher.js" */
/** @import { HalfCircle } from "./half-circle.js" */
/** @import { SeatSelection } from "./seat-selection.js" */

export class TileMap {
  /** Names the seat that is pointed at. */
  hint = make("p", { class: "hint", "aria-hidden": "true", hidden: true });
  /** Lights a seat on the map, if there is one; -1: none. @type {(index: number) => void} */
  light = () => {};
  /** @type {SeatSelection | null} */
  #selection = null;
  /** @type {Report | null} */
  #shown = null;

  /** The half circle, once it is shown. @type {HalfCircle | null} */
  #half = null;
  /** What was chosen last: it may still be loading. @type {Kind} */
  #wanted;
  /** The choice between them. @type {HTMLElement} */
  #kinds;
  /** Whether colours or the map were asked for. */
  #others = false;
  /** @type {Kind} */
  kind;

  /**
   * @param {Context} ctx
   * @param {boolean} wide whether the half circle is the first picture
   * @param {Element | null} drawn the half circle as the build has drawn it
   */
  constructor(ctx, wide, drawn) {
    const { words, dataset } = ctx;
    this.ctx = ctx;
    this.kind = wide || !dataset.tiles ? "hemicycle" : "tiles";
    this.#wanted = this.kind;
    const seats = dataset.constituencies;
    const codes = shortCodes(
      seats.map(({ name }) => words.name(name)),
      words.locale,
    );
    this.tiles = seats.map(({ id }, i) => this.#tile(id, i, codes[i]));
    const label = words.say("tiles.label");
    this.map = make("div", { role: "group", "aria-label": label }, ...this.tiles);
    this.frame = make("div", {}, this.map, this.hint);
    this.map.addEventListener("keydown", (event) => {
      const { key, target } = event;
      const tile = /** @type {Element} */ (target).matches(".tile");
      if (!key.startsWith("Arrow") || !tile) return;
      event.preventDefault();
      this.#withSelection((selection) => selection.move(/** @type {HTMLElement} */ (target), key));
    });
    prop(this.map, "--across", dataset.tiles?.columns ?? 0);
    this.others = later(ctx, "chart/chart-switcher.js", "picturesView", {
      full: true,
      args: [this],
    });
    this.away = fold(ctx, words.say("away"), "share/downloads.js", "awayView", {
      full: true,
      class: "away",
    });
    const title = words.say("tiles");
    /** @type {Kind[]} */
    const known = ["hemicycle", "tiles", "map"];
    const offered = known.filter(
      (kind) => kind === "hemicycle" || dataset[kind] || (kind === "map" && dataset.more),
    );
    this.#kinds = radios(
      title,
      "picture",
      offered.map((kind) => [kind, words.say(`picture.${kind}`)]),
      this.kind,
      (kind) => this.choosePicture(/** @type {Kind} */ (kind)),
    );
    const parts = [this.#kinds, this.frame, this.others.node, this.away.node];
    this.node = make("section", { class: "house" }, make("h2", {}, title), ...parts);
    show(this.#kinds, offered.length > 1);
    this.#arrange();
    const said = `${words.say("shade")}: ${words.say("shade.winner")}`;
    const colours = button(said, () => this.chooseColours(), { class: "plain" });
    if (ctx.mode === "full") this.others.node.append(colours);
    if (this.kind === "hemicycle") this.#begin(drawn);
  }

  /**
   * The half circle is the full core's, which comes once the page stands: until then there is what
   * the build has drawn.
   * @param {Element | null} drawn
   */
  async #begin(drawn) {
    const before = /** @type {Element | undefined} */ (drawn?.cloneNode(true));
    if (before) this.frame.before(before);
    show(this.frame, !before);
    // Not while the page is put together.
    await new Promise((done) => setTimeout(done));
    if (this.#wanted === "hemicycle") await this.choosePicture("hemicycle");
    before?.remove();
    show(this.frame, true);
  }

  #arrange() {
    attr(this.map, "class", this.kind === "tiles" ? "tiles" : `placed ${this.kind}`);
    attr(this.frame, "class", `frame ${this.kind}`);
    this.#selection?.place();
  }

  /** @param {string} id @param {number} i @param {string} code three letters of its name */
  #tile(id, i, code) {
    const { places = [] } = this.ctx.dataset.tiles ?? {};
    const choose = () => this.#withSelection((selection) => selection.choose(i));
    const tabindex = i ? -1 : null;
    const tile = button("", choose, {
      "data-code": code,
      "data-seat": id,
      tabindex,
      "aria-expanded": "false",
    });
    prop(tile, "--x", places[2 * i]);
    prop(tile, "--y", places[2 * i + 1]);
    return tile;
  }

  /**
   * Shows a picture once what it needs is there, unless another was chosen meanwhile. If it does not
   * come, the one that stands stays.
   * @param {Kind} kind
   */
  async choosePicture(kind) {
    this.#wanted = kind;
    try {
      const view = await this.#load(kind);
      if (this.#wanted !== kind) return;
      this.kind = kind;
      this.#arrange();
      this.render(this.ctx.session.report);
      view?.choose(kind);
    } catch (error) {
      console.warn("seat-calculator:", error);
      if (this.#wanted === kind) this.#keep();
    }
  }

  /** Loads what draws a picture. @param {Kind} kind @returns {Promise<ChartSwitcher | null>} */
  async #load(kind) {
    if (kind === "hemicycle" && !this.#half) {
      const styles = this.ctx.mode === "full" ? null : sheet("page.css");
      if (styles) this.node.prepend(styles.node);
      await Promise.all([this.ctx.loadFullCore(), styles?.ready]);
      const module = await bring("chart/half-circle.js");
      this.#half ??= new module.HalfCircle(this.ctx, this);
    }
    const needed = kind === "map" || this.#others;
    const view = /** @type {ChartSwitcher | null} */ (needed ? await this.others.open() : null);
    if (kind === "map" && !view) throw new Error("the map did not come");
    await view?.prepare(kind);
    return view;
  }

  /** Goes back to the picture that stands: the tiles, if the half circle never came. */
  #keep() {
    if (this.kind === "hemicycle" && !this.#half && this.ctx.dataset.tiles) this.kind = "tiles";
    this.#wanted = this.kind;
    this.#arrange();
    for (const input of this.#kinds.querySelectorAll("input"))
      input.checked = input.value === this.kind;
  }

  /** Opens what colours the seats. */
  async chooseColours() {
    this.#others = true;
    await this.others.open();
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

  /** Opens the card of a seat. @param {number} index */
  open(index) {
    this.#withSelection((selection) => selection.open(index));
  }

  /** The page's pointer or focus went somewhere. @param {Event} event */
  point = ({ target, currentTarget }) =>
    this.#withSelection((selection) =>
      selection.point(/** @type {Element} */ (target), /** @type {Element} */ (currentTarget)),
    );

  /** The colour of who holds a seat. @param {Report} report @param {number} i */
  #holder({ parties, constituencies: { party } }, i) {
    return (party[i] !== NOBODY && this.ctx.names.colour(parties[party[i]].id)) || "";
  }

  /** What a tile says. @param {Report} report @param {number} i */
  said(report, i) {
    const { words, names, dataset } = this.ctx;
    // A name in another script cannot be marked as such where it is only said.
    const line = seatLine(this.ctx, report, i, words.language !== "en");
    return `${names.seat(dataset.constituencies[i].id)}: ${line}`;
  }

  /** @param {Report} report */
  render(report) {
    const { session } = this.ctx;
    const { changed } = report.constituencies;
    differing(this.#shown, report, (i) => {
      const tile = this.tiles[i];
      const hex = this.#holder(report, i);
      colour(tile, hex);
      // A seat that changed shows from whom, too.
      if (changed[i]) colour(tile, this.#holder(session.baseline, i), "--was");
      attr(tile, "aria-label", this.said(report, i));
      attr(tile, "class", `tile ${seatState(report, i)}${changed[i] ? " changed" : ""}`);
    });
    this.#shown = report;
    if (this.kind === "hemicycle") this.#half?.render(report);
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

/** @param {Context} ctx @param {boolean} wide @param {Element | null} drawn */
export const tilesView = (ctx, wide, drawn) => new TileMap(ctx, wide, drawn);
