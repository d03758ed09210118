/** A range and a number field that say the same; what they say is shown while it moves and kept when it rests. */

import { attr, list, make, prop } from "./dom.js";

/** How long the keys rest before what they set counts as one change, in milliseconds. */
const REST = 600;
/** One frame, and how far the page may fall behind a slider that moves on, in milliseconds. */
const FRAME = 1000 / 60;
const BEHIND = 400;

/**
 * @param {any} ctx
 * @param {{ label: string, unit: string, max: number, pointer: number, keys: number, live: (value: number) => void, hold?: () => void, glance?: (value: number) => boolean }} options
 *   values in hundredths, as are the steps in which a pointer and the keys move; `live` shows a value with all that follows from it,
 *   `glance` what little can be said of it in any frame, and whether anything can; `hold` is called before a movement
 */
export function sliderView(
  { words, session, address },
  { label, unit, max, pointer, keys, live, hold = () => {}, glance = () => false },
) {
  let frame = 0;
  let rest = 0;
  let wanted = 0;
  let shown = 0;
  /** When the page can be shown as a whole again. */
  let due = 0;
  /** Whether a glance says what stands beside the slider. */
  let glanced = false;
  let dragged = false;
  /** The control in the reader's hands, which no render writes to. @type {any} */
  let held = null;

  const bounds = { min: "0", max: String(max / 100), step: "0.01", "aria-label": label };
  const range = make("input", {
    type: "range",
    ...bounds,
    oninput: () => move(range),
    onchange: stop,
    onblur: settle,
    onpointerdown: () => {
      dragged = true;
      range.step = String(pointer / 100);
    },
    onkeydown: () => {
      dragged = false;
      range.step = String(keys / 100);
    },
  });
  const field = make("input", {
    type: "number",
    inputmode: "decimal",
    ...bounds,
    oninput: () => move(field),
    onchange: stop,
    onblur: settle,
  });
  const marks = make("div", { class: "ticks", "aria-hidden": "true" });
  prop(marks, "--max", max);
  const node = make(
    "div",
    { class: "slide" },
    make("div", { class: "track" }, range, marks),
    make(
      "label",
      { class: "slide-field" },
      field,
      " ",
      make("span", { class: "quiet-text" }, unit),
    ),
  );

  function move(control) {
    if (control.value === "") return;
    if (!session.moving) hold();
    held = control;
    wanted = Math.min(Math.max(Math.round(Number(control.value) * 100), 0), max);
    clearTimeout(rest);
    owe();
    frame ||= requestAnimationFrame(follow);
  }

  /** In a frame that the whole page cannot have, the slider has what can be said at a glance. */
  function follow() {
    frame = 0;
    if (performance.now() >= due) return pay();
    if (wanted !== shown) {
      say(wanted);
      glanced = glance(wanted);
    }
    frame = requestAnimationFrame(follow);
  }

  /** What the page does not show yet of a movement, it shows before anything else is done and before it is left. */
  function owe() {
    if (session.owed === pay) return;
    session.owed = pay;
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", pay);
  }

  function leave() {
    pay();
    // Which has heard of it before.
    address.leave?.();
  }

  /** Shows the whole page. The more frames that takes, the longer it is left alone; where nobody glances, no longer than it took. */
  function pay() {
    cancelAnimationFrame(frame);
    frame = 0;
    session.owed = null;
    removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", pay);
    const start = performance.now();
    due = Infinity;
    live(wanted);
    // By then it has been laid out and painted.
    setTimeout(() => {
      const now = performance.now();
      const cost = now - start;
      due = now + Math.min(glanced ? (cost * cost) / FRAME : cost, BEHIND);
    });
  }

  /** A drag ends with its release; keys and typing when they rest, so that Undo takes back the whole way. */
  function stop() {
    if (dragged) settle();
    else rest = setTimeout(settle, REST);
  }

  function settle() {
    clearTimeout(rest);
    session.owed?.();
    held = null;
    dragged = false;
    range.step = "0.01";
    session.settle();
    write(shown);
  }

  function write(value) {
    for (const control of [range, field]) {
      if (
        control !== held &&
        (control.value === "" || Math.round(Number(control.value) * 100) !== value)
      ) {
        control.value = (value / 100).toFixed(2);
      }
    }
  }

  /** @param {number} value @param {boolean} [able] */
  function render(value, able = true) {
    say(value);
    range.disabled = field.disabled = !able;
  }

  function say(value) {
    shown = value;
    write(value);
    attr(range, "aria-valuetext", `${words.hundredths(value)} ${unit}`);
  }

  /** Marks values worth stopping at; a sentence beside the slider says what happens there. @param {number[]} values */
  function ticks(values) {
    list(
      marks,
      values.filter((value) => value >= 0 && value <= max),
      String,
      () => make("span", { class: "tick" }),
      (mark, value) => prop(mark, "--v", value),
    );
  }

  return { node, render, ticks };
}
