/** Form controls with their labels. */

import { make } from "./dom.js";

/** Pairs of value and label. @typedef {readonly (readonly string[])[]} Options */

/**
 * A group of native radio buttons that looks like one control.
 * @param {string} legend
 * @param {string} name unique in the shadow root
 * @param {Options} options
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
 * @param {Options} options
 * @param {(value: string) => void} pick
 * @param {string} [chosen] the first option, unless said otherwise
 */
export function select(label, options, pick, chosen) {
  const control = make("select", { onchange: () => pick(control.value) });
  setOptions(control, options, chosen ?? options[0]?.[0] ?? "");
  return { control, node: labelled(label, control) };
}

/** @param {string} label @param {Node} control @param {string} [kind] */
export const labelled = (label, control, kind = "field") =>
  make("label", { class: kind }, make("span", {}, label), control);

/**
 * Makes a select offer these, and chooses one of them; what is there already stays.
 * @param {HTMLSelectElement} control
 * @param {Options} options
 * @param {string} chosen
 */
export function setOptions(control, options, chosen) {
  const there = [...control.options];
  /** @param {Options[number]} option @param {number} i */
  const same = ([value, label], i) => there[i]?.value === value && there[i].text === label;
  if (there.length !== options.length || !options.every(same)) {
    control.replaceChildren(...options.map(([value, label]) => make("option", { value }, label)));
  }
  if (control.value !== chosen) control.value = chosen;
}

/**
 * A select of parties and alliances.
 * @param {string} label
 * @param {string[]} ids
 * @param {string} chosen
 * @param {import("../dataset/names.js").Names} names
 * @param {(id: string) => void} pick
 */
export const sideSelect = (label, ids, chosen, names, pick) =>
  select(label, sideOptions(ids, chosen, names), pick, chosen);

/**
 * @param {string[]} ids
 * @param {string} chosen offered too where it is not among them
 * @param {import("../dataset/names.js").Names} names
 * @returns {Options}
 */
const sideOptions = (ids, chosen, names) =>
  (ids.includes(chosen) ? ids : [...ids, chosen]).map((id) => [id, names.label(id)]);

/**
 * Makes a select of sides show the chosen one, and disables those that would be refused.
 * @param {HTMLSelectElement} control
 * @param {string[]} ids
 * @param {string} chosen
 * @param {import("../dataset/names.js").Names} names
 * @param {(id: string) => boolean} refused
 */
export function offerSides(control, ids, chosen, names, refused) {
  setOptions(control, sideOptions(ids, chosen, names), chosen);
  for (const option of control.options) {
    const off = option.value !== chosen && refused(option.value);
    if (option.disabled !== off) option.disabled = off;
  }
}

/**
 * A control of which one value at a time is chosen by a button.
 * @param {string} label
 * @param {HTMLButtonElement[]} buttons
 */
export const presets = (label, buttons) =>
  make("p", { class: "presets" }, make("span", { class: "quiet-text" }, label), " ", ...buttons);
