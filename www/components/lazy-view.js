/** Views that are loaded when they are first opened. */

import { bring, sheet } from "../core/assets.js";
import { attr, make } from "./dom.js";

/** @import { Context, LazyView, View } from "../types.d.ts" */
/**
 * @typedef {object} LazyOptions
 * @property {boolean} [full] whether the view needs the full core
 * @property {string} [css] a style sheet of its own
 * @property {unknown[]} [args] what its function gets after the Context
 */

/** Milliseconds after which a reader who hears the page is told that something is loading. */
const SLOW = 1000;

/**
 * Style sheets that were asked for, by root and name.
 * @type {WeakMap<Node, Map<string, unknown>>}
 */
const sheets = new WeakMap();

/**
 * Loads a style sheet once for each element. One that fails to load leaves the view plain.
 * @param {Node} root
 * @param {string} name
 */
function loadSheet(root, name) {
  const known = sheets.get(root) ?? new Map();
  sheets.set(root, known);
  if (!known.has(name)) {
    const { node, ready } = sheet(name);
    known.set(name, ready);
    if (root instanceof ShadowRoot) root.prepend(node);
  }
  return known.get(name);
}

/**
 * A view whose module, data and, with `full`, core are loaded when it is first opened. Its node
 * says so meanwhile, and offers to try again where that fails.
 * @param {Context} ctx
 * @param {string} path of the module from the site's folder, such as "votes/tool.js"
 * @param {string} name of the function in it that makes the view
 * @param {LazyOptions} [options]
 * @returns {LazyView}
 */
export function later(ctx, path, name, { full = false, css = "", args = [] } = {}) {
  const said = make("p", { class: "quiet-text" });
  const node = make("div", { class: "later" });
  /** @type {View | null} */
  let view = null;
  /** @type {Promise<View | null> | null} */
  let loading = null;

  async function load() {
    // Fail early if the host page has replaced `then`: everything below depends on it.
    await Promise.resolve().then();
    const [module] = await Promise.all([
      bring(path),
      ctx.loadDetails(),
      full && ctx.loadFullCore(),
      css && loadSheet(node.getRootNode(), css),
      ctx.mode !== "full" && loadSheet(node.getRootNode(), "page.css"),
    ]);
    const create = /** @type {(...args: unknown[]) => View | Promise<View>} */ (
      /** @type {import("../types.d.ts").ViewModule} */ (module)[name]
    );
    const made = await create(ctx, ...args);
    made.render(ctx.session.report);
    node.replaceChildren(made.node);
    return made;
  }

  async function show() {
    attr(node, "aria-busy", "true");
    said.textContent = ctx.words.say("later.coming");
    node.replaceChildren(said);
    const slow = setTimeout(() => ctx.announce(ctx.words.say("later.coming")), SLOW);
    try {
      view = await load();
    } catch (error) {
      console.warn("seat-calculator:", error);
      said.textContent = ctx.words.say("later.failed");
      ctx.announce(said.textContent);
      const retry = make("button", { type: "button", onclick: open }, ctx.words.say("load.retry"));
      node.replaceChildren(said, retry);
      loading = null;
    }
    clearTimeout(slow);
    attr(node, "aria-busy", null);
    return view;
  }

  function open() {
    loading ??= show();
    return loading;
  }

  return {
    node,
    open,
    render: (report) => view?.render(report),
    glance: (found) => view?.glance?.(found),
  };
}

/**
 * A view in a fold, loaded when the fold is first opened.
 * @param {Context} ctx
 * @param {string} title
 * @param {string} path
 * @param {string} name
 * @param {LazyOptions & { class?: string }} [options]
 * @returns {LazyView & { node: HTMLDetailsElement }}
 */
export function fold(ctx, title, path, name, options = {}) {
  const inside = later(ctx, path, name, options);
  const node = make(
    "details",
    { class: options.class ?? "", ontoggle: () => node.open && inside.open() },
    make("summary", {}, title),
    inside.node,
  );
  return { ...inside, node };
}
