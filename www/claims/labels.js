/** How ids, numbers and places of a claim are said, and which part of the page shows a figure. */

import { Names } from "../dataset/names.js";

/** @import { ClaimFigure, Printed } from "../pkg/seat_calculator.js" */
/** @import { Context, Dataset } from "../types.d.ts" */
/** @import { Words } from "../i18n/messages.js" */

/**
 * The fold of facts that shows a measure; others are in the table of parties, the verdict, or the
 * card of their seat.
 * @type {Record<string, string>}
 */
const FACTS = {
  contested: "table",
  wins: "table",
  lost: "table",
  strike: "table",
  share: "table",
  "valid-share": "table",
  "seat-share": "table",
  votes: "table",
  "votes-ahead": "table",
  "share-ahead": "table",
  "more-votes": "table",
  deposits: "table",
  places: "table",
  close: "table",
  exceeds: "ballots",
  retained: "then",
  "seats-then": "then",
  gain: "then",
  loss: "then",
  "share-then": "then",
  "share-gain": "then",
  "share-loss": "then",
  best: "then",
  worst: "then",
};
const VERDICT = ["mark", "house", "above", "short", "majority", "needed", "members"];

export class ClaimLabels {
  /** @param {Context} ctx @param {Words} words of the claim check @param {Dataset} dataset */
  constructor(ctx, words, dataset) {
    this.ctx = ctx;
    this.words = words;
    this.dataset = dataset;
    this.names = dataset === ctx.dataset ? ctx.names : new Names(dataset, ctx.words);
  }

  /** A party, alliance, candidate, or all others. @param {string} id */
  who(id) {
    if (id === "others") return this.words.say("others");
    if (id === "NOTA") return this.ctx.words.language === "hi" ? "नोटा" : "NOTA";
    const [seat, serial] = id.split(".");
    return serial ? this.names.candidate(seat, Number(serial)) || id : this.names.label(id);
  }

  /** @param {NonNullable<ClaimFigure["place"]>} place */
  place({ kind, id }) {
    if (kind === "constituency") return this.names.seat(id);
    const { categories, divisions, districts, parliamentary, phases } = this.dataset;
    /** @type {Record<string, { id: string, name?: import("../types.d.ts").Name }[] | undefined>} */
    const lists = {
      category: categories,
      division: divisions,
      district: districts,
      parliamentary,
      phase: phases?.map((phase) => ({ id: phase.id })),
    };
    return this.ctx.words.name(lists[kind]?.find((one) => one.id === id)?.name ?? id);
  }

  /** What a value speaks of: an id of this election, of a place or of another election. @param {string} id */
  any(id) {
    if (/^\d+$/.test(id)) return this.names.seat(id);
    return this.who(id);
  }

  /** A value as the core printed it, grouped. @param {string} value */
  value(value) {
    const [whole, rest] = value.replace("-", "").split(".");
    const sign = value.startsWith("-") ? "−" : "";
    return sign + this.words.number(Number(whole)) + (rest ? `.${rest}` : "");
  }

  /** The election a claim is held against. */
  get title() {
    return this.ctx.words.name(this.dataset.title);
  }

  /**
   * Goes to the part of the page that shows a figure.
   * @param {ClaimFigure} figure
   * @param {HTMLElement} from in the page
   */
  show(figure, from) {
    const page = from.closest(".page");
    const seat =
      figure.place?.kind === "constituency"
        ? figure.place.id
        : figure.who?.find((id) => id.includes("."))?.split(".")[0];
    const fact = FACTS[figure.measure];
    /** Goes to the first of the selectors that is there. @param {string[]} selectors */
    const go = (...selectors) => {
      const all = selectors.map((selector) => page?.querySelector(selector));
      const found = all.find((node) => node instanceof HTMLElement);
      if (!(found instanceof HTMLElement)) return;
      const fold = found.closest("details");
      if (fold) fold.open = true;
      found.scrollIntoView({ block: "center" });
      if (found.matches("button")) found.click();
      else if (found.tabIndex < 0) found.tabIndex = -1;
      found.focus({ preventScroll: true });
    };
    const card = seat && `button[data-seat="${CSS.escape(seat)}"]`;
    // A small calculator has no fold of facts.
    const hasFacts = page?.getAttribute("data-mode") === "full";
    if (card && page?.querySelector(card)) go(card);
    else if (fact && hasFacts) this.ctx.openFact(fact);
    else if (VERDICT.includes(figure.measure)) go("[part=answer]");
    else go("[part=parties]", "[part=bars]", "[part=answer]");
  }
}

/** A printed number as it stands in a field: "33.18". @param {Printed} number */
export function printedText({ digits, decimals = 0 }) {
  const text = String(digits).padStart(decimals + 1, "0");
  return decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text;
}

/**
 * What a reader typed as a number, with the unit and bound it had; undefined if it is none.
 * @param {string} typed @param {Printed} [before] @returns {Printed | undefined}
 */
export function readPrinted(typed, before) {
  const plain = typed.trim().replaceAll(/[,\s]/g, "");
  const found = /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(plain);
  if (!found) return undefined;
  const [, whole, rest = ""] = found;
  return {
    unit: before?.unit ?? 1,
    bound: before?.bound ?? "exact",
    digits: Number(whole + rest),
    decimals: rest.length,
  };
}
