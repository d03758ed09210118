/** Things to take away: the pictures as SVG and PNG, the table as CSV, the Report as JSON, the page on paper. */

import { make, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { declaredKicker, declaredTotals, totals, wholeAnswer } from "../result/sentences.js";
import { pictureParts, pictureRow } from "../result/holders.js";
import { changesSaid, sourceSaid } from "../changes/summary.js";
import { publishedBy } from "../dataset/sources.js";
import { alliancesWithPartners } from "../result/tally.js";
import { shadingOf } from "../chart/colour-modes.js";
import { sheet, text as file } from "../core/assets.js";

/** The index that stands for nobody. */
const NOBODY = 65535;
const SIZES = { wide: [1200, 630], square: [1080, 1080], tall: [1080, 1350], print: [2400, 1600] };

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** @param {any} ctx @param {any} tiles the tile map's view */
export function awayView(ctx, tiles) {
  const { words, names, dataset, session } = ctx;
  const state = { picture: "hemicycle", size: "wide" };
  /** The map's file, once a map was asked for. @type {any} */
  let map = null;
  const kinds = ["hemicycle", "tiles", "map", "bars"]
    .filter((one) => one !== "map" || dataset.map)
    .filter((one) => one !== "tiles" || dataset.tiles);
  const picture = select(
    words.say("away.picture"),
    kinds.map((one) => [one, words.say(one === "bars" ? "away.bars" : `picture.${one}`)]),
    (one) => {
      state.picture = one;
      render(session.report);
    },
  );
  const size = select(
    words.say("away.size"),
    Object.keys(SIZES).map((one) => [one, words.say(`away.${one}`)]),
    (one) => {
      state.size = one;
      render(session.report);
    },
  );
  const shading = shadingOf(ctx, tiles);
  const shade = shading.fields({ brief: true });
  shading.follow(() => render(session.report));
  const dark = make("input", { type: "checkbox", onchange: () => render(session.report) });
  const preview = make("img", { class: "preview", alt: "" });
  const failed = make("p", { class: "quiet-text", role: "status" });
  const button = (label, act) => make("button", { type: "button", onclick: act }, label);
  const styles = sheet("pictures.css").node;
  const node = make(
    "div",
    { class: "away-panel" },
    styles,
    make(
      "div",
      { class: "fields" },
      picture.node,
      size.node,
      ...shade.nodes,
      make("label", { class: "check" }, dark, words.say("away.dark")),
    ),
    shade.legend,
    preview,
    failed,
    make(
      "p",
      { class: "presets" },
      button("SVG", () => attempt(async () => save(await drawn(), "image/svg+xml", "svg"))),
      button("PNG", () => attempt(png)),
      button(words.say("away.csv"), () =>
        save(`\ufeff${csv(ctx, session.report)}`, "text/csv", "csv"),
      ),
      button(words.say("away.json"), () => save(json(session.report), "application/json", "json")),
      button(words.say("away.paper"), async () => {
        await ctx.preparePrint();
        print();
      }),
    ),
  );

  /** "jharkhand-2024-hypothetical-map.svg" @param {string} kind */
  function fileName(kind) {
    const what = session.report.edited.any ? "hypothetical" : "declared";
    return `${dataset.id}-${what}${["svg", "png"].includes(kind) ? `-${state.picture}` : ""}.${kind}`;
  }

  function save(content, type, kind) {
    const href = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href, download: fileName(kind) }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  }

  /** The picture as the core draws it. */
  function svg() {
    const { report } = session;
    const [width, height] = SIZES[state.size];
    const { changed } = report.constituencies;
    const paint = shading.paint(report);
    const { who, rows: lines, sentence } = shading.legend(report);
    const bars = state.picture === "bars";
    const halves = state.picture === "hemicycle" && report.house.base.kind === "total";
    return session.core.use((calculator) =>
      calculator.picture({
        kind: state.picture,
        width,
        height,
        dark: dark.checked,
        kicker: report.edited.any
          ? `${words.say("kicker.edited")} · ${words.name(dataset.title)}`
          : declaredKicker(report, ctx),
        title: wholeAnswer(report, ctx),
        note: [
          changesSaid(report, ctx),
          declaredTotals(report, ctx) || words.name(dataset.house.note),
          bars ? "" : sentence,
        ]
          .filter(Boolean)
          .join(" "),
        source: sourceSaid(ctx),
        dashed: words.say(bars ? "away.as" : "away.changed"),
        marks: dataset.constituencies.map((_, i) => {
          const { hex, mix, sign } = paint(i);
          return {
            colour: hex,
            mix,
            sign,
            state: tiles.state(report, i),
            changed: changed[i] !== 0,
          };
        }),
        rows: bars
          ? alliancesWithPartners(report)
              .filter(({ row }) => row.seats || row.baseline)
              .map(({ row, partners }) => ({
                label: `${names.row(row)} ${words.number(row.seats)}`,
                seats: row.seats,
                baseline: report.edited.any && row.baseline !== null ? row.baseline : undefined,
                colour: names.colour(row.parties[0] ?? row.id) ?? "",
                parts: pictureParts(partners, ctx),
              }))
          : [...who, ...lines].map((line) => pictureRow(line, ctx)),
        tiles: dataset.tiles,
        map: state.picture === "map" ? map : undefined,
        of: report.house.seats,
        mark: report.house.mark,
        said: bars || halves ? words.say("bars.mark", { m: report.house.mark }) : "",
      }),
    );
  }

  /** The same, once what it is drawn from is here. */
  async function drawn() {
    if (state.picture === "map") map ??= JSON.parse(await file(`data/${dataset.map}`));
    return svg();
  }

  const asImage = (content) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`;

  async function png() {
    const [width, height] = SIZES[state.size];
    const image = new Image(width, height);
    const content = await drawn();
    await new Promise((loaded, lost) => {
      image.onload = loaded;
      image.onerror = lost;
      image.src = asImage(content);
    });
    const canvas = make("canvas", { width, height });
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("no picture");
    save(blob, "image/png", "png");
  }

  /** Does what may fail, and says so. @param {() => Promise<any>} act */
  async function attempt(act) {
    try {
      await act();
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(failed, words.say("away.failed"));
    }
  }

  /** @param {Report} report */
  async function render(report) {
    if (!node.closest("details")?.open && node.isConnected) return;
    text(failed, "");
    shading.render();
    // Bars have no seats to colour.
    shade.draw(report, state.picture !== "bars");
    await attempt(async () => {
      const image = asImage(await drawn());
      if (preview.src !== image) preview.src = image;
      preview.alt = `${wholeAnswer(report, ctx)} ${totals(report, ctx)}`;
    });
  }

  return { node, render };
}

/** A cell that no spreadsheet takes for a formula. @param {unknown} value */
export function cell(value) {
  const said = String(value ?? "");
  const safe = typeof value !== "number" && /^[\s]*[=+\-@\t\r]/.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hundredths as a number with two places and a full stop, as programs read it. @param {number | undefined} value */
const decimal = (value) =>
  value === undefined || Number.isNaN(value) ? "" : (value / 100).toFixed(2);

/** The table as edited, one constituency a line; votes are those the seats follow from, also where a seat was given away by hand. @param {any} ctx @param {Report} report */
export function csv(ctx, report) {
  const { words, names, dataset, session } = ctx;
  const now = report.constituencies;
  const then = session.baseline.constituencies;
  const { publisher, day } = publishedBy(ctx);
  const head = [
    "result",
    "number",
    "constituency",
    "category",
    "district",
    "declared_party",
    "declared_candidate",
    "party",
    "candidate",
    "alliance",
    "changed",
    "votes",
    "second_party",
    "second_candidate",
    "second_votes",
    "margin_votes",
    "margin_percent",
    "turnout_percent",
    "electors",
    "source",
    "as_of",
  ];
  const result = words.say(report.edited.any ? "away.hypothetical" : "away.declared");
  const lines = dataset.constituencies.map((seat, i) => {
    const { candidates } = session.core.constituency(seat.id);
    /** Party, name and votes of a line of the ballot. */
    const line = (serial, votes = true) => {
      const found = candidates.find((one) => one.serial === serial);
      return [
        found?.party,
        found && names.candidate(seat.id, serial),
        ...(votes ? [found?.votes] : []),
      ];
    };
    const [party, candidate, votes] = line(now.party[i] === NOBODY ? 0 : now.winner[i]);
    return [
      result,
      seat.id,
      words.name(seat.name),
      seat.category,
      seat.district,
      ...line(then.party[i] === NOBODY ? 0 : then.winner[i], false),
      party,
      candidate,
      now.alliance[i] === NOBODY ? "" : names.row(report.alliances[now.alliance[i]]),
      now.changed[i] ? "yes" : "no",
      votes,
      ...line(now.runnerUp[i]),
      Number.isNaN(now.margin[i]) ? "" : now.margin[i],
      decimal(now.marginShare[i]),
      decimal(seat.turnout),
      seat.electors,
      publisher,
      day,
    ];
  });
  return `${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {Report} report */
export function json(report) {
  const plain = (_, value) => (ArrayBuffer.isView(value) ? [...value] : value);
  return `${JSON.stringify({ hypothetical: report.edited.any, ...report }, plain, 1)}\n`;
}
