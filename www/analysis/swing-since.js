/**
 * Butler swing since an earlier election, with who each side was: alliances cast back, and parties
 * alone.
 */

import { make, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { dataTable, lineUnder } from "../components/table.js";
import { earlierElections } from "../dataset/earlier-elections.js";
import { loadWhole } from "../dataset/load-dataset.js";
import { Names } from "../dataset/names.js";
import { analysisPanel } from "./panel.js";

/** @import { Context, SideThen, Since, SwingForm } from "../types.d.ts" */

const FORMS = /** @type {const} */ (["alliances", "parties"]);

/** "+3.12", hundredths of a point. @param {number | null} n @param {Context} ctx */
const signed = (n, { words }) =>
  n === null ? "–" : `${n > 0 ? "+" : n < 0 ? "−" : ""}${words.hundredths(Math.abs(n))}`;

/** @param {Context} ctx @param {import("../votes/sides.js").Sides} sides */
export async function sinceView(ctx, sides) {
  const { words } = ctx;
  const [from, to] = sides.first;
  const all = await Promise.all(
    (await earlierElections(ctx)).map(async (one) => ({
      ...one,
      dataset: await loadWhole(one.election),
    })),
  );
  let [chosen] = all;
  const titles = all.map(({ dataset }) => [dataset.id, words.name(dataset.title)]);
  const pick = select(words.say("since.with"), titles, (id) => {
    chosen = all.find(({ dataset }) => dataset.id === id) ?? chosen;
    ask();
  });
  pick.node.hidden = all.length < 2;
  const forms = FORMS.map((key) => ({ key, ...swingForm(key, ctx) }));
  const seats = seatTable(ctx);
  const bySeat = make("details", {}, make("summary", {}, words.say("since.seats")), seats.node);
  const panel = analysisPanel(ctx, "since", {
    controls: [pick.node],
    body: [...forms.map((form) => form.node), bySeat],
    note: words.say("since.note"),
    question: () => ({
      earlier: chosen.dataset,
      from,
      to,
      successors: chosen.successors.map(({ then, now }) => ({ then, now })),
    }),
    draw(answer) {
      if (!answer) return;
      const then = new Names(chosen.dataset, words);
      for (const form of forms) form.draw(answer[form.key], then);
      seats.render(
        ctx.dataset.constituencies.map(({ id }, i) => ({
          id,
          swings: FORMS.map((key) => answer[key].constituencies[i]),
        })),
      );
    },
  });
  const ask = () => panel.render();
  ask();
  // It stands between two results as declared: edits do not change it.
  return { node: panel.node, render() {} };
}

/**
 * The swing of one form, and the shares it follows from.
 * @param {string} key @param {Context} ctx
 */
function swingForm(key, ctx) {
  const { words, names } = ctx;
  /** Names of the earlier election. @type {Names} */
  let before = names;
  const said = make("p", { class: "said" });
  /** @param {SideThen} side */
  const members = ({ now, then }) =>
    words.say("since.members", {
      now: now.map((id) => names.label(id)).join(", "),
      then: then.map((id) => before.label(id)).join(", ") || words.say("edit.nobody"),
    });
  const table = dataTable({
    caption: words.say(`since.${key}`),
    key: (/** @type {SideThen} */ side) => side.id,
    columns: [
      {
        label: words.say("against.side"),
        build: lineUnder((side) => names.label(side.id), members),
      },
      { label: words.say("since.then"), text: (side) => words.hundredths(side.shareThen) },
      { label: words.say("since.now"), text: (side) => words.hundredths(side.shareNow) },
      { label: words.say("parties.change"), text: (side) => signed(side.change, ctx) },
    ],
  });
  const title = make("h4", {}, words.say(`since.${key}`));
  const node = make("div", { class: "since-form" }, title, said, table.node);

  /** @param {SwingForm} form @param {Names} then */
  function draw(form, then) {
    before = then;
    const [loser, gainer] = form.swing < 0 ? [form.to, form.from] : [form.from, form.to];
    const p = words.hundredths(Math.abs(form.swing));
    const values = { p, from: names.label(loser.id), to: names.label(gainer.id) };
    text(said, words.say("since.swing", values));
    table.render([form.from, form.to]);
  }

  return { node, draw };
}

/** @param {Context} ctx */
function seatTable(ctx) {
  const { words, names } = ctx;
  return dataTable({
    caption: words.say("since.seats"),
    key: (/** @type {{ id: string, swings: (number | null)[] }} */ seat) => seat.id,
    columns: [
      { label: words.say("table.seat"), build: (cell, { id }) => cell.append(names.seat(id)) },
      ...FORMS.map((key, i) => ({
        label: words.say(`since.${key}.short`),
        text: (/** @type {{ swings: (number | null)[] }} */ { swings }) => signed(swings[i], ctx),
      })),
    ],
  });
}
