/** An edit in words. */

import { NOBODY } from "../seats/line.js";

/** @import { Context, Edit, Movement, Report, Scope } from "../types.d.ts" */

/** @param {Edit} edit @param {Report} report @param {Context} ctx @returns {string} */
export function editSentence(edit, report, ctx) {
  const { words, names } = ctx;
  const label = (/** @type {string} */ id) => names.label(id);
  if ("award" in edit) return awardSentence(edit.award, ctx);
  if ("realign" in edit) {
    const { party, alliance } = edit.realign;
    if (!alliance) return words.say("edit.alone", { party: label(party) });
    return words.say("edit.realign", { party: label(party), alliance: label(alliance) });
  }
  if ("stance" in edit) {
    const { for: ayes, notVoting } = edit.stance;
    const who = ayes.map(label).join(" + ") || words.say("edit.nobody");
    const key = notVoting.length ? "edit.stance.out" : "edit.stance";
    return words.say(key, { who, out: notVoting.map(label).join(", ") });
  }
  if ("cross" in edit) return movementSentence("cross", edit.cross, report, ctx);
  if ("absent" in edit) return movementSentence("absent", edit.absent, report, ctx);
  if ("resign" in edit) {
    if (!("constituency" in edit.resign)) {
      return movementSentence("resign", edit.resign, report, ctx);
    }
    return words.say("edit.vacate", { seat: names.seat(edit.resign.constituency) });
  }
  if ("house" in edit) {
    const { base, speaker } = edit.house;
    const key = speaker ? "edit.house.speaker" : "edit.house";
    const party = speaker && label(speaker);
    return words.say(key, { base: words.say(`base.name.${base}`), party });
  }
  return voteSentence(edit, ctx);
}

/**
 * A pool or a swing.
 * @param {Extract<Edit, { pool: unknown } | { swing: unknown }>} edit @param {Context} ctx
 */
function voteSentence(edit, { words, names }) {
  const label = (/** @type {string} */ id) => names.label(id);
  const within = (/** @type {string} */ said, /** @type {Scope | undefined} */ scope) =>
    scope ? `${said} · ${names.scope(scope)}` : said;
  if ("pool" in edit) {
    const { target, joiners, efficiency, scope } = edit.pool;
    const sides = { joiners: joiners.map(label).join(" + "), target: label(target) };
    return within(words.say("edit.pool", { ...sides, e: words.percent(efficiency) }), scope);
  }
  const { from, to, points, scope, model } = edit.swing;
  const key = model === "proportional" ? "edit.swing.share" : "edit.swing";
  const values = { from: label(from), to: label(to), p: words.hundredths(points) };
  return within(words.say(key, values), scope);
}

/**
 * "11 of INC sit with NDA · reaches two-thirds (11 of 16)"
 * @param {Movement["kind"]} kind
 * @param {{ from: string, to?: string, members: number }} body
 * @param {Report} report
 * @param {Context} ctx
 */
function movementSentence(kind, { from, to, members }, { movements }, { words, names }) {
  const done = movements.find((one) => one.kind === kind && one.from === from && one.to === to);
  const sides = { party: names.label(from), to: to && names.label(to) };
  const said = [words.say(`edit.${kind}`, { n: done?.moved ?? members, ...sides })];
  if (done && kind === "cross") {
    const thirds = { n: done.twoThirds, of: done.of };
    said.push(words.say(done.reaches ? "edit.reaches" : "edit.below", thirds));
  }
  if (done && done.moved < done.asked) said.push(words.say("edit.fewer", { n: done.moved }));
  return said.join(" · ");
}

/**
 * "Dhanwar: BJP → JMM"
 * @param {{ constituency: string, candidate: number | string }} award @param {Context} ctx
 */
function awardSentence({ constituency, candidate }, { words, names, session, dataset }) {
  const { parties, constituencies } = session.baseline;
  const place = dataset.constituencies.findIndex((one) => one.id === constituency);
  const { candidates } = dataset.constituencies[place];
  const line = candidates.find((one, i) => (one.serial ?? i + 1) === candidate);
  const was = constituencies.party[place];
  return words.say("edit.award", {
    seat: names.seat(constituency),
    from: was === NOBODY ? words.say("edit.nobody") : names.label(parties[was].id),
    to: names.label(line?.party ?? String(candidate)),
  });
}
