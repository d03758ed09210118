/**
 * Things to take away: the pictures as SVG and PNG, the table as CSV, the report as JSON, the page
 * on paper.
 */

import { assumptions, editsSentence, sourceSaid } from "../changes/summary.js";
import { cityName } from "../chart/cities.js";
import { colourFields } from "../chart/colour-fields.js";
import { colourModesOf } from "../chart/colour-modes.js";
import { button, make, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { sheet, text as file } from "../core/assets.js";
import { pictureParts, pictureRow } from "../result/holders.js";
import { declaredTotals, electionTitle, totals, wholeAnswer } from "../result/sentences.js";
import { alliancesWithPartners } from "../result/tally.js";
import { seatState } from "../seats/line.js";
import { csv, json } from "./data-files.js";
import { imageAddress, png, saveFile } from "./save-file.js";

/** @import { Context, MapCity, PictureRequest, Report } from "../types.d.ts" */
/** @typedef {PictureRequest["kind"]} Kind */

/** Width and height in pixels. @type {{ [size: string]: [number, number] }} */
const SIZES = { wide: [1200, 630], square: [1080, 1080], tall: [1080, 1350], print: [2400, 1600] };

/**
 * Which result it is, over a picture of it: "Jharkhand 2024 · declared result".
 * @param {Report} report
 * @param {Context} ctx
 */
const declaredKicker = ({ house }, ctx) =>
  ctx.words.say(house.leading ? "kicker.counting" : "kicker.declared", {
    kicker: electionTitle(ctx),
  });

export class Downloads {
  #kind = /** @type {Kind} */ ("hemicycle");
  #size = /** @type {keyof typeof SIZES} */ ("wide");
  /** The map's file, once a map was asked for. @type {{ cities?: MapCity[] } | undefined} */
  #map;
  #preview = make("img", { class: "preview", alt: "" });
  #failed = make("p", { class: "quiet-text", role: "status" });

  /** @param {Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
    this.colours = colourModesOf(ctx);
    this.fields = colourFields(this.colours, ctx, true);
    this.colours.follow(() => this.render());
    this.dark = make("input", { type: "checkbox", onchange: () => this.render() });
    this.node = make(
      "div",
      { class: "away-panel" },
      sheet("pictures.css").node,
      this.#buildFields(),
      this.fields.legend,
      this.#preview,
      this.#failed,
      this.#buildButtons(),
    );
  }

  #buildFields() {
    const { words, dataset } = this.ctx;
    const kinds = /** @type {Kind[]} */ (["hemicycle", "tiles", "map", "bars"])
      .filter((kind) => kind !== "map" || dataset.map)
      .filter((kind) => kind !== "tiles" || dataset.tiles);
    const picture = select(
      words.say("away.picture"),
      kinds.map((kind) => [kind, words.say(kind === "bars" ? "away.bars" : `picture.${kind}`)]),
      (kind) => {
        this.#kind = /** @type {Kind} */ (kind);
        this.render();
      },
    );
    const size = select(
      words.say("away.size"),
      Object.keys(SIZES).map((one) => [one, words.say(`away.${one}`)]),
      (one) => {
        this.#size = /** @type {keyof typeof SIZES} */ (one);
        this.render();
      },
    );
    const dark = make("label", { class: "check" }, this.dark, words.say("away.dark"));
    return make("div", { class: "fields" }, picture.node, size.node, ...this.fields.nodes, dark);
  }

  #buildButtons() {
    const { words, session } = this.ctx;
    const report = () => session.report;
    const table = () => this.#save(`\ufeff${csv(this.ctx, report())}`, "text/csv", "csv");
    const values = () => {
      const { edited } = report();
      this.#save(
        `${json({ hypothetical: edited.any, ...report() })}\n`,
        "application/json",
        "json",
      );
    };
    return make(
      "p",
      { class: "presets" },
      button("SVG", () =>
        this.#attempt(async () => this.#save(await this.#draw(), "image/svg+xml", "svg")),
      ),
      button("PNG", () => this.#attempt(() => this.#savePng())),
      button(words.say("away.csv"), table),
      button(words.say("away.json"), values),
      button(words.say("away.paper"), async () => {
        await this.ctx.preparePrint();
        print();
      }),
    );
  }

  /**
   * As "jharkhand-2024-hypothetical-map.svg".
   * @param {BlobPart} content @param {string} type @param {string} ending
   */
  #save(content, type, ending) {
    const { dataset, session } = this.ctx;
    const what = session.report.edited.any ? "hypothetical" : "declared";
    const picture = ["svg", "png"].includes(ending) ? `-${this.#kind}` : "";
    saveFile(`${dataset.id}-${what}${picture}.${ending}`, content, type);
  }

  /** The picture as the core draws it, once what it is drawn from is here. */
  async #draw() {
    const { dataset, session } = this.ctx;
    if (this.#kind === "map") this.#map ??= JSON.parse(await file(`data/${dataset.map}`));
    const request = this.#request(session.report);
    return session.core.use((calculator) => calculator.picture(request));
  }

  /** @param {Report} report @returns {PictureRequest} */
  #request(report) {
    const { ctx } = this;
    const { words, dataset } = ctx;
    const { halved, seats, mark: m } = report.house;
    const kind = this.#kind;
    const bars = kind === "bars";
    const [width, height] = SIZES[this.#size];
    const { who, rows, sentence } = this.colours.legend(report);
    const halves = kind === "hemicycle" && halved;
    const title = words.name(dataset.title);
    const note = [
      editsSentence(report, ctx),
      ...assumptions(report, ctx),
      declaredTotals(report, ctx) || words.name(dataset.house.note),
      bars ? "" : sentence,
    ];
    return {
      kind,
      width,
      height,
      dark: this.dark.checked,
      kicker: report.edited.any ? title : declaredKicker(report, ctx),
      title: wholeAnswer(report, ctx),
      note: note.filter(Boolean).join(" "),
      source: sourceSaid(ctx),
      dashed: words.say(bars ? "away.as" : "away.changed"),
      marks: this.#marks(report),
      rows: bars ? barRows(report, ctx) : [...who, ...rows].map((line) => pictureRow(line, ctx)),
      tiles: dataset.tiles,
      map: kind === "map" ? this.#map : undefined,
      cities: kind === "map" ? this.#map?.cities?.map((city) => cityName(ctx, city)) : undefined,
      of: seats,
      mark: m,
      said: bars || halves ? words.say("bars.mark", { m }) : "",
    };
  }

  /** @param {Report} report */
  #marks(report) {
    const paint = this.colours.paint(report);
    const { changed } = report.constituencies;
    return this.ctx.dataset.constituencies.map((_, i) => {
      const { hex, mix, sign } = paint(i);
      return { colour: hex, mix, sign, state: seatState(report, i), changed: changed[i] !== 0 };
    });
  }

  async #savePng() {
    const blob = await png(await this.#draw(), ...SIZES[this.#size]);
    this.#save(blob, "image/png", "png");
  }

  /** Does what may fail, and says so. @param {() => Promise<void>} act */
  async #attempt(act) {
    try {
      await act();
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(this.#failed, this.ctx.words.say("away.failed"));
    }
  }

  render(report = this.ctx.session.report) {
    const { ctx } = this;
    if (!this.node.closest("details")?.open && this.node.isConnected) return;
    text(this.#failed, "");
    this.colours.render();
    // Bars have no seats to colour.
    this.fields.render(report, this.#kind !== "bars");
    this.#attempt(async () => {
      const image = imageAddress(await this.#draw());
      if (this.#preview.src !== image) this.#preview.src = image;
      this.#preview.alt = `${wholeAnswer(report, ctx)} ${totals(report, ctx)}`;
    });
  }
}

/** The bars as the core draws them. @param {Report} report @param {Context} ctx */
function barRows(report, ctx) {
  const { words, names } = ctx;
  return alliancesWithPartners(report)
    .filter(({ row }) => row.seats || row.baseline)
    .map(({ row, partners }) => ({
      label: `${names.row(row)} ${words.number(row.seats)}`,
      seats: row.seats,
      baseline: (report.edited.any && row.baseline) || undefined,
      colour: names.colour(row.parties[0] ?? row.id) ?? "",
      parts: pictureParts(partners, ctx),
    }));
}

/** @param {Context} ctx */
export const awayView = (ctx) => new Downloads(ctx);
