/** Loads what the page needs before it is shown: words, data, core, and the views of its mode. */

import { address, bring, text } from "../core/assets.js";
import { CalculatorClient } from "../core/calculator-client.js";
import { loadElection, loadFrom } from "../dataset/load-dataset.js";
import { Words } from "../i18n/messages.js";

/** @import { Dataset } from "../types.d.ts" */
/** @import { MessageFile } from "../i18n/messages.js" */
/** @import { Options } from "./options.js" */
/** @import { Session } from "../state/session.js" */
/** @typedef {typeof import("./full-page.js")} FullPage */
/**
 * What was loaded; `session`: the reader's scenario, where the same election was shown before.
 * @typedef {{ words: Words, dataset: Dataset, core: CalculatorClient, fullPage: FullPage | null,
 *   session: Session | null }} Loaded
 */

/** Message files by language. @type {Map<string, Promise<MessageFile>>} */
const messageFiles = new Map();

/** @param {string} language @returns {Promise<MessageFile>} */
export function loadMessages(language) {
  let file = messageFiles.get(language);
  if (!file) {
    file = text(`i18n/${language}.json`).then(JSON.parse);
    file.catch(() => messageFiles.delete(language));
    messageFiles.set(language, file);
  }
  return file;
}

/**
 * @param {string | URL} source an election's id, JSON text, or an address
 * @returns {Promise<Dataset>}
 */
async function loadDataset(source) {
  if (source instanceof URL) return loadFrom(source.href);
  if (source.startsWith("{")) return JSON.parse(source);
  if (/^[a-z0-9-]{1,80}$/.test(source)) return loadElection(source);
  throw Object.assign(new Error(`no election is called "${source}"`), { code: "election" });
}

/**
 * @param {Options} options
 * @param {{ session: Session, dataset: Dataset } | null} shown the same election as it is shown now
 * @returns {Promise<Loaded>}
 */
export async function load({ source, shipped, language, mode, tools, ownsAddress }, shown) {
  const messages = loadMessages(language);
  // The page's HTML preloads the English words, and its button for English needs them next.
  if (ownsAddress && language !== "en") loadMessages("en").catch(() => {});
  const coming = shown ? Promise.resolve(shown.dataset) : loadDataset(source);
  const loadCore = async () => {
    const dataset = await coming;
    const core = shown?.session.core ?? (await CalculatorClient.load(dataset, shipped));
    // Names in other languages come with the details.
    if (language !== "en") await core.loadDetails();
    return core;
  };
  const needsFullPage = mode === "full" || mode === "question" || tools.includes("flip");
  const [file, dataset, core, fullPage] = await Promise.all([
    messages,
    coming,
    loadCore(),
    needsFullPage ? bring("element/full-page.js") : null,
  ]);
  const words = new Words(language, file, dataset.house.result);
  return { words, dataset, core, fullPage, session: shown?.session ?? null };
}

/**
 * Notes what the host page's Content-Security-Policy refuses of ours meanwhile: its directive and
 * the address.
 */
export function watchPolicy() {
  /** @type {string[]} */
  const refused = [];
  /** @param {SecurityPolicyViolationEvent} event */
  const watch = ({ effectiveDirective, blockedURI }) => {
    if (blockedURI.startsWith(address("")) || blockedURI.startsWith("wasm-eval"))
      refused.push(`${effectiveDirective} ${blockedURI}`);
  };
  addEventListener("securitypolicyviolation", watch);
  return { refused, stop: () => removeEventListener("securitypolicyviolation", watch) };
}
