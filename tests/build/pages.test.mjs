// The places of a page that the build fills in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fillPage, preloadLinks } from "../../xtask/src/build/pages.mjs";

const IMPORTS = { "app.js": ["chunks/a.js", "chunks/b.js"], "b.js": ["view/a.js"] };
const imports = (file) => IMPORTS[file] ?? [];

test("everything the scripts import is named once, with the WebAssembly of a module", () => {
  const page =
    '<link rel="modulepreload" href="pkg/core/seat_calculator.js"><link rel="modulepreload" href="chunks/b.js"><!-- preload --><script type="module" src="app.js"></script>';
  assert.deepEqual(preloadLinks(page, "index.html", imports).split("\n"), [
    '<link rel="preload" as="fetch" type="application/wasm" crossorigin href="pkg/core/seat_calculator_bg.wasm">',
    '<link rel="modulepreload" href="chunks/a.js">',
  ]);
});

test("pages in folders climb out", () => {
  const page = '<!-- preload --><script type="module" src="../b.js"></script>';
  const links = preloadLinks(page, "examples/one.html", imports);
  assert.equal(links, '<link rel="modulepreload" href="../view/a.js">');
});

test("a page with scripts and no place for links is refused", () => {
  const page = '<script type="module" src="app.js"></script>';
  assert.throws(() => preloadLinks(page, "index.html", imports), /<!-- preload -->/);
  assert.equal(fillPage("<p>no scripts</p>", "a.html", "", imports), "<p>no scripts</p>");
});

test("places are filled, each with text that is not looked at again", () => {
  const template =
    '<meta property="og:image" content="{{base-url}}/a.png">\n<title>{{title}}</title>\n<main><!-- declared-result --></main>';
  const election = { id: "a", title: "{{seats}} $&", seats: "3", markup: "<table></table>" };
  const rest = "<title>{{seats}} $&</title>\n<main><table></table></main>";
  assert.equal(
    fillPage(template, "a.html", "https://example.org/v", imports, election),
    `<meta property="og:image" content="https://example.org/v/a.png">\n${rest}`,
  );
  const fed = '<seat-calculator election="{{election}}"{{feed}} address>';
  assert.equal(
    fillPage(fed, "a.html", "", imports, { ...election, feed: 'live.json?a="b"' }),
    '<seat-calculator election="a" feed="live.json?a=&quot;b&quot;" address>',
  );
  assert.equal(
    fillPage(fed, "a.html", "", imports, election),
    '<seat-calculator election="a" address>',
  );
  // What needs the address of publication says nothing without it.
  assert.equal(fillPage(template, "a.html", "", imports, election), rest);
});
