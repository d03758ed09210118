/** Exit polls against the declared result: ranges, and whether the result lies in them. */

import { colour, make, prop } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { facts } from "./data.js";
import { sourceFold, sourceLink } from "./links.js";
import { computedFrom } from "./source-note.js";

/** @import { Context, Polls } from "../types.d.ts" */
/** @import { ExitPoll } from "./types.d.ts" */

/** @param {Context} ctx */
export async function pollsView(ctx) {
  const { words, session } = ctx;
  const { not_before, sides, polls } = (await facts(ctx)).polls;
  if (Date.now() < Date.parse(not_before)) {
    return { node: make("p", {}, words.say("polls.hidden")), render() {} };
  }
  const ranges = { sides, polls: polls.map((poll) => poll.ranges) };
  const found = session.core.use((calculator) => calculator.polls(ranges));
  const of = polls.length;
  const all = found.all.map((i) => polls[i].pollster);
  const sum = all.length
    ? words.say("polls.sum", { n: all.length, of, who: words.and(all) })
    : words.say("polls.none", { of });
  const scale = { of: session.baseline.house.seats };
  const node = make(
    "div",
    {},
    make("p", { class: "sum" }, sum),
    pollTable(polls, found, sides, ctx),
    make("p", { class: "quiet-text" }, words.say("polls.note", scale)),
    computedFrom(ctx),
    sourceFold(
      words.say("polls.sources"),
      polls.map((poll) => pollSource(poll, ctx)),
    ),
  );
  return { node, render() {} };
}

/** @param {ExitPoll[]} polls @param {Polls} found @param {string[]} sides @param {Context} ctx */
function pollTable(polls, found, sides, { words, names, session }) {
  const of = session.baseline.house.seats;
  /** @param {[number, number]} range */
  const ends = ([low, high]) =>
    low === high ? words.number(low) : `${words.number(low)}–${words.number(high)}`;
  /**
   * A side's column; the last one is all others together.
   * @param {number} n seats @param {number} i
   */
  const column = (n, i) => ({
    label: words.say("polls.result", {
      A: i < sides.length ? names.label(sides[i]) : words.say("polls.others"),
      n,
    }),
    kind: "",
    /** @param {HTMLTableCellElement} cell @param {number} poll */
    build(cell, poll) {
      const range = polls[poll].ranges[i];
      const { kind, off } = found.polls[poll].hits[i];
      const hit = kind === "in";
      const bar = make("span", { class: hit ? "range hit" : "range", "aria-hidden": "true" });
      bar.append(make("i"), make("b"));
      colour(bar, i < sides.length ? names.colour(sides[i]) : undefined);
      const places = { "--of": of, "--low": range[0], "--high": range[1], "--n": n };
      for (const [name, value] of Object.entries(places)) prop(bar, name, value);
      const said = make("small", {}, words.say(`polls.${kind}`, { n: off }));
      const text = make("span", { class: "range-text" }, make("b", {}, ends(range)), " ", said);
      if (hit) cell.className = "hit";
      cell.append(text, bar);
    },
  });
  const table = dataTable({
    caption: words.say("around.polls"),
    kind: "polls",
    key: String,
    columns: [
      {
        label: words.say("polls.pollster"),
        build(cell, /** @type {number} */ poll) {
          const { pollster, published, sources } = polls[poll];
          // The others stand in the fold below.
          const [source] = sources[0].split(" ");
          const from = make("small", {}, words.date(published), " · ", sourceLink(source));
          cell.append(pollster, from);
        },
      },
      ...found.seats.map(column),
    ],
  });
  table.render([...polls.keys()]);
  return table.node;
}

/**
 * A source is an address, with a word on it after a space.
 * @param {ExitPoll} poll @param {Context} ctx
 */
function pollSource({ pollster, published, sources, note }, { words }) {
  const cited = sources.flatMap((source, i) => {
    const [url, ...more] = source.split(" ");
    return [i ? ", " : "", sourceLink(url), more.length ? ` ${more.join(" ")}` : ""];
  });
  const date = ` · ${words.date(published)} · `;
  return make(
    "li",
    {},
    make("b", {}, pollster),
    date,
    ...cited,
    note ? ` · ${words.name(note)}` : "",
  );
}
