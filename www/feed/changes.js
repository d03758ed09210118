/** What changed since the reader came, seat by seat; the seats they had edited come first. */

import { list, make, show, text } from "../components/dom.js";

/** @import { Context, KnownSeat, Report, SeatChange } from "../types.d.ts" */

/** @param {Context} ctx */
export function changesView(ctx) {
  const { words, names, session } = ctx;
  const none = make("p", { class: "quiet-text" }, words.say("feed.changed.none"));
  const seats = make("ul", { class: "count-changes", role: "list" });
  const node = make("div", {}, none, seats);

  /** @param {SeatChange} change */
  function build({ constituency }) {
    const own = make("small", { class: "changed" });
    const said = make("span");
    const row = make("li", {}, make("b", {}, names.seat(constituency)), " ", own, " ", said);
    return { node: row, own, said };
  }

  /** @param {Report} report */
  function render({ scenario }) {
    const edited = new Set(scenario.edits.flatMap(seatsOf));
    const changed = session.core.use((calculator) => calculator.changedSince());
    const first = (/** @type {SeatChange} */ one) => Number(!edited.has(one.constituency));
    changed.sort((a, b) => first(a) - first(b));
    list(
      seats,
      changed,
      (one) => one.constituency,
      build,
      (row, { constituency, before, after }) => {
        text(row.own, edited.has(constituency) ? words.say("feed.changed.yours") : "");
        const sides = [before, after].map((one) => knownSaid(one, constituency, ctx));
        text(row.said, words.say("feed.change", { before: sides[0], after: sides[1] }));
      },
    );
    show(none, !changed.length);
  }

  return { node, render };
}

/** The constituencies that an edit names. @param {Report["scenario"]["edits"][number]} edit */
function seatsOf(edit) {
  if ("award" in edit) return [edit.award.constituency];
  return "resign" in edit && "constituency" in edit.resign ? [edit.resign.constituency] : [];
}

/**
 * "AJSU leads by 338"
 * @param {KnownSeat} known @param {string} seat @param {Context} ctx
 */
function knownSaid({ status, candidate, party, margin }, seat, { words, names }) {
  if (candidate === null || party === null)
    return words.say(`state.${status.replace(/-./, (letter) => letter[1].toUpperCase())}`);
  const by = margin === null ? "" : words.say("state.by", { n: margin });
  const key = status === "leading" ? "feed.seat.leading" : "feed.seat.declared";
  return words.say(key, { party: names.side(party, seat, candidate), by });
}
