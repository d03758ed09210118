/** Seats by swing, 10 points either way: drawn as the core says, and as a table. */

import { attr, colour, list, make, prop, show, text } from "../components/dom.js";
import { totals } from "../result/sentences.js";

/** Hundredths of a point between the ends that are numbered. */
const TICKS = [-500, 0, 500];

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, any>} [attributes] */
function drawn(tag, attributes = {}) {
  const node = Document.prototype.createElementNS.call(document, SVG, tag);
  for (const [name, value] of Object.entries(attributes)) attr(node, name, value);
  return /** @type {any} */ (node);
}

/** @param {any} ctx */
export function curveView(ctx) {
  const { words, names, session } = ctx;
  /** @type {import("../pkg/seat_calculator.js").Curve | null} */
  let curve = null;
  const scale = drawn("g", { class: "curve-scale" });
  const mark = drawn("path", { class: "curve-mark" });
  const lines = drawn("g");
  const zero = drawn("line", { class: "curve-zero", x1: 0, x2: 0, y1: 0 });
  const here = drawn("line", { class: "curve-here", y1: 0 });
  const picture = drawn("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
  picture.append(scale, zero, mark, lines, here);
  const numbers = make("div", { class: "curve-numbers", "aria-hidden": "true" });
  const win = make("div", { class: "curve-win", "aria-hidden": "true" });
  const labels = make("div", { class: "curve-labels", "aria-hidden": "true" });
  const at = make("span", { class: "curve-at" });
  const [left, middle, right] = [make("span"), at, make("span")];
  const inner = TICKS.map((step) => {
    const tick = make("span", { class: "curve-tick" }, words.number(Math.abs(step) / 100));
    prop(tick, "--x", step);
    return tick;
  });
  const foot = make(
    "p",
    { class: "curve-foot", "aria-hidden": "true" },
    left,
    middle,
    ...inner,
    right,
  );
  const now = make("p", { class: "curve-now", "aria-hidden": "true" });
  const head = make("tr");
  const body = make("tbody");
  const caption = make("caption", { class: "quiet" });
  const table = make("table", { class: "curve-table" }, caption, make("thead", {}, head), body);
  const asTable = make(
    "details",
    {},
    make("summary", {}, words.say("curve.table")),
    make(
      "div",
      { class: "scroll", role: "region", tabindex: "0", "aria-label": words.say("curve.table") },
      table,
    ),
  );
  const said = make("p", { class: "quiet" });
  const figure = make(
    "div",
    { class: "curve" },
    make("div", { class: "curve-frame" }, numbers, picture, win, labels),
    foot,
    now,
  );
  const node = make(
    "details",
    { class: "curve-fold", ontoggle: () => patch() },
    make("summary", {}, words.say("curve")),
    figure,
    said,
    asTable,
  );
  /** @type {any} */
  let state = null;
  /** What of a report says its totals. @type {any} */
  let result = null;
  const name = (id) => (id === "IND" ? words.say("curve.independents") : names.label(id));

  /** @param {import("../pkg/seat_calculator.js").Curve | null} found @param {any} swing what the tool says */
  function draw(found, swing) {
    curve = found;
    render(swing, Boolean(found), session.report);
    patch();
  }

  /** Where a swing stands, and with what result; the lines stay. @param {any} swing @param {boolean} able @param {any} found */
  function render(swing, able, found) {
    state = swing;
    result = found;
    show(node, able && curve !== null);
    if (node.open) stand();
  }

  function stand() {
    const { points } = state;
    attr(here, "x1", points);
    attr(here, "x2", points);
    prop(foot, "--x", points);
    text(at, words.hundredths(points));
    text(now, `${words.hundredths(points)}: ${totals(result, ctx)}`);
  }

  function patch() {
    if (!curve || !node.open) return;
    stand();
    const { reach, top } = curve;
    const [from, to] = [names.label(state.from), names.label(state.to)];
    attr(picture, "viewBox", curve.frame);
    for (const line of [zero, here]) attr(line, "y2", top);
    attr(mark, "d", curve.mark);
    for (const part of [numbers, win, labels, foot]) {
      prop(part, "--top", top);
      prop(part, "--reach", reach);
    }
    list(
      scale,
      curve.scale,
      ({ seats }) => String(seats),
      () => drawn("line", { x1: `-${reach}`, x2: reach }),
      (line, { y }) => {
        attr(line, "y1", y);
        attr(line, "y2", y);
      },
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
      () => drawn("path"),
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
        text(label, name(row.id));
      },
    );
    prop(win, "--y", curve.majority.y);
    text(win, words.say("bars.mark", { m: curve.majority.seats }));
    text(left, words.say("curve.left", { to: from }));
    text(right, words.say("curve.right", { to }));
    text(caption, words.say("curve.caption", { from, to }));
    text(said, words.say("curve.caption", { from, to }));
    list(
      head,
      ["", ...curve.lines.map(({ row }) => row.id)],
      (id) => id,
      (id) => make("th", { scope: "col", class: id ? "number" : "" }),
      (cell, id) => {
        text(cell, id ? name(id) : words.say("curve.points", { to }));
      },
    );
    const rows = curve.steps.map((step, i) => ({
      step,
      seats: curve.lines.map(({ row, seats }) => [row.id, seats[i]]),
    }));
    list(
      body,
      rows,
      ({ step }) => String(step),
      ({ step }) => make("tr", {}, make("th", { scope: "row" }, words.signed(step / 100))),
      (row, { seats }) => {
        list(
          row,
          seats,
          ([id]) => id,
          () => make("td", { class: "number" }),
          (cell, [, n]) => text(cell, words.number(n)),
          row.firstChild,
        );
      },
    );
  }

  return { node, draw, render };
}
