/** Notices above the result: one at a time, each with a button that closes it. */

import { attr, make } from "../components/dom.js";

/** @import { NoticeOptions } from "../types.d.ts" */

export class Notices {
  node = make("div", { class: "notices" });
  #words;
  #waiting = 0;

  /** @param {import("../i18n/messages.js").Words} words */
  constructor(words) {
    this.#words = words;
  }

  clear() {
    this.node.replaceChildren();
  }

  /** Counts what is still loading: assistive technology is told to wait. @param {1 | -1} change */
  wait(change) {
    this.#waiting += change;
    attr(this.node, "aria-busy", this.#waiting ? "true" : null);
  }

  /**
   * Shows a notice in place of the last one, or `beside` it.
   * @param {string} said @param {NoticeOptions} [options]
   */
  show(said, { text = "", act = null, label = "", more = null, beside = false } = {}) {
    const box = make("div", { class: "notice", role: "alert" }, make("p", {}, said));
    if (text) box.append(this.#link(text));
    if (more) box.append(more, " ");
    if (act) {
      const onclick = () => {
        box.remove();
        act();
      };
      box.append(make("button", { type: "button", onclick }, label), " ");
    }
    const onclick = () => {
      const page = box.closest(".page");
      box.remove();
      const next = page?.querySelector("[part=changes] button:not([hidden])");
      if (next instanceof HTMLElement) next.focus();
    };
    const close = this.#words.say("notice.close");
    box.append(make("button", { type: "button", class: "plain", onclick }, close));
    if (!beside) this.clear();
    this.node.append(box);
  }

  /** A field with the text of a link, to be copied. @param {string} text */
  #link(text) {
    return make(
      "label",
      { class: "field wide" },
      make("span", {}, this.#words.say("link.text")),
      make("textarea", { readonly: true, rows: "2" }, text),
    );
  }
}
