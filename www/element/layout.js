/** Builds the views of a mode and puts them on the page. */

import { changesView } from "../changes/toolbar.js";
import { tilesView } from "../chart/tile-map.js";
import { attr, make } from "../components/dom.js";
import { fold, later } from "../components/lazy-view.js";
import { WIDE } from "../components/widths.js";
import { alone } from "../core/assets.js";
import { LANGUAGES } from "../i18n/messages.js";
import { askView } from "../questions/ask.js";
import { barsView } from "../result/bars.js";
import { stripView } from "../result/strip.js";
import { verdictView } from "../result/verdict.js";
import { toolFolds } from "./tools.js";

/** @import { View } from "../types.d.ts" */
/** @import { PageContext } from "./context.js" */
/** @import { FullPage, Loaded } from "./load.js" */
/** @import { Options } from "./options.js" */
/** @typedef {ReturnType<typeof buildViews>} Views */

/** What has nothing to show in this mode. @returns {View} */
const nothing = () => ({ node: make("div"), render() {} });

/**
 * @param {PageContext} ctx
 * @param {Options} options
 * @param {Loaded} loaded
 * @param {number} width of the element in CSS pixels
 * @param {Element | null} drawn the half circle as the build has drawn it
 */
export function buildViews(ctx, options, loaded, width, drawn) {
  const { mode, tools } = options;
  const { fullPage } = loaded;
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
  const tiles = tilesView(ctx, mode === "full" && width >= WIDE, drawn);
  const answer = verdictView(ctx);
  const changes = changesView(ctx);
  const open = (/** @type {number} */ index) => tiles.open(index);
  const views = {
    answer,
    bars: barsView(ctx),
    strip: stripView(ctx),
    changes,
    questions: questionsOf(ctx, loaded, answer.node, open),
    tiles,
    flip: tools.includes("flip") && fullPage ? fullPage.seatsView(ctx) : nothing(),
    votes: later(ctx, "votes/tool.js", "votesView", { full: true, css: "tools.css" }),
    partners: later(ctx, "partners/tool.js", "partnersView", { css: "tools.css" }),
    marginStrip:
      full && ctx.session.baseline.totals.valid
        ? full.inSight(ctx, "chart/margin-strip.js", "marginStripView", {
            class: "margin-strip-room",
            args: [open],
          })
        : nothing(),
    keep: full?.keepView(ctx, changes.node, open) ?? nothing(),
    parties: full?.partiesView(ctx) ?? nothing(),
    print: print ?? nothing(),
    facts,
    claims: options.claim ? claimsFold(ctx, options) : nothing(),
    link: options.ownsAddress ? nothing() : linkView(ctx),
    chooser: options.ownsAddress && full && !alone ? full.chooserView(ctx) : nothing(),
  };
  ctx.views = Object.values(views);
  return views;
}

/**
 * Cards on a page, a few buttons and a search in a compact calculator, or the one question.
 * @param {PageContext} ctx @param {Loaded} loaded
 * @param {HTMLElement} header with the verdict
 * @param {(index: number) => void} open shows a constituency's card
 */
function questionsOf(ctx, { fullPage, asked }, header, open) {
  if (ctx.mode === "compact") return askView(ctx, open);
  if (!ctx.questions.length) return nothing();
  return asked?.askedView(ctx, header) ?? fullPage?.questionsView(ctx) ?? nothing();
}

/**
 * The check of claims. The page's own address opens it: "?claim", with a claim behind it or not.
 * @param {PageContext} ctx @param {Options} options
 */
function claimsFold(ctx, { ownsAddress }) {
  const linked = ownsAddress ? new URLSearchParams(location.search).get("claim") : null;
  const view = fold(ctx, ctx.words.say("claims"), "claims/panel.js", "claimsView", {
    class: "sources",
    full: true,
    css: "claims.css",
    args: [linked],
  });
  view.node.id = "claims";
  view.node.open = linked !== null;
  return view;
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
 * @param {FullPage | null} fullPage
 * @param {Views} views
 * @param {number} width of the element in CSS pixels
 * @param {(language: string) => void} speak switches the language
 */
export function layOut(ctx, options, fullPage, views, width, speak) {
  const { words, page } = ctx;
  const { mode } = options;
  const full = mode === "full";
  const shown = options.tools.map((tool) => ({ tool, view: views[tool] }));
  const asTabs = full && shown.length && fullPage;
  const tools = asTabs ? fullPage.toolTabs(words, shown) : toolFolds(words, shown);
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
  answer.node.prepend(languages(words.language, speak), views.chooser.node);
  attr(page, "data-mode", mode);
  attr(page, "data-small", !full);
  attr(page, "data-framed", options.framed);
  attr(page, "lang", words.language);
  page.replaceChildren(
    ...(full ? [skipButton(words.say("page.skip"), tools)] : []),
    ...(options.framed ? [] : [views.strip.node]),
    answer.node,
    ctx.notices.node,
    make("div", { class: "first" }, ...firstViews(mode, width, views).map(({ node }) => node)),
    ...(shown.length ? [tools.node] : []),
    ...(full ? fullPageParts(ctx, views) : options.claim ? [views.claims.node] : []),
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
  if (mode === "compact") return [bars, questions, changes, tiles];
  if (mode === "question") return [bars, questions, changes];
  if (mode === "result") return [bars];
  return width >= WIDE ? [tiles, bars, questions, changes] : [bars, questions, changes, tiles];
}

/** What only the full page has. @param {PageContext} ctx @param {Views} views */
function fullPageParts(ctx, { changes, marginStrip, parties, print, facts, claims }) {
  changes.node.append(print.node);
  const sources = fold(ctx, ctx.words.say("sources"), "facts/sources.js", "sourcesView", {
    class: "sources",
  });
  return [
    make(
      "div",
      { class: "second" },
      marginStrip.node,
      make("div", { class: "stay" }, parties.node),
    ),
    make("div", { class: "third" }, facts.node, claims.node, sources.node),
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
