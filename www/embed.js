/** The page inside a frame: the element with the options its address names, and what frame and host say to each other. */

import { hearParent, sendHeights } from "./embed/host-messages.js";
import { SeatCalculator } from "./seat-calculator.js";

/** Options an address may name. An editor's own headline is none of them: no address may put words on a page. */
const OPTIONS = ["election", "scenario", "lang", "theme", "mode", "controls", "question"];

/** Whose result stands in this page. */
const own = document.documentElement.dataset.election;
const query = new URLSearchParams(location.search);
const main = document.querySelector("main");
const node = new SeatCalculator();
if (own !== node.election) node.setAttribute("election", own);
for (const name of OPTIONS) if (query.has(name)) node.setAttribute(name, query.get(name));
// The element itself drops what hosts append to it.
if (location.hash.length > 1) node.setAttribute("scenario", location.hash);
if (parent !== self) node.setAttribute("framed", "");
const dress = (theme) => document.documentElement.setAttribute("data-theme", theme);
dress(query.get("theme") ?? "auto");
const other = /^[a-z0-9-]+$/.exec(query.get("election") ?? own)?.[0] ?? own;
if (other === own) node.append(...main.childNodes);
else {
  // Another election than the page's own, as frames asked for it before each had a page.
  const link = document.createElement("a");
  Object.assign(link, {
    href: `${other}.html`,
    textContent: other,
    target: "_blank",
    rel: "noopener",
    className: "asked",
  });
  node.append(link);
  main.replaceChildren();
}
main.append(node);

sendHeights(main, location);
hearParent(({ theme, lang, scenario }) => {
  if (theme) {
    node.setAttribute("theme", theme);
    dress(theme);
  }
  if (lang) node.setAttribute("lang", lang);
  if (scenario !== undefined) node.setAttribute("scenario", scenario);
});
