/**
 * The data files of an election, as DATA.md describes them: the first has what is counted and what
 * the first screen shows, the second all else. The second is fetched when it is asked for, and laid
 * over the first.
 */

import { text } from "../core/assets.js";

/** @typedef {import("../types.d.ts").Dataset} Dataset */

/** Stands for the names of candidates that are in the second file: the core wants all named. */
const NAMELESS = "–";

/** Where the second file of a dataset is. @type {WeakMap<Dataset, string>} */
const secondFiles = new WeakMap();
/** Datasets whose second file is on its way or here. @type {WeakMap<Dataset, Promise<void>>} */
const completed = new WeakMap();
/** Elections loaded beside the one that is shown. @type {Map<string, Promise<Dataset>>} */
const others = new Map();

/**
 * Adds what the second file has: objects member by member, lists item by item.
 * @param {Record<string, any>} dataset
 * @param {Record<string, any>} more
 */
export function layOver(dataset, more) {
  for (const [name, value] of Object.entries(more)) {
    if (typeof value === "object" && typeof dataset[name] === "object")
      layOver(dataset[name], value);
    else dataset[name] = value;
  }
}

/** The first file of an election of this site, or the only one. @param {string} id */
export async function loadElection(id) {
  /** @type {Dataset} */
  const dataset = JSON.parse(await text(`data/${id}.json`));
  if (dataset.more) {
    secondFiles.set(dataset, `data/${dataset.more}`);
    for (const { candidates } of dataset.constituencies)
      for (const candidate of candidates) candidate.name = NAMELESS;
  }
  return dataset;
}

/** An election of this site with all that is known of it, loaded once. @param {string} id */
export function loadWhole(id) {
  let dataset = others.get(id);
  if (!dataset) {
    dataset = loadElection(id).then(async (loaded) => {
      await complete(loaded);
      return loaded;
    });
    dataset.catch(() => others.delete(id));
    others.set(id, dataset);
  }
  return dataset;
}

/** A dataset at an address, with its second file beside it, if it has one. @param {string} address */
export async function loadFrom(address) {
  /** @type {Dataset} */
  const dataset = JSON.parse(await text(address));
  if (dataset.more) layOver(dataset, JSON.parse(await text(new URL(dataset.more, address).href)));
  return dataset;
}

/** Adds the second file to a dataset; resolves at once where that is done. @param {Dataset} dataset */
export async function complete(dataset) {
  const file = secondFiles.get(dataset);
  if (!file) return;
  let coming = completed.get(dataset);
  if (!coming) {
    coming = text(file).then((more) => layOver(dataset, JSON.parse(more)));
    coming.catch(() => completed.delete(dataset));
    completed.set(dataset, coming);
  }
  await coming;
}
