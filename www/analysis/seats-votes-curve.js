/**
 * Seats-votes curve: seats by swing, 10 points either way, drawn as the core says, and as a table.
 */

import { attr, colour, differs, draw, list, make, prop, show, text } from "../components/dom.js";
import { dataTable, scrolling } from "../components/table.js";
import { TWO_COLUMNS } from "../components/widths.js";
import { totals } from "../result/sentences.js";

/** @import { Context, Curve, Glance } from "../types.d.ts" */
/** @import { Swing } from "../votes/edit-control.js" */

/** Hundredths of a point between the ends that are numbered. */
const TICKS = [-500, 0, 500];

export class CurveView {
  /** @type {Curve | null} */
  #curve = null;
  /** What the tool says. @type {Swing | null} */
  #swing = null;
  /** What says the totals at that swing. @type {Glance} */
  #result;
  #picture = curvePicture();
  #now = make("p", { class: "curve-now", "aria-hidden": "true" });
  #said = make("p", { class: "quiet" });

  /** @param {Context} ctx */
  constructor(ctx) {
    const { words } = ctx;
    this.ctx = ctx;
    this.#result = ctx.session.report;
    this.foot = curveFoot(ctx);
    this.table = scrolling(words.say("curve.table"), "");
    const summary = make("summary", {}, words.say("curve.table"));
    const frame = this.#picture.node;
    this.node = make(
      "details",
      { class: "curve-fold", open: isDesk(ctx), ontoggle: () => this.#patch() },
      make("summary", {}, words.say("curve")),
      make("div", { class: "curve" }, frame, this.foot.node, this.#now),
      this.#said,
      make("details", {}, summary, this.table),
    );
  }

  /** @param {Curve | null} curve @param {Swing} swing */
  draw(curve, swing) {
    this.#curve = curve;
    this.render(swing, Boolean(curve), this.ctx.session.report);
    this.#patch();
  }

  /**
   * Where a swing stands, and with what result; the lines stay.
   * @param {Swing} swing @param {boolean} able @param {Glance} found
   */
  render(swing, able, found) {
    this.#swing = swing;
    this.#result = found;
    show(this.node, able);
    if (this.node.open) this.#stand(swing);
  }

  /** @param {Swing} swing */
  #stand({ points }) {
    const p = this.ctx.words.hundredths(points);
    this.#picture.stand(points);
    prop(this.foot.node, "--x", points);
    text(this.foot.at, p);
    text(this.#now, `${p}: ${totals(this.#result, this.ctx)}`);
  }

  #patch() {
    if (!this.#curve || !this.#swing || !this.node.open) return;
    const { words, names } = this.ctx;
    const curve = this.#curve;
    const [from, to] = [names.label(this.#swing.from), names.label(this.#swing.to)];
    const caption = words.say("curve.caption", { from, to });
    this.#stand(this.#swing);
    this.#picture.render(curve, this.ctx);
    prop(this.foot.node, "--reach", curve.reach);
    text(this.foot.left, words.say("curve.left", { to: from }));
    text(this.foot.right, words.say("curve.right", { to }));
    text(this.#said, caption);
    if (!differs(this.table, curve, caption)) return;
    this.table.replaceChildren(curveTable(curve, caption, to, this.ctx));
  }
}

/** Whether the page has two columns: there the curve is open. @param {Context} ctx */
const isDesk = ({ mode, page }) => mode === "full" && page.clientWidth >= TWO_COLUMNS;

/** Short, as it stands beside a line. @param {string} id @param {Context} ctx */
const lineLabel = (id, { words, names }) =>
  id === "IND" ? words.say("curve.independents") : names.label(id);

/**
 * The line under the picture: its ends, its middle, and where the swing stands.
 * @param {Context} ctx
 */
function curveFoot({ words }) {
  const at = make("span", { class: "curve-at" });
  const [left, right] = [make("span"), make("span")];
  const ticks = TICKS.map((step) => {
    const tick = make("span", { class: "curve-tick" }, words.number(Math.abs(step) / 100));
    prop(tick, "--x", step);
    return tick;
  });
  const parts = [left, at, ...ticks, right];
  const node = make("p", { class: "curve-foot", "aria-hidden": "true" }, ...parts);
  return { node, at, left, right };
}

function curvePicture() {
  const scale = draw("g", { class: "curve-scale" });
  const mark = draw("path", { class: "curve-mark" });
  const lines = draw("g");
  const zero = draw("line", { class: "curve-zero", x1: 0, x2: 0, y1: 0 });
  const here = draw("line", { class: "curve-here", y1: 0 });
  const hidden = { "aria-hidden": "true" };
  const parts = [scale, zero, mark, lines, here];
  const svg = draw("svg", { preserveAspectRatio: "none", ...hidden }, ...parts);
  const numbers = make("div", { class: "curve-numbers", ...hidden });
  const win = make("div", { class: "curve-win", ...hidden });
  const labels = make("div", { class: "curve-labels", ...hidden });
  const node = make("div", { class: "curve-frame" }, numbers, svg, win, labels);

  /** @param {number} points */
  function stand(points) {
    attr(here, "x1", points);
    attr(here, "x2", points);
  }

  /** @param {Curve} curve @param {Context} ctx */
  const render = (curve, ctx) =>
    renderCurve({ node, svg, scale, mark, lines, zero, here, numbers, win, labels }, curve, ctx);

  return { node, render, stand };
}

/** @typedef {{ [part in "node" | "numbers" | "win" | "labels"]: HTMLElement }} CurveBoxes */
/** @typedef {{ [part in "svg" | "scale" | "mark" | "lines" | "zero" | "here"]: SVGElement }} CurveDrawing */

/** @param {CurveBoxes & CurveDrawing} parts @param {Curve} curve @param {Context} ctx */
function renderCurve(parts, { reach, top, frame, ...curve }, ctx) {
  const { node, svg, scale, mark, lines, zero, here, numbers, win, labels } = parts;
  const { words, names } = ctx;
  attr(svg, "viewBox", frame);
  for (const line of [zero, here]) attr(line, "y2", top);
  attr(mark, "d", curve.mark);
  prop(node, "--top", top);
  list(
    scale,
    curve.scale,
    ({ seats }) => `${reach} ${seats}`,
    ({ y }) => draw("line", { x1: -reach, x2: reach, y1: y, y2: y }),
  );
  list(
    numbers,
    curve.scale,
    ({ seats }) => String(seats),
    () => make("span"),
    (label, { seats, y }) => {
      prop(label, "--y", y);
      text(label, words.number(seats));
    },
  );
  list(
    lines,
    curve.lines,
    ({ row }) => row.id,
    () => draw("path"),
    (line, { row, path }) => {
      attr(line, "d", path);
      colour(line, names.colour(row.id));
    },
  );
  list(
    labels,
    curve.lines,
    ({ row }) => row.id,
    () => make("span"),
    (label, { row, label: y }) => {
      prop(label, "--y", y);
      colour(label, names.colour(row.id));
      text(label, lineLabel(row.id, ctx));
    },
  );
  prop(win, "--y", curve.majority.y);
  text(win, words.say("bars.mark", { m: curve.majority.seats }));
}

/**
 * Seats of each line at whole points.
 * @param {Curve} curve @param {string} caption @param {string} to @param {Context} ctx
 */
function curveTable({ steps, lines }, caption, to, ctx) {
  const { words } = ctx;
  const table = dataTable({
    caption,
    kind: "curve-table",
    key: String,
    columns: [
      {
        label: words.say("curve.points", { to }),
        text: (/** @type {number} */ i) => words.signed(steps[i] / 100),
      },
      ...lines.map(({ row, seats }) => ({
        label: lineLabel(row.id, ctx),
        text: (/** @type {number} */ i) => words.number(seats[i]),
      })),
    ],
  });
  table.render([...steps.keys()]);
  return table.node;
}
