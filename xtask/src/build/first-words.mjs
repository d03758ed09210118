// The words of the first screen apart from all others, which come with the first view that opens
// later: most of a message file is about those.

import { join } from "node:path";
import { readJson, readText, write } from "./files.mjs";

/**
 * Whether a module's text may say a message: its key stands there whole, or the beginning of it
 * before a place that is filled in.
 * @param {string} source
 * @returns {(key: string) => boolean}
 */
export function mentions(source) {
  const stems = [
    ...new Set([...source.matchAll(/`([a-z][\w.]*\.)\$\{/gi)].map(([, stem]) => stem)),
  ];
  return (key) => source.includes(`"${key}"`) || stems.some((stem) => key.startsWith(stem));
}

/**
 * Splits every message file of the built page in two: `i18n/en.json`, which names the other as its
 * `more`, and `i18n/en.more.json`.
 * @param {string} out the folder of the built page
 * @param {string[]} languages
 * @param {string[]} modules files that are on the first screen, or ask for no more than it has
 */
export async function splitWords(out, languages, modules) {
  const known = mentions((await Promise.all(modules.map(readText))).join("\n"));
  for (const language of languages) {
    const path = join(out, `i18n/${language}.json`);
    const file = await readJson(path);
    const part = (first) =>
      Object.fromEntries(
        Object.entries(file).map(([name, messages]) => [
          name,
          Object.fromEntries(Object.entries(messages).filter(([key]) => known(key) === first)),
        ]),
      );
    const more = `i18n/${language}.more.json`;
    await write(join(out, more), JSON.stringify(part(false)));
    await write(path, JSON.stringify({ ...part(true), more }));
  }
}
