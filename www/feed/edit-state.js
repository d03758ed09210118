/** What a count that goes on has made of an edit, in words. */

import { NOBODY, STATUSES } from "../seats/line.js";

/** @import { Context, Edit, EditState, Report } from "../types.d.ts" */
/** @typedef {Edit & { state?: EditState }} Stated */

/** An edit without its state: the same for all states of a count. @param {Stated} edit */
export const keyOf = ({ state: _, ...edit }) => JSON.stringify(edit);

/**
 * The sentence about an edit; empty where the edit says enough by itself.
 * @param {Stated} edit @param {Report} report @param {Context} ctx
 * @param {boolean} [again] whether a declaration on its seat has been taken back
 * @returns {string}
 */
export function stateSaid(edit, report, ctx, again = false) {
  const { words, names, session, count } = ctx;
  if ("award" in edit) return awardSaid(edit, ctx, again);
  if ("swing" in edit || "pool" in edit) {
    const n = count?.update?.tallied.withoutVotes ?? 0;
    if (edit.state === "rest") {
      const { counted } = session.baseline.totals;
      return words.say(counted ? "state.votes.nobody" : "state.votes.none");
    }
    return n ? words.say("state.votes", { n }) : "";
  }
  if ("cross" in edit) return movedSaid("cross", edit.cross, edit.state, report, ctx);
  if ("absent" in edit) return movedSaid("absent", edit.absent, edit.state, report, ctx);
  if ("resign" in edit) {
    if (!("constituency" in edit.resign))
      return movedSaid("resign", edit.resign, edit.state, report, ctx);
    return edit.state === "rest" ? words.say("state.vacate") : "";
  }
  if (edit.state !== "rest") return "";
  const single = singleOf(edit);
  return single ? words.say("state.single", { seat: names.seat(single) }) : "";
}

/** The first constituency whose independent an edit speaks of. @param {Edit} edit */
function singleOf(edit) {
  const ids =
    "realign" in edit
      ? [edit.realign.party, edit.realign.alliance]
      : "stance" in edit
        ? [...edit.stance.for, ...edit.stance.notVoting]
        : [];
  return ids.find((id) => id?.startsWith("IND."))?.slice(4);
}

/**
 * "Mandu: declared for AJSU by 231. You gave it to INC."
 * @param {Extract<Stated, { award: unknown }>} edit @param {Context} ctx @param {boolean} again
 */
function awardSaid({ award: { constituency, candidate }, state }, ctx, again) {
  const { words, names, session, dataset } = ctx;
  const { parties, constituencies: now } = session.baseline;
  const at = dataset.constituencies.findIndex(({ id }) => id === constituency);
  const lines = dataset.constituencies[at].candidates;
  const line = lines.find((one, place) =>
    typeof candidate === "string"
      ? one.party === candidate
      : (one.serial ?? place + 1) === candidate,
  );
  const serial = line ? (line.serial ?? lines.indexOf(line) + 1) : 0;
  const Y = line ? names.side(line.party, constituency, serial) : String(candidate);
  const seat = names.seat(constituency);
  if (state === "so") return words.say("state.award.so", { seat, Y });
  const held = now.party[at] !== NOBODY;
  const X = held ? names.side(parties[now.party[at]].id, constituency, now.winner[at]) : "";
  const n = now.margin[at] >= 0 ? now.margin[at] : undefined;
  const by = n === undefined ? "" : words.say("state.by", { n });
  if (state === "against") return words.say("state.award.against", { seat, X, Y, by });
  if (again) return words.say("state.award.again", { seat });
  if (!held) {
    const status = STATUSES[now.status[at]];
    if (status === "awaited") return words.say("state.award.awaited", { seat, Y });
    return words.say("state.award.other", { seat, Y, status: words.say(`state.${status}`) });
  }
  const own = now.winner[at] === serial;
  return words.say(own ? "state.award.own" : "state.award.leads", { seat, X, Y, by });
}

/**
 * "11 of INC named; INC has 8 so far."
 * @param {"cross" | "resign" | "absent"} kind
 * @param {{ from: string, to?: string, members: number }} body
 * @param {EditState | undefined} state @param {Report} report @param {Context} ctx
 */
function movedSaid(kind, { from, to, members }, state, report, { words, names }) {
  const party = names.label(from);
  if (state === "rest") return words.say("state.members.none", { party });
  const done = report.movements.find(
    (one) => one.kind === kind && one.from === from && one.to === to,
  );
  if (!done) return "";
  const said = [];
  if (state === "part") said.push(words.say("state.part", { n: members, party, m: done.moved }));
  const won = report.parties.find(({ id }) => id === from)?.won;
  if (kind === "cross" && won !== undefined && won < done.of)
    said.push(words.say("state.thirds", { party, of: done.of, w: won }));
  return said.join(" ");
}
