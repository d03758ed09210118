/** Reads files of results with the importer, beside the page where the browser allows it. */

import { address, bring } from "../core/assets.js";

/** @import { Reading, TableRow } from "../pkg/import/seat_import.js" */
/** @import { Method } from "./worker.js" */
/** @typedef {{ done: (value: any) => void, failed: (error: Error) => void }} Waiting */
/** What answers requests, and what ends it. @typedef {{ ask(asked: object): void, end(): void }} Desk */

/** The only script that is ever started as a worker. */
const WORKER = () => address("import/worker.js");

/** Lets the worker's own address be one, where the page lets only trusted texts be addresses. */
function trusted() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const url = WORKER();
  return trustedTypes
    ? trustedTypes
        .createPolicy("seat-calculator", { createScriptURL: () => url })
        .createScriptURL("")
    : url;
}

/** @param {(answer: any) => void} heard @returns {Promise<Desk>} */
async function inWorker(heard) {
  // Elsewhere, and in sandboxed frames, the browser refuses other origins' workers.
  if (new URL(WORKER()).origin !== self.origin) throw new Error("another origin");
  const worker = new Worker(trusted(), { type: "module" });
  await new Promise((ready, failed) => {
    worker.onmessage = ready;
    worker.onerror = failed;
  });
  worker.onmessage = ({ data }) => heard(data);
  worker.onerror = ({ message }) => heard({ error: message });
  return { ask: (asked) => worker.postMessage(asked), end: () => worker.terminate() };
}

/** @param {(answer: any) => void} heard @returns {Promise<Desk>} */
async function inPage(heard) {
  const { Desk, answer } = await bring("import/worker.js");
  const desk = new Desk();
  let ended = false;
  return {
    async ask(asked) {
      // The page says first that it is at work.
      await new Promise((next) => setTimeout(next));
      const found = await answer(desk, /** @type {import("./worker.js").Asked} */ (asked));
      if (!ended) heard(found);
    },
    end() {
      ended = true;
    },
  };
}

/** One file at a time. `stop` ends whatever is under way. */
export class Reader {
  /** @type {Promise<Desk> | null} */
  #desk = null;
  #turn = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();

  /** @param {Uint8Array} bytes @param {string} name "" for pasted text @returns {Promise<void>} */
  open(bytes, name) {
    return this.#ask("open", bytes, name);
  }

  /** @param {string} recipe JSON text, or "" @returns {Promise<Reading>} */
  read(recipe) {
    return this.#ask("read", recipe);
  }

  /** @param {number} from from 1 @param {number} count @returns {Promise<TableRow[]>} */
  rows(from, count) {
    return this.#ask("rows", from, count);
  }

  /** @param {string} id under which it is kept @returns {Promise<string | null>} */
  dataset(id) {
    return this.#ask("dataset", id);
  }

  /** @returns {Promise<string>} */
  recipe() {
    return this.#ask("recipe");
  }

  /** Ends what is under way: all that waits is rejected, and the file is closed. */
  stop() {
    this.#desk?.then(({ end }) => end());
    this.#desk = null;
    this.#rejectAll(new DOMException("stopped", "AbortError"));
  }

  /** @param {Method} method @param {...unknown} args @returns {Promise<any>} */
  async #ask(method, ...args) {
    const heard = (/** @type {any} */ answer) => this.#heard(answer);
    this.#desk ??= inWorker(heard).catch(() => inPage(heard));
    const coming = this.#desk;
    const turn = ++this.#turn;
    const answered = new Promise((done, failed) => this.#waiting.set(turn, { done, failed }));
    // It may be rejected before anybody waits for it.
    answered.catch(() => {});
    const desk = await coming;
    if (coming === this.#desk) desk.ask({ turn, method, args });
    return answered;
  }

  /** @param {{ turn?: number, value?: unknown, error?: string }} answer */
  #heard({ turn, value, error }) {
    // What names no request ended the worker.
    if (turn === undefined) return this.#rejectAll(new Error(error));
    const waiting = this.#waiting.get(turn);
    this.#waiting.delete(turn);
    if (error === undefined) waiting?.done(value);
    else waiting?.failed(new Error(error));
  }

  /** @param {Error} error */
  #rejectAll(error) {
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}
