/** A half circle without buttons, placed by the core. */

import { attr, colour, draw, list } from "../components/dom.js";

/** @import { Context, SmallHouse } from "../types.d.ts" */

/** Widths of the dot on a seat that differs and of the ring around it, as parts of its diameter. */
const DOT = [0.72, 0.46];

/** @param {Context} ctx */
export function smallHouse({ names }) {
  const seats = draw("g");
  const marks = DOT.map((part, i) => ({ part, path: draw("path", { class: i ? "dot" : "ring" }) }));
  const node = draw("svg", { class: "small-house", role: "img" });
  node.append(seats, ...marks.map(({ path }) => path));

  /** @param {SmallHouse | undefined} house @param {string} said what the picture says */
  function render(house, said) {
    attr(node, "aria-label", said);
    node.toggleAttribute("hidden", !house);
    if (!house) return;
    const { width, height, radius } = house;
    attr(node, "viewBox", `0 0 ${width} ${height}`);
    attr(seats, "stroke-width", 2 * radius);
    list(
      seats,
      house.blocks,
      ({ party }) => party ?? "",
      ({ party }) => {
        const path = draw("path", { class: party === null ? "empty" : null });
        if (party !== null) colour(path, names.colour(party));
        return path;
      },
      (path, block) => attr(path, "d", block.path),
    );
    for (const { part, path } of marks) {
      attr(path, "d", house.marked);
      attr(path, "stroke-width", 2 * radius * part);
    }
  }

  return { node, render };
}
