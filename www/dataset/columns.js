/**
 * The data file as the page loads it. The build takes it apart: what the first screen shows, and the rest for when it is
 * asked for; and writes values of one kind side by side, because so they compress to fewer bytes (its forms are described
 * in xtask/src/build/columns.rs).
 */

import { text } from "../core/assets.js";

/** Stands for the names of candidates that are not here yet: the core wants them all named, and says none of them. */
const NAMELESS = "–";
const ZERO = 35;

/** @param {string} text */
const digits = (text) => [...text].map((one) => one.charCodeAt(0) - ZERO);

/** @param {string} line */
const named = (line) =>
  line[0] === "="
    ? line.slice(1)
    : line.replace(/(^|[ .(\-'])\p{L}/gu, (first) => first.toUpperCase()) || null;

/** A column's values. @param {any} column @param {number} rows @param {any} lists what `in` refers to @returns {any[]} */
function values(column, rows, lists) {
  const { s, w, n, i, p, l, o, t } = column;
  if (Array.isArray(column)) return column;
  if (s) return s.split("\n").map((line) => line || null);
  if (w) return w.split("\n").map(named);
  if (i) return digits(i).map((place) => lists[column.in][place]?.id ?? null);
  if (p) {
    const all = digits(p);
    return [...Array(rows).keys()].map((row) => {
      let value = 0;
      for (let at = p.length - rows + row; at >= 0; at -= rows) value = value * 64 + all[at];
      return value;
    });
  }
  if (l) {
    const lengths = values(l, rows, lists);
    const all = values(
      column.of,
      lengths.reduce((sum, length) => sum + length, 0),
      lists,
    );
    let at = 0;
    return lengths.map((length) => all.slice(at, (at += length)));
  }
  const parts = Object.entries(o ?? t ?? {}).map(([name, part]) => [
    name,
    values(part, rows, lists),
  ]);
  return [...Array(rows).keys()].map((row) => {
    if (n) return String(n + row);
    if (t) return parts.map(([, part]) => part[row]);
    return Object.fromEntries(
      parts.filter(([, part]) => part[row] !== null).map(([name, part]) => [name, part[row]]),
    );
  });
}

/** A part of a dataset, its columns put back together. @param {any} part @param {any} lists what it refers to, its own come to it */
function whole(part, lists) {
  for (const [name, value] of Object.entries(part)) {
    if (value?.packed) part[name] = values(value.of, value.packed, lists);
    lists[name] ??= part[name];
  }
  return part;
}

/** Lays a part over what is there; a name in another language makes a text the English one. @param {any} under @param {any} over */
function lay(under, over) {
  for (const [name, value] of Object.entries(over)) {
    const there = under[name];
    if (typeof value !== "object" || !there || (Array.isArray(value) && typeof there !== "object"))
      under[name] = value;
    else if (typeof there === "string") under[name] = { en: there, ...value };
    else lay(there, value);
  }
}

/** The files of a dataset's other parts, by dataset. @type {WeakMap<any, Promise<string>[]>} */
const files = new WeakMap();
/** @type {WeakMap<any, Promise<void>>} */
const completed = new WeakMap();

/** The file of one of its other parts, on its way. @param {any} dataset @param {number} at */
export function part(dataset, at) {
  const known = files.get(dataset) ?? [];
  files.set(dataset, known);
  known[at] ??= text(`data/${dataset.rest[at]}.json`).catch((error) => {
    delete known[at];
    throw error;
  });
  return known[at];
}

/** Puts what is missing into a dataset; once it is here, at once. Rejects where it cannot be had. @param {any} dataset @returns {Promise<void>} */
export function complete(dataset) {
  const rest = dataset.rest ?? [];
  if (!completed.has(dataset)) {
    completed.set(
      dataset,
      Promise.all(rest.map((_, at) => part(dataset, at)))
        .then((found) => {
          const lists = { ...dataset };
          for (const one of found) lay(dataset, whole(JSON.parse(one), lists));
        })
        .catch((error) => {
          completed.delete(dataset);
          throw error;
        }),
    );
  }
  return completed.get(dataset);
}

/** The first part of a dataset, or a whole one. @param {any} dataset @returns {any} */
export function unpack(dataset) {
  whole(dataset, {});
  if (dataset.rest)
    for (const { candidates } of dataset.constituencies)
      for (const one of candidates) one.name = NAMELESS;
  return dataset;
}
