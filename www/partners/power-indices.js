/** Power indices: what everyone is worth in votes of the house, beside the share of seats. */

import { analysisRequest } from "../components/analysis-request.js";
import { colour, make, prop, swatch, text } from "../components/dom.js";
import { dataTable } from "../components/table.js";

/** @import { Context, Worth } from "../types.d.ts" */
/** @typedef {Worth["players"][number]} Player */

const NOTES = /** @type {const} */ (["veto", "dummy", "banzhaf", "shapley"]);

/**
 * @param {Context} ctx
 * @param {() => "parties" | "alliances"} over who is one player, as the list of coalitions has it
 */
export function powerView(ctx, over) {
  const { words } = ctx;
  const table = powerTable(ctx);
  const notes = NOTES.map(() => make("p"));
  const node = make(
    "details",
    { class: "inquiry" },
    make("summary", {}, words.say("power")),
    make("div", { class: "explained" }, ...notes.slice(0, 2)),
    table.node,
    make("div", { class: "explained" }, ...notes.slice(2)),
  );

  const ask = analysisRequest(
    ctx,
    "power",
    (found, error) => {
      // Stable: who is worth the same stays in the order of the house.
      const ranked = [...(found?.players ?? [])].sort((a, b) => b.seats - a.seats);
      table.render(ranked);
      NOTES.forEach((key, i) => {
        if (found) return text(notes[i], noteSaid(key, found, ranked, ctx));
        const failed = words.say(error?.code ? "ways.tooMany" : "ways.failed");
        text(notes[i], i ? "" : failed);
      });
    },
    node,
  );

  return { node, render: () => ask({ over: over() }) };
}

/** @param {Context} ctx */
function powerTable({ words, names }) {
  /**
   * A share in hundredths of a percent, with its bar.
   * @param {"seatShare" | "banzhaf" | "shapley"} field @param {string} key
   */
  const share = (field, key) => ({
    label: words.say(`power.${key}`),
    /** @param {HTMLElement} cell @param {Player} player */
    build(cell, { id }) {
      const number = make("span");
      const bar = make("span", { class: "share-bar", "aria-hidden": "true" });
      if (field !== "seatShare") colour(bar, names.colour(id));
      cell.append(number, bar);
      return (/** @type {Player} */ player) => {
        text(number, words.hundredths(player[field]));
        prop(bar, "--n", player[field]);
      };
    },
  });
  return dataTable({
    caption: words.say("power"),
    kind: "worth",
    key: ({ id }) => id,
    columns: [
      {
        label: words.say("power.player"),
        build(cell, { id }) {
          const name = make("span", {}, names.label(id));
          cell.append(make("div", {}, swatch(names.colour(id)), name));
        },
      },
      share("seatShare", "seats"),
      share("banzhaf", "banzhaf"),
      {
        label: words.say("power.count"),
        text: (/** @type {Player} */ { swings }) => words.number(BigInt(swings)),
      },
      share("shapley", "shapley"),
    ],
  });
}

/**
 * @param {(typeof NOTES)[number]} key @param {Worth} found @param {Player[]} ranked
 * @param {Context} ctx
 */
function noteSaid(key, { quota: m, winning, swings: total }, ranked, { words, names }) {
  const [first] = ranked;
  if (total === "0") return key === "veto" ? words.say("power.nobody", { m }) : "";
  const big = (/** @type {string} */ n) => words.number(BigInt(n));
  if (key === "banzhaf") {
    const counts = { winning: big(winning), swings: big(first.swings), total: big(total) };
    return words.say("power.banzhaf.note", { who: names.label(first.id), ...counts });
  }
  if (key === "shapley") {
    const share = words.hundredths(first.shapley);
    return words.say("power.shapley.note", { who: names.label(first.id), share });
  }
  const who = ranked.filter((player) => player[key]).map((player) => names.label(player.id));
  if (!who.length) return words.say(`power.${key}.none`, { m });
  return words.say(`power.${key}`, { n: who.length, who: words.and(who), m });
}
