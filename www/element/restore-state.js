/** The page once more in another language: the same tool, folds, rows and pictures are open. */

import { attr } from "../components/dom.js";

/** What has been opened or chosen by hand. */
const OPENED =
  "details[open], [aria-expanded=true], [role=tab][aria-selected=true], input[type=radio]:checked";
/** Folds lie in folds, and each may have to be loaded. */
const DEPTH = 6;
/** Milliseconds after which what has not come is left closed. */
const LONGEST = 10_000;

const isOpen = (node) => node.matches(OPENED);
const seat = (node) => node.closest("[data-seat]")?.getAttribute("data-seat");

/** Where a node stands: which child of which child. @param {any} node @param {Element} page */
function placeOf(node, page) {
  const place = [];
  for (let at = node; at !== page; at = at.parentNode)
    place.unshift([...at.parentNode.children].indexOf(at));
  return place;
}

/** @param {Element} page @param {number[]} place @param {any} like the same in the old page */
function at(page, place, like) {
  const found = place.reduce((node, index) => node?.children[index], page);
  return found?.tagName === like.tagName &&
    seat(found) === seat(like) &&
    found.getAttribute("role") === like.getAttribute("role")
    ? found
    : null;
}

/** @param {any} node */
function open(node) {
  if (node.matches("details")) node.open = true;
  else node.click();
}

/** @param {any} old the page that went @param {any} page the one in its place, of the same mode @param {any} sign marked as long as something is on its way */
export async function reopen(old, page, sign) {
  let waiting = [...old.querySelectorAll(OPENED)].map((node) => ({
    node,
    place: placeOf(node, old),
  }));
  const end = Date.now() + LONGEST;
  const rest = () =>
    new Promise((done) => {
      setTimeout(done, 20);
    });
  attr(sign, "aria-busy", "true");
  for (let round = 0; round < DEPTH && waiting.length; round++) {
    waiting = waiting.filter(({ node, place }) => {
      const found = at(page, place, node);
      if (found && !isOpen(found)) open(found);
      return !found;
    });
    do await rest();
    while (
      Date.now() < end &&
      [...page.querySelectorAll("[aria-busy=true]")].some((one) => one !== sign)
    );
  }
  attr(sign, "aria-busy", null);
}
