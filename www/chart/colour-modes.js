/** What colours stand for in a picture of seats: for each choice a seat's colour, how much of it and its sign, and the legend. */

import { bring } from "../core/assets.js";
import { asking } from "../components/analysis-request.js";
import { attr, colour, list, make, prop, show, swatch, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { holders } from "../result/holders.js";
import { offer } from "../components/side-select.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {{ hex: string, mix?: number, sign?: string }} Paint */
/** @typedef {{ label: string, hex?: string, mix?: number, parts?: any[] }} Line a line of a legend; with `parts`, who they are together */

/** The index that stands for nobody. */
const NOBODY = 65535;
/** Bounds, and the share of colour below each of them; the last is for all above. Hundredths of a percent; votes for the switch. */
const MARGINS = [
  [100, 25],
  [300, 40],
  [500, 55],
  [1000, 70],
  [2000, 85],
  [Infinity, 100],
];
const TURNOUTS = [
  [6000, 15],
  [6500, 35],
  [7000, 55],
  [7500, 75],
  [Infinity, 100],
];
const SWITCHES = [
  [1000, 100],
  [2500, 80],
  [5000, 60],
  [10_000, 40],
  [20_000, 25],
  [Infinity, 12],
];
const BLUE = "#0a58b3";
const GREY = "#8a8f98";
/** Legible on light paper and on dark. */
const SLATE = "#6b7280";
const BROWN = "#a8540f";
const CATEGORIES = { GEN: { hex: BLUE, mix: 55 }, ST: { hex: BROWN }, SC: { hex: BLUE, mix: 15 } };
/** How much of its colour a seat that stayed with its party has. */
const HELD = 30;

const step = (steps, value) => steps.find(([bound]) => value < bound)[1];

/**
 * The colouring of one house, shared by all that draw it; made once for the picture it belongs to.
 * @param {any} ctx @param {any} picture
 */
export function shadingOf(ctx, picture) {
  picture.shading ??= shading(ctx);
  return picture.shading;
}

/** @param {any} ctx */
function shading(ctx) {
  const { words, names, dataset, session } = ctx;
  const seats = dataset.constituencies;
  const { alliances, parties, house } = session.baseline;
  const sides = [
    ...new Set([
      ...alliances
        .filter((row) => row.kind !== "independent")
        .sort((a, b) => b.seats - a.seats)
        .map((row) => row.id),
      ...parties
        .filter(
          (party) => party.id !== "IND" && (party.seats || party.contested * 4 >= house.seats),
        )
        .map((party) => party.id),
    ]),
  ];
  let chosen = "winner";
  let [side] = sides;
  /** Told of every new choice and every answer. @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => listeners.forEach((listener) => listener());
  /** What else a colouring is made of: what was and the seats' switch costs. */
  let then = null;
  let close = null;
  let failed = false;
  let waiting = false;

  const holder =
    ({ parties: rows, constituencies: { party } }) =>
    (i) => ({ hex: party[i] === NOBODY ? "" : names.colour(rows[party[i]].id) });
  /** A line for each step. @param {number[][]} steps @param {string} hex @param {string} unit @param {(bound: number) => string} said */
  const scale = (steps, hex, unit, said) =>
    steps.map(([bound, mix], i) => {
      const [a, b] = [said(steps[i - 1]?.[0] ?? 0), said(bound)];
      const key = i === 0 ? "shade.under" : bound === Infinity ? "shade.over" : "shade.between";
      return {
        label: words.say(key, { n: `${bound === Infinity ? a : b}${unit}`, a, b: `${b}${unit}` }),
        hex,
        mix,
      };
    });
  const share = (steps, hex) => scale(steps, hex, "\u00a0%", (bound) => words.percent(bound));
  /** @param {Report} report */
  const holding = (report) => holders(report, ctx);
  const key = (kind) => () => words.say(`shade.${kind}.key`);

  /**
   * For each choice: the paint of a report's seats, the legend beside it, who its colours are where the page's bars say so already, and a sentence.
   * @type {Record<string, { paint: (report: Report) => (i: number) => Paint, who?: (report: Report) => Line[], lines?: (report: Report) => Line[], said?: (report: Report) => string }>}
   */
  const kinds = {
    winner: { paint: holder, who: holding },
    margin: {
      paint: (report) => (i) => {
        const value = report.constituencies.marginShare[i];
        return { ...holder(report)(i), mix: Number.isNaN(value) ? 0 : step(MARGINS, value) };
      },
      who: holding,
      lines: () => share(MARGINS, SLATE),
      said: key("margin"),
    },
    changed: {
      paint: (report) => (i) =>
        report.constituencies.changed[i] ? holder(report)(i) : { hex: GREY, mix: 40 },
      who: holding,
      said: key("changed"),
    },
    ...(dataset.facts?.includes("earlier") && {
      since: {
        paint: (report) => {
          const found = compared(report);
          const own = holder(report);
          return (i) => ({
            ...own(i),
            ...{ held: { mix: HELD }, changed: { sign: "+" }, new: { sign: "+" } }[
              found?.seats[i].kind ?? ""
            ],
          });
        },
        lines: (report) => {
          const found = compared(report);
          if (!found) return [];
          const rows = found.parties.filter((one) => one.now).sort((a, b) => b.now - a.now);
          return [
            { label: words.say("shade.since.held", { n: found.held }), hex: SLATE, mix: HELD },
            { label: words.say("shade.since.gained", { n: found.changed }), hex: SLATE },
            ...rows.map(({ row, held, gained }) => ({
              label: words.say("shade.since.row", {
                party: row.kind === "independents" ? names.full("IND") : names.label(row.id),
                held,
                gained,
              }),
              hex: names.colour(row.id) ?? "",
            })),
          ];
        },
        said: () => (then ? words.say("shade.since.key", { title: then.title }) : ""),
      },
    }),
    switch: {
      paint: () => {
        const found = new Map();
        for (const [list_, sign] of close
          ? [
              [close.gains, "+"],
              [close.losses, "−"],
            ]
          : []) {
          for (const seat of list_)
            found.set(seat.constituency, {
              hex: names.colour(seat.to.party),
              mix: step(SWITCHES, seat.switch),
              sign,
            });
        }
        return (i) => found.get(seats[i].id) ?? { hex: GREY, mix: 0 };
      },
      lines: () =>
        close
          ? [
              ...scale(SWITCHES, SLATE, "", (bound) => words.number(bound)),
              ...[...new Set([...close.gains, ...close.losses].map((seat) => seat.to.party))].map(
                (id) => ({ label: names.label(id), hex: names.colour(id) ?? "" }),
              ),
            ]
          : [],
      said: () =>
        close
          ? words.say("shade.switch.key", {
              A: names.label(close.side),
              gains: close.gains.length,
              losses: close.losses.length,
            })
          : "",
    },
    ...(seats.every((seat) => seat.turnout !== undefined) && {
      turnout: {
        paint: () => (i) => ({ hex: BLUE, mix: step(TURNOUTS, seats[i].turnout) }),
        lines: () => share(TURNOUTS, BLUE),
        said: key("turnout"),
      },
    }),
    ...(seats.every((seat) => seat.category in CATEGORIES) && {
      category: {
        paint: () => (i) => CATEGORIES[seats[i].category],
        said: key("category"),
        lines: () =>
          dataset.categories
            .filter(({ id }) => id in CATEGORIES)
            .map(({ id, name }) => ({ label: words.name(name), ...CATEGORIES[id] })),
      },
    }),
  };

  let last = { report: null, found: null };
  /** The comparison with what was, once for each report. @param {Report} report */
  function compared(report) {
    if (then && last.report !== report) last = { report, found: then.compare() };
    return then && last.found;
  }

  let asked = "";
  const ask = asking(ctx, (value, error) => {
    waiting = false;
    failed = Boolean(error);
    if (error) asked = "";
    close = value;
    tell();
  });

  async function bringThen() {
    try {
      const [was] = await Promise.all([
        bring("dataset/previous-election.js").then(({ previousElection }) => previousElection(ctx)),
        ctx.loadFullCore(),
      ]);
      then = was;
      failed = !was;
    } catch (error) {
      console.warn("seat-calculator:", error);
      failed = true;
    }
    waiting = false;
    tell();
  }

  /** Has what the choice needs. What moves still is asked about when it has come to rest. */
  function render() {
    if (chosen === "since" && !then && !waiting) {
      waiting = true;
      bringThen();
    }
    const wanted = `${side} ${session.text}`;
    if (chosen === "switch" && !session.moving && wanted !== asked) {
      asked = wanted;
      waiting = true;
      ask({ kind: "close", side });
    }
  }

  function choose() {
    failed = waiting = false;
    asked = "";
    render();
    tell();
  }

  /** The controls and the legend, as often as they are shown. @param {{ brief?: boolean }} [options] brief: only what is amiss, where a picture has its legend in itself */
  function fields({ brief = false } = {}) {
    const pick = select(
      words.say("shade"),
      Object.keys(kinds).map((one) => [one, words.say(`shade.${one}`)]),
      (one) => {
        chosen = one;
        choose();
      },
    );
    const whose = select(words.say("shade.side"), [], (id) => {
      side = id;
      choose();
    });
    const said = make("p", { class: "quiet-text" });
    const lines = make("ul", { class: "scale", role: "list" });
    const legend = make("div", { class: "legend" }, said, lines);

    /** @param {Report} report @param {boolean} [on] whether there is anything to colour */
    function draw(report, on = true) {
      if (pick.control.value !== chosen) pick.control.value = chosen;
      show(pick.node, on);
      show(legend, on);
      show(whose.node, on && chosen === "switch");
      offer(whose, sides, side, names, () => false);
      const { rows, sentence } = found(report);
      attr(legend, "aria-busy", waiting ? "true" : null);
      text(
        said,
        failed
          ? words.say("asked.failed")
          : (!brief && sentence) || (waiting ? words.say("later.coming") : ""),
      );
      list(
        lines,
        brief ? [] : rows,
        ({ label }) => label,
        ({ label, hex }) => {
          const box = swatch(hex);
          const line = make("li", {}, box, label);
          line.box = box;
          return line;
        },
        ({ box }, { hex, mix = 100 }) => {
          colour(box, hex);
          prop(box, "--mix", `${mix}%`);
        },
      );
    }

    return { nodes: [pick.node, whose.node], legend, draw };
  }

  /** @param {Report} report @returns {{ who: Line[], rows: Line[], sentence: string }} */
  function found(report) {
    const { who, lines, said } = kinds[chosen];
    return {
      who: who?.(report) ?? [],
      rows: lines?.(report) ?? [],
      sentence: said?.(report) ?? "",
    };
  }

  return {
    fields,
    render,
    legend: found,
    /** @param {() => void} listener */
    follow: (listener) => listeners.add(listener),
    get kind() {
      return chosen;
    },
    /** @param {Report} report */
    paint: (report) => kinds[chosen].paint(report),
  };
}
