/** The count on the page: as of when it is, what changed, what it did to the reader's edits. */

import { attr, button, list, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { keyOf } from "./edit-state.js";
import { clock, nextSaid, standingSaid } from "./standing.js";

/** @import { Context, LazyView, Report } from "../types.d.ts" */
/** @import { Count } from "./count.js" */

/** Milliseconds between two looks at how old the figures are. */
const TICK = 10_000;

/** @param {Context} ctx @param {Count} count */
export function countView(ctx, count) {
  const { words } = ctx;
  const rehearsal = make("p", { class: "rehearsal" }, words.say("feed.rehearsal"));
  const said = make("span");
  const next = make("span", { class: "quiet-text" });
  const pause = button("", () => count.pause(!count.standing.paused), { class: "plain" });
  const line = make("p", { class: "count-line" }, said, " ", next, " ", pause);
  const corrected = make("p", { class: "quiet-text" });
  const moment = momentView(ctx, count);
  const overtaken = overtakenView(ctx, count, pause);
  const changed = folded(ctx, "feed.changed", "feed/changes.js", "changesView", count);
  const course = folded(ctx, "feed.timeline", "feed/timeline.js", "timelineView", count);
  const folds = make("div", { class: "count-folds" }, changed.node, course.node);
  const node = make(
    "div",
    { class: "count" },
    rehearsal,
    line,
    moment.node,
    corrected,
    overtaken.node,
    folds,
  );
  let timer = 0;

  /** What is said of the looks. */
  function tick() {
    const { standing } = count;
    text(said, standingSaid(standing, words));
    text(next, nextSaid(standing, words));
    text(pause, words.say(standing.paused ? "feed.resume" : "feed.pause"));
    show(pause, standing.update?.state !== "final" && !standing.moment);
  }

  /** @param {Report} report */
  function stand(report) {
    const { update, corrections } = count;
    show(rehearsal, Boolean(update?.rehearsal));
    show(folds, update !== null);
    show(corrected, corrections.size > 0);
    const seats = [...corrections.values()].map((one) => correctionSaid(one, ctx)).join(", ");
    text(corrected, seats && words.say("feed.corrected", { seats }));
    moment.render();
    overtaken.render(report);
    changed.render(report);
    course.render(report);
    tick();
  }

  /** @param {Report} report */
  function render(report) {
    count.compare(report);
    // What is said of a state of the count is said once it has been taken.
    if (!count.taking) stand(report);
  }

  /** @param {boolean} on */
  function follow(on) {
    clearTimeout(timer);
    const again = () => {
      tick();
      timer = setTimeout(again, TICK);
    };
    if (on) timer = setTimeout(again, TICK);
  }

  return { node, render, stand, follow };
}

/**
 * A link to the scenario on this very state, where it is kept; on such a state, one to the newest.
 * @param {Context} ctx @param {Count} count
 */
function momentView({ words, address, session }, count) {
  const link = make("a", {});
  const node = make("p", { class: "quiet-text" }, link);
  function render() {
    const { update } = count;
    const offered = address.own && update && (count.moment || update.kept);
    show(node, Boolean(offered));
    if (!offered) return;
    const url = new URL(address.of(session.text));
    if (count.moment) url.searchParams.delete("state");
    else url.searchParams.set("state", String(update.seq));
    attr(link, "href", url.href);
    const key = count.moment ? "feed.moment.newest" : "feed.moment.link";
    text(link, words.say(key, { at: clock(update.at) }));
  }
  return { node, render };
}

/**
 * @param {Context} ctx @param {string} key of its title
 * @param {string} path @param {string} name @param {Count} count
 * @returns {LazyView}
 */
function folded(ctx, key, path, name, count) {
  const inside = later(ctx, path, name, { args: [count] });
  const node = make(
    "details",
    { ontoggle: () => node.open && inside.open() },
    make("summary", {}, ctx.words.say(key)),
    inside.node,
  );
  const render = (/** @type {Report} */ report) => node.open && inside.render(report);
  return { ...inside, node, render };
}

/**
 * "Rajmahal (votes of 2 candidates)"
 * @param {import("../types.d.ts").SeatChange} change @param {Context} ctx
 */
function correctionSaid({ constituency, corrected }, { words, names }) {
  const what = corrected.map((one) =>
    words.say(`feed.corrected.${one.kind}`, "candidates" in one ? { n: one.candidates } : {}),
  );
  return `${names.seat(constituency)} (${what.join(", ")})`;
}

/**
 * Seats of the reader's that were declared for another: each is asked about once.
 * @param {Context} ctx @param {Count} count @param {HTMLElement} fallback gets the focus at the end
 */
function overtakenView(ctx, count, fallback) {
  const { words, session } = ctx;
  const node = make("ul", { class: "overtaken", role: "list" });
  /** @typedef {Report["scenario"]["edits"][number]} Stated */

  /** @param {Element} item @param {() => void} act */
  function answer(item, act) {
    const near = item.nextElementSibling ?? item.previousElementSibling;
    act();
    /** @type {HTMLElement} */ (near?.querySelector("button") ?? fallback).focus();
  }

  /** @param {Stated} edit */
  function build(edit) {
    const key = keyOf(edit);
    const said = make("span");
    const keep = button(words.say("feed.keep"), () =>
      answer(item, () => {
        count.answered.add(key);
        render(session.report);
      }),
    );
    const drop = button(words.say("feed.drop"), () =>
      answer(item, () => ctx.edit((edits) => edits.filter((one) => keyOf(one) !== key))),
    );
    const item = make("li", {}, said, " ", keep, " ", drop);
    return { node: item, said, keep, drop };
  }

  /** @param {Report} report */
  function render(report) {
    const edits = count.overtaken(report);
    list(node, edits, keyOf, build, (row, edit) => {
      const said = count.stateSaid(edit);
      text(row.said, said);
      attr(row.keep, "aria-label", words.say("feed.keep.long", { said }));
      attr(row.drop, "aria-label", words.say("feed.drop.long", { said }));
    });
    show(node, edits.length > 0);
  }

  return { node, render };
}
