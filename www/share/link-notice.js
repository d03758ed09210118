/**
 * Says what became of a link that could not be shown as it came, and what its reader can do about
 * it.
 */

import { address } from "../core/assets.js";
import { elections } from "../facts/data.js";
import { pageLink } from "../facts/links.js";

/** @import { Problem } from "../pkg/seat_calculator.js" */
/** @import { Context } from "../types.d.ts" */

/** @param {Context} ctx @param {import("../types.d.ts").LinkNotice} found */
export async function linkNotice(ctx, { kind, text, edits, election: id = "", problems = [] }) {
  const { words } = ctx;
  if (kind === "refused")
    for (const { path, message } of problems) console.warn(`seat-calculator: ${path}: ${message}`);
  if (kind === "data")
    return ctx.notice(words.say("link.data"), {
      text,
      label: words.say("link.apply"),
      act: () => ctx.edit(() => edits ?? [], null),
    });
  if (kind === "ballot") return ctx.notice(ballotSaid(ctx));
  const more = kind === "election" ? await there(ctx, id, text) : null;
  ctx.notice(`${words.say(`link.${kind}`, { id })} ${unknownSaid(problems, words)}`.trim(), {
    text,
    more,
  });
}

/**
 * "Not known here: 399, XYZ."
 * @param {Problem[]} problems @param {Context["words"]} words
 */
function unknownSaid(problems, words) {
  const unknown = problems.filter(({ code }) => code === "unknown-id");
  // The core writes ids in quotes.
  const ids = unknown.map(({ message }) => /"(.+)"/.exec(message)?.[1] ?? "");
  return ids.length ? words.say("link.unknown", { ids: [...new Set(ids)].join(", ") }) : "";
}

/**
 * "This link's changes, on the count as of 18:01. 1 of its seats has been declared for another."
 * @param {Context} ctx
 */
function ballotSaid({ words, session: { report }, count }) {
  const { edits } = report.scenario;
  const n = count
    ? edits.filter(({ state }) => state === "against").length
    : report.changes.filter(({ by }) => by === "award").length;
  const said = count?.linkSaid(words) ?? words.say("link.ballot");
  return n ? `${said} ${words.say("link.against", { n })}` : said;
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
