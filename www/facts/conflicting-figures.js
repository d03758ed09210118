/** Where published figures disagree, side by side with who says so. */

import { make } from "../components/dom.js";
import { facts } from "./data.js";

/** @import { Context } from "../types.d.ts" */
/** @import { ConflictingFigure } from "./types.d.ts" */

/** @param {Context} ctx */
export async function publishedView(ctx) {
  const { words } = ctx;
  const { published } = await facts(ctx);
  /** @param {ConflictingFigure} figure */
  const item = ({ title, figures, note }) => {
    const values = figures.flatMap(({ value, source, as_of }) => {
      const date = as_of.length < 10 ? as_of : words.date(as_of);
      const said = `${words.name(source)} · ${words.say("sources.asOf", { date })}`;
      return [make("dt", {}, words.name(value)), make("dd", {}, said)];
    });
    const more = note ? [make("p", { class: "quiet-text" }, words.name(note))] : [];
    const heading = make("h3", {}, words.name(title));
    return make("li", {}, heading, make("dl", {}, ...values), ...more);
  };
  const node = make("ul", { class: "published", role: "list" }, ...published.map(item));
  return { node, render() {} };
}
