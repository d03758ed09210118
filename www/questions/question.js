/** An opened question: its answer, the seats it gives away, its slider, what it assumes. */

import { resetSeat } from "../state/edits.js";
import { sharing } from "../changes/toolbar.js";
import { list, make, show, text } from "../components/dom.js";
import { wholeAnswer } from "../result/sentences.js";
import { later } from "../components/lazy-view.js";

/** A swing or a pool among the clauses of a scenario. */
const MOVES_VOTES = /(^|_)[sp]-/;

/** @param {any} ctx @param {{ scenario: string, answer?: any, assumption?: any }} question @param {HTMLElement} title the button that opens it */
export function questionView(ctx, question, title) {
  const { words, names } = ctx;
  const { scenario, answer: known, assumption } = question;
  const own = make("span", { class: "own" }, words.say("questions.own"));
  // A number stays with what it counts.
  const written = words.name(known).replace(/ (?=\d)/g, "\u00a0");
  const answer = make("p", {}, written);
  const chips = make("p", { class: "chips" });
  const slider = MOVES_VOTES.test(scenario)
    ? later(ctx, "questions/swing-slider.js", "questionSlider", {
        full: true,
        css: "tools.css",
      })
    : null;
  const sum = make("summary");
  const list_ = make("p", { class: "quiet-text" });
  const hands = make("details", {}, sum, list_);
  const { button: share, panel } = sharing(ctx);
  const node = make(
    "div",
    { class: "answer-body" },
    own,
    answer,
    slider?.node ?? "",
    chips,
    hands,
    assumption ? make("p", { class: "quiet-text" }, words.name(assumption)) : "",
    make("p", {}, share),
    panel.node,
  );
  const holder = (side) => (side ? names.label(side.party) : words.say("moved.tied"));

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    slider?.open();
    slider?.render(report);
    const asked = ctx.session.asksQuestion;
    show(own, !asked);
    // An editor's own question is answered by the core, and so is what the reader made of one.
    text(answer, known && asked ? written : wholeAnswer(report, ctx));
    panel.render(report);
    const moved = report.changes.filter((change) => change.by === "votes");
    show(hands, moved.length > 0);
    text(sum, words.say("moved", { n: moved.length }));
    text(
      list_,
      moved
        .map(
          ({ constituency, from, to }) =>
            `${names.seat(constituency)} (${holder(from)}\u00a0→\u00a0${holder(to)})`,
        )
        .join(", "),
    );
    const awards = report.scenario.edits
      .filter((edit) => "award" in edit)
      .map((edit) => edit.award);
    show(chips, awards.length > 0);
    list(
      chips,
      awards,
      (award) => award.constituency,
      (award) => {
        const name = names.seat(award.constituency);
        return make(
          "button",
          {
            type: "button",
            class: "chip remove",
            "aria-label": `${words.say("history.remove")}: ${name}`,
            onclick: (event) => {
              const next =
                event.currentTarget.nextElementSibling ??
                event.currentTarget.previousElementSibling ??
                title;
              ctx.edit(resetSeat(award.constituency));
              next.focus();
            },
          },
          name,
        );
      },
      () => {},
    );
  }

  /** Of a question about a swing, while its slider moves. @param {import("../votes/sweep-preview.js").Glimpse} found */
  function glance(found) {
    const { sentence, changes, moved } = found;
    if (sentence && changes) text(answer, wholeAnswer(found, ctx));
    text(sum, words.say("moved", { n: moved }));
  }

  return { node, render, glance };
}
