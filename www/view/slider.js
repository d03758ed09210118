/** A range and a number field that say the same; what they say is shown while it moves and kept when it rests. */

import { attr, list, make, prop } from "./dom.js";

/** How long the keys rest before what they set counts as one change, in milliseconds. */
const REST = 600;

/**
 * @param {any} ctx
 * @param {{ label: string, unit: string, max: number, pointer: number, keys: number, live: (value: number) => void }} options
 *   values in hundredths, as are the steps in which a pointer and the keys move
 */
export function sliderView({ words, session }, { label, unit, max, pointer, keys, live }) {
  let frame = 0;
  let rest = 0;
  let wanted = 0;
  let shown = 0;
  let dragged = false;
  /** The control in the reader's hands, which no render writes to. @type {any} */
  let held = null;

  const bounds = { min: "0", max: String(max / 100), step: "0.01", "aria-label": label };
  const range = make("input", { type: "range", ...bounds, oninput: () => move(range), onchange: stop, onblur: settle,
    onpointerdown: () => { dragged = true; range.step = String(pointer / 100); }, onkeydown: () => { dragged = false; range.step = String(keys / 100); } });
  const field = make("input", { type: "number", inputmode: "decimal", ...bounds, oninput: () => move(field), onchange: stop, onblur: settle });
  const marks = make("div", { class: "ticks", "aria-hidden": "true" });
  prop(marks, "--max", max);
  const node = make("div", { class: "slide" }, make("div", { class: "track" }, range, marks), make("label", { class: "slide-field" }, field, " ", make("span", { class: "quiet-text" }, unit)));

  function move(control) {
    if (control.value === "") return;
    held = control;
    wanted = Math.min(Math.max(Math.round(Number(control.value) * 100), 0), max);
    clearTimeout(rest);
    frame ||= requestAnimationFrame(showNow);
  }

  function showNow() {
    cancelAnimationFrame(frame);
    frame = 0;
    live(wanted);
  }

  /** A drag ends with its release; keys and typing when they rest, so that Undo takes back the whole way. */
  function stop() {
    if (dragged) settle();
    else rest = setTimeout(settle, REST);
  }

  function settle() {
    clearTimeout(rest);
    if (frame) showNow();
    held = null;
    dragged = false;
    range.step = "0.01";
    session.settle();
    write(shown);
  }

  function write(value) {
    for (const control of [range, field]) {
      if (control !== held && (control.value === "" || Math.round(Number(control.value) * 100) !== value)) {
        control.value = (value / 100).toFixed(2);
      }
    }
  }

  /** @param {number} value @param {boolean} [able] */
  function render(value, able = true) {
    shown = value;
    write(value);
    range.disabled = field.disabled = !able;
    attr(range, "aria-valuetext", `${words.hundredths(value)} ${unit}`);
  }

  /** Marks values worth stopping at; a sentence beside the slider says what happens there. @param {number[]} values */
  function ticks(values) {
    list(marks, values.filter((value) => value >= 0 && value <= max), String, () => make("span", { class: "tick" }), (mark, value) => prop(mark, "--v", value));
  }

  return { node, render, ticks };
}
