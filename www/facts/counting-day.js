/** The day of counting: dated tallies, the Commission's figures and television's trends apart. */

import { colour, make, prop } from "../components/dom.js";
import { address, brought, cited, elections, facts, link } from "./data.js";

/** @param {any} ctx */
export function dayView(ctx) {
  const { words, names, dataset, session } = ctx;
  return brought(ctx, async () => {
    const [{ day }, all] = await Promise.all([facts(ctx), elections()]);
    const { seats: of, mark } = session.baseline.house;
    const sides = [...names.alliances.keys()].filter((id) => day.some((one) => one.seats[id]));
    const others = "";

    function cell(one, id) {
      const [won, leading, total] = one.seats[id] ?? [null, null, null];
      if (total === null) return make("td", {}, "–");
      const bar = make("span", { class: "tally-bar", "aria-hidden": "true" }, make("i"), make("b"));
      colour(bar, id === others ? undefined : names.colour(id));
      for (const [name, value] of Object.entries({ "--of": of, "--n": total, "--mark": mark }))
        prop(bar, name, value);
      return make(
        "td",
        {},
        make("b", {}, words.number(total)),
        " ",
        make(
          "small",
          {},
          won === null || leading === null || !leading
            ? ""
            : words.say("facts.leading", { w: won, l: leading }),
        ),
        bar,
      );
    }

    const time = (one) =>
      one.time || words.say(one.basis.en === "final" ? "day.final" : "day.noTime");

    function table(kind) {
      const rows = day
        .filter((one) => one.kind === kind)
        .map((one) =>
          make(
            "tr",
            {},
            make(
              "th",
              { scope: "row" },
              make("b", {}, time(one)),
              " ",
              make("small", {}, words.name(one.by)),
            ),
            ...[...sides, others].map((id) => cell(one, id)),
          ),
        );
      return make(
        "table",
        { class: "tallies" },
        make("caption", {}, words.say(`day.${kind}`)),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            make("th", { scope: "col" }, words.say("day.time")),
            ...[...sides, others].map((id) =>
              make(
                "th",
                { scope: "col" },
                id === others ? words.say("polls.others") : names.label(id),
              ),
            ),
          ),
        ),
        make("tbody", {}, ...rows),
      );
    }

    const moments = all.filter(
      (one) => one.of === dataset.id && one.id.startsWith(`${dataset.id}-`),
    );
    const sources = day.map((one) =>
      make(
        "li",
        {},
        make("b", {}, time(one)),
        ` · ${words.name(one.by)} · ${words.say("day.basis", { basis: words.name(one.basis) })} · `,
        cited(one.source),
        one.note ? ` · ${words.name(one.note)}` : "",
      ),
    );
    return {
      node: make(
        "div",
        {},
        make("p", { class: "quiet-text" }, words.say("day.note", { m: mark })),
        table("eci"),
        table("media"),
        ...(moments.length
          ? [
              make("h3", {}, words.say("day.moments")),
              make(
                "ul",
                { class: "links", role: "list" },
                ...moments.map((one) => make("li", {}, link(address(one), words.name(one.title)))),
              ),
            ]
          : []),
        make(
          "details",
          {},
          make("summary", {}, words.say("day.sources")),
          make("ul", { class: "quiet-list", role: "list" }, ...sources),
        ),
      ),
    };
  });
}
