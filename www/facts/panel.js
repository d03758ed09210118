/** What is known around the result: folds in a fold, each of which comes when it is first opened. */

import { make } from "../components/dom.js";
import { fold } from "../components/lazy-view.js";

/** Fold, its module, the function of that, whether it asks the full core, and the member of the file of facts it needs. @type {[string, string, string, boolean, string][]} */
const FOLDS = [
  ["table", "facts/party-statistics.js", "tableView", true, ""],
  ["then", "facts/seat-changes.js", "thenView", true, "earlier"],
  ["polls", "facts/exit-polls.js", "pollsView", true, "polls"],
  ["day", "facts/counting-day.js", "dayView", false, "day"],
  ["people", "facts/people.js", "peopleView", false, "people"],
  ["upper", "facts/upper-house.js", "upperView", true, ""],
  ["ballots", "facts/postal-and-nota.js", "ballotsView", true, ""],
  ["published", "facts/conflicting-figures.js", "publishedView", false, "published"],
  ["elections", "facts/elections.js", "electionsView", false, ""],
];

/** Whether NOTA, or postal votes apart from others, are known. @param {any} dataset */
function counted({ sources, constituencies }) {
  return (
    sources?.some(({ blocks }) => blocks.includes("nota")) ||
    constituencies.some(({ candidates }) => candidates.some(({ votes }) => Array.isArray(votes)))
  );
}

/** @param {any} ctx */
export function aroundView(ctx) {
  const { words, dataset } = ctx;
  // Who nobody elected elects nobody; and what no figure tells has nothing to open.
  const none = [dataset.house.result?.kind === "led" && "upper", !counted(dataset) && "ballots"];
  const folds = new Map(
    FOLDS.filter(
      ([key, , , , needs]) => (!needs || dataset.facts?.includes(needs)) && !none.includes(key),
    ).map(([key, path, make, full]) => [
      key,
      fold(ctx, words.say(`around.${key}`), path, make, { full, class: "fact" }),
    ]),
  );
  const node = make("div", { class: "around" }, ...[...folds.values()].map((one) => one.node));
  return {
    node,
    /** Opens one of them and goes there. @param {string} key */
    show(key) {
      const one = folds.get(key)?.node;
      if (!one) return;
      one.open = true;
      one.querySelector("summary").focus();
      one.scrollIntoView({ block: "start" });
    },
    /** @param {import("../pkg/seat_calculator.js").Report} report */
    render: (report) => folds.forEach((one) => one.render(report)),
  };
}
