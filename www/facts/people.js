/** People the reports of the day spoke of, and how they fared, as declared and as the scenario has it. */

import { list, make, swatch, text } from "../components/dom.js";
import { brought, facts } from "./data.js";
import { sourceSentence } from "../dataset/sources.js";

/** Places that have a word of their own. */
const WORDED = 3;

/** @param {any} ctx */
export function peopleView(ctx) {
  const { words, names, dataset, session } = ctx;
  return brought(ctx, async () => {
    const { people } = await facts(ctx);
    const rows = make("ul", { class: "people", role: "list" });

    function build(one) {
      const found = session.core
        .constituency(one.constituency)
        .candidates.find(({ serial }) => serial === one.candidate);
      const result = make("span", { class: "person-result" });
      const line = make(
        "li",
        {},
        make(
          "p",
          {},
          swatch(names.colour(found.party)),
          make("b", {}, names.candidate(one.constituency, one.candidate)),
          " ",
          make("small", {}, `${names.label(found.party)} · ${names.seat(one.constituency)}`),
        ),
        make("p", {}, result),
        make(
          "p",
          { class: "quiet-text" },
          words.say("people.role", {
            role: words.name(one.role),
            sources: [...new Set(one.sources)].join("; "),
          }),
        ),
      );
      line.result = result;
      return line;
    }

    function render(report) {
      list(
        rows,
        people,
        (one) => `${one.constituency} ${one.candidate}`,
        build,
        ({ result }, one) => {
          const { candidates } = session.core.constituency(one.constituency);
          // The core lists them by present votes.
          const place = candidates.findIndex(({ serial }) => serial === one.candidate) + 1;
          const me = candidates[place - 1];
          const holder = candidates.find((other) => other.holder);
          const margin =
            report.constituencies.margin[
              dataset.constituencies.findIndex(({ id }) => id === one.constituency)
            ];
          const values = {
            n: margin,
            votes: me.votes,
            place,
            party: holder ? names.label(holder.party) : "",
            who: holder ? names.candidate(one.constituency, holder.serial) : "",
          };
          const kind = me.holder
            ? Number.isNaN(margin)
              ? "holds"
              : "won"
            : !holder
              ? "vacant"
              : place === 2 && !Number.isNaN(margin)
                ? "second"
                : place === WORDED
                  ? "third"
                  : "lost";
          text(result, words.say(`people.${kind}`, values));
        },
      );
    }

    return {
      node: make(
        "div",
        {},
        rows,
        make(
          "p",
          { class: "quiet-text" },
          `${words.say("people.note")} ${sourceSentence(ctx, dataset)}`,
        ),
      ),
      render,
    };
  });
}
