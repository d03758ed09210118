/**
 * Change partners: who votes with whom after the vote, some members on their own, and the base of
 * the mark.
 */

import { attr, button, colour, list, make, prop, show, text } from "../components/dom.js";
import { presets, select, setOptions } from "../components/fields.js";
import { fold, later } from "../components/lazy-view.js";
import { floorSentence, pivotalSentence, seatsOnBase } from "../result/sentences.js";
import { regroup, stanceFor } from "../state/edits.js";
import { PartnerRow, STANCES } from "./partner-row.js";
import { groupings } from "./groupings.js";

/** @import { BaseKind, Context, Report } from "../types.d.ts" */

/** @type {BaseKind[]} */
const BASES = ["total", "effective", "voting"];

/** @param {Context} ctx */
export function partnersView(ctx) {
  const { words } = ctx;
  const floor = floorView(ctx);
  const partners = partnersTable(ctx);
  const house = houseFields(ctx);
  const chips = groupings(ctx).map(([name, edits]) =>
    button(
      name,
      () => {
        ctx.address.fresh = true;
        ctx.edit(regroup(edits));
      },
      { class: "chip" },
    ),
  );
  // The rest needs the small core only; a small calculator loads no more than it is asked for.
  const government =
    ctx.mode === "full"
      ? later(ctx, "partners/government.js", "governmentView", { full: true })
      : fold(ctx, words.say("partners.govern"), "partners/government.js", "governmentView", {
          full: true,
          class: "govern",
        });
  if (ctx.mode === "full") government.open();
  const row = presets(words.say("partners.presets"), chips);
  const change = make("div", { class: "change" }, floor.node, row, partners.node, house.node);

  return {
    node: make("div", {}, change, government.node),
    /** @param {Report} report */
    render(report) {
      for (const view of [floor, partners, house, government]) view.render(report);
    },
  };
}

/** What those For come to, as a sentence and as a bar. @param {Context} ctx */
function floorView(ctx) {
  const { words, names } = ctx;
  const sum = make("p", { class: "sum" });
  const leave = make("p", { class: "sum-note" });
  const vote = make("p", { class: "quiet-text" });
  const fill = make("div", { class: "bar-fill" });
  const mark = make("div", { class: "floor-mark" });
  const track = make("div", { class: "bar-track floor", "aria-hidden": "true" }, fill, mark);
  const adding = completionsView(ctx);
  const then = make("div", { class: "floor-then" }, leave, adding.node);
  const node = make("div", { class: "total" }, sum, track, vote, then);

  /** @param {Report} report */
  function render(report) {
    const { floor, house, partners } = report;
    text(sum, floorSentence(report, ctx));
    const who = pivotalSentence(report, ctx);
    text(leave, who);
    show(leave, who !== "");
    const result = words.say(`floor.${floor.result}`, { x: floor.for, y: floor.against });
    const absent = floor.notVoting ? words.say("floor.notVoting", { n: floor.notVoting }) : "";
    text(vote, `${result} ${absent}`.trim());
    prop(track, "--of", house.base.n);
    prop(track, "--mark", house.mark);
    prop(fill, "--n", floor.seats);
    const reached = floor.short === undefined;
    attr(track, "class", reached ? "bar-track floor reached" : "bar-track floor");
    list(
      fill,
      floor.partners.flatMap((id) => partners.filter((one) => one.id === id)),
      ({ id }) => id,
      () => make("span", { class: "part" }),
      (part, one) => {
        colour(part, names.colour(one.id));
        prop(part, "--n", seatsOnBase(report, one));
      },
    );
    adding.render(report);
  }

  return { node, render };
}

/** Who could join those For to reach the mark. @param {Context} ctx */
function completionsView(ctx) {
  const { words, names, session } = ctx;
  const title = make("span", { class: "quiet-text" });
  const chips = make("span", { class: "chips" });
  const more = make("span", { class: "quiet-text" });
  const node = make("p", { class: "adding" }, title, " ", chips, " ", more);

  /** @param {string[]} ids */
  const chip = (ids) => {
    const said = `+ ${ids.map((id) => names.label(id)).join(" + ")}`;
    const join = () =>
      ctx.edit(stanceFor(session.report, [...session.report.floor.partners, ...ids]));
    return button(said, join, { class: "chip" });
  };

  /** @param {Report} report */
  function render({ floor: { completions, completionCount: count }, house: { mark: m } }) {
    const sizes = completions.map((ids) => ids.length);
    const key = sizes.at(-1) === 1 ? "addOne" : sizes[0] > 1 ? "addSome" : "add";
    const n = String(completions.length);
    show(node, completions.length > 0);
    text(title, words.say(`floor.${key}`, { m }));
    list(chips, completions, (ids) => ids.join(), chip);
    text(more, count === n ? "" : words.say("floor.addMore", { n, count }));
  }

  return { node, render };
}

/** Every partner with its stance. @param {Context} ctx */
function partnersTable(ctx) {
  const { words } = ctx;
  const stances = STANCES.map((one) =>
    make("th", { scope: "col", class: "stance", id: `stance-${one}` }, words.say(`stance.${one}`)),
  );
  const head = make(
    "thead",
    {},
    make(
      "tr",
      {},
      make("th", { scope: "col" }, words.say("partners.party")),
      make("th", { scope: "col", class: "number" }, words.say("partners.seats")),
      ...stances,
    ),
  );
  const caption = make("caption", { class: "quiet" }, words.say("partners.head"));
  const node = make("table", { class: "partners" }, caption, head);

  /** @param {Report} report */
  const render = (report) =>
    list(
      node,
      report.partners.filter((partner) => partner.seats || partner.kind === "nominated"),
      ({ id }) => id,
      (partner) => new PartnerRow(ctx, partner),
      (row, partner) => row.render(partner, report),
      head,
    );

  return { node, render };
}

/** The base of the mark, and the Speaker. @param {Context} ctx */
function houseFields(ctx) {
  const { words, names, session } = ctx;
  const parties = session.baseline.parties.filter(({ id, seats }) => seats && id !== "IND");
  const base = select(words.say("partners.base"), [], choose);
  const speaker = select(
    words.say("partners.speaker"),
    [["", words.say("partners.noSpeaker")], ...parties.map(({ id }) => [id, names.label(id)])],
    choose,
  );

  function choose() {
    const house = {
      base: /** @type {BaseKind} */ (base.control.value),
      ...(speaker.control.value && { speaker: speaker.control.value }),
    };
    ctx.edit((edits) => [...edits.filter((edit) => !("house" in edit)), { house }]);
  }

  /** @param {Report} report */
  function render({ house }) {
    const options = BASES.map((kind) => {
      const { n, mark: m } = house.bases[kind];
      return [kind, words.say(`base.${kind}`, { n, m })];
    });
    setOptions(base.control, options, house.base.kind);
    const chosen = house.speaker ?? "";
    if (speaker.control.value !== chosen) speaker.control.value = chosen;
  }

  return { node: make("div", { class: "fields" }, base.node, speaker.node), render };
}
