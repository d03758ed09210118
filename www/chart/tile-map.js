/**
 * The tile map: a button for every constituency. What the hand does with them comes when it first touches them, the other
 * pictures and what can be taken away when they are asked for.
 */

import { attr, colour, make, prop, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { fold, later } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";
import { differing, NOBODY, seatLine, seatState } from "../seats/line.js";

/** @param {any} ctx */
export function tilesView(ctx) {
  const { words, names, dataset } = ctx;
  const { columns, places = [] } = dataset.tiles ?? {};
  const hint = make("p", { class: "hint quiet-text", "aria-hidden": "true" });
  let hands = null;

  /** What of {@link import("./seat-selection.js").handsOf} the reader's hand asks for. */
  const hand = async (what, ...how) => {
    try {
      if (!hands) {
        const { handsOf } = await bring("chart/seat-selection.js");
        hands ??= handsOf(ctx, view);
      }
    } catch {
      return;
    }
    hands[what](...how);
  };

  const tiles = dataset.constituencies.map(({ id }, index) => {
    const tile = make("button", {
      type: "button",
      "data-seat": id,
      tabindex: index ? -1 : null,
      "aria-expanded": "false",
      onclick: () => hand("choose", index),
    });
    prop(tile, "--x", places[2 * index]);
    prop(tile, "--y", places[2 * index + 1]);
    return tile;
  });
  const map = make(
    "div",
    {
      class: "tiles",
      role: "group",
      "aria-label": words.say("tiles.label"),
      onkeydown: (event) => {
        if (!event.key.startsWith("Arrow")) return;
        event.preventDefault();
        hand("move", event.target, event.key);
      },
    },
    ...tiles,
  );
  prop(map, "--across", columns);
  const chosen = radios(
    words.say("tiles"),
    "picture",
    ["tiles", "hemicycle", "map"].map((one) => [one, words.say(`picture.${one}`)]),
    "tiles",
    (one) => others.open().then((found) => found?.choose(one)),
  );
  const node = make(
    "section",
    { class: "house" },
    make("h2", {}, words.say("tiles")),
    chosen,
    hint,
    map,
  );
  node.hidden = !columns;
  text(hint, words.say("tiles.hint"));

  const line = (report, index) => seatLine(ctx, report, index);
  // A name in another script cannot be marked as such where it is only said.
  const said = (report, index) =>
    `${words.name(dataset.constituencies[index].name)}: ${seatLine(ctx, report, index, words.language !== "en")}`;

  let shown = null;

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const { party, changed } = report.constituencies;
    differing(shown, report, (i) => {
      const tile = tiles[i];
      colour(tile, party[i] === NOBODY ? "" : names.colour(report.parties[party[i]].id));
      attr(tile, "aria-label", said(report, i));
      attr(tile, "class", `tile ${seatState(report, i)}${changed[i] ? " changed" : ""}`);
    });
    shown = report;
    if (hands) hand("render", report);
    others.render(report);
    away.render(report);
  }

  /** The page's pointer or focus went somewhere. @param {Event} event */
  const point = ({ target, currentTarget }) => hand("point", target, currentTarget);

  const named = (report) => {
    shown = null;
    render(report);
  };

  const view = /** @type {any} */ ({
    node,
    render,
    named,
    point,
    tiles,
    map,
    hint,
    line,
    said,
    state: seatState,
  });
  const others = (view.others = later(ctx, "chart/chart-switcher.js", "picturesView", {
    full: true,
    args: [view],
  }));
  const away = fold(ctx, words.say("away"), "share/downloads.js", "awayView", {
    full: true,
    args: [view],
    class: "away",
  });
  node.append(others.node, away.node);
  return view;
}
