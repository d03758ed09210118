/** Links out of the facts: to other elections, and to sources. */

import { make } from "../components/dom.js";
import { address } from "../core/assets.js";

/**
 * A link to another page of this site: in the same window, unless this one is only a frame.
 * @param {string} href
 * @param {string} said
 */
export function pageLink(href, said) {
  // One file on a disk that knows no site has no other pages.
  if (!/^https?:/.test(href)) return make("span", {}, said);
  const target = globalThis.top === globalThis.self ? null : "_blank";
  return make("a", { href, target, rel: "noopener" }, said);
}

/** A link to an election's page. @param {{ page: string }} election @param {string} said */
export const electionLink = ({ page }, said) => pageLink(address(page), said);

/**
 * A source: a link where that is an address.
 * @param {string | undefined} source
 * @param {string} [said] the name of the site, unless said otherwise
 */
export function sourceLink(source = "", said) {
  if (!/^https:\/\//.test(source)) return said ?? source;
  const site = new URL(source).hostname.replace(/^www\./, "");
  return make("a", { href: source, rel: "noopener" }, ...(said ? [said] : breakable(site)));
}

/** A host's name, which may go on in the next line after each dot. @param {string} site */
const breakable = (site) =>
  site.split(".").flatMap((part, i) => (i ? [".", make("wbr"), part] : [part]));

/** A list of links. @param {Node[]} links */
export const linkList = (links) =>
  make("ul", { class: "links", role: "list" }, ...links.map((link) => make("li", {}, link)));

/** What the figures are from, in a fold. @param {string} title @param {Node[]} items */
export const sourceFold = (title, items) =>
  make(
    "details",
    {},
    make("summary", {}, title),
    make("ul", { class: "quiet-list", role: "list" }, ...items),
  );
