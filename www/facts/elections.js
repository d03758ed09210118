/** Links to the other elections, and to other counts of this one's seats. */

import { make } from "../components/dom.js";
import { elections } from "./data.js";
import { electionLink, linkList } from "./links.js";

/** @import { Context } from "../types.d.ts" */
/** @import { ElectionEntry } from "./types.d.ts" */

/** @param {Context} ctx */
export async function electionsView({ words, dataset }) {
  const all = await elections();
  /** @param {ElectionEntry} one */
  const line = (one) => {
    const title = words.name(one.title);
    return one.id === dataset.id
      ? make("b", { "aria-current": "page" }, title)
      : electionLink(one, title);
  };
  /** @param {string} key @param {ElectionEntry[]} some */
  const group = (key, some) => [make("h3", {}, words.say(key)), linkList(some.map(line))];
  const own = all.filter((one) => !one.of);
  const others = all.filter((one) => one.of);
  const node = make(
    "div",
    {},
    ...group("elections.own", own),
    ...group("elections.readings", others),
    make("p", { class: "quiet-text" }, words.say("elections.note")),
  );
  return { node, render() {} };
}
