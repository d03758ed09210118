/** A notice that the calculator could not be loaded; the declared result stays below it. */

import { attr, make, text } from "../components/dom.js";
import { bring } from "../core/assets.js";
import { Words } from "../i18n/messages.js";
import { loadMessages } from "./load.js";

/** @import { Options } from "./options.js" */

/** Said where the message file itself did not load. */
const LOST = {
  messages: {
    "load.failed": "The calculator could not be loaded.",
    "load.below": "Below is the declared result.",
    "load.retry": "Retry",
  },
  led: {},
  count: {},
};

/**
 * @param {import("../seat-calculator.js").SeatCalculator} element
 * @param {Element} screen what the notice stands above
 * @param {Options} options
 * @param {unknown} error
 * @param {() => void} retry
 */
export async function explainFailure(element, screen, options, error, retry) {
  const known = await knownWords(options.language);
  const words = known ?? new Words(options.language, LOST);
  showNotice(element, screen, words, retry);
  // There is no such file, or the id could be nobody's.
  const unknown = /^40|^no e/.test(String(Object(error).message));
  if (unknown && options.shipped && known)
    bring("element/unknown-election.js")
      .then(({ offerElections }) => offerElections(element, words))
      .catch(() => {});
}

/** Words from the message file; null where even that cannot be had. @param {string} language */
async function knownWords(language) {
  try {
    return new Words(language, await loadMessages(language));
  } catch {
    return null;
  }
}

/**
 * @param {HTMLElement} element @param {Element} screen @param {Words} words
 * @param {() => void} retry
 */
function showNotice(element, screen, words, retry) {
  const shown = element.shadowRoot?.querySelector(".failed");
  // A host may have put nothing between the tags.
  const below = element.querySelector("table") ? ` ${words.say("load.below")}` : "";
  const said = words.say("load.failed") + below;
  const [line, button] = [shown?.querySelector("p"), shown?.querySelector("button")];
  if (line && button) {
    attr(button, "aria-disabled", null);
    return text(line, said);
  }
  const again = make("button", {
    type: "button",
    onclick: () => {
      attr(again, "aria-disabled", "true");
      retry();
    },
  });
  text(again, words.say("load.retry"));
  screen.before(
    make(
      "div",
      { class: "page notice failed", role: "alert", "data-small": "" },
      make("p", {}, said),
      again,
    ),
  );
}
