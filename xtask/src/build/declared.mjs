// The declared result of every election, written by the page's own code with the built core.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { layOver } from "../../../www/dataset/load-dataset.js";
import { Words } from "../../../www/i18n/messages.js";
import { declaredPage } from "../../../www/result/declared.js";
import { readJson } from "./files.mjs";

/**
 * @typedef {object} Declared
 * @property {string} id
 * @property {string} page file name of its page
 * @property {string} frame file name of its page for frames
 * @property {string | undefined} of the election that this one is another reading of
 * @property {string | undefined} feed address of the feed of its count
 * @property {string} plainTitle in English
 * @property {string} title the same escaped for markup, as the next two are
 * @property {string} seats
 * @property {string} markup the result
 * @property {string} framed the same without the picture of the house
 * @property {string} card as SVG
 */

/**
 * The elections of `data/elections.json`, in order.
 * @param {string} out the folder of the built page, with its data and `pkg/`
 * @returns {Promise<Declared[]>}
 */
export async function declaredResults(out) {
  const { Calculator, initSync } = await import(
    pathToFileURL(join(out, "pkg/seat_calculator.js")).href
  );
  initSync({ module: readFileSync(join(out, "pkg/seat_calculator_bg.wasm")) });
  const data = (name) => readJson(join(out, "data", name));
  const messages = await readJson(join(out, "i18n/en.json"));
  const results = [];
  for (const { id, page, of, feed } of await data("elections.json")) {
    const dataset = await data(`${id}.json`);
    if (dataset.more) layOver(dataset, await data(dataset.more));
    const words = new Words("en", messages, dataset.house.result);
    results.push({
      id,
      page,
      frame: page === "index.html" ? "embed.html" : `embed-${id}.html`,
      of,
      feed,
      plainTitle: dataset.title.en ?? dataset.title,
      ...declaredPage(dataset, words, new Calculator(dataset), Boolean(feed)),
    });
  }
  return results;
}
