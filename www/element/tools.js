/** The tools: as tabs on the full page, as folds in an embed. */

import { attr, make, show } from "../components/dom.js";

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
 * Tabs; arrow keys move between them.
 * @param {Words} words @param {ToolView[]} tools @returns {Tools}
 */
export function toolTabs(words, tools) {
  const bar = make("div", { class: "tabs", role: "tablist", "aria-label": words.say("tools") });
  const node = make("section", { class: "tools" }, bar);
  let chosen = 0;
  const tabs = tools.map(({ tool, view }, index) => {
    const tab = make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${tool}`,
        "aria-controls": `tool-${tool}`,
        onclick: () => choose(index),
      },
      words.say(`tool.${tool}`),
    );
    const panel = make(
      "div",
      { role: "tabpanel", id: `tool-${tool}`, "aria-labelledby": `tab-${tool}` },
      make("p", { class: "quiet-text" }, words.say(`tool.${tool}.note`)),
      view.node,
    );
    bar.append(tab);
    node.append(panel);
    return { tab, panel, view };
  });

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    open(tabs[index].view);
    tabs.forEach(({ tab, panel }, i) => {
      attr(tab, "aria-selected", String(i === index));
      attr(tab, "tabindex", i === index ? null : "-1");
      show(panel, i === index);
    });
  }

  bar.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    choose((chosen + step + tabs.length) % tabs.length);
    tabs[chosen].tab.focus();
    event.preventDefault();
  });
  choose(0);
  return { node, focus: () => tabs[chosen].tab.focus() };
}

/**
 * Folds: an embed loads a tool when it is opened.
 * @param {Words} words @param {ToolView[]} tools @returns {Tools}
 */
export function toolFolds(words, tools) {
  const node = make("section", { class: "tools", "aria-label": words.say("tools") });
  for (const { tool, view } of tools) {
    const fold = make(
      "details",
      { ontoggle: () => fold.open && open(view) },
      make("summary", {}, words.say(`tool.${tool}`)),
      make("p", { class: "quiet-text" }, words.say(`tool.${tool}.note`)),
      view.node,
    );
    node.append(fold);
  }
  return { node, focus: () => node.querySelector("summary")?.focus() };
}
