/** The reader's own elections, kept in this browser: their data in one store, their names beside. */

import { address } from "../core/assets.js";

/** @import { Dataset } from "../types.d.ts" */
/** An election as lists show it. @typedef {{ id: string, title: string, kept: string }} Kept */

const DATABASE = "seat-calculator";
const NAMES = "names";
const DATA = "data";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Works on both stores at once; nothing is kept unless all is.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(names: IDBObjectStore, data: IDBObjectStore) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
async function stores(mode, work) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(NAMES, { keyPath: "id" });
    opening.result.createObjectStore(DATA);
  };
  const database = await done(opening);
  try {
    const transaction = database.transaction([NAMES, DATA], mode);
    const kept = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await work(transaction.objectStore(NAMES), transaction.objectStore(DATA));
    await kept;
    return result;
  } finally {
    database.close();
  }
}

/** The address of an election that is kept here. @param {string} id */
export function ownAddress(id) {
  const url = new URL(address("own.html"));
  url.searchParams.set("election", id);
  return url.href;
}

/** All of them, by name. @returns {Promise<Kept[]>} */
export async function allKept() {
  const all = await stores("readonly", (names) => done(names.getAll()));
  return all.sort((a, b) => (a.title < b.title ? -1 : 1));
}

/**
 * Keeps an election: under its own id, or with a number behind it where another has that id.
 * @param {string} id
 * @param {string} title
 * @param {(id: string) => Promise<string>} write the data under an id, as JSON text
 * @returns {Promise<string>} its id
 */
export async function keepElection(id, title, write) {
  const known = new Set((await allKept()).map((one) => one.id));
  let free = id;
  for (let n = 2; known.has(free); n++) free = `${id}-${n}`;
  const text = await write(free);
  await stores("readwrite", async (names, data) => {
    await done(data.add(text, free));
    await done(names.add({ id: free, title, kept: new Date().toISOString() }));
  });
  return free;
}

/** @param {string} id @param {string} title */
export const renameKept = (id, title) =>
  stores("readwrite", async (names) => {
    const before = await done(names.get(id));
    if (before) await done(names.put({ ...before, title }));
  });

/** @param {string} id */
export const deleteKept = (id) =>
  stores("readwrite", async (names, data) => {
    await done(names.delete(id));
    await done(data.delete(id));
  });

/**
 * The data of an election, with the name that the reader gave it. Rejects with code "not-kept"
 * where this browser has none of that id.
 * @param {string} id
 * @returns {Promise<Dataset>}
 */
export async function loadKept(id) {
  const [name, text] = await stores("readonly", async (names, data) => [
    await done(names.get(id)),
    await done(data.get(id)),
  ]).catch(() => []);
  if (!text) throw Object.assign(new Error(`"${id}" is not kept here`), { code: "not-kept" });
  const dataset = JSON.parse(text);
  if (name.title !== titleOf(dataset)) {
    dataset.title = name.title;
    dataset.house.name = name.title;
  }
  return dataset;
}

/** @param {Dataset} dataset */
const titleOf = ({ title }) => (typeof title === "object" ? title.en : title);
