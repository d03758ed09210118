/** Which seats matter for a coalition: the closest ones, and how many of them end its majority. */

import { asking } from "../components/analysis-request.js";
import { attr, list, make, show, swatch, text } from "../components/dom.js";
import { select } from "../components/fields.js";

/** @typedef {import("../pkg/seat_calculator.js").AllWays} AllWays */
/** @typedef {import("../pkg/seat_calculator.js").KeySeats} KeySeats */

/** Seats listed beyond those that end the majority. */
const BEYOND = 3;

/** @param {any} ctx */
export function keySeatsView(ctx) {
  const { words, names, session } = ctx;
  /** The coalition picked of the list of ways; none: those For. @type {{ over: string, members: string[] } | null} */
  let picked = null;
  /** @type {AllWays | null} */
  let ways = null;

  const which = select(words.say("keys.for"), [], (value) => {
    picked = value && ways ? { over: ways.over, members: ways.minimal[Number(value)] } : null;
    ask();
  });
  const said = make("p", { class: "said" });
  const note = make("p", { class: "quiet-text" }, words.say("keys.note"));
  const head = make(
    "thead",
    {},
    make(
      "tr",
      {},
      make("th", { scope: "col" }, words.say("keys.seat")),
      make("th", { scope: "col" }, words.say("keys.passes")),
      make("th", { scope: "col", class: "number" }, words.say("keys.switch")),
    ),
  );
  const body = make("tbody");
  const table = make(
    "table",
    { class: "key-seats" },
    make("caption", { class: "quiet" }, words.say("keys")),
    head,
    body,
  );
  /** @type {KeySeats["edits"]} */
  let edits = [];
  const flip = make("button", {
    type: "button",
    onclick: () => ctx.edit((now) => [...now, ...edits]),
  });
  const node = make(
    "details",
    { class: "inquiry" },
    make("summary", {}, words.say("keys")),
    make("div", { class: "fields" }, which.node),
    said,
    table,
    flip,
    note,
  );

  function row(seat) {
    const { party, candidate } = seat.to;
    const from = make(
      "span",
      {},
      swatch(names.colour(seat.holder.party)),
      names.label(seat.holder.party),
    );
    const to = make(
      "span",
      {},
      swatch(names.colour(party)),
      names.label(party),
      make("span", { class: "quiet" }, ` ${names.candidate(seat.constituency, candidate)}`),
    );
    const votes = make("td", { class: "number" });
    const end = make("small", { class: "ends" });
    const line = make(
      "tr",
      {},
      make("th", { scope: "row" }, names.seat(seat.constituency), end),
      make("td", { class: "passes" }, from, " → ", to),
      votes,
    );
    return Object.assign(line, { parts: { votes, end } });
  }

  const put = asking(
    ctx,
    (/** @type {KeySeats | null} */ answer) => {
      if (!answer) {
        text(said, words.say("ways.failed"));
        for (const one of [table, flip, note]) show(one, false);
        return;
      }
      const { together: n, surplus, enough, quota: m, seats } = answer;
      edits = answer.edits;
      const who =
        answer.members.map((id) => names.label(id)).join(" + ") || words.say("edit.nobody");
      const values = {
        who,
        n,
        m,
        s: surplus ?? 0,
        d: m - n,
        k: words.number(enough ?? seats.length),
        votes: answer.votes,
        share: words.share(answer.shareValid),
        seat: seats.length ? names.seat(seats[0].constituency) : "",
      };
      text(
        said,
        words.say(
          `keys.${surplus === null ? "short" : enough === null ? "never" : enough === 1 ? "one" : "enough"}`,
          values,
        ),
      );
      const shown = surplus === null ? [] : seats.slice(0, (enough ?? seats.length) + BEYOND);
      show(table, shown.length > 0);
      list(
        body,
        shown,
        (seat) => `${seat.constituency} ${seat.holder.candidate} ${seat.to.candidate}`,
        row,
        (line, seat) => {
          const place = shown.indexOf(seat) + 1;
          text(line.parts.votes, words.number(seat.switch));
          text(line.parts.end, place === enough ? words.say("keys.ends") : "");
          attr(
            line,
            "class",
            place === enough ? "last" : enough !== null && place > enough ? "beyond" : null,
          );
        },
      );
      show(flip, enough !== null);
      show(note, shown.length > 0);
      text(flip, words.say("keys.flip", { n: enough ?? 0 }));
    },
    node,
  );
  const ask = () =>
    put({
      kind: "keySeats",
      ...(picked ?? { over: "parties", members: session.report.floor.partners }),
    });

  for (const one of [table, flip, note]) one.hidden = true;
  return {
    node,
    /** The ways there are to pick one of. @param {AllWays} found */
    offer(found) {
      ways = found;
      const at = picked
        ? found.minimal.findIndex(
            (ids) => found.over === picked?.over && ids.join() === picked.members.join(),
          )
        : -1;
      const control = which.control;
      const key = found.minimal.map((ids) => ids.join()).join(";");
      if (control.dataset.ways !== key)
        control.replaceChildren(
          make("option", { value: "" }, words.say("keys.those")),
          ...found.minimal.map((ids, i) =>
            make("option", { value: String(i) }, ids.map((id) => names.label(id)).join(" + ")),
          ),
        );
      attr(control, "data-ways", key);
      control.value = at < 0 ? "" : String(at);
      if (picked && at < 0) {
        picked = null;
        ask();
      }
    },
    render: () => ask(),
  };
}
