/** Choosing a side, and naming the constituencies where not both sides stood. */

import { make, show, text } from "./dom.js";

/**
 * Fills a select with sides; those that do not go together with the rest cannot be chosen.
 * @param {{ control: any }} control
 * @param {string[]} ids
 * @param {string} chosen offered too where it is not among them
 * @param {any} names
 * @param {(id: string) => any} refused
 */
export function offer({ control }, ids, chosen, names, refused) {
  const wanted = ids.includes(chosen) ? ids : [...ids, chosen];
  if ([...control.options].map((one) => one.value).join() !== wanted.join()) {
    control.replaceChildren(...wanted.map((id) => make("option", { value: id }, names.label(id))));
  }
  for (const option of control.options) {
    const off = option.value !== chosen && Boolean(refused(option.value));
    if (option.disabled !== off) option.disabled = off;
  }
  if (control.value !== chosen) control.value = chosen;
}

/** "Both sides must stand: 4 seats skipped.", their names folded. @param {any} ctx @param {string} key */
export function skippedView({ words, names }, key) {
  const title = make("summary");
  const line = make("p", { class: "quiet-text" });
  const node = make("details", { class: "skipped" }, title, line);

  /** @param {string[]} ids */
  function render(ids) {
    show(node, ids.length > 0);
    text(title, words.say(key, { n: ids.length }));
    text(line, ids.map((id) => names.seat(id)).join(", "));
  }

  return { node, render };
}
