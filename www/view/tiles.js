/** The tile map: a button for every constituency, and the card of the one that was chosen. */

import { attr, colour, make, prop, show, text } from "./dom.js";
import { later } from "./later.js";
import { NOBODY, seatLine, seatState } from "./seat-line.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {any} ctx */
export function tilesView(ctx) {
  const { words, names, dataset, session } = ctx;
  const places = dataset.tiles?.places ?? [];
  const hint = make("p", { class: "hint quiet-text", "aria-hidden": "true" });
  const title = make("h3");
  const card = make("div", { class: "seat-card", id: "seat-card" }, title);
  let chosen = -1;
  let pointed = -1;
  let detail = null;

  const tiles = dataset.constituencies.map(({ id }, index) => {
    const tile = make("button", {
      type: "button", class: "tile", "data-seat": id, tabindex: index ? "-1" : null, "aria-controls": "seat-card", "aria-expanded": "false",
      onclick: () => choose(index), onfocus: () => rove(index),
    });
    prop(tile, "--x", places[2 * index]);
    prop(tile, "--y", places[2 * index + 1]);
    return tile;
  });
  const map = make("div", { class: "tiles", role: "group", "aria-label": words.say("tiles.label"), onkeydown: move }, ...tiles);
  prop(map, "--across", dataset.tiles?.columns);
  const node = make("section", { class: "house" }, make("h2", {}, words.say("tiles")), hint, map, card);
  node.hidden = !places.length;
  card.hidden = true;

  /** One stop for the Tab key: the tile last visited. */
  function rove(index) {
    tiles.forEach((tile, i) => attr(tile, "tabindex", i === index ? null : "-1"));
  }

  /** The arrow keys lead to the next tile of the row, or to the nearest of the next row. */
  function move(event) {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const [from, [right, down]] = [tiles.indexOf(event.target), way];
    const far = (i) => {
      const [x, y] = [places[2 * i] - places[2 * from], places[2 * i + 1] - places[2 * from + 1]];
      const along = x * right + y * down;
      return along > 0 && (down || !y) ? along * 64 + Math.abs(x * down) : Infinity;
    };
    const to = tiles.reduce((best, _, i) => (far(i) < far(best) ? i : best), from);
    tiles[to].focus();
  }

  function choose(index) {
    chosen = index === chosen ? -1 : index;
    tiles.forEach((tile, i) => attr(tile, "aria-expanded", String(i === chosen)));
    show(card, chosen >= 0);
    detail?.node.remove();
    if (chosen < 0) return;
    detail = later(ctx, "./seat.js", "seatView", { args: [dataset.constituencies[chosen].id] });
    card.append(detail.node);
    detail.open();
    open(session.report);
  }

  /** @param {Report} report */
  function open(report) {
    if (chosen < 0) return;
    title.replaceChildren(names.seat(dataset.constituencies[chosen].id), " ", make("small", {}, seatLine(ctx, report, chosen)));
    detail.render(report);
  }

  function say(report) {
    text(hint, pointed < 0 ? words.say("tiles.hint") : said(report, pointed));
  }

  const said = (report, index) => `${names.seat(dataset.constituencies[index].id)}: ${seatLine(ctx, report, index)}`;

  /** @param {Report} report */
  function render(report) {
    const c = report.constituencies;
    tiles.forEach((tile, i) => {
      colour(tile, c.party[i] === NOBODY ? undefined : names.colour(report.parties[c.party[i]].id));
      attr(tile, "aria-label", said(report, i));
      attr(tile, "class", `tile ${seatState(report, i)}${c.changed[i] ? " changed" : ""}`);
    });
    open(report);
    say(report);
  }

  /** Lights a seat wherever it is shown: every node of it carries its id. @param {Event} event of the page */
  function point({ target, currentTarget }) {
    const id = target.closest("[data-seat]")?.dataset.seat;
    const index = dataset.constituencies.findIndex((seat) => seat.id === id);
    if (index === pointed) return;
    pointed = index;
    for (const lit of currentTarget.querySelectorAll("[data-lit]")) attr(lit, "data-lit", null);
    if (id) for (const seat of currentTarget.querySelectorAll(`[data-seat="${CSS.escape(id)}"]`)) attr(seat, "data-lit", true);
    say(session.report);
  }

  return { node, render, point };
}
