/** What the host chose: the element's attributes and data, as they are now. */

import { LANGUAGES } from "../i18n/messages.js";
import { readFragment } from "../state/address.js";

/** @import { Dataset, Mode, QuestionCard, Tool } from "../types.d.ts" */
/** @typedef {ReturnType<typeof readOptions>} Options */

/** The election that is shown where none is named. */
export const FIRST_ELECTION = "jharkhand-2024";
/** Questions that a compact calculator offers. */
const COMPACT = 3;
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
  const recipe = element.getAttribute("recipe");
  const wantedMode = /** @type {Mode} */ (element.getAttribute("mode"));
  const mode = MODES.includes(wantedMode) ? wantedMode : "full";
  const ownsAddress = element.hasAttribute("address");
  // One of the reader's own elections, which this browser keeps.
  const own = element.hasAttribute("own")
    ? `own:${new URLSearchParams(location.search).get("election") ?? ""}`
    : null;
  return {
    mode,
    /** An election's id, JSON text, or an address. */
    source: data ?? own ?? (src === null ? element.election : resolved(src, element.baseURI)),
    /** Where a file of results that `src` names has its recipe. */
    recipe: recipe === null ? null : resolved(recipe, element.baseURI),
    /** Whether the data are those of an election of this site. */
    shipped: data === null && src === null && own === null,
    language: readLanguage(element, ownsAddress),
    tools: readTools(element, mode),
    /** Whether there is the check of claims: on our own whole page, and where `controls` names it. */
    claim: asksFor(element, "claim") ?? (mode === "full" && ownsAddress),
    scenario: element.getAttribute("scenario") ?? "",
    question: element.getAttribute("question"),
    headline: element.getAttribute("headline"),
    /** Whether the page's address is the element's own. */
    ownsAddress,
    framed: element.hasAttribute("framed"),
    /** Address of the feed of a count; empty where none is followed. */
    feed: element.hasAttribute("feed")
      ? String(resolved(element.getAttribute("feed") ?? "", element.baseURI))
      : "",
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
  return Object.keys(LANGUAGES).includes(wanted) ? wanted : "en";
}

/** Whether `controls` names something; undefined without it. @param {HTMLElement} element @param {string} name */
const asksFor = (element, name) =>
  element
    .getAttribute("controls")
    ?.split(/[\s,]+/)
    .includes(name);

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
  if (mode === "compact") return all.slice(0, COMPACT);
  if (mode !== "question") return [];
  if (headline) return [{ id: "own", title: headline, scenario: readFragment(scenario) }];
  const named = all.find(({ id }) => id === question);
  if (question && !named) {
    const known = all.map(({ id }) => id).join(", ");
    console.warn(`seat-calculator: no question is called "${question}"; there are: ${known}`);
  }
  return named ? [named] : all.slice(0, 1);
}

/** A scenario of which a host may have written the edits alone. @param {string} text @param {Dataset} dataset */
export const wholeText = (text, { id }) =>
  !text || text.includes("~") ? text : `0~1~${id}~~${text}`;
