/** The table of parties: seats, change, won of contested, votes and their share. */

import { attr, button, make, show, swatch, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { dataTable } from "../components/table.js";

/** @import { Context, PartyRow, Report } from "../types.d.ts" */
/** @import { Build } from "../components/table.js" */
/**
 * @typedef {{ of: "counted" | "valid", everyone: boolean }} Choice what shares are of, and who is
 *   shown
 */

/** @param {Context} ctx */
export function partiesView(ctx) {
  const { words, session } = ctx;
  /** @type {Choice} */
  const choice = { of: "counted", everyone: false };
  const table = partyTable(choice, ctx);
  const total = wholeHouse(ctx);
  table.node.append(total.node);
  const toggle = () => {
    choice.everyone = !choice.everyone;
    render();
  };
  const all = button("", toggle, { class: "plain" });
  const note = make("p", { class: "quiet-text" });
  const of = words.say("parties.of");
  const share = radios(
    of,
    "share",
    [
      ["counted", words.say("parties.counted")],
      ["valid", words.say("parties.valid")],
    ],
    choice.of,
    (value) => {
      choice.of = value === "valid" ? value : "counted";
      render();
    },
  );
  const label = make("span", { class: "quiet-text", "aria-hidden": "true" }, of);
  const pick = make("div", { class: "choose" }, label, share);
  const title = make("h2", {}, words.say("parties"));
  const actions = make("p", { class: "actions" }, all);
  const node = make("section", { class: "tally" }, title, pick, table.node, actions, note);
  // The order of the declared result, so that no row moves while the reader compares.
  const declared = session.baseline.parties;
  const order = [...declared.keys()].sort(
    (a, b) => declared[b].seats - declared[a].seats || declared[b].votes - declared[a].votes,
  );
  const n = declared.filter(({ id }) => id !== "IND").length;

  function render(report = session.report) {
    const { parties, votes, edited } = report;
    const { nota, valid } = report.totals;
    const { everyone } = choice;
    const pooled = votes.some((move) => move.kind === "pool");
    const rows = order.map((place) => parties[place]);
    const shown = rows.filter((party) => everyone || party?.seats || party?.baseline);
    table.render(shown.map((party) => ({ party, pooled, edited: edited.any })));
    total.render(report);
    text(all, everyone ? words.say("parties.fewer") : words.say("parties.all", { n }));
    show(all, everyone || shown.length < order.length);
    show(pick, nota > 0);
    const basis = nota ? words.say(`parties.note.${choice.of}`, { nota }) : "";
    const kind = valid ? (edited.votes ? "moved" : "declared") : "seats";
    const moved = words.say(`parties.note.${kind}`);
    text(note, `${basis} ${moved}`);
  }

  return { node, render };
}

/** What seats without a member of a party are, in the order of the line that names them. */
const EMPTY = /** @type {const} */ ([
  "vacant",
  "awaited",
  "tied",
  "adjourned",
  "countermanded",
  "setAside",
]);

/**
 * The last row: all seats of the house, and what of them stands in no row above, so that the table
 * adds up. The line has its room before an edit needs it.
 * @param {Context} ctx
 */
function wholeHouse({ words, names }) {
  const others = make("small", { class: "others" });
  const seats = make("td", { class: "number seats-n" });
  const name = make("th", { scope: "row" }, words.say("parties.total"), " ", others);
  const node = make("tfoot", {}, make("tr", {}, name, seats));

  /** @param {Report} report */
  function render({ house, partners }) {
    const elsewhere = partners
      .filter(({ kind }) => kind === "breakaway")
      .map((one) => `${names.label(one.id)} ${words.number(one.seats)}`);
    const empty = EMPTY.filter((status) => house[status]).map(
      (status) => `${words.say(`seat.${status}`)} ${words.number(house[status])}`,
    );
    text(others, [...elsewhere, ...empty].join(" · "));
    text(seats, words.number(house.seats));
  }

  return { node, render };
}

/** @typedef {{ party: PartyRow, pooled: boolean, edited: boolean }} Row */

/** @param {Choice} choice @param {Context} ctx */
function partyTable(choice, ctx) {
  const { words } = ctx;
  const known = ctx.session.baseline.totals.valid > 0;
  /** @param {string} key @param {(row: Row) => string} text @param {object} [classes] */
  const column = (key, text, classes) => ({ label: words.say(key), text, ...classes });
  const seats = { cell: "number seats-n" };
  return dataTable({
    caption: words.say("parties"),
    kind: "parties",
    key: ({ party }) => party.id,
    columns: [
      { label: words.say("parties.party"), kind: "", build: partyHeading(ctx) },
      column("parties.seats", ({ party }) => words.number(party.seats), seats),
      {
        label: words.say("parties.change"),
        long: words.say("parties.change.long"),
        build: changeCell(ctx),
      },
      ...(known ? votesColumns() : []),
    ],
  });

  /**
   * What stands on votes and candidates, where the file has more than seats.
   * @returns {import("../components/table.js").Column<Row>[]}
   */
  function votesColumns() {
    return [
      {
        label: words.say("parties.strike"),
        build: (cell) => {
          const [won, rate] = [make("span"), make("span", { class: "rate" })];
          cell.append(won, " ", rate);
          return ({ party, pooled }) => {
            text(won, pooled ? "–" : wonSaid(party, ctx));
            text(rate, rateSaid(party, ctx));
          };
        },
      },
      {
        label: words.say("parties.share"),
        build: (cell) => {
          const [part, cast] = [make("span"), make("small")];
          cell.append(part, " ", cast);
          return ({ party }) => {
            const share = choice.of === "counted" ? party.shareCounted : party.shareValid;
            text(part, `${words.hundredths(share)} %`);
            text(cast, words.number(party.votes));
          };
        },
      },
      column("parties.votes", ({ party }) => words.number(party.votes), { kind: "number votes" }),
    ];
  }
}

/** @param {Context} ctx @returns {Build<Row>} */
const partyHeading =
  ({ names }) =>
  (cell, { party: { id } }) => {
    const independent = id === "IND";
    const label = independent ? names.full(id) : names.label(id);
    const full = make("small", { class: "full" }, label === names.full(id) ? "" : names.full(id));
    cell.append(swatch(names.colour(id)), make("span", {}, label, " ", full));
  };

/** @param {Context} ctx @returns {Build<Row>} */
const changeCell =
  ({ words }) =>
  (cell) =>
  ({ party: { change }, edited }) => {
    attr(cell, "class", change ? "number changed" : "number");
    text(cell, change ? words.signed(change) : edited ? "0" : "");
  };

/** "33/43": of the seats won, whoever sits where now. @param {PartyRow} party @param {Context} ctx */
function wonSaid({ elected, leading, contested }, { words }) {
  const seats = words.number(elected - leading) + (leading ? ` + ${words.number(leading)}` : "");
  return `${seats}/${words.number(contested)}`;
}

/**
 * The strike rate, withheld while seats are open; after a pool it says nothing of a party's
 * strength.
 * @param {PartyRow} party @param {Context} ctx
 */
const rateSaid = ({ strikeRatePercent: rate, leading }, { words }) =>
  rate === null || leading ? "" : `${words.number(rate)} %`;
