/**
 * The declared result as HTML and as a picture card, written by the build: for readers without
 * JavaScript, for the first paint and for social media. It says what the live page says. Widths are
 * drawn as SVG, because the policy of the page allows no style attributes.
 */

import { Names } from "../dataset/names.js";
import { escaped } from "../components/escaped.js";
import { publishedBy } from "../dataset/sources.js";
import { LANGUAGES } from "../i18n/messages.js";
import { NOBODY, seatState } from "../seats/line.js";
import { holders, pictureRow } from "./holders.js";
import { declaredKicker, verdictNotes, verdictSentence } from "./sentences.js";
import { alliancesWithPartners } from "./tally.js";

/** @import { AllianceRow, Calculator, Context, Dataset, Partner, Report } from "../types.d.ts" */
/** @import { Words } from "../i18n/messages.js" */

/** Of who has no colour in the data. */
const GREY = "#808080";

/** Markup, which a template takes as it is. */
class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * A template for markup: values are escaped, unless they are markup or lists of it.
 * @param {TemplateStringsArray} parts
 * @param {...unknown} values
 */
function html(parts, ...values) {
  /** @param {unknown} value @returns {string} */
  const written = (value) => {
    if (Array.isArray(value)) return value.map(written).join("");
    return value instanceof Markup ? value.text : escaped(value);
  };
  const rest = parts.slice(1).map((part, i) => written(values[i]) + part);
  return new Markup((parts[0] + rest.join("")).replace(/\s*\n\s*/g, "\n"));
}

/**
 * What the build writes of an election: its title and number of seats (escaped), the markup that
 * stands in its pages, and the card, 1,200 by 630 pixels, as SVG.
 * @param {Dataset} dataset as in `data/<id>.json`
 * @param {Words} words fitted to the kind of result
 * @param {Calculator} calculator of the full module, on that dataset
 */
export function declaredPage(dataset, words, calculator) {
  const report = calculator.evaluate("");
  const { winner } = report.constituencies;
  const place = new Map(dataset.constituencies.map(({ id }, i) => [id, i]));
  const names = new Names(dataset, words, (id) => winner[place.get(id) ?? -1]);
  const ctx = /** @type {Context} */ ({ dataset, words, names, session: { baseline: report } });
  return {
    title: escaped(words.name(dataset.title)),
    seats: String(report.house.seats),
    markup: html`${answer(report, ctx)}${bars(report, ctx)}${table(report, ctx)}`.text,
    card: card(report, ctx, calculator),
  };
}

/**
 * The other languages keep the room that they have on the live page.
 * @param {Report} report
 * @param {Context} ctx
 */
const answer = (report, ctx) =>
  html`<header class="answer">
    <p class="languages" aria-hidden="true">${others(ctx.words.language)}</p>
    <h1 class="kicker">${declaredKicker(report, ctx)}</h1>
    <p class="verdict"><span class="sentence">${verdictSentence(report, ctx)}</span></p>
    <p class="note">${verdictNotes(report, ctx)}</p>
  </header> `;

/** The names of the other languages. @param {string} current */
const others = (current) =>
  Object.entries(LANGUAGES)
    .filter(([id]) => id !== current)
    .map(([id, name]) => html`<span lang="${id}">${name}</span>`);

/** @param {Report} report @param {Context} ctx */
function bars(report, ctx) {
  const { words } = ctx;
  const { mark: m, seats } = report.house;
  const at = `${((m * 100) / seats).toFixed(3)}%`;
  const rows = alliancesWithPartners(report).map(({ row, partners }) => bar(row, partners, ctx));
  return html`<div class="first">
    <section class="picture" aria-label="${words.say("bars.label")}">
      <svg class="drawn-mark" aria-hidden="true">
        <text x="${at}" y="1em" text-anchor="middle">${words.say("bars.mark", { m })}</text>
        <rect x="${at}" y="1.6em" width="1" height="100%" />
      </svg>
      <ol class="bars" role="list">
        ${rows}
      </ol>
    </section>
  </div> `;
}

/** @param {AllianceRow} row @param {Partner[]} partners @param {Context} ctx */
function bar(row, partners, { words, names, session }) {
  let left = 0;
  const parts = partners.map(({ id, seats }) => {
    left += seats;
    const x = left - seats;
    return html`<rect x="${x}" width="${seats}" height="1" fill="${names.colour(id) ?? GREY}" />`;
  });
  /** @param {Partner} one */
  const member = ({ id, seats }) =>
    html`<span class="member"
      ><svg class="swatch" viewBox="0 0 1 1" aria-hidden="true">
        <rect width="1" height="1" fill="${names.colour(id) ?? GREY}" /></svg
      ><span>${names.label(id)} ${words.number(seats)}</span></span
    >`;
  return html`<li class="bar">
    <p class="bar-head">
      <b class="bar-name">${names.row(row)}</b>
      <span class="bar-seats">${words.number(row.seats)}</span>
      <span class="bar-change"></span>
    </p>
    <div class="bar-track" aria-hidden="true">
      <svg
        width="100%"
        height="100%"
        viewBox="0 0 ${session.baseline.house.seats} 1"
        preserveAspectRatio="none"
      >
        ${parts}
      </svg>
    </div>
    ${partners.length > 1 ? html`<p class="members">${partners.map(member)}</p>` : ""}
  </li> `;
}

/** All constituencies. @param {Report} report @param {Context} ctx */
function table(report, { words, names, dataset }) {
  const { winner, party, runnerUpParty, margin } = report.constituencies;
  /** @param {number} at */
  const label = (at) => (at === NOBODY ? "" : names.label(report.parties[at].id));
  /** @param {string} key */
  const head = (key) => words.say(`table.${key}`);
  const rows = dataset.constituencies.map(({ id, name }, i) => {
    const lead = Number.isNaN(margin[i]) ? "–" : words.number(margin[i]);
    return html`<tr>
      <td class="number">${id}</td>
      <th scope="row">${words.name(name)}</th>
      <td>${names.candidate(id, winner[i])} <small>${label(party[i])}</small></td>
      <td class="number">${lead}</td>
      <td>${label(runnerUpParty[i])}</td>
    </tr> `;
  });
  return html`<section class="tools">
    <h2>${words.say("table.title", { n: report.house.seats })}</h2>
    <table class="declared">
      <thead>
        <tr>
          <th scope="col" class="number">${head("number")}</th>
          <th scope="col">${head("seat")}</th>
          <th scope="col">${head("winner")}</th>
          <th scope="col" class="number">${head("margin")}</th>
          <th scope="col">${head("over")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section> `;
}

/**
 * The house as half a circle with its sentence.
 * @param {Report} report
 * @param {Context} ctx
 * @param {Calculator} calculator
 */
function card(report, ctx, calculator) {
  const { words, names, dataset } = ctx;
  const { party } = report.constituencies;
  const { publisher, day } = publishedBy(ctx);
  return calculator.picture({
    kind: "hemicycle",
    width: 1200,
    height: 630,
    kicker: words.name(dataset.title),
    title: verdictSentence(report, ctx),
    note: verdictNotes(report, ctx),
    source: [publisher, day].filter(Boolean).join(", "),
    marks: dataset.constituencies.map((_, i) => ({
      colour: party[i] === NOBODY ? "" : names.colour(report.parties[party[i]].id),
      state: seatState(report, i),
    })),
    rows: holders(report, ctx).map((line) => pictureRow(line, ctx)),
    said: words.say("bars.mark", { m: report.house.mark }),
  });
}
