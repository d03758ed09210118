/** A view that is loaded when it is about to come into sight; its style sheet keeps its room. */

import { later } from "./lazy-view.js";

/** @import { Context, LazyView } from "../types.d.ts" */
/** @import { LazyOptions } from "./lazy-view.js" */

/** How far below the window it begins to load. */
const NEAR = "0px 0px 300px";

/**
 * @param {Context} ctx @param {string} path @param {string} name
 * @param {LazyOptions & { class: string }} options
 * @returns {LazyView}
 */
export function inSight(ctx, path, name, options) {
  const view = later(ctx, path, name, options);
  view.node.classList.add(options.class);
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      view.open();
    },
    { rootMargin: NEAR },
  );
  watch.observe(view.node);
  return view;
}
