/** Exit polls against the declared result: ranges, and whether the result lies in them. */

import { make, prop, colour } from "../components/dom.js";
import { brought, cited, facts } from "./data.js";

/** @param {any} ctx */
export function pollsView(ctx) {
  const { words, names, session } = ctx;
  return brought(ctx, async () => {
    const {
      polls: { not_before, sides, polls },
    } = await facts(ctx);
    if (Date.now() < Date.parse(not_before))
      return { node: make("p", {}, words.say("polls.hidden")) };
    const found = session.core.use((calculator) =>
      calculator.polls({ sides, polls: polls.map((poll) => poll.ranges) }),
    );
    const of = session.baseline.house.seats;
    const label = (i) => (i < sides.length ? names.label(sides[i]) : words.say("polls.others"));
    const range = ([low, high]) =>
      low === high ? words.number(low) : `${words.number(low)}–${words.number(high)}`;
    const head = make(
      "tr",
      {},
      make("th", { scope: "col" }, words.say("polls.pollster")),
      ...found.seats.map((n, i) =>
        make("th", { scope: "col" }, words.say("polls.result", { A: label(i), n })),
      ),
    );
    const rows = polls.map((poll, p) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, poll.pollster),
        ...poll.ranges.map((ends, i) => {
          const hit = found.polls[p].hits[i];
          const bar = make(
            "span",
            { class: hit.kind === "in" ? "range hit" : "range", "aria-hidden": "true" },
            make("i"),
            make("b"),
          );
          colour(bar, i < sides.length ? names.colour(sides[i]) : undefined);
          for (const [name, value] of Object.entries({
            "--of": of,
            "--low": ends[0],
            "--high": ends[1],
            "--n": found.seats[i],
          }))
            prop(bar, name, value);
          return make(
            "td",
            { class: hit.kind === "in" ? "hit" : "" },
            make(
              "span",
              { class: "range-text" },
              make("b", {}, range(ends)),
              " ",
              make("small", {}, words.say(`polls.${hit.kind}`, { n: hit.off })),
            ),
            bar,
          );
        }),
      ),
    );
    const all = found.all.map((i) => polls[i].pollster);
    const sum = all.length
      ? words.say("polls.sum", { n: all.length, of: polls.length, who: words.and(all) })
      : words.say("polls.none", { of: polls.length });
    const sources = polls.map((poll) =>
      make(
        "li",
        {},
        make("b", {}, poll.pollster),
        ` · ${words.date(poll.published)} · `,
        ...poll.sources.flatMap((source, i) => [
          i ? ", " : "",
          ...(([url, ...more]) => [cited(url), more.length ? ` ${more.join(" ")}` : ""])(
            source.split(" "),
          ),
        ]),
        poll.note ? ` · ${words.name(poll.note)}` : "",
      ),
    );
    const table = make(
      "table",
      { class: "polls" },
      make("caption", { class: "quiet" }, words.say("around.polls")),
      make("thead", {}, head),
      make("tbody", {}, ...rows),
    );
    return {
      node: make(
        "div",
        {},
        make("p", { class: "sum" }, sum),
        table,
        make("p", { class: "quiet-text" }, words.say("polls.note", { of })),
        make(
          "details",
          {},
          make("summary", {}, words.say("polls.sources")),
          make("ul", { class: "quiet-list", role: "list" }, ...sources),
        ),
      ),
    };
  });
}
