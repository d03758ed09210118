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
  const { code } = Object(error);
  showNotice(
    element,
    screen,
    words,
    code === "import" && known ? "load.file" : "load.failed",
    retry,
  );
  if (known) sayMore(element, options, error, words);
}

/**
 * What helps with this error, once it has loaded; nobody waits for it.
 * @param {import("../seat-calculator.js").SeatCalculator} element
 * @param {Options} options @param {unknown} error @param {Words} words
 */
async function sayMore(element, options, error, words) {
  const notice = element.shadowRoot?.querySelector(".failed");
  if (!notice) return;
  const { code, message } = Object(error);
  try {
    if (code === "not-kept") {
      const { offerOwn } = await bring("elections/not-kept.js");
      await offerOwn(notice, options.language);
    } else if (!options.shipped) {
      const { tellProblems } = await bring("element/data-problems.js");
      await tellProblems(notice, error, words);
    } else if (/^40|^no e/.test(String(message))) {
      // There is no such file, or the id could be nobody's.
      const { offerElections } = await bring("element/unknown-election.js");
      await offerElections(element, words);
    }
  } catch {
    // What was said so far stands.
  }
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
 * @param {"load.failed" | "load.file"} why @param {() => void} retry
 */
function showNotice(element, screen, words, why, retry) {
  const shown = element.shadowRoot?.querySelector(".failed");
  // A host may have put nothing between the tags.
  const below = element.querySelector("table") ? ` ${words.say("load.below")}` : "";
  const said = words.say(why) + below;
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
