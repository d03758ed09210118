// What the server sends, whatever the page looks like.

import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { baseUrl } from "./support/harness.mjs";

const own = `'self' ${new URL(baseUrl).origin}`;
const policy =
  `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src ${own}; img-src ${own} data: blob:; ` +
  `connect-src ${own}; worker-src ${own}; frame-src ${own}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;

/** The status of a path sent exactly as written, which `fetch` would tidy first. */
function rawStatus(path) {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject).end();
  });
}

test("every answer carries the headers the page is meant to run under", async () => {
  for (const path of ["", "pkg/seat_calculator.js", "no-such-file"]) {
    const { headers } = await fetch(new URL(path, baseUrl));
    assert.equal(headers.get("content-security-policy"), policy, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("cache-control"), "no-cache", path);
    assert.equal(headers.get("access-control-allow-origin"), "*", path);
    assert.equal(headers.get("cross-origin-resource-policy"), "cross-origin", path);
    assert.equal(headers.get("cross-origin-embedder-policy"), "require-corp", path);
  }
});

test("media types are those browsers insist on", async () => {
  const types = {
    "": "text/html; charset=utf-8",
    "pkg/seat_calculator.js": "text/javascript; charset=utf-8",
    "pkg/seat_calculator_bg.wasm": "application/wasm",
    "data/jharkhand-2024.json": "application/json; charset=utf-8",
  };
  for (const [path, type] of Object.entries(types)) {
    const answer = await fetch(new URL(path, baseUrl));
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), type, path);
  }
});

test("nothing outside the site is served", async () => {
  for (const path of [
    "/../Cargo.toml",
    "/%2e%2e/Cargo.toml",
    "/pkg/..%2f..%2fCargo.toml",
    "//etc/passwd",
  ]) {
    assert.equal(await rawStatus(path), 404, path);
  }
  assert.equal(await rawStatus("/"), 200);
});
