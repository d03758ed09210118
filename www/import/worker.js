/**
 * The importer: in a worker of its own, or in the page where the browser allows no worker. It
 * imports nothing of the page, which is not there in a worker.
 */

/** @typedef {typeof import("../pkg/import/seat_import.js")} Module */
/** @import { Import, Reading, TableRow } from "../pkg/import/seat_import.js" */
/** What is asked of a desk, by the name of its method. @typedef {keyof Desk} Method */
/** @typedef {{ turn: number, method: Method, args: unknown[] }} Asked */

/** The first two bytes of spreadsheets: those that are archives, and those before them. */
const SPREADSHEETS = [0x504b, 0xd0cf];

/** @param {Uint8Array} bytes @returns {Promise<Module>} */
async function moduleFor(bytes) {
  const isSheet = SPREADSHEETS.includes((bytes[0] << 8) | bytes[1]);
  const path = `../pkg/import/${isSheet ? "" : "text/"}seat_import.js`;
  const module = await import(new URL(path, import.meta.url).href);
  await module.default();
  return module;
}

/** A file on the desk, and what was read of it. */
export class Desk {
  /** @type {Import | null} */
  #file = null;

  /** @param {Uint8Array} bytes @param {string} name "" for pasted text */
  async open(bytes, name) {
    const { Import } = await moduleFor(bytes);
    this.#file?.free();
    this.#file = new Import(bytes, name);
  }

  /** @param {string} recipe JSON text, or "" @returns {Reading} */
  read(recipe) {
    return this.#opened.read(recipe);
  }

  /** @param {number} from from 1 @param {number} count @returns {TableRow[]} */
  rows(from, count) {
    return this.#opened.rows(from, count);
  }

  /** The election as JSON text, or null. @param {string} id under which it is kept */
  dataset(id) {
    return this.#opened.dataset(id) ?? null;
  }

  /** The decisions as JSON text. */
  recipe() {
    return this.#opened.recipe();
  }

  get #opened() {
    if (!this.#file) throw new Error("no file is open");
    return this.#file;
  }
}

/**
 * Answers one request, with the value or with what was thrown.
 * @param {Desk} desk @param {Asked} asked
 */
export async function answer(desk, { turn, method, args }) {
  try {
    const act = /** @type {(...args: unknown[]) => unknown} */ (desk[method]);
    return { turn, value: await act.apply(desk, args) };
  } catch (error) {
    return { turn, error: String(Object(error).message ?? error) };
  }
}

if (!globalThis.document) {
  const desk = new Desk();
  self.addEventListener("message", async ({ data }) => self.postMessage(await answer(desk, data)));
  self.postMessage({ turn: 0 });
}
