/** Question cards that are answered by a fact or by another election, not by a scenario. */

import { attr, button, make, show } from "../components/dom.js";
import { elections, facts } from "./data.js";
import { electionLink } from "./links.js";

/** @import { Context } from "../types.d.ts" */
/** @import { FactCard } from "./types.d.ts" */

/**
 * Puts them after the other cards, hidden with them.
 * @param {Context} ctx
 * @param {HTMLElement} cards
 */
export async function factCards(ctx, cards) {
  const { words } = ctx;
  const loaded = Promise.all([facts(ctx), elections(), ctx.loadDetails()]);
  const [{ questions = [] }, all] = await loaded;
  if (cards.querySelector(".fact-card")) return;

  /** @param {FactCard} card */
  function answer({ fact, election }) {
    if (fact) return button(words.say("questions.fact"), () => ctx.openFact(fact));
    const other = all.find(({ id }) => id === election);
    if (!other) return "";
    return electionLink(other, words.say("then.open", { title: words.name(other.title) }));
  }

  /** @param {FactCard} question */
  function card(question) {
    const body = make(
      "div",
      { class: "answer-body", hidden: true },
      make("p", {}, words.name(question.answer)),
      make("p", {}, answer(question)),
      make("p", { class: "quiet-text" }, words.name(question.assumption)),
    );
    const toggle = () => {
      show(body, Boolean(body.hidden));
      attr(title, "aria-expanded", String(!body.hidden));
      attr(node, "class", body.hidden ? "card fact-card" : "card fact-card open");
    };
    const attributes = { class: "question", "aria-expanded": "false" };
    const title = button(words.name(question.title), toggle, attributes);
    const node = make("li", { class: "card fact-card" }, title, body);
    return node;
  }

  cards.append(...questions.map(card));
}
