/** Question cards that are answered by a fact or by another election, not by a scenario. */

import { attr, make, show } from "../components/dom.js";
import { address, elections, facts, link } from "./data.js";

/** Puts them after the others, hidden with them. @param {any} ctx @param {HTMLElement} cards @returns {Promise<void>} */
export async function factCards(ctx, cards) {
  const { words } = ctx;
  const [{ questions = [] }, all] = await Promise.all([facts(ctx), elections(), ctx.loadDetails()]);
  if (cards.querySelector(".fact-card")) return;
  cards.append(
    ...questions.map((question) => {
      const body = make(
        "div",
        { class: "answer-body" },
        make("p", {}, words.name(question.answer)),
        make("p", {}, see(question)),
        make("p", { class: "quiet-text" }, words.name(question.assumption)),
      );
      const title = make(
        "button",
        {
          type: "button",
          class: "question",
          "aria-expanded": "false",
          onclick: () => {
            show(body, body.hidden);
            attr(title, "aria-expanded", String(!body.hidden));
            attr(card, "class", body.hidden ? "card fact-card" : "card fact-card open");
          },
        },
        words.name(question.title),
      );
      const card = make("li", { class: "card fact-card" }, title, body);
      show(body, false);
      return card;
    }),
  );

  function see({ fact, election }) {
    if (fact)
      return make(
        "button",
        { type: "button", onclick: () => there(fact) },
        words.say("questions.fact"),
      );
    const other = all.find(({ id }) => id === election);
    return link(address(other), words.say("then.open", { title: words.name(other.title) }));
  }

  async function there(fact) {
    await ctx.openFact(fact);
  }
}
