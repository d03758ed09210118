/**
 * A bar for each alliance, its parties side by side, against the majority mark; who has few seats
 * stands in a line below. Of a vote of the house: a bar For and one Against.
 */

import { attr, colour, differs, list, make, prop, show, swatch, text } from "../components/dom.js";
import { isFloorVote, seatsOnBase, totals } from "./sentences.js";
import { largeAndSmall } from "./tally.js";

/** @import { AllianceRow, Context, Partner, Report } from "../types.d.ts" */
/** @typedef {ReturnType<typeof buildBar>} Bar */
/**
 * @typedef {{ id: string, n: number }} Part
 * What a bar shows: `hollow` is the length of its outline, `unsure` its seats that are led only.
 * @typedef {{ key: string, name: string, n: number, said: string, changed: boolean, joined?: boolean,
 *   hollow: number | null, won: number, unsure: number, parts: Part[] }} Line
 */

/** @param {Context} ctx */
export function barsView(ctx) {
  const { words, session } = ctx;
  const mark = make("p", { class: "mark" });
  const bars = make("ol", { class: "bars", role: "list" });
  const few = make("ol", { class: "bars minor", role: "list" });
  const also = make("div", { class: "also" }, few);
  const label = words.say("bars.label");
  const node = make("section", { class: "picture live", "aria-label": label }, mark, bars, also);
  // A vote has two bars, and each row of the declared result keeps its room.
  prop(bars, "--rows", Math.max(largeAndSmall(session.baseline).large.length, 2));

  /** @param {Report} report */
  function render(report) {
    const { seats, base, mark: m } = report.house;
    const vote = isFloorVote(report);
    prop(node, "--of", vote ? base.n : seats);
    prop(node, "--mark", m);
    text(mark, words.say("bars.mark", { m }));
    const { large, small } = largeAndSmall(report);
    const line = (/** @type {typeof large[number]} */ one) => tallyLine(one, report, ctx);
    fill(bars, vote ? voteLines(report, ctx) : large.map(line));
    fill(few, vote ? [allianceLine(report, ctx)] : small.map(line));
  }

  /** @param {HTMLElement} rows @param {Line[]} lines */
  const fill = (rows, lines) =>
    list(
      rows,
      lines,
      ({ key }) => key,
      buildBar,
      (bar, line) => patchBar(bar, line, ctx),
    );

  return { node, render };
}

function buildBar() {
  const name = make("b", { class: "bar-name" });
  const seats = make("span", { class: "bar-seats" });
  const change = make("span", { class: "bar-change" });
  const fill = make("div", { class: "bar-fill" });
  const unsure = make("div", { class: "bar-unsure" });
  const was = make("div", { class: "bar-was" });
  const members = make("p", { class: "members" });
  const head = make("p", { class: "bar-head" }, name, " ", seats, " ", change);
  const track = make("div", { class: "bar-track", "aria-hidden": "true" }, fill, unsure, was);
  const node = make("li", { class: "bar" }, head, track, members);
  return { node, name, seats, change, fill, unsure, was, members };
}

/**
 * A row of the tally.
 * @param {{ row: AllianceRow, partners: Partner[] }} tallied
 * @param {Report} report @param {Context} ctx @returns {Line}
 */
function tallyLine({ row, partners }, report, ctx) {
  const { any } = report.edited;
  const n = seatsOnBase(report, row);
  const voting = n !== row.seats ? ctx.words.say("bars.voting", { n: row.seats }) : "";
  const differs = any && row.baseline !== null && row.change !== 0;
  return {
    key: row.id,
    name: ctx.names.row(row),
    n,
    said: [voting, changeSaid(row, any, ctx)].filter(Boolean).join(" · "),
    changed: row.change !== 0,
    joined: Boolean(row.joined),
    hollow: differs ? row.baseline : null,
    won: row.won,
    unsure: row.leading ? row.seats : 0,
    parts: partners.map((one) => ({ id: one.id, n: seatsOnBase(report, one) })),
  };
}

/** Who votes For, with an outline up to the mark, and who Against. @param {Report} report
 * @param {Context} ctx @returns {Line[]} */
function voteLines(report, ctx) {
  const { floor, partners, house } = report;
  return /** @type {const} */ (["for", "against"]).map((stance) => ({
    key: `vote-${stance}`,
    name: ctx.words.say(`stance.${stance}`),
    n: floor[stance],
    said: "",
    changed: false,
    hollow: stance === "for" && floor.short !== undefined ? house.mark : null,
    won: 0,
    unsure: 0,
    parts: partners
      .filter((one) => one.stance === stance && one.voting)
      .map(({ id, voting }) => ({ id, n: voting })),
  }));
}

/** "By alliance: INDIA 56, NDA 24", under the bars of a vote. @param {Report} report
 * @param {Context} ctx @returns {Line} */
const allianceLine = (report, ctx) => ({
  key: "alliances",
  name: "",
  n: 0,
  said: ctx.words.say("bars.alliances", { totals: totals(report, ctx) }),
  changed: false,
  hollow: null,
  won: 0,
  unsure: 0,
  parts: [],
});

/** @param {Bar} bar @param {Line} line @param {Context} ctx */
function patchBar(bar, line, { words, names }) {
  const { name, n, said, changed, joined, hollow, won, unsure, parts } = line;
  if (!differs(bar.node, line, words.language)) return;
  text(bar.name, name);
  text(bar.seats, name && words.number(n));
  attr(bar.change, "class", `bar-change${changed ? " changed" : ""}${joined ? " joined" : ""}`);
  text(bar.change, said);
  const label = (/** @type {Part} */ one) => `${names.label(one.id)} ${words.number(one.n)}`;
  list(
    bar.fill,
    parts,
    (one) => one.id,
    () => {
      const inside = make("span");
      return { node: make("span", { class: "part" }, inside), inside };
    },
    (part, one) => {
      colour(part.node, names.colour(one.id));
      prop(part.node, "--n", one.n);
      text(part.inside, label(one));
    },
  );
  prop(bar.fill, "--n", n);
  prop(bar.unsure, "--won", won);
  prop(bar.unsure, "--n", unsure);
  show(bar.unsure, unsure > 0);
  show(bar.was, hollow !== null);
  prop(bar.was, "--n", hollow ?? 0);
  list(
    bar.members,
    parts.length > 1 ? parts : [],
    (one) => one.id,
    (one) => {
      const inside = make("span");
      return {
        node: make("span", { class: "member" }, swatch(names.colour(one.id)), inside),
        inside,
      };
    },
    ({ inside }, one) => text(inside, label(one)),
  );
}

/**
 * What is said beside the seats of a row.
 * @param {AllianceRow} row
 * @param {boolean} edited
 * @param {Context} ctx
 */
function changeSaid({ id, won, leading, joined, baseline, change }, edited, ctx) {
  const { words, names, session } = ctx;
  if (!edited) return leading ? words.say("bars.leading", { w: won, l: leading }) : "";
  if (joined) {
    // "NDA 24, JLKM 1": the alliance and who joined it, as declared.
    const { alliances, parties } = session.baseline;
    const rows = [
      ...alliances.filter((row) => row.id === id),
      ...joined.flatMap((one) => parties.filter((row) => row.id === one)),
    ];
    const declared = rows.map((row) => `${names.label(row.id)} ${words.number(row.seats)}`);
    return words.say("bars.joined", { declared: declared.join(", ") });
  }
  if (baseline === null) return words.say("bars.new");
  return change ? words.say("bars.change", { change: words.signed(change), was: baseline }) : "";
}
