// What a browser of 2021 lacks, taken away one by one: the declared result stays, and a sentence
// says why nothing can be changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, until } from "./support/harness.mjs";

const SENTENCES =
  /could not be loaded|needs JavaScript and a browser of 2023 or newer|cannot run here/;

for (const [what, options] of [
  ["scripts that it can read", { blocked: [/seat-calculator\.js/] }],
  ["WebAssembly", { prepare: without("globalThis", "WebAssembly") }],
  ["elements of a page's own", { prepare: without("globalThis", "customElements") }],
  ["Array.prototype.at", { prepare: without("Array.prototype", "at") }],
  ["Object.hasOwn", { prepare: without("Object", "hasOwn") }],
  ["CSS.supports and constructed style sheets", { prepare: without("globalThis", "CSS") }],
  ["IntersectionObserver", { prepare: without("globalThis", "IntersectionObserver") }],
  ["ResizeObserver", { prepare: without("globalThis", "ResizeObserver") }],
])
  test(`without ${what} the result is there, and works or says why not`, async () => {
    const { page, close } = await openPage(options);
    const found = await until(page, () => {
      const seen = (node) => node?.checkVisibility({ opacityProperty: true }) && node.innerText;
      const element = document.querySelector("seat-calculator");
      const inside = element.shadowRoot;
      const works = seen(inside?.querySelector("[data-core] .verdict"));
      const said = seen(inside?.querySelector(".failed")) || seen(element.querySelector(".needs"));
      return (works || said) && { works, said, page: document.body.innerText };
    });
    assert.match(found.works || found.page, /INDIA has a majority: 56 of 81 seats/);
    if (!found.works) assert.match(found.said, SENTENCES);
    await close();
  });

/** Takes away a property before the page's scripts run. */
function without(object, name) {
  return (page) => page.evaluateOnNewDocument(`delete ${object}.${name};`);
}
