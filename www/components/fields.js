/** Form controls with their labels. */

import { make } from "./dom.js";

/**
 * A group of native radio buttons that looks like one control.
 * @param {string} legend
 * @param {string} name unique in the shadow root
 * @param {[string, string][]} options value and label
 * @param {string} chosen
 * @param {(value: string) => void} pick
 */
export function radios(legend, name, options, chosen, pick) {
  const set = make("fieldset", { class: "radios" }, make("legend", { class: "quiet" }, legend));
  for (const [value, label] of options) {
    const input = make("input", { type: "radio", name, value, onchange: () => pick(value) });
    input.checked = value === chosen;
    set.append(make("label", {}, input, make("span", {}, label)));
  }
  return set;
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {(value: string) => void} pick
 */
export function select(label, options, pick) {
  const control = make(
    "select",
    { onchange: () => pick(control.value) },
    ...options.map(([value, name]) => make("option", { value }, name)),
  );
  return { control, node: make("label", { class: "field" }, make("span", {}, label), control) };
}
