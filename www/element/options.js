/** What the host chose: the element's attributes and data, as they are now. */

import { LANGUAGES } from "../i18n/messages.js";
import { readFragment } from "../state/address.js";

/** @import { Dataset, Mode, QuestionCard, Tool } from "../types.d.ts" */
/** @typedef {ReturnType<typeof readOptions>} Options */

/** The election that is shown where none is named. */
export const FIRST_ELECTION = "jharkhand-2024";
/** @type {Mode[]} */
const MODES = ["full", "compact", "result", "question"];
/** @type {Tool[]} */
const TOOLS = ["flip", "votes", "partners"];

/**
 * @param {HTMLElement & { election: string }} element
 * @param {string | URL | null} data given by the host: JSON text, or the address of some
 */
export function readOptions(element, data) {
  const src = element.getAttribute("src");
  const wantedMode = /** @type {Mode} */ (element.getAttribute("mode"));
  const mode = MODES.includes(wantedMode) ? wantedMode : "full";
  const ownsAddress = element.hasAttribute("address");
  return {
    mode,
    /** An election's id, JSON text, or an address. */
    source: data ?? (src === null ? element.election : resolved(src, element.baseURI)),
    /** Whether the data are those of an election of this site. */
    shipped: data === null && src === null,
    language: readLanguage(element, ownsAddress),
    tools: readTools(element, mode),
    scenario: element.getAttribute("scenario") ?? "",
    question: element.getAttribute("question"),
    headline: element.getAttribute("headline"),
    /** Whether the page's address is the element's own. */
    ownsAddress,
    framed: element.hasAttribute("framed"),
  };
}

/**
 * An address; one that makes no sense stays as it is, and loads nothing.
 * @param {string} src @param {string} base
 */
const resolved = (src, base) => (URL.canParse(src, base) ? new URL(src, base) : src);

/** @param {HTMLElement} element @param {boolean} ownsAddress */
function readLanguage(element, ownsAddress) {
  const asked = ownsAddress && new URLSearchParams(location.search).get("lang");
  const wanted = asked || element.getAttribute("lang") || "";
  return Object.hasOwn(LANGUAGES, wanted) ? wanted : "en";
}

/** @param {HTMLElement} element @param {Mode} mode */
function readTools(element, mode) {
  const named = element.getAttribute("controls")?.split(/[\s,]+/);
  if (named) return TOOLS.filter((tool) => named.includes(tool));
  return mode === "full"
    ? TOOLS
    : TOOLS.filter((tool) => mode === "compact" && tool === "partners");
}

/**
 * The question cards to show.
 * @param {Options} options
 * @param {Dataset} dataset
 * @returns {QuestionCard[]}
 */
export function chooseQuestions({ mode, question, headline, scenario }, dataset) {
  const all = dataset.questions ?? [];
  if (mode === "full") return all;
  if (mode !== "question") return [];
  if (headline) return [{ id: "own", title: headline, scenario: readFragment(scenario) }];
  const named = all.find(({ id }) => id === question);
  if (question && !named) {
    const known = all.map(({ id }) => id).join(", ");
    console.warn(`seat-calculator: no question is called "${question}"; there are: ${known}`);
  }
  return named ? [named] : all.slice(0, 1);
}
