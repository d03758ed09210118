/** Who can govern: all ways to the mark, the seats that matter for one of them, and what everyone is worth. */

import { make } from "../components/dom.js";
import { keySeatsView } from "./key-seats.js";
import { powerView } from "./power-indices.js";
import { waysView } from "./coalitions.js";
import { sheet } from "../core/assets.js";

/** @param {any} ctx */
export function governmentView(ctx) {
  let over = "parties";
  const keys = keySeatsView(ctx);
  const power = powerView(ctx, () => over);
  const ways = waysView(ctx, (found) => {
    const changed = found.over !== over;
    over = found.over;
    keys.offer(found);
    if (changed) power.render();
  });
  return {
    node: make(
      "div",
      { class: "government" },
      sheet("government.css").node,
      ways.node,
      keys.node,
      power.node,
    ),
    /** @param {import("../pkg/seat_calculator.js").Report} report */
    render(report) {
      ways.render(report);
      keys.render();
      power.render();
    },
  };
}
