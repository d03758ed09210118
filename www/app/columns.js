/**
 * The data file as the page loads it, put back together: the build writes values of one kind side by side, because so
 * they compress to fewer bytes.
 */

/** A column's values. @param {any} column @param {number} rows @returns {any[]} */
function values(column, rows) {
  if (Array.isArray(column)) return column;
  if (column.l) {
    const all = values(column.of, column.l.reduce((sum, length) => sum + length, 0));
    let at = 0;
    return column.l.map((length) => all.slice(at, at += length));
  }
  const parts = Object.entries(column.o ?? column.t).map(([name, part]) => [name, values(part, rows)]);
  return Array.from({ length: rows }, (_, row) => {
    if (column.t) return parts.map(([, part]) => part[row]);
    return Object.fromEntries(parts.filter(([, part]) => part[row] !== null).map(([name, part]) => [name, part[row]]));
  });
}

/** A dataset in either form. @param {any} dataset @returns {any} */
export function unpack(dataset) {
  for (const [name, value] of Object.entries(dataset)) if (value?.packed) dataset[name] = values(value.of, value.packed);
  return dataset;
}
