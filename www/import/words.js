/** The sentences of the import, which no other part of the page says. */

import { text } from "../core/assets.js";
import { Words } from "../i18n/messages.js";

/** @import { Sentence } from "../pkg/import/seat_import.js" */

/** @type {Map<string, Promise<Words>>} */
const known = new Map();

/** @param {string} language */
export function importWords(language) {
  let words = known.get(language);
  if (!words) {
    words = text(`import/${language}.json`).then(
      (file) => new Words(language, { messages: JSON.parse(file), led: {}, count: {} }),
    );
    words.catch(() => known.delete(language));
    known.set(language, words);
  }
  return words;
}

/** A sentence of the importer. @param {Words} words @param {Sentence} sentence */
export const said = ({ language }, sentence) =>
  sentence[/** @type {keyof Sentence} */ (language)] ?? sentence.en;
