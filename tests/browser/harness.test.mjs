// The harness must see what it is there to see: each of these tests makes something go wrong on purpose.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, eventually, openPage, sizes, startServer, until } from "./support/harness.mjs";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src *; require-trusted-types-for 'script'";

function page(body, script = "") {
  const html = `<!doctype html><html lang="en"><title>A page</title><meta name="viewport" content="width=device-width">
    <main><h1>A page</h1>${body}</main><script src="/page.js"></script></html>`;
  return {
    headers: { "Content-Security-Policy": policy },
    files: { "/page.html": { body: html }, "/page.js": { type: "text/javascript", body: script } },
  };
}

/** An address where nobody listens any more. */
async function deadAddress() {
  const { address, close } = await startServer();
  await close();
  return address;
}

async function open(body, script, options = {}) {
  const { address } = await startServer(page(body, script));
  return openPage({ path: `${address}page.html`, ...options });
}

test("a quiet page is clean, and accessible", async () => {
  const opened = await open("<p>Nothing happens.</p>");
  assert.deepEqual(await axe(opened.page), []);
  opened.expectClean();
  await opened.close();
});

const troubles = {
  "a console error": ["console.error('made on purpose')", /console error: made on purpose/],
  "a console warning": ["console.warn('made on purpose')", /console warn: made on purpose/],
  "an uncaught error": [
    "setTimeout(() => { throw new Error('made on purpose') })",
    /page error: .*made on purpose/,
  ],
  "an unhandled rejection": [
    "Promise.reject(new Error('made on purpose'))",
    /page error: .*made on purpose/,
  ],
  "a missing file": ["fetch('/none')", /status 404: .*\/none/],
  "a failed request": [
    `fetch('${await deadAddress()}lost').catch(() => {})`,
    /request failed: .*\/lost/,
  ],
  "a request to another origin": [
    `fetch('${await deadAddress()}away').catch(() => {})`,
    /another origin: .*\/away/,
  ],
  "a violated policy": [
    "document.body.append(Object.assign(new Image(), { src: 'data:,' }))",
    /Content.Security.Policy.*img-src/,
  ],
  "markup from text": ["document.body.innerHTML = '<p>'", /TrustedHTML|require-trusted-types-for/],
};

for (const [what, [script, expected]] of Object.entries(troubles)) {
  test(`sees ${what}`, async () => {
    const opened = await open("", script);
    await eventually(
      () => opened.problems.some((problem) => expected.test(problem)),
      () => `${expected} is not in: ${opened.problems.join("\n")}`,
    );
    assert.throws(() => opened.expectClean(), /not clean/);
    await opened.close();
  });
}

test("a blocked request fails until it is let through", async () => {
  const script =
    "globalThis.ask = () => fetch('/page.html?asked').then((answer) => answer.status, () => 0)";
  const opened = await open("", script, { blocked: [/asked/] });
  assert.equal(await opened.page.evaluate(() => globalThis.ask()), 0);
  opened.blocked.length = 0;
  assert.equal(await opened.page.evaluate(() => globalThis.ask()), 200);
  await opened.close();
});

test("axe sees into shadow trees and knows target sizes", async () => {
  const script = `const root = document.querySelector("#host").attachShadow({ mode: "open" });
    for (const name of ["", "b"]) {
      const button = root.appendChild(document.createElement("button"));
      button.textContent = name;
      Object.assign(button.style, { width: "12px", height: "12px", padding: 0, margin: 0, border: 0 });
    }`;
  const opened = await open('<div id="host"></div>', script);
  const broken = (await axe(opened.page)).join("\n");
  assert.match(broken, /^button-name: .*#host >>> /m);
  assert.match(broken, /^target-size: /m);
  await opened.close();
});

test("size, colour scheme and motion are those asked for", async () => {
  for (const scheme of ["light", "dark"]) {
    const reducedMotion = scheme === "dark";
    const opened = await open("", "", { scheme, reducedMotion, size: sizes.phone });
    const seen = await opened.page.evaluate(() => ({
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      reduced: matchMedia("(prefers-reduced-motion: reduce)").matches,
      width: innerWidth,
    }));
    assert.deepEqual(seen, {
      dark: scheme === "dark",
      reduced: reducedMotion,
      width: sizes.phone.width,
    });
    await opened.close();
  }
});

test("without scripts nothing runs, and the page can still be read", async () => {
  const opened = await open(
    "<noscript><p id='seen'>No scripts here.</p></noscript>",
    "document.title = 'ran'",
    { noScript: true },
  );
  assert.equal(await opened.page.title(), "A page");
  assert.equal(
    await opened.page.$eval("#seen", (node) => node.getBoundingClientRect().height > 0),
    true,
  );
  await opened.close();
});

test("real input reaches the page", async () => {
  const script =
    "const log = []; for (const kind of ['click', 'keydown']) " +
    "document.querySelector('button').addEventListener(kind, (event) => { log.push(kind + event.isTrusted); document.title = log.join() })";
  const opened = await open("<button>Press</button>", script);
  await opened.page.click("button");
  await opened.page.keyboard.press("Enter");
  await until(opened.page, () => document.title === "clicktrue,keydowntrue,clicktrue");
  opened.expectClean();
  await opened.close();
});

test("tabs share storage only when asked to", async () => {
  const first = await open("", "localStorage.setItem('a', '1')");
  const second = await openPage({ path: first.page.url(), beside: first });
  const apart = await openPage({ path: first.page.url().replace("page.html", "?") });
  assert.equal(await second.page.evaluate(() => localStorage.length), 1);
  assert.equal(await apart.page.evaluate(() => localStorage.length), 0);
  for (const opened of [second, first, apart]) await opened.close();
});

test("text is in the fonts of the tests, whatever the machine has, and they have all signs of the page", async () => {
  const opened = await open("<p>Nothing happens.</p>");
  const [widths, missing] = await opened.page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d");
    const width = (text, family) => {
      pen.font = `240px ${family}`;
      return pen.measureText(text).width;
    };
    const families = ["serif", "monospace", "system-ui", "DejaVu Sans", "Arial", "no such font"];
    // Signs that no font has are boxes of one width.
    const box = width("\uf8ff", "sans-serif");
    return [
      families.map((family) => width("Jharkhand झारखंड 5 → 4 ▸ −1", family)),
      [..."Jiझ₹→−×±·▸▾⇄’“…"].filter((sign) => width(sign, "sans-serif") === box),
    ];
  });
  assert.equal(new Set(widths).size, 1, `every family is the same font: ${widths}`);
  assert.deepEqual(missing, []);
  await opened.close();
});
