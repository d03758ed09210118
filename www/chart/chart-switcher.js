/** The other pictures of the house: the same buttons, placed where the core says, and what their colours stand for. */

import { attr, colour, make, prop, show, text } from "../components/dom.js";
import { shadingOf } from "./colour-modes.js";
import { zoomable } from "../components/pan-zoom.js";
import { sheet, text as file } from "../core/assets.js";

/** From this share of a colour on, the colour and not the paper decides what is legible on it. */
const FULL = 80;
/** Whether white is the more legible on a colour: by its luma, of 255. @param {string} hex */
const dark = (hex) =>
  [299, 587, 114].reduce(
    (sum, part, i) => sum + part * parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16),
    0,
  ) < 128_000;

const SVG = "http://www.w3.org/2000/svg";
/** Of the prototype, as in dom.js. @param {string} tag @returns {any} */
const draw = (tag) => Document.prototype.createElementNS.call(document, SVG, tag);

/** @param {any} ctx @param {any} picture the tile map's view */
export function picturesView(ctx, picture) {
  const { map, tiles } = picture;
  const { words, dataset, session } = ctx;
  const { core } = session;
  let kind = "tiles";
  /** The outlines, once the map was asked for. @type {any} */
  let ground = null;

  const shading = shadingOf(ctx, picture);
  const shade = shading.fields();
  shading.follow(() => render(session.report));
  const mark = make("p", { class: "half", "aria-hidden": "true" });
  const frame = make("div", { class: "frame" });
  map.before(frame);
  frame.append(mark, map);
  const zoom = zoomable(frame, map, (name) => words.say(`map.${name}`));
  const styles = sheet("pictures.css").node;
  const styled = new Promise((done) => {
    styles.onload = styles.onerror = done;
  });
  const node = make("div", { class: "shade" }, styles, ...shade.nodes, shade.legend);

  /** @param {"tiles" | "hemicycle" | "map"} wanted */
  async function choose(wanted) {
    if (wanted === "map") ground ??= await outlines();
    await styled;
    kind = wanted;
    attr(map, "class", kind === "tiles" ? "tiles" : `placed ${kind}`);
    attr(frame, "class", `frame ${kind}`);
    zoom.on(kind === "map");
    if (kind === "map")
      place(
        ground,
        ground.shapes.map((shape) => shape.x),
        ground.shapes.map((shape) => shape.y),
      );
    render(session.report);
  }

  /** The map's file comes with the map. */
  async function outlines() {
    const mapFile = await file(`data/${dataset.map}`);
    const found = core.use((calculator) => calculator.outlines(mapFile));
    const svg = draw("svg");
    attr(svg, "viewBox", `0 0 ${found.width} ${found.height}`);
    attr(svg, "aria-hidden", "true");
    const paths = found.shapes.map(({ id, path }, i) => {
      const drawn = draw("path");
      attr(drawn, "d", path);
      attr(drawn, "data-seat", id);
      // The buttons over the outlines are for the keyboard and for thumbs; a mouse may point anywhere in a seat.
      drawn.addEventListener("click", () => tiles[i].click());
      return drawn;
    });
    // What is pointed at is drawn once more over its neighbours.
    const over = draw("path");
    attr(over, "class", "over");
    svg.append(...paths, over);
    map.prepend(svg);
    picture.lit = (index) => attr(over, "d", index < 0 ? "" : found.shapes[index].path);
    return { ...found, paths, over };
  }

  function place({ width, height }, x, y) {
    prop(map, "--w", width);
    prop(map, "--h", height);
    tiles.forEach((tile, i) => {
      prop(tile, "--px", x[i]);
      prop(tile, "--py", y[i]);
    });
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const { house } = report;
    show(mark, kind === "hemicycle" && house.base.kind === "total");
    text(mark, words.say("bars.mark", { m: house.mark }));
    if (kind === "hemicycle") {
      const seats = core.use((calculator) => calculator.hemicycle());
      place(seats, seats.x, seats.y);
      prop(map, "--r", seats.radius);
    }
    shading.render();
    shade.draw(report);
    const paint = shading.paint(report);
    tiles.forEach((tile, i) => {
      const { hex, mix = 100, sign } = paint(i);
      attr(tile, "data-sign", sign);
      attr(tile, "data-ink", sign && mix >= FULL ? (dark(hex ?? "") ? "light" : "dark") : null);
      for (const seat of [tile, ...(ground ? [ground.paths[i]] : [])]) {
        colour(seat, hex);
        prop(seat, "--mix", `${mix}%`);
      }
      if (ground) attr(ground.paths[i], "class", tile.className.replace("tile", "outline"));
    });
    // A dashed outline lies over the neighbours' plain ones.
    ground?.over.before(...ground.paths.filter((_, i) => report.constituencies.changed[i]));
  }

  return { node, render, choose };
}
