/** The tools of a full page, as tabs. */

import { make } from "../components/dom.js";
import { tabs } from "../components/tabs.js";

/** @import { Words } from "../i18n/messages.js" */
/** @import { Tools, ToolView } from "./tools.js" */

/** @param {Words} words @param {ToolView[]} tools @returns {Tools} */
export function toolTabs(words, tools) {
  const all = tools.map(({ tool, view }) => ({
    key: tool,
    title: words.say(`tool.${tool}`),
    panel: make(
      "div",
      { id: `tool-${tool}` },
      make("p", { class: "quiet-text" }, words.say(`tool.${tool}.note`)),
      view.node,
    ),
  }));
  const { bar, choose, focus } = tabs(words.say("tools"), all, (index) => {
    const { view } = tools[index];
    if ("open" in view) view.open();
  });
  const panels = all.map(({ panel }) => panel);
  choose(0);
  return { node: make("section", { class: "tools" }, bar, ...panels), focus };
}
