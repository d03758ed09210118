// A language that there is none of: English whose words are all 40 % longer.

import { baseUrl } from "./harness.mjs";

/** A message whose every word has 40 % more letters, its places as they are. */
const stretched = (message) =>
  typeof message === "string"
    ? message.replace(/\{\w+\}|[\p{L}’]+/gu, (word) =>
        word.startsWith("{") ? word : word + "ő".repeat(Math.ceil(word.length * 0.4)),
      )
    : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, stretched(text)]));

/** The message files of the site in it, for a server of one's own. */
export async function longWords() {
  const files = {};
  for (const path of ["i18n/en.json", "i18n/en.more.json"]) {
    const messages = await (await fetch(new URL(path, baseUrl))).json();
    files[`/${path}`] = { type: "application/json", body: JSON.stringify(stretched(messages)) };
  }
  return files;
}
