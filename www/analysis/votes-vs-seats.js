/** Votes against seats: what each side's votes were worth. */

import { radios } from "../components/fields.js";
import { dataTable, scrolling, sideHeading } from "../components/table.js";
import { analysisPanel } from "./panel.js";

/** @import { Context, VotesAndSeats } from "../types.d.ts" */
/** @typedef {import("../pkg/seat_calculator.js").Answers["proportion"]} Answer */

/** Sides with a smaller share of the votes and no seat are left out, in hundredths of a percent. */
const LEAST = 100;

/** @param {Context} ctx */
export function againstView(ctx) {
  const { words, names } = ctx;
  /** @type {"sides" | "parties"} */
  let which = "sides";
  /** @type {Answer | null} */
  let found = null;
  const pick = radios(
    words.say("against.by"),
    "against-by",
    [
      ["sides", words.say("against.sides")],
      ["parties", words.say("parties")],
    ],
    which,
    (value) => {
      which = value === "parties" ? value : "sides";
      draw();
    },
  );
  const caption = words.say("against");
  const share = (/** @type {"shareVotes" | "shareSeats" | "shareContested"} */ name) => ({
    label: words.say(`against.${name}`),
    text: (/** @type {VotesAndSeats} */ side) => words.hundredths(side[name]),
  });
  const number = (/** @type {"votesPerSeat" | "lost" | "surplus"} */ name) => ({
    label: words.say(`against.${name}`),
    text(/** @type {VotesAndSeats} */ side) {
      const n = side[name];
      return n === null ? "–" : words.number(n);
    },
  });
  const table = dataTable({
    caption,
    kind: "against-table",
    key: ({ row }) => row.id,
    columns: [
      { label: words.say("against.side"), build: sideHeading(names) },
      share("shareVotes"),
      share("shareSeats"),
      number("votesPerSeat"),
      number("lost"),
      number("surplus"),
      share("shareContested"),
    ],
  });

  function draw() {
    const sides = found?.[which] ?? [];
    table.render(sides.filter(({ seats, shareVotes }) => seats || shareVotes >= LEAST));
  }

  return analysisPanel(ctx, "proportion", {
    controls: [pick],
    body: [scrolling(caption, table.node)],
    note: words.say("against.note"),
    question: () => ({}),
    draw(answer) {
      found = answer;
      draw();
    },
  });
}
