/**
 * The result in words: verdict, floor vote and totals. The page, the downloads and the build all
 * say it with these.
 */

import { alliancesBySize } from "./tally.js";

/** @import { Context, Glance, Language, Report } from "../types.d.ts" */
/** A Report, or what of one is known while a slider moves. */

/**
 * Whether the answer is a vote of the house for which the reader chose who is For.
 * @param {Glance} report
 */
export const isFloorVote = ({ edited, floor, verdict }) =>
  edited.partners && floor.chosen && verdict.grouping === "declared";

/**
 * Seats of a row or partner on the base in use.
 * @param {Glance} report
 * @param {{ seats: number, voting: number }} row
 */
export const seatsOnBase = ({ house }, { seats, voting }) =>
  house.base.kind === "voting" ? voting : seats;

/** Names of the alliances level at the top. @param {Glance} report @param {Language} ctx */
function leaders({ verdict, alliances }, { names }) {
  return verdict.leaders.map((id) => {
    const row = alliances.find((one) => one.id === id);
    return row ? names.row(row) : names.label(id);
  });
}

/**
 * The message that says a verdict. What can still change is said as won and leading.
 * @param {Glance} report
 */
function verdictKey({ verdict, house }) {
  const { kind, half, surplus, leading } = verdict;
  const { length } = verdict.leaders;
  if (half) return length > 1 ? "verdict.halves" : "verdict.half";
  if (kind === "majority" && surplus === 0) return "verdict.bare";
  if (kind === "hung" && length > 1) return "verdict.level";
  if (kind === "majority" && leading && house.base.kind === "total") return "verdict.still";
  if (kind === "hung" && house.leading + house.awaited) return "verdict.sight";
  return `verdict.${kind}`;
}

/**
 * "INDIA has a majority: 56 of 81 seats, 15 above the mark of 41."
 * @param {Glance} report
 * @param {Language} ctx
 */
export function verdictSentence(report, ctx) {
  const { verdict, house } = report;
  const { words } = ctx;
  const who = leaders(report, ctx);
  const key = verdictKey(report);
  // On any other base these are members, not seats.
  const members = `${key}.members`;
  return words.say(house.base.kind !== "total" && words.has(members) ? members : key, {
    A: words.and(who),
    n: verdict.seats,
    H: house.base.n,
    m: house.mark,
    s: verdict.surplus,
    d: verdict.short,
    w: verdict.won,
    l: verdict.leading,
    a: house.awaited,
    o: house.leading + house.awaited + house.tied,
    both: words.say(who.length === 2 ? "verdict.both" : "verdict.all"),
  });
}

/**
 * "Hypothetical, 16 seats changed:"; empty for the declared result.
 * @param {Glance} report
 * @param {Language} ctx
 */
export function hypothesis({ edited, changes, scenario, house }, { words }) {
  if (!edited.any) return "";
  /** @param {string[]} kinds */
  const has = (...kinds) => scenario.edits.some((edit) => kinds.some((kind) => kind in edit));
  const partners = has("realign", "stance", "cross");
  const n = changes.length;
  if (n) return words.say(partners ? "verdict.seats.partners" : "verdict.seats", { n });
  if (partners) return words.say("verdict.partners");
  if (has("resign", "absent")) return words.say("verdict.away");
  if (!has("house")) return words.say("verdict.seats.none");
  const { kind } = house.base;
  return words.say(kind === "total" ? "verdict.house" : `verdict.house.${kind}`);
}

/**
 * What those For come to where the reader chose them, else who has a majority.
 * @param {Glance} report
 * @param {Language} ctx
 */
export function answerSentence(report, ctx) {
  if (!isFloorVote(report)) return verdictSentence(report, ctx);
  return `${floorSentence(report, ctx)} ${pivotalSentence(report, ctx)}`.trim();
}

/**
 * The same without who could leave, which the note says there.
 * @param {Glance} report
 * @param {Language} ctx
 */
export const answerInShort = (report, ctx) =>
  (isFloorVote(report) ? floorSentence : verdictSentence)(report, ctx);

/** "Hypothetical, 16 seats changed: No majority: …" @param {Glance} report @param {Language} ctx */
export const wholeAnswer = (report, ctx) =>
  `${hypothesis(report, ctx)} ${answerSentence(report, ctx)}`.trim();

/** Rows with seats, largest first. @param {Glance} report */
export const rowsWithSeats = (report) => alliancesBySize(report).filter((row) => row.seats);

/**
 * "INDIA 56" for each of these rows.
 * @param {Glance} report
 * @param {ReturnType<typeof rowsWithSeats>} rows
 * @param {Language} ctx
 */
const rowTotals = (report, rows, { words, names }) =>
  rows.map((row) => `${names.row(row)} ${words.number(seatsOnBase(report, row))}`);

/** Of a longer list so many are named, the rest counted. */
const MOST_NAMED = 5;
/** How many a short line names. */
const NAMED = 4;

/** "INDIA 56, NDA 24, JLKM 1"; "NDA 293, …, others 12". @param {Glance} report @param {Language} ctx */
export function totals(report, ctx) {
  const rows = rowsWithSeats(report);
  if (rows.length <= MOST_NAMED) return rowTotals(report, rows, ctx).join(", ");
  const n = rows.slice(NAMED).reduce((seats, row) => seats + seatsOnBase(report, row), 0);
  const largest = rowTotals(report, rows.slice(0, NAMED), ctx);
  return [...largest, ctx.words.say("totals.others", { n })].join(", ");
}

/**
 * "Declared: INDIA 56, …"; empty for the declared result.
 * @param {Glance} report
 * @param {Context} ctx
 */
export const declaredTotals = (report, ctx) =>
  report.edited.any
    ? ctx.words.say("verdict.declared", { totals: totals(ctx.session.baseline, ctx) })
    : "";

/** What a floor test of the partners For comes to. @param {Glance} report @param {Language} ctx */
export function floorSentence({ floor, house: { mark: m } }, { words, names }) {
  if (!floor.partners.length) return words.say("floor.nobody", { m });
  const who = floor.partners.map((id) => names.label(id)).join(" + ");
  const values = { who, n: floor.seats, s: floor.surplus, d: floor.short, m };
  if (floor.short !== undefined) return words.say("floor.short", values);
  return words.say(floor.surplus ? "floor.above" : "floor.bare", values);
}

/**
 * Which partners For could leave without ending the majority.
 * @param {Glance} report
 * @param {Language} ctx
 */
export function pivotalSentence({ floor }, { words, names }) {
  const { partners, pivotal, notNeeded } = floor;
  const all = partners.length;
  if (floor.short !== undefined || !all) return "";
  if (pivotal.length === all) {
    return words.say(all === 1 ? "floor.alone" : all === 2 ? "floor.neither" : "floor.noneCan");
  }
  if (!pivotal.length) return words.say("floor.anyOne");
  const label = (/** @type {string} */ id) => names.label(id);
  const needed = words.say("floor.pivotal", { who: words.and(pivotal.map(label)) });
  if (!notNeeded.length) return needed;
  const n = notNeeded.length;
  const spare =
    n > MOST_NAMED
      ? words.say("floor.anyOther", { n })
      : words.say("floor.notNeeded", { who: words.or(notNeeded.map(label)) });
  return `${needed} ${spare}`;
}

/** The verdict in a few words: "INDIA 15 above 41". @param {Glance} report @param {Language} ctx */
export function shortVerdict(report, ctx) {
  const { verdict, floor, house } = report;
  const { words } = ctx;
  if (isFloorVote(report)) {
    const key = floor.short === undefined ? "strip.enough" : "strip.short";
    return words.say(key, { s: floor.surplus, d: floor.short, m: house.mark });
  }
  const kind = verdict.kind === "majority" && !verdict.surplus ? "bare" : verdict.kind;
  const A = leaders(report, ctx).join(", ");
  return words.say(`strip.${kind}`, { A, s: verdict.surplus, m: house.mark });
}

/**
 * The four largest rows, "INDIA 56 · NDA 24 · JLKM 1", or who votes how.
 * @param {Glance} report
 * @param {Language} ctx
 * @param {string} [between]
 */
export function shortTotals(report, ctx, between = " · ") {
  const { floor } = report;
  if (isFloorVote(report)) return ctx.words.say("strip.floor", { x: floor.for, y: floor.against });
  return rowTotals(report, rowsWithSeats(report).slice(0, NAMED), ctx).join(between);
}

/** Which election it is. @param {Language} ctx */
export const electionTitle = ({ words, dataset }) =>
  words.name(dataset.house.kicker ?? dataset.title);

/**
 * What stands above a verdict that nobody changed: which result it is, and what a reader can do.
 * @param {Report} report @param {Language} ctx
 */
export function leadIn({ house }, { words, dataset }) {
  const counting = house.leading && !dataset.house.result;
  return `${words.say(counting ? "say.counting" : "say.declared")} ${words.say("page.hint")}`;
}

/**
 * The longest that an edit is likely to make of verdict and note: their room is there before it.
 * @param {Report} baseline @param {Language} ctx
 */
export function roomFor(baseline, ctx) {
  const { words, names } = ctx;
  const { house, floor, verdict } = baseline;
  const { n: H } = house.base;
  const { mark: m } = house;
  const rows = alliancesBySize(baseline).map((row) => names.row(row));
  const values = { n: m, s: m, d: m, w: m, l: m, a: m, H, m, both: words.say("verdict.both") };
  const verdicts = ["hung", "half", "bare", house.leading ? "ahead" : "majority"].map((kind) =>
    words.say(`verdict.${kind}`, { ...values, A: rows[0] }),
  );
  const level = words.say("verdict.level", { ...values, A: words.and(rows.slice(0, 2)) });
  const declared = words.say("verdict.declared", { totals: totals(baseline, ctx) });
  const party = words.and(verdict.largestParty.ids.map((id) => names.label(id)));
  const single = words.say("verdict.single", { m, n: m, party });
  return {
    sentence: longest(...verdicts, level, floorSentence(baseline, ctx)),
    note: longest(
      verdictNotes(baseline, ctx),
      `${declared} ${single} ${words.say("verdict.of.declared")}`,
      `${declared} ${floor.partners.length ? pivotalSentence(baseline, ctx) : ""}`,
    ),
  };
}

/** @param {...string} said */
const longest = (...said) => said.reduce((long, one) => (one.length > long.length ? one : long));

/** What stands under the verdict. @param {Report} report @param {Language} ctx */
export function verdictNotes(report, ctx) {
  const { edited, verdict, house } = report;
  const { words, names, dataset } = ctx;
  const { kind, n } = house.base;
  const notes = [declaredTotals(report, /** @type {Context} */ (ctx))];
  if (isFloorVote(report)) notes.unshift(pivotalSentence(report, ctx));
  if (kind !== "total") notes.push(words.say(`verdict.base.${kind}`, { n, H: house.seats }));
  if (verdict.kind === "hung") {
    const { ids, seats } = verdict.largestParty;
    const party = words.and(ids.map((id) => names.label(id)));
    notes.push(words.say("verdict.single", { m: house.mark, n: seats, party }));
    notes.push(words.say(`verdict.of.${verdict.grouping}`));
  }
  if (house.tied) notes.push(words.say("verdict.tied", { n: house.tied }));
  if (!edited.any) notes.push(words.name(dataset.house.note));
  return notes.filter(Boolean).join(" ");
}

/**
 * The sentence that goes with a link: the election, the edits, their result, the declared result.
 * @param {Report} report
 * @param {Context} ctx
 */
export function shareSentence(report, ctx) {
  const title = `${ctx.words.name(ctx.dataset.title)}.`;
  return [title, wholeAnswer(report, ctx), declaredTotals(report, ctx)].filter(Boolean).join(" ");
}
