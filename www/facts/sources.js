/** Where the numbers come from. */

import { make } from "../components/dom.js";
import { sourceParts } from "./source-note.js";

/** @import { Context, Source } from "../types.d.ts" */

/** @param {Context} ctx */
export function sourcesView(ctx) {
  /** @param {Source} source */
  const item = (source) => {
    const note = ctx.words.name(source.note);
    return make("li", {}, ...sourceParts(source, ctx), note && ` · ${note}`);
  };
  return { node: make("ul", {}, ...(ctx.dataset.sources ?? []).map(item)), render() {} };
}
