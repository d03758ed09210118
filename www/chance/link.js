/**
 * "How sure?" in an address, beside the scenario (NOTATION.md): `sure=580-200-INDIA-NDA--cST` is a
 * scatter of 5.8 points, an error in common of 2, and between whom and where votes move.
 */

/** @import { Context, LazyView } from "../types.d.ts" */
/** @import { Swing } from "../votes/edit-control.js" */
/** @import { Errors } from "./chance-model.js" */
/** @typedef {Errors & { swing: Pick<Swing, "from" | "to" | "scope"> | null }} Linked */

const NAME = "sure";
/** Milliseconds between two writes: browsers refuse pages that write more often. */
const PAUSE = 300;

/**
 * Opens the fold that the page's address names.
 * @param {Element} page @param {LazyView} votes
 */
export async function openSure(page, votes) {
  page.querySelector("#tab-votes")?.dispatchEvent(new Event("click"));
  const tool = await votes.open();
  const fold = tool?.node.querySelector(".sure-fold");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}

export class SureLink {
  #timer = 0;
  /** What the address will say; null: nothing. @type {string | null} */
  #text = null;

  /** @param {Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
  }

  /**
   * What the page's own address says, if that makes sense here; `swing` is null where the scenario
   * alone can say it.
   * @param {string[]} sides between whom a reader can move votes
   * @param {Errors} most
   * @returns {Linked | null}
   */
  read(sides, most) {
    const said = this.ctx.address.own && new URLSearchParams(location.search).get(NAME);
    if (!said || !/^\d{1,4}-\d{1,3}-/.test(said)) return null;
    const [first, second, from, to, ...where] = said.split("-");
    const [scatter, common] = [Number(first), Number(second)];
    if (scatter > most.scatter || common > most.common) return null;
    const known = from !== to && [from, to].every((id) => sides.includes(id));
    const swing = known ? this.#swing(["s", from, to, 1, ...where].join("-")) : null;
    return { scatter, common, swing };
  }

  /** The swing of a clause in the notation. @param {string} clause */
  #swing(clause) {
    try {
      const [edit] = this.ctx.session.core.parse(`0~1~~~${clause}`).edits;
      if (!("swing" in edit)) return null;
      const { from, to, scope } = edit.swing;
      return { from, to, scope };
    } catch {
      return null;
    }
  }

  /** The text that `read` understands. @param {Swing} swing @param {Errors} errors */
  write({ from, to, scope }, { scatter, common }) {
    const edits = [{ swing: { from, to, scope, points: 1 } }];
    const text = this.ctx.session.core.use((_, __, module) => module.formatScenario({ edits }));
    const [, , , , ...where] = text.slice(text.lastIndexOf("~") + 1).split("-");
    return [scatter, common, from, to, ...where].join("-");
  }

  /**
   * Keeps it in the address of the page, where that is our own; null takes it away.
   * @param {string | null} text
   */
  keep(text) {
    this.#text = text;
    if (!this.ctx.address.own || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      const url = this.#added(location.href);
      try {
        if (url !== location.href) history.replaceState(history.state, "", url);
      } catch {
        // A sandboxed page or a file may refuse; it then lives in the page only.
      }
    }, PAUSE);
  }

  /** The address of a scenario with what was kept last. @param {string} scenario */
  of(scenario) {
    return this.#added(this.ctx.address.of(scenario));
  }

  /** @param {string} address */
  #added(address) {
    const url = new URL(address);
    if (this.#text === null) url.searchParams.delete(NAME);
    else url.searchParams.set(NAME, this.#text);
    return url.href;
  }
}
