/**
 * Data files beside that of the election: facts around it, other elections, and the list of all.
 */

import { text } from "../core/assets.js";

/** @import { ElectionEntry, FactsFile } from "./types.d.ts" */

/** @type {Map<string, Promise<string>>} */
const files = new Map();

/** A data file, fetched once; one that failed is asked for again. @param {string} name */
export function file(name) {
  const known = files.get(name);
  if (known) return known;
  const coming = text(`data/${name}.json`);
  coming.catch(() => files.delete(name));
  files.set(name, coming);
  return coming;
}

/** @param {{ dataset: { id: string } }} ctx @returns {Promise<FactsFile>} */
export const facts = async ({ dataset }) => JSON.parse(await file(`${dataset.id}.facts`));

/** All elections that have a page. @returns {Promise<ElectionEntry[]>} */
export const elections = async () => JSON.parse(await file("elections"));
