// What the built page weighs, and how much it may: node sizes.mjs OUT

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { readJson, readText, root } from "./files.mjs";
import { requests } from "./requests.mjs";

/** The limits. Bytes are those after brotli at its best level; 1 kB is 1,000 bytes. */
const MOST = { pageBytes: 110_000, embedBytes: 95_000, requests: 20, chain: 2 };

const [out] = process.argv.slice(2);
const read = (file) => readText(join(out, file));

/**
 * What a compact embed asks for by script as soon as it starts. A browser test holds it to this
 * list.
 */
const scripted = await readJson(join(root, "tests/browser/compact.json"));
const page = await requests(["index.html"], read);
const embed = await requests(["embed.html", ...scripted], read);

const files = await readdir(out, { recursive: true, withFileTypes: true });
const weights = await Promise.all(
  files
    .filter((one) => one.isFile())
    .map(async (one) => {
      const path = join(one.parentPath, one.name);
      const bytes = await readFile(path);
      return {
        file: path.slice(out.length).replace(/^\//, ""),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes).length,
      };
    }),
);
weights.sort((one, other) => (one.file < other.file ? -1 : 1));
for (const file of [...page.keys(), ...embed.keys()])
  if (!weights.some((one) => one.file === file)) throw new Error(`${file} is missing`);

/** @param {number} n */
const number = (n) => n.toLocaleString("en");
/** @param {Map<string, number>} loaded */
const sum = (loaded) => {
  const own = weights.filter(({ file }) => loaded.has(file));
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const one of own) for (const kind of Object.keys(total)) total[kind] += one[kind];
  return total;
};

/** @param {string} name @param {{ raw: number, gzip: number, brotli: number }} sizes */
const row = (name, { raw, gzip, brotli }) =>
  console.log(name.padEnd(48) + [raw, gzip, brotli].map((n) => number(n).padStart(12)).join(""));

console.log(
  `${"file (* loaded by the page, + by a compact embed)".padEnd(48)}         raw        gzip      brotli`,
);
for (const one of weights)
  row(`${page.has(one.file) ? "*" : " "}${embed.has(one.file) ? "+" : " "} ${one.file}`, one);
row("the page loads", sum(page));
row("a compact embed loads", sum(embed));

const limits = [
  ["page, bytes brotli", sum(page).brotli, MOST.pageBytes],
  ["page, requests", page.size, MOST.requests],
  ["page, longest chain", Math.max(...page.values()), MOST.chain],
  ["compact embed, bytes brotli", sum(embed).brotli, MOST.embedBytes],
  ["compact embed, requests", embed.size, MOST.requests],
];
for (const [name, used, most] of limits) {
  console.log(`${name}: ${number(used)} of at most ${number(most)}`);
  if (used > most) process.exitCode = 1;
}
if (process.exitCode) console.error("over budget");
