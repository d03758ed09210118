/**
 * The other pictures of the house: the same buttons, placed where the core says, and their colours.
 */

import { attr, colour, draw, make, prop, show, text } from "../components/dom.js";
import { zoomable } from "../components/pan-zoom.js";
import { sheet, text as file } from "../core/assets.js";
import { colourFields } from "./colour-fields.js";
import { colourModesOf } from "./colour-modes.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { TileMap } from "./tile-map.js" */
/** @typedef {"tiles" | "hemicycle" | "map"} Kind */

/** From this share of a colour on, the colour and not the paper decides what is legible on it. */
const FULL = 80;

/** Whether white is the more legible on a colour, by its luma. @param {string} hex */
function isDark(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 299 * red + 587 * green + 114 * blue < 128_000;
}

export class ChartSwitcher {
  /** @type {Kind} */
  #kind = "tiles";
  /**
   * The map, once it was asked for.
   * @type {Awaited<ReturnType<ChartSwitcher["loadOutlines"]>> | null}
   */
  #ground = null;
  #mark = make("p", { class: "half", "aria-hidden": "true" });

  /** @param {Context} ctx @param {TileMap} picture */
  constructor(ctx, picture) {
    this.ctx = ctx;
    this.picture = picture;
    this.colours = colourModesOf(ctx);
    this.fields = colourFields(this.colours, ctx);
    this.colours.follow(() => this.render());
    const { map } = picture;
    this.frame = make("div", { class: "frame" });
    map.before(this.frame);
    this.frame.append(this.#mark, map);
    this.zoom = zoomable(this.frame, map, (name) => ctx.words.say(`map.${name}`));
    const { node: styles, ready } = sheet("pictures.css");
    this.styled = ready;
    const { nodes, legend } = this.fields;
    this.node = make("div", { class: "shade" }, styles, ...nodes, legend);
  }

  /** @param {Kind} kind */
  async choose(kind) {
    const { map } = this.picture;
    if (kind === "map") this.#ground ??= await this.loadOutlines();
    await this.styled;
    this.#kind = kind;
    attr(map, "class", kind === "tiles" ? "tiles" : `placed ${kind}`);
    attr(this.frame, "class", `frame ${kind}`);
    this.zoom.on(kind === "map");
    if (kind === "map" && this.#ground) this.#place(this.#ground);
    this.render();
  }

  /** The outlines of the constituencies, drawn behind their buttons. */
  async loadOutlines() {
    const { session, dataset } = this.ctx;
    const { map, tiles } = this.picture;
    const data = await file(`data/${dataset.map}`);
    const { shapes, width, height } = session.core.use((calculator) => calculator.outlines(data));
    const paths = shapes.map(({ id, path }, i) =>
      // The buttons over the outlines are for the keyboard and for thumbs; a mouse may point
      // anywhere in a seat.
      draw("path", { d: path, "data-seat": id, onclick: () => tiles[i].click() }),
    );
    // What is pointed at is drawn once more over its neighbours.
    const over = draw("path", { class: "over" });
    const box = { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
    map.prepend(draw("svg", box, ...paths, over));
    this.picture.light = (index) => attr(over, "d", shapes[index]?.path ?? "");
    const [x, y] = [shapes.map((shape) => shape.x), shapes.map((shape) => shape.y)];
    return { width, height, x, y, paths, over };
  }

  /** @param {{ width: number, height: number, x: number[], y: number[] }} places */
  #place({ width, height, x, y }) {
    const { map, tiles } = this.picture;
    prop(map, "--w", width);
    prop(map, "--h", height);
    tiles.forEach((tile, i) => {
      prop(tile, "--px", x[i]);
      prop(tile, "--py", y[i]);
    });
  }

  render(report = this.ctx.session.report) {
    const { words, session } = this.ctx;
    const { halved, mark: m } = report.house;
    const hemicycle = this.#kind === "hemicycle";
    show(this.#mark, hemicycle && halved);
    text(this.#mark, words.say("bars.mark", { m }));
    if (hemicycle) {
      const seats = session.core.use((calculator) => calculator.hemicycle());
      this.#place(seats);
      prop(this.picture.map, "--r", seats.radius);
    }
    this.colours.render();
    this.fields.render(report);
    this.#paint(report);
  }

  /** @param {Report} report */
  #paint(report) {
    const paint = this.colours.paint(report);
    const ground = this.#ground;
    this.picture.tiles.forEach((tile, i) => {
      const { hex, mix = 100, sign } = paint(i);
      const ink = sign && mix >= FULL ? (isDark(hex) ? "light" : "dark") : null;
      attr(tile, "data-sign", sign);
      attr(tile, "data-ink", ink);
      for (const seat of ground ? [tile, ground.paths[i]] : [tile]) {
        colour(seat, hex);
        prop(seat, "--mix", `${mix}%`);
      }
      if (ground) attr(ground.paths[i], "class", tile.className.replace("tile", "outline"));
    });
    // A dashed outline lies over the neighbours' plain ones.
    const { changed } = report.constituencies;
    ground?.over.before(...ground.paths.filter((_, i) => changed[i]));
  }
}

/** @param {Context} ctx @param {TileMap} picture */
export const picturesView = (ctx, picture) => new ChartSwitcher(ctx, picture);
