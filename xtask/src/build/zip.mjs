// A release: the built page as one archive, with checksums: node zip.mjs OUT
//
// The archive and its checksum are written beside OUT. In the archive, SHA256SUMS has a line for
// each file, for `sha256sum --check`.

import { zipSync } from "fflate";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { write } from "./files.mjs";
import { version } from "./npm.mjs";

const out = resolve(process.argv[2]);
/** @param {Uint8Array} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const entries = await readdir(out, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((one) => one.isFile())
  .map((one) => relative(out, join(one.parentPath, one.name)))
  .sort();
/** @type {Record<string, Uint8Array>} */
const files = {};
for (const path of paths) files[path] = await readFile(join(out, path));
const sums = paths.map((path) => `${sha256(files[path])}  ${path}\n`).join("");
files.SHA256SUMS = new TextEncoder().encode(sums);

// One date for every file, the oldest that the format knows, so that the same page gives the same
// bytes.
const archive = zipSync(files, { level: 9, mtime: "1980-01-01T12:00:00" });
const file = join(dirname(out), `seat-calculator-${await version()}.zip`);
await write(file, archive);
await write(`${file}.sha256`, `${sha256(archive)}  ${basename(file)}\n`);
console.log(`${file}: ${archive.length.toLocaleString("en")} bytes, ${paths.length} files`);
