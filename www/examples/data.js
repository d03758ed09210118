/** Gives the element a dataset of the page's own. */

import { SeatCalculator } from "../seat-calculator.js";

const node = document.querySelector("seat-calculator");
if (!(node instanceof SeatCalculator)) throw new Error("no element");
node.data = new URL("../data/jharkhand-2014.json", import.meta.url);
