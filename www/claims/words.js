/** The sentences of the claim check, which no other part of the page says. */

import { text } from "../core/assets.js";
import { Words } from "../i18n/messages.js";

/** The sentences, and every measure that has a name. @typedef {{ words: Words, measures: string[] }} ClaimWords */

/** @type {Map<string, Promise<ClaimWords>>} */
const known = new Map();

/** @param {string} language */
export function claimWords(language) {
  let words = known.get(language);
  if (!words) {
    words = text(`claims/${language}.json`).then((file) => {
      const messages = JSON.parse(file);
      const measures = Object.keys(messages).flatMap(
        (key) => /^measure\.(.+)$/.exec(key)?.[1] ?? [],
      );
      return { words: new Words(language, { messages, led: {}, count: {} }), measures };
    });
    words.catch(() => known.delete(language));
    known.set(language, words);
  }
  return words;
}
