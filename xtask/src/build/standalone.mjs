// One election as one file that opens from disk: script, WebAssembly, messages, looks and data all
// inside, and a policy that forbids every request.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { bundleWhole, lazyModules } from "./bundle.mjs";
import { readText, write } from "./files.mjs";

const template = await readText(join(import.meta.dirname, "standalone.html"));

/** Script as it may stand between the tags. @param {string} script */
export const inMarkup = (script) =>
  script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

/**
 * The template with its places filled, each with text that is not looked at again.
 * @param {Record<string, string>} values
 */
export const fillStandalone = (values) =>
  template.replace(/\{\{([a-z-]+)\}\}/g, (_, name) => values[name]);

const isText = (/** @type {string} */ name) => /\.(json|css)$/.test(name);

/** The import needs a site: it runs beside the page, and opens what it keeps at an address. */
const isShown = (/** @type {string} */ path) => !/^(import|elections)\//.test(path);

/**
 * The module in the place of core/assets.js that has all files in itself: the text of what the page
 * would fetch, and the full core for the small one too.
 */
async function assets(out, baseUrl, others) {
  const texts = {};
  for (const folder of ["i18n", "data", "css", "claims"])
    for (const name of (await readdir(join(out, folder))).filter(isText).sort()) {
      const file = `${folder}/${name}`;
      if (!others.some((id) => name === `${id}.json` || name === `${id}.more.json`))
        texts[file] = await readText(join(out, file));
    }
  const binary = await readFile(join(out, "pkg/seat_calculator_bg.wasm"), "base64");
  const modules = lazyModules()
    .filter(isShown)
    .map((path) => `"${path}": () => import("../${path}"),`);
  return `
    import * as core from "../pkg/seat_calculator.js";
    import { make } from "../components/dom.js";
    const texts = ${JSON.stringify(texts)};
    const modules = { ${modules.join("\n")} };
    const bytes = () => Uint8Array.from(atob("${binary}"), (one) => one.charCodeAt(0));
    const module = { ...core, default: () => core.default({ module_or_path: bytes() }) };
    export const alone = true;
    export const address = (path) => new URL(path, ${baseUrl ? JSON.stringify(`${baseUrl}/`) : "location.href"}).href;
    export async function text(path) {
      if (!(path in texts)) throw new Error(path + " is not in this file");
      return texts[path];
    }
    export const bring = async (path) => (path.startsWith("pkg/") ? module : modules[path]());
    export const sheet = (name) => ({ node: make("style", {}, texts["css/" + name]), ready: null });
  `;
}

/** Style sheets of what shows before the script does. */
const SHEETS = ["page.css", "seat-calculator.css"];

/**
 * @param {string} out
 * @param {string} baseUrl
 * @param {import("./declared.mjs").Declared[]} elections the first is written
 */
export async function writeStandalone(out, baseUrl, elections) {
  const [{ id, title, markup }] = elections;
  // Other readings of an election have pages of their own.
  const others = elections.filter(({ of }) => of).map((one) => one.id);
  const script = await bundleWhole(out, await assets(out, baseUrl, others));
  const page = fillStandalone({
    title,
    style: (await Promise.all(SHEETS.map((name) => readText(join(out, `css/${name}`))))).join(""),
    election: id,
    "declared-result": markup,
    script: inMarkup(script),
  });
  await write(join(out, `standalone/${id}.html`), page);
}
