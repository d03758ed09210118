/**
 * Marks what is written in another script than the page's own with its language: names of which no Hindi one is known,
 * and initials, wherever they stand and whatever put them there. Of the languages there are, the script tells which it is.
 */

import { make } from "../components/dom.js";

/** Runs of letters of one script, with what stands between the words of a name; the mark of a side's number is none. */
const RUNS = {
  en: /\p{Script=Latin}+(?:[ .,&'’()/+–-]{1,3}\p{Script=Latin}+|\(\p{Script=Latin}+\))*/gu,
  hi: /\p{Script=Devanagari}+(?:[ .,()/-]{1,3}\p{Script=Devanagari}+)*/gu,
};
/** What can hold text only, or holds none that is read. */
const WHOLE = "option, textarea, style, svg *";

/** @param {Element | null} node */
const spoken = (node) => node?.closest("[lang]")?.getAttribute("lang");

/**
 * @param {string} said
 * @param {string} language in which it stands
 * @returns {(string | { lang: string, said: string })[]} its parts in order; one string where all of it is in that language
 */
export function parts(said, language) {
  const found = Object.entries(RUNS)
    .filter(([lang]) => lang !== language)
    .flatMap(([lang, run]) =>
      [...said.matchAll(run)].map((match) => ({ lang, said: match[0], at: match.index })),
    )
    .sort((a, b) => a.at - b.at);
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
function one(text) {
  const home = text.parentElement;
  const language = spoken(home);
  if (!language) return;
  const found = parts(text.data, language);
  if (!found.some((part) => typeof part === "object")) return;
  if (home.closest(WHOLE)) {
    if (!found.some((part) => typeof part === "string" && /\p{L}/u.test(part)))
      home.setAttribute("lang", found.find((part) => typeof part === "object").lang);
    return;
  }
  const nodes = found.map((part) =>
    typeof part === "string" ? part : make("bdi", { lang: part.lang }, part.said),
  );
  // Boxes that lie beside each other would become of one that stands alone.
  const apart = nodes.length > 1 && /flex|grid/.test(getComputedStyle(home).display);
  text.replaceWith(...(apart ? [make("span", {}, ...nodes)] : nodes));
}

/** @param {Node} node */
function within(node) {
  if (node.nodeType === Node.TEXT_NODE) one(/** @type {Text} */ (node));
  else if (node.nodeType === Node.ELEMENT_NODE) {
    // Of the prototype: an image named "createTreeWalker" hides the document's own.
    const texts = Document.prototype.createTreeWalker.call(document, node, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all) one(text);
  }
}

/** Marks what is in `page`, and what comes into it. @param {Element} page */
export function mark(page) {
  const watcher = new MutationObserver((changes) => {
    try {
      for (const { target, type, addedNodes } of changes)
        for (const node of type === "childList" ? addedNodes : [target])
          if (node.isConnected) within(node);
      // What it did itself.
      watcher.takeRecords();
    } catch {
      // A page that broke what this needs still has a calculator.
      watcher.disconnect();
    }
  });
  within(page);
  watcher.observe(page, { subtree: true, childList: true, characterData: true });
}
