/** What comes when it is first opened: modules of the page that its first screen does without. */

import { bring, sheet } from "../core/assets.js";
import { attr, make } from "./dom.js";

/** Milliseconds after which a reader who hears the page wants to know that something is on its way. */
const SLOW = 1000;

/** Sheets that were asked for, by the root they belong to. @type {WeakMap<Node, Map<string, Promise<void>>>} */
const sheets = new WeakMap();

/** A style sheet of its own, once for each element; one that does not come leaves the part plain but whole. @param {ShadowRoot} root @param {string} name */
function dressed(root, name) {
  const known = sheets.get(root) ?? new Map();
  sheets.set(root, known);
  if (!known.has(name)) {
    const { node, ready } = sheet(name);
    known.set(name, ready);
    root.prepend(node);
  }
  return known.get(name);
}

/**
 * A view whose module, words and, with `full`, core come when it is first opened. Until then, and where they cannot be
 * had, its node says so; what is not open is not rendered.
 * @param {any} ctx
 * @param {string} path of the module from the site's folder, such as "votes/tool.js"
 * @param {string} name of the function in it that makes the view
 * @param {{ full?: boolean, css?: string, args?: any[] }} [options] `args` go to the function after `ctx`
 */
export function later(ctx, path, name, { full = false, css = "", args = [] } = {}) {
  const said = make("p", { class: "quiet-text" });
  const node = make("div", { class: "later" });
  /** @type {any} */
  let view = null;
  /** @type {Promise<any> | null} */
  let coming = null;

  async function fetched() {
    attr(node, "aria-busy", "true");
    said.textContent = ctx.words.say("later.coming");
    node.replaceChildren(said);
    // Said only where it is waited for.
    const slow = setTimeout(() => ctx.announce(said.textContent), SLOW);
    try {
      // A page that broke this has broken all that follows: better now than half way.
      await Promise.resolve().then();
      const [module] = await Promise.all([
        bring(path),
        ctx.loadDetails(),
        full && ctx.loadFullCore(),
        css && dressed(node.getRootNode(), css),
      ]);
      view = module[name](ctx, ...args);
      view.render(ctx.session.report);
      node.replaceChildren(view.node);
    } catch (error) {
      console.warn("seat-calculator:", error);
      said.textContent = ctx.words.say("later.failed");
      ctx.announce(said.textContent);
      node.replaceChildren(
        said,
        make("button", { type: "button", onclick: () => open() }, ctx.words.say("load.retry")),
      );
      coming = null;
    }
    clearTimeout(slow);
    attr(node, "aria-busy", null);
    return view;
  }

  /** Answers the view, or null where it could not be had. */
  function open() {
    coming ??= fetched();
    return coming;
  }

  return {
    node,
    open,
    /** @param {import("../pkg/seat_calculator.js").Report} report */
    render: (report) => view?.render(report),
    /** What a report would say of it where there is no time for one. @param {any} found */
    glance: (found) => view?.glance?.(found),
  };
}

/**
 * A view in a fold, which comes when the fold is first opened.
 * @param {any} ctx @param {string} title @param {string} path @param {string} name @param {{ full?: boolean, args?: any[], class?: string }} [options]
 */
export function fold(ctx, title, path, name, options = {}) {
  const inside = later(ctx, path, name, options);
  const node = make(
    "details",
    { class: options.class ?? "", ontoggle: () => node.open && inside.open() },
    make("summary", {}, title),
    inside.node,
  );
  return { node, render: inside.render, open: inside.open };
}
