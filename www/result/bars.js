/** One bar for each alliance, its parties side by side, against the majority mark. */

import { attr, colour, differs, list, make, prop, show, swatch, text } from "../components/dom.js";
import { seatsOnBase } from "./sentences.js";
import { alliancesWithPartners } from "./tally.js";

/** @import { AllianceRow, Context, Partner, Report } from "../types.d.ts" */
/** @typedef {ReturnType<typeof buildBar>} Bar */

/** @param {Context} ctx */
export function barsView(ctx) {
  const { words } = ctx;
  const mark = make("p", { class: "mark" });
  const rows = make("ol", { class: "bars", role: "list" });
  const label = words.say("bars.label");
  const node = make("section", { class: "picture live", "aria-label": label }, mark, rows);

  /** @param {Report} report */
  function render(report) {
    const { seats, mark: m } = report.house;
    prop(node, "--of", seats);
    prop(node, "--mark", m);
    text(mark, words.say("bars.mark", { m }));
    const tally = alliancesWithPartners(report);
    list(
      rows,
      tally,
      ({ row }) => row.id,
      buildBar,
      (bar, { row, partners }) => patchBar(bar, row, partners, report, ctx),
    );
  }

  return { node, render };
}

function buildBar() {
  const name = make("b", { class: "bar-name" });
  const seats = make("span", { class: "bar-seats" });
  const change = make("span", { class: "bar-change" });
  const fill = make("div", { class: "bar-fill" });
  const unsure = make("div", { class: "bar-unsure" });
  const was = make("div", { class: "bar-was" });
  const members = make("p", { class: "members" });
  const head = make("p", { class: "bar-head" }, name, " ", seats, " ", change);
  const track = make("div", { class: "bar-track", "aria-hidden": "true" }, fill, unsure, was);
  const node = make("li", { class: "bar" }, head, track, members);
  return { node, name, seats, change, fill, unsure, was, members };
}

/**
 * @param {Bar} bar
 * @param {AllianceRow} row
 * @param {Partner[]} partners those of it that have a seat
 * @param {Report} report
 * @param {Context} ctx
 */
function patchBar(bar, row, partners, report, ctx) {
  const { words, names } = ctx;
  const { edited, house } = report;
  const name = names.row(row);
  // An edit elsewhere says nothing about a row that stands as declared.
  const touched =
    edited.any && Boolean(row.change || row.leading || row.joined || row.baseline === null);
  if (!differs(bar.node, name, row, partners, house.base.kind, touched)) return;
  const n = seatsOnBase(report, row);
  text(bar.name, name);
  text(bar.seats, words.number(n));
  attr(bar.change, "class", row.change === 0 ? "bar-change" : "bar-change changed");
  const voting = n !== row.seats ? words.say("bars.voting", { n: row.seats }) : "";
  text(bar.change, [voting, changeSaid(row, edited.any, ctx)].filter(Boolean).join(" · "));
  list(
    bar.fill,
    partners,
    (one) => one.id,
    () => make("span", { class: "part" }),
    (part, one) => {
      colour(part, names.colour(one.id));
      prop(part, "--n", seatsOnBase(report, one));
    },
  );
  prop(bar.fill, "--n", n);
  prop(bar.unsure, "--won", row.won);
  prop(bar.unsure, "--n", row.seats);
  show(bar.unsure, row.leading > 0);
  show(bar.was, edited.any && row.baseline !== null && row.change !== 0);
  prop(bar.was, "--n", row.baseline ?? 0);
  const members = partners.length > 1 ? partners : [];
  show(bar.members, members.length > 0);
  list(
    bar.members,
    members,
    (one) => one.id,
    (one) => {
      const said = make("span");
      return { node: make("span", { class: "member" }, swatch(names.colour(one.id)), said), said };
    },
    ({ said }, one) => text(said, `${names.label(one.id)} ${words.number(one.seats)}`),
  );
}

/**
 * What is said beside the seats of a row.
 * @param {AllianceRow} row
 * @param {boolean} edited
 * @param {Context} ctx
 */
function changeSaid({ id, won, leading, joined, baseline, change }, edited, ctx) {
  const { words, names, session } = ctx;
  if (!edited) return leading ? words.say("bars.leading", { w: won, l: leading }) : "";
  if (joined) {
    // "NDA 24, JLKM 1": the alliance and who joined it, as declared.
    const { alliances, parties } = session.baseline;
    const rows = [
      ...alliances.filter((row) => row.id === id),
      ...joined.flatMap((one) => parties.filter((row) => row.id === one)),
    ];
    const declared = rows.map((row) => `${names.label(row.id)} ${words.number(row.seats)}`);
    return words.say("bars.joined", { declared: declared.join(", ") });
  }
  if (baseline === null) return words.say("bars.new");
  return change ? words.say("bars.change", { change: words.signed(change), was: baseline }) : "";
}
