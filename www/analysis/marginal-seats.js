/**
 * Marginal seats: what it takes for a side to win each constituency, or to lose it, in bands by
 * margin.
 */

import { make, show, text } from "../components/dom.js";
import { radios, sideSelect } from "../components/fields.js";
import { dataTable, seatHeading } from "../components/table.js";
import { analysisPanel } from "./panel.js";

/** @import { Close, CloseSeat, Context } from "../types.d.ts" */

const BANDS = ["underOne", "oneToFive", "fiveToTen", "overTen"];

/** @param {Context} ctx @param {import("../votes/sides.js").Sides} sides */
export function closeView(ctx, sides) {
  const { words, names } = ctx;
  let side = sides.first[1] ?? sides.first[0];
  /** Seats the side could win, or those it could lose. @type {"gains" | "losses"} */
  let which = "gains";
  /** @type {Close | null} */
  let found = null;
  const pick = sideSelect(words.say("taken.side"), sides.all, side, names, (id) => {
    side = id;
    panel.render();
  });
  const kinds = /** @type {const} */ (["gains", "losses"]);
  const whichPick = radios(
    words.say("close.which"),
    "close-which",
    kinds.map((kind) => [kind, words.say(`close.${kind}`)]),
    which,
    (value) => {
      which = value === "losses" ? value : "gains";
      draw();
    },
  );
  const bands = BANDS.map((band, i) => {
    const title = make("summary");
    const table = bandTable(words.say(`close.${band}`), ctx);
    return { band, title, table, node: make("details", { open: i === 0 }, title, table.node) };
  });
  const leftOut = make("p", { class: "quiet-text" });

  function draw() {
    for (const { band, title, table, node } of bands) {
      const seats = found?.[which].filter((seat) => seat.band === band) ?? [];
      show(node, seats.length > 0);
      const values = { band: words.say(`close.${band}`), n: seats.length };
      text(title, words.say("close.band", values));
      table.render(seats);
    }
    const left = found?.leftOut.map((id) => names.seat(id)) ?? [];
    show(leftOut, left.length > 0);
    text(leftOut, words.say("close.leftOut", { n: left.length, seats: left.join(", ") }));
  }

  const panel = analysisPanel(ctx, "close", {
    controls: [make("div", { class: "between" }, pick.node, whichPick)],
    body: [...bands.map((band) => band.node), leftOut],
    note: words.say("close.note"),
    question: () => ({ side }),
    draw(answer) {
      found = answer;
      draw();
    },
  });
  return panel;
}

/** @param {string} caption @param {Context} ctx */
function bandTable(caption, { words, names }) {
  /** @param {CloseSeat} seat */
  const passes = ({ holder, to, place }) =>
    words.say(place > 2 ? "close.third" : "close.second", {
      from: names.label(holder.party),
      to: names.label(to.party),
      n: place,
    });
  return dataTable({
    caption,
    kind: "close-table",
    key: (/** @type {CloseSeat} */ seat) => seat.constituency,
    columns: [
      { label: words.say("table.seat"), build: seatHeading(names, passes) },
      {
        label: words.say("table.margin"),
        text: (seat) => words.say("seat.margin", { share: words.hundredths(seat.marginShare) }),
      },
      { label: words.say("close.switch"), text: (seat) => words.number(seat.switch) },
      { label: words.say("close.extra"), text: (seat) => words.number(seat.extra) },
    ],
  });
}
