/** Sharing: a link to the scenario and a sentence to go with it. */

import { make, prop, show, text } from "../components/dom.js";
import { fold } from "../components/lazy-view.js";
import { address } from "../core/assets.js";
import { shareSentence } from "../result/sentences.js";
import { copyField } from "./copy-field.js";

/** @import { Context, Report } from "../types.d.ts" */

/** @param {Context} ctx */
export function shareView(ctx) {
  const { words } = ctx;
  const link = copyField(ctx, "");
  const sentence = copyField(ctx, words.say("share.sentence"), { rows: "5" });
  // As tall as its text where the browser can; elsewhere as tall as the longest.
  for (const { field } of [link, sentence]) prop(field, "field-sizing", "content");
  const embed = fold(ctx, words.say("embed"), "share/embed-code.js", "embedView");
  // One file on a disk has an address that nobody else can open; it may know that of its site.
  const published = /^https?:/.test(address(""));
  const local = !/^https?:/.test(location.protocol);
  show(link.node, published || !local);
  const last = ctx.framed || !published ? "" : embed.node;
  const node = make("div", { class: "share-panel" }, link.node, sentence.node, last);

  /** @param {Report} report */
  function render(report) {
    const { text: scenario } = report.scenario;
    text(link.name, words.say(report.edited.any ? "share.link" : "share.link.declared"));
    link.say(local && published ? `${ctx.home}#${scenario}` : ctx.address.of(scenario));
    sentence.say(shareSentence(report, ctx));
    embed.render(report);
  }

  return { node, render, copy: () => (link.node.hidden ? sentence : link).copy() };
}
