/** Sharing: one text with question, assumption, result and link; the link alone; code to embed. */

import { withKept } from "../compare/link.js";
import { button, make, prop, show, text } from "../components/dom.js";
import { fold } from "../components/lazy-view.js";
import { address } from "../core/assets.js";
import { copyField } from "./copy-field.js";
import { json } from "./data-files.js";
import { saveFile } from "./save-file.js";
import { canSend, send } from "./send.js";
import { shareText } from "./share-text.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { Shared } from "./send.js" */

/** Characters of a link that most programs pass on whole (NOTATION.md). */
const LONGEST = 2000;

/** @param {Context} ctx */
export function shareView(ctx) {
  const { words } = ctx;
  const whole = copyField(ctx, words.say("share.text"), { rows: "6" });
  const link = copyField(ctx, "", { class: "link" });
  // As tall as its text where the browser can; elsewhere as tall as the longest.
  for (const { field } of [whole, link]) prop(field, "field-sizing", "content");
  const press = button(words.say("share.send"), () => send(shared), { class: "tool" });
  const toApp = make("p", {}, press);
  /** @type {Shared} */
  let shared = { title: words.name(ctx.dataset.title), text: "" };
  const embed = ctx.own
    ? fold(ctx, words.say("publish"), "elections/publish.js", "publishView", {
        css: "elections.css",
      })
    : fold(ctx, words.say("embed"), "share/embed-code.js", "embedView");
  // One file on a disk has an address that nobody else can open; it may know that of its site.
  const published = /^https?:/.test(address(""));
  const local = !/^https?:/.test(location.protocol);
  const hasLink = published || !local;
  const tooLong = make("p", {});
  const file = button(words.say("share.file"), () => {
    const { report } = ctx.session;
    const values = json({ hypothetical: report.edited.any, ...report });
    saveFile(`${ctx.dataset.id}-hypothetical.json`, `${values}\n`, "application/json");
  });
  const instead = make("div", { class: "too-long" }, tooLong, file);
  const alone = make("p", { class: "quiet-text" }, words.say("compare.long"));
  const last = ctx.framed || !published ? "" : embed.node;
  const node = make(
    "div",
    { class: "share-panel" },
    whole.node,
    toApp,
    link.node,
    alone,
    instead,
    last,
  );

  /** @param {Report} report */
  function render(report) {
    const { text: scenario } = report.scenario;
    const { kept } = ctx.session;
    const first = local && published ? `${ctx.home}#${scenario}` : ctx.address.of(scenario);
    const both = withKept(first, kept);
    const left = kept !== null && both.length > LONGEST;
    const url = left ? withKept(first, null) : both;
    const fits = url.length <= LONGEST;
    text(link.name, words.say(linkName(report, ctx, left ? null : kept)));
    show(alone, left && fits);
    show(link.node, hasLink && fits);
    show(instead, hasLink && !fits);
    text(tooLong, words.say("share.long", { n: url.length }));
    link.say(url);
    share(shareText(report, ctx), hasLink && fits && !ctx.own ? url : "");
    embed.render(report);
  }

  /** @param {string} said @param {string} url empty: there is none that others could open */
  function share(said, url) {
    shared = { title: shared.title, text: said, ...(url && { url }) };
    whole.say([said, url].filter(Boolean).join("\n"));
    show(toApp, canSend(shared));
  }

  return {
    node,
    render,
    /** The share sheet where there is one, else a copy. */
    async share() {
      if (!canSend(shared) || !(await send(shared))) await whole.copy();
    },
  };
}

/**
 * What the link is called: by what it opens.
 * @param {Report} report @param {Context} ctx @param {string | null} kept the second scenario in it
 */
function linkName({ edited }, { own }, kept) {
  if (own) return "share.link.own";
  if (kept !== null) return "share.link.both";
  return edited.any ? "share.link" : "share.link.declared";
}
