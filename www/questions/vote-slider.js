/**
 * The slider of a question about votes: the value the question asks about, under the reader's hand.
 */

import { make, show, text } from "../components/dom.js";
import { Slider } from "../components/slider.js";
import { sheet } from "../core/assets.js";
import { replace } from "../state/edits.js";
import { POOL_STEPS } from "../votes/pool.js";
import { SWING_STEPS } from "../votes/swing.js";

/** @import { Context, Edit, Report } from "../types.d.ts" */

/** @param {Context} ctx */
export function questionSlider(ctx) {
  const { words, names } = ctx;
  const label = make("p", { class: "quiet-text" });
  /** The one swing or pool of the scenario, and its place in it. */
  let mine = movable([]);
  // A swing of nothing would be no scenario, and so no question any more.
  const swing = slider(words.say("swing.points"), words.say("swing.unit"), SWING_STEPS, (points) =>
    changed("swing", { points: points || 1 }),
  );
  const pool = slider(words.say("pool.follow"), "%", POOL_STEPS, (efficiency) =>
    changed("pool", { efficiency }),
  );
  const styles = sheet("votes.css").node;
  const place = make("div");
  const node = make("div", { class: "question-slider" }, styles, label, place);

  /** @param {"swing" | "pool"} kind @param {object} value @returns {Edit} */
  function changed(kind, value) {
    return /** @type {Edit} */ (/** @type {unknown} */ ({ [kind]: { ...mine[kind], ...value } }));
  }

  /**
   * @param {string} name @param {string} unit @param {typeof SWING_STEPS} steps
   * @param {(value: number) => Edit} edit
   */
  function slider(name, unit, steps, edit) {
    return new Slider(ctx, {
      label: name,
      unit,
      ...steps,
      live: (value) => ctx.preview(replace(mine.place, edit(value))),
      glance: (value) => ctx.glance(ctx.session.glance(replace(mine.place, edit(value)))),
    });
  }

  /** @param {Report} report */
  function render({ scenario }) {
    mine = movable(scenario.edits);
    show(node, mine.place >= 0);
    const { node: wanted } = mine.swing ? swing : pool;
    if (place.firstChild !== wanted) place.replaceChildren(wanted);
    if (mine.swing) {
      const { from, to, points } = mine.swing;
      const sides = { from: names.label(from), to: names.label(to) };
      text(label, words.say("question.swing", sides));
      swing.render(points);
    } else if (mine.pool) {
      const { joiners, target, efficiency } = mine.pool;
      const joined = words.and(joiners.map((id) => names.label(id)));
      text(label, words.say("question.pool", { joiners: joined, target: names.label(target) }));
      pool.render(efficiency);
    }
  }

  return { node, render };
}

/**
 * The one pool or swing of a scenario; `place` is negative where there is none or more than one.
 * @param {Edit[]} edits
 */
function movable(edits) {
  const places = [...edits.keys()].filter((i) => "swing" in edits[i] || "pool" in edits[i]);
  const place = places.length === 1 ? places[0] : -1;
  const edit = edits[place] ?? {};
  return {
    place,
    swing: "swing" in edit ? edit.swing : undefined,
    pool: "pool" in edit ? edit.pool : undefined,
  };
}
