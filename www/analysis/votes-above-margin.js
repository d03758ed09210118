/** Votes larger than the margin: where a third party had more votes than lay between the first two, in every direction. */

import { asking } from "../components/analysis-request.js";
import { list, make, show, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { offer } from "../components/side-select.js";

/** @param {any} ctx @param {any} sides as of `votesView` */
export function largerView(ctx, sides) {
  const { words, names, session } = ctx;
  let party = sides.outside ?? sides.parties.at(-1);
  const control = select(words.say("pool.party"), [], (id) => {
    party = id;
    render();
  });
  const said = make("p", { class: "said", role: "status" });
  const directions = make("ul", { class: "directions", role: "list" });
  const body = make("tbody");
  const own = make("th", { scope: "col", class: "number" });
  const number = (key) => make("th", { scope: "col", class: "number" }, words.say(key));
  const table = make(
    "table",
    { class: "close-table" },
    make("caption", { class: "quiet" }, words.say("larger")),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col" }, words.say("table.seat")),
        number("table.margin"),
        own,
        number("larger.transfer"),
      ),
    ),
    body,
  );
  const node = make(
    "div",
    { class: "behind" },
    control.node,
    said,
    directions,
    table,
    make("p", { class: "quiet-text" }, words.say("larger.note")),
  );

  const side = (id, line) => names.label(id ?? line.party);

  const ask = asking(ctx, (found) => {
    const seats = found?.seats ?? [];
    text(
      said,
      !found
        ? words.say("asked.failed")
        : words.say(seats.length ? "larger.count" : "larger.none", {
            A: names.label(party),
            n: seats.length,
          }),
    );
    text(own, names.label(party));
    list(
      directions,
      found?.directions ?? [],
      (one) => `${one.winner}>${one.runnerUp}`,
      () => make("li"),
      (line, { winner, runnerUp, seats: n }) => {
        const name = (id) => (id ? names.label(id) : words.say("party.independent"));
        text(line, words.say("larger.direction", { n, A: name(winner), B: name(runnerUp) }));
      },
    );
    show(table, seats.length > 0);
    list(
      body,
      seats,
      (seat) => seat.constituency,
      ({ constituency }) => {
        const line = make("span", { class: "seat-line" });
        const cells = ["margin", "votes", "transfer"].map((name) => [
          name,
          make("td", { class: "number" }),
        ]);
        const row = make(
          "tr",
          {},
          make("th", { scope: "row" }, make("b", {}, names.seat(constituency)), line),
          ...cells.map(([, cell]) => cell),
        );
        row.parts = { line, ...Object.fromEntries(cells) };
        return row;
      },
      ({ parts }, { winner, winnerSide, runnerUp, runnerUpSide, third, margin, transfer }) => {
        text(
          parts.line,
          words.say("larger.over", {
            A: side(winnerSide, winner),
            B: side(runnerUpSide, runnerUp),
          }),
        );
        text(parts.margin, words.number(margin));
        text(parts.votes, words.number(third.votes));
        text(parts.transfer, `${words.hundredths(transfer)} %`);
      },
    );
  });

  function render() {
    if (session.moving) return;
    offer(control, sides.parties, party, names, () => false);
    ask({ kind: "margins", party });
  }

  return { node, render };
}
