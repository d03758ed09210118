/**
 * Says what became of a link that could not be shown as it came, and what its reader can do about
 * it.
 */

import { address } from "../core/assets.js";
import { elections } from "../facts/data.js";
import { pageLink } from "../facts/links.js";

/** @import { Context } from "../types.d.ts" */

/** @param {Context} ctx @param {import("../types.d.ts").LinkNotice} found */
export async function linkNotice(ctx, { kind, text, edits, election: id = "" }) {
  const { words } = ctx;
  if (kind === "data")
    return ctx.notice(words.say("link.data"), {
      text,
      label: words.say("link.apply"),
      act: () => ctx.edit(() => edits ?? [], null),
    });
  const more = kind === "election" ? await there(ctx, id, text) : null;
  ctx.notice(words.say(`link.${kind}`, { id }), { text, more });
}

/**
 * A link to the same scenario on the page of its own election; null where this site has none.
 * @param {Context} ctx
 * @param {string} id
 * @param {string} text
 */
async function there({ words }, id, text) {
  try {
    const found = (await elections()).find((one) => one.id === id);
    if (!found) return null;
    const url = new URL(address(found.page));
    url.searchParams.set("lang", words.language);
    url.hash = text;
    return pageLink(url.href, words.say("link.there", { title: words.name(found.title) }));
  } catch (error) {
    console.warn("seat-calculator:", error);
    return null;
  }
}
