/** What is known around the result: folds in a fold, each loaded when it is first opened. */

import { make } from "../components/dom.js";
import { fold } from "../components/lazy-view.js";

/** @import { Context, Dataset, Report } from "../types.d.ts" */

/**
 * Key of the title, module and view; `full`: it asks the full core; `needs`: a member of the file of
 * facts.
 * @type {{ key: string, path: string, name: string, full?: boolean, needs?: string }[]}
 */
const FOLDS = [
  { key: "table", path: "facts/party-statistics.js", name: "tableView", full: true },
  { key: "then", path: "facts/seat-changes.js", name: "thenView", full: true, needs: "earlier" },
  { key: "polls", path: "facts/exit-polls.js", name: "pollsView", full: true, needs: "polls" },
  { key: "day", path: "facts/counting-day.js", name: "dayView", needs: "day" },
  { key: "people", path: "facts/people.js", name: "peopleView", needs: "people" },
  { key: "upper", path: "facts/upper-house.js", name: "upperView", full: true },
  { key: "ballots", path: "facts/postal-and-nota.js", name: "ballotsView", full: true },
  {
    key: "published",
    path: "facts/conflicting-figures.js",
    name: "publishedView",
    needs: "published",
  },
  { key: "elections", path: "facts/elections.js", name: "electionsView" },
];

/** Whether NOTA, or postal votes apart from others, are known. @param {Dataset} dataset */
const hasBallots = ({ sources, constituencies }) =>
  sources?.some(({ blocks }) => blocks.includes("nota")) ||
  constituencies.some(({ candidates }) => candidates.some(({ votes }) => Array.isArray(votes)));

/** @param {Context} ctx */
export function aroundView(ctx) {
  const { words, dataset } = ctx;
  /** @param {(typeof FOLDS)[number]} fold */
  const isKnown = ({ key, needs }) => {
    // Who was not elected elects nobody.
    if (key === "upper") return dataset.house.result?.kind !== "led";
    if (key === "ballots") return hasBallots(dataset);
    return !needs || dataset.facts?.includes(needs);
  };
  const folds = FOLDS.filter(isKnown).map(({ key, path, name, full }) => {
    const options = { full, class: "fact" };
    return { key, ...fold(ctx, words.say(`around.${key}`), path, name, options) };
  });
  const node = make("div", { class: "around" }, ...folds.map((one) => one.node));

  return {
    node,
    /** Opens one of them and goes there. @param {string} wanted */
    show(wanted) {
      const found = folds.find(({ key }) => key === wanted)?.node;
      if (!found) return;
      found.open = true;
      found.querySelector("summary")?.focus();
      found.scrollIntoView({ block: "start" });
    },
    /** @param {Report} report */
    render: (report) => folds.forEach((one) => one.render(report)),
  };
}
