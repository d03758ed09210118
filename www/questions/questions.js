/** Question cards of the dataset: one tap replaces the scenario and shows the answer. */

import { attr, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";

const FIRST = 3;

/** @param {any} ctx */
export function questionsView(ctx) {
  const { words, session, dataset, questions } = ctx;
  const cards = make("ul", { class: "cards", role: "list" });
  const more = make("button", {
    type: "button",
    class: "plain",
    "aria-expanded": "false",
    onclick: () => {
      const opening = more.getAttribute("aria-expanded") === "false";
      attr(more, "aria-expanded", String(opening));
      render(session.report);
      // Cards that a fact answers come with the first look at more questions.
      if (dataset.facts && !cards.querySelector(".fact-card"))
        bring("facts/fact-cards.js")
          .then(({ factCards }) => factCards(ctx, cards))
          .catch(console.warn);
    },
  });
  const node = make(
    "section",
    { class: "questions" },
    make("h2", {}, words.say("questions")),
    cards,
    more,
  );
  node.hidden = questions.length === 0;

  const built = questions.map((question) => {
    const title = make(
      "button",
      {
        type: "button",
        class: "question",
        "aria-expanded": "false",
        onclick: () => take(question),
      },
      words.name(question.card.title),
    );
    const body = later(ctx, "questions/question.js", "questionView", {
      args: [question.card, title],
    });
    const card = make("li", { class: "card" }, title, body.node);
    cards.append(card);
    return { question, card, title, body };
  });

  function take(question) {
    if (session.question === question.id) ctx.load("");
    else ctx.load(question.text, question.id);
  }

  function render(report) {
    const opened = more.getAttribute("aria-expanded") === "true";
    text(more, words.say(opened ? "questions.fewer" : "questions.more"));
    show(more, questions.length > FIRST);
    attr(cards, "class", opened ? "cards" : "cards few");
    built.forEach(({ question, card, title, body }, i) => {
      const on = session.question === question.id;
      show(card, opened || i < FIRST || on);
      attr(title, "aria-expanded", String(on));
      attr(card, "class", on ? "card open" : "card");
      show(body.node, on);
      if (!on) return;
      body.open();
      body.render(report);
    });
  }

  const glance = (found) =>
    built.find(({ question }) => session.question === question.id)?.body.glance(found);

  return { node, render, glance };
}
