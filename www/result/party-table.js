/** The table of parties: seats, change, won of contested, votes and their share. */

import { attr, differs, list, make, show, swatch, text } from "../components/dom.js";
import { radios } from "../components/fields.js";

/** @param {any} ctx */
export function partiesView(ctx) {
  const { words, names, session } = ctx;
  let of = "counted";
  let everyone = false;
  const heading = (key, kind, long) =>
    make(
      "th",
      { scope: "col", class: kind ?? "number", "aria-label": long ? words.say(long) : null },
      words.say(key),
    );
  const body = make("tbody");
  const table = make(
    "table",
    { class: "parties" },
    make("caption", { class: "quiet" }, words.say("parties")),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        heading("parties.party", ""),
        heading("parties.seats"),
        heading("parties.change", "number", "parties.change.long"),
        heading("parties.strike"),
        heading("parties.share"),
        heading("parties.votes", "number votes"),
      ),
    ),
    body,
  );
  const all = make("button", {
    type: "button",
    class: "plain",
    onclick: () => {
      everyone = !everyone;
      render(session.report);
    },
  });
  const note = make("p", { class: "quiet-text" });
  const share = radios(
    words.say("parties.of"),
    "share",
    [
      ["counted", words.say("parties.counted")],
      ["valid", words.say("parties.valid")],
    ],
    of,
    (value) => {
      of = value;
      render(session.report);
    },
  );
  const choice = make(
    "div",
    { class: "choose" },
    make("span", { class: "quiet-text", "aria-hidden": "true" }, words.say("parties.of")),
    share,
  );
  const node = make(
    "section",
    { class: "tally" },
    make("h2", {}, words.say("parties")),
    choice,
    table,
    make("p", { class: "actions" }, all),
    note,
  );
  // The order of the declared result, so that no row moves while the reader compares: places in the report's list.
  const declared = session.baseline.parties;
  const order = [...declared.keys()].sort(
    (a, b) => declared[b].seats - declared[a].seats || declared[b].votes - declared[a].votes,
  );
  const parties = declared.filter(({ id }) => id !== "IND").length;

  function build(party) {
    const parts = {
      seats: make("td", { class: "number seats-n" }),
      change: make("td", { class: "number" }),
      strike: make("td", { class: "number" }),
      share: make("td", { class: "number" }),
      part: make("span"),
      cast: make("small"),
      votes: make("td", { class: "number votes" }),
      rate: make("span", { class: "rate" }),
      won: make("span"),
    };
    parts.strike.append(parts.won, " ", parts.rate);
    parts.share.append(parts.part, " ", parts.cast);
    const line = make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        swatch(names.colour(party.id)),
        make(
          "span",
          {},
          party.id === "IND" ? names.full("IND") : names.label(party.id),
          " ",
          make("small", { class: "full" }, party.id === "IND" ? "" : names.full(party.id)),
        ),
      ),
      parts.seats,
      parts.change,
      parts.strike,
      parts.share,
      parts.votes,
    );
    line.parts = parts;
    return line;
  }

  function render(report) {
    const pooled = report.votes.some((move) => move.kind === "pool");
    const rows = order
      .map((place) => report.parties[place])
      .filter((party) => party && (everyone || party.seats || party.baseline));
    list(
      body,
      rows,
      (party) => party.id,
      build,
      (line, party) => {
        const { parts } = line;
        text(
          parts.change,
          party.change ? words.signed(party.change) : report.edited.any ? "0" : "",
        );
        if (!differs(line, party, of, pooled)) return;
        text(parts.seats, words.number(party.seats));
        attr(parts.change, "class", party.change ? "number changed" : "number");
        // Withheld after a pool: who stood aside for whom says nothing of a party's own strength.
        const won =
          words.number(party.won) + (party.leading ? ` + ${words.number(party.leading)}` : "");
        text(parts.won, pooled ? "–" : `${won}/${words.number(party.contested)}`);
        text(
          parts.rate,
          party.strikeRate === null || party.leading
            ? ""
            : `${words.number(Math.round(party.strikeRate / 100))} %`,
        );
        text(
          parts.part,
          `${words.hundredths(of === "counted" ? party.shareCounted : party.shareValid)} %`,
        );
        text(parts.votes, words.number(party.votes));
        text(parts.cast, words.number(party.votes));
      },
    );
    text(all, everyone ? words.say("parties.fewer") : words.say("parties.all", { n: parties }));
    show(all, everyone || rows.length < order.length);
    const { totals } = report;
    show(choice, totals.nota > 0);
    text(
      note,
      `${totals.nota ? words.say(`parties.note.${of}`, { nota: totals.nota }) : ""} ${words.say(report.edited.votes ? "parties.note.moved" : "parties.note.declared")}`,
    );
  }

  return { node, render };
}
