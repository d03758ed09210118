/** What is said of a reading: the verdict, and for each figure what the data say of it. */

import { button, make } from "../components/dom.js";
import { publishedBy } from "../dataset/sources.js";
import { printedText } from "./labels.js";

/** @import { ClaimFigure, ClaimFinding, ClaimHeld, ClaimReading } from "../pkg/seat_calculator.js" */
/** @import { ClaimLabels } from "./labels.js" */

/** The verdict of a reading in words. @param {ClaimLabels} labels @param {ClaimReading} reading */
export function verdictSaid({ words }, { verdict, hour }) {
  return words.say(`verdict.${verdict}`, { hour: hour || words.say("hour.unknown") });
}

/** @param {ClaimLabels} labels @param {ClaimReading} reading @param {Map<string, string>} titles */
export function findingsNode(labels, reading, titles) {
  const { words, ctx, dataset } = labels;
  const { claim, findings, contradictions } = reading;
  const items = claim.figures.map((figure, i) => item(labels, figure, findings[i], titles));
  const { publisher, day } = publishedBy({ words: ctx.words, dataset });
  const source = words.say("source", { source: publisher, date: ctx.words.date(day) });
  const earlier = comparedWith(reading, titles);
  const since = earlier && words.say("since", { election: titles.get(earlier) ?? earlier });
  const own = reading.election === dataset.id;
  const title = own ? labels.title : (titles.get(reading.election) ?? reading.election);
  const said = [words.say("against", { election: title }), since, publisher && source];
  return make(
    "div",
    { class: "claim-findings" },
    ...contradictions.map(({ code, adds, says }) =>
      make("p", { class: "claim-fault" }, words.say(`contradiction.${code}`, { adds, says })),
    ),
    make("h4", {}, words.say("figures")),
    make("ul", { role: "list" }, ...items),
    make("p", { class: "quiet-text" }, said.filter(Boolean).join(" ")),
  );
}

/**
 * The earlier election that figures were compared with: the one the claim names, or the one it was.
 * @param {ClaimReading} reading @param {Map<string, string>} titles
 */
function comparedWith({ claim, election, findings }, titles) {
  const ids = findings.flatMap(({ held }) => held.flatMap((one) => one.ids));
  return claim.since ?? ids.find((id) => id !== election && titles.has(id));
}

/**
 * @param {ClaimLabels} labels @param {ClaimFigure} figure @param {ClaimFinding} finding
 * @param {Map<string, string>} titles
 */
function item(labels, figure, finding, titles) {
  const { words } = labels;
  const whom = [
    (figure.who ?? []).map((id) => labels.who(id)).join(" + "),
    ...(figure.without ?? []).map((id) => words.say("without", { who: labels.who(id) })),
    ...(figure.against ?? []).map((id) => words.say("against-who", { who: labels.who(id) })),
    figure.place && words.say("where", { where: labels.place(figure.place) }),
  ];
  const printed = figure.number && labels.value(printedText(figure.number));
  const head = [whom.filter(Boolean).join(" "), words.say(`measure.${figure.measure}`)];
  const mark = words.say(`mark.${finding.verdict ?? "unjudged"}`);
  const node = make("li", { "data-verdict": finding.verdict ?? "unjudged" });
  const show = button(words.say("show"), () => labels.show(figure, node), { class: "plain" });
  const needs = finding.needs ? [make("p", {}, words.say(`needs.${finding.needs}`))] : [];
  node.append(
    make(
      "p",
      {},
      `${head.filter(Boolean).join(" · ")}${printed ? ` ${printed}` : ""}: `,
      make("b", {}, mark),
    ),
    ...needs,
    make("ul", { role: "list" }, ...finding.held.map((held) => heldItem(labels, held, titles))),
    ...finding.fits.map((fits) =>
      make("p", { class: "quiet-text" }, fitsSaid(labels, figure, fits)),
    ),
    show,
  );
  return node;
}

/** @param {ClaimLabels} labels @param {ClaimHeld} held @param {Map<string, string>} titles */
function heldItem(labels, { code, fits, value, of, ids }, titles) {
  const { words } = labels;
  const named = ids.map((id) => titles.get(id) ?? labels.any(id));
  const reading = words.say(`reading.${code}`, { a: named[0], b: named[1] });
  const list = value === null ? named.join(", ") : labels.value(value);
  const pair = of && of[0] !== of[1] ? of.map((n) => words.number(n)).join(" / ") : "";
  const whole = pair && list ? ` (${pair})` : pair;
  return make("li", { "data-fits": String(fits) }, `${reading}: `, make("b", {}, list), whole);
}

/**
 * Which whole numbers give a strike rate.
 * @param {ClaimLabels} labels @param {ClaimFigure} figure @param {ClaimFinding["fits"][number]} fits
 */
function fitsSaid({ words }, figure, { of, parts }) {
  const number = figure.number ? printedText(figure.number) : "";
  const key = parts.length ? "fits.some" : "fits.none";
  return words.say(key, { number, of, parts: parts.join(", ") });
}
