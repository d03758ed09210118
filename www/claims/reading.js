/** One reading of a claim: its verdict, its fields, what the data say. */

import { make, text } from "../components/dom.js";
import { copyField } from "../share/copy-field.js";
import { figureFields } from "./figure-fields.js";
import { findingsNode, verdictSaid } from "./findings.js";
import { ClaimLabels } from "./labels.js";
import { writeClaim } from "./link.js";

/** @import { Claim, ClaimAnswer, ClaimReading } from "../pkg/seat_calculator.js" */
/** @import { Context, Dataset } from "../types.d.ts" */

/**
 * @param {Context} ctx
 * @param {import("./words.js").ClaimWords} said
 * @param {Map<string, Dataset>} elections
 * @param {ClaimReading} reading
 * @param {(claim: Claim) => ClaimAnswer} check
 */
export function readingView(ctx, { words, measures }, elections, reading, check) {
  const dataset = elections.get(reading.election) ?? ctx.dataset;
  const labels = new ClaimLabels(ctx, words, dataset);
  const titles = new Map([...elections].map(([id, one]) => [id, ctx.words.name(one.title)]));
  const verdict = make("h3", { class: "claim-verdict" });
  const found = make("div");
  const link = copyField(ctx, words.say("link"));
  let claim = reading.claim;

  /** @param {ClaimReading} now */
  function render(now) {
    verdict.dataset.verdict = now.verdict;
    text(verdict, verdictSaid(labels, now));
    found.replaceChildren(findingsNode(labels, now, titles));
    const url = new URL(ctx.home);
    url.searchParams.set("lang", ctx.words.language);
    url.searchParams.set("claim", writeClaim(now.claim));
    link.say(url.href);
  }

  const fields = claim.figures.map((figure, i) =>
    figureFields(labels, figure, measures, (changed) => {
      claim = { ...claim, figures: claim.figures.map((one, k) => (k === i ? changed : one)) };
      const [now] = check(claim).readings;
      if (!now) return;
      render(now);
      ctx.announce(verdict.textContent ?? "");
    }),
  );
  render(reading);
  return make(
    "section",
    { class: "claim-reading" },
    verdict,
    found,
    make("details", { open: true }, make("summary", {}, words.say("understood")), ...fields),
    link.node,
  );
}
