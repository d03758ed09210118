/**
 * The course of the count: won and leading by alliance, as lines that the core lays out and as a
 * table.
 */

import { attr, colour, differs, draw, list, make, text } from "../components/dom.js";
import { coloured, dataTable, scrolling } from "../components/table.js";

/** @import { Context } from "../types.d.ts" */
/** @import { Count } from "./count.js" */
/** @import { TimedPoint } from "./types.d.ts" */

/** Units across; the core's. */
const WIDTH = 1000;

/** @param {Context} ctx @param {Count} count */
export function timelineView(ctx, count) {
  const { words, names, session } = ctx;
  const ids = [...names.alliances.keys()];
  const lines = ids.map((id) => {
    const line = draw("path", { class: "course-line" });
    colour(line, names.colour(id));
    return line;
  });
  const mark = draw("path", { class: "course-mark" });
  const picture = draw(
    "svg",
    { preserveAspectRatio: "none", "aria-hidden": "true" },
    mark,
    ...lines,
  );
  const key = make("p", { class: "course-key" });
  list(key, ids, String, (id) => coloured(names.colour(id), names.label(id)));
  const [first, last, said] = [make("span"), make("span"), make("span")];
  const foot = make(
    "p",
    { class: "course-foot quiet-text", "aria-hidden": "true" },
    first,
    said,
    last,
  );
  const table = dataTable({
    caption: words.say("feed.timeline.caption"),
    key: (/** @type {TimedPoint} */ point) => String(point.seconds),
    columns: [
      { label: words.say("feed.timeline.time"), text: (point) => point.clock },
      ...ids.map((id, i) => ({
        label: names.label(id),
        text: (/** @type {TimedPoint} */ { seats }) => words.number(seats[i]),
      })),
    ],
  });
  const node = make(
    "div",
    { class: "course" },
    key,
    make("div", { class: "course-picture" }, picture),
    foot,
    scrolling(words.say("feed.timeline.caption"), table.node),
  );

  function render() {
    const { course } = count;
    const { mark: m } = session.baseline.house;
    if (!course.length || !differs(node, course, m)) return;
    const drawn = session.core.use((_, __, module) => module.timeline(course, m));
    attr(picture, "viewBox", `0 0 ${WIDTH} ${drawn.top}`);
    attr(mark, "d", `M0 ${drawn.mark}H${WIDTH}`);
    lines.forEach((line, i) => attr(line, "d", drawn.lines[i]));
    text(first, course[0].clock);
    text(last, course.length > 1 ? (course.at(-1)?.clock ?? "") : "");
    text(said, words.say("feed.timeline.mark", { m }));
    table.render([...course].reverse());
  }

  return { node, render };
}
