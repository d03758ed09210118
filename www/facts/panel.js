/** What is known around the result: a tab for each fact, loaded when it is first chosen. */

import { attr, make } from "../components/dom.js";
import { select } from "../components/fields.js";
import { later } from "../components/lazy-view.js";
import { tabs } from "../components/tabs.js";
import { hasNota } from "./source-note.js";

/** @import { Context, Dataset, Report } from "../types.d.ts" */

/**
 * Key of the title, module and view; `full`: it asks the full core; `needs`: a member of the file of
 * facts.
 * @type {{ key: string, path: string, name: string, full?: boolean, needs?: string }[]}
 */
const FACTS = [
  { key: "table", path: "facts/party-statistics.js", name: "tableView", full: true },
  { key: "then", path: "facts/seat-changes.js", name: "thenView", full: true, needs: "earlier" },
  { key: "polls", path: "facts/exit-polls.js", name: "pollsView", full: true, needs: "polls" },
  { key: "day", path: "facts/counting-day.js", name: "dayView", needs: "day" },
  { key: "people", path: "facts/people.js", name: "peopleView", needs: "people" },
  { key: "friendly", path: "facts/friendly-fights.js", name: "friendlyView", full: true },
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
const hasBallots = (dataset) =>
  hasNota(dataset) ||
  dataset.constituencies.some(({ candidates }) =>
    candidates.some(({ votes }) => Array.isArray(votes)),
  );

/** Whether an election has something to say of a fact. @param {Context} ctx */
const known =
  ({ dataset, shipped }) =>
  /** @param {(typeof FACTS)[number]} fact */
  ({ key, needs }) => {
    // Who was not elected elects nobody.
    if (key === "upper") return dataset.house.upper && dataset.house.result?.kind !== "led";
    if (key === "ballots") return hasBallots(dataset);
    // The other elections of this site are none of somebody's own data.
    if (key === "elections") return shipped;
    if (key === "friendly") return dataset.alliances.length > 0;
    return !needs || dataset.facts?.includes(needs);
  };

/** @param {Context} ctx */
export function aroundView(ctx) {
  const { words } = ctx;
  const facts = FACTS.filter(known(ctx)).map((fact) => factPanel(ctx, fact));
  const label = words.say("around.all");
  /** @param {number} index */
  const open = (index) => {
    const { key, panel, view } = facts[index];
    attr(panel, "data-opened", true);
    pick.control.value = key;
    view.open();
  };
  const { bar, choose, focus } = tabs(label, facts, open, true);
  const place = (/** @type {string} */ key) => facts.findIndex((fact) => fact.key === key);
  // A phone has no room for ten tabs: there the system's own list of them.
  const options = facts.map(({ key, title }) => [key, title]);
  const pick = select(label, options, (key) => choose(place(key)));
  pick.node.classList.add("fact-pick");
  const panels = facts.map(({ panel }) => panel);
  const node = make("div", { class: "around" }, bar, pick.node, ...panels);
  choose(Math.max(place(ctx.fact), 0));

  return {
    node,
    /** Opens one of them and goes there. @param {string} wanted */
    show(wanted) {
      const index = place(wanted);
      if (index < 0) return;
      choose(index);
      if (bar.getClientRects().length) focus();
      else pick.control.focus();
      node.scrollIntoView({ block: "start" });
    },
    /** @param {Report} report */
    render: (report) => facts.forEach(({ view }) => view.render(report)),
  };
}

/** @param {string} key @param {Dataset} dataset */
const titleKey = (key, dataset) =>
  key === "ballots" && !hasNota(dataset) ? "around.postal" : `around.${key}`;

/** @param {Context} ctx @param {(typeof FACTS)[number]} fact */
function factPanel(ctx, { key, path, name, full }) {
  const { words, dataset } = ctx;
  const title =
    key === "upper" ? words.name(dataset.house.upper) : words.say(titleKey(key, dataset));
  const view = later(ctx, path, name, { full });
  // On paper all that were opened stand below each other, without their tabs.
  const heading = make("h3", { class: "on-paper" }, title);
  const panel = make("div", { class: "fact", id: `fact-${key}` }, heading, view.node);
  return { key, title, view, panel };
}
