/** Question cards of the dataset: one tap replaces the scenario and shows the answer. */

import { resetSeat } from "../app/edits.js";
import { attr, list, make, show, text } from "./dom.js";
import { bring, later } from "./later.js";
import { hypothesis, verdictSentence } from "./result.js";

const FIRST = 3;
/** A swing or a pool among the clauses of a scenario. */
const MOVES_VOTES = /(^|_)[sp]-/;

/** @param {any} ctx */
export function questionsView(ctx) {
  const { words, names, session, dataset } = ctx;
  const { id: election } = dataset;
  // `asked` is the scenario's canonical text, known once it has been evaluated.
  const questions = (dataset.questions ?? []).map((one) => ({ ...one, asked: "",
    text: one.scenario.includes("~") ? one.scenario : `0~1~${election}~${session.baseline.fingerprint}~${one.scenario}` }));
  const cards = make("ul", { class: "cards", role: "list" });
  const more = make("button", { type: "button", class: "plain", "aria-expanded": "false", onclick: () => {
    const opening = more.getAttribute("aria-expanded") === "false";
    attr(more, "aria-expanded", String(opening));
    render(session.report);
    // Cards that a fact answers come with the first look at more questions.
    if (dataset.facts && !cards.querySelector(".fact-card")) bring("./around/cards.js").then(({ factCards }) => factCards(ctx, cards)).catch(console.warn);
  } });
  const node = make("section", { class: "questions" }, make("h2", {}, words.say("questions")), cards, more);
  node.hidden = questions.length === 0;

  const built = questions.map((question) => {
    const parts = {
      title: make("button", { type: "button", class: "question", "aria-expanded": "false", onclick: () => take(question) }, words.name(question.title)),
      own: make("span", { class: "own" }, words.say("questions.own")), answer: make("p"), assumption: make("p", { class: "quiet-text" }), chips: make("p", { class: "chips" }),
      slider: MOVES_VOTES.test(question.scenario) ? later(ctx, "./question-slider.js", "questionSlider", { full: true }) : null,
    };
    const body = make("div", { class: "answer-body" }, parts.own, parts.answer, ...parts.slider ? [parts.slider.node] : [], parts.chips, parts.assumption);
    text(parts.answer, words.name(question.answer));
    text(parts.assumption, words.name(question.assumption));
    show(parts.assumption, Boolean(question.assumption));
    const card = make("li", { class: "card" }, parts.title, body);
    cards.append(card);
    return { question, card, body, parts };
  });

  function take(question) {
    if (session.question === question.id) ctx.edit(() => [], null);
    else ctx.load(question.text, question.id);
  }

  function render(report) {
    const opened = more.getAttribute("aria-expanded") === "true";
    text(more, words.say(opened ? "questions.fewer" : "questions.more"));
    show(more, questions.length > FIRST);
    built.forEach(({ question, card, body, parts }, i) => {
      const on = session.question === question.id;
      show(card, opened || i < FIRST || on);
      attr(parts.title, "aria-expanded", String(on));
      attr(card, "class", on ? "card open" : "card");
      show(body, on);
      if (!on) return;
      parts.slider?.open();
      parts.slider?.render(report);
      question.asked ||= report.scenario.text;
      const asked = report.scenario.text === question.asked;
      show(parts.own, !asked);
      show(parts.answer, asked);
      // An editor's own question is answered by the core.
      if (!question.answer) text(parts.answer, [hypothesis(report, ctx), verdictSentence(report, ctx)].join(" "));
      const awards = report.scenario.edits.filter((edit) => "award" in edit).map((edit) => edit.award);
      show(parts.chips, awards.length > 0);
      list(parts.chips, awards, (award) => award.constituency, (award) => {
        const name = names.seat(award.constituency);
        return make("button", { type: "button", class: "chip remove", "aria-label": `${words.say("history.remove")}: ${name}`, onclick: (event) => {
          const next = event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling ?? parts.title;
          ctx.edit(resetSeat(award.constituency));
          next.focus();
        } }, name);
      }, () => {});
    });
  }

  return { node, render, asked: questions };
}
