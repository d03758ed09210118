/** Buttons that take something out of a list; the keyboard then stays at its place in the list. */

import { button } from "./dom.js";

/**
 * @param {string} said
 * @param {() => void} remove
 * @param {HTMLElement} fallback gets the focus when the last one is gone
 * @param {Record<string, unknown>} [attributes]
 */
export const removeButton = (said, remove, fallback, attributes) =>
  button(
    said,
    ({ currentTarget }) => {
      const self = /** @type {Element} */ (currentTarget);
      const item = self.closest("li") ?? self;
      const next = item.nextElementSibling ?? item.previousElementSibling;
      const focus = next?.matches("button") ? next : next?.querySelector("button");
      remove();
      /** @type {HTMLElement} */ (focus ?? fallback).focus();
    },
    attributes,
  );
