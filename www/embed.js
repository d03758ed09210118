/** The page inside a frame: the element with the options that the page's address names. */

import { hearParent, sendHeights } from "./embed/host-messages.js";
import { SeatCalculator } from "./seat-calculator.js";

/**
 * Options an address may name. A headline of the host's is none of them: no address may put words
 * on a page.
 */
const OPTIONS = ["election", "scenario", "lang", "theme", "mode", "controls", "question"];

// Ids of parties may hold a "+", and no option a space.
const query = new URLSearchParams(location.search.replaceAll("+", "%2B"));
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
/** The election whose result stands in this page. */
const own = document.documentElement.dataset.election ?? "";

/** @param {string} theme */
const setTheme = (theme) => document.documentElement.setAttribute("data-theme", theme);

/** The element, with the attributes that the address asks for. */
function createElement() {
  const node = new SeatCalculator();
  if (own !== node.election) node.election = own;
  for (const name of OPTIONS) {
    const value = query.get(name);
    if (value !== null) node.setAttribute(name, value);
  }
  // The element itself drops what hosts append to it.
  if (location.hash.length > 1) node.setAttribute("scenario", location.hash);
  // Nor does an address name a feed: the page itself does.
  const { feed } = document.documentElement.dataset;
  if (feed) node.setAttribute("feed", feed);
  if (parent !== self) node.setAttribute("framed", "");
  return node;
}

/**
 * Links to the page of another election: frames asked for it here before each had a page.
 * @param {string} election
 */
function linkTo(election) {
  const link = document.createElement("a");
  Object.assign(link, { href: `${election}.html`, textContent: election, className: "asked" });
  Object.assign(link, { target: "_blank", rel: "noopener" });
  return link;
}

const node = createElement();
const asked = /^[a-z0-9-]+$/.exec(query.get("election") ?? own)?.[0] ?? own;
node.append(...(asked === own ? main.childNodes : [linkTo(asked)]));
main.replaceChildren(node);
setTheme(query.get("theme") ?? "auto");

sendHeights(main, location);
hearParent(({ theme, lang, scenario }) => {
  if (theme) {
    node.setAttribute("theme", theme);
    setTheme(theme);
  }
  if (lang) node.setAttribute("lang", lang);
  if (scenario !== undefined) node.setAttribute("scenario", scenario);
});
