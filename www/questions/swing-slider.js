/** The slider of a question about votes: the value the question asks about, under the reader's hand. */

import { replace } from "../state/edits.js";
import { make, show, text } from "../components/dom.js";
import { glimpses } from "../votes/sweep-preview.js";
import { sliderView } from "../components/slider.js";
import { sheet } from "../core/assets.js";

/** Where each kind of edit has its value, how far it goes and in what steps, in hundredths. */
const KINDS = {
  swing: { field: "points", max: 1000, pointer: 10, keys: 1 },
  pool: { field: "efficiency", max: 10_000, pointer: 100, keys: 100 },
};

const LEAST = { swing: 1, pool: 0 };

/** The one pool or swing of a scenario; null where there is none or more than one. @param {any[]} edits */
export function movable(edits) {
  const found = edits
    .map((edit, place) => ({ kind: Object.keys(edit)[0], edit, place }))
    .filter(({ kind }) => kind in KINDS);
  return found.length === 1 ? found[0] : null;
}

/** @param {any} ctx */
export function questionSlider(ctx) {
  const { words, names } = ctx;
  const label = make("p", { class: "quiet-text" });
  const place = make("div");
  const styles = sheet("votes.css").node;
  const node = make("div", { class: "question-slider" }, styles, label, place);
  /** @type {Record<string, any>} */
  const sliders = {};
  /** @type {any} */
  let mine = null;
  const columns = glimpses(ctx);

  function slider(kind) {
    const { field, ...steps } = KINDS[kind];
    const name = words.say(kind === "swing" ? "swing.points" : "pool.follow");
    sliders[kind] ??= sliderView(ctx, {
      label: name,
      unit: kind === "swing" ? words.say("swing.unit") : "%",
      ...steps,
      live: (value) => {
        // A swing of nothing would be no scenario, and so no question any more.
        const body = { ...mine.edit[kind], [field]: value || LEAST[kind] };
        ctx.preview(replace(mine.place, { [kind]: body }));
      },
      ...(kind === "swing" && {
        hold: () => columns.take(mine.edit.swing, mine.place),
        glance: (value) => columns.glance(value || LEAST.swing),
      }),
    });
    return sliders[kind];
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    mine = movable(report.scenario.edits);
    show(node, mine !== null);
    if (!mine) return;
    const { kind } = mine;
    const body = mine.edit[kind];
    const one = slider(kind);
    if (place.firstChild !== one.node) place.replaceChildren(one.node);
    text(
      label,
      kind === "swing"
        ? words.say("question.swing", { from: names.label(body.from), to: names.label(body.to) })
        : words.say("question.pool", {
            joiners: words.and(body.joiners.map((id) => names.label(id))),
            target: names.label(body.target),
          }),
    );
    one.render(body[KINDS[kind].field]);
  }

  return { node, render };
}
