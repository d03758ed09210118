/** All ways to the mark: every minimal winning coalition of the house as it sits, with filters of the view's own. */

import { stanceFor } from "../app/edits.js";
import { list, make, select, show, text } from "./dom.js";

/** @param {any} ctx */
export function coalitionsView(ctx) {
  const { words, names, session } = ctx;
  const title = make("h3");
  const note = make("p", { class: "quiet-text" });
  const count = make("p", { class: "count" });
  const lines = make("ul", { class: "ways", role: "list" });
  const chosen = { with: "", without: "", apartA: "", apartB: "" };
  const refilter = (field) => (value) => { chosen[field] = value; render(session.report); };
  const controls = ["with", "without", "apartA", "apartB"].map((field) => [field,
    select(words.say(field.startsWith("apart") ? field === "apartA" ? "ways.apart" : "and" : `ways.${field}`), [], refilter(field))]);
  const filters = make("div", { class: "fields" }, ...controls.map(([, control]) => control.node));
  const node = make("section", { class: "all-ways" }, title, note, filters, count, lines);
  let players = "";

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const { coalitions, house } = report;
    const m = house.mark;
    text(title, words.say("ways", { m }));
    text(note, words.say("ways.note", { m }));
    const ids = report.partners.filter((one) => one.seats).map((one) => one.id);
    if (ids.join() !== players) {
      players = ids.join();
      for (const [field, { control }] of controls) {
        control.replaceChildren(make("option", { value: "" }, words.say("ways.any")), ...ids.map((id) => make("option", { value: id }, names.label(id))));
        if (!ids.includes(chosen[field])) chosen[field] = "";
        control.value = chosen[field];
      }
    }
    // A filter over part of a list would pass for the whole: it is offered only where the whole list is here.
    show(filters, !coalitions.truncated && coalitions.minimal.length > 1);
    const fits = (ids) => coalitions.truncated || ((!chosen.with || ids.includes(chosen.with)) && !(chosen.without && ids.includes(chosen.without))
      && !(chosen.apartA && chosen.apartB && chosen.apartA !== chosen.apartB && ids.includes(chosen.apartA) && ids.includes(chosen.apartB)));
    const ways = coalitions.minimal.map((ids, i) => ({ ids, seats: coalitions.seats[i] })).filter(({ ids }) => fits(ids));
    const all = coalitions.minimal.length;
    text(count, !all ? words.say("ways.impossible", { m })
      : coalitions.count === null ? words.say("ways.uncounted", { n: all }) : coalitions.truncated ? words.say("ways.part", { n: all, count: coalitions.count })
        : ways.length === all ? words.say("ways.count", { n: all }) : ways.length ? words.say("ways.filtered", { n: ways.length, count: coalitions.count }) : words.say("ways.none"));
    list(lines, ways, (way) => way.ids.join(), (way) => {
      const seats = make("span", { class: "quiet-text" });
      const node = make("li", {}, make("button", { type: "button", class: "plain", onclick: () => ctx.edit(stanceFor(session.report, way.ids)) },
        way.ids.map((id) => names.label(id)).join(" + ")), " ", seats);
      node.seats = seats;
      return node;
    }, (node, way) => {
      text(node.seats, words.say("ways.seats", { n: way.seats }));
    });
  }

  return { node, render };
}
