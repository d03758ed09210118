/** Figures that were published differently, side by side with who says so. */

import { make } from "../components/dom.js";
import { brought, facts } from "./data.js";

/** @param {any} ctx */
export function publishedView(ctx) {
  const { words } = ctx;
  return brought(ctx, async () => {
    const { published } = await facts(ctx);
    const date = (as_of) => (as_of.length < 10 ? as_of : words.date(as_of));
    const one = ({ title, figures, note }) =>
      make(
        "li",
        {},
        make("h3", {}, words.name(title)),
        make(
          "dl",
          {},
          ...figures.flatMap(({ value, source, as_of }) => [
            make("dt", {}, words.name(value)),
            make(
              "dd",
              {},
              `${words.name(source)} · ${words.say("sources.asOf", { date: date(as_of) })}`,
            ),
          ]),
        ),
        note ? make("p", { class: "quiet-text" }, words.name(note)) : "",
      );
    return { node: make("ul", { class: "published", role: "list" }, ...published.map(one)) };
  });
}
