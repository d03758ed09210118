/** How sure: the chance of a majority where seats do not move alike, under a stated assumption. */

import { analysisRequest } from "../components/analysis-request.js";
import { attr, button, make, show, text } from "../components/dom.js";
import { presets } from "../components/fields.js";
import { Slider } from "../components/slider.js";
import { dataTable, rowName, seatHeading, sideHeading } from "../components/table.js";
import { earlierElections } from "../dataset/earlier-elections.js";
import { loadWhole } from "../dataset/load-dataset.js";
import { ChanceModel } from "./chance-model.js";
import { chanceSentence, modelSentence, range, tenths } from "./chance-sentences.js";
import { histograms } from "./histograms.js";
import { SureLink } from "./link.js";
import { takeAway } from "./take-away.js";

/** @import { CalculatorError, Context, Dataset, Glance } from "../types.d.ts" */
/** @import { Likely, RowChances, Scatter, Successor } from "../pkg/seat_calculator.js" */
/** @import { SwingView } from "../votes/swing.js" */
/** @typedef {{ dataset: Dataset, successors: Successor[] }} Earlier */

/** Ends and steps of the sliders, in hundredths of a point. */
const SCATTER = { max: 1500, pointer: 10, keys: 10 };
const COMMON = { max: 500, pointer: 10, keys: 10 };
/** Scatter a reader may choose where nothing was measured, in hundredths of a point. */
const PRESETS = [100, 300, 500, 1000];

/** @param {Context} ctx @param {SwingView} swing */
export async function sureView(ctx, swing) {
  const [earlier] = ctx.dataset.facts?.includes("earlier") ? await earlierElections(ctx) : [];
  const known = earlier && { ...earlier, dataset: await loadWhole(earlier.election) };
  return new SureView(ctx, swing, known);
}

class SureView {
  /** What the reader chose, or null. @type {number | null} */
  #chosen = null;
  #common = 0;
  /** What was measured since the earlier election. @type {Scatter | null} */
  #measured = null;
  /** The data and the sides it is asked for. */
  #sides = "";
  /** Hundredths of a point that the page stands at. */
  #points = 0;
  #said = make("p", { class: "said" });
  #assumed = make("p", { class: "quiet-text" });
  #model = make("p", { class: "sure-model" });

  /** @param {Context} ctx @param {SwingView} swing @param {Earlier | undefined} earlier */
  constructor(ctx, swing, earlier) {
    const { words } = ctx;
    this.ctx = ctx;
    this.swing = swing;
    this.earlier = earlier;
    this.model = new ChanceModel(ctx);
    this.link = new SureLink(ctx);
    this.#follow();
    const scatter = (/** @type {number | null} */ value) => {
      // In steps of a tenth: a number typed with more digits is rounded.
      this.#chosen = value === null ? null : Math.round(value / 10) * 10;
      this.#draw();
    };
    const common = (/** @type {number} */ value) => {
      this.#common = value;
      this.#draw();
    };
    const unit = words.say("swing.unit");
    const moved = { live: scatter, glance: scatter };
    this.scatter = new Slider(ctx, {
      label: words.say("sure.scatter"),
      unit,
      ...SCATTER,
      ...moved,
    });
    const both = { live: common, glance: common };
    this.common = new Slider(ctx, { label: words.say("sure.common"), unit, ...COMMON, ...both });
    this.measured = button(words.say("sure.measured"), () => scatter(null), { class: "chip" });
    this.presets = PRESETS.map((value) =>
      button(tenths(value, ctx), () => scatter(value), { class: "chip" }),
    );
    this.chips = presets(words.say("sure.try"), [this.measured, ...this.presets]);
    this.histograms = histograms(ctx);
    this.rows = sidesTable(ctx);
    this.close = closeTable(ctx);
    this.away = takeAway(ctx, this.link);
    this.found = make(
      "div",
      { class: "sure-found" },
      this.#model,
      this.histograms.node,
      this.rows.node,
      this.close.node,
      this.away.node,
    );
    this.node = make(
      "div",
      { class: "behind sure" },
      this.#said,
      make("p", { class: "sure-name", "aria-hidden": "true" }, words.say("sure.scatter")),
      this.scatter.node,
      this.chips,
      this.#assumed,
      make("p", { class: "sure-name", "aria-hidden": "true" }, words.say("sure.common")),
      this.common.node,
      this.found,
    );
    this.ask = analysisRequest(ctx, "scatter", (found) => {
      this.#measured = found;
      this.#draw();
    });
  }

  /** Begins as the address says. */
  #follow() {
    const most = { scatter: SCATTER.max, common: COMMON.max };
    const linked = this.link.read(this.swing.sides.all, most);
    if (!linked) return;
    this.#chosen = linked.scatter;
    this.#common = linked.common;
    const { control } = this.swing;
    control.state = { ...control.state, ...linked.swing };
    this.swing.render(this.ctx.session.report);
  }

  get #scatter() {
    return this.#chosen ?? this.#measured?.scatter ?? null;
  }

  render() {
    if (!this.#shown()) return this.link.keep(null);
    const { points, from, to } = this.swing.control.state;
    this.#points = points;
    const { baseline, moving } = this.ctx.session;
    const sides = `${baseline.fingerprint} ${from} ${to}`;
    if (this.earlier && this.#sides !== sides && !moving) {
      this.#sides = sides;
      this.#measured = null;
      const { dataset, successors } = this.earlier;
      const pairs = successors.map(({ then, now }) => ({ then, now }));
      this.ask({ earlier: dataset, from, to, successors: pairs }, sides);
    }
    this.#draw();
  }

  /** @param {Glance} found */
  glance(found) {
    if (!this.#shown()) return;
    this.#points = this.swing.pointsIn(found);
    this.#draw();
  }

  /** Whether its fold is open, or it is not in one yet. */
  #shown() {
    return this.node.closest("details")?.open ?? true;
  }

  #draw() {
    const { ctx } = this;
    const { words } = ctx;
    const scatter = this.#scatter;
    this.scatter.render(scatter ?? 0);
    this.common.render(this.#common, scatter !== null);
    this.#say(scatter);
    this.presets.forEach((one, i) => attr(one, "aria-pressed", String(scatter === PRESETS[i])));
    if (scatter === null) return this.#nothing(words.say("sure.choose"));
    const swing = { ...this.swing.control.state, points: this.#points };
    const errors = { scatter, common: this.#common };
    try {
      this.#show(this.model.likely(swing, this.swing.control.others, errors), swing);
    } catch (thrown) {
      const { code } = /** @type {CalculatorError} */ (thrown);
      if (!code) throw thrown;
      const known = `refused.${code}`;
      this.#nothing(words.say(words.has(known) ? known : "asked.failed"));
    }
  }

  /** Where the scatter comes from. @param {number | null} scatter */
  #say(scatter) {
    const { words } = this.ctx;
    const found = this.#measured;
    const measured = found?.scatter ?? null;
    show(this.measured, measured !== null);
    attr(this.measured, "aria-pressed", String(scatter === measured));
    const title = this.earlier ? words.name(this.earlier.dataset.title) : "";
    const s = measured === null ? "" : tenths(measured, this.ctx);
    const since = { s, n: found?.constituencies, title };
    text(this.#assumed, measured === null ? "" : words.say("sure.since", since));
  }

  /** @param {string} why */
  #nothing(why) {
    text(this.#said, why);
    show(this.found, false);
  }

  /** @param {Likely} likely @param {import("../votes/edit-control.js").Swing} swing */
  #show(likely, swing) {
    const { ctx } = this;
    show(this.found, true);
    this.link.keep(this.link.write(swing, likely));
    text(this.#said, chanceSentence(likely, swing, ctx));
    text(this.#model, modelSentence(likely, ctx));
    this.histograms.render(likely);
    this.rows.render(likely.rows);
    show(this.close.node, likely.close.length > 0);
    this.close.render(likely.close);
    this.away.render(likely, swing);
  }
}

/** @param {Context} ctx */
function sidesTable(ctx) {
  const { words, names } = ctx;
  return dataTable({
    caption: words.say("sure.rows"),
    kind: "sure-table",
    key: (/** @type {RowChances} */ row) => row.row.id,
    columns: [
      { label: words.say("against.side"), build: sideHeading(names) },
      { label: words.say("sure.alike"), text: ({ seats }) => words.number(seats) },
      { label: words.say("sure.range"), text: (row) => range(row, ctx) },
      { label: words.say("sure.majority"), text: ({ hundred }) => words.number(hundred) },
    ],
  });
}

/** @param {Context} ctx */
function closeTable({ words, names }) {
  const label = (/** @type {Likely["close"][number]["shares"][number]} */ { row }) =>
    row ? rowName(names, row) : words.say("sure.level");
  return dataTable({
    caption: words.say("sure.close"),
    kind: "sure-table",
    visible: true,
    key: (/** @type {Likely["close"][number]} */ seat) => seat.constituency,
    columns: [
      {
        label: words.say("table.seat"),
        build: seatHeading(names, ({ shares }) =>
          shares
            .slice(1)
            .map((share) => `${label(share)} ${words.number(share.hundred)}`)
            .join(", "),
        ),
      },
      {
        label: words.say("sure.likeliest"),
        text: ({ shares: [first] }) => `${label(first)} ${words.number(first.hundred)}`,
      },
    ],
  });
}
