/**
 * The half circle: the seats' own buttons where the core says, each party named beside its seats,
 * each alliance with its total at its foot and an outline around its seats.
 */

import { afterPaint } from "../components/after-paint.js";
import { attr, colour, draw, list, make, prop, show, swatch, text } from "../components/dom.js";

/** @import { Context, Hemicycle, Report } from "../types.d.ts" */
/** @import { TileMap } from "./tile-map.js" */

/** Widths of the strokes that make an outline, as parts of a seat's radius. */
const OUTLINE = [3.7, 3.35];
/** Seats with a larger part of the picture's width than this one have none. */
const LARGEST = 24;

export class HalfCircle {
  #mark = make("p", { class: "half", "aria-hidden": "true" });
  #labels = make("ol", { class: "around-arc", role: "list", "aria-hidden": "true" });
  #feet = make("p", { class: "feet", "aria-hidden": "true" });
  #blocks = draw("svg", { class: "blocks", "aria-hidden": "true" });
  #later = afterPaint();
  /** Whether the seats have their places. */
  #placed = false;

  /** @param {Context} ctx @param {TileMap} picture */
  constructor(ctx, picture) {
    this.ctx = ctx;
    this.picture = picture;
    const { frame, map } = picture;
    frame.prepend(this.#mark);
    frame.append(this.#feet);
    map.prepend(this.#blocks);
    map.append(this.#labels);
  }

  /** @param {Report} report */
  render(report) {
    const { session, words } = this.ctx;
    const house = session.core.use((calculator) => calculator.hemicycle());
    if (!house) return;
    show(this.#mark, house.deciding !== null);
    text(this.#mark, words.say("bars.mark", { m: report.house.mark }));
    this.#total(house, report);
    const arrange = () => {
      // Another picture may have been chosen meanwhile.
      if (this.picture.kind !== "hemicycle") return;
      this.#place(house);
      this.#name(house, report);
      this.#outline(house, report);
    };
    if (this.#placed) return this.#later(arrange);
    this.#placed = true;
    arrange();
  }

  /** @param {Hemicycle} house */
  #place({ width, height, radius, x, y, deciding }) {
    const { map, tiles } = this.picture;
    prop(map, "--w", width);
    prop(map, "--h", height);
    prop(map, "--r", radius);
    attr(this.#blocks, "viewBox", `0 0 ${width} ${height}`);
    tiles.forEach((tile, i) => {
      prop(tile, "--px", x[i]);
      prop(tile, "--py", y[i]);
      attr(tile, "data-deciding", i === deciding);
    });
  }

  /** @param {Hemicycle} house @param {Report} report */
  #name({ labels }, { parties }) {
    const { names, words } = this.ctx;
    const said = labels.map((one) => ({ ...one, id: parties[one.party].id }));
    list(
      this.#labels,
      said,
      ({ id, left }) => `${id} ${left}`,
      ({ id }) => {
        const [name, n] = [make("span"), make("b")];
        const said = make("span", { class: "arc-name" }, name, " ", n);
        return { node: make("li", {}, swatch(names.colour(id)), said), name, n };
      },
      ({ node, name, n }, { id, seats, x, y, left }) => {
        attr(node, "class", left ? "left" : null);
        prop(node, "--px", x);
        prop(node, "--py", y);
        text(name, names.label(id));
        text(n, words.number(seats));
      },
    );
  }

  /** @param {Hemicycle} house @param {Report} report */
  #total({ feet }, { alliances }) {
    const { names, words } = this.ctx;
    list(
      this.#feet,
      feet.filter(({ row }) => alliances[row].seats),
      ({ row }) => alliances[row].id,
      () => {
        const [name, seats] = [make("span"), make("b")];
        return { node: make("span", {}, name, " ", seats), name, seats };
      },
      ({ node, name, seats }, { row, left }) => {
        attr(node, "class", left ? null : "right");
        text(name, names.row(alliances[row]));
        text(seats, words.number(alliances[row].seats));
      },
    );
  }

  /**
   * An outline around the seats of each alliance: their places drawn broad in its colour, and once
   * more a little less broad in that of the paper.
   * @param {Hemicycle} house @param {Report} report
   */
  #outline({ feet, width, x, y, radius }, { alliances, constituencies: { alliance } }) {
    const { names } = this.ctx;
    // Around a few large seats an outline would be broader than the seats stand apart.
    const outlined = radius * LARGEST < width ? feet : [];
    const strokes = outlined.flatMap(({ row }) => {
      const { id } = alliances[row];
      const seats = [...alliance.keys()].filter((i) => alliance[i] === row);
      const d = seats.map((i) => `M${x[i]} ${y[i]}h0`).join("");
      return OUTLINE.map((part, inner) => ({ id, d, width: part * radius, inner }));
    });
    list(
      this.#blocks,
      strokes,
      ({ id, inner }) => `${id} ${inner}`,
      ({ id, inner }) => {
        const path = draw("path", { class: inner ? "inner" : null });
        colour(path, names.colour(id));
        return path;
      },
      (path, { d, width }) => {
        attr(path, "d", d);
        attr(path, "stroke-width", width);
      },
    );
  }
}
