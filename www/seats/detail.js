/**
 * One constituency opened: its candidates with votes, and the buttons that give it to any of them.
 */

import { attr, button, make, prop, show, swatch, text } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { bring } from "../core/assets.js";
import { award, changesSeat, resetSeat, vacate } from "../state/edits.js";
import { shownCandidates } from "./candidates.js";
import { NOBODY } from "./line.js";

/** @import { ConstituencyDetail, Context } from "../types.d.ts" */
/** @import { Candidate } from "./candidates.js" */

/** @param {Context} ctx @param {string} id of the constituency */
export function seatView(ctx, id) {
  const { words, dataset, session } = ctx;
  const index = dataset.constituencies.findIndex((one) => one.id === id);
  let everyone = false;
  const all = button("", toggle, { class: "plain" });
  const act = (/** @type {string} */ key, /** @type {import("../types.d.ts").Change} */ change) =>
    button(words.say(key), () => ctx.edit(change), { class: "plain" });
  const reset = act("seat.reset", resetSeat(id));
  const empty = act("seat.vacate", vacate(id));
  const table = candidateTable(id, ctx);
  const sums = make("p", { class: "quiet-text" });
  const facts = make("p", { class: "quiet-text" }, factsSaid(index, ctx));
  const actions = make("p", { class: "actions" }, all, reset, empty);
  const node = make("div", { class: "detail" }, facts, table.node, actions, sums);
  if (dataset.facts?.includes("earlier")) node.append(earlierLine(id, ctx));

  function toggle() {
    everyone = !everyone;
    render();
  }

  function render() {
    const detail = session.core.constituency(id);
    const few = shownCandidates(detail);
    const n = detail.candidates.length;
    table.render(everyone ? detail.candidates : few);
    show(all, n > few.length);
    text(all, everyone ? words.say("seat.top") : words.say("seat.everyone", { n }));
    show(
      reset,
      session.edits.some((edit) => changesSeat(edit, id)),
    );
    const { party, marginShare } = session.report.constituencies;
    attr(empty, "aria-disabled", party[index] === NOBODY ? "true" : null);
    text(sums, sumsSaid(detail, marginShare[index], ctx));
  }

  return { node, render };
}

/** "No. 65 · ST · Ranchi · Phase 1, 13 Nov 2024" @param {number} index @param {Context} ctx */
function factsSaid(index, { words, names, dataset }) {
  const { id, category, district, phase } = dataset.constituencies[index];
  const facts = [
    words.say("seat.number", { id }),
    category && names.scope({ category }),
    district && names.scope({ district }),
    phase && dataset.phases && names.scope({ phase }),
  ];
  return facts.filter(Boolean).join(" · ");
}

/**
 * Margin, votes and electors.
 * @param {ConstituencyDetail} detail @param {number} margin @param {Context} ctx
 */
function sumsSaid({ nota, valid, electors }, margin, { words }) {
  const share = words.hundredths(margin);
  const sums = [
    Number.isNaN(margin) ? "" : words.say("seat.marginOf", { share }),
    words.say("seat.valid", { n: valid }),
    nota === null ? "" : words.say("seat.nota", { n: nota }),
    electors ? words.say("seat.electors", { n: electors }) : "",
  ];
  return sums.filter(Boolean).join(" · ");
}

/**
 * What the election before made of it: loaded with the opened seat.
 * @param {string} id @param {Context} ctx
 */
function earlierLine(id, ctx) {
  const { words } = ctx;
  const said = make("span", {}, words.say("later.coming"));
  const source = make("small");
  const node = make("p", { class: "quiet-text", "aria-busy": "true" }, said, " ", source);

  async function load() {
    try {
      const { previousElection } = await bring("dataset/previous-election.js");
      const before = await previousElection(ctx);
      const line = before?.line(id) ?? "";
      text(said, line);
      text(source, line && before ? before.source : "");
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(said, words.say("later.failed"));
    }
    attr(node, "aria-busy", null);
  }

  load();
  return node;
}

/** @param {string} id of the constituency @param {Context} ctx */
function candidateTable(id, ctx) {
  const { words, names } = ctx;
  /** Whether it won, or cannot win any more. @param {Candidate} one */
  const note = ({ holder, declaredHolder, withdrawn }) => {
    if (holder) return `· ${words.say("seat.holds").toLowerCase()}`;
    if (declaredHolder) return `· ${words.say("seat.declaredWinner")}`;
    return withdrawn ? `· ${words.say("seat.withdrawn")}` : "";
  };
  return dataTable({
    caption: words.say("seat.candidates", { seat: names.seat(id) }),
    kind: "candidates",
    key: (/** @type {Candidate} */ one) => String(one.serial),
    rowKind: ({ holder }) => (holder ? "holder" : null),
    columns: [
      {
        label: words.say("seat.candidate"),
        build(cell, { serial, party }) {
          const said = make("small");
          const label = make("small", {}, names.label(party));
          const name = make("span", {}, names.candidate(id, serial), " ", label, " ", said);
          cell.append(swatch(names.colour(party)), name);
          return (one) => text(said, note(one));
        },
      },
      {
        label: words.say("seat.votesHead"),
        text: ({ votes }) => (votes === null ? "" : words.number(votes)),
      },
      {
        label: "%",
        kind: "number share",
        build:
          (cell) =>
          ({ share }) => {
            text(cell, share === null ? "" : words.hundredths(share));
            if (share !== null) prop(cell, "--share", share);
          },
      },
      {
        label: null,
        kind: "",
        build(cell, { serial }) {
          const give = button(words.say("seat.giveSeat"), () => ctx.edit(award(id, serial)), {
            class: "give",
          });
          give.append(make("span", { class: "quiet" }, `: ${names.candidate(id, serial)}`));
          cell.append(give);
          return ({ holder }) => attr(give, "aria-disabled", holder ? "true" : null);
        },
      },
    ],
  });
}
