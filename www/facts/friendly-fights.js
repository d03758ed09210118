/** Seats in which parties of one alliance stood against each other, and what came of it. */

import { make, swatch } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { computedFrom } from "./source-note.js";

/** @import { Context, FriendlyFight } from "../types.d.ts" */
/** @typedef {FriendlyFight["candidates"][number]} Polled */

/** @param {Context} ctx */
export function friendlyView(ctx) {
  const { words, session, dataset } = ctx;
  const fights = session.core.use((calculator) => calculator.friendlyFights());
  const held = fights.filter((fight) => fight.held).length;
  const n = fights.length;
  const sum = n ? words.say("friendly.sum", { n, held }) : words.say("friendly.none");
  const node = make(
    "div",
    {},
    make("p", { class: "sum" }, sum),
    ...(n ? [fightTable(fights, ctx)] : []),
    make("p", { class: "quiet-text" }, words.say("friendly.note")),
    computedFrom(ctx, { dataset, blocks: ["votes", "alliances"] }),
  );
  return { node, render() {} };
}

/** @param {FriendlyFight[]} fights @param {Context} ctx */
function fightTable(fights, ctx) {
  const { words, names } = ctx;
  const table = dataTable({
    caption: words.say("around.friendly"),
    kind: "friendly",
    key: (/** @type {FriendlyFight} */ { constituency, alliance }) => `${constituency} ${alliance}`,
    columns: [
      {
        label: words.say("table.seat"),
        build: (cell, { constituency, alliance }) =>
          cell.append(names.seat(constituency), make("small", {}, names.label(alliance))),
      },
      {
        label: words.say("friendly.against"),
        kind: "",
        build(cell, { constituency, candidates, together }) {
          const lines = candidates.map((one) => polledLine(constituency, one, ctx));
          const n = together === null ? "" : words.say("friendly.together", { n: together });
          cell.append(...lines, make("small", {}, n));
        },
      },
      {
        label: words.say("friendly.holder"),
        kind: "",
        build: (cell, { constituency, holder }) =>
          cell.append(
            holder
              ? polledLine(constituency, holder, ctx)
              : make("p", {}, words.say("edit.nobody")),
          ),
      },
    ],
  });
  table.render(fights);
  return table.node;
}

/** "JMM 48,701 · Nizam Uddin Ansari" @param {string} seat @param {Polled} one @param {Context} ctx */
function polledLine(seat, { serial, party, votes }, { words, names }) {
  const polled = votes === null ? "" : ` ${words.number(votes)}`;
  return make(
    "p",
    {},
    swatch(names.colour(party)),
    make("b", {}, names.label(party), polled),
    " ",
    make("small", {}, names.candidate(seat, serial)),
  );
}
