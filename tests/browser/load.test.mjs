// What loading the page costs, as the browser sees it; the build counts the same from the files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { openCalculator } from "./support/calculator.mjs";
import { baseUrl, openPage, until } from "./support/harness.mjs";

test("the page asks for what its HTML names, each only once, and for more when a tool is opened", async () => {
  const it = await openCalculator();
  const asked = () =>
    it.requests.filter((url) => !url.endsWith("/favicon.ico") && !url.startsWith("data:"));
  await it.page.waitForNetworkIdle({ idleTime: 1000 });
  const named = await it.page.$$eval("script[src], link[href]", (nodes) =>
    nodes.map((node) => node.src ?? node.href),
  );
  const first = asked();
  // A desk has the half circle and the margin strip in sight, which the full core places once the
  // page stands.
  const inSight = [
    "pkg/seat_calculator.js",
    "pkg/seat_calculator_bg.wasm",
    "data/jharkhand-2024.more.json",
    "chart/half-circle.js",
    "chart/margin-strip.js",
    "i18n/en.more.json",
  ].map((path) => new URL(path, baseUrl).href);
  const known = new Set([baseUrl, ...named, ...inSight]);
  assert.deepEqual(
    first.filter((url) => !known.has(url)),
    [],
  );
  assert.ok(
    first.some((url) => url.endsWith("core/seat_calculator_bg.wasm")),
    "the core was loaded",
  );
  assert.ok(first.length <= 20, `${first.length} requests`);
  await it.click("#tab-votes");
  await it.find(".move");
  const later = asked().slice(first.length);
  assert.ok(later.includes(new URL("votes/tool.js", baseUrl).href));
  await it.click("#tab-partners");
  await it.find(".change");
  assert.deepEqual(
    asked().filter((url, at) => asked().indexOf(url) !== at),
    [],
  );
  it.expectClean();
  await it.close();
});

test("a compact embed asks for no more than the list by which the build weighs it, and so stays light", async () => {
  const it = await openPage({ path: "embed.html?mode=compact" });
  const asked = () =>
    it.requests
      .filter((url) => !url.startsWith("data:"))
      .map((url) => url.replace(/\?.*/, ""))
      .sort();
  await until(it.page, () =>
    document.querySelector("seat-calculator")?.shadowRoot?.querySelector(".tile"),
  );
  await it.page.waitForNetworkIdle({ idleTime: 500 });
  const named = await it.page.$$eval("head script[src], head link[href]", (nodes) =>
    nodes.map((node) => node.src ?? node.href),
  );
  const listed = JSON.parse(await readFile(new URL("compact.json", import.meta.url), "utf8"))
    // Only what a frame shows says the result again.
    .filter((path) => path !== "result/inline-result.js")
    .map((path) => new URL(path, baseUrl).href);
  const whole = new URL("embed.html", baseUrl).href;
  assert.deepEqual(
    asked(),
    [...new Set([whole, ...named.filter((url) => !url.startsWith("data:")), ...listed])].sort(),
  );
  const weigh = async (url) =>
    brotliCompressSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
  const sizes = await Promise.all(
    [...asked(), new URL("result/inline-result.js", baseUrl).href].map(weigh),
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(all <= 95_000, `${all} bytes`);
  // A seat that is opened brings its candidates' names.
  await it.page.click("seat-calculator >>> .tile[data-seat='65']");
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".candidates"),
  );
  assert.match(
    await it.page.$eval("seat-calculator >>> .candidates", (node) => node.textContent),
    /Suresh Kumar Baitha/,
  );
  assert.ok(asked().includes(new URL("data/jharkhand-2024.more.json", baseUrl).href));
  it.expectClean();
  await it.close();
});
