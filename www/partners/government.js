/**
 * Who can govern: all coalitions that reach the mark, the seats that matter for one, and what
 * everyone is worth.
 */

import { make } from "../components/dom.js";
import { sheet } from "../core/assets.js";
import { Coalitions } from "./coalitions.js";
import { KeySeatsView } from "./key-seats.js";
import { powerView } from "./power-indices.js";

/** @import { Context, Report } from "../types.d.ts" */

/** @param {Context} ctx */
export function governmentView(ctx) {
  const keys = new KeySeatsView(ctx);
  const coalitions = new Coalitions(ctx, (found) => keys.offer(found));
  const power = powerView(ctx, () => coalitions.over);
  coalitions.onPlayers = () => power.render();
  const styles = sheet("government.css").node;
  const parts = [coalitions.node, keys.node, power.node];
  return {
    node: make("div", { class: "government" }, styles, ...parts),
    /** @param {Report} report */
    render(report) {
      coalitions.render(report);
      keys.render();
      power.render();
    },
  };
}
