/**
 * An embed that asks one question: the question is its title, the verdict of the core its answer,
 * open from the start.
 */

import { attr, button, make, text } from "../components/dom.js";
import { MOVES_VOTES, questionBody } from "./question.js";
import { questionSlider } from "./vote-slider.js";

/** @import { CalculatorClient } from "../core/calculator-client.js" */
/** @import { Context, Glance, Report } from "../types.d.ts" */

/**
 * Brings all that the answer takes before anything of it is shown, so that nothing moves afterwards.
 * @param {CalculatorClient} core
 * @param {string} scenario what the question asks
 */
export async function prepareAnswer(core, scenario) {
  await core.loadDetails();
  try {
    core.evaluate(scenario);
  } catch (error) {
    // What else is wrong with it is said where it is asked.
    if (Object(error).code === "needs-full") await core.loadFull();
  }
}

/**
 * Puts the question into the header, and answers what stands under the bars.
 * @param {Context} ctx
 * @param {HTMLElement} header with the verdict
 */
export function askedView(ctx, header) {
  const { words, session } = ctx;
  const [{ id, text: asked, card }] = ctx.questions;
  const title = make("h1", { class: "question" }, words.name(card.title));
  header.querySelector(".title")?.append(title);
  // A page has one title, and here the question is it.
  const verdict = header.querySelector(".verdict");
  verdict?.replaceWith(make("p", { class: "verdict" }, ...verdict.childNodes));
  const again = button(words.say("questions.again"), () => ctx.load(asked, id), {
    class: "plain",
  });
  const mine = make("span");
  const own = make("p", { class: "own" }, mine, " ", again);
  const slider = MOVES_VOTES.test(card.scenario) ? questionSlider(ctx) : null;
  const body = questionBody(ctx, card, again, slider?.node ?? "");
  const node = make("section", { class: "asked", "aria-label": words.say("questions") }, own);
  node.append(...body.nodes);

  return {
    node,
    /** @param {Report} report */
    render(report) {
      // It keeps its room, so that the first edit moves nothing.
      text(mine, report.edited.any ? words.say("questions.own") : "");
      attr(own, "class", session.asksQuestion ? "own at-rest" : "own");
      slider?.render(report);
      body.render(report);
    },
    /** While its slider moves. @param {Glance} found */
    glance: (found) => body.glance(found),
  };
}
