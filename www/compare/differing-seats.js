/** The seats in which two scenarios differ, by who holds them in each; each opens its card. */

import { changesSaid } from "../changes/summary.js";
import { button, list, make, show, text } from "../components/dom.js";
import { grouped } from "../dataset/names.js";

/** @import { Comparison, Context } from "../types.d.ts" */
/** @typedef {Comparison["seats"][number]} Difference */

/** Seats that are named before the list is opened. */
const NAMED = 3;

/** @param {Context} ctx @param {(index: number) => void} open shows a constituency's card */
export function differingSeats(ctx, open) {
  const { words, names } = ctx;
  const title = make("b");
  const which = make("span", { class: "quiet-text" });
  const groups = make("ul", { role: "list" });
  const order = make("p", { class: "quiet-text" }, words.say("compare.order"));
  const summary = make("summary", {}, title, " ", which);
  const fold = make("details", { class: "compare-seats" }, summary, order, groups);
  fold.addEventListener("toggle", () => fill());
  const onPaper = make("p", { class: "paper" });
  const node = make("div", {}, fold, onPaper);
  /** @type {Difference[]} */
  let seats = [];

  /** @param {Comparison} found */
  function render(found) {
    seats = found.seats;
    const n = seats.length;
    text(title, words.say(n ? "compare.differ" : "compare.differ.none", { n }));
    const some = seats.slice(0, NAMED).map(({ constituency }) => names.seat(constituency));
    text(which, some.join(", ") + (n > NAMED ? " …" : ""));
    const changes = seats.map(({ constituency, kept, shown }) => ({
      ...{ constituency, from: kept, to: shown },
      by: /** @type {const} */ ("votes"),
    }));
    text(onPaper, changesSaid(changes, words.say("edit.nobody"), ctx));
    show(onPaper, n > 0);
    fill();
  }

  /** Buttons are made for a list that is open. */
  function fill() {
    if (!fold.open) return;
    list(
      groups,
      byHolders(),
      ({ name }) => name,
      () => groupRow(),
      (row, { name, all }) => {
        text(row.name, name);
        text(row.count, words.number(all.length));
        list(
          row.seats,
          all,
          ({ constituency }) => constituency,
          ({ constituency }) => seatButton(constituency, name),
        );
      },
    );
  }

  /** "INC → BJP", and the seats for which that is so; most seats first. */
  function byHolders() {
    const label = (/** @type {Difference["kept"]} */ side) =>
      side ? names.label(side.party) : words.say("edit.nobody");
    const groups = grouped(seats, ({ kept, shown }) => `${label(kept)} → ${label(shown)}`);
    return [...groups]
      .map(([name, all]) => ({ name, all }))
      .sort((a, b) => b.all.length - a.all.length);
  }

  function groupRow() {
    const [name, count] = [make("span"), make("small")];
    const chips = make("p", { class: "chips" });
    const head = make("p", { class: "compare-group" }, name, " ", count);
    return { node: make("li", {}, head, chips), name, count, seats: chips };
  }

  /** @param {string} id @param {string} holders */
  function seatButton(id, holders) {
    const at = ctx.dataset.constituencies.findIndex((seat) => seat.id === id);
    const label = `${names.seat(id)}: ${holders}`;
    return button(names.seat(id), () => open(at), {
      class: "chip",
      "data-seat": id,
      "aria-label": label,
    });
  }

  return { node, render };
}
