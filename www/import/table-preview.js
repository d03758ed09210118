/**
 * The table as it was read, with pickers over its columns. Only the rows in sight are there: two
 * hundred thousand would take the browser minutes.
 */

import { attr, button, make, prop, show, text } from "../components/dom.js";
import { setOptions } from "../components/fields.js";
import { namedBy } from "./named-by.js";
import { roleOptions } from "./roles.js";

/** @import { ColumnRead, TableRow } from "../pkg/import/seat_import.js" */
/** @import { Cell } from "./cell-editor.js" */
/** @import { ImportDialog } from "./dialog.js" */

/** Height of a row in CSS pixels; import.css says the same. */
const HEIGHT = 28;
/** Rows above and below those in sight. */
const SPARE = 15;
/** Rows that are there at one time. */
const COUNT = 60;
/** Characters of a cell that are shown. */
const LENGTH = 32;
/** Columns that are shown before all are. */
const COLUMNS = 40;

export class TablePreview {
  #head = make("tr");
  #above = make("tr", { class: "spacer", "aria-hidden": "true" });
  #below = make("tr", { class: "spacer", "aria-hidden": "true" });
  #body = make("tbody");
  #table = make("table", {}, make("thead", {}, this.#head), this.#body);
  #scroll;
  #all;
  /** The first row that is there, from 1. */
  #from = 1;
  #turn = 0;
  #width = COLUMNS;
  /** The reading that is shown. @type {object | null} */
  #reading = null;
  /** Problems by the place of their cell. @type {Map<string, string>} */
  #wrong = new Map();
  /** What cells say in full. @type {WeakMap<Element, string>} */
  #said = new WeakMap();
  /** The cell that was asked for. */
  #sought = "";

  /** @param {ImportDialog} dialog @param {(cell: Cell) => void} pressed */
  constructor(dialog, pressed) {
    const { words } = dialog;
    this.dialog = dialog;
    this.pressed = pressed;
    const label = words.say("table.label");
    this.#scroll = make(
      "div",
      { class: "scroll", role: "region", tabindex: "0", "aria-label": label },
      this.#table,
    );
    this.#scroll.addEventListener("scroll", () => this.#follow(), { passive: true });
    this.#table.addEventListener("click", (event) => this.#press(event));
    this.#all = button("", () => {
      this.#width = Infinity;
      this.#reading = null;
      this.render();
    });
    this.node = make(
      "div",
      { class: "preview-table" },
      make("p", { class: "quiet-text" }, words.say("table.note")),
      this.#scroll,
      this.#all,
    );
  }

  render() {
    const { draft, words } = this.dialog;
    const { reading } = draft;
    show(this.node, Boolean(reading?.rows));
    if (!reading || reading === this.#reading) return;
    this.#reading = reading;
    this.#wrong = new Map(
      reading.problems.told
        .filter(({ row, column }) => row !== null && column !== null)
        .map(({ row, column, code }) => [`${column}${row}`, code]),
    );
    this.#renderHead(reading.columns);
    const hidden = reading.columns.length > this.#width;
    show(this.#all, hidden);
    text(this.#all, words.say("table.all", { n: reading.columns.length }));
    attr(this.#table, "aria-rowcount", reading.rows + 1);
    this.#load(this.#from);
  }

  /** @param {ColumnRead[]} columns */
  #renderHead(columns) {
    const { words } = this.dialog;
    const options = roleOptions(words);
    const heads = columns.slice(0, this.#width).map((column, at) => {
      const { letter, header, role, guess } = column;
      const name = make("span", { class: "column-name" }, make("b", {}, letter), ` ${header}`);
      const picker = make("select", {
        onchange: () => this.dialog.draft.map(at, picker.value),
      });
      namedBy(picker, name);
      setOptions(picker, options, role === "ignored" ? "" : (role ?? ""));
      return make(
        "th",
        { scope: "col", class: role && role !== "ignored" ? (guess ? "guess" : "used") : null },
        name,
        picker,
      );
    });
    this.#head.replaceChildren(make("td", { class: "corner" }), ...heads);
  }

  /** The first row that ought to be there. */
  #wanted() {
    const top = Math.floor(this.#scroll.scrollTop / HEIGHT) + 1;
    const most = Math.max(1, (this.dialog.draft.reading?.rows ?? 1) - COUNT + 1);
    return Math.min(Math.max(1, top - SPARE), most);
  }

  #follow() {
    const wanted = this.#wanted();
    if (Math.abs(wanted - this.#from) >= SPARE / 2) this.#load(wanted);
  }

  /** @param {number} from */
  async #load(from) {
    const turn = ++this.#turn;
    const rows = await this.dialog.draft.rows(from, COUNT).catch(() => null);
    if (turn !== this.#turn || !rows) return;
    this.#from = from;
    const total = this.dialog.draft.reading?.rows ?? 0;
    const last = from + rows.length - 1;
    prop(this.#above, "--rows", from - 1);
    prop(this.#below, "--rows", Math.max(0, total - last));
    this.#body.replaceChildren(this.#above, ...rows.map((row) => this.#row(row)), this.#below);
    if (this.#sought) this.#find();
  }

  /** @param {TableRow} given */
  #row({ row, skipped, cells }) {
    const { draft, words } = this.dialog;
    const [first, last] = draft.reading?.header_rows ?? [0, 0];
    const kind = row >= first && row <= last ? "names" : skipped ? "skipped" : null;
    const why = skipped && skippedSaid(skipped, words);
    const columns = draft.reading?.columns ?? [];
    const shown = cells.slice(0, this.#width).map((said, at) => {
      const place = `${columns[at]?.letter}${row}`;
      const wrong = this.#wrong.has(place);
      const changed = draft.choices.has(`cell.${place}`);
      const long = said.length > LENGTH;
      const cell = make(
        "td",
        { class: wrong ? "wrong" : changed ? "changed" : null, title: long && said },
        long ? `${said.slice(0, LENGTH)}…` : said,
      );
      this.#said.set(cell, said);
      cell.dataset.place = place;
      if (wrong) cell.append(make("span", { class: "quiet" }, ` (${words.say("wrong")})`));
      return cell;
    });
    return make(
      "tr",
      { class: kind, title: why, "aria-rowindex": row + 1 },
      make("th", { scope: "row" }, String(row)),
      ...shown,
    );
  }

  /** @param {MouseEvent} event */
  #press({ target }) {
    const cell = target instanceof Element ? target.closest("td") : null;
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell?.dataset.place ?? "") ?? [];
    if (cell && column)
      this.pressed({ row: Number(row), column, said: this.#said.get(cell) ?? "" });
  }

  /** Brings a cell into sight. @param {number} row @param {string} column */
  reveal(row, column) {
    this.#sought = `${column}${row}`;
    this.#scroll.scrollTop = Math.max(0, (row - 4) * HEIGHT);
    this.#load(this.#wanted());
  }

  #find() {
    const cell = this.#body.querySelector(`[data-place="${this.#sought}"]`);
    this.#sought = "";
    cell?.scrollIntoView({ block: "nearest", inline: "center" });
    this.#scroll.scrollIntoView({ block: "nearest" });
    this.#scroll.focus();
  }
}

/** Why a row was left out. @param {string} why @param {import("../i18n/messages.js").Words} words */
const skippedSaid = (why, words) =>
  words.say(words.has(`skipped.${why}`) ? `skipped.${why}` : "skipped.other");
