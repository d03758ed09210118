/**
 * Moving and enlarging a picture in its frame: by buttons, keys, wheel with Ctrl, one finger or
 * two.
 */

import { attr, button, make, prop, show } from "./dom.js";

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {"in" | "out" | "whole"} Action */

const MOST = 8;
const STEP = 1.5;
/** CSS pixels that a finger may move while it only touches. */
const STILL = 2;
/** What the buttons show; they lie on the picture. */
const SIGNS = { in: "+", out: "−", whole: "1:1" };
/** What keys do: a factor, or 0 for the whole picture. @type {Record<string, number>} */
const KEYS = { "+": STEP, "=": STEP, "-": 1 / STEP, 0: 0 };

/** @param {{ clientX: number, clientY: number }} event @returns {Point} */
const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });
/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

class PanZoom {
  /** Where the picture lies, and how much it is enlarged. */
  #view = { x: 0, y: 0, k: 1 };
  #active = false;
  /** Fingers by pointer. @type {Map<number, Point>} */
  #held = new Map();
  /** Whether they have moved the picture. */
  #moved = false;

  /**
   * @param {HTMLElement} frame @param {HTMLElement} picture @param {(action: Action) => string} say
   */
  constructor(frame, picture, say) {
    this.frame = frame;
    this.picture = picture;
    const press = (/** @type {Action} */ action, /** @type {() => void} */ act) => {
      const said = say(action);
      const label = action === "whole" ? `${SIGNS[action]} ${said}` : said;
      return button(SIGNS[action], act, { class: "chip", "aria-label": label, title: said });
    };
    this.node = make(
      "p",
      { class: "zoom", hidden: true },
      press("in", () => this.#zoom(STEP)),
      press("out", () => this.#zoom(1 / STEP)),
      press("whole", () => this.#set(0, 0, 1)),
    );
    frame.append(this.node);
    frame.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    frame.addEventListener("keydown", (event) => this.#key(event));
    frame.addEventListener("pointerdown", (event) => this.#down(event));
    frame.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"])) {
      frame.addEventListener(end, ({ pointerId }) => this.#held.delete(pointerId));
    }
    frame.addEventListener("click", (event) => this.#click(event), { capture: true });
  }

  /** @param {boolean} now whether the picture can be enlarged */
  on(now) {
    this.#active = now;
    show(this.node, now);
    this.#set(0, 0, 1);
  }

  /** @param {number} x @param {number} y @param {number} k */
  #set(x, y, k) {
    const { width, height } = this.frame.getBoundingClientRect();
    k = Math.min(MOST, Math.max(1, k));
    // No edge of the picture comes inside the frame.
    x = Math.min(0, Math.max(width * (1 - k), x));
    y = Math.min(0, Math.max(height * (1 - k), y));
    this.#view = { x, y, k };
    prop(this.picture, "--zoom", k);
    prop(this.picture, "--x0", `${x}px`);
    prop(this.picture, "--y0", `${y}px`);
    attr(this.frame, "data-zoomed", k > 1);
  }

  /**
   * Enlarges about a place of the screen, the frame's middle if none is given.
   * @param {number} factor @param {Point} [at]
   */
  #zoom(factor, at) {
    const { left, top, width, height } = this.frame.getBoundingClientRect();
    const { x, y, k: before } = this.#view;
    const [u, v] = at ? [at.x - left, at.y - top] : [width / 2, height / 2];
    const k = Math.min(MOST, Math.max(1, before * factor));
    this.#set(u - ((u - x) * k) / before, v - ((v - y) * k) / before, k);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!this.#active || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? STEP : 1 / STEP, pointOf(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const factor = KEYS[event.key];
    if (!this.#active || factor === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (factor) this.#zoom(factor);
    else this.#set(0, 0, 1);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!this.#active) return;
    this.#moved = false;
    this.#held.set(event.pointerId, pointOf(event));
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const before = this.#held.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    const { x, y, k } = this.#view;
    const other = [...this.#held].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.#zoom(distance(now, other) / (distance(before, other) || 1), middle);
    } else if (k > 1) this.#set(x + now.x - before.x, y + now.y - before.y, k);
    this.#moved ||= distance(now, before) > STILL && (k > 1 || Boolean(other));
    this.#held.set(event.pointerId, now);
  }

  /** A finger that moved the picture does not choose a seat too. @param {Event} event */
  #click(event) {
    if (this.#moved) event.stopPropagation();
    this.#moved = false;
  }
}

/**
 * @param {HTMLElement} frame what stays
 * @param {HTMLElement} picture what moves in it
 * @param {(action: Action) => string} say
 */
export const zoomable = (frame, picture, say) => new PanZoom(frame, picture, say);
