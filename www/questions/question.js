/** An opened question: its answer, the seats it gives away, its slider, what it assumes. */

import { changesSaid } from "../changes/summary.js";
import { sharing } from "../changes/toolbar.js";
import { list, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { removeButton } from "../components/removal.js";
import { wholeAnswer } from "../result/sentences.js";
import { resetSeat } from "../state/edits.js";

/** @import { Context, Glance, Report } from "../types.d.ts" */

/** A swing or a pool among the clauses of a scenario. */
export const MOVES_VOTES = /(^|_)[sp]-/;

/**
 * What stands under an answer: the slider, the seats given away and those that votes move, and what
 * is assumed.
 * @param {Context} ctx
 * @param {import("../types.d.ts").QuestionCard} question
 * @param {HTMLElement} fallback where the focus goes as the last seat is taken back
 * @param {Node | string} slider
 */
export function questionBody(ctx, { assumption }, fallback, slider) {
  const { words } = ctx;
  const chips = awardChips(ctx, fallback);
  const count = make("summary");
  const seats = make("p", { class: "quiet-text" });
  const hands = make("details", { class: "flips" }, count, seats);
  const assumed = assumption ? make("p", { class: "quiet-text" }, words.name(assumption)) : "";

  /** @param {Glance} report */
  function glance({ changes }) {
    const moved = changes.filter((change) => change.by === "votes");
    text(count, words.say("moved", { n: moved.length }));
    return moved;
  }

  return {
    nodes: [slider, chips.node, hands, assumed],
    /** @param {Report} report */
    render(report) {
      const moved = glance(report);
      show(hands, moved.length > 0);
      text(seats, changesSaid(moved, words.say("moved.tied"), ctx));
      chips.render(report);
    },
    /** While its slider moves. */
    glance,
  };
}

/**
 * @param {Context} ctx
 * @param {import("../types.d.ts").QuestionCard} question
 * @param {HTMLElement} title the button that opens it
 */
export function questionView(ctx, question, title) {
  const { words, session } = ctx;
  const { scenario, answer: known } = question;
  const own = make("span", { class: "own" }, words.say("questions.own"));
  const answer = make("p");
  const slider = MOVES_VOTES.test(scenario)
    ? later(ctx, "questions/vote-slider.js", "questionSlider", { full: true, css: "tools.css" })
    : null;
  const body = questionBody(ctx, question, title, slider?.node ?? "");
  const { button: share, panel } = sharing(ctx);
  const node = make(
    "div",
    { class: "answer-body" },
    own,
    answer,
    ...body.nodes,
    make("p", {}, share),
    panel.node,
  );

  return {
    node,
    /** @param {Report} report */
    render(report) {
      slider?.open();
      slider?.render(report);
      const asked = session.asksQuestion;
      show(own, !asked);
      // Where the data file has no answer, and to what the reader made of the question, the core
      // answers. A number stays with what it counts.
      const written = words.name(known).replace(/ (?=\d)/g, "\u00a0");
      text(answer, known && asked ? written : wholeAnswer(report, ctx));
      panel.render(report);
      body.render(report);
    },
    /** While its slider moves. @param {Glance} found */
    glance(found) {
      text(answer, wholeAnswer(found, ctx));
      body.glance(found);
    },
  };
}

/**
 * The seats that are given away, each to be taken back.
 * @param {Context} ctx @param {HTMLElement} fallback
 */
function awardChips(ctx, fallback) {
  const { words, names } = ctx;
  const node = make("p", { class: "chips" });

  /** @param {Report} report */
  function render({ scenario }) {
    const ids = scenario.edits.flatMap((edit) =>
      "award" in edit ? [edit.award.constituency] : [],
    );
    show(node, ids.length > 0);
    list(
      node,
      ids,
      (id) => id,
      (id) =>
        removeButton(names.seat(id), () => ctx.edit(resetSeat(id)), fallback, {
          class: "chip remove",
          "aria-label": `${words.say("history.remove")}: ${names.seat(id)}`,
        }),
    );
  }

  return { node, render };
}
