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

/** Where a node stands: which child of which child. @param {Element} node @param {Element} page */
function placeOf(node, page) {
  const place = [];
  for (let at = node; at.parentElement && at !== page; at = at.parentElement)
    place.unshift([...at.parentElement.children].indexOf(at));
  return place;
}

/**
 * The node at a place, if it is of the same kind.
 * @param {Element} page
 * @param {number[]} place
 * @param {Element} like
 */
function nodeAt(page, place, like) {
  const found = place.reduce(
    (node, index) => node?.children[index],
    /** @type {Element | undefined} */ (page),
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
