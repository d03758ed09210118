/** A host's own file of results, read by the importer with the host's recipe. */

import { text } from "../core/assets.js";
import { Reader } from "./reader.js";
import { importWords } from "./words.js";

/** @import { Dataset } from "../types.d.ts" */
/** @import { Reading } from "../pkg/import/seat_import.js" */

/** @param {URL} url */
async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * The election in a file. Constituencies that cannot be read stand as awaited, and a note says so;
 * the console names every problem that the importer tells. Rejects with code "import" where
 * nothing can be read.
 * @param {URL} file
 * @param {URL | null} recipe
 * @returns {Promise<Dataset>}
 */
export async function readHostFile(file, recipe) {
  const [bytes, choices] = await Promise.all([load(file), recipe ? text(recipe.href) : ""]);
  const reader = new Reader();
  try {
    await reader.open(bytes, decodeURIComponent(file.pathname.split("/").at(-1) ?? ""));
    const reading = await reader.read(choices);
    tellHost(file, reading);
    const found = reading.problems.fatal ? null : await reader.dataset(reading.id);
    if (!found) throw failure(reading);
    const dataset = JSON.parse(found);
    if (reading.left_out) dataset.house.note = await note(reading.left_out);
    return dataset;
  } finally {
    reader.stop();
  }
}

/** @param {URL} file @param {Reading} reading */
function tellHost({ href }, { problems: { told, total, by_code } }) {
  if (!total) return;
  const lines = told.map(({ code, message }) => `${code}: ${message.en}`);
  if (total > told.length) lines.push(`of all ${total}: ${JSON.stringify(by_code)}`);
  console.warn([`seat-calculator: ${href} has ${total} problems`, ...lines].join("\n  "));
}

/** @param {Reading} reading */
function failure({ problems: { told } }) {
  const problems = told.map(({ code, row, column, message }) => ({
    path: column && row ? `${column}${row}` : "",
    code,
    message: message.en,
  }));
  const message = problems[0]?.message ?? "nothing can be read";
  return Object.assign(new Error(message), { code: "import", problems });
}

/** What the reader is told, in both languages. @param {number} n constituencies left out */
async function note(n) {
  const [en, hi] = await Promise.all(["en", "hi"].map(importWords));
  return { en: en.say("host.partly", { n }), hi: hi.say("host.partly", { n }) };
}
