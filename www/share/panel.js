/** Sharing: a link to the scenario and a sentence to go with it. */

import { make, prop, show, text } from "../components/dom.js";
import { shareSentence } from "../result/sentences.js";
import { fold } from "../components/lazy-view.js";
import { address } from "../core/assets.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** @param {any} ctx */
export function shareView(ctx) {
  const { words } = ctx;
  const copyable = (label, rows = 2) => {
    const field = make("textarea", {
      readonly: true,
      rows: String(rows),
      onfocus: () => field.select(),
    });
    // As tall as its text where the browser can; elsewhere as tall as the longest.
    prop(field, "field-sizing", "content");
    const button = make(
      "button",
      { type: "button", onclick: () => copy(field, button) },
      words.say("share.copy"),
    );
    const name = make("span", {}, label);
    return {
      field,
      button,
      name,
      node: make("div", { class: "copy" }, make("label", {}, name, field), button),
    };
  };
  const link = copyable("");
  const sentence = copyable(words.say("share.sentence"), 5);
  const embed = fold(ctx, words.say("embed"), "share/embed-code.js", "embedView");
  // One file on a disk has an address of its own nobody else can open; it may know that of its site.
  const published = /^https?:/.test(address(""));
  const local = !/^https?:/.test(location.protocol);
  show(link.node, published || !local);
  const node = make(
    "div",
    { class: "share-panel" },
    link.node,
    sentence.node,
    ctx.framed || !published ? "" : embed.node,
  );

  async function copy(field, button) {
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      field.select();
    }
    text(button, words.say(done ? "share.copied" : "share.copy"));
    ctx.announce(words.say(done ? "share.copied" : "share.cannot"));
    setTimeout(() => text(button, words.say("share.copy")), 2000);
  }

  /** @param {Report} report */
  function render(report) {
    const own =
      local && published
        ? `${ctx.home}#${report.scenario.text}`
        : ctx.address.of(report.scenario.text);
    text(link.name, words.say(report.edited.any ? "share.link" : "share.link.declared"));
    if (link.field.value !== own) link.field.value = own;
    const said = shareSentence(report, ctx);
    if (sentence.field.value !== said) sentence.field.value = said;
    embed.render(report);
  }

  return {
    node,
    render,
    copy: () =>
      link.node.hidden ? copy(sentence.field, sentence.button) : copy(link.field, link.button),
  };
}
