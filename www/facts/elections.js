/** Links to the other elections, and to other readings of this one. */

import { make } from "../components/dom.js";
import { address, brought, elections, link } from "./data.js";

/** @param {any} ctx */
export function electionsView(ctx) {
  const { words, dataset } = ctx;
  return brought(ctx, async () => {
    const all = await elections();
    const line = (one) =>
      make(
        "li",
        {},
        one.id === dataset.id
          ? make("b", { "aria-current": "page" }, words.name(one.title))
          : link(address(one), words.name(one.title)),
      );
    const group = (key, some) => [
      make("h3", {}, words.say(key)),
      make("ul", { class: "links", role: "list" }, ...some.map(line)),
    ];
    return {
      node: make(
        "div",
        {},
        ...group(
          "elections.own",
          all.filter((one) => !one.of),
        ),
        ...group(
          "elections.readings",
          all.filter((one) => one.of),
        ),
        make("p", { class: "quiet-text" }, words.say("elections.note")),
      ),
    };
  });
}
