// GUARANTEES.md names a test for every promise; each of them exists.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const read = (file) => readFileSync(join(root, file), "utf8");

/** Whether a test of this name, or one that ends in it, is in a source. */
function isTest(source, name) {
  if (source.includes(`fn ${name}(`)) return true;
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(test|said)\\(\\s*["\`][^"\`]*${quoted}`).test(source);
}

test("every promise names a test that exists", () => {
  const rows = read("GUARANTEES.md")
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|(-|\s*promise)/.test(line));
  assert.ok(rows.length > 20, `${rows.length} promises`);
  for (const row of rows) {
    const named = row.match(/^\| .+ \| `([^`]+)`: "([^"]+)" \|$/);
    assert.ok(named, `no test is named: ${row}`);
    const [, file, name] = named;
    assert.ok(isTest(read(file), name), `${file} has no test "${name}"`);
  }
});
