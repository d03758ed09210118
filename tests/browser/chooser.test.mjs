// The chooser of elections near the title.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inside, openCalculator } from "./support/calculator.mjs";
import { axe, until } from "./support/harness.mjs";

const all = JSON.parse(
  readFileSync(new URL("../../www/data/elections.json", import.meta.url), "utf8"),
);
const it = await openCalculator();

const isOpen = () => it.page.$eval(inside(".chooser"), (node) => node.open);

test("it says which election is shown and offers all others", async () => {
  assert.equal(await it.read(".chooser > summary"), "Nov 2024, other elections");
  await it.page.click(inside(".chooser > summary"));
  await it.find(".chooser-list a");
  const texts = await it.see(".chooser-list [aria-current], .chooser-list li a");
  assert.deepEqual(
    texts.filter((text) => all.some(({ title }) => title.en === text)),
    [...all.filter(({ of }) => !of), ...all.filter(({ of }) => of)].map(({ title }) => title.en),
  );
});

test("it breaks no rule of accessibility", async () => {
  assert.deepEqual(await axe(it.page, { part: ".chooser" }), []);
});

test("Escape closes it and gives the focus back, a press elsewhere closes it too", async () => {
  await it.page.focus(inside(".chooser-list a"));
  await it.page.keyboard.press("Escape");
  assert.equal(await isOpen(), false);
  const focused = await it.page.evaluate(
    () => document.querySelector("seat-calculator").shadowRoot.activeElement?.tagName,
  );
  assert.equal(focused, "SUMMARY");
  await it.page.keyboard.press("Enter");
  assert.equal(await isOpen(), true);
  await it.page.click(inside(".verdict .sentence"), { offset: { x: 2, y: 2 } });
  assert.equal(await isOpen(), false);
});

test("a choice opens that election's page", async () => {
  await it.page.click(inside(".chooser > summary"));
  const link = await it.find('.chooser-list a[href$="jharkhand-2019.html"]');
  await link.click();
  await until(it.page, () => location.pathname.endsWith("jharkhand-2019.html"));
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      ?.shadowRoot?.querySelector(".chooser summary")
      ?.textContent.match(/^Dec\s2019/),
  );
  // The checker writes style attributes that the page's policy refuses.
  it.expectClean([/style-src/]);
  await it.close();
});
