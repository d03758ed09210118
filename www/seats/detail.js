/** One constituency opened: its candidates with votes, and the buttons that give it to any of them. */

import { award, resetSeat, vacate } from "../state/edits.js";
import { bring } from "../core/assets.js";
import { attr, list, make, prop, show, swatch, text } from "../components/dom.js";

/** @param {any} ctx @param {string} id of the constituency */
export function seatView(ctx, id) {
  const { words, names, session } = ctx;
  const seat = names.seats.get(id);
  const facts = [
    words.say("seat.number", { id }),
    seat.category && names.place("categories", seat.category),
    seat.district && names.place("districts", seat.district),
    seat.phase &&
      names.dataset.phases &&
      words.say("filter.phase.name", {
        id: seat.phase,
        date: words.date(names.dataset.phases.find((one) => one.id === seat.phase).polled),
      }),
  ]
    .filter(Boolean)
    .join(" · ");
  const body = make("tbody");
  const caption = make(
    "caption",
    { class: "quiet" },
    words.say("seat.candidates", { seat: words.name(seat.name) }),
  );
  const head = make(
    "thead",
    {},
    make(
      "tr",
      {},
      make("th", { scope: "col" }, words.say("seat.candidate")),
      make("th", { scope: "col", class: "number" }, words.say("seat.votesHead")),
      make("th", { scope: "col", class: "number" }, "%"),
      make("td"),
    ),
  );
  const table = make("table", { class: "candidates" }, caption, head, body);
  const sums = make("p", { class: "quiet-text" });
  let everyone = false;
  const all = make("button", {
    type: "button",
    class: "plain",
    onclick: () => {
      everyone = !everyone;
      render();
    },
  });
  const reset = make(
    "button",
    { type: "button", class: "plain", onclick: () => ctx.edit(resetSeat(id)) },
    words.say("seat.reset"),
  );
  const empty = make(
    "button",
    { type: "button", class: "plain", onclick: () => ctx.edit(vacate(id)) },
    words.say("seat.vacate"),
  );
  const node = make(
    "div",
    { class: "detail" },
    make("p", { class: "quiet-text" }, facts),
    table,
    make("p", { class: "actions" }, all, reset, empty),
    sums,
  );
  if (names.dataset.facts?.includes("earlier")) node.append(was());

  /** What the election before made of it: comes with the opened seat. */
  function was() {
    const said = make("span", {}, words.say("later.coming"));
    const source = make("small");
    const line = make("p", { class: "quiet-text", "aria-busy": "true" }, said, " ", source);
    bring("dataset/previous-election.js")
      .then(({ previousElection }) => previousElection(ctx))
      .then((then) => {
        text(said, then?.line(id) ?? "");
        text(source, said.textContent && then.source);
      })
      .catch((error) => {
        console.warn("seat-calculator:", error);
        text(said, words.say("later.failed"));
      })
      .finally(() => attr(line, "aria-busy", null));
    return line;
  }

  function build(candidate) {
    const parts = {
      swatch: swatch(names.colour(candidate.party)),
      note: make("small"),
      votes: make("td", { class: "number" }),
      share: make("td", { class: "number share" }),
      give: make("button", {
        type: "button",
        class: "give",
        onclick: () => ctx.edit(award(id, candidate.serial)),
      }),
    };
    const name = names.candidate(id, candidate.serial);
    const line = make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        parts.swatch,
        make(
          "span",
          {},
          name,
          " ",
          make("small", {}, names.label(candidate.party)),
          " ",
          parts.note,
        ),
      ),
      parts.votes,
      parts.share,
      make("td", {}, parts.give),
    );
    line.parts = parts;
    parts.give.append(words.say("seat.giveSeat"), make("span", { class: "quiet" }, `: ${name}`));
    return line;
  }

  function render() {
    const detail = session.core.constituency(id);
    const few = detail.candidates.filter(
      (one, place) => place < 3 || one.holder || one.declaredHolder,
    );
    list(
      body,
      everyone ? detail.candidates : few,
      (one) => String(one.serial),
      build,
      ({ parts }, one) => {
        text(parts.votes, one.votes === null ? "" : words.number(one.votes));
        text(parts.share, one.share === null ? "" : words.hundredths(one.share));
        if (one.share !== null) prop(parts.share, "--share", one.share);
        text(
          parts.note,
          one.holder
            ? `· ${words.say("seat.holds").toLowerCase()}`
            : one.declaredHolder
              ? `· ${words.say("seat.declaredWinner")}`
              : one.withdrawn
                ? `· ${words.say("seat.withdrawn")}`
                : "",
        );
        attr(parts.give, "aria-disabled", one.holder ? "true" : null);
        attr(parts.give.closest("tr"), "class", one.holder ? "holder" : null);
      },
    );
    show(all, detail.candidates.length > few.length);
    text(
      all,
      everyone
        ? words.say("seat.top")
        : words.say("seat.everyone", { n: detail.candidates.length }),
    );
    const index = names.dataset.constituencies.indexOf(seat);
    const byHand = session.edits.some(
      (edit) => edit.award?.constituency === id || edit.resign?.constituency === id,
    );
    show(reset, byHand);
    attr(
      empty,
      "aria-disabled",
      session.report.constituencies.party[index] === 65535 ? "true" : null,
    );
    const share = session.report.constituencies.marginShare[index];
    text(
      sums,
      [
        Number.isNaN(share) ? "" : words.say("seat.marginOf", { share: words.hundredths(share) }),
        words.say("seat.valid", { n: detail.valid }),
        detail.nota === null ? "" : words.say("seat.nota", { n: detail.nota }),
        seat.electors ? words.say("seat.electors", { n: seat.electors }) : "",
      ]
        .filter(Boolean)
        .join(" · "),
    );
  }

  return { node, render };
}
