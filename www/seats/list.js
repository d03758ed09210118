/** Flip seats: every constituency as a row that can be searched, sorted, filtered, given away and opened. */

import { award, resetSeat } from "../state/edits.js";
import { attr, colour, make, prop, show, swatch, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { fold, later } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";
import { differing, NOBODY, seatLine } from "./line.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** Margins below this share of valid votes are close; hundredths of a percent. */
const CLOSE = 500;
/** Rows that are laid out together, or not at all while out of sight. */
const CHUNK = 40;

/** @param {any} ctx */
export function seatsView(ctx) {
  const { words, names, dataset, session } = ctx;
  const base = session.baseline.constituencies;
  /** The margin of the votes as moved; a seat given away has none, and keeps the place of its declared one. @param {number} index */
  const marginOf = (index) => {
    const { marginShare } = report.constituencies;
    return Number.isNaN(marginShare[index]) ? base.marginShare[index] : marginShare[index];
  };
  const moves = ({ scenario }) =>
    JSON.stringify(scenario.edits.filter((edit) => "swing" in edit || "pool" in edit));
  const parties = session.baseline.parties.map((party) => party.id);
  const state = {
    query: "",
    filter: "close",
    sort: "closest",
    district: "",
    category: "",
    phase: "",
    party: "",
  };
  /** @type {Report} */
  let report = session.baseline;
  let rendered = null;

  const partyAt = (index) => (index === NOBODY ? "" : parties[index]);
  const label = (index) =>
    index === NOBODY ? words.say("edit.nobody") : names.label(parties[index]);

  const rows = dataset.constituencies.map((seat, index) => row(seat, index));

  function row(seat, index) {
    const id = seat.id;
    const parts = {
      swatch: swatch(),
      name: make(
        "button",
        {
          type: "button",
          class: "seat-name plain",
          id: `seat-${id}`,
          "aria-expanded": "false",
          onclick: () => open(index),
        },
        words.name(seat.name),
      ),
      line: make("span", { class: "seat-line" }),
      share: make("span", { class: "seat-share" }),
      give: make("button", {
        type: "button",
        class: "give",
        id: `give-${id}`,
        "aria-labelledby": `give-${id} seat-${id}`,
        onclick: () => give(index),
      }),
      detail: /** @type {any} */ (null),
    };
    const node = make(
      "div",
      { class: "seat", role: "listitem", "data-seat": id },
      parts.swatch,
      make("span", { class: "seat-text" }, parts.name, " ", parts.line),
      parts.share,
      parts.give,
    );
    return { id, index, seat, node, parts, name: words.name(seat.name) };
  }

  function give(index) {
    const { id } = rows[index];
    const c = report.constituencies;
    if (c.changed[index]) ctx.edit(resetSeat(id));
    else if (c.runnerUp[index]) ctx.edit(award(id, c.runnerUp[index]));
  }

  function open(index) {
    const { parts, node, id } = rows[index];
    if (!parts.detail) {
      parts.detail = later(ctx, "seats/detail.js", "seatView", { args: [id] });
      node.append(parts.detail.node);
      parts.detail.node.hidden = true;
    }
    const opening = parts.detail.node.hidden;
    if (opening) parts.detail.open().then((view) => view?.render(session.report));
    show(parts.detail.node, opening);
    attr(parts.name, "aria-expanded", String(opening));
  }

  function patch({ seat, index, node, parts }) {
    const c = report.constituencies;
    const changed = c.changed[index] !== 0;
    colour(parts.swatch, names.colour(partyAt(c.party[index])));
    attr(parts.swatch, "class", c.party[index] === NOBODY ? "swatch empty" : "swatch");
    text(parts.line, seatLine(ctx, report, index));
    text(
      parts.share,
      Number.isNaN(c.marginShare[index])
        ? ""
        : words.say("seat.margin", { share: words.hundredths(c.marginShare[index]) }),
    );
    attr(node, "class", changed ? "seat changed" : "seat");
    const byHand = report.scenario.edits.some(
      (edit) =>
        ("award" in edit && edit.award.constituency === seat.id) ||
        ("resign" in edit && edit.resign.constituency === seat.id),
    );
    text(
      parts.give,
      changed && byHand
        ? c.changed[index] === 1 && base.party[index] !== NOBODY
          ? words.say("seat.back", { party: label(base.party[index]) })
          : words.say("seat.reset")
        : words.say("seat.give", { party: label(c.runnerUpParty[index]) }),
    );
    attr(parts.give, "class", changed && byHand ? "give back" : "give");
    show(parts.give, (changed && byHand) || c.runnerUp[index] !== 0);
  }

  /** All rows anew, now that candidates have names. @param {Report} next */
  function named(next) {
    rendered = null;
    render(next);
  }

  /** @param {Report} next */
  function render(next) {
    const before = rendered;
    report = rendered = next;
    // What an edit says must not be talked over by what was found before it.
    clearTimeout(seek.timer);
    differing(before, next, (i) => patch(rows[i]));
    for (const {
      parts: { detail },
    } of rows)
      if (detail && !detail.node.hidden) detail.render(next);
    // Moved votes make other seats close; while a slider moves, the list waits.
    if (!session.moving && moves(next) !== listed && !state.query) choose();
    // What is no longer changed stays in the list until the reader filters again: a row must not leave under a finger.
    if (state.filter === "changed" && !state.query) {
      const arrived = rows.filter(
        (one) => next.constituencies.changed[one.index] && !placed.has(one),
      );
      if (arrived.length || !placed.size) fill([...placed, ...arrived]);
    }
    text(
      changedLabel,
      words.say("seats.changed") +
        (next.changes.length ? ` (${words.number(next.changes.length)})` : ""),
    );
  }

  /** Finds names; here once a reader begins to look for one. @type {any} */
  let finder = null;

  async function search() {
    const [{ finderOf }] = await Promise.all([bring("seats/search.js"), ctx.loadDetails()]);
    finder ??= finderOf(rows);
    return finder;
  }

  const orders = {
    closest: (a, b) => order(marginOf(a.index), marginOf(b.index)),
    name: (a, b) => words.collator.compare(a.name, b.name),
    number: (a, b) => a.index - b.index,
    party: (a, b) => base.party[a.index] - base.party[b.index] || orders.closest(a, b),
  };
  const order = (a, b) => (Number.isNaN(a) ? 1 : 0) - (Number.isNaN(b) ? 1 : 0) || a - b || 0;

  function chosen() {
    if (state.query) return finder.found(state.query);
    const c = report.constituencies;
    return rows
      .filter(
        ({ seat, index }) =>
          (state.filter === "all" ||
            (state.filter === "close" ? marginOf(index) < CLOSE : c.changed[index] !== 0)) &&
          ["district", "category", "phase"].every(
            (field) => !state[field] || seat[field] === state[field],
          ) &&
          (!state.party || partyAt(c.party[index]) === state.party),
      )
      .sort(orders[state.sort]);
  }

  const listNode = make("div", {
    class: "seats",
    role: "list",
    "aria-label": words.say("tool.flip"),
  });
  const count = make("p", { class: "count quiet-text" });
  const none = make("p", { class: "none" });
  let placed = new Set();
  /** How votes had been moved when the list was made. */
  let listed = "[]";

  /** Puts rows into the list, in chunks that the browser may leave out of layout while they are out of sight. */
  function fill(wanted) {
    placed = new Set(wanted);
    listed = moves(report);
    const chunks = [];
    for (let i = 0; i < wanted.length; i += CHUNK) {
      const part = wanted.slice(i, i + CHUNK);
      const chunk = make(
        "div",
        { class: "chunk", role: "presentation" },
        ...part.map((one) => one.node),
      );
      prop(chunk, "--rows", part.length);
      chunks.push(chunk);
    }
    listNode.replaceChildren(...chunks);
    show(listNode, wanted.length > 0);
    text(count, words.say("seats.count", { n: wanted.length, H: rows.length }));
    show(none, !wanted.length);
    none.replaceChildren();
    if (wanted.length) return;
    if (!state.query) {
      none.append(
        words.say(
          state.filter === "changed" && !report.changes.length
            ? "seats.noneChanged"
            : "seats.noneFilter",
        ),
      );
      return;
    }
    none.append(words.say("seats.none", { query: state.query }));
    const near = finder.nearest(state.query);
    if (near.length) none.append(" ", words.say("seats.try"), " ");
    for (const one of near) {
      none.append(
        make(
          "button",
          {
            type: "button",
            class: "plain",
            onclick: () => {
              box.value = one;
              seek();
              box.focus();
            },
          },
          one,
        ),
        " ",
      );
    }
  }

  function choose() {
    // What is looked for is looked for everywhere: no filter applies, and none is marked.
    for (const input of filters.querySelectorAll("input"))
      input.checked = !state.query && input.value === state.filter;
    fill(chosen());
  }

  async function seek() {
    try {
      attr(listNode, "aria-busy", "true");
      await search();
    } catch (error) {
      console.warn("seat-calculator:", error);
      ctx.notice(words.say("later.failed"), { act: seek, label: words.say("load.retry") });
      return;
    } finally {
      attr(listNode, "aria-busy", null);
    }
    // What stands there by now: who waited for the search may have typed on.
    state.query = box.value.trim();
    choose();
    clearTimeout(seek.timer);
    seek.timer = setTimeout(
      () => ctx.announce(placed.size ? count.textContent : none.textContent),
      600,
    );
  }

  // What fails here is asked for again, and said, with the first letter.
  const box = make("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.say("seats.hint"),
    onfocus: () => search().catch(() => {}),
    oninput: seek,
  });
  const pick = (field) => (value) => {
    state[field] = value;
    if (state.query) box.value = state.query = "";
    choose();
  };
  const filters = radios(
    words.say("seats.show"),
    "filter",
    [
      ["close", words.say("seats.close")],
      ["all", words.say("seats.all")],
      ["changed", words.say("seats.changed")],
    ],
    state.filter,
    pick("filter"),
  );
  const changedLabel = filters.lastChild.lastChild;
  const more = fold(ctx, words.say("seats.more"), "seats/filters.js", "filtersView", {
    class: "more",
    args: [pick],
  });

  const node = make(
    "div",
    { class: "flip" },
    make("label", { class: "find" }, make("span", {}, words.say("seats.find")), box),
    make("div", { class: "choose" }, filters, count),
    more.node,
    none,
    listNode,
  );
  choose();

  return { node, render, named };
}
