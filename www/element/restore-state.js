/** After a switch of language the same tool, folds, rows and pictures are open on the new page. */

import { attr } from "../components/dom.js";

/** What has been opened or chosen by hand. */
const OPENED =
  "details[open], [aria-expanded=true], [role=tab][aria-selected=true], input[type=radio]:checked";
/** Folds lie in folds, and each may have to be loaded. */
const DEPTH = 6;
/** Milliseconds between two looks for what was loaded. */
const PAUSE = 20;
/** Milliseconds after which what has not been loaded stays closed. */
const LONGEST = 10_000;

/** The constituency that a node is about. @param {Element} node */
const seatOf = (node) => node.closest("[data-seat]")?.getAttribute("data-seat");

/** Siblings of one kind stand in the same order on both pages. @param {Element} node */
const kindOf = (node) => `${node.localName}.${node.classList[0] ?? ""}`;

/** @param {Element | undefined} parent @param {string} kind */
const childrenOf = (parent, kind) =>
  [...(parent?.children ?? [])].filter((node) => kindOf(node) === kind);

/**
 * Where a node stands below the page, or below what has an id: of which kind of child the how many
 * of them. What is loaded later on one of the pages counts only among its own kind.
 * @param {Element} node
 * @param {Element} page
 */
function placeOf(node, page) {
  /** @type {{ kind: string, nth: number }[]} */
  const steps = [];
  let at = node;
  for (; at.parentElement && at !== page && !at.id; at = at.parentElement) {
    const kind = kindOf(at);
    steps.unshift({ kind, nth: childrenOf(at.parentElement, kind).indexOf(at) });
  }
  return { id: at === page ? "" : at.id, steps };
}

/**
 * The node at a place, if it is of the same kind.
 * @param {Element} page
 * @param {ReturnType<typeof placeOf>} place
 * @param {Element} like
 */
function nodeAt(page, { id, steps }, like) {
  const from = id ? page.querySelector(`#${CSS.escape(id)}`) : page;
  const found = steps.reduce(
    (node, { kind, nth }) => childrenOf(node, kind)[nth],
    /** @type {Element | undefined} */ (from ?? undefined),
  );
  const same =
    found?.tagName === like.tagName &&
    seatOf(found) === seatOf(like) &&
    found.getAttribute("role") === like.getAttribute("role");
  return same && found instanceof HTMLElement ? found : null;
}

/** @param {HTMLElement} node */
function open(node) {
  if (node instanceof HTMLDetailsElement) node.open = true;
  else node.click();
}

/**
 * @param {Element} old the page that went
 * @param {Element} page the one in its place, of the same mode
 * @param {Element} sign marked as busy as long as something is being loaded
 */
export async function restoreState(old, page, sign) {
  const opened = [...old.querySelectorAll(OPENED)];
  let waiting = opened.map((node) => ({ node, place: placeOf(node, old) }));
  const end = Date.now() + LONGEST;
  const isLoading = () =>
    Date.now() < end && [...page.querySelectorAll("[aria-busy=true]")].some((one) => one !== sign);
  attr(sign, "aria-busy", "true");
  for (let round = 0; round < DEPTH && waiting.length; round++) {
    waiting = waiting.filter(({ node, place }) => {
      const found = nodeAt(page, place, node);
      if (found && !found.matches(OPENED)) open(found);
      return !found;
    });
    do await new Promise((done) => setTimeout(done, PAUSE));
    while (isLoading());
  }
  attr(sign, "aria-busy", null);
}
