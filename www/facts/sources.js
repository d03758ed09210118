/** Where the numbers come from. */

import { make } from "../components/dom.js";

/** @param {any} ctx */
export function sourcesView({ words, dataset }) {
  const line = (source) => {
    const name = words.name(source.name);
    const named = /^https:\/\//.test(source.url ?? "")
      ? make("a", { href: source.url, rel: "noopener" }, name)
      : name;
    return make(
      "li",
      {},
      named,
      [
        source.publisher && ` · ${words.name(source.publisher)}`,
        source.as_of && ` · ${words.say("sources.asOf", { date: words.date(source.as_of) })}`,
        source.note && ` · ${words.name(source.note)}`,
      ]
        .filter(Boolean)
        .join(""),
    );
  };
  return { node: make("ul", {}, ...(dataset.sources ?? []).map(line)), render: () => {} };
}
