/** What colours stand for in a picture of seats: for each choice, a seat's colour and how much of it. */

/** The index that stands for nobody. */
const NOBODY = 65535;
/** Bounds in hundredths of a percent, and the share of colour below each of them; the last is for all above. */
const MARGINS = [[100, 25], [300, 40], [500, 55], [1000, 70], [2000, 85], [Infinity, 100]];
const TURNOUTS = [[6000, 15], [6500, 35], [7000, 55], [7500, 75], [Infinity, 100]];
const BLUE = "#0a58b3";
const GREY = "#8a8f98";
const CATEGORIES = { GEN: { hex: BLUE, mix: 55 }, ST: { hex: "#15181c" }, SC: { hex: BLUE, mix: 15 } };

const step = (steps, value) => steps.find(([bound]) => value < bound)[1];

/** @param {any} ctx @returns {Record<string, (report: import("../pkg/seat_calculator.js").Report) => (index: number) => { hex: string, mix?: number }>} */
export function shades({ names, dataset }) {
  const holder = ({ parties, constituencies: { party } }) => (i) => ({ hex: party[i] === NOBODY ? "" : names.colour(parties[party[i]].id) });
  const seats = dataset.constituencies;
  return {
    winner: holder,
    margin: (report) => (i) => {
      const share = report.constituencies.marginShare[i];
      return { ...holder(report)(i), mix: Number.isNaN(share) ? 0 : step(MARGINS, share) };
    },
    changed: (report) => (i) => (report.constituencies.changed[i] ? holder(report)(i) : { hex: GREY, mix: 40 }),
    ...(seats.every((seat) => seat.turnout !== undefined) && { turnout: () => (i) => ({ hex: BLUE, mix: step(TURNOUTS, seats[i].turnout) }) }),
    ...(seats.every((seat) => seat.category in CATEGORIES) && { category: () => (i) => CATEGORIES[seats[i].category] }),
  };
}
