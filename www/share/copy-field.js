/** A text to copy, with its button. */

import { button, make, show, text } from "../components/dom.js";

/** @import { Context } from "../types.d.ts" */

/** Milliseconds for which the button says that the text was copied. */
const SAID = 2000;

/**
 * @param {Context} ctx
 * @param {string} label
 * @param {Record<string, unknown>} [attributes] of the field
 */
export function copyField(ctx, label, attributes = {}) {
  const { words } = ctx;
  const field = make("textarea", { readonly: true, rows: "2", ...attributes });
  field.addEventListener("focus", () => field.select());
  const press = button(words.say("share.copy"), copy);
  const name = make("span", {}, label);
  const refused = make("p", { class: "quiet-text", hidden: true }, words.say("share.cannot"));
  const node = make("div", { class: "copy" }, make("label", {}, name, field), press, refused);

  async function copy() {
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // A sandboxed frame may not write to the clipboard, but may copy what is selected.
      field.focus();
      field.select();
      copied = document.execCommand("copy");
    }
    text(press, words.say(copied ? "share.copied" : "share.copy"));
    // The text stays selected, for the reader's own keys.
    show(refused, !copied);
    ctx.announce(words.say(copied ? "share.copied" : "share.cannot"));
    setTimeout(() => text(press, words.say("share.copy")), SAID);
  }

  /** @param {string} value */
  function say(value) {
    if (field.value !== value) field.value = value;
  }

  return { node, name, field, copy, say };
}
