// Writes the page from www/ and the compiled core: node page.mjs OUT [BASE_URL]
//
// OUT holds pkg/ already. BASE_URL is the address of publication without a trailing slash.

import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundleModule, bundlePage, withImports } from "./bundle.mjs";
import { drawCard } from "./card.mjs";
import { declaredResults } from "./declared.mjs";
import { readJson, root, write } from "./files.mjs";
import { splitWords } from "./first-words.mjs";
import { writeNpmPackage } from "./npm.mjs";
import { writeOembed } from "./oembed.mjs";
import { writePages } from "./pages.mjs";
import { writeStandalone } from "./standalone.mjs";
import { LANGUAGES } from "../../../www/i18n/messages.js";

const [out, baseUrl = ""] = process.argv.slice(2);
const www = join(root, "www");

/** Copies what is neither script nor style sheet nor page; JSON in the fewest bytes. */
async function copyFiles() {
  const entries = await readdir(www, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const file = from.slice(www.length + 1);
    if (/(^|\/)\.|^pkg\/|\.(js|css|html|md|d\.ts)$/.test(file)) continue;
    const to = join(out, file);
    await mkdir(dirname(to), { recursive: true });
    if (file.endsWith(".json")) await write(to, JSON.stringify(await readJson(from)));
    else await copyFile(from, to);
  }
}

/** Scripts that say something before the words of what opens later have come. */
const EARLY = [
  "seat-calculator.js",
  "embed.js",
  "chart/half-circle.js",
  "chart/seat-selection.js",
  "element/csp-fallback.js",
  "element/export.js",
  "element/full-page.js",
  "element/restore-state.js",
  "element/unknown-election.js",
  "elections/kept.js",
  "elections/not-kept.js",
  "import/host-file.js",
  "result/inline-result.js",
];

const modules = [
  "pkg/seat_calculator.js",
  "pkg/core/seat_calculator.js",
  "pkg/import/seat_import.js",
  "pkg/import/text/seat_import.js",
];
await copyFiles();
const declared = await declaredResults(out);
await Promise.all(modules.map((file) => bundleModule(join(out, file))));
// The core's own scripts, which are in the modules now.
for (const folder of ["pkg/snippets", "pkg/core/snippets"])
  await rm(join(out, folder), { recursive: true, force: true });
const bundle = await bundlePage(out);
for (const { id, card } of declared) await drawCard(card, join(out, "cards", `${id}.png`));
await writePages(out, baseUrl, declared, bundle);
await writeStandalone(out, baseUrl, declared);
// The one file has all words in it.
await splitWords(out, Object.keys(LANGUAGES), await withImports(EARLY));
if (baseUrl) await writeOembed(out, baseUrl, declared);
await writeNpmPackage(out);
