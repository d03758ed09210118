// Pages: the places the build fills in.
//
// `{{base-url}}` is the address of publication without a trailing slash; lines of `og:` properties
// with it are left out where it is not known. `<!-- preload -->` becomes links to everything the
// page loads at its start, `<!-- declared-result -->` the result as static markup, `<!-- oembed
// -->` the link for content management systems. A page that says `{{election}}` or `{{frame}}`
// becomes one page for each election, with `{{title}}` and `{{seats}}`, and with the feed that
// `data/elections.json` names for it in the place of `{{feed}}` or `{{frame-feed}}`. Data and messages that
// scripts fetch at the start are named by the page's author in `<link rel="preload">`.

import { readdir } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { escaped } from "../../../www/components/escaped.js";
import { readText, root, write } from "./files.mjs";
import { oembedLink } from "./oembed.mjs";

const PRELOAD = "<!-- preload -->";

/** The WebAssembly that a generated module fetches. @param {string} file */
const binaryOf = (file) =>
  /^pkg\/(core\/)?seat_calculator\.js$/.test(file) ? [file.replace(".js", "_bg.wasm")] : [];

/**
 * Links to what the page's modules import and load, as far as the page does not name it itself.
 * @param {string} html
 * @param {string} page its file
 * @param {(file: string) => string[]} imports
 */
export function preloadLinks(html, page, imports) {
  const folder = dirname(page);
  const named = [
    ...html.matchAll(/<(?:script type="module" src|link rel="modulepreload" href)="([^"]+)"/g),
  ].map(([, address]) => posix.join(folder, address));
  const all = new Set(named.flatMap((file) => [...imports(file), ...binaryOf(file)]));
  const links = [...all]
    .filter((file) => !named.includes(file))
    .map((file) => {
      const kind = file.endsWith(".wasm")
        ? `"preload" as="fetch" type="application/wasm" crossorigin`
        : `"modulepreload"`;
      return `<link rel=${kind} href="${posix.relative(folder, file)}">`;
    });
  if (links.length && !html.includes(PRELOAD))
    throw new Error(`${page} has module scripts but no ${PRELOAD} in its head`);
  return links.join("\n");
}

/**
 * @param {string} template
 * @param {string} page
 * @param {string} baseUrl
 * @param {(file: string) => string[]} imports
 * @param {Partial<import("./declared.mjs").Declared>} [election]
 */
export function fillPage(
  template,
  page,
  baseUrl,
  imports,
  { id = "", title = "", seats = "", markup = "", feed = "" } = {},
) {
  const values = {
    [PRELOAD]: preloadLinks(template, page, imports),
    "<!-- declared-result -->": markup,
    "<!-- oembed -->": oembedLink(baseUrl, id),
    "{{base-url}}": baseUrl,
    "{{election}}": id,
    "{{frame}}": id,
    "{{title}}": title,
    "{{seats}}": seats,
    "{{feed}}": feed && ` feed="${escaped(feed)}"`,
    "{{frame-feed}}": feed && ` data-feed="${escaped(feed)}"`,
  };
  return template
    .split("\n")
    .filter((line) => baseUrl || !/^<meta property="og:.*\{\{base-url\}\}/.test(line))
    .join("\n")
    .replace(/<!-- [a-z-]+ -->|\{\{[a-z-]+\}\}/g, (place) => values[place] ?? place);
}

/**
 * @param {string} out
 * @param {string} baseUrl
 * @param {import("./declared.mjs").Declared[]} elections
 * @param {{ imports: (file: string) => string[] }} bundle
 */
export async function writePages(out, baseUrl, elections, { imports }) {
  const www = join(root, "www");
  const files = await readdir(www, { recursive: true });
  for (const file of files.filter((one) => one.endsWith(".html"))) {
    const template = await readText(join(www, file));
    const own = template.includes("{{frame}}")
      ? "frame"
      : template.includes("{{election}}") && "page";
    for (const election of own ? elections : [undefined]) {
      const page = own ? election[own] : file;
      const filled = own === "frame" ? { ...election, markup: election.framed } : election;
      await write(join(out, page), fillPage(template, page, baseUrl, imports, filled));
    }
  }
}
