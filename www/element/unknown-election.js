/** Offers the elections there are, where one was asked for that there is not. */

import { make } from "../components/dom.js";
import { text } from "../core/assets.js";

/**
 * Says so in the notice of the failure, unless the election exists and something else went wrong.
 * The id itself is not repeated: no address may put words on a page.
 * @param {import("../seat-calculator.js").SeatCalculator} element
 * @param {import("../i18n/messages.js").Words} words
 */
export async function offerElections(element, words) {
  /** @type {{ id: string, title: import("../types.d.ts").Name }[]} */
  const all = JSON.parse(await text("data/elections.json"));
  if (all.some(({ id }) => id === element.election)) return;
  const choices = all.map(({ id, title }) => {
    const onclick = () => {
      element.election = id;
    };
    const choice = make("button", { type: "button", class: "plain", onclick }, words.name(title));
    return make("li", {}, choice);
  });
  element.shadowRoot
    ?.querySelector(".failed")
    ?.replaceChildren(
      make("p", {}, words.say("load.none")),
      make("ul", { class: "wide", role: "list" }, ...choices),
    );
  // A link to the page of an election that does not exist leads nowhere.
  element.querySelector(":scope > .asked")?.remove();
}
