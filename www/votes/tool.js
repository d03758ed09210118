/**
 * Move votes: a swing, a pool, the constituencies that change hands by them, and what stands behind
 * the seats.
 */

import { make, show, text } from "../components/dom.js";
import { fold } from "../components/lazy-view.js";
import { sheet } from "../core/assets.js";
import { shortVerdict, totals } from "../result/sentences.js";
import { movedView } from "./changed-seats.js";
import { PoolView } from "./pool.js";
import { sidesOf } from "./sides.js";
import { SwingView } from "./swing.js";

/** @import { Context, Glance, Report } from "../types.d.ts" */

/** Module and view of each analysis, by the key of its title. @type {[string, string, string][]} */
const ANALYSES = [
  ["taken", "analysis/cheapest-path.js", "takenView"],
  ["close", "analysis/marginal-seats.js", "closeView"],
  ["larger", "analysis/votes-above-margin.js", "largerView"],
  ["against", "analysis/votes-vs-seats.js", "againstView"],
  ["since", "analysis/swing-since.js", "sinceView"],
];

/** @param {Context} ctx */
export function votesView(ctx) {
  if (!ctx.session.baseline.totals.valid) return noVotesView(ctx);
  const result = make("p", { class: "sum" });
  const kind = make("p", { class: "sum-note" });
  const sides = sidesOf(ctx);
  const moved = movedView(ctx);
  const swing = new SwingView(ctx, sides, moved.node);
  const sure = sureFold(ctx, swing);
  const pool = new PoolView(ctx, sides);
  const behind = behindView(ctx, sides);
  const node = make(
    "div",
    { class: "move" },
    sheet("votes.css").node,
    make("div", { class: "total" }, result, kind),
    swing.node,
    sure.node,
    pool.node,
    behind.node,
  );

  /** @param {Glance} found */
  function sum(found) {
    text(result, totals(found, ctx));
    text(kind, shortVerdict(found, ctx));
  }

  return {
    node,
    /** @param {Report} report */
    render(report) {
      sum(report);
      for (const view of [swing, sure, pool, moved, behind]) view.render(report);
    },
    /** @param {Glance} found */
    glance(found) {
      sum(found);
      swing.glance(found);
      sure.glance?.(found);
    },
  };
}

/** Why nothing moves in a house whose seats are known and whose votes are not. @param {Context} ctx */
function noVotesView({ words }) {
  const node = make("div", { class: "move" }, make("p", {}, words.say("votes.unknown")));
  return { node, render() {}, glance() {} };
}

/**
 * The chance of a majority, which follows the swing while the fold is open.
 * @param {Context} ctx @param {SwingView} swing
 */
function sureFold(ctx, swing) {
  const options = { class: "fold sure-fold", css: "chance.css", full: true, args: [swing] };
  const view = fold(ctx, ctx.words.say("sure"), "chance/how-sure.js", "sureView", options);
  view.node.addEventListener("toggle", () => view.render(ctx.session.report));
  show(view.node, !swing.node.hidden);
  return view;
}

/**
 * The analyses, each in a fold that says whether it follows what is changed.
 * @param {Context} ctx @param {import("./sides.js").Sides} sides
 */
function behindView(ctx, sides) {
  const { words, dataset } = ctx;
  const known = ANALYSES.filter(([key]) => key !== "since" || dataset.facts?.includes("earlier"));
  const folds = known.map(([key, path, name]) => {
    const view = fold(ctx, words.say(key), path, name, { class: `fold ${key}`, args: [sides] });
    const basis = make("p", { class: "quiet-text basis" });
    view.node.firstElementChild?.after(basis);
    // The swing since an earlier election stands between two results as declared.
    return { view, basis, follows: key !== "since" };
  });
  const title = words.say("behind");
  const nodes = folds.map(({ view }) => view.node);
  const node = make("section", { "aria-label": title }, make("h3", {}, title), ...nodes);

  /** @param {Report} report */
  function render(report) {
    for (const { view, basis, follows } of folds) {
      const edited = follows && report.edited.any;
      text(basis, words.say(edited ? "behind.edited" : "behind.declared"));
      view.render(report);
    }
  }

  return { node, render };
}
