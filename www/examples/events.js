/** Listens to the element and drives it. */

import { SeatCalculator } from "../seat-calculator.js";

const node = document.querySelector("seat-calculator");
const heard = document.querySelector("#heard");
if (!(node instanceof SeatCalculator)) throw new Error("no element");
node.addEventListener("outcome-change", async ({ detail }) => {
  heard.textContent = `${detail.alliances.map(({ id, seats }) => `${id} ${seats}`).join(", ")}. ${await node.export("sentence")}`;
});
document.querySelector("#flip").addEventListener("click", () => {
  node.scenario = "w-65.BJP";
});
document.querySelector("#undo").addEventListener("click", () => node.undo());
