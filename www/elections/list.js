/** What the chooser opens: all elections of the site, the reader's own, and the way to another. */

import { button, make } from "../components/dom.js";
import { bring } from "../core/assets.js";
import { electionsView } from "../facts/elections.js";
import { importWords } from "../import/words.js";
import { ownElections } from "./own-elections.js";

/** @import { Context } from "../types.d.ts" */

/** @param {Context} ctx */
export async function listView(ctx) {
  const { node: links } = await electionsView(ctx);
  const { language } = ctx.words;
  const words = await importWords(language);
  const own = await ownElections(language, ctx.own ?? "");
  const another = button(words.say("own.open"), () => startImport(ctx, node));
  const node = make("div", { class: "chooser-list" }, links, own, another);
  // Once it stands in the chooser.
  setTimeout(() => closeByItself(node));
  return { node, render() {} };
}

/** Opens the import over the page. @param {Context} ctx @param {HTMLElement} node in the chooser */
async function startImport({ words }, node) {
  const chooser = node.closest("details");
  const page = /** @type {HTMLElement} */ (node.closest(".page"));
  if (chooser) chooser.open = false;
  const { openImport } = await bring("import/dialog.js");
  await openImport(page, words.language);
}

/**
 * The open chooser lies over the page: Escape closes it, and so does what happens elsewhere.
 * @param {HTMLElement} node inside it
 */
function closeByItself(node) {
  const chooser = node.closest("details");
  if (!chooser) return;
  const close = () => {
    chooser.open = false;
  };
  chooser.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !chooser.open) return;
    close();
    chooser.querySelector("summary")?.focus();
  });
  chooser.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !chooser.contains(relatedTarget)) close();
  });
  chooser.getRootNode().addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !chooser.contains(target)) close();
  });
}
