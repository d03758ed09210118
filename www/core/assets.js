/**
 * The site's own files. They lie beside these modules, whatever page the element is on. The page
 * that carries everything in one file has another module in the place of this one.
 */

import { make } from "../components/dom.js";

/** Whether the page is one file without a site around it. */
export const alone = false;

/** @param {string} path from the site's folder */
export const address = (path) => new URL(`../${path}`, import.meta.url).href;

/** The text of a file. @param {string} path from the site's folder, or a whole address */
export async function text(path) {
  const answer = await fetch(/^[a-z]+:/.test(path) ? path : address(path));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return await answer.text();
}

/**
 * How often each module failed to load. A failed address stays failed for the browser, and so the
 * next attempt needs another.
 * @type {Map<string, number>}
 */
const failures = new Map();

/**
 * Loads a module when it is first needed.
 * @template {string} Path
 * @param {Path} path from the site's folder, written out where it is called: the build looks for it
 * @returns {Promise<import("../types.d.ts").Module<Path>>}
 */
export async function bring(path) {
  const times = failures.get(path) ?? 0;
  try {
    return await import(times ? `${address(path)}?retry=${times}` : address(path));
  } catch (error) {
    failures.set(path, times + 1);
    throw error;
  }
}

/**
 * A style sheet for a shadow root.
 * @param {string} name of the file in `css/`
 * @returns {{ node: HTMLElement, ready: Promise<void> | null }} ready: loaded, or failed to
 */
export function sheet(name) {
  const href = address(`css/${name}`);
  const crossorigin = !href.startsWith(`${self.origin}/`);
  const node = make("link", { rel: "stylesheet", href, crossorigin });
  /** @type {Promise<void>} */
  const ready = new Promise((done) => {
    node.addEventListener("load", () => done());
    node.addEventListener("error", () => done());
  });
  return { node, ready };
}
