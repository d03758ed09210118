/** Moving and enlarging a picture in its frame: by buttons, keys, wheel with Ctrl, one finger or two. */

import { attr, make, prop, show } from "./dom.js";

const MOST = 8;
const STEP = 1.5;
/** What the buttons say to the eye; they lie on the picture. */
const SIGNS = { in: "+", out: "−", whole: "1:1" };

/** @param {HTMLElement} frame what stays @param {HTMLElement} picture what moves in it @param {(name: "in" | "out" | "whole") => string} say */
export function zoomable(frame, picture, say) {
  let view = { x: 0, y: 0, k: 1 };
  let active = false;
  const button = (name, act) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-label": name === "whole" ? `${SIGNS[name]} ${say(name)}` : say(name),
        title: say(name),
        onclick: act,
      },
      SIGNS[name],
    );
  const node = make(
    "p",
    { class: "zoom" },
    button("in", () => by(STEP)),
    button("out", () => by(1 / STEP)),
    button("whole", () => set(0, 0, 1)),
  );
  node.hidden = true;
  /** @type {Map<number, { x: number, y: number }>} fingers by pointer */
  const held = new Map();
  let moved = false;

  function set(x, y, k) {
    const { width, height } = frame.getBoundingClientRect();
    k = Math.min(MOST, Math.max(1, k));
    // No edge of the picture comes inside the frame.
    view = {
      x: Math.min(0, Math.max(width * (1 - k), x)),
      y: Math.min(0, Math.max(height * (1 - k), y)),
      k,
    };
    prop(picture, "--zoom", view.k);
    prop(picture, "--x0", `${view.x}px`);
    prop(picture, "--y0", `${view.y}px`);
    attr(frame, "data-zoomed", view.k > 1);
  }

  /** Enlarges about a place of the screen, the frame's middle if none is given. */
  function by(factor, at = null) {
    const { left, top, width, height } = frame.getBoundingClientRect();
    const [u, v] = at ? [at.x - left, at.y - top] : [width / 2, height / 2];
    const k = Math.min(MOST, Math.max(1, view.k * factor));
    set(u - ((u - view.x) * k) / view.k, v - ((v - view.y) * k) / view.k, k);
  }

  frame.append(node);
  frame.addEventListener(
    "wheel",
    (event) => {
      if (!active || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      by(event.deltaY < 0 ? STEP : 1 / STEP, { x: event.clientX, y: event.clientY });
    },
    { passive: false },
  );
  frame.addEventListener("keydown", (event) => {
    const factor = { "+": STEP, "=": STEP, "-": 1 / STEP, 0: 0 }[event.key];
    if (!active || factor === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (factor) by(factor);
    else set(0, 0, 1);
  });
  frame.addEventListener("pointerdown", (event) => {
    if (!active) return;
    moved = false;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  frame.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (one) => Math.hypot(one.x - other.x, one.y - other.y);
      by(apart(now) / (apart(before) || 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (view.k > 1) set(view.x + now.x - before.x, view.y + now.y - before.y, view.k);
    moved ||= Math.hypot(now.x - before.x, now.y - before.y) > 2 && (view.k > 1 || Boolean(other));
    held.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"])
    frame.addEventListener(end, (event) => held.delete(event.pointerId));
  // A finger that moved the picture does not choose a seat too.
  frame.addEventListener(
    "click",
    (event) => {
      if (moved) event.stopPropagation();
      moved = false;
    },
    { capture: true },
  );

  return {
    /** @param {boolean} now whether the picture can be enlarged */
    on(now) {
      active = now;
      show(node, now);
      set(0, 0, 1);
    },
  };
}
