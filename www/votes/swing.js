/** A swing: so many points of the valid votes from one side to another, everywhere or in a part. */

import { asking } from "../components/analysis-request.js";
import { curveView } from "../analysis/seats-votes-curve.js";
import { attr, make, show, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { glimpses } from "./sweep-preview.js";
import { offer, skippedView } from "../components/side-select.js";
import { sliderView } from "../components/slider.js";

/** Hundredths of a point. */
const MOST = 1000;
/** Changes of the verdict that the sentence names. */
const TOLD = 3;
const PRESETS = [0, 100, 200, 300, 400, 500];
const PLACES = [
  ["category", "categories"],
  ["division", "divisions"],
  ["district", "districts"],
  ["phase", "phases"],
  ["parliamentary", "parliamentary"],
];

/** @param {any} ctx @param {any} sides @param {any} held as of `votesView` */
export function swingView(ctx, sides, held) {
  const { words, names, dataset, session } = ctx;
  const [first, second] = sides.first;
  /** What the controls say, in the scenario or not. @type {any} */
  let state = { from: first, to: second, points: 0 };
  const columns = glimpses(ctx);

  const now = (changes) => ({ ...state, ...changes });
  /** Puts it into the scenario; with no points there is nothing to put. */
  const put = (changes, way) => {
    state = now(changes);
    if (state.points || held.place >= 0) way(held.with(state.points ? state : null));
    else render(session.report);
  };
  const choose = (changes) => {
    session.settle();
    put(changes, ctx.edit);
  };

  const from = select(words.say("swing.from"), [], (id) =>
    choose(id === state.to ? { from: id, to: state.from } : { from: id }),
  );
  const to = select(words.say("swing.to"), [], (id) => choose({ to: id }));
  const swap = make(
    "button",
    {
      type: "button",
      class: "swap",
      "aria-label": words.say("swing.swap"),
      onclick: () => choose({ from: state.to, to: state.from }),
    },
    "⇄",
  );
  const slider = sliderView(ctx, {
    label: words.say("swing.points"),
    unit: words.say("swing.unit"),
    max: MOST,
    pointer: 10,
    keys: 1,
    live: (points) => put({ points }, ctx.preview),
    hold: () => columns.take(state, held.place),
    glance: columns.glance,
  });
  const presets = PRESETS.map((points) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-label": words.say("swing.preset", { n: points / 100 }),
        onclick: () => choose({ points }),
      },
      words.number(points / 100),
    ),
  );
  const where = select(words.say("swing.where.in"), [], (value) => {
    const [field, id] = value.split(/:(.*)/s);
    choose({ scope: value ? { [field]: id } : null });
  });
  const listed = make("option", { value: "-", disabled: true });
  where.control.append(
    make("option", { value: "" }, words.say("swing.everywhere")),
    ...PLACES.filter(([, all]) => dataset[all]?.length).map(([field, all]) =>
      make(
        "optgroup",
        { label: words.say(`filter.${field}`) },
        ...dataset[all].map((one) =>
          make("option", { value: `${field}:${one.id}` }, names.scope({ [field]: one.id })),
        ),
      ),
    ),
  );
  const fold = make("summary");
  const wherePart = make("details", {}, fold, where.node);
  const said = make("p", { class: "said" });
  const tips = make("p", { class: "tips" });
  const curve = curveView(ctx);
  const skipped = skippedView(ctx, "swing.skipped");
  const node = make(
    "section",
    { class: "swing", "aria-label": words.say("swing") },
    make("h3", {}, words.say("swing")),
    make("div", { class: "between" }, from.node, swap, to.node),
    slider.node,
    make(
      "p",
      { class: "presets" },
      make("span", { class: "quiet-text" }, words.say("swing.presets")),
      ...presets,
    ),
    said,
    tips,
    make("p", { class: "quiet-text" }, words.say("swing.model")),
    curve.node,
    skipped.node,
    wherePart,
  );
  node.hidden = !second;

  const ask = asking(ctx, (found) => {
    const ahead = found
      ? found.ticks
          .map((tick, i) => ({ ...tick, rows: found.seats[i] }))
          .filter(({ step }) => step > 0)
      : [];
    slider.ticks(ahead.map(({ step }) => step));
    text(tips, found ? tipping(ahead, found.curve) : "");
    curve.draw(found?.curve ?? null, state);
  });

  /** "The verdict changes at 3.68 (INDIA 40, NDA 40, JLKM 1; Gandey tips it) and at 3.99 (NDA 41; Dumka tips it)." */
  function tipping(ticks, { lines, reach }) {
    if (!ticks.length)
      return words.say("swing.steady", {
        from: names.label(state.from),
        to: names.label(state.to),
        n: reach / 100,
      });
    const seats = (rows) =>
      rows
        .map((n, i) => ({ n, id: lines[i].row.id }))
        .filter(({ n }) => n)
        .sort((a, b) => b.n - a.n)
        .map(({ n, id }) => `${names.label(id)} ${words.number(n)}`)
        .join(", ");
    const what = ({ verdict, leaders, seats: n, rows }) =>
      verdict === "majority" ? `${names.label(leaders[0])} ${words.number(n)}` : seats(rows);
    const tips = ticks.slice(0, TOLD).map((tick) =>
      words.say("swing.tip", {
        p: words.hundredths(tick.step),
        what: what(tick),
        n: tick.constituencies.length,
        who: words.and(tick.constituencies.map((id) => names.seat(id))),
      }),
    );
    return words.say("swing.tips", { tips: words.and(tips) });
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    if (node.hidden) return;
    const found = held.follow(report, state);
    // While it moves, a value that changes nothing stays as the reader has it.
    if (found) state = found;
    else if (!session.moving) state = now({ points: 0 });
    const why = held.refused(now({ points: state.points || 1 }));
    offer(
      from,
      sides.all,
      state.from,
      names,
      (id) => id !== state.to && held.refused(now({ from: id, points: 1 })),
    );
    offer(to, sides.all, state.to, names, (id) => held.refused(now({ to: id, points: 1 })));
    slider.render(state.points, !why);
    for (const button of presets) button.disabled = Boolean(why);
    const [field, id] = Object.entries(state.scope ?? {})[0] ?? [];
    if (field === "constituencies") {
      text(listed, words.say("swing.listed", { n: id.length }));
      where.control.append(listed);
    } else listed.remove();
    const value = !field ? "" : field === "constituencies" ? "-" : `${field}:${id}`;
    if (where.control.value !== value) where.control.value = value;
    text(fold, words.say("swing.where", { place: where.control.selectedOptions[0]?.textContent }));
    const done = report.votes.find((one) => one.edit === held.place && one.kind === "swing");
    const n = report.changes.filter((change) => change.by === "votes").length;
    const { points } = state;
    text(
      said,
      why
        ? words.say(`refused.${why}`)
        : done && n && !session.moving
          ? words.say("swing.moved", {
              p: words.hundredths(points),
              n: done.moved,
              applied: done.applied,
            })
          : points
            ? moving(points, done, n)
            : "",
    );
    skipped.render(done?.skipped ?? []);
    const { from: losing, to: gaining, scope = null } = state;
    // The answer holds for every value of this swing: only what else is in the scenario changes it.
    ask(
      why ? null : { kind: "curve", from: losing, to: gaining, scope },
      report.scenario.edits.filter((_, i) => i !== held.place),
    );
    show(tips, !why);
    curve.render(state, !why, report);
    press(state.points);
  }

  /** "3.68 points: 16 seats change hands." How many votes move is not known in every frame. */
  function moving(points, applies, n) {
    return words.say(!applies ? "swing.nothing" : n ? "swing.moving" : "swing.none", {
      p: words.hundredths(points),
      n,
    });
  }

  function press(points) {
    presets.forEach((button, i) => attr(button, "aria-pressed", String(points === PRESETS[i])));
  }

  /** What the slider itself does not say. @param {import("./sweep-preview.js").Glimpse} found */
  function glance(found) {
    const { points, moved, applies } = found;
    text(said, points ? moving(points, applies, moved) : "");
    curve.render(now({ points }), true, found);
    press(points);
  }

  return { node, render, glance };
}
