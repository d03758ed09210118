/** One of two scenarios: its house in small, its result in a few words, what it changes. */

import { editsSaid } from "../changes/summary.js";
import { make, text } from "../components/dom.js";
import { hypothesis, shortVerdict, wholeAnswer } from "../result/sentences.js";
import { smallHouse } from "./small-house.js";

/** @import { Comparison, Context, Report, SmallHouse } from "../types.d.ts" */

/** @param {Context} ctx @param {string} name */
export function scenarioColumn(ctx, name) {
  const { words } = ctx;
  const state = make("small");
  const house = smallHouse(ctx);
  const verdict = make("p", { class: "compare-verdict" });
  const edits = make("p", { class: "compare-edits" });
  const node = make(
    "div",
    { role: "group", "aria-label": name },
    make("h4", {}, name, " ", state),
    house.node,
    verdict,
    edits,
  );

  /** @param {Report | Comparison["kept"]} scenario @param {SmallHouse | undefined} places */
  function render(scenario, places) {
    const report = /** @type {Report} */ (scenario);
    const { any } = report.edited;
    text(state, words.say(any ? "strip.edited" : "moved.before"));
    house.render(places, wholeAnswer(report, ctx));
    text(verdict, shortVerdict(report, ctx));
    const said = [hypothesis(report, ctx), editsSaid(report, ctx).join("; ")];
    text(edits, any ? said.join(" ").trim().replace(/:$/, "") : words.say("history.none"));
  }

  return { node, render };
}
