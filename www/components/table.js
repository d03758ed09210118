/** Tables whose rows are kept by key. */

import { attr, list, make, swatch, text } from "./dom.js";

/** @import { Names } from "../dataset/names.js" */

/**
 * How a cell is filled: once, and by what is answered with every change.
 * @template T
 * @typedef {(cell: HTMLTableCellElement, item: T) => ((item: T) => void) | void} Build
 */

/**
 * A column. Cells have the class "number" unless another is named; the first column heads the rows.
 * @template T
 * @typedef {object} Column
 * @property {string | null} label null: the column has no heading
 * @property {string} [long] what the heading is read as
 * @property {string} [kind] class of heading and cells
 * @property {string} [cell] class of cells, where it is another
 * @property {(item: T) => string} [text] what a cell says
 * @property {Build<T>} [build] fills a cell that says more than a text
 */

/**
 * @template T
 * @param {object} options
 * @param {string} options.caption
 * @param {string} [options.kind] class of the table
 * @param {boolean} [options.visible] whether the caption is to be seen
 * @param {Column<T>[]} options.columns
 * @param {(item: T) => string} options.key
 * @param {(item: T) => string | null} [options.rowKind] class of a row
 */
export function dataTable({ caption, kind, visible = false, columns, key, rowKind }) {
  const classOf = (/** @type {number} */ i) => columns[i].kind ?? (i ? "number" : null);
  const heads = columns.map(({ label, long }, i) =>
    label === null
      ? make("td")
      : make("th", { scope: "col", class: classOf(i), "aria-label": long }, label),
  );
  const body = make("tbody");
  const node = make(
    "table",
    { class: kind },
    make("caption", { class: visible ? null : "quiet" }, caption),
    make("thead", {}, make("tr", {}, ...heads)),
    body,
  );

  /** @param {T} item */
  function row(item) {
    const cells = columns.map((_, i) =>
      i ? make("td", { class: columns[i].cell ?? classOf(i) }) : make("th", { scope: "row" }),
    );
    const patches = columns.map(({ text: said, build }, i) =>
      said ? (/** @type {T} */ now) => text(cells[i], said(now)) : build?.(cells[i], item),
    );
    return { node: make("tr", {}, ...cells), patches };
  }

  return {
    node,
    body,
    heads,
    /** @param {readonly T[]} items */
    render(items) {
      list(body, items, key, row, (line, item) => {
        if (rowKind) attr(line.node, "class", rowKind(item));
        for (const patch of line.patches) patch?.(item);
      });
    },
  };
}

/**
 * A wide table that scrolls by itself, by key too.
 * @param {string} label @param {Node | string} table
 */
export const scrolling = (label, table) =>
  make("div", { class: "scroll", role: "region", "aria-label": label, tabindex: "0" }, table);

/** A name with its colour before it. @param {string | undefined} hex @param {string} name */
export const coloured = (hex, name) => make("span", { class: "label" }, swatch(hex), name);

/**
 * The name of a line of an answer, of which all independents may be one.
 * @param {Names} names
 * @param {{ id: string, kind: string }} row
 */
export const rowName = (names, { id, kind }) =>
  kind === "independents" || id === "IND" ? names.full("IND") : names.label(id);

/**
 * The heading of a side's row.
 * @param {Names} names
 * @returns {Build<{ row: { id: string, kind: string } }>}
 */
export const sideHeading =
  (names) =>
  (cell, { row }) =>
    cell.append(coloured(names.colour(row.id), rowName(names, row)));

/**
 * A heading with a line under it that changes.
 * @template T
 * @param {(item: T) => string} title
 * @param {(item: T) => string} line
 * @returns {Build<T>}
 */
export const lineUnder = (title, line) => (cell, item) => {
  const said = make("span", { class: "seat-line" });
  cell.append(make("b", {}, title(item)), said);
  return (now) => text(said, line(now));
};

/**
 * The heading of a constituency's row, with a line under its name.
 * @template {{ constituency: string }} T
 * @param {Names} names
 * @param {(item: T) => string} line
 */
export const seatHeading = (names, line) =>
  lineUnder((/** @type {T} */ { constituency }) => names.seat(constituency), line);
