/** What postal votes and NOTA came to in the declared result. */

import { make } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { computedFrom, hasNota } from "./source-note.js";

/** @import { Ballots, Context } from "../types.d.ts" */

/** @param {Context} ctx */
export function ballotsView(ctx) {
  const found = ctx.session.core.use((calculator) => calculator.ballots());
  const parts = [...(found.apart ? postal(found, ctx) : [])];
  const isNota = hasNota(ctx.dataset);
  if (isNota) parts.push(...nota(found, !parts.length, ctx));
  const blocks = ["votes", ...(isNota ? ["nota"] : [])];
  const from = computedFrom(ctx, { dataset: ctx.dataset, blocks });
  return { node: make("div", {}, ...parts, from), render() {} };
}

/** @param {Ballots} found @param {Context} ctx */
function postal({ different, same, postal: n }, { words, names }) {
  const seats = words.and(different.map((id) => names.seat(id)));
  const said = different.length
    ? words.say("ballots.different", { n: different.length, seats })
    : words.say("ballots.same", { n: same });
  const count = make("p", {}, words.say("ballots.postal", { n }));
  return [make("p", { class: "sum" }, said), count];
}

/** @param {Ballots} found @param {boolean} first @param {Context} ctx */
function nota({ notaAbove }, first, ctx) {
  const { words, names } = ctx;
  const table = dataTable({
    caption: words.say("around.ballots"),
    key: (/** @type {Ballots["notaAbove"][number]} */ one) => one.constituency,
    columns: [
      { label: words.say("table.seat"), text: (one) => names.seat(one.constituency) },
      { label: words.say("ballots.notaHead"), text: (one) => words.number(one.nota) },
      { label: words.say("table.margin"), text: (one) => words.number(one.margin) },
    ],
  });
  table.render(notaAbove);
  const count = words.say("ballots.nota", { n: notaAbove.length });
  return [
    make("p", { class: first ? "sum" : null }, count),
    ...(notaAbove.length ? [table.node] : []),
    make("p", { class: "quiet-text" }, words.say("ballots.note")),
  ];
}
