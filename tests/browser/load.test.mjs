// What loading the page costs, as the browser sees it; the build counts the same from the files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCalculator } from "./calculator.mjs";
import { baseUrl } from "./harness.mjs";

test("the page asks for what its HTML names, each only once, and for more when a tool is opened", async () => {
  const it = await openCalculator();
  const asked = () => it.requests.filter((url) => !url.endsWith("/favicon.ico") && !url.startsWith("data:"));
  await it.page.waitForNetworkIdle({ idleTime: 1000 });
  const named = await it.page.$$eval("script[src], link[href]", (nodes) =>
    nodes.map((node) => node.src ?? node.href),
  );
  const first = asked();
  const known = new Set([baseUrl, ...named]);
  assert.deepEqual(first.filter((url) => !known.has(url)), []);
  assert.ok(first.some((url) => url.endsWith("core/seat_calculator_bg.wasm")), "the core was loaded");
  assert.ok(first.length <= 20, `${first.length} requests`);
  await it.click("#tab-votes");
  await it.find(".move");
  const later = asked().slice(first.length);
  for (const path of ["pkg/seat_calculator_bg.wasm", "view/votes.js", "i18n/en.more.json"]) assert.ok(later.includes(new URL(path, baseUrl).href), path);
  await it.click("#tab-partners");
  await it.find(".change");
  assert.deepEqual(asked().filter((url, at) => asked().indexOf(url) !== at), []);
  it.expectClean();
  await it.close();
});
