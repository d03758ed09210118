/** The line that stays in sight while the page scrolls. */

import { attr, make, show, text } from "../components/dom.js";
import { shortTotals, shortVerdict } from "./sentences.js";

/** @import { Context, Glance } from "../types.d.ts" */

/** @param {Context} ctx */
export function stripView(ctx) {
  const { words, session } = ctx;
  const edited = make("span", { class: "dot" });
  const sum = make("b");
  const kind = make("span", { class: "strip-kind" });
  const undo = make(
    "button",
    { type: "button", class: "plain", onclick: () => session.undo() },
    words.say("history.undo"),
  );
  const said = make("p", {}, edited, sum, " ", kind);
  const node = make("div", { class: "strip" }, make("div", { class: "strip-in" }, said, undo));

  /** @param {Glance} report */
  function render(report) {
    const { any } = report.edited;
    show(edited, any);
    attr(edited, "title", any ? words.say("strip.edited") : null);
    text(sum, shortTotals(report, ctx));
    const verdict = shortVerdict(report, ctx);
    text(kind, any ? `${words.say("strip.edited")} · ${verdict}` : verdict);
    show(undo, session.past.length > 0);
  }

  /** Shows the strip while the answer itself is out of sight. @param {Element} answer */
  function watch(answer) {
    const watcher = new IntersectionObserver(([entry]) => {
      node.classList.toggle("out", !entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    watcher.observe(answer);
    return watcher;
  }

  return { node, render, glance: render, watch };
}
