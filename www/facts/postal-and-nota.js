/** What postal votes and NOTA came to in the declared result. */

import { make } from "../components/dom.js";
import { head } from "./data.js";
import { sourceSentence } from "../dataset/sources.js";

/** @param {any} ctx */
export function ballotsView(ctx) {
  const { words, names, dataset, session } = ctx;
  const found = session.core.use((calculator) => calculator.ballots());
  const said = [];
  if (found.apart) {
    said.push(
      make(
        "p",
        { class: "sum" },
        found.different.length
          ? words.say("ballots.different", {
              n: found.different.length,
              seats: words.and(found.different.map((id) => names.seat(id))),
            })
          : words.say("ballots.same", { n: found.same }),
      ),
      make("p", {}, words.say("ballots.postal", { n: found.postal })),
    );
  }
  const source = dataset.sources?.find(({ blocks }) => blocks.includes("nota"));
  if (source) {
    said.push(
      make(
        "p",
        { class: said.length ? "" : "sum" },
        words.say("ballots.nota", { n: found.notaAbove.length }),
      ),
    );
    if (found.notaAbove.length) {
      said.push(
        make(
          "table",
          {},
          make("caption", { class: "quiet" }, words.say("around.ballots")),
          make(
            "thead",
            {},
            make(
              "tr",
              {},
              head(words.say("table.seat"), ""),
              head(words.say("ballots.notaHead")),
              head(words.say("table.margin")),
            ),
          ),
          make(
            "tbody",
            {},
            ...found.notaAbove.map((one) =>
              make(
                "tr",
                {},
                make("th", { scope: "row" }, names.seat(one.constituency)),
                make("td", { class: "number" }, words.number(one.nota)),
                make("td", { class: "number" }, words.number(one.margin)),
              ),
            ),
          ),
        ),
      );
    }
    said.push(
      make(
        "p",
        { class: "quiet-text" },
        words.say("ballots.note"),
        " ",
        sourceSentence(ctx, dataset),
      ),
    );
  }
  return { node: make("div", {}, ...said), render: () => {} };
}
