// The three letters on the tiles.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shortCodes } from "../../www/dataset/short-codes.js";

const file = (name) =>
  JSON.parse(readFileSync(new URL(`../../www/data/${name}`, import.meta.url), "utf8"));

test("no two of the 81 constituencies have the same letters, in either language", () => {
  const english = file("jharkhand-2024.json").constituencies.map(({ name }) => name.en ?? name);
  const hindi = file("jharkhand-2024.more.json").constituencies.map(({ name }) => name.hi);
  for (const [names, locale] of [
    [english, "en-IN"],
    [hindi, "hi-IN"],
  ]) {
    const codes = shortCodes(names, locale);
    assert.equal(new Set(codes).size, 81);
    const letters = new Intl.Segmenter(locale);
    codes.forEach((code, i) => {
      const known = new Set(
        [...letters.segment(names[i].toLocaleUpperCase(locale))].map((one) => one.segment),
      );
      const own = [...letters.segment(code)].map((one) => one.segment);
      // "नाला" has two letters with their vowel signs.
      assert.equal(own.length, Math.min(3, known.size), code);
      assert.ok(
        own.every((letter) => known.has(letter)),
        `${names[i]}: ${code}`,
      );
    });
  }
});

test("two words give their first letters, and names too short what they have", () => {
  const names = ["Jamshedpur East", "Jamshedpur West", "Jama", "Jamua", "Or", "Or", ""];
  const codes = shortCodes(names, "en");
  assert.deepEqual(codes.slice(0, 4), ["JAE", "JAW", "JAM", "JMU"]);
  assert.deepEqual(codes.slice(4), ["OR", "OR", ""]);
});
