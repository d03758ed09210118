/** Loads what the page needs before it is shown: words, data, core, and the views of its mode. */

import { address, bring, text } from "../core/assets.js";
import { CalculatorClient } from "../core/calculator-client.js";
import { complete, loadElection, loadFrom } from "../dataset/load-dataset.js";
import { Words } from "../i18n/messages.js";
import { chooseQuestions, wholeText } from "./options.js";

/** @import { Dataset } from "../types.d.ts" */
/** @import { MessageFile } from "../i18n/messages.js" */
/** @import { Options } from "./options.js" */
/** @import { Session } from "../state/session.js" */
/** @typedef {typeof import("./full-page.js")} FullPage */
/** @typedef {typeof import("../questions/asked.js")} Asked */
/** @typedef {import("../feed/count.js").Count} Count */
/**
 * What was loaded; `session`: the reader's scenario, where the same election was shown before.
 * @typedef {{ words: Words, dataset: Dataset, core: CalculatorClient, fullPage: FullPage | null,
 *   asked: Asked | null, session: Session | null, count: Count | null }} Loaded
 */

/** Files of results; all others are elections in the data format. */
const TABLES = /\.(csv|tsv|tab|txt|xls[xb]?|ods|html?)$/i;

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

/** Brings the messages that the first screen did without. @param {Words} words */
export async function completeWords(words) {
  if (words.more) words.add(JSON.parse(await text(words.more)));
}

/**
 * @param {string | URL} source an election's id, JSON text, or an address
 * @param {string | URL | null} recipe how a file of results is read
 * @returns {Promise<Dataset>}
 */
async function loadDataset(source, recipe) {
  if (source instanceof URL) {
    if (!recipe && !TABLES.test(source.pathname)) return loadFrom(source.href);
    const { readHostFile } = await bring("import/host-file.js");
    return readHostFile(source, recipe instanceof URL ? recipe : null);
  }
  if (source.startsWith("{")) return JSON.parse(source);
  if (source.startsWith("own:"))
    return (await bring("elections/kept.js")).loadKept(source.slice(4));
  if (/^[a-z0-9-]{1,80}$/.test(source)) return loadElection(source);
  throw Object.assign(new Error(`no election is called "${source}"`), { code: "election" });
}

/**
 * @param {Asked} asked @param {CalculatorClient} core @param {Options} options
 * @param {Dataset} dataset
 */
function prepare(asked, core, options, dataset) {
  const [question] = chooseQuestions(options, dataset);
  return asked.prepareAnswer(core, wholeText(question?.scenario ?? "", dataset));
}

/**
 * @param {Options} options
 * @param {{ session: Session, dataset: Dataset, count: Count | null } | null} shown the same election as it is shown now
 * @returns {Promise<Loaded>}
 */
export async function load(options, shown) {
  const { source, recipe, shipped, language, mode, tools, ownsAddress, feed } = options;
  const messages = loadMessages(language);
  // The page's HTML preloads the English words, and its button for English needs them next.
  if (ownsAddress && language !== "en") loadMessages("en").catch(() => {});
  const coming = shown ? Promise.resolve(shown.dataset) : loadDataset(source, recipe);
  const counting = feed
    ? bring("feed/count.js").then(({ open }) => open(feed, shown, ownsAddress))
    : null;
  const loadCore = async () => {
    const dataset = await coming;
    // To follow a count takes the full module, and that the whole dataset.
    if (feed) await complete(dataset);
    const core = shown?.session.core ?? (await CalculatorClient.load(dataset, shipped && !feed));
    // Names in other languages come with the details.
    if (language !== "en") await core.loadDetails();
    return core;
  };
  const needsFullPage = mode === "full" || tools.includes("flip");
  const [file, dataset, core, fullPage, asked, count] = await Promise.all([
    messages,
    coming,
    loadCore(),
    needsFullPage ? bring("element/full-page.js") : null,
    mode === "question" ? bring("questions/asked.js") : null,
    counting,
  ]);
  if (!shipped) bring("dataset/party-labels.js").then((one) => one.warnOfLabels(dataset));
  const words =
    (await count?.begin(core, file, language)) ?? new Words(language, file, dataset.house.result);
  if (asked) await Promise.all([completeWords(words), prepare(asked, core, options, dataset)]);
  return { words, dataset, core, fullPage, asked, session: shown?.session ?? null, count };
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
