// The page in Hindi.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSideways, inside, openCalculator, ready } from "./support/calculator.mjs";
import { sizes, until } from "./support/harness.mjs";

const HINDI = "इंडिया को बहुमत: 81 में से 56 सीटें, बहुमत के आंकड़े 41 से 15 ज्यादा।";

/** Waits until the verdict begins so. */
const says = (it, start) =>
  until(
    it.page,
    (wanted) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".verdict")
        ?.textContent.trim()
        .startsWith(wanted),
    start,
  );

test("the reader switches to Hindi and back, and keeps the scenario, its history and the focus", async () => {
  const it = await openCalculator();
  await it.click("#give-65");
  await it.click(".languages button");
  await says(it, "काल्पनिक, 1 सीट बदली: इंडिया को बहुमत: 81 में से 55 सीटें");
  assert.equal(await it.focused(), "English");
  const page = await it.page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    search: location.search,
    hash: location.hash,
  }));
  assert.equal(page.lang, "hi");
  assert.equal(page.title, "सीट कैलकुलेटर: झारखंड विधानसभा चुनाव, नवंबर 2024");
  assert.equal(page.search, "?lang=hi");
  assert.match(page.hash, /w-65/);
  assert.equal(await it.read(".note"), "घोषित: इंडिया 56, एनडीए 24, जेएलकेएम 1।");
  await it.click(".toolbar button:nth-child(1)");
  await says(it, HINDI);
  await it.click(".toolbar button:nth-child(2)");
  await says(it, "काल्पनिक");
  await it.fragment(/w-65/);
  await it.page.reload();
  await ready(it.page);
  await says(it, "काल्पनिक, 1 सीट बदली");
  await it.click(".languages button");
  await says(it, "Hypothetical, 1 seat changed");
  assert.equal(await it.page.evaluate(() => document.documentElement.lang), "en");
  // What opened later keeps its words.
  await it.click("#tab-partners");
  await it.click("input[name=stance-INC][value=against]");
  await it.click(".languages button");
  await says(it, "काल्पनिक, 1 सीट और साथी बदले");
  assert.match(await it.read(".strip-kind"), /^$|^काल्पनिक · 41 से 1 कम$/);
  assert.doesNotMatch(await it.read(".page"), /[a-z]+\.[a-z]+\.[a-z]+/);
  it.expectClean();
  await it.close();
});

test("a link in Hindi: names, numbers, search in either script, and foreign names marked", async () => {
  const it = await openCalculator({ path: "?lang=hi", size: sizes.phone });
  await says(it, HINDI);
  assert.deepEqual(await it.bars(), ["इंडिया 56", "एनडीए 24", "जेएलकेएम 1"]);
  assert.ok(
    (await it.see(".parties td")).some((text) => text.includes("41,83,281")),
    "Indian grouping",
  );
  for (const query of ["कांके", "Kanke", "सरायकेला", "Seraikella"]) {
    await it.fill("input[type=search]", query);
    await until(
      it.page,
      () =>
        document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".seat-name")
          .length === 1,
    );
  }
  await it.fill("input[type=search]", "65");
  await it.click("#seat-65");
  const marked = await it.page.$$eval(inside(".detail tbody :is(th, button) [lang=en]"), (nodes) =>
    nodes.map((node) => node.textContent),
  );
  assert.deepEqual(
    marked,
    ["Suresh Kumar Baitha", "Dr. Jitu Charan Ram", "Phuleshwar Baitha"].flatMap((name) => [
      name,
      name,
    ]),
    "candidates' names are Latin, beside their votes and in what their buttons are called",
  );
  await it.click("#tab-partners");
  assert.match(await it.read(".sum"), /^झामुमो \+ कांग्रेस \+ राजद \+ भाकपा माले: 56, 41 से 15 ज्यादा।$/);
  await it.click(".toolbar button:nth-child(3)");
  const link = await it.page.$eval(inside(".share-panel textarea.link"), (node) => node.value);
  assert.equal(new URL(link).searchParams.get("lang"), "hi");
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});

test("an unknown language is English", async () => {
  const it = await openCalculator({ path: "?lang=xx" });
  await says(it, "INDIA has a majority");
  it.expectClean();
  await it.close();
});
