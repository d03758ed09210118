/** What the hand does with a picture of seats: pointing lights a seat wherever it is shown, choosing one opens its card. */

import { attr, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {any} ctx @param {any} picture the view whose `tiles` are the buttons in dataset order, with its `node`, `hint` and sentences */
export function handsOf(ctx, picture) {
  const { names, dataset, session } = ctx;
  const { map, hint, tiles, line, said } = picture;
  const title = make("h3");
  const card = make("div", { class: "seat-card", id: "seat-card", hidden: true }, title);
  let chosen = -1;
  let pointed = -1;
  let detail = null;
  (map.closest(".frame") ?? map).after(card);
  for (const tile of tiles) attr(tile, "aria-controls", "seat-card");

  /** An arrow key leads to the nearest seat on that side, as the buttons lie on the screen. @param {any} from @param {string} key */
  function move(from, key) {
    const [right, down] = ARROWS[key] ?? [0, 0];
    const middle = (tile) => {
      const { left, top, width, height } = tile.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const [x, y] = middle(from);
    let [best, least] = [from, Infinity];
    for (const tile of tiles) {
      const [u, v] = middle(tile);
      const along = (u - x) * right + (v - y) * down;
      const aside = Math.abs((u - x) * down + (v - y) * right);
      if (along > 1 && aside < along && along + aside < least)
        [best, least] = [tile, along + aside];
    }
    best.focus();
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index === chosen ? -1 : index;
    tiles.forEach((tile, i) => attr(tile, "aria-expanded", String(i === chosen)));
    show(card, chosen >= 0);
    detail?.node.remove();
    detail = null;
    if (chosen < 0) return;
    detail = later(ctx, "seats/detail.js", "seatView", {
      args: [dataset.constituencies[chosen].id],
    });
    card.append(detail.node);
    detail.open().then(offer);
    render(session.report);
  }

  /** Offers the other colours, once there is a word for them; then, or once another picture was chosen, they have their own control. */
  function offer() {
    const { node, open } = picture.others;
    if (node.firstChild) return;
    const { words } = ctx;
    node.append(
      make(
        "button",
        {
          type: "button",
          class: "plain",
          onclick: () => open().then((view) => view?.choose("tiles")),
        },
        `${words.say("shade")}: ${words.say("shade.winner")}`,
      ),
    );
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    // What the election before made of it is said once a card has brought it.
    text(
      hint,
      pointed < 0
        ? chosen < 0
          ? ctx.words.say("tiles.hint")
          : ""
        : [said(report, pointed), ctx.before?.line(dataset.constituencies[pointed].id)]
            .filter(Boolean)
            .join(". "),
    );
    if (!detail) return;
    title.replaceChildren(
      names.seat(dataset.constituencies[chosen].id),
      " ",
      make("small", {}, line(report, chosen)),
    );
    detail.render(report);
  }

  /** Every node that shows a seat carries its id; one stop for the Tab key is the tile last visited. @param {Element} target @param {Element} page */
  function point(target, page) {
    const id = target.closest("[data-seat]")?.getAttribute("data-seat");
    const index = dataset.constituencies.findIndex((seat) => seat.id === id);
    if (tiles[index]?.matches(":focus"))
      tiles.forEach((tile, i) => attr(tile, "tabindex", i === index ? null : "-1"));
    if (index === pointed) return;
    pointed = index;
    picture.lit?.(index);
    for (const lit of page.querySelectorAll("[data-lit]")) attr(lit, "data-lit", null);
    if (id)
      for (const seat of page.querySelectorAll(`[data-seat="${CSS.escape(id)}"]`))
        attr(seat, "data-lit", true);
    render(session.report);
  }

  return { move, choose, render, point };
}
