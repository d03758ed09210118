/** A range and a number field that say the same; shown while they move, kept when they rest. */

import { attr, list, make, prop, text } from "./dom.js";

/** @import { Context } from "../types.d.ts" */
/**
 * Values and the steps in which a pointer and the keys move are in hundredths. `live` shows a value
 * with all that follows from it; `glance` shows the little that any frame has time for.
 * @typedef {object} SliderOptions
 * @property {string} label
 * @property {string} unit
 * @property {number} max
 * @property {number} pointer
 * @property {number} keys
 * @property {(value: number) => void} live
 * @property {(value: number) => void} glance
 * @property {number[]} [scale] values that are written under it, with room for two named ticks
 */

/** How long the keys rest before what they set counts as one change, in milliseconds. */
const REST = 600;
/** One frame, and how long a slider stands still before the whole page follows, in milliseconds. */
const FRAME = 1000 / 60;
const STILL = 120;

export class Slider {
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #wanted = 0;
  #shown = 0;
  /** When the page can be shown as a whole again, and how long that took the last time. */
  #due = 0;
  #cost = 0;
  /** When it moved last. */
  #moved = 0;
  #dragged = false;
  /**
   * The control in the reader's hands, which no render writes to.
   * @type {HTMLInputElement | null}
   */
  #held = null;
  #marks = make("div", { class: "ticks", "aria-hidden": "true" });
  #names = make("div", { class: "tick-names" });

  /** @param {Context} ctx @param {SliderOptions} options */
  constructor(ctx, options) {
    this.ctx = ctx;
    this.options = options;
    const { label, unit, max, scale } = options;
    this.range = this.#input(label, max, "range");
    this.field = this.#input(label, max, "number");
    prop(this.#marks, "--max", max);
    this.range.addEventListener("pointerdown", () => this.#take(true));
    this.range.addEventListener("keydown", () => this.#take(false));
    const said = make("span", { class: "quiet-text" }, unit);
    const track = make("div", { class: "track" }, this.range, this.#marks);
    const typed = make("label", { class: "slide-field" }, this.field, " ", said);
    this.node = make("div", { class: "slide" }, track, typed);
    if (scale) track.append(this.#scale(scale));
  }

  /** What stands under the slider. @param {number[]} values */
  #scale(values) {
    const { words } = this.ctx;
    const numbers = values.map((value) => {
      const node = make("span", {}, words.percent(value));
      prop(node, "--v", value);
      return node;
    });
    const node = make("div", { class: "scale-under", "aria-hidden": "true" }, ...numbers);
    prop(node, "--max", this.options.max);
    node.append(this.#names);
    return node;
  }

  /** @param {string} label @param {number} max @param {"range" | "number"} type */
  #input(label, max, type) {
    const input = make("input", {
      type,
      inputmode: type === "number" ? "decimal" : null,
      min: "0",
      max: String(max / 100),
      step: "0.01",
      "aria-label": label,
      oninput: () => this.#move(input),
      onchange: () => this.#stop(),
      onblur: () => this.#settle(),
    });
    return input;
  }

  /** By a pointer or by keys, which move in different steps. @param {boolean} pointer */
  #take(pointer) {
    this.#dragged = pointer;
    this.range.step = String((pointer ? this.options.pointer : this.options.keys) / 100);
  }

  /** @param {HTMLInputElement} control */
  #move(control) {
    if (control.value === "") return;
    this.#held = control;
    this.#wanted = Math.min(Math.max(Math.round(Number(control.value) * 100), 0), this.options.max);
    clearTimeout(this.#rest);
    this.#owe();
    this.#frame ||= requestAnimationFrame(this.#follow);
  }

  /** In a frame that the whole page cannot have, the slider shows what can be said at a glance. */
  #follow = () => {
    this.#frame = 0;
    const now = performance.now();
    if (this.#wanted !== this.#shown) this.#moved = now;
    if (now >= this.#due || now - this.#moved >= STILL) return this.#pay();
    if (this.#wanted !== this.#shown) {
      this.#say(this.#wanted);
      this.options.glance(this.#wanted);
    }
    this.#frame = requestAnimationFrame(this.#follow);
  };

  /**
   * What the page does not show yet of a movement, it shows before anything else is done and before
   * it is left.
   */
  #owe() {
    const { session } = this.ctx;
    if (session.owed === this.#pay) return;
    session.owed = this.#pay;
    // Not while what was shown last is still laid out and painted.
    if (this.#due < Infinity) this.#wait();
    addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#pay);
  }

  #leave = () => {
    this.#pay();
    // Which has heard of it before.
    this.ctx.address.leave?.();
  };

  /**
   * Shows the whole page. The more frames that takes, the longer the page is left alone afterwards,
   * unless the slider stands still.
   */
  #pay = () => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.ctx.session.owed = null;
    removeEventListener("pagehide", this.#leave);
    document.removeEventListener("visibilitychange", this.#pay);
    const start = performance.now();
    this.#due = Infinity;
    this.options.live(this.#wanted);
    // By then it has been laid out and painted.
    setTimeout(() => {
      this.#cost = performance.now() - start;
      this.#wait();
    });
  };

  #wait() {
    this.#due = performance.now() + (this.#cost * this.#cost) / FRAME;
  }

  /**
   * A drag ends with its release; keys and typing when they rest, so that Undo takes back the whole
   * way.
   */
  #stop() {
    if (this.#dragged) this.#settle();
    else this.#rest = setTimeout(() => this.#settle(), REST);
  }

  #settle() {
    const { session } = this.ctx;
    clearTimeout(this.#rest);
    session.owed?.();
    this.#held = null;
    this.#dragged = false;
    this.range.step = "0.01";
    session.settle();
    this.#write(this.#shown);
  }

  /** @param {number} value */
  #write(value) {
    for (const control of [this.range, this.field]) {
      if (control === this.#held) continue;
      if (control.value !== "" && Math.round(Number(control.value) * 100) === value) continue;
      control.value = (value / 100).toFixed(2);
    }
  }

  /** @param {number} value */
  #say(value) {
    this.#shown = value;
    this.#write(value);
    const said = `${this.ctx.words.hundredths(value)} ${this.options.unit}`;
    attr(this.range, "aria-valuetext", said);
  }

  /** @param {number} value @param {boolean} [able] */
  render(value, able = true) {
    this.#say(value);
    this.range.disabled = this.field.disabled = !able;
  }

  /**
   * Marks values worth stopping at; a sentence beside the slider says what happens there.
   * @param {number[]} values
   * @param {string[]} [names] of the first of them, "3.68 No majority"
   */
  ticks(values, names = []) {
    list(
      this.#names,
      names.map((name, row) => ({ name, row, value: values[row] })),
      ({ row }) => String(row),
      () => make("span"),
      (node, { name, value }) => {
        text(node, name);
        prop(node, "--v", value);
        attr(node, "class", value > this.options.max / 2 ? "before" : null);
      },
    );
    list(
      this.#marks,
      values.filter((value) => value >= 0 && value <= this.options.max),
      String,
      () => make("span", { class: "tick" }),
      (mark, value) => prop(mark, "--v", value),
    );
  }
}
