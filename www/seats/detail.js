/**
 * One constituency opened: its candidates with votes, and the buttons that give it to any of them.
 */

import { attr, button, make, prop, show, swatch, text } from "../components/dom.js";
import { dataTable } from "../components/table.js";
import { bring } from "../core/assets.js";
import { award, changesSeat, resetSeat, vacate } from "../state/edits.js";
import { shownCandidates } from "./candidates.js";
import { decidedBy, NOBODY } from "./line.js";

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
  const fights = friendlyFights(session.core.constituency(id), ctx);
  const said = fights.map((one) => make("p", { class: "quiet-text" }, one));
  const node = make("div", { class: "detail" }, facts, ...said, table.node, actions, sums);
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
    const touched = session.edits.some((edit) => changesSeat(edit, id));
    attr(reset, "aria-disabled", touched ? null : "true");
    const { party } = session.report.constituencies;
    attr(empty, "aria-disabled", party[index] === NOBODY ? "true" : null);
    text(
      sums,
      sumsSaid(detail, decidedBy(session.report, index), dataset.constituencies[index], ctx),
    );
  }

  return { node, render };
}

/** "No. 65 · ST · Ranchi · Phase 1, 13 Nov 2024" @param {number} index @param {Context} ctx */
function factsSaid(index, { words, names, dataset }) {
  const { id, code, category, division, district, phase, reason } = dataset.constituencies[index];
  const facts = [
    words.say("seat.number", { id }),
    code,
    category && names.scope({ category }),
    district ? names.scope({ district }) : division && names.scope({ division }),
    phase && dataset.phases && names.scope({ phase }),
    reason,
  ];
  return facts.filter(Boolean).join(" · ");
}

/**
 * "Friendly fight: …" for each alliance that had two candidates or more here.
 * @param {ConstituencyDetail} detail @param {Context} ctx
 */
function friendlyFights({ id, candidates }, { words, names }) {
  const alliances = new Set(candidates.map((one) => one.friendlyFight));
  return [...alliances].filter(Boolean).map((alliance) => {
    const fighting = candidates.filter((one) => one.friendlyFight === alliance);
    const who = fighting.map(({ party, serial }) => names.side(party, id, serial));
    return words.say("seat.friendly", { who: words.and(who), A: names.label(String(alliance)) });
  });
}

/**
 * Margin, votes and electors.
 * @param {ConstituencyDetail} detail @param {number} margin
 * @param {import("../types.d.ts").Constituency} seat @param {Context} ctx
 */
function sumsSaid({ nota, others, valid, electors }, margin, { status }, { words }) {
  const share = words.hundredths(margin);
  const none = status === "unopposed" ? "" : words.say("seat.noVotes");
  const sums = [
    Number.isNaN(margin) ? "" : words.say("seat.marginOf", { share }),
    valid ? words.say("seat.valid", { n: valid }) : none,
    others === null ? "" : words.say("seat.others", { n: others }),
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
  const note = ({ declaredHolder, withdrawn }) => {
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
          const said = make("span");
          const give = button("", () => ctx.edit(award(id, serial)), { class: "give" });
          give.append(said, make("span", { class: "quiet" }, `: ${names.candidate(id, serial)}`));
          cell.append(give);
          return ({ holder }) => {
            text(said, words.say(holder ? "seat.holds" : "seat.giveSeat"));
            attr(give, "aria-disabled", holder ? "true" : null);
          };
        },
      },
    ],
  });
}
