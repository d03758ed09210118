/** The tools of an embed, as folds. */

import { make } from "../components/dom.js";

/** @import { LazyView, Tool, View } from "../types.d.ts" */
/** @import { Words } from "../i18n/messages.js" */
/** @typedef {{ tool: Tool, view: View | LazyView }} ToolView */
/**
 * A tool's node, and what moves the focus to it.
 * @typedef {{ node: HTMLElement, focus(): void }} Tools
 */

/** @param {View | LazyView} view */
const open = (view) => "open" in view && view.open();

/**
 * Folds: an embed loads a tool when it is opened.
 * @param {Words} words @param {ToolView[]} tools @returns {Tools}
 */
export function toolFolds(words, tools) {
  const node = make("section", { class: "tools", "aria-label": words.say("tools") });
  for (const { tool, view } of tools) {
    const fold = make(
      "details",
      { "data-tool": tool, ontoggle: () => fold.open && open(view) },
      make("summary", {}, words.say(`tool.${tool}`)),
      make("p", { class: "quiet-text" }, words.say(`tool.${tool}.note`)),
      view.node,
    );
    node.append(fold);
  }
  return { node, focus: () => node.querySelector("summary")?.focus() };
}
