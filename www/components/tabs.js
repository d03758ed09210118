/** Tabs: of their panels one is shown. Arrow keys, Home and End move between them. */

import { attr, button, make, show } from "./dom.js";

/** `panel` has an id of its own. @typedef {{ key: string, title: string, panel: HTMLElement }} Tab */

/**
 * @param {string} label of all tabs together
 * @param {Tab[]} all
 * @param {(index: number) => void} open brings what the panel shows
 * @param {boolean} [column] whether they may stand below each other: then arrows up and down, too
 */
export function tabs(label, all, open, column = false) {
  const bar = make("div", { class: "tabs", role: "tablist", "aria-label": label });
  let chosen = 0;
  const buttons = all.map(({ key, title, panel }, index) => {
    const id = `tab-${key}`;
    attr(panel, "role", "tabpanel");
    attr(panel, "aria-labelledby", id);
    const attributes = { id, role: "tab", "aria-controls": panel.id };
    return button(title, () => choose(index), attributes);
  });
  bar.append(...buttons);

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    open(index);
    all.forEach(({ panel }, i) => {
      attr(buttons[i], "aria-selected", String(i === index));
      attr(buttons[i], "tabindex", i === index ? null : "-1");
      show(panel, i === index);
    });
  }

  bar.addEventListener("keydown", (event) => {
    const last = all.length - 1;
    const next = chosen === last ? 0 : chosen + 1;
    const before = chosen ? chosen - 1 : last;
    /** @type {Record<string, number>} */
    const places = {
      ArrowRight: next,
      ArrowLeft: before,
      Home: 0,
      End: last,
      ...(column && { ArrowDown: next, ArrowUp: before }),
    };
    const place = places[event.key];
    if (place === undefined) return;
    choose(place);
    buttons[place].focus();
    event.preventDefault();
  });
  return { bar, choose, focus: () => buttons[chosen].focus() };
}
