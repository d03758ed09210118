// What loading the page costs, as the browser sees it; the build counts the same from the files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { baseUrl, openPage, until } from "./harness.mjs";

/** What follows when the page is idle: the full module, which takes over from the small one. */
const LATER = ["pkg/seat_calculator.js", "pkg/seat_calculator_bg.wasm"];

test("the page asks for what its HTML names and then for the full module, each only once", async () => {
  const opened = await openPage();
  await until(opened.page, () => customElements.get("seat-calculator"));
  await until(opened.page, () => Boolean(document.querySelector("seat-calculator")?.shadowRoot?.querySelector("[data-core=full]")));
  await opened.page.waitForNetworkIdle({ idleTime: 500 });
  const named = await opened.page.$$eval("script[src], link[href]", (nodes) =>
    nodes.map((node) => node.src ?? node.href),
  );
  const known = new Set([baseUrl, ...named]);
  const asked = opened.requests.filter((url) => !url.endsWith("/favicon.ico") && !url.startsWith("data:"));
  const later = LATER.map((path) => new URL(path, baseUrl).href);
  assert.deepEqual(asked.filter((url) => !known.has(url)), later);
  assert.deepEqual(asked.slice(-later.length), later, "after everything the page starts with");
  assert.deepEqual(asked.filter((url, at) => asked.indexOf(url) !== at), []);
  assert.ok(asked.some((url) => url.endsWith("core/seat_calculator_bg.wasm")), "the core was loaded");
  assert.ok(asked.length <= 20, `${asked.length} requests`);
  opened.expectClean();
  await opened.close();
});
