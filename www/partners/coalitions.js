/** All ways to the mark: every minimal winning coalition of the house as it sits, over parties or alliances, filtered by the core. */

import { stanceFor } from "../state/edits.js";
import { asking } from "../components/analysis-request.js";
import { attr, colour, list, make, prop, show, text } from "../components/dom.js";
import { radios, select } from "../components/fields.js";

/** @typedef {import("../pkg/seat_calculator.js").AllWays} AllWays */
/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** How many are listed, and how many more each time. */
const PAGE = 60;
/** An answer that takes longer than this shows that it does, ms: most come with the next frame. */
const PATIENCE = 150;
/** The core keeps no more pairs apart. */
const PAIRS = 8;

/** @param {any} ctx @param {(found: AllWays) => void} told of every answer */
export function waysView(ctx, told) {
  const { words, names, session } = ctx;
  const asked = {
    over: "parties",
    with: /** @type {string[]} */ ([]),
    without: /** @type {string[]} */ ([]),
    apart: /** @type {[string, string][]} */ ([]),
    first: PAGE,
  };

  const title = make("h3");
  const note = make("p", { class: "quiet-text" });
  const over = radios(
    words.say("ways.over"),
    "ways-over",
    ["parties", "alliances"].map((kind) => [kind, words.say(`ways.over.${kind}`)]),
    asked.over,
    (kind) => {
      Object.assign(asked, { over: kind, with: [], without: [], apart: [], first: PAGE });
      refilter();
    },
  );
  const only = (field) =>
    select(words.say(`ways.${field}`), [], (id) => {
      if (id && !asked[field].includes(id)) asked[field] = [...asked[field], id];
      refilter();
    });
  const pick = {
    with: only("with"),
    without: only("without"),
    one: select(words.say("ways.apart"), [], pair),
    other: select(words.say("ways.apart.and"), [], pair),
  };
  const fields = make(
    "div",
    { class: "fields" },
    pick.with.node,
    pick.without.node,
    pick.one.node,
    pick.other.node,
  );
  const chips = make("p", { class: "chips" });
  const count = make("p", { class: "count" });
  let patience = 0;
  /** Whether the reader asked: what an edit does to the count is no news of its own. */
  let wondered = false;
  const lines = make("ul", { class: "ways", role: "list" });
  const more = make("button", {
    type: "button",
    onclick: () => {
      asked.first += PAGE;
      again();
    },
  });
  const node = make(
    "section",
    { class: "all-ways" },
    title,
    note,
    over,
    fields,
    chips,
    count,
    lines,
    more,
  );
  /** @type {AllWays | null} */
  let found = null;

  function pair() {
    const ids = [pick.one.control.value, pick.other.control.value];
    if (!ids[0] || !ids[1]) return;
    if (ids[0] !== ids[1] && asked.apart.length < PAIRS)
      asked.apart = [...asked.apart, /** @type {[string, string]} */ (ids)];
    refilter();
  }

  function again() {
    put({ kind: "coalitions", ...asked });
    clearTimeout(patience);
    patience = setTimeout(
      () => attr(node, "class", node.hasAttribute("aria-busy") ? "all-ways waiting" : "all-ways"),
      PATIENCE,
    );
  }

  function refilter() {
    wondered = true;
    asked.first = PAGE;
    for (const { control } of Object.values(pick)) control.value = "";
    filters();
    again();
  }

  /** What is filtered, each to be taken off again. */
  function filters() {
    const of = (field, say) =>
      asked[field].map((id) => ({
        key: `${field} ${id}`,
        said: say(id),
        off: () => {
          asked[field] = asked[field].filter((one) => one !== id);
        },
      }));
    const label = (id) => names.label(id);
    const all = [
      ...of("with", (id) => words.say("ways.with.chip", { who: label(id) })),
      ...of("without", (id) => words.say("ways.without.chip", { who: label(id) })),
      ...of("apart", (ids) => words.say("ways.apart.chip", { a: label(ids[0]), b: label(ids[1]) })),
    ];
    show(chips, all.length > 0);
    list(
      chips,
      all,
      (one) => one.key,
      (one) =>
        make(
          "button",
          {
            type: "button",
            class: "chip remove",
            onclick: (event) => {
              const next =
                event.currentTarget.nextElementSibling ??
                event.currentTarget.previousElementSibling ??
                pick.with.control;
              one.off();
              refilter();
              next.focus();
            },
          },
          one.said,
        ),
      () => {},
    );
  }

  /** Those named, and only they, are For. */
  function choose(ids) {
    const inside = new Set(ids);
    const { partners } = session.report;
    const members =
      asked.over === "parties"
        ? ids
        : partners
            .filter((partner) => inside.has(partner.alliance ?? partner.id))
            .map((partner) => partner.id);
    ctx.edit(stanceFor(session.report, members));
  }

  function row({ ids }) {
    const seats = make("span", { class: "quiet-text" });
    const fill = make("span", { class: "bar-fill" });
    const track = make("span", { class: "way-bar", "aria-hidden": "true" }, fill);
    const node = make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "plain", onclick: () => choose(ids) },
        ids.map((id) => names.label(id)).join(" + "),
      ),
      seats,
      track,
    );
    return Object.assign(node, { parts: { seats, fill, track } });
  }

  const put = asking(
    ctx,
    (answer, error, report) => {
      attr(node, "class", "all-ways");
      if (!answer) {
        text(count, words.say(error.code === "too-many-players" ? "ways.tooMany" : "ways.failed"));
        list(lines, [], String, row, () => {});
        return show(more, false);
      }
      found = answer;
      const { players, quota, minimal } = answer;
      const seats = new Map(players.map((player) => [player.id, player.seats]));
      const named = [
        ["", words.say("ways.any")],
        ...players.map((player) => [player.id, names.label(player.id)]),
      ];
      for (const { control } of Object.values(pick)) options(control, named);
      const filtered = answer.count !== answer.all;
      const said = {
        n: minimal.length,
        count: words.number(BigInt(answer.count)),
        all: words.number(BigInt(answer.all)),
      };
      const form =
        answer.all === "0"
          ? "impossible"
          : answer.count === "0"
            ? "none"
            : !filtered
              ? answer.truncated
                ? "part"
                : "count"
              : answer.truncated
                ? "filtered.part"
                : "filtered";
      text(count, words.say(`ways.${form}`, { ...said, m: quota }));
      if (wondered) ctx.announce(count.textContent);
      wondered = false;
      list(
        lines,
        minimal.map((ids, i) => ({ ids, seats: answer.seats[i] })),
        (way) => way.ids.join(),
        row,
        ({ parts }, way) => {
          text(parts.seats, words.say("ways.seats", { n: way.seats }));
          prop(parts.track, "--of", report.house.base.n);
          prop(parts.track, "--mark", quota);
          prop(parts.fill, "--n", way.seats);
          list(
            parts.fill,
            way.ids,
            (id) => id,
            (id) => {
              const part = make("span", { class: "part" });
              colour(part, names.colour(id));
              return part;
            },
            (part, id) => prop(part, "--n", seats.get(id) ?? 0),
          );
        },
      );
      show(fields, answer.all !== "0");
      show(more, answer.truncated);
      text(more, words.say("ways.more", { n: PAGE }));
      told(answer);
    },
    node,
  );

  /** @param {Report} report */
  function render(report) {
    const m = report.house.mark;
    text(title, words.say("ways", { m }));
    text(note, words.say("ways.note", { m }));
    if (!found) text(count, words.say("ways.waiting"));
    again();
  }

  more.hidden = true;
  filters();
  return { node, render, choose };
}

/** Puts these in a list of choices, if they are not in it already. @param {HTMLSelectElement} control @param {string[][]} wanted */
function options(control, wanted) {
  const key = wanted.map(([id]) => id).join();
  if (control.dataset.ids === key) return;
  const { value } = control;
  control.replaceChildren(...wanted.map(([value, label]) => make("option", { value }, label)));
  control.value = wanted.some(([id]) => id === value) ? value : "";
  attr(control, "data-ids", key);
}
