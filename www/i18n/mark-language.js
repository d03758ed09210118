/**
 * Marks what is written in another script than the page's own with its language: names without a
 * Hindi form, and initials, wherever they stand. The script tells the language.
 */

import { make } from "../components/dom.js";

/** @typedef {{ lang: string, said: string }} Foreign */

/** Runs of letters of one script, with what may stand between the words of a name. */
const RUNS = {
  en: /\p{Script=Latin}+(?:[ .,&'’()/+–-]{1,3}\p{Script=Latin}+|\(\p{Script=Latin}+\))*/gu,
  hi: /\p{Script=Devanagari}+(?:[ .,()/-]{1,3}\p{Script=Devanagari}+)*/gu,
};
/** Elements that can hold text only, or none that is read. */
const WHOLE = "option, textarea, style, svg *";

/**
 * @param {string} said
 * @param {string} language in which it stands
 * @returns {(string | Foreign)[]} its parts in order; one string where all is in that language
 */
export function parts(said, language) {
  const found = Object.entries(RUNS)
    .filter(([lang]) => lang !== language)
    .flatMap(([lang, run]) =>
      [...said.matchAll(run)].map((match) => ({ lang, said: match[0], at: match.index })),
    )
    .sort((a, b) => a.at - b.at);
  /** @type {(string | Foreign)[]} */
  const all = [];
  let done = 0;
  for (const { lang, said: run, at } of found) {
    if (at > done) all.push(said.slice(done, at));
    all.push({ lang, said: run });
    done = at + run.length;
  }
  if (done < said.length) all.push(said.slice(done));
  return all;
}

/** @param {Text} text */
function markText(text) {
  const home = text.parentElement;
  const language = home?.closest("[lang]")?.getAttribute("lang");
  if (!home || !language) return;
  const found = parts(text.data, language);
  const foreign = found.find((part) => typeof part === "object");
  if (!foreign) return;
  if (home.closest(WHOLE)) {
    if (!found.some((part) => typeof part === "string" && /\p{L}/u.test(part)))
      home.setAttribute("lang", foreign.lang);
    return;
  }
  const nodes = found.map((part) =>
    typeof part === "string" ? part : make("bdi", { lang: part.lang }, part.said),
  );
  // In a flex or grid box each node would become a box of its own.
  const apart = nodes.length > 1 && /flex|grid/.test(getComputedStyle(home).display);
  text.replaceWith(...(apart ? [make("span", {}, ...nodes)] : nodes));
}

/** @param {Node} node */
function markWithin(node) {
  if (node instanceof Text) markText(node);
  else if (node instanceof Element) {
    // From the prototype, because an image named "createTreeWalker" hides the document's own.
    const texts = Document.prototype.createTreeWalker.call(document, node, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(/** @type {Text} */ (texts.currentNode));
    all.forEach(markText);
  }
}

/** Marks what is in `page`, and what comes into it. @param {Element} page */
export function mark(page) {
  const watcher = new MutationObserver((changes) => {
    try {
      for (const { target, type, addedNodes } of changes)
        for (const node of type === "childList" ? addedNodes : [target])
          if (node.isConnected) markWithin(node);
      // Not what it did itself.
      watcher.takeRecords();
    } catch {
      // A host page that broke what this needs still has a calculator.
      watcher.disconnect();
    }
  });
  markWithin(page);
  watcher.observe(page, { subtree: true, childList: true, characterData: true });
}
