/** Builds the views of a mode and puts them on the page. */

import { changesView } from "../changes/toolbar.js";
import { tilesView } from "../chart/tile-map.js";
import { attr, make } from "../components/dom.js";
import { fold, later } from "../components/lazy-view.js";
import { sheet } from "../core/assets.js";
import { LANGUAGES } from "../i18n/messages.js";
import { barsView } from "../result/bars.js";
import { stripView } from "../result/strip.js";
import { verdictView } from "../result/verdict.js";
import { toolFolds, toolTabs } from "./tools.js";

/** @import { View } from "../types.d.ts" */
/** @import { PageContext } from "./context.js" */
/** @import { FullPage } from "./load.js" */
/** @import { Options } from "./options.js" */
/** @typedef {ReturnType<typeof buildViews>} Views */

/** CSS pixels from which the page has two columns, the picture above the questions. */
const TWO_COLUMNS = 992;

/** What has nothing to show in this mode. @returns {View} */
const nothing = () => ({ node: make("div"), render() {} });

/**
 * @param {PageContext} ctx
 * @param {Options} options
 * @param {FullPage | null} fullPage
 */
export function buildViews(ctx, options, fullPage) {
  const { mode, tools } = options;
  const full = mode === "full" ? fullPage : null;
  const print = full?.onPaperView(ctx) ?? null;
  const known = ["earlier", "polls", "day"].filter((one) => ctx.dataset.facts?.includes(one));
  const what = (known.length ? known : ["else"]).map((one) => ctx.words.say(`around.has.${one}`));
  const title = ctx.words.say("around", { what: what.join(", ") });
  const facts = fold(ctx, title, "facts/panel.js", "aroundView", {
    class: "sources",
    css: "facts.css",
  });
  ctx.facts = facts;
  ctx.print = print;
  const views = {
    answer: verdictView(ctx),
    bars: barsView(ctx),
    strip: stripView(ctx),
    changes: changesView(ctx),
    questions: ctx.questions.length && fullPage ? fullPage.questionsView(ctx) : nothing(),
    tiles: tilesView(ctx),
    flip: tools.includes("flip") && fullPage ? fullPage.seatsView(ctx) : nothing(),
    votes: later(ctx, "votes/tool.js", "votesView", { full: true, css: "tools.css" }),
    partners: later(ctx, "partners/tool.js", "partnersView", { css: "tools.css" }),
    parties: full?.partiesView(ctx) ?? nothing(),
    print: print ?? nothing(),
    facts,
    link: options.ownsAddress ? nothing() : linkView(ctx),
  };
  ctx.views = Object.values(views);
  return views;
}

/** A link to the scenario on our own page. @param {PageContext} ctx @returns {View} */
function linkView(ctx) {
  const link = make("a", { target: "_blank", rel: "noopener" }, ctx.words.say("page.away"));
  return {
    node: make("p", { class: "away" }, link),
    render: (report) => attr(link, "href", ctx.address.of(report.scenario.text)),
  };
}

/**
 * @param {PageContext} ctx
 * @param {Options} options
 * @param {Views} views
 * @param {number} width of the element in CSS pixels
 * @param {(language: string) => void} speak switches the language
 */
export function layOut(ctx, options, views, width, speak) {
  const { words, page } = ctx;
  const { mode } = options;
  const full = mode === "full";
  const shown = options.tools.map((tool) => ({ tool, view: views[tool] }));
  const tools = full && shown.length ? toolTabs(words, shown) : toolFolds(words, shown);
  const { answer, bars, tiles, changes, questions, parties } = views;
  for (const [part, { node }] of Object.entries({
    answer,
    bars,
    tiles,
    changes,
    questions,
    tools,
    parties,
  }))
    attr(node, "part", part);
  answer.node.prepend(languages(words.language, speak));
  attr(page, "data-mode", mode);
  attr(page, "data-small", !full);
  attr(page, "lang", words.language);
  page.replaceChildren(
    ...(options.ownsAddress ? [] : [sheet("embed.css").node]),
    ...(full ? [skipButton(words.say("page.skip"), tools)] : []),
    ...(options.framed ? [] : [views.strip.node]),
    answer.node,
    ctx.notices.node,
    make("div", { class: "first" }, ...firstViews(mode, width, views).map(({ node }) => node)),
    ...(shown.length ? [tools.node] : []),
    ...(full ? fullPageParts(ctx, views) : []),
    ...(options.ownsAddress ? [] : [views.link.node]),
    ctx.live,
  );
}

/**
 * What stands under the verdict, in order.
 * @param {Options["mode"]} mode
 * @param {number} width
 * @param {Views} views
 * @returns {View[]}
 */
function firstViews(mode, width, { bars, changes, questions, tiles }) {
  if (mode === "compact") return [bars, tiles, changes];
  if (mode === "question") return [questions, bars, changes];
  if (mode === "result") return [bars];
  return width >= TWO_COLUMNS
    ? [bars, changes, tiles, questions]
    : [bars, changes, questions, tiles];
}

/** What only the full page has. @param {PageContext} ctx @param {Views} views */
function fullPageParts(ctx, { changes, parties, print, facts }) {
  changes.node.append(print.node);
  const sources = fold(ctx, ctx.words.say("sources"), "facts/sources.js", "sourcesView", {
    class: "sources",
  });
  return [
    make("div", { class: "second" }, make("div", { class: "stay" }, parties.node)),
    make("div", { class: "third" }, facts.node, sources.node),
  ];
}

/** @param {string} said @param {{ focus(): void }} tools */
const skipButton = (said, tools) =>
  make("button", { type: "button", class: "skip", onclick: () => tools.focus() }, said);

/**
 * A button for each other language.
 * @param {string} current @param {(language: string) => void} speak
 */
function languages(current, speak) {
  const others = Object.entries(LANGUAGES).filter(([id]) => id !== current);
  const buttons = others.map(([id, name]) =>
    make("button", { type: "button", class: "plain", lang: id, onclick: () => speak(id) }, name),
  );
  return make("p", { class: "languages" }, ...buttons);
}
