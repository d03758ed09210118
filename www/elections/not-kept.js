/** The page for the reader's own elections, where it has none to show. */

import { attr, button, make } from "../components/dom.js";
import { sheet } from "../core/assets.js";
import { openImport } from "../import/dialog.js";
import { importWords } from "../import/words.js";
import { ownElections } from "./own-elections.js";

/**
 * Says that an election is not kept here, and offers a file or one of those that are. Without an
 * id nobody asked for one.
 * @param {Element} notice what the page shows instead of an election
 * @param {string} language
 */
export async function offerOwn(notice, language) {
  const words = await importWords(language);
  const asked = new URLSearchParams(location.search).get("election");
  const open = button(words.say("file.title"), () => openImport(notice, language));
  attr(notice, "lang", language);
  notice.replaceChildren(
    sheet("elections.css").node,
    make("h1", {}, words.say("title")),
    make("p", {}, words.say(asked ? "own.none" : "own.start")),
    open,
    await ownElections(language, ""),
  );
  document.title = words.say("title");
  if (!asked) await openImport(notice, language);
}
