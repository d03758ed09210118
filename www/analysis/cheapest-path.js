/** What it would have taken: the fewest votes that give a side a majority, or end the one it has. */

import { asking } from "../components/analysis-request.js";
import { list, make, show, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { offer } from "../components/side-select.js";

/** @param {any} ctx @param {any} sides as of `votesView` */
export function takenView(ctx, sides) {
  const { words, names, session } = ctx;
  let [side] = sides.first;
  /** @type {import("../pkg/seat_calculator.js").CheapestPath | null} */
  let path = null;
  const control = select(words.say("taken.side"), [], (id) => {
    side = id;
    render(session.report);
  });
  const answer = make("p", { class: "said", role: "status" });
  const take = make(
    "button",
    {
      type: "button",
      onclick: () => {
        const { edits } = /** @type {any} */ (path);
        ctx.address.fresh = true;
        ctx.edit((now) => [...now, ...edits], null);
      },
    },
    words.say("taken.load"),
  );
  const body = make("tbody");
  const head = (key, number = true) =>
    make("th", { scope: "col", class: number ? "number" : "" }, words.say(key));
  const table = make(
    "table",
    {},
    make("caption", { class: "quiet" }, words.say("taken")),
    make("thead", {}, make("tr", {}, head("table.seat", false), head("taken.switch"))),
    body,
  );
  const node = make(
    "div",
    { class: "behind" },
    control.node,
    answer,
    make("p", {}, take),
    table,
    make("p", { class: "quiet-text" }, words.say("taken.note")),
  );

  const ask = asking(ctx, (found) => {
    path = found;
    draw();
  });

  function draw() {
    const seats = path?.seatsChanged ?? [];
    text(answer, path ? sentence(path) : words.say("asked.failed"));
    show(take.parentNode, seats.length > 0 && path.reached);
    show(table, seats.length > 0);
    list(
      body,
      seats,
      (seat) => seat.constituency,
      (seat) => {
        const [cells, number] = [make("th", { scope: "row" }), make("td", { class: "number" })];
        const line = make("span", { class: "seat-line" });
        cells.append(make("b", {}, names.seat(seat.constituency)), line);
        const row = make("tr", {}, cells, number);
        row.parts = { line, number };
        return row;
      },
      ({ parts }, { from, to, switch: n }) => {
        text(parts.line, `${names.label(from.party)} → ${names.label(to.party)}`);
        text(parts.number, words.number(n));
      },
    );
  }

  function sentence({ goal, side: id, seats, mark: m, reached, seatsChanged, votes, shareValid }) {
    const values = {
      A: names.label(id),
      n: seatsChanged.length,
      has: seats,
      m,
      votes,
      p: words.share(shareValid),
    };
    if (!reached) return words.say("taken.never", values);
    return words.say(goal === "end" ? "taken.end" : "taken.majority", values);
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render({ verdict }) {
    if (session.moving) return;
    offer(control, sides.all, side, names, () => false);
    const has = verdict.kind === "majority" && verdict.leaders.includes(side);
    ask({ kind: "path", side, goal: has ? "end" : "majority" });
  }

  return { node, render };
}
