/** Listens to the element and drives it. */

import { SeatCalculator } from "../seat-calculator.js";

const [node] = document.getElementsByTagName("seat-calculator");
if (!(node instanceof SeatCalculator)) throw new Error("no element");

node.addEventListener("outcome-change", async (event) => {
  const { detail } = /** @type {CustomEvent} */ (event);
  const rows = /** @type {{ id: string, seats: number }[]} */ (detail.alliances);
  const seats = rows.map(({ id, seats }) => `${id} ${seats}`).join(", ");
  show(`${seats}. ${await node.export("sentence")}`);
});
document.querySelector("#flip")?.addEventListener("click", () => {
  node.scenario = "w-65.BJP";
});
document.querySelector("#undo")?.addEventListener("click", () => node.undo());

/** @param {string} said */
function show(said) {
  const heard = document.querySelector("#heard");
  if (heard) heard.textContent = said;
}
