/** Move votes: a swing, parties that had fought together, and the constituencies that changed hands by it. */

import { replace } from "../state/edits.js";
import { clash } from "../state/side-conflicts.js";
import { make, text } from "../components/dom.js";
import { movedView } from "./changed-seats.js";
import { poolView } from "./pool.js";
import { shortVerdict, totals } from "../result/sentences.js";
import { swingView } from "./swing.js";
import { fold } from "../components/lazy-view.js";
import { sheet } from "../core/assets.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Edit} Edit */

/** Parties that stand in at least one constituency of so many are offered as sides. */
const WIDELY = 4;

/** @param {any} ctx */
export function votesView(ctx) {
  const { dataset, names, session, words } = ctx;
  const { alliances, parties, house } = session.baseline;
  const widely = parties.filter(
    (party) => party.id !== "IND" && (party.seats || party.contested * WIDELY >= house.seats),
  );
  const sides = {
    parties: widely.map((party) => party.id),
    all: [...names.alliances.keys(), ...widely.map((party) => party.id)],
    /** Those with most seats in the declared result. */
    first: alliances
      .filter((row) => row.kind !== "independent")
      .sort((a, b) => b.seats - a.seats)
      .map((row) => row.id),
    /** The party outside them with most votes. */
    outside: widely.filter((party) => !party.alliance).sort((a, b) => b.votes - a.votes)[0]?.id,
  };

  /** One pool or swing as the tool holds it: where it stands in the scenario, and what else could stand there. */
  const held = (kind) => {
    const about = ({ from, to, target, joiners, scope, model }) =>
      JSON.stringify([from, to, target, joiners, scope ?? null, model ?? "uniform"]);
    /** Its place where the present movement began. */
    let start = -1;
    return {
      /** Its place in the report's edits. */
      place: -1,
      /** Follows a report: stays with its own edit, or takes up what a link or a question brought. @param {Report} report @param {any} mine @returns {any} what it now says */
      follow({ scenario: { edits } }, mine) {
        const own = edits.findIndex((edit) => kind in edit && about(edit[kind]) === about(mine));
        // A proportional swing comes from other programs only: the tool has no words for it.
        this.place =
          own < 0
            ? edits.findIndex((edit) => kind in edit && edit[kind].model !== "proportional")
            : own;
        if (!session.moving) start = this.place;
        return this.place < 0 ? null : edits[this.place][kind];
      },
      /** The edits with this in its place. @param {any} body null: taken out */
      with: (body) => (edits) => replace(start, body && { [kind]: body })(edits),
      /** Why the core would not take it. @param {any} body */
      refused(body) {
        return clash(replace(this.place, { [kind]: body })(session.edits), names.alliances);
      },
    };
  };

  const swing = swingView(ctx, sides, held("swing"));
  const pool = poolView(ctx, sides, held("pool"));
  const moved = movedView(ctx);
  const behind = [
    ["taken", "analysis/cheapest-path.js", "takenView"],
    ["close", "analysis/marginal-seats.js", "closeView"],
    ["larger", "analysis/votes-above-margin.js", "largerView"],
    ["against", "analysis/votes-vs-seats.js", "againstView"],
    ...(dataset.facts?.includes("earlier")
      ? [["since", "analysis/swing-since.js", "sinceView"]]
      : []),
  ].map(([key, path, name]) =>
    fold(ctx, words.say(key), path, name, { class: `fold ${key}`, args: [sides] }),
  );
  // Each says whether it follows what is changed; one stands between two results as declared.
  const bases = behind.map(({ node }) => {
    const basis = make("p", { class: "quiet-text basis" });
    node.querySelector("summary").after(basis);
    return { basis, follows: !node.classList.contains("since") };
  });
  const result = make("p", { class: "sum" });
  const kind = make("p", { class: "sum-note" });
  const styles = sheet("votes.css").node;
  const node = make(
    "div",
    { class: "move" },
    styles,
    make("div", { class: "total" }, result, kind),
    swing.node,
    pool.node,
    moved.node,
    make(
      "section",
      { "aria-label": words.say("behind") },
      make("h3", {}, words.say("behind")),
      ...behind.map((part) => part.node),
    ),
  );

  /** @param {any} found what of a report says it */
  function sum(found) {
    text(result, totals(found, ctx));
    text(kind, shortVerdict(found, ctx));
  }

  /** @param {import("./sweep-preview.js").Glimpse} found */
  function glance(found) {
    sum(found);
    swing.glance(found);
  }

  /** @param {Report} report */
  function render(report) {
    sum(report);
    swing.render(report);
    pool.render(report);
    moved.render(report);
    for (const { basis, follows } of bases)
      text(basis, words.say(follows && report.edited.any ? "behind.edited" : "behind.declared"));
    for (const part of behind) part.render(report);
  }

  return { node, render, glance };
}
