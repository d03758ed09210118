/** Saves text as a file on the reader's machine. */

import { make } from "../components/dom.js";

/** Milliseconds after which a saved file needs no address any more. */
const SAVED = 60_000;

/** @param {string} content @param {string} type @param {string} name */
export function saveFile(content, type, name) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SAVED);
}
