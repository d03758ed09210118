/** The seats that follow from a file, by party. */

import { make, show, text } from "../components/dom.js";
import { coloured, dataTable } from "../components/table.js";

/** @import { Words } from "../i18n/messages.js" */
/** @import { PartyRead } from "../pkg/import/seat_import.js" */
/** @import { Draft } from "./draft.js" */

/** Parties that are shown before all are. */
const FIRST = 8;

/** @param {Words} words @param {Draft} draft */
export function seatsTable(words, draft) {
  const table = dataTable({
    caption: words.say("seats.title"),
    key: (/** @type {PartyRead} */ { id, label }) => `${id} ${label} ${draft.reading?.colours[id]}`,
    columns: [
      {
        label: words.say("seats.party"),
        build: (cell, party) =>
          cell.append(coloured(draft.reading?.colours[party.id], party.label)),
      },
      { label: words.say("seats.seats"), text: ({ seats }) => words.number(seats) },
      { label: words.say("seats.votes"), text: ({ votes }) => (votes ? words.number(votes) : "–") },
    ],
  });
  const rest = make("p", { class: "quiet-text" });
  const node = make("section", {}, make("h3", {}, words.say("seats.title")), table.node, rest);

  function render() {
    const { reading, fatal } = draft;
    show(node, !fatal);
    if (!reading || fatal) return;
    table.render(reading.parties.slice(0, FIRST));
    const others = reading.parties.length - FIRST;
    text(rest, others > 0 ? words.say("seats.others", { n: others }) : "");
  }
  return { node, render };
}
