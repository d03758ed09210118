/** What colours stand for in a picture of seats; one choice for all pictures of a house. */

import { analysisRequest } from "../components/analysis-request.js";
import { bring } from "../core/assets.js";
import { rowName } from "../components/table.js";
import { sidesOf } from "../votes/sides.js";
import { GREY, SLATE, mixOf, scaleLines } from "./colour-scale.js";
import { paintHolder, placeModes, resultModes } from "./plain-modes.js";

/** @import { Close, Context, Report, SeatThen, Then as Comparison } from "../types.d.ts" */
/** @import { PreviousElection } from "../dataset/previous-election.js" */
/** @import { KeyLine } from "../result/holders.js" */
/** @import { Mode, Paint } from "./plain-modes.js" */

/** Votes that must switch. @type {import("./colour-scale.js").Steps} */
const SWITCHES = [
  [1000, 100],
  [2500, 80],
  [5000, 60],
  [10_000, 40],
  [20_000, 25],
  [Infinity, 12],
];
/** Percent of its colour that a seat has which stayed with its party. */
const HELD = 30;
/**
 * What else a seat shows, by how it passed from the election before.
 * @type {Record<SeatThen["kind"], Partial<Paint>>}
 */
const SINCE = { held: { mix: HELD }, changed: { sign: "+" }, new: { sign: "+" }, empty: {} };

export class ColourModes {
  kind = "winner";
  /** Whether what the mode needs did not come, or is on its way. */
  failed = false;
  waiting = false;
  /** Told of every new choice and every answer. @type {(() => void)[]} */
  #listeners = [];
  /** @type {PreviousElection | null} */
  #before = null;
  /** The comparison with it, once for each report. */
  #compared = {
    report: /** @type {Report | null} */ (null),
    found: /** @type {Comparison | null} */ (null),
  };
  /** @type {Close | null} */
  #close = null;
  /** The side and scenario that the switch costs were asked for. */
  #asked = "";

  /** @param {Context} ctx */
  constructor(ctx) {
    const { first, parties } = sidesOf(ctx);
    this.ctx = ctx;
    this.sides = [...new Set([...first, ...parties])];
    this.side = this.sides[0];
    /** @type {Record<string, Mode>} */
    this.modes = resultModes(ctx);
    if (ctx.dataset.facts?.includes("earlier")) this.modes.since = this.#since();
    this.modes.switch = this.#switch();
    Object.assign(this.modes, placeModes(ctx));
    this.ask = analysisRequest(ctx, "close", (answer, error) => {
      this.#close = answer;
      this.#settle(Boolean(error));
    });
  }

  /** @param {() => void} listener */
  follow(listener) {
    this.#listeners.push(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /** @param {boolean} failed */
  #settle(failed) {
    this.waiting = false;
    this.failed = failed;
    this.#tell();
  }

  /** @param {{ kind?: string, side?: string }} choice */
  choose(choice) {
    Object.assign(this, choice);
    this.failed = this.waiting = false;
    this.#asked = "";
    this.render();
    this.#tell();
  }

  /** Asks for what the mode needs. What moves still is asked about when it has come to rest. */
  render() {
    const { session } = this.ctx;
    if (this.kind === "since" && !this.#before && !this.waiting && !this.failed) {
      this.waiting = true;
      this.#loadBefore();
    }
    const wanted = `${this.side} ${session.text} ${session.round}`;
    if (this.kind === "switch" && !session.moving && wanted !== this.#asked) {
      this.#asked = wanted;
      this.waiting = true;
      this.ask({ side: this.side });
    }
  }

  async #loadBefore() {
    try {
      const [{ previousElection }] = await Promise.all([
        bring("dataset/previous-election.js"),
        this.ctx.loadFullCore(),
      ]);
      this.#before = await previousElection(this.ctx);
    } catch (error) {
      console.warn("seat-calculator:", error);
    }
    this.#settle(!this.#before);
  }

  /** @param {Report} report */
  paint(report) {
    return this.modes[this.kind].paint(report);
  }

  /** @param {Report} report @returns {{ who: KeyLine[], rows: KeyLine[], sentence: string }} */
  legend(report) {
    const { who, lines, said } = this.modes[this.kind];
    return { who: who?.(report) ?? [], rows: lines?.(report) ?? [], sentence: said?.() ?? "" };
  }

  /** @param {Report} report */
  #compare(report) {
    if (this.#before && this.#compared.report !== report) {
      this.#compared = { report, found: this.#before.compare() };
    }
    return this.#compared.found;
  }

  /** Change since the election before. @returns {Mode} */
  #since() {
    const { words, names } = this.ctx;
    const holder = paintHolder(this.ctx);
    return {
      paint: (report) => {
        const found = this.#compare(report);
        return (i) => ({ ...holder(report)(i), ...(found && SINCE[found.seats[i].kind]) });
      },
      lines: (report) => {
        const found = this.#compare(report);
        if (!found) return [];
        const { held: n, changed } = found;
        const rows = found.parties.filter((one) => one.now).sort((a, b) => b.now - a.now);
        return [
          { label: words.say("shade.since.held", { n }), hex: SLATE, mix: HELD },
          { label: words.say("shade.since.gained", { n: changed }), hex: SLATE },
          ...rows.map(({ row, held, gained }) => {
            const party = rowName(names, row);
            const label = words.say("shade.since.row", { party, held, gained });
            return { label, hex: names.colour(row.id) };
          }),
        ];
      },
      said: () => {
        const title = this.#before?.title;
        return title ? words.say("shade.since.key", { title }) : "";
      },
    };
  }

  /** Votes to switch. @returns {Mode} */
  #switch() {
    const { ctx } = this;
    const { words, names, dataset } = ctx;
    const all = () => (this.#close ? [...this.#close.gains, ...this.#close.losses] : []);
    return {
      paint: () => {
        const gains = this.#close?.gains.length ?? 0;
        const seats = all().map(({ constituency, to, switch: votes }, i) => {
          const hex = names.colour(to.party) ?? "";
          const sign = i < gains ? "+" : "−";
          return /** @type {const} */ ([constituency, { hex, mix: mixOf(SWITCHES, votes), sign }]);
        });
        const paints = new Map(seats);
        return (i) => paints.get(dataset.constituencies[i].id) ?? { hex: GREY, mix: 0 };
      },
      lines: () => {
        if (!this.#close) return [];
        const number = (/** @type {number} */ bound) => words.number(bound);
        const parties = [...new Set(all().map((seat) => seat.to.party))];
        return [
          ...scaleLines(SWITCHES, SLATE, "", number, ctx),
          ...parties.map((id) => ({ label: names.label(id), hex: names.colour(id) })),
        ];
      },
      said: () => {
        if (!this.#close) return "";
        const { side, gains, losses } = this.#close;
        const counts = { gains: gains.length, losses: losses.length };
        return words.say("shade.switch.key", { A: names.label(side), ...counts });
      },
    };
  }
}

/** @type {WeakMap<Context, ColourModes>} */
const known = new WeakMap();

/** The one choice of colours for all pictures of a page. @param {Context} ctx */
export function colourModesOf(ctx) {
  const modes = known.get(ctx) ?? new ColourModes(ctx);
  known.set(ctx, modes);
  return modes;
}
