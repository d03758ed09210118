/** What a compact calculator offers at once: a few questions, and finding a seat. */

import { attr, button, list, make } from "../components/dom.js";
import { labelled } from "../components/fields.js";
import { bring } from "../core/assets.js";

/** @import { Context } from "../types.d.ts" */

/** Seats that are offered for what was typed. */
const OFFERED = 4;

/**
 * @param {Context} ctx
 * @param {(index: number) => void} open shows a constituency's card
 */
export function askView(ctx, open) {
  const { words, session } = ctx;
  const chips = ctx.questions.map(({ id, text, card }) => {
    const ask = () => (session.question === id ? ctx.load("") : ctx.load(text, id));
    return { id, chip: button(words.name(card.title), ask, { class: "ask-chip" }) };
  });
  const nodes = chips.map(({ chip }) => chip);
  const node = make("section", { class: "ask", "aria-label": words.say("questions") }, ...nodes);
  node.append(seatFinder(ctx, open));

  return {
    node,
    render() {
      for (const { id, chip } of chips) attr(chip, "aria-pressed", String(session.question === id));
    },
  };
}

/** @param {Context} ctx @param {(index: number) => void} open */
function seatFinder(ctx, open) {
  const { words, names, dataset } = ctx;
  const rows = dataset.constituencies.map((seat, index) => {
    const { id } = seat;
    return { id, seat, name: names.seat(id), index };
  });
  /** @type {Promise<{ found(query: string): typeof rows }> | null} */
  let finder = null;
  const load = async () => {
    const [{ finderOf }] = await Promise.all([bring("seats/search.js"), ctx.loadDetails()]);
    return finderOf(rows);
  };
  const found = make("p", { class: "chips" });
  const box = make("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.say("seats.hint"),
    oninput: seek,
    onkeydown: (/** @type {KeyboardEvent} */ { key }) => key === "Enter" && choose(),
  });

  async function seek() {
    try {
      finder ??= load();
      const { found: find } = await finder;
      const query = box.value.trim();
      list(
        found,
        query ? find(query).slice(0, OFFERED) : [],
        ({ id }) => id,
        ({ name, index }) => button(name, () => open(index), { class: "chip" }),
      );
    } catch (error) {
      finder = null;
      console.warn("seat-calculator:", error);
      ctx.notice(words.say("later.failed"));
    }
  }

  const choose = () => /** @type {HTMLElement | null} */ (found.firstElementChild)?.click();
  return make("div", {}, labelled(words.say("seats.find"), box, "find"), found);
}
