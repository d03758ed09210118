/** Close seats: what it takes for a side to win each constituency, or to lose it, in bands by margin. */

import { asking } from "../components/analysis-request.js";
import { list, make, show, text } from "../components/dom.js";
import { radios, select } from "../components/fields.js";
import { offer } from "../components/side-select.js";

const BANDS = ["underOne", "oneToFive", "fiveToTen", "overTen"];

/** @param {any} ctx @param {any} sides as of `votesView` */
export function closeView(ctx, sides) {
  const { words, names, session } = ctx;
  let side = sides.first[1] ?? sides.first[0];
  /** Seats the side could win, or those it could lose. */
  let which = "gains";
  /** @type {import("../pkg/seat_calculator.js").Close | null} */
  let found = null;
  const control = select(words.say("taken.side"), [], (id) => {
    side = id;
    render();
  });
  const pick = radios(
    words.say("close.which"),
    "close-which",
    [
      ["gains", words.say("close.gains")],
      ["losses", words.say("close.losses")],
    ],
    which,
    (value) => {
      which = value;
      draw();
    },
  );
  const failed = make("p", { class: "said", role: "status" });
  const bands = BANDS.map((band) => {
    const title = make("summary");
    const body = make("tbody");
    const number = (key) => make("th", { scope: "col", class: "number" }, words.say(key));
    const table = make(
      "table",
      { class: "close-table" },
      make("caption", { class: "quiet" }, words.say(`close.${band}`)),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, words.say("table.seat")),
          number("table.margin"),
          number("close.switch"),
          number("close.extra"),
        ),
      ),
      body,
    );
    return { band, title, body, fold: make("details", { open: band === BANDS[0] }, title, table) };
  });
  const out = make("p", { class: "quiet-text" });
  const node = make(
    "div",
    { class: "behind" },
    make("div", { class: "between" }, control.node, pick),
    failed,
    ...bands.map(({ fold }) => fold),
    out,
    make("p", { class: "quiet-text" }, words.say("close.note")),
  );

  const ask = asking(ctx, (value, error) => {
    found = value;
    text(failed, error ? words.say("asked.failed") : "");
    draw();
  });

  function build({ constituency }) {
    const line = make("span", { class: "seat-line" });
    const cells = ["margin", "switch", "extra"].map((name) => [
      name,
      make("td", { class: "number" }),
    ]);
    const row = make(
      "tr",
      {},
      make("th", { scope: "row" }, make("b", {}, names.seat(constituency)), line),
      ...cells.map(([, cell]) => cell),
    );
    row.parts = { line, ...Object.fromEntries(cells) };
    return row;
  }

  function draw() {
    const all = found?.[which] ?? [];
    for (const { band, title, body, fold } of bands) {
      const seats = all.filter((seat) => seat.band === band);
      show(fold, seats.length > 0);
      text(title, words.say("close.band", { band: words.say(`close.${band}`), n: seats.length }));
      list(
        body,
        seats,
        (seat) => seat.constituency,
        build,
        ({ parts }, { holder, to, place, marginShare, switch: switched, extra }) => {
          const values = { from: names.label(holder.party), to: names.label(to.party), n: place };
          text(parts.line, words.say(place > 2 ? "close.third" : "close.second", values));
          text(parts.margin, words.say("seat.margin", { share: words.hundredths(marginShare) }));
          text(parts.switch, words.number(switched));
          text(parts.extra, words.number(extra));
        },
      );
    }
    const left = found?.leftOut ?? [];
    show(out, left.length > 0);
    text(
      out,
      words.say("close.leftOut", {
        n: left.length,
        seats: left.map((id) => names.seat(id)).join(", "),
      }),
    );
  }

  function render() {
    if (session.moving) return;
    offer(control, sides.all, side, names, () => false);
    ask({ kind: "close", side });
  }

  return { node, render };
}
