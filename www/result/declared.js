/**
 * The declared result as HTML and as a picture card, written by the build: for readers without
 * JavaScript, for the first paint and for social media. It says what the live page says. Widths are
 * drawn as SVG, because the policy of the page allows no style attributes.
 */

import { Names } from "../dataset/names.js";
import { escaped } from "../components/escaped.js";
import { chooserLabel } from "../elections/chooser.js";
import { publishedBy } from "../dataset/sources.js";
import { LANGUAGES } from "../i18n/messages.js";
import { NOBODY, seatState } from "../seats/line.js";
import { holders, pictureRow } from "./holders.js";
import { electionTitle, leadIn, roomFor, verdictNotes, verdictSentence } from "./sentences.js";
import { largeAndSmall } from "./tally.js";

/** @import { AllianceRow, Calculator, Context, Dataset, Partner, PictureRequest } from "../types.d.ts" */
/** @import { Report } from "../types.d.ts" */
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
 * stands in its page and in its page for frames, and the card, 1,200 by 630 pixels, as SVG.
 * @param {Dataset} dataset as in `data/<id>.json`
 * @param {Words} words fitted to the kind of result
 * @param {Calculator} calculator of the full module, on that dataset
 * @param {boolean} [counting] whether its page follows a count
 */
export function declaredPage(dataset, words, calculator, counting = false) {
  const report = calculator.evaluate("");
  const { winner } = report.constituencies;
  const place = new Map(dataset.constituencies.map(({ id }, i) => [id, i]));
  const names = new Names(dataset, words, (id) => winner[place.get(id) ?? -1]);
  const ctx = /** @type {Context} */ ({ dataset, words, names, session: { baseline: report } });
  return {
    title: escaped(words.name(dataset.title)),
    seats: String(report.house.seats),
    markup: page(report, ctx, html`${house(report, ctx, calculator)}${bars(report, ctx)}`),
    framed: page(report, ctx, bars(report, ctx)),
    card: calculator.picture(counting ? plainCard(report, ctx) : card(report, ctx)),
  };
}

/** @param {Report} report @param {Context} ctx @param {Markup} pictures */
const page = (report, ctx, pictures) =>
  html`${answer(report, ctx)}
    <div class="first">${pictures}</div>
    ${table(report, ctx)}`.text;

/**
 * The half circle with the totals at its feet, as large as the live page makes it: shown where that
 * has it first. What the live page has around it keeps its room.
 * @param {Report} report @param {Context} ctx @param {Calculator} calculator
 */
function house(report, ctx, calculator) {
  const { words, names } = ctx;
  const places = calculator.hemicycle();
  if (!places) return html``;
  const { x, y, radius, width, height, feet } = places;
  const { party } = report.constituencies;
  const blocks = report.parties.map(({ id }, index) => {
    const d = [...party.keys()].filter((i) => party[i] === index).map((i) => `M${x[i]} ${y[i]}h0`);
    return d.length
      ? html`<path d="${d.join("")}" stroke="${names.colour(id) ?? GREY}" />`
      : html``;
  });
  const foot = (/** @type {typeof feet[number]} */ { row, left }) => {
    const { seats } = report.alliances[row];
    const name = names.row(report.alliances[row]);
    return html`<span class="${left ? "left" : "right"}"
      >${name} <b>${words.number(seats)}</b></span
    >`;
  };
  return html`<section class="house drawn" aria-hidden="true">
    <h2>${words.say("tiles")}</h2>
    <p class="radios"><span>${words.say("picture.hemicycle")}</span></p>
    <div class="frame hemicycle">
      <svg
        viewBox="0 0 ${width} ${height}"
        fill="none"
        stroke-linecap="round"
        stroke-width="${2 * radius}"
      >
        ${blocks}
      </svg>
      <p class="feet">${feet.filter(({ row }) => report.alliances[row].seats).map(foot)}</p>
    </div>
    <p class="later">&nbsp;</p>
  </section> `;
}

/**
 * The other languages and the chooser keep the room that they have on the live page.
 * @param {Report} report
 * @param {Context} ctx
 */
function answer(report, ctx) {
  const room = roomFor(report, ctx);
  return html`<header class="answer">
    <p class="languages" aria-hidden="true">${others(ctx.words.language)}</p>
    <p class="chooser" aria-hidden="true"><span>${chooserLabel(ctx)}</span></p>
    <div class="title">
      <p class="kicker"><b>${ctx.words.say("page.what")}</b> ${electionTitle(ctx)}</p>
    </div>
    <div class="room" data-room="${room.sentence}" data-more="${room.note}">
      <div>
        <p class="lead">${leadIn(report, ctx)}</p>
        <h1 class="verdict"><span class="sentence">${verdictSentence(report, ctx)}</span></h1>
        <p class="note">${verdictNotes(report, ctx)}</p>
      </div>
    </div>
  </header> `;
}

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
  const { large, small } = largeAndSmall(report);
  return html`
    <section class="picture" aria-label="${words.say("bars.label")}">
      <svg class="drawn-mark" aria-hidden="true">
        <text x="${at}" y="1em" text-anchor="middle">${words.say("bars.mark", { m })}</text>
      </svg>
      <ol class="bars" role="list">
        ${large.map(({ row, partners }) => bar(row, partners, at, ctx))}
      </ol>
      <div class="also">
        <ol class="bars minor" role="list">
          ${small.map(({ row }) => html`<li class="bar">${barHead(row, ctx)}</li>`)}
        </ol>
      </div>
    </section>
  `;
}

/** @param {AllianceRow} row @param {Context} ctx */
const barHead = (row, { words, names }) =>
  html`<p class="bar-head">
    <b class="bar-name">${names.row(row)}</b>
    <span class="bar-seats">${words.number(row.seats)}</span>
    <span class="bar-change"></span>
  </p>`;

/** @param {AllianceRow} row @param {Partner[]} partners @param {string} at the mark @param {Context} ctx */
function bar(row, partners, at, ctx) {
  const { words, names, session } = ctx;
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
    ${barHead(row, ctx)}
    <div class="bar-track" aria-hidden="true">
      <svg class="bar-mark"><rect x="${at}" width="1.5" height="100%" /></svg>
      <svg
        width="100%"
        height="100%"
        viewBox="0 0 ${session.baseline.house.seats} 1"
        preserveAspectRatio="none"
      >
        ${parts}
      </svg>
    </div>
    <p class="members">${partners.length > 1 ? partners.map(member) : ""}</p>
  </li> `;
}

/** All constituencies. @param {Report} report @param {Context} ctx */
function table(report, { words, names, dataset }) {
  const { winner, party, runnerUpParty, margin } = report.constituencies;
  /** @param {number} at */
  const label = (at) => (at === NOBODY ? "" : names.label(report.parties[at].id));
  /** @param {string} key */
  const head = (key) => words.say(`table.${key}`);
  const rows = dataset.constituencies.map(({ id }, i) => {
    const lead = margin[i] >= 0 ? words.number(margin[i]) : "–";
    return html`<tr>
      <td class="number">${id}</td>
      <th scope="row">${names.seat(id)}</th>
      <td>${names.candidate(id, winner[i])} <small>${label(party[i])}</small></td>
      <td class="number">${lead}</td>
      <td>${label(runnerUpParty[i])}</td>
    </tr> `;
  });
  return html`<section class="tools">
    <p class="needs">${words.say("load.needs")}</p>
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

/** Picture cards as sites show them. */
const CARD = { kind: /** @type {const} */ ("hemicycle"), width: 1200, height: 630 };

/**
 * The card: the half circle with its key under the verdict.
 * @param {Report} report @param {Context} ctx
 * @returns {PictureRequest}
 */
function card(report, ctx) {
  const { words, names, dataset } = ctx;
  const { party } = report.constituencies;
  const { publisher, day } = publishedBy(ctx);
  return {
    ...CARD,
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
  };
}

/**
 * The card of a page that follows a count, without figures: those who see it shared see it later.
 * @param {Report} report @param {Context} ctx
 * @returns {PictureRequest}
 */
const plainCard = ({ house }, { words, dataset }) => ({
  ...CARD,
  kicker: words.name(dataset.title),
  title: words.say("page.what"),
  marks: dataset.constituencies.map(() => ({ colour: "", state: "empty" })),
  rows: [],
  said: words.say("bars.mark", { m: house.mark }),
});
