/** A swing: so many points of the valid votes from one side to another, everywhere or in a part. */

import { CurveView } from "../analysis/seats-votes-curve.js";
import { analysisRequest } from "../components/analysis-request.js";
import { attr, button, make, show, text } from "../components/dom.js";
import { offerSides, presets, select } from "../components/fields.js";
import { Slider } from "../components/slider.js";
import { EditControl } from "./edit-control.js";
import { whereView } from "./where.js";

/** @import { Context, Glance, Report } from "../types.d.ts" */
/** @import { Swing } from "./edit-control.js" */
/** @import { Sides } from "./sides.js" */
/** @typedef {import("../pkg/seat_calculator.js").Answers["curve"]} CurveAnswer */

/** The slider's end and steps, in hundredths of a point. */
export const SWING_STEPS = { max: 1000, pointer: 10, keys: 1 };
/** What is written under it. */
const SCALE = [0, 500, 1000];
/** Changes of the verdict that are named there. */
const NAMED = 2;
/** Changes of the verdict that the sentence names. */
const TOLD = 3;
/** Hundredths of a point. */
const PRESETS = [0, 100, 200, 300, 400, 500];

/** "Both sides must stand: 4 seats skipped.", their names folded. @param {Context} ctx */
function skippedView({ words, names }) {
  const count = make("summary");
  const seats = make("p", { class: "quiet-text" });
  const node = make("details", { class: "skipped" }, count, seats);
  /** @param {Pick<Report["votes"][number], "skipped" | "withoutVotes">} move */
  function render({ skipped, withoutVotes }) {
    const apart = skipped.length - withoutVotes;
    const said = [
      apart ? words.say("swing.skipped", { n: apart }) : "",
      withoutVotes ? words.say("swing.unknown", { n: withoutVotes }) : "",
    ];
    show(node, skipped.length > 0);
    text(count, said.filter(Boolean).join(" "));
    text(seats, skipped.map((id) => names.seat(id)).join(", "));
  }
  return { node, render };
}

export class SwingView {
  said = make("p", { class: "said" });
  tips = make("p", { class: "tips" });

  /** @param {Context} ctx @param {Sides} sides @param {HTMLElement} hands what changes hands */
  constructor(ctx, sides, hands) {
    const { words, session } = ctx;
    const [from, to] = sides.first;
    this.ctx = ctx;
    this.sides = sides;
    /** @type {EditControl<Swing>} */
    const control = new EditControl(ctx, "swing", { from, to, points: 0 }, { points: 0 }, () =>
      this.render(session.report),
    );
    this.control = control;
    this.from = select(words.say("swing.from"), [], (id) =>
      control.choose(id === control.state.to ? { from: id, to: control.state.from } : { from: id }),
    );
    this.to = select(words.say("swing.to"), [], (id) => control.choose({ to: id }));
    this.slider = new Slider(ctx, {
      label: words.say("swing.points"),
      unit: words.say("swing.unit"),
      ...SWING_STEPS,
      scale: SCALE,
      live: (points) => control.preview({ points }),
      glance: (points) => control.glance({ points }),
    });
    this.presets = PRESETS.map((points) =>
      button(words.number(points / 100), () => control.choose({ points }), {
        class: "chip",
        "aria-label": words.say("swing.preset", { n: points / 100 }),
      }),
    );
    this.curve = new CurveView(ctx);
    this.skipped = skippedView(ctx);
    this.where = whereView(ctx, (scope) => control.choose({ scope }));
    this.ask = analysisRequest(ctx, "curve", (answer) => this.#answer(answer));
    this.node = this.#build(hands);
    this.node.hidden = !to;
  }

  /** @param {HTMLElement} hands */
  #build(hands) {
    const { words } = this.ctx;
    const { control } = this;
    const swap = button(
      "⇄",
      () => control.choose({ from: control.state.to, to: control.state.from }),
      { class: "swap", "aria-label": words.say("swing.swap") },
    );
    return make(
      "section",
      { class: "swing", "aria-label": words.say("swing") },
      make("h3", {}, words.say("swing")),
      make("div", { class: "between" }, this.from.node, swap, this.to.node),
      this.slider.node,
      presets(words.say("swing.presets"), this.presets),
      this.said,
      hands,
      this.tips,
      make("p", { class: "quiet-text" }, words.say("swing.model")),
      this.curve.node,
      this.skipped.node,
      this.where.node,
    );
  }

  /** @param {CurveAnswer | null} found */
  #answer(found) {
    const all = found?.ticks.map((tick, i) => ({ ...tick, rows: found.seats[i] })) ?? [];
    const ahead = all.filter(({ step }) => step > 0);
    const { words, names } = this.ctx;
    const named = ahead.slice(0, NAMED).map(({ step, verdict, leaders }) => {
      const who = words.and(leaders.map((id) => names.label(id)));
      const what = verdict === "hung" ? words.say("strip.hung") : who;
      return `${words.hundredths(step)} ${what}`;
    });
    this.slider.ticks(
      ahead.map(({ step }) => step),
      named,
    );
    text(this.tips, found ? this.#tipping(ahead, found.curve) : "");
    this.curve.draw(found?.curve ?? null, this.control.state);
  }

  /**
   * "The verdict changes at 3.68 (INDIA 40, NDA 40; Gandey tips it) and at 3.99 (NDA 41; Dumka tips it)."
   * @param {(CurveAnswer["ticks"][number] & { rows: number[] })[]} ticks `rows`: seats of each line
   * @param {CurveAnswer["curve"]} curve
   */
  #tipping(ticks, { lines, reach }) {
    const { words, names } = this.ctx;
    if (!ticks.length) {
      const { from, to } = this.control.state;
      const sides = { from: names.label(from), to: names.label(to) };
      return words.say("swing.steady", { ...sides, n: reach / 100 });
    }
    const seats = (/** @type {number[]} */ rows) =>
      rows
        .map((n, i) => ({ n, id: lines[i].row.id }))
        .filter(({ n }) => n)
        .sort((a, b) => b.n - a.n)
        .map(({ n, id }) => `${names.label(id)} ${words.number(n)}`)
        .join(", ");
    const tips = ticks
      .slice(0, TOLD)
      .map(({ verdict, leaders, seats: n, rows, step, constituencies }) =>
        words.say("swing.tip", {
          p: words.hundredths(step),
          what:
            verdict === "majority" ? `${names.label(leaders[0])} ${words.number(n)}` : seats(rows),
          n: constituencies.length,
          who: words.and(constituencies.map((id) => names.seat(id))),
        }),
      );
    return words.say("swing.tips", { tips: words.and(tips) });
  }

  /** @param {Report} report */
  render(report) {
    if (this.node.hidden) return;
    const { ctx, control } = this;
    const { words } = ctx;
    control.follow(report);
    const { points, from, to, scope } = control.state;
    const [why] = control.refusals([{ points: points || 1 }]);
    this.#offer();
    this.slider.render(points, !why);
    for (const preset of this.presets) preset.disabled = Boolean(why);
    this.where.render(scope);
    const done = report.votes.find((move) => move.edit === control.place);
    if (why) text(this.said, words.say(`refused.${why}`));
    else if (done && movedSeats(report) && !ctx.session.moving) {
      const values = { p: words.hundredths(points), n: done.moved, applied: done.applied };
      text(this.said, words.say("swing.moved", values));
    } else this.#sayMoving(points, Boolean(done), report);
    this.#press(points);
    this.skipped.render(done ?? { skipped: [], withoutVotes: 0 });
    // The answer holds for every value of this swing; only the other edits change it.
    this.ask(why ? null : { from, to, scope }, control.others);
    show(this.tips, !why);
    this.curve.render(control.state, !why, report);
  }

  #offer() {
    const { control, sides, ctx } = this;
    const { from, to } = control.state;
    /** @param {"from" | "to"} end */
    const refused = (end) => {
      const why = control.refusals(sides.all.map((id) => ({ [end]: id, points: 1 })));
      return new Set(sides.all.filter((_, i) => why[i]));
    };
    const [noFrom, noTo] = [refused("from"), refused("to")];
    // The other end may be chosen here: then the two swap.
    offerSides(this.from.control, sides.all, from, ctx.names, (id) => id !== to && noFrom.has(id));
    offerSides(this.to.control, sides.all, to, ctx.names, (id) => noTo.has(id));
  }

  /**
   * "3.68 points: 16 seats change hands."
   * @param {number} points
   * @param {boolean} applies whether any vote moves
   * @param {Glance} found
   */
  #sayMoving(points, applies, found) {
    const { words } = this.ctx;
    const n = movedSeats(found);
    const key = !applies ? "swing.nothing" : n ? "swing.moving" : "swing.none";
    text(this.said, points ? words.say(key, { p: words.hundredths(points), n }) : "");
  }

  /** @param {number} points */
  #press(points) {
    this.presets.forEach((one, i) => attr(one, "aria-pressed", String(points === PRESETS[i])));
  }

  /** Hundredths of a point of this swing. @param {Glance} found */
  pointsIn({ scenario: { edits } }) {
    const edit = edits[this.control.find(edits)];
    return edit && "swing" in edit ? edit.swing.points : 0;
  }

  /** What the slider itself does not say. @param {Glance} found */
  glance(found) {
    const place = this.control.find(found.scenario.edits);
    const points = this.pointsIn(found);
    const applies = found.votes.some(({ edit }) => edit === place);
    this.#sayMoving(points, applies, found);
    this.curve.render({ ...this.control.state, points }, true, found);
    this.#press(points);
  }
}

/** Constituencies that votes decide otherwise than declared. @param {Glance} report */
export const movedSeats = ({ changes }) => changes.filter(({ by }) => by === "votes").length;
