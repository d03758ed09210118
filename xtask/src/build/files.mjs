// Reading and writing files.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The checkout. */
export const root = join(import.meta.dirname, "../../..");

/** @param {string} file */
export const readText = (file) => readFile(file, "utf8");

/** @param {string} file */
export async function readJson(file) {
  try {
    return JSON.parse(await readText(file));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

/**
 * Writes a file and the folders it lies in.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export async function write(file, content) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
