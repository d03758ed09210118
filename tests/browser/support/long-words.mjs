// A language that there is none of: English whose words are all 40 % longer.

import { baseUrl } from "./harness.mjs";

/** A message, or several, whose every word has 40 % more letters, its places as they are. */
const stretched = (message) =>
  typeof message === "string"
    ? message.replace(/\{\w+\}|[\p{L}’]+/gu, (word) =>
        word.startsWith("{") ? word : word + "ő".repeat(Math.ceil(word.length * 0.4)),
      )
    : Object.fromEntries(Object.entries(message).map(([key, text]) => [key, stretched(text)]));

/** The message file of the site in it, for a server of one's own. */
export async function longWords() {
  const path = "i18n/en.json";
  const { messages, ...others } = await (await fetch(new URL(path, baseUrl))).json();
  const body = JSON.stringify({ messages: stretched(messages), ...others });
  return { [`/${path}`]: { type: "application/json", body } };
}
