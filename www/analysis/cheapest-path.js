/** Cheapest path: the fewest votes that give a side a majority, or end the one it has. */

import { button, make, show } from "../components/dom.js";
import { sideSelect } from "../components/fields.js";
import { dataTable, seatHeading } from "../components/table.js";
import { analysisPanel } from "./panel.js";

/** @import { CheapestPath, Context } from "../types.d.ts" */
/** @typedef {CheapestPath["seatsChanged"][number]} Switch */

/** @param {Context} ctx @param {import("../votes/sides.js").Sides} sides */
export function takenView(ctx, sides) {
  const { words, names } = ctx;
  let [side] = sides.first;
  /** @type {CheapestPath | null} */
  let path = null;
  const pick = sideSelect(words.say("taken.side"), sides.all, side, names, (id) => {
    side = id;
    panel.render();
  });
  const load = button(words.say("taken.load"), () => {
    if (!path) return;
    const { edits } = path;
    ctx.address.fresh = true;
    ctx.edit((now) => [...now, ...edits], null);
  });
  const action = make("p", {}, load);
  const table = dataTable({
    caption: words.say("taken"),
    key: (/** @type {Switch} */ seat) => seat.constituency,
    columns: [
      {
        label: words.say("table.seat"),
        build: seatHeading(
          names,
          ({ from, to }) => `${names.label(from.party)} → ${names.label(to.party)}`,
        ),
      },
      { label: words.say("taken.switch"), text: (seat) => words.number(seat.switch) },
    ],
  });

  /** @param {CheapestPath} answer */
  function sentence({ goal, side: id, seats, mark: m, reached, seatsChanged, votes, shareValid }) {
    const key = !reached ? "taken.never" : goal === "end" ? "taken.end" : "taken.majority";
    const p = words.share(shareValid);
    return words.say(key, { A: names.label(id), n: seatsChanged.length, has: seats, m, votes, p });
  }

  const panel = analysisPanel(ctx, "path", {
    controls: [pick.node],
    body: [action, table.node],
    note: words.say("taken.note"),
    sentence,
    question({ verdict }) {
      const has = verdict.kind === "majority" && verdict.leaders.includes(side);
      return { side, goal: has ? /** @type {const} */ ("end") : "majority" };
    },
    draw(answer) {
      path = answer;
      const seats = path?.seatsChanged ?? [];
      show(action, seats.length > 0 && Boolean(path?.reached));
      show(table.node, seats.length > 0);
      table.render(seats);
    },
  });
  return panel;
}
