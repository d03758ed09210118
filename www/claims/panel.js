/** Check a claim: a sentence goes in; what was understood and what is so come out. */

import { make } from "../components/dom.js";
import { checker } from "./check.js";
import { readClaim } from "./link.js";
import { readingView } from "./reading.js";
import { claimWords } from "./words.js";

/** @import { Claim, ClaimAnswer } from "../pkg/seat_calculator.js" */
/** @import { Context, View } from "../types.d.ts" */

/**
 * @param {Context} ctx
 * @param {string | null} linked the claim of the page's own address
 * @returns {Promise<View>}
 */
export async function claimsView(ctx, linked) {
  const [said, { titles, check }] = await Promise.all([
    claimWords(ctx.words.language),
    checker(ctx),
  ]);
  const { words } = said;
  const field = make("textarea", { rows: "3", maxlength: "2000", spellcheck: "false" });
  const result = make("div", { class: "claim-result" });
  const form = make(
    "form",
    {
      class: "claim-form",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        ask(field.value.trim());
      },
    },
    make("label", {}, make("span", {}, words.say("field")), field),
    make("button", { type: "submit" }, words.say("check")),
  );

  /** @param {ClaimAnswer} answer */
  function show({ readings, unread }) {
    const notes = unread.length ? [words.say("unread", { words: unread.join(", ") })] : [];
    if (!readings.length) notes.unshift(words.say("verdict.notUnderstood"));
    if (readings.length > 1) notes.push(words.say("both", { n: readings.length }));
    result.replaceChildren(
      ...notes.map((one) => make("p", { class: "claim-said" }, one)),
      ...readings.map((reading) => readingView(ctx, said, titles, reading, check)),
    );
    const first = result.querySelector(".claim-verdict")?.textContent;
    ctx.announce([first, ...notes].filter(Boolean).join(" "));
  }

  /** @param {Claim | string} claim */
  function ask(claim) {
    if (claim) return show(check(claim));
    const empty = words.say("empty");
    result.replaceChildren(make("p", { class: "claim-said" }, empty));
    ctx.announce(empty);
    field.focus();
  }

  if (linked) {
    try {
      ask(readClaim(linked));
    } catch (error) {
      console.info("seat-calculator:", error);
      result.replaceChildren(make("p", { class: "claim-said" }, words.say("damaged")));
    }
  }
  const note = make("p", { class: "quiet-text" }, words.say("note"));
  return { node: make("div", { class: "claims" }, note, form, result), render() {} };
}
