/**
 * What is wrong with a host's own data, for whoever builds the page: in a fold of the notice, and
 * whole in the console.
 */

import { make } from "../components/dom.js";
import { completeWords } from "./load.js";

/** @import { Problem } from "../types.d.ts" */
/** @import { Words } from "../i18n/messages.js" */

/** As many as the page lists. */
const LISTED = 20;

/** "constituencies[3].winner: a serial of a candidate, 1 or more" @param {Problem} problem */
const line = ({ path, message }) => (path ? `${path}: ${message}` : message);

/**
 * The problems of an error, each with its place, and how many there are. What is no error of the
 * core's, as of a file that is none or no JSON, is one problem without a place.
 * @param {unknown} error
 */
function problemsOf(error) {
  const { problems, all, total, message } = Object(error);
  /** @type {Problem[]} */
  const told = all ?? problems ?? [{ path: "", code: "", message: String(message ?? error) }];
  return { told, total: Number(total ?? told.length) };
}

/**
 * @param {Element} notice that the calculator could not be loaded
 * @param {unknown} error
 * @param {Words} words
 */
export async function tellProblems(notice, error, words) {
  const { told, total } = problemsOf(error);
  const lines = told.map(line);
  if (total > told.length) lines.push(`and ${total - told.length} more`);
  console.warn([`seat-calculator: problems of the data: ${total}`, ...lines].join("\n  "));
  await completeWords(words);
  // Tried again, they are others.
  notice.querySelector("details")?.remove();
  const more = total - Math.min(told.length, LISTED);
  notice.append(
    make(
      "details",
      { class: "wide" },
      make("summary", {}, words.say("load.problems", { n: total })),
      make("ol", { class: "data-problems", lang: "en" }, ...told.slice(0, LISTED).map(item)),
      more ? make("p", { class: "quiet-text" }, words.say("load.problems.more", { n: more })) : "",
    ),
  );
}

/** @param {Problem} problem */
const item = ({ path, message }) =>
  make("li", {}, ...(path ? [make("code", {}, path), " "] : []), message);
