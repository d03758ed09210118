/** Question cards of the dataset: one tap replaces the scenario and shows the answer. */

import { attr, button, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";

/** @import { Context, Glance, Report } from "../types.d.ts" */

/** Cards that are shown before more are asked for. */
const FIRST = 3;

/** @param {Context} ctx */
export function questionsView(ctx) {
  const { words, session, dataset, questions } = ctx;
  let all = false;
  const cards = make("ul", { class: "cards", role: "list" });
  const more = button("", toggle, { class: "plain", "aria-expanded": "false" });
  const title = make("h2", {}, words.say("questions"));
  const node = make("section", { class: "questions" }, title, cards, more);
  const built = questions.map((question) => {
    const card = questionCard(question, ctx);
    cards.append(card.node);
    return { id: question.id, ...card };
  });

  function toggle() {
    all = !all;
    render();
    // Cards that a fact answers come with the first look at more questions.
    if (dataset.facts && !cards.querySelector(".fact-card")) {
      Promise.all([bring("facts/fact-cards.js"), ctx.loadDetails()])
        .then(([{ factCards }]) => factCards(ctx, cards))
        .catch(console.warn);
    }
  }

  /** @param {Report} [report] */
  function render(report = session.report) {
    attr(more, "aria-expanded", String(all));
    text(more, words.say(all ? "questions.fewer" : "questions.more"));
    show(more, questions.length > FIRST);
    attr(cards, "class", all ? "cards" : "cards few");
    built.forEach(({ id, node: card, open }, i) => {
      const on = session.question === id;
      show(card, all || i < FIRST || on);
      open(on, report);
    });
  }

  return {
    node,
    render,
    /** @param {Glance} found */
    glance: (found) => built.find(({ id }) => session.question === id)?.body.glance?.(found),
  };
}

/** @param {Context["questions"][number]} question @param {Context} ctx */
function questionCard({ id, text: scenario, card }, ctx) {
  const take = () => (ctx.session.question === id ? ctx.load("") : ctx.load(scenario, id));
  const attributes = { class: "question", "aria-expanded": "false" };
  const title = button(ctx.words.name(card.title), take, attributes);
  const body = later(ctx, "questions/question.js", "questionView", { args: [card, title] });
  const node = make("li", { class: "card" }, title, body.node);

  /** @param {boolean} on @param {Report} report */
  function open(on, report) {
    attr(title, "aria-expanded", String(on));
    attr(node, "class", on ? "card open" : "card");
    show(body.node, on);
    if (!on) return;
    body.open();
    body.render(report);
  }

  return { node, body, open };
}
