// What a built page asks for before its reader does anything.

import assert from "node:assert/strict";
import { test } from "node:test";
import { requests } from "../../xtask/src/build/requests.mjs";

const SITE = {
  "index.html": `<link rel=icon href=data:image/svg+xml,x><img src=https://example.org/a.png><img src=//b.org/c.png>
    <!-- <img src=d.png> --><script>'<img src=e.png>'</script><link rel=canonical href=f.html><img src=g.png>
    <link rel="preload" as="fetch" crossorigin href="data/a.json"><link rel=stylesheet href=css/page.css>
    <script type="module" src="app.js"></script>`,
  "app.js": 'import{a as b}from"./chunks/x.js";import"./y.js";b("./never.js");import("./late.js");',
  "chunks/x.js": 'export{z}from"../z.js";',
  "pkg/seat_calculator.js": "",
  "y.js": 'import"./pkg/seat_calculator.js";',
  "z.js": "",
  "css/page.css": 'a{background:url("b.png")}b{background:url(data:image/png,x)}',
};

test("files of the site count, by their place in the chain", async () => {
  const found = await requests(["index.html"], async (file) => SITE[file]);
  assert.deepEqual(Object.fromEntries(found), {
    "index.html": 1,
    "app.js": 2,
    "g.png": 2,
    "css/page.css": 2,
    "data/a.json": 2,
    "chunks/x.js": 3,
    "y.js": 3,
    "css/b.png": 3,
    "z.js": 4,
    "pkg/seat_calculator.js": 4,
    "pkg/seat_calculator_bg.wasm": 5,
  });
});
