/** What is said where no election has the id that was asked for: which there are, each to be had with one press. */

import { text as file } from "../core/assets.js";
import { make } from "../components/dom.js";

/**
 * Says so in the notice of what failed, unless there is such an election and something else went wrong. The id itself is
 * not repeated: no address may put words on a page.
 * @param {any} element @param {any} words
 */
export async function elsewhere(element, words) {
  const all = JSON.parse(await file("data/elections.json"));
  const asked = element.election;
  if (all.some(({ id }) => id === asked)) return;
  await words.complete();
  const notice = element.shadowRoot.querySelector(".failed");
  // Another election may have been asked for meanwhile.
  if (!notice || element.election !== asked) return;
  const choice = ({ id, title }) =>
    make(
      "li",
      {},
      make(
        "button",
        {
          type: "button",
          class: "plain",
          onclick: () => {
            element.election = id;
          },
        },
        words.name(title),
      ),
    );
  notice.replaceChildren(
    make("p", {}, words.say("load.none")),
    make("ul", { class: "wide", role: "list" }, ...all.map(choice)),
  );
  // A link to the page of an election that is none leads nowhere.
  element.querySelector(":scope > .asked")?.remove();
}
