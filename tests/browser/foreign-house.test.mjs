// A host's own data: a house elsewhere speaks no words of Indian elections, and data that are wrong
// are told to whoever builds the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hands } from "./support/calculator.mjs";
import { SCRIPT, openHost, says } from "./support/host-page.mjs";
import { isChromium, settled, sizes, until } from "./support/harness.mjs";

const HOUSE = readFileSync(new URL("../data/houses/small-commons.json", import.meta.url), "utf8");
const JSON_TYPE = { "Content-Type": "application/json" };

/** What only India's elections have, in both languages. */
const INDIAN =
  /\bMLAs?\b|Rajya|Lok Sabha|Vidhan|Election Commission|\bECI\b|hung|Assembly|\bEVMs?\b|\bNOTA\b|Jharkhand|lakh|crore|विधायक|राज्यसभा|लोकसभा|विधानसभा|आयोग|ईवीएम|नोटा|झारखंड/;

const ONCE = { skip: !isChromium };

/** The element with somebody's own data. @param {string} attributes @param {any} [options] */
async function openOwn(attributes, { body = HOUSE, ...options } = {}) {
  const it = await openHost(
    `<seat-calculator src="/house.json" ${attributes}></seat-calculator>${SCRIPT}`,
    { files: { "/house.json": { body, headers: JSON_TYPE } }, ...options },
  );
  return { ...it, ...hands(it.page) };
}

/** Waits until the calculator stands. */
const stands = (it) =>
  until(it.page, () =>
    document
      .querySelector("seat-calculator")
      ?.shadowRoot?.querySelector(".page[data-core] .verdict"),
  );

/** All that can be read or heard, and the values of fields; no addresses. */
const everything = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    const all = [...shadowRoot.querySelectorAll(".page, .page *")];
    const said = all.flatMap((node) => [
      node.getAttribute("aria-label"),
      node.getAttribute("title"),
      node.getAttribute("placeholder"),
      node.getAttribute("alt"),
      node.tagName === "TEXTAREA" && !/:\/\//.test(node.value) && node.value,
    ]);
    return [shadowRoot.querySelector(".page").textContent, ...said.filter(Boolean)];
  });

/** Fails where something Indian is said. @param {any} it @param {string} place */
async function expectForeign(it, place) {
  await settled(it.page);
  for (const said of await everything(it.page)) {
    const found = INDIAN.exec(said);
    assert.equal(found && said.slice(Math.max(found.index - 60, 0), found.index + 60), null, place);
  }
}

/** Presses every control of a kind inside, one after the other. */
async function pressAll(it, selector) {
  const n = (await it.page.$$(`seat-calculator >>> ${selector}`)).length;
  for (let i = 0; i < n; i++) {
    const all = await it.page.$$(`seat-calculator >>> ${selector}`);
    await all[i]?.evaluate((node) =>
      node.tagName === "DETAILS" ? (node.open = true) : node.click(),
    );
    await it.rest();
  }
  return n;
}

// The same words in every browser; this walk takes one of them.
for (const lang of ["en", "hi"])
  test(
    `the whole page of a house elsewhere, ${lang}: no word of India's elections`,
    ONCE,
    async () => {
      const it = await openOwn(`lang="${lang}" controls="flip votes partners claim"`, {
        size: sizes.desk,
      });
      await stands(it);
      await expectForeign(it, "start");
      assert.ok((await pressAll(it, ".cards .question")) > 0);
      await expectForeign(it, "a question");
      await it.click("#give-1");
      await it.click("#seat-5");
      await expectForeign(it, "a seat opened, another given away");
      for (const tool of ["votes", "partners", "flip"]) {
        await it.click(`#tab-${tool}`);
        for (const radio of await it.page.$$("seat-calculator >>> .presets button"))
          await radio.evaluate((node) => node.click());
        await it.rest();
        await pressAll(it, ".tools details");
        await expectForeign(it, tool);
      }
      await pressAll(it, ".page details");
      assert.ok((await pressAll(it, ".around [role=tab]")) > 1);
      await expectForeign(it, "facts");
      await pressAll(it, ".house .radios input");
      for (const select of await it.page.$$("seat-calculator >>> .shade select")) {
        const values = await select.evaluate((node) => [...node.options].map((one) => one.value));
        for (const value of values) {
          await select.select(value);
          await expectForeign(it, `coloured by ${value}`);
        }
      }
      await it.click(".toolbar button:nth-child(3)");
      await it.find(".share-panel textarea");
      await expectForeign(it, "share");
      // The report's own names, as "hung" and "nota", are no words on a screen.
      const sentence = await it.page.$eval("seat-calculator", (node) => node.export("sentence"));
      assert.doesNotMatch(sentence, INDIAN);
      it.expectClean([/console warn/]);
      await it.close();
    },
  );

for (const mode of ["compact", "result", "question"])
  test(`a house elsewhere, ${mode}: no word of India's elections, before an edit and after`, async () => {
    const it = await openOwn(`mode="${mode}"`, { size: { width: 320, height: 800 } });
    await stands(it);
    await expectForeign(it, "start");
    await it.page.$eval("seat-calculator", (node) => {
      node.scenario = "0~1~small-commons~~f-LAB-GRN--LD_h-v-LAB";
    });
    await says(it.page, "Hypothetical");
    await pressAll(it, ".page details");
    await expectForeign(it, "after an edit");
    it.expectClean();
    await it.close();
  });

test("without tiles or map: half circle, downloads and print", ONCE, async () => {
  const it = await openOwn("", { size: sizes.desk });
  await stands(it);
  await it.find(".placed.hemicycle .tile");
  assert.deepEqual(await it.see(".house .radios label"), []);
  await it.page.evaluate(() => {
    globalThis.files = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      globalThis.files.push(blob);
      return createObjectURL(blob);
    };
    addEventListener("click", (event) => {
      if (event.composedPath()[0].download) event.preventDefault();
    });
  });
  await it.click(".away > summary");
  await it.find('.away .preview[src^="data:image/svg"]');
  for (const button of await it.page.$$("seat-calculator >>> .away-panel .presets button")) {
    await button.evaluate((node) => node.click());
    await it.rest();
  }
  await until(it.page, () => globalThis.files.length >= 3);
  const texts = await it.page.evaluate(() =>
    Promise.all(globalThis.files.filter(({ type }) => !/png/.test(type)).map((one) => one.text())),
  );
  assert.ok(texts.some((one) => one.includes("Ambleford")));
  for (const one of texts.filter((text) => !text.startsWith("{"))) assert.doesNotMatch(one, INDIAN);
  if (isChromium) {
    await it.page.keyboard.press("Control");
    await it.find(".paper p");
    await it.rest();
    await it.page.emulateMediaType("print");
    assert.equal((await it.see(".placed.hemicycle .tile")).length, 9);
    assert.match((await it.see(".paper")).join(), /Smallshire Council/);
  }
  it.expectClean();
  await it.close();
});

/** The house with this many constituencies whose winner is no serial. */
function wrong(many) {
  const house = JSON.parse(HOUSE);
  const [first] = house.constituencies;
  house.constituencies = Array.from({ length: many }, (_, i) => ({
    ...first,
    id: String(i + 1),
    name: `Seat ${i + 1}`,
    winner: 0,
  }));
  house.house.seats = many;
  house.questions = [];
  return JSON.stringify(house);
}

test("problems of the data stand in a fold with place and remedy, all of them in the console", async () => {
  for (const [lang, said] of [
    ["en", "33 problems in the data, for whoever builds this page"],
    ["hi", "डेटा में 33 गड़बड़ियां, पेज बनाने वालों के लिए"],
  ]) {
    const it = await openOwn(`lang="${lang}"`, { body: wrong(33), size: sizes.phone });
    await it.find(".failed details");
    assert.deepEqual(await it.see(".failed summary"), [said]);
    assert.deepEqual(await it.see(".failed li"), [], "folded for who only reads");
    await it.page.click("seat-calculator >>> .failed summary");
    const listed = await it.see(".failed li");
    assert.equal(listed.length, 20);
    assert.match(listed[0], /^constituencies\[0\]\.winner no candidate here has the serial 0/);
    assert.match(await it.read(".failed details p"), lang === "en" ? /^13 more/ : /^13 और/);
    const [told] = it.problems.filter((one) => one.includes("problems of the data: 33"));
    assert.equal(told.match(/constituencies\[\d+\]\.winner/g).length, 33);
    it.expectClean([/console warn/]);
    await it.close();
  }
});

for (const [name, body, told] of [
  ["no JSON", '{"format": 1,', /JSON/],
  ["no file at all", null, /404/],
])
  test(`${name}: said in the fold and in the console`, async () => {
    const files = body === null ? {} : { "/house.json": { body, headers: JSON_TYPE } };
    const it = await openOwn("", { files });
    await it.find(".failed details");
    await it.page.click("seat-calculator >>> .failed summary");
    assert.match((await it.see(".failed li")).join(), told);
    it.expectClean([/console warn/, /console error/, /house\.json/]);
    await it.close();
  });
