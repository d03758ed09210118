// What loading the page costs, as the browser sees it; the build counts the same from the files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { baseUrl, openPage, until } from "./harness.mjs";

test("the page asks for nothing but what its HTML names, and each only once", async () => {
  const opened = await openPage();
  await until(opened.page, () => customElements.get("seat-calculator"));
  await opened.page.waitForNetworkIdle({ idleTime: 500 });
  const named = await opened.page.$$eval("script[src], link[href]", (nodes) =>
    nodes.map((node) => node.src ?? node.href),
  );
  const known = new Set([baseUrl, ...named]);
  const asked = opened.requests.filter((url) => !url.endsWith("/favicon.ico") && !url.startsWith("data:"));
  assert.deepEqual(asked.filter((url) => !known.has(url)), []);
  assert.deepEqual(asked.filter((url, at) => asked.indexOf(url) !== at), []);
  assert.ok(asked.some((url) => url.endsWith("_bg.wasm")), "the core was loaded");
  assert.ok(asked.length <= 20, `${asked.length} requests`);
  opened.expectClean();
  await opened.close();
});
