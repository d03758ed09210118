/** The chooser of elections near the page's title. Its list is loaded when it is opened. */

import { make } from "../components/dom.js";
import { fold } from "../components/lazy-view.js";

/** @import { Context, Language } from "../types.d.ts" */

/** What stands on the closed chooser: "Nov 2024", or that there are other elections. */
export const chooserLabel = (/** @type {Pick<Language, "words" | "dataset">} */ ctx) =>
  ctx.words.date(ctx.dataset.counted?.slice(0, 7) ?? "") || ctx.words.say("elections.choose");

/** @param {Context} ctx */
export function chooserView(ctx) {
  const view = fold(ctx, chooserLabel(ctx), "elections/list.js", "listView", {
    class: "chooser",
    css: "elections.css",
  });
  const said = make("span", { class: "quiet" }, `, ${ctx.words.say("elections.choose")}`);
  if (ctx.dataset.counted) view.node.querySelector("summary")?.append(said);
  return view;
}
