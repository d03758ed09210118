/** Where the numbers come from. */

import { make } from "../components/dom.js";
import { sourceLink } from "./links.js";

/** @import { Context, Source } from "../types.d.ts" */

/** @param {Context} ctx */
export function sourcesView({ words, dataset }) {
  /** @param {Source} source */
  const item = ({ name, publisher, url, as_of, note }) => {
    const said = [
      words.name(publisher),
      as_of && words.say("sources.asOf", { date: words.date(as_of) }),
      words.name(note),
    ];
    const rest = said.filter(Boolean).map((one) => ` · ${one}`);
    return make("li", {}, sourceLink(url, words.name(name)), ...rest);
  };
  return { node: make("ul", {}, ...(dataset.sources ?? []).map(item)), render() {} };
}
