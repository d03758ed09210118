// The two message files of a language in the built page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { mentions } from "../../xtask/src/build/first-words.mjs";

const site = process.env.SITE_FOLDER;
if (!site) throw new Error("SITE_FOLDER must name the folder of the built page");
const source = new URL("../../www/i18n/", import.meta.url);
const read = (address) => JSON.parse(readFileSync(address, "utf8"));

test("a module mentions the keys that it names, whole or by their beginning", () => {
  // eslint-disable-next-line no-template-curly-in-string -- the source of a script
  const known = mentions('say("a.one"); say(`b.${kind}`); say(`${key}.members`)');
  assert.deepEqual(["a.one", "a.two", "b.x", "b.x.y", "members"].map(known), [
    true,
    false,
    true,
    true,
    false,
  ]);
});

test("both files of a language together are its messages, and each message is in one of them", () => {
  for (const language of ["en", "hi"]) {
    const { more: name, ...first } = read(join(site, `i18n/${language}.json`));
    const more = read(join(site, name));
    const whole = read(new URL(`${language}.json`, source));
    for (const [kind, messages] of Object.entries(whole)) {
      assert.deepEqual({ ...more[kind], ...first[kind] }, messages, kind);
      assert.ok(!Object.keys(first[kind]).some((key) => key in more[kind]), kind);
    }
    // What the first screen says, and says when something fails.
    for (const key of ["verdict.majority", "seat.declared", "later.failed", "refused.same-side"])
      assert.ok(key in first.messages, key);
    assert.ok(Object.keys(first.messages).length * 2 < Object.keys(whole.messages).length);
  }
});
