/** The controls of the colours of a picture, and their legend. */

import { attr, colour, list, make, prop, show, swatch, text } from "../components/dom.js";
import { select, sideSelect } from "../components/fields.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { ColourModes } from "./colour-modes.js" */

/**
 * @param {ColourModes} modes
 * @param {Context} ctx
 * @param {boolean} [brief] only what is amiss, where a picture has its legend in itself
 */
export function colourFields(modes, { words, names }, brief = false) {
  const pick = select(
    words.say("shade"),
    Object.keys(modes.modes).map((kind) => [kind, words.say(`shade.${kind}`)]),
    (kind) => modes.choose({ kind }),
  );
  const label = words.say("shade.side");
  const whose = sideSelect(label, modes.sides, modes.side, names, (side) => modes.choose({ side }));
  const said = make("p", { class: "quiet-text" });
  const lines = make("ul", { class: "scale", role: "list" });
  const legend = make("div", { class: "legend" }, said, lines);

  /** @param {Report} report @param {boolean} [on] whether there is anything to colour */
  function render(report, on = true) {
    const { failed, waiting } = modes;
    if (pick.control.value !== modes.kind) pick.control.value = modes.kind;
    if (whose.control.value !== modes.side) whose.control.value = modes.side;
    show(pick.node, on);
    show(legend, on);
    show(whose.node, on && modes.kind === "switch");
    const { rows, sentence } = modes.legend(report);
    attr(legend, "aria-busy", waiting ? "true" : null);
    const now = (!brief && sentence) || (waiting ? words.say("later.coming") : "");
    text(said, failed ? words.say("asked.failed") : now);
    list(
      lines,
      brief ? [] : rows,
      (row) => row.label,
      (row) => {
        const box = swatch(row.hex);
        return { node: make("li", {}, box, row.label), box };
      },
      ({ box }, { hex, mix = 100 }) => {
        colour(box, hex);
        prop(box, "--mix", `${mix}%`);
      },
    );
  }

  return { nodes: [pick.node, whose.node], legend, render };
}
