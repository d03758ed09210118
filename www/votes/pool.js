/** Fought together: a party that had stood with a side and brought some of its voters. */

import { asking } from "../components/analysis-request.js";
import { attr, make, show, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { poolAssumes } from "../changes/summary.js";
import { offer } from "../components/side-select.js";
import { sliderView } from "../components/slider.js";

/** Hundredths of a percent. */
const MOST = 10_000;
const PRESETS = [null, 2500, 5000, 7500, 10_000];

/** @param {any} ctx @param {any} sides @param {any} held as of `votesView` */
export function poolView(ctx, sides, held) {
  const { words, names, session } = ctx;
  const joiner = sides.outside ?? sides.parties.at(-1);
  /** What the controls say; apart while `efficiency` is null. @type {any} */
  let state = {
    target: sides.first.find((id) => id !== joiner && id !== sides.first[0]) ?? sides.first[0],
    joiners: [joiner],
    efficiency: null,
  };

  const now = (changes) => ({ ...state, ...changes });
  const put = (changes, way) => {
    state = now(changes);
    if (state.efficiency !== null || held.place >= 0)
      way(held.with(state.efficiency === null ? null : state));
    else render(session.report);
  };
  const choose = (changes) => {
    session.settle();
    put(changes, ctx.edit);
  };

  // Several joiners, as a link may bring them, are one choice.
  const party = select(words.say("pool.party"), [], (value) =>
    choose({ joiners: value.split("+") }),
  );
  const target = select(words.say("pool.with"), [], (id) => choose({ target: id }));
  const percent = (value) =>
    value === null ? words.say("pool.apart") : `${words.number(value / 100)}\u00a0%`;
  const presets = PRESETS.map((efficiency) =>
    make(
      "button",
      { type: "button", class: "chip", onclick: () => choose({ efficiency }) },
      percent(efficiency),
    ),
  );
  const slider = sliderView(ctx, {
    label: words.say("pool.follow"),
    unit: "%",
    max: MOST,
    pointer: 100,
    keys: 100,
    live: (efficiency) => put({ efficiency }, ctx.preview),
  });
  const fine = make("details", {}, make("summary", {}, words.say("pool.fine")), slider.node);
  const said = make("p", { class: "said" });
  const reach = make("p", { class: "tips" });
  const assumes = make("p", { class: "quiet-text" });
  const node = make(
    "section",
    { class: "pool", "aria-label": words.say("pool") },
    make("h3", {}, words.say("pool")),
    make("div", { class: "between" }, party.node, target.node),
    make(
      "p",
      { class: "presets" },
      make("span", { class: "quiet-text" }, words.say("pool.presets")),
      ...presets,
    ),
    said,
    reach,
    assumes,
    fine,
  );
  node.hidden = !joiner;

  const ask = asking(ctx, (found) => {
    slider.ticks(found ? found.ticks.map(({ step }) => step) : []);
    text(reach, found ? reached(found) : "");
  });

  /** "No value gives NDA 41: at most 40, at 96.38 %." */
  function reached({ side, mark: m, needed, most: n, mostAt }) {
    const key = needed === null ? "pool.never" : needed === 0 ? "pool.always" : "pool.needs";
    return words.say(key, { side: names.label(side.id), m, n, p: words.percent(needed ?? mostAt) });
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    if (node.hidden) return;
    const found = held.follow(report, state);
    if (found) state = found;
    else if (!session.moving) state = now({ efficiency: null });
    const inside = (id, side) => id === side || names.alliances.get(side)?.parties.includes(id);
    const refused = (changes) => held.refused(now({ efficiency: 0, ...changes }));
    const joiners = state.joiners.join("+");
    offer(
      party,
      sides.parties,
      joiners,
      names,
      (id) => inside(id, state.target) || refused({ joiners: [id] }),
    );
    offer(
      target,
      sides.all,
      state.target,
      names,
      (id) => state.joiners.some((one) => inside(one, id)) || refused({ target: id }),
    );
    const why = refused({});
    presets.forEach((button, i) => {
      attr(button, "aria-pressed", String(state.efficiency === PRESETS[i]));
      button.disabled = Boolean(why);
    });
    slider.render(state.efficiency ?? 0, !why);
    const done = report.votes.find((one) => one.edit === held.place && one.kind === "pool");
    text(
      said,
      why
        ? words.say(`refused.${why}`)
        : done
          ? words.say("pool.moved", { n: done.moved, lost: done.lost, applied: done.applied })
          : "",
    );
    const { target: whom, joiners: who, scope = null } = state;
    ask(
      why ? null : { kind: "pool", target: whom, joiners: who, scope },
      report.scenario.edits.filter((_, i) => i !== held.place),
    );
    show(reach, !why);
    show(assumes, state.efficiency !== null);
    text(assumes, poolAssumes(state, ctx));
  }

  return { node, render };
}
