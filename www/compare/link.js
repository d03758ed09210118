/**
 * The second scenario of an address, beside the first (NOTATION.md): `?compare=…#…`. The core reads
 * and checks it like any other.
 */

/** @import { CalculatorError, Context } from "../types.d.ts" */

const NAME = "compare";

/**
 * The address with a second scenario, or without one where there is none.
 * @param {string} address @param {string | null} kept its text; empty: the declared result
 */
export function withKept(address, kept) {
  const url = new URL(address);
  if (kept === null) url.searchParams.delete(NAME);
  else url.searchParams.set(NAME, kept);
  // Both are plain in a query, and shorter unescaped.
  if (kept !== null) url.search = url.search.replaceAll("%7E", "~");
  return url.href;
}

/** The page's own address says what is kept, so that a reload knows it. @param {Context} ctx */
export function keepInAddress({ address, session }) {
  const said = new URLSearchParams(location.search).get(NAME);
  if (!address.own || said === session.kept) return;
  try {
    history.replaceState(history.state, "", withKept(location.href, session.kept));
  } catch {
    // A sandboxed page or a file may refuse; it then lives in the page only.
  }
}

/** The notice for each code of a scenario that cannot be opened. @type {Record<string, string>} */
const NOTICES = {
  damaged: "compare.damaged",
  "other-election": "compare.election",
  "result-changed": "compare.data",
  "newer-version": "compare.newer",
};

/**
 * Keeps the second scenario of the page's address. One that cannot be opened is said and left out;
 * the first stays.
 * @param {Context} ctx
 */
export async function openCompared(ctx) {
  const { session, words } = ctx;
  const text = new URLSearchParams(location.search).get(NAME) ?? "";
  await ctx.loadFullCore();
  await ctx.told;
  try {
    const { kept } = session.core.use((calculator) => calculator.beside(text));
    session.kept = kept.scenario.text;
    if (text.startsWith("0~")) ctx.notice(words.say("compare.unverified"), { beside: true });
    return true;
  } catch (error) {
    const { code } = /** @type {CalculatorError} */ (error);
    if (!code) throw error;
    ctx.notice(words.say(NOTICES[code] ?? "compare.refused"), { text, beside: true });
    return false;
  }
}
