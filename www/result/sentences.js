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
const isFloorVote = ({ edited, floor, verdict }) =>
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

/** The message that says a verdict. @param {Glance["verdict"]} verdict */
function verdictKey({ kind, half, surplus, leaders: { length } }) {
  if (half) return length > 1 ? "verdict.halves" : "verdict.half";
  if (kind === "majority" && surplus === 0) return "verdict.bare";
  if (kind === "hung" && length > 1) return "verdict.level";
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
  const key = verdictKey(verdict);
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

/** "Hypothetical, 16 seats changed: No majority: …" @param {Glance} report @param {Language} ctx */
export const wholeAnswer = (report, ctx) =>
  `${hypothesis(report, ctx)} ${answerSentence(report, ctx)}`.trim();

/**
 * "INDIA 56" for each row with seats, largest first.
 * @param {Glance} report
 * @param {Language} ctx
 */
const rowTotals = (report, { words, names }) =>
  alliancesBySize(report)
    .filter((row) => row.seats)
    .map((row) => `${names.row(row)} ${words.number(seatsOnBase(report, row))}`);

/** "INDIA 56, NDA 24, JLKM 1". @param {Glance} report @param {Language} ctx */
export const totals = (report, ctx) => rowTotals(report, ctx).join(", ");

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
  return `${needed} ${words.say("floor.notNeeded", { who: words.or(notNeeded.map(label)) })}`;
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
  return rowTotals(report, ctx).slice(0, 4).join(between);
}

/**
 * Which result it is, above the verdict: "Jharkhand 2024 · declared result".
 * @param {Report} report
 * @param {Language} ctx
 */
export function declaredKicker({ house }, { words, dataset }) {
  const kicker = words.name(dataset.house.kicker ?? dataset.title);
  return words.say(house.leading ? "kicker.counting" : "kicker.declared", { kicker });
}

/** What stands under the verdict. @param {Report} report @param {Context} ctx */
export function verdictNotes(report, ctx) {
  const { edited, verdict, house } = report;
  const { words, names, dataset } = ctx;
  const { kind, n } = house.base;
  const notes = [declaredTotals(report, ctx)];
  if (isFloorVote(report)) notes.push(words.say("floor.bars"));
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
