/** Seats of each side and their chances as bars, drawn as the core says. */

import { attr, colour, draw, list, make, prop, text } from "../components/dom.js";
import { rowSentence } from "./chance-sentences.js";

/** @import { ChancePicture, Likely } from "../pkg/seat_calculator.js" */
/** @import { Context } from "../types.d.ts" */

/** @param {Context} ctx */
export function histograms(ctx) {
  const { words, names } = ctx;
  const rows = make("div", { class: "odds-rows" });
  const scale = make("p", { class: "odds-scale" });
  const mark = make("p", { class: "odds-mark" });
  // The table below says the same to readers who hear the page.
  const node = make("div", { class: "odds", "aria-hidden": "true" }, mark, rows, scale);

  function strip() {
    const label = make("p", { class: "odds-label" });
    const [below, wins] = [draw("path", { class: "odds-below" }), draw("path")];
    const middle = draw("line", { class: "odds-middle" });
    const svg = draw("svg", { preserveAspectRatio: "none" }, below, wins, middle);
    return {
      node: make("div", { class: "odds-row" }, label, svg),
      label,
      svg,
      below,
      wins,
      middle,
    };
  }

  /** @param {Likely} likely */
  function render(likely) {
    const { picture } = likely;
    const { width, height } = picture;
    prop(node, "--halves", 2 * width);
    prop(node, "--mark", picture.mark.x);
    text(mark, words.say("bars.mark", { m: picture.mark.seats }));
    attr(mark, "data-end", picture.mark.x > width);
    list(
      rows,
      picture.rows,
      ({ row }) => row.id,
      strip,
      (one, drawn) => {
        const row = likely.rows.find((of) => of.row.id === drawn.row.id);
        text(one.label, row ? rowSentence(row, ctx) : "");
        colour(one.svg, names.colour(drawn.row.id));
        attr(one.svg, "viewBox", `0 0 ${width} ${height}`);
        attr(one.below, "d", drawn.below);
        attr(one.wins, "d", drawn.wins);
        for (const [name, value] of Object.entries(middleLine(drawn, height)))
          attr(one.middle, name, value);
      },
    );
    list(
      scale,
      picture.scale,
      ({ seats }) => String(seats),
      () => make("span"),
      (number, { seats, x }) => {
        prop(number, "--x", x);
        text(number, words.number(seats));
      },
    );
  }

  return { node, render };
}

/**
 * The line under the middle 80 %.
 * @param {ChancePicture["rows"][number]} row @param {number} y
 */
const middleLine = ({ low, high }, y) => ({ x1: low, x2: high, y1: y, y2: y });
