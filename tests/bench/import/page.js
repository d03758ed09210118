// From the bytes of a file to seats and votes by party, by everybody in turn.

import * as sheets from "./pkg/import/seat_import.js";
import * as text from "./pkg/import/text/seat_import.js";
import { inferSchema, initParser } from "./node_modules/udsv/dist/uDSV.mjs";
import { csv, rows } from "./results.js";
import { digest, tally } from "./tally.js";

await Promise.all([sheets.default(), text.default()]);
const { Papa, XLSX } = globalThis;

/** All that the importer does: columns, checks, problems, seats and the election are in its time. */
function imported({ Import }, bytes) {
  const file = new Import(bytes, "results");
  const { parties, problems } = file.read("");
  file.free();
  // Equal votes elect nobody; anything else would be the table's fault.
  const faults = Object.keys(problems.by_code).filter((code) => code !== "tie-without-lot");
  if (faults.length) throw new Error(faults.join(", "));
  return digest(parties);
}

/** The columns of a made-up table. @param {(string | number)[]} header */
const places = (header) =>
  ["AC No.", "Candidate", "Party", "Votes"].map((label) => header.indexOf(label));

function byArrays(table, header) {
  const [seat, candidate, party, votes] = places(header);
  return tally(table, (row) => [row[seat], row[candidate], row[party], Number(row[votes])]);
}

const readers = {
  text: {
    importer: (bytes) => imported(text, bytes),
    "PapaParse, object rows": (bytes) => {
      const { data } = Papa.parse(new TextDecoder().decode(bytes), {
        header: true,
        skipEmptyLines: true,
      });
      return tally(data, (row) => [row["AC No."], row.Candidate, row.Party, Number(row.Votes)]);
    },
    "uDSV, arrays of strings": (bytes) => {
      const said = new TextDecoder().decode(bytes);
      const schema = inferSchema(said);
      const header = schema.cols.map(({ name }) => name);
      return byArrays(initParser(schema).stringArrs(said), header);
    },
  },
  xlsx: {
    importer: (bytes) => imported(sheets, bytes),
    "SheetJS, arrays": (bytes) => {
      const book = XLSX.read(bytes, { dense: true });
      const [sheet] = Object.values(book.Sheets);
      const [header, ...table] = XLSX.utils.sheet_to_json(sheet, { header: 1 });
      return byArrays(table, header);
    },
  },
};

/** A workbook as spreadsheet programs write it: packed, each text stored once. */
function workbook(table) {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), "Results");
  const options = { type: "array", bookType: "xlsx", compression: true, bookSST: true };
  return new Uint8Array(XLSX.write(book, options));
}

/** Times of everybody in ms, each once a round, and what each found. */
globalThis.measure = async ({ format, kind, count, seed, rounds }) => {
  const table = rows(kind, count, seed);
  const bytes = format === "xlsx" ? workbook(table) : csv(table);
  const [times, found] = [{}, {}];
  for (let round = -1; round < rounds; round += 1)
    for (const [name, read] of Object.entries(readers[format])) {
      const start = performance.now();
      found[name] = read(bytes);
      const spent = performance.now() - start;
      // The first round is for the compilers.
      if (round >= 0) (times[name] ??= []).push(spent);
      await new Promise((later) => setTimeout(later));
    }
  return { times, found, bytes: bytes.length };
};

/** A file for the page: its text. */
globalThis.file = ({ kind, count, seed }) => new TextDecoder().decode(csv(rows(kind, count, seed)));
