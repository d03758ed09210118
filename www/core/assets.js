/**
 * The page's own files, which lie beside these modules whoever's page the element is on. A build that carries
 * everything in one file puts another module in the place of this one.
 */

import { make } from "../components/dom.js";

/** @param {string} path from the site's folder @returns {string} */
export const address = (path) => new URL(`../${path}`, import.meta.url).href;

/** The text of a file. @param {string} path from the site's folder, or a whole address */
export async function text(path) {
  const answer = await fetch(/^[a-z]+:/.test(path) ? path : address(path));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.text();
}

/** How often a module failed to come: its address then stays failed, so that the next attempt needs another. @type {Map<string, number>} */
const failed = new Map();

/** A module that is asked for once it is needed. @param {string} path from the site's folder @returns {Promise<any>} */
export async function bring(path) {
  const times = failed.get(path) ?? 0;
  try {
    return await import(times ? `${address(path)}?retry=${times}` : address(path));
  } catch (error) {
    failed.set(path, times + 1);
    throw error;
  }
}

/** Looks, for a shadow root. @param {string} name of the file in `css/` @returns {{ node: any, ready: Promise<any> | null }} */
export function sheet(name) {
  const href = address(`css/${name}`);
  const node = make("link", {
    rel: "stylesheet",
    href,
    crossorigin: !href.startsWith(`${self.origin}/`),
  });
  const ready = new Promise((done) => {
    node.addEventListener("load", done);
    node.addEventListener("error", done);
  });
  return { node, ready };
}
