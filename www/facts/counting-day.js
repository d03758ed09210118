/** The day of counting: dated tallies, the Commission's figures and television's trends apart. */

import { colour, make, prop } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { elections, facts } from "./data.js";
import { electionLink, linkList, sourceFold, sourceLink } from "./links.js";

/** @import { Context } from "../types.d.ts" */
/** @import { DayTally } from "./types.d.ts" */

/** All other parties together. */
const OTHERS = "";

/** @param {Context} ctx */
export async function dayView(ctx) {
  const { words, dataset, session } = ctx;
  const [{ day }, all] = await Promise.all([facts(ctx), elections()]);
  const moments = all.filter((one) => one.of === dataset.id && one.id.startsWith(`${dataset.id}-`));
  const links = moments.map((one) => electionLink(one, words.name(one.title)));
  const title = make("h3", {}, words.say("day.moments"));
  const sources = day.map((tally) => tallySource(tally, ctx));
  const { mark: m } = session.baseline.house;
  const node = make(
    "div",
    {},
    make("p", { class: "quiet-text" }, words.say("day.note", { m })),
    tallyTable("eci", day, ctx),
    tallyTable("media", day, ctx),
    ...(links.length ? [title, linkList(links)] : []),
    sourceFold(words.say("day.sources"), sources),
  );
  return { node, render() {} };
}

/** @param {DayTally} tally @param {Context} ctx */
const timeSaid = ({ time, basis }, { words }) =>
  time || words.say(basis.en === "final" ? "day.final" : "day.noTime");

/** @param {DayTally["kind"]} kind @param {DayTally[]} day @param {Context} ctx */
function tallyTable(kind, day, ctx) {
  const { words, names } = ctx;
  const sides = [...names.alliances.keys()].filter((id) => day.some((one) => one.seats[id]));
  const table = dataTable({
    caption: words.say(`day.${kind}`),
    visible: true,
    kind: "tallies",
    key: String,
    columns: [
      {
        label: words.say("day.time"),
        build(cell, /** @type {number} */ i) {
          // More of them stand in the fold below.
          const from = sourceLink(day[i].source.split(";")[0]);
          const by = make("small", {}, words.name(day[i].by), " · ", from);
          cell.append(make("b", {}, timeSaid(day[i], ctx)), " ", by);
        },
      },
      ...[...sides, OTHERS].map((id) => ({
        label: id === OTHERS ? words.say("polls.others") : names.label(id),
        kind: "",
        build: (/** @type {HTMLElement} */ cell, /** @type {number} */ i) =>
          cell.append(...tallyCell(day[i], id, ctx)),
      })),
    ],
  });
  table.render([...day.keys()].filter((i) => day[i].kind === kind));
  return table.node;
}

/** @param {DayTally} tally @param {string} id of the alliance @param {Context} ctx */
function tallyCell({ seats }, id, { words, names, session }) {
  const [won, leading, total] = seats[id] ?? [null, null, null];
  if (total === null) return ["–"];
  const { seats: of, mark } = session.baseline.house;
  const bar = make("span", { class: "tally-bar", "aria-hidden": "true" }, make("i"), make("b"));
  colour(bar, id === OTHERS ? undefined : names.colour(id));
  const places = { "--of": of, "--n": total, "--mark": mark };
  for (const [name, value] of Object.entries(places)) prop(bar, name, value);
  const both = won !== null && leading;
  const parts = both ? words.say("facts.leading", { w: won, l: leading }) : "";
  return [make("b", {}, words.number(total)), " ", make("small", {}, parts), bar];
}

/** @param {DayTally} tally @param {Context} ctx */
function tallySource(tally, ctx) {
  const { words } = ctx;
  const basis = words.say("day.basis", { basis: words.name(tally.basis) });
  return make(
    "li",
    {},
    make("b", {}, timeSaid(tally, ctx)),
    ` · ${words.name(tally.by)} · ${basis} · `,
    sourceLink(tally.source),
    tally.note ? ` · ${words.name(tally.note)}` : "",
  );
}
