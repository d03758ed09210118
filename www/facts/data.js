/** Files of the page's own that facts are made of, and parts that they share. */

import { address as whereIs, text } from "../core/assets.js";
import { make } from "../components/dom.js";

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** A data file, fetched once; one that failed is asked for again. @param {string} name @returns {Promise<string>} */
export function file(name) {
  if (!files.has(name)) {
    const coming = text(`data/${name}.json`);
    coming.catch(() => files.delete(name));
    files.set(name, coming);
  }
  return files.get(name);
}

/** The file of facts around the election. @param {any} ctx @returns {Promise<any>} */
export async function facts({ dataset }) {
  return JSON.parse(await file(`${dataset.id}.facts`));
}

/** All elections that have a page. @returns {Promise<any[]>} */
export async function elections() {
  return JSON.parse(await file("elections"));
}

/** The address of an election's page. @param {{ page: string }} election */
export function address({ page }) {
  return whereIs(page);
}

/** A link to another page of this site: in the same window, unless this one is only a frame of somebody's. @param {string} href @param {string} said */
export function link(href, said) {
  // One file on a disk that knows no site has no other pages.
  if (!/^https?:/.test(href)) return make("span", {}, said);
  return make(
    "a",
    { href, target: globalThis.top === globalThis ? null : "_blank", rel: "noopener" },
    said,
  );
}

/**
 * A view made of what has to come first; says so meanwhile, and offers to try again.
 * @param {any} ctx
 * @param {() => Promise<{ node: Node, render?: (report: any) => void }>} make_ makes the view
 */
export function brought(ctx, make_) {
  const { words, session } = ctx;
  const said = make("p", { class: "quiet-text", role: "status" });
  const node = make("div", {}, said);
  /** @type {any} */
  let view = null;
  async function open() {
    said.textContent = words.say("later.coming");
    node.replaceChildren(said);
    try {
      view = await make_();
      view.render?.(session.report);
      node.replaceChildren(view.node);
    } catch (error) {
      console.warn("seat-calculator:", error);
      said.textContent = words.say("later.failed");
      node.append(make("button", { type: "button", onclick: open }, words.say("load.retry")));
    }
  }
  open();
  return { node, render: (report) => view?.render?.(report) };
}

/** A heading cell. @param {string} said @param {string} [kind] @param {string} [long] what it is read as */
export function head(said, kind = "number", long) {
  return make("th", { scope: "col", class: kind, "aria-label": long ?? null }, said);
}

/** A wide table that scrolls by itself, by key too. @param {string} label @param {Node} table */
export function wide(label, table) {
  return make(
    "div",
    { class: "wide-table", role: "region", "aria-label": label, tabindex: "0" },
    table,
  );
}

/** Where a figure is from: a link where that is an address. @param {string} source */
export function cited(source) {
  if (!/^https:\/\//.test(source)) return source;
  return make(
    "a",
    { href: source, rel: "noopener" },
    new URL(source).hostname.replace(/^www\./, ""),
  );
}
