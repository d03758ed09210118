/**
 * Votes above the margin: where a third party polled more than the winning margin, in every
 * direction.
 */

import { list, make, show, text } from "../components/dom.js";
import { sideSelect } from "../components/fields.js";
import { dataTable, seatHeading } from "../components/table.js";
import { analysisPanel } from "./panel.js";

/** @import { Context, Margins } from "../types.d.ts" */
/** @typedef {Margins["seats"][number]} MarginSeat */

/** @param {Context} ctx @param {import("../votes/sides.js").Sides} sides */
export function largerView(ctx, sides) {
  const { words, names } = ctx;
  let party = sides.outside ?? sides.parties.at(-1) ?? "";
  const pick = sideSelect(words.say("pool.party"), sides.parties, party, names, (id) => {
    party = id;
    panel.render();
  });
  const directions = make("ul", { class: "directions", role: "list" });
  const label = (/** @type {string | null} */ id) =>
    id ? names.label(id) : words.say("party.independent");
  /** @param {MarginSeat} seat */
  const over = ({ winner, winnerSide, runnerUp, runnerUpSide }) =>
    words.say("larger.over", {
      A: names.label(winnerSide ?? winner.party),
      B: names.label(runnerUpSide ?? runnerUp.party),
    });
  const table = dataTable({
    caption: words.say("larger"),
    kind: "close-table",
    key: (/** @type {MarginSeat} */ seat) => seat.constituency,
    columns: [
      { label: words.say("table.seat"), build: seatHeading(names, over) },
      { label: words.say("table.margin"), text: (seat) => words.number(seat.margin) },
      { label: "", text: (seat) => words.number(seat.third.votes) },
      {
        label: words.say("larger.transfer"),
        text: (seat) => `${words.hundredths(seat.transfer)} %`,
      },
    ],
  });
  const panel = analysisPanel(ctx, "margins", {
    controls: [pick.node],
    body: [directions, table.node],
    note: words.say("larger.note"),
    question: () => ({ party }),
    sentence: ({ seats: { length: n } }) =>
      words.say(n ? "larger.count" : "larger.none", { A: names.label(party), n }),
    draw(answer) {
      const seats = answer?.seats ?? [];
      text(table.heads[2], names.label(party));
      list(
        directions,
        answer?.directions ?? [],
        ({ winner, runnerUp }) => `${winner}>${runnerUp}`,
        () => make("li"),
        (line, { winner, runnerUp, seats: n }) => {
          const values = { n, A: label(winner), B: label(runnerUp) };
          text(line, words.say("larger.direction", values));
        },
      );
      show(table.node, seats.length > 0);
      table.render(seats);
    },
  });
  return panel;
}
