/**
 * The other pictures of the house: the same buttons, placed where the core says, and their colours.
 */

import { attr, colour, draw, make, prop } from "../components/dom.js";
import { zoomable } from "../components/pan-zoom.js";
import { sheet, text as file } from "../core/assets.js";
import { cityName } from "./cities.js";
import { colourFields } from "./colour-fields.js";
import { colourModesOf } from "./colour-modes.js";

/** @import { Context, MapCity, Report } from "../types.d.ts" */
/** @import { TileMap } from "./tile-map.js" */
/** @typedef {"tiles" | "hemicycle" | "map"} Kind */

export class ChartSwitcher {
  /**
   * The map, once it was asked for.
   * @type {Awaited<ReturnType<ChartSwitcher["loadOutlines"]>> | null}
   */
  #ground = null;

  /** @param {Context} ctx @param {TileMap} picture */
  constructor(ctx, picture) {
    this.ctx = ctx;
    this.picture = picture;
    this.colours = colourModesOf(ctx);
    this.fields = colourFields(this.colours, ctx);
    this.colours.follow(() => this.render());
    const { map, frame } = picture;
    this.zoom = zoomable(frame, map, (name) => ctx.words.say(`map.${name}`));
    const { node: styles, ready } = sheet("pictures.css");
    this.styled = ready;
    const { nodes, legend } = this.fields;
    this.node = make("div", { class: "shade" }, styles, ...nodes, legend);
  }

  /** Loads what a picture needs. @param {Kind} kind */
  async prepare(kind) {
    if (kind === "map") this.#ground ??= await this.loadOutlines();
    await this.styled;
  }

  /** @param {Kind} kind */
  choose(kind) {
    this.zoom.on(kind === "map");
    if (kind === "map" && this.#ground) this.#place(this.#ground);
    this.render();
  }

  /** The outlines of the constituencies, drawn behind their buttons. */
  async loadOutlines() {
    const { session, dataset } = this.ctx;
    const { map, tiles } = this.picture;
    const data = await file(`data/${dataset.map}`);
    const found = session.core.use((calculator) => calculator.outlines(data));
    const { shapes, cities, width, height } = found;
    const paths = shapes.map(({ id, path }, i) =>
      // The buttons over the outlines are for the keyboard and for thumbs; a mouse may point
      // anywhere in a seat.
      draw("path", { d: path, "data-seat": id, onclick: () => tiles[i].click() }),
    );
    // What is pointed at is drawn once more over its neighbours.
    const over = draw("path", { class: "over" });
    const box = { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
    map.prepend(draw("svg", { class: "ground", ...box }, ...paths, over));
    map.append(this.#named(cities));
    this.picture.light = (index) => attr(over, "d", shapes[index]?.path ?? "");
    const [x, y] = [shapes.map((shape) => shape.x), shapes.map((shape) => shape.y)];
    return { width, height, x, y, paths, over };
  }

  /** The names of the cities, over the map. @param {MapCity[]} cities */
  #named(cities) {
    const named = cities.map((city) => {
      const said = make("span", {}, cityName(this.ctx, city));
      const node = make("li", { class: city.left ? "left" : null }, said);
      prop(node, "--px", city.x);
      prop(node, "--py", city.y);
      return node;
    });
    return make("ul", { class: "cities", role: "list", "aria-hidden": "true" }, ...named);
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
      attr(tile, "data-sign", sign);
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
