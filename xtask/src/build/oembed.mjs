// What a content management system asks for when an editor pastes the page's address: oEmbed
// (oembed.com, 1.0) as one static file for each election, and the link by which it is found. Both
// need the address of publication.

import { join } from "node:path";
import { escaped } from "../../../www/components/escaped.js";
import { write } from "./files.mjs";

/** The size in CSS pixels that a host gives before the frame says how tall it is. */
const WIDTH = 600;
const HEIGHT = 720;
/** How long a host may keep the answer, in seconds. */
const CACHE = 86_400;

/**
 * The link by which the answer for an election's page is found; empty where the address is unknown.
 * @param {string} baseUrl
 * @param {string} id
 */
export const oembedLink = (baseUrl, id) =>
  baseUrl &&
  `<link rel="alternate" type="application/json+oembed" title="Seat calculator" href="${escaped(baseUrl)}/oembed/${id}.json">`;

/**
 * @param {string} baseUrl
 * @param {Pick<import("./declared.mjs").Declared, "page" | "frame" | "title" | "plainTitle">}
 *   election
 */
export function oembedAnswer(baseUrl, { page, frame, title, plainTitle }) {
  // The first page's address goes without its file name.
  const home = escaped(`${baseUrl}/${page === "index.html" ? "" : page}`);
  const source = escaped(`${baseUrl}/${frame}?mode=compact`);
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Seat calculator",
    provider_url: `${baseUrl}/`,
    title: plainTitle,
    // The two elements and the class that WordPress lets through from sites it does not know. It
    // makes no frame taller than 1000 CSS pixels, so that the frame has to scroll.
    html:
      `<blockquote class="wp-embedded-content"><a href="${home}">${title}</a></blockquote>` +
      `<iframe class="wp-embedded-content" src="${source}" title="${title}" width="${WIDTH}" height="${HEIGHT}" ` +
      `sandbox="allow-scripts" frameborder="0" marginwidth="0" marginheight="0"></iframe>`,
    width: WIDTH,
    height: HEIGHT,
    cache_age: CACHE,
  };
}

/**
 * Writes `oembed/<election>.json` for every election.
 * @param {string} out
 * @param {string} baseUrl
 * @param {import("./declared.mjs").Declared[]} elections
 */
export async function writeOembed(out, baseUrl, elections) {
  for (const election of elections)
    await write(
      join(out, `oembed/${election.id}.json`),
      JSON.stringify(oembedAnswer(baseUrl, election)),
    );
}
