// Every language says everything: the same keys in the same parts, the same places to fill, plural forms that suit it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES } from "../../www/i18n/messages.js";

const folder = new URL("../../www/i18n/", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
/** The page's messages, and those of the import and of claims, which come later. */
const read = (language) => {
  const page = json(`${language}.json`);
  const later = ["import", "claims"].flatMap((folder) =>
    Object.entries(json(`../${folder}/${language}.json`)).map(([key, message]) => [
      `${folder}/${key}`,
      message,
    ]),
  );
  return { ...page, messages: { ...page.messages, ...Object.fromEntries(later) } };
};
const english = read("en");
const forms = (message) => (typeof message === "string" ? { other: message } : message);
const places = (text) => [...new Set(text.match(/\{\w+\}/g))].sort().join();

test("there is a file for each language that is offered, and no other", () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(".json", ""));
  assert.deepEqual(files.sort(), Object.keys(LANGUAGES).sort());
});

for (const language of Object.keys(LANGUAGES)) {
  test(`messages in ${language}`, () => {
    const own = read(language);
    assert.deepEqual(Object.keys(own), Object.keys(english));
    for (const part of Object.keys(english)) {
      assert.deepEqual(Object.keys(own[part]).sort(), Object.keys(english[part]).sort(), part);
      for (const [key, message] of Object.entries(english[part])) {
        const said = forms(own[part][key]);
        const wanted = new Set(Object.values(forms(message)).map(places));
        for (const [form, text] of Object.entries(said)) {
          assert.ok(text.trim(), `${key} is empty`);
          assert.ok(
            wanted.has(places(text)),
            `${key}, ${form}: ${places(text)}, not ${[...wanted]}`,
          );
        }
        assert.equal(typeof own[part][key], typeof message, key);
        if (typeof message === "object") {
          // The forms that the language's own rules can ask for.
          const asked = new Intl.PluralRules(`${language}-IN`)
            .resolvedOptions()
            .pluralCategories.filter((form) => form === "one" || form === "other");
          assert.deepEqual(Object.keys(said).sort(), asked.sort(), key);
        }
      }
    }
  });
}

test("what is said instead of a declared result stands for a message there is", () => {
  const { messages: usual, ...instead } = english;
  for (const [part, messages] of Object.entries(instead)) {
    for (const key of Object.keys(messages)) assert.ok(key in usual, `${part}: ${key}`);
    const said = { ...usual, ...messages };
    const declared = Object.keys(said).filter((key) =>
      /declared/i.test(
        Object.values(forms(said[key]))
          .join()
          .replace(/\{\w+\}/g, ""),
      ),
    );
    // A fact of the elections that have them; what no page but theirs shows.
    assert.deepEqual(
      declared.filter(
        (key) => !["kicker.declared", "verdict.of.declared", "polls.note"].includes(key),
      ),
      [],
      part,
    );
  }
});

test("no language leaves a sentence in English", () => {
  for (const language of Object.keys(LANGUAGES).filter((one) => one !== "en")) {
    const own = read(language);
    for (const part of Object.keys(english)) {
      const same = Object.keys(english[part]).filter(
        (key) => JSON.stringify(own[part][key]) === JSON.stringify(english[part][key]),
      );
      const words = same.filter((key) =>
        /[a-z]{2}/i.test(
          Object.values(forms(english[part][key]))
            .join()
            .replace(/\{\w+\}/g, ""),
        ),
      );
      assert.deepEqual(words, [], language);
    }
  }
});
