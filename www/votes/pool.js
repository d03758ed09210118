/** A pool: a party that had stood with a side and brought some of its voters. */

import { poolAssumes } from "../changes/summary.js";
import { analysisRequest } from "../components/analysis-request.js";
import { attr, button, make, show, text } from "../components/dom.js";
import { offerSides, presets, select } from "../components/fields.js";
import { Slider } from "../components/slider.js";
import { EditControl } from "./edit-control.js";

/** @import { Context, PoolReach, Report } from "../types.d.ts" */
/** @import { Pool } from "./edit-control.js" */
/** @import { Sides } from "./sides.js" */

/** The slider's end and steps, in hundredths of a percent. */
export const POOL_STEPS = { max: 10_000, pointer: 100, keys: 100 };
/** Hundredths of a percent; null: they stood apart. */
const PRESETS = [null, 2500, 5000, 7500, 10_000];

export class PoolView {
  said = make("p", { class: "said" });
  reach = make("p", { class: "tips" });
  assumes = make("p", { class: "quiet-text assumes" });

  /** @param {Context} ctx @param {Sides} sides */
  constructor(ctx, sides) {
    const { words, session } = ctx;
    const joiner = sides.outside ?? sides.parties.at(-1) ?? "";
    const [largest, ...others] = sides.first;
    const target = others.find((id) => id !== joiner) ?? largest;
    this.ctx = ctx;
    this.sides = sides;
    const state = { target, joiners: [joiner], efficiency: null };
    /** @type {EditControl<Pool>} */
    const control = new EditControl(ctx, "pool", state, { efficiency: null }, () =>
      this.render(session.report),
    );
    this.control = control;
    // Several joiners, as a link may bring them, are one choice.
    this.party = select(words.say("pool.party"), [], (ids) =>
      control.choose({ joiners: ctx.names.members(ids) }),
    );
    this.target = select(words.say("pool.with"), [], (id) => control.choose({ target: id }));
    this.presets = PRESETS.map((efficiency) =>
      button(
        efficiency === null ? words.say("pool.apart") : `${words.number(efficiency / 100)}\u00a0%`,
        () => control.choose({ efficiency }),
        { class: "chip" },
      ),
    );
    this.slider = new Slider(ctx, {
      label: words.say("pool.follow"),
      unit: "%",
      ...POOL_STEPS,
      live: (efficiency) => control.preview({ efficiency }),
      glance: (efficiency) => control.glance({ efficiency }),
    });
    this.ask = analysisRequest(ctx, "pool", (found) => {
      this.slider.ticks(found?.ticks.map(({ step }) => step) ?? []);
      text(this.reach, found ? this.#reached(found) : "");
    });
    this.node = this.#build();
    this.node.hidden = !joiner;
  }

  #build() {
    const { words } = this.ctx;
    return make(
      "section",
      { class: "pool", "aria-label": words.say("pool") },
      make("h3", {}, words.say("pool")),
      make("div", { class: "between" }, this.party.node, this.target.node),
      presets(words.say("pool.presets"), this.presets),
      this.said,
      this.reach,
      this.assumes,
      make("details", {}, make("summary", {}, words.say("pool.fine")), this.slider.node),
    );
  }

  /** "No value gives NDA 41: at most 40, at 96.38 %." @param {PoolReach} found */
  #reached({ side, mark: m, needed, most: n, mostAt }) {
    const { words, names } = this.ctx;
    const key = needed === null ? "pool.never" : needed === 0 ? "pool.always" : "pool.needs";
    const p = words.percent(needed ?? mostAt);
    return words.say(key, { side: names.label(side.id), m, n, p });
  }

  /** @param {Report} report */
  render(report) {
    if (this.node.hidden) return;
    const { control, ctx } = this;
    const { words } = ctx;
    control.follow(report);
    const { target, joiners, scope, efficiency } = control.state;
    const [why] = control.refusals([{ efficiency: 0 }]);
    this.#offer();
    this.presets.forEach((preset, i) => {
      attr(preset, "aria-pressed", String(efficiency === PRESETS[i]));
      preset.disabled = Boolean(why);
    });
    this.slider.render(efficiency ?? 0, !why);
    const done = report.votes.find((move) => move.edit === control.place);
    const moved = done && { n: done.moved, lost: done.lost, applied: done.applied };
    text(
      this.said,
      why ? words.say(`refused.${why}`) : moved ? words.say("pool.moved", moved) : "",
    );
    this.ask(why ? null : { target, joiners, scope }, control.others);
    show(this.reach, !why);
    text(this.assumes, efficiency === null ? "" : poolAssumes(control.state, ctx));
  }

  /** A party cannot join a side that it is of. */
  #offer() {
    const { control, sides, ctx } = this;
    const { names } = ctx;
    const { target, joiners } = control.state;
    const inside = (/** @type {string} */ id, /** @type {string} */ side) =>
      id === side || Boolean(names.alliances.get(side)?.parties.includes(id));
    const joined = sides.parties.map((id) => ({ joiners: [id], efficiency: 0 }));
    const noParty = control.refusals(joined);
    const noTarget = control.refusals(sides.all.map((id) => ({ target: id, efficiency: 0 })));
    offerSides(
      this.party.control,
      sides.parties,
      joiners.join("+"),
      names,
      (id) => inside(id, target) || Boolean(noParty[sides.parties.indexOf(id)]),
    );
    offerSides(
      this.target.control,
      sides.all,
      target,
      names,
      (id) => joiners.some((one) => inside(one, id)) || Boolean(noTarget[sides.all.indexOf(id)]),
    );
  }
}
