/** For analysts: what everyone is worth, beside the share of seats. */

import { asking } from "../components/analysis-request.js";
import { colour, list, make, prop, swatch, text } from "../components/dom.js";

/** @typedef {import("../pkg/seat_calculator.js").Worth} Worth */

/** @param {any} ctx @param {() => string} over who is one player, as the list of ways has it */
export function powerView(ctx, over) {
  const { words, names } = ctx;
  const said = ["veto", "dummy", "banzhaf", "shapley"].map((key) => [key, make("p")]);
  const heads = ["player", "seats", "banzhaf", "count", "shapley"].map((key, i) =>
    make("th", { scope: "col", class: i ? "number" : null }, words.say(`power.${key}`)),
  );
  const body = make("tbody");
  const table = make(
    "table",
    { class: "worth" },
    make("caption", { class: "quiet" }, words.say("power")),
    make("thead", {}, make("tr", {}, ...heads)),
    body,
  );
  const node = make(
    "details",
    { class: "inquiry" },
    make("summary", {}, words.say("power")),
    make("div", { class: "explained" }, said[0][1], said[1][1]),
    table,
    make("div", { class: "explained" }, said[2][1], said[3][1]),
  );

  const share = () => {
    const number = make("span");
    const bar = make("span", { class: "share-bar", "aria-hidden": "true" });
    return Object.assign(make("td", { class: "number" }, number, bar), { parts: { number, bar } });
  };
  const fill = ({ parts }, hundredths) => {
    text(parts.number, words.hundredths(hundredths));
    prop(parts.bar, "--n", hundredths);
  };

  function row(player) {
    const cells = {
      seats: share(),
      banzhaf: share(),
      count: make("td", { class: "number" }),
      shapley: share(),
    };
    const line = make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        make("div", {}, swatch(names.colour(player.id)), make("span", {}, names.label(player.id))),
      ),
      ...Object.values(cells),
    );
    for (const cell of [cells.banzhaf, cells.shapley])
      colour(cell.parts.bar, names.colour(player.id));
    return Object.assign(line, { parts: cells });
  }

  const ask = asking(
    ctx,
    (/** @type {Worth | null} */ found, error) => {
      if (!found) {
        list(body, [], String, row, () => {});
        return said.forEach(([, line], i) =>
          text(line, i ? "" : words.say(error.code ? "ways.tooMany" : "ways.failed")),
        );
      }
      const { players, quota: m, winning, swings } = found;
      // Stable: who is worth the same stays in the order of the house.
      const ranked = [...players].sort((a, b) => b.seats - a.seats);
      list(
        body,
        ranked,
        (player) => player.id,
        row,
        ({ parts: cells }, player) => {
          fill(cells.seats, player.seatShare);
          fill(cells.banzhaf, player.banzhaf);
          text(cells.count, words.number(BigInt(player.swings)));
          fill(cells.shapley, player.shapley);
        },
      );
      const labels = (of) => ranked.filter(of).map((player) => names.label(player.id));
      const [first] = ranked;
      const possible = swings !== "0";
      const sentence = (key) => {
        if (!possible) return key === "veto" ? words.say("power.nobody", { m }) : "";
        if (key === "banzhaf")
          return words.say("power.banzhaf.note", {
            who: names.label(first.id),
            winning: words.number(BigInt(winning)),
            swings: words.number(BigInt(first.swings)),
            total: words.number(BigInt(swings)),
          });
        if (key === "shapley")
          return words.say("power.shapley.note", {
            who: names.label(first.id),
            share: words.hundredths(first.shapley),
          });
        const who = labels((player) => player[key]);
        return who.length
          ? words.say(`power.${key}`, { n: who.length, who: words.and(who), m })
          : words.say(`power.${key}.none`, { m });
      };
      for (const [key, line] of said) text(line, sentence(key));
    },
    node,
  );

  return { node, render: () => ask({ kind: "power", over: over() }) };
}
