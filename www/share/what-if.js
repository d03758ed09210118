/** The edits of a scenario as one question: "What if JLKM had joined NDA, all its voters following?" */

import { editsSentence } from "../changes/summary.js";

/** @import { Context, Edit, Movement, Report, Scope } from "../types.d.ts" */
/** @typedef {Extract<Edit, { pool: unknown }>["pool"]} Pool */

/** The end of a question. */
const QUESTION = /\?\s*$/;
/** All voters, in hundredths of a percent. */
const WHOLE = 10_000;
/** More seats given by hand than these are counted, not named. */
const FEW = 3;

/**
 * The question of the card that was opened, and what its scenario does; else one made of the edits.
 * @param {Report} report @param {Context} ctx
 */
export function whatIf(report, ctx) {
  const { words, session, questions } = ctx;
  const card = session.asksQuestion && questions.find(({ id }) => id === session.question)?.card;
  if (!card) return words.say("whatif", { what: words.and(clauses(report, ctx)) });
  const title = words.name(card.title);
  const follow = report.scenario.edits.flatMap((edit) =>
    "pool" in edit ? [following(edit.pool, ctx)] : [],
  );
  // The title names who had joined whom.
  if (follow.length && QUESTION.test(title))
    return `${[title.replace(QUESTION, ""), ...follow].join(", ")}?`;
  return `${title} ${editsSentence(report, ctx) || seatsSaid(report, ctx)}`;
}

/** "16 seats change hands." @param {Report} report @param {Context} ctx */
const seatsSaid = ({ changes }, { words }) =>
  words.say("away.edits", { edits: words.say("moved", { n: changes.length }) });

/** Each edit as a part of the question. @param {Report} report @param {Context} ctx */
function clauses(report, ctx) {
  const { edits } = report.scenario;
  const given = edits.filter((edit) => "award" in edit);
  if (given.length <= FEW) return edits.map((edit) => clause(edit, report, ctx));
  const others = edits.filter((edit) => !("award" in edit));
  const counted = ctx.words.say("whatif.awards", { n: given.length });
  return [...others.map((edit) => clause(edit, report, ctx)), counted];
}

/** @param {Edit} edit @param {Report} report @param {Context} ctx @returns {string} */
function clause(edit, report, ctx) {
  const { words, names } = ctx;
  const label = (/** @type {string} */ id) => names.label(id);
  if ("pool" in edit) {
    const { target, joiners, scope } = edit.pool;
    const sides = { joiners: words.and(joiners.map(label)), target: label(target) };
    const joined = within(words.say("whatif.pool", sides), scope, ctx);
    return `${joined}, ${following(edit.pool, ctx)}`;
  }
  if ("swing" in edit) {
    const { from, to, points, scope, model } = edit.swing;
    const key = model === "proportional" ? "whatif.swing.share" : "whatif.swing";
    const values = { from: label(from), to: label(to), p: words.hundredths(points) };
    return within(words.say(key, values), scope, ctx);
  }
  if ("award" in edit) {
    const seat = names.seat(edit.award.constituency);
    return words.say("whatif.award", { seat, to: holder(edit, ctx) });
  }
  return afterTheVote(edit, report, ctx);
}

/**
 * Whom an award gives a seat to.
 * @param {Extract<Edit, { award: unknown }>} edit @param {Context} ctx
 */
function holder({ award: { constituency, candidate } }, { names, dataset }) {
  const seat = dataset.constituencies.find((one) => one.id === constituency);
  const line = seat?.candidates.find((one, i) => (one.serial ?? i + 1) === candidate);
  return names.label(line?.party ?? String(candidate));
}

/** @param {Edit} edit @param {Report} report @param {Context} ctx @returns {string} */
function afterTheVote(edit, report, { words, names }) {
  const label = (/** @type {string} */ id) => names.label(id);
  const all = (/** @type {string[]} */ ids) => words.and(ids.map(label));
  if ("realign" in edit) {
    const { party, alliance } = edit.realign;
    if (!alliance) return words.say("whatif.alone", { party: label(party) });
    return words.say("whatif.realign", { party: label(party), alliance: label(alliance) });
  }
  if ("stance" in edit) {
    const { for: ayes, notVoting } = edit.stance;
    const who = all(ayes) || words.say("edit.nobody");
    const key = notVoting.length ? "whatif.stance.out" : "whatif.stance";
    return words.say(key, { who, out: all(notVoting) });
  }
  if ("house" in edit) {
    const { base, speaker } = edit.house;
    const key = speaker ? "whatif.house.speaker" : "whatif.house";
    const party = speaker && label(speaker);
    return words.say(key, { base: words.say(`base.name.${base}`), party });
  }
  if ("resign" in edit && "constituency" in edit.resign)
    return words.say("whatif.vacate", { seat: names.seat(edit.resign.constituency) });
  return movement(edit, report.movements, { words, names });
}

/**
 * As many members as there are, whatever the edit asks for.
 * @param {Edit} edit @param {Movement[]} movements @param {Pick<Context, "words" | "names">} ctx
 */
function movement(edit, movements, { words, names }) {
  const [[kind, body]] = Object.entries(edit);
  const { from, to, members } = body;
  const done = movements.find((one) => one.kind === kind && one.from === from && one.to === to);
  const n = done?.moved ?? members;
  return words.say(`whatif.${kind}`, { n, party: names.label(from), to: to && names.label(to) });
}

/** "all its voters following" @param {Pool} pool @param {Context} ctx */
function following({ joiners, efficiency }, { words }) {
  const key = efficiency === WHOLE ? "whatif.follow.all" : "whatif.follow";
  return words.say(key, { n: joiners.length, e: words.percent(efficiency) });
}

/** @param {string} said @param {Scope | undefined} scope @param {Context} ctx */
const within = (said, scope, { words, names }) =>
  scope ? words.say("whatif.within", { said, where: names.scope(scope) }) : said;
