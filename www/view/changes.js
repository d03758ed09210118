/** What was changed: undo, redo, the list of edits, and sharing them. */

import { without } from "../app/edits.js";
import { attr, list, make, show, text } from "./dom.js";
import { declared, hypothesis, verdictSentence } from "./result.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Edit} Edit */

/** One edit in words. @param {Edit} edit @param {Report} report @param {any} ctx */
export function editSentence(edit, report, ctx) {
  const { words, names } = ctx;
  const party = (id) => names.label(id);
  const movement = (kind, from, to) => report.movements.find((one) => one.kind === kind && one.from === from && one.to === to);
  const moved = (key, kind, { from, to, members }) => {
    const done = movement(kind, from, to);
    const parts = [words.say(key, { n: done?.moved ?? members, party: party(from), to: to && party(to) })];
    if (done && kind === "cross") parts.push(words.say(done.reaches ? "edit.reaches" : "edit.below", { n: done.twoThirds, of: done.of }));
    if (done && done.moved < done.asked) parts.push(words.say("edit.fewer", { n: done.moved }));
    return parts.join(" · ");
  };
  if ("award" in edit) return awardSentence(edit.award, ctx);
  if ("realign" in edit) {
    const { party: id, alliance } = edit.realign;
    return words.say(alliance ? "edit.realign" : "edit.alone", { party: party(id), alliance: alliance && party(alliance) });
  }
  if ("stance" in edit) {
    const { for: ayes, notVoting } = edit.stance;
    const values = { who: ayes.map(party).join(" + ") || words.say("edit.nobody"), out: notVoting.map(party).join(", ") };
    return words.say(notVoting.length ? "edit.stance.out" : "edit.stance", values);
  }
  if ("cross" in edit) return moved("edit.cross", "cross", edit.cross);
  if ("absent" in edit) return moved("edit.absent", "absent", edit.absent);
  if ("resign" in edit) {
    return "constituency" in edit.resign ? words.say("edit.vacate", { seat: names.seat(edit.resign.constituency) }) : moved("edit.resign", "resign", edit.resign);
  }
  if ("house" in edit) {
    const { base, speaker } = edit.house;
    return words.say(speaker ? "edit.house.speaker" : "edit.house", { base: words.say(`base.name.${base}`), party: speaker && party(speaker) });
  }
  const within = (said, scope) => (scope ? `${said} · ${names.scope(scope)}` : said);
  if ("pool" in edit) {
    const { target, joiners, efficiency, scope } = edit.pool;
    return within(words.say("edit.pool", { joiners: joiners.map(party).join(" + "), target: party(target), e: words.percent(efficiency) }), scope);
  }
  const { from, to, points, scope, model } = edit.swing;
  const key = model === "proportional" ? "edit.swing.share" : "edit.swing";
  return within(words.say(key, { from: party(from), to: party(to), p: words.hundredths(points) }), scope);
}

/** "Dhanwar: BJP → JMM". */
function awardSentence({ constituency, candidate }, { words, names, session }) {
  const place = names.dataset.constituencies.findIndex((one) => one.id === constituency);
  const line = names.seats.get(constituency)?.candidates.find((one, i) => (one.serial ?? i + 1) === candidate);
  const was = session.baseline.constituencies.party[place];
  return words.say("edit.award", {
    seat: names.seat(constituency), from: was === 65535 ? words.say("edit.nobody") : names.label(session.baseline.parties[was].id),
    to: line ? names.label(line.party) : names.label(String(candidate)),
  });
}

/** @param {any} ctx */
export function changesView(ctx) {
  const { words, session } = ctx;
  const tool = (key, act) => make("button", { type: "button", class: "tool", onclick: act }, words.say(key));
  const undo = tool("history.undo", () => session.undo());
  const redo = tool("history.redo", () => session.redo());
  const reset = tool("history.reset", () => ctx.edit(() => [], null));
  const share = tool("share", () => toggleShare());
  attr(share, "aria-expanded", "false");
  const summary = make("summary");
  const edits = make("ul", { class: "edits", role: "list" });
  const fold = make("details", { class: "list" }, summary, edits);
  const none = make("p", { class: "quiet-text none-yet" }, words.say("history.none"));

  const copyable = (label) => {
    const field = make("textarea", { readonly: true, rows: "2", onfocus: () => field.select() });
    const button = make("button", { type: "button", onclick: () => copy(field, button) }, words.say("share.copy"));
    const name = make("span", {}, label);
    return { field, button, name, node: make("div", { class: "copy" }, make("label", {}, name, field), button) };
  };
  let used = false;
  const link = copyable("");
  const sentence = copyable(words.say("share.sentence"));
  const panel = make("div", { class: "share-panel" }, link.node, sentence.node);
  panel.hidden = true;
  const node = make("section", { class: "changes", "aria-label": words.say("history.list", { n: 2 }).replace(/^\S+ /, "") },
    make("p", { class: "toolbar" }, undo, redo, share, reset), fold, none, panel);

  async function copy(field, button) {
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      field.select();
    }
    text(button, words.say(done ? "share.copied" : "share.copy"));
    ctx.announce(words.say(done ? "share.copied" : "share.cannot"));
    setTimeout(() => text(button, words.say("share.copy")), 2000);
  }

  function toggleShare() {
    show(panel, panel.hidden);
    attr(share, "aria-expanded", String(!panel.hidden));
    renderShare(session.report);
    if (!panel.hidden) copy(link.field, link.button);
  }

  function renderShare(report) {
    if (panel.hidden) return;
    const address = ctx.address.of(report.scenario.text);
    text(link.name, words.say(report.edited.any ? "share.link" : "share.link.declared"));
    if (link.field.value !== address) link.field.value = address;
    const said = [words.name(ctx.dataset.title) + ".", hypothesis(report, ctx), verdictSentence(report, ctx), declared(report, ctx)].filter(Boolean).join(" ");
    if (sentence.field.value !== said) sentence.field.value = said;
  }

  /** The button that is gone for now stays a button, so that the keyboard does not lose its place. */
  const able = (button, can) => attr(button, "aria-disabled", can ? null : "true");

  function render(report) {
    // Out of the way until there is something to undo; then they stay, so that none vanishes under the keyboard.
    used ||= session.past.length > 0 || report.edited.any;
    for (const button of [undo, redo, reset]) show(button, used);
    able(undo, session.past.length > 0);
    able(redo, session.future.length > 0);
    able(reset, report.edited.any);
    const all = report.scenario.edits;
    show(fold, all.length > 0);
    show(none, all.length === 0);
    text(summary, words.say("history.list", { n: all.length }));
    list(edits, all, (edit) => JSON.stringify(edit), (edit) => {
      const name = make("span");
      const remove = make("button", { type: "button", class: "plain", onclick: () => {
        const line = remove.closest("li");
        const next = (line.nextElementSibling ?? line.previousElementSibling)?.querySelector("button") ?? undo;
        ctx.edit(without(session.edits.findIndex((one) => JSON.stringify(one) === JSON.stringify(edit))));
        next.focus();
      } }, words.say("history.remove"));
      const line = make("li", { class: "changed" }, name, " ", remove);
      line.parts = { name, remove };
      return line;
    }, ({ parts }, edit) => {
      const said = editSentence(edit, report, ctx);
      text(parts.name, said);
      attr(parts.remove, "aria-label", `${words.say("history.remove")}: ${said}`);
    });
    renderShare(report);
  }

  return { node, render };
}
