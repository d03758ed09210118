/** Says what became of a link that could not be shown as it came, and what its reader can do about it. */

import { address, elections, link } from "../facts/data.js";

/** @typedef {{ kind: string, text: string, edits?: import("../pkg/seat_calculator.js").Edit[], values?: { id: string } }} Found */

/** @param {any} ctx @param {Found} found */
export async function arrived(ctx, { kind, text, edits, values }) {
  const { words, notice } = ctx;
  if (kind === "data")
    return notice(words.say("link.data"), {
      text,
      label: words.say("link.apply"),
      act: () => ctx.edit(() => edits, null),
    });
  notice(words.say(`link.${kind}`, values), {
    text,
    more: kind === "election" ? await there(ctx, values?.id ?? "", text) : null,
  });
}

/** A link to the same scenario on the page of its own election; null where this site has none. @param {any} ctx @param {string} id @param {string} text */
async function there({ words }, id, text) {
  try {
    const found = (await elections()).find((one) => one.id === id);
    if (!found) return null;
    const url = new URL(address(found));
    url.searchParams.set("lang", words.language);
    url.hash = text;
    return link(url.href, words.say("link.there", { title: words.name(found.title) }));
  } catch (error) {
    console.warn("seat-calculator:", error);
    return null;
  }
}
