// The first page: the result, two of the tools, and the page without script or without its core.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DECLARED,
  SIXTEEN,
  expectNoSideways,
  hands,
  inside,
  openCalculator,
  ready,
} from "./support/calculator.mjs";
import { isChromium, openPage, sizes, until } from "./support/harness.mjs";

test("the declared result stands first", async () => {
  const shifts = (page) =>
    page.evaluateOnNewDocument(() => {
      globalThis.shift = 0;
      if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
  for (const size of Object.values(sizes)) {
    const it = await openCalculator({ size, prepare: isChromium ? shifts : undefined });
    assert.equal(await it.verdict(), DECLARED);
    assert.equal(await it.read(".kicker"), "What if? Jharkhand Assembly · elected Nov 2024");
    assert.match(await it.read(".lead"), /^Declared result\. Change seats, votes or partners/);
    assert.equal(await it.page.$eval(inside("h1"), (node) => node.className), "verdict");
    if (size.width >= 360)
      assert.ok(
        await it.page.$eval(
          inside(".verdict"),
          (node) => node.clientHeight < 2.5 * parseFloat(getComputedStyle(node).lineHeight),
        ),
        "the answer takes two lines at most",
      );
    assert.deepEqual(await it.bars(), ["INDIA 56", "NDA 24", "JLKM 1"]);
    const members = "JMM 34,INC 16,RJD 4,CPI(ML)L 2,BJP 21,AJSU 1,JD(U) 1,LJP(RV) 1".split(",");
    // Where the half circle names them, the bars do not once more.
    const arc = size.width >= 768;
    if (arc) await it.find(".around-arc li");
    assert.deepEqual(
      (await it.see(arc ? ".around-arc li" : ".member")).toSorted(),
      (arc ? [...members, "JLKM 1"] : members).toSorted(),
    );
    assert.equal(await it.read(arc ? ".half" : ".mark"), "41 to win");
    assert.equal(await it.read(".none-yet"), "No changes: this is the declared result.");
    const asked = it.requests.filter((address) => address.startsWith("http"));
    assert.ok(asked.length <= 20, `${asked.length} requests: ${asked.join(" ")}`);
    if (isChromium)
      assert.equal(
        await it.page.evaluate(() => globalThis.shift),
        0,
        `layout shift at ${size.width}`,
      );
    await expectNoSideways(it.page);
    it.expectClean();
    await it.close();
  }
});

test("a seat is given away and taken back with the mouse", async () => {
  const it = await openCalculator();
  assert.equal(await it.read("#give-65"), "Give to BJP");
  await it.click("#give-65");
  assert.equal(
    await it.verdict(),
    "Hypothetical, 1 seat changed: INDIA has a majority: 55 of 81 seats, 14 above the mark of 41.",
  );
  assert.equal(await it.read(".note"), "Declared: INDIA 56, NDA 24, JLKM 1.");
  assert.deepEqual(await it.bars(), ["INDIA 55", "NDA 25", "JLKM 1"]);
  assert.equal(
    await it.said(),
    "Hypothetical, 1 seat changed: INDIA 55, NDA 25, JLKM 1. Declared: INDIA 56, NDA 24, JLKM 1.",
  );
  await it.click(".list summary");
  assert.deepEqual(await it.see(".edits li > span"), ["Kanke: INC → BJP"]);
  assert.equal(await it.read("#give-65"), "Back to INC");
  await it.click("#give-65");
  assert.equal(await it.verdict(), DECLARED);
  assert.equal(await it.read("#give-65"), "Give to BJP");
  it.expectClean();
  await it.close();
});

test("the sixteen closest seats of the majority end it", async () => {
  const it = await openCalculator({ path: `#${SIXTEEN}` });
  assert.equal(
    await it.verdict(),
    "Hypothetical, 16 seats changed: No majority: INDIA and NDA have 40 each of 81, both 1 short of 41.",
  );
  assert.match(
    await it.read(".note"),
    /^Declared: INDIA 56, NDA 24, JLKM 1\. No single party has 41/,
  );
  await it.fill("input[type=search]", "44");
  await it.click("#seat-44");
  const give = (await it.see(".detail tbody tr")).findIndex((line) => /\bBJP\b/.test(line));
  await it.click(`.detail tbody tr:nth-child(${give + 1}) .give`);
  assert.match(
    await it.verdict(),
    /^Hypothetical, 17 seats changed: NDA has a bare majority: 41 of 81, exactly the mark/,
  );
  assert.match(await it.said(), /^NDA gains a majority\./);
  it.expectClean();
  await it.close();
});

test("a seat opens to its candidates, any of whom can have it", async () => {
  const it = await openCalculator();
  await it.click("#seat-65");
  assert.equal((await it.see(".detail tbody tr")).length, 3);
  await it.click(".detail .actions button");
  assert.ok((await it.see(".detail tbody tr")).length > 3);
  await it.click(".detail tbody tr:nth-child(3) .give");
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed: INDIA has a majority: 55/);
  assert.match((await it.see(".detail tbody tr"))[2], /Holds the seat/);
  assert.match((await it.see(".detail tbody tr"))[0], /declared winner/);
  await it.click(".detail .actions button:nth-child(2)");
  assert.equal(await it.verdict(), DECLARED);
  it.expectClean();
  await it.close();
});

test("seats are searched in either script, sorted and filtered", async () => {
  const it = await openCalculator();
  const names = () => it.see(".seat-name");
  assert.equal((await names()).length, 18);
  assert.equal((await names())[0], "Mandu");
  await it.click('input[name="filter"][value="changed"]');
  assert.equal(await it.read(".none"), "No changes: this is the declared result.");
  await it.click('input[name="filter"][value="all"]');
  assert.equal((await names()).length, 81);
  const search = async (text) => {
    await it.fill("input[type=search]", text);
    return names();
  };
  assert.deepEqual(await search("कांके"), ["Kanke"]);
  assert.deepEqual(await search("सरायकेला"), ["Seraikella"]);
  assert.deepEqual(await search("hemant soren"), ["Barhait"]);
  assert.deepEqual(await search("Seraikyla"), []);
  assert.match(await it.read(".none"), /^No seat called “Seraikyla”\. Try Seraikella/);
  await it.click(".none button");
  assert.deepEqual(await names(), ["Seraikella"]);
  const marked = () =>
    it.page.$$eval(inside("input[name=filter]:checked"), (nodes) =>
      nodes.map((node) => node.value),
    );
  assert.deepEqual(await marked(), [], "what is looked for is looked for everywhere");
  assert.deepEqual(await search("hemnt soren"), []);
  assert.match(await it.read(".none"), /Try Hemant Soren/i);
  assert.deepEqual(await search("zzzz"), []);
  await it.click('input[name="filter"][value="all"]');
  assert.deepEqual(await marked(), ["all"]);
  await it.click(".more summary");
  await it.choose(".more label:nth-of-type(2) select", "SC");
  assert.equal((await names()).length, 9);
  await it.choose(".more label:last-of-type select", "number");
  const numbers = await it.page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".seat-name")].map(
      ({ id }) => Number(id.slice(5)),
    ),
  );
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
  it.expectClean();
  await it.close();
});

test("partners are added up in words", async () => {
  const it = await openCalculator();
  await it.click("#tab-partners");
  assert.equal(await it.read(".sum"), "JMM + INC + RJD + CPI(ML)L: 56, 15 above 41.");
  for (const id of ["INC", "RJD", "CPIML"])
    await it.click(`input[name="stance-${id}"][value="against"]`);
  assert.equal(await it.read(".sum"), "JMM: 34, 7 short of 41.");
  assert.equal(await it.read(".adding .quiet-text"), "Add to reach 41");
  assert.deepEqual((await it.see(".adding button")).slice(0, 3), [
    "+ INC",
    "+ BJP",
    "+ RJD + CPI(ML)L + JLKM",
  ]);
  assert.match(
    await it.verdict(),
    /^Hypothetical, partners changed after the vote, no seat changed hands: JMM: 34, 7 short of 41\./,
  );
  await it.click('input[name="stance-BJP"][value="for"]');
  assert.equal(await it.read(".sum"), "JMM + BJP: 55, 14 above 41.");
  assert.equal(await it.read(".sum-note"), "Neither can leave.");
  await it.click('input[name="stance-JLKM"][value="notVoting"]');
  assert.match(
    await it.read(".total > .quiet-text"),
    /^Carried: 55 for, 25 against\. 1 not voting\.$/,
  );
  // Another language shows the same tool, and what was opened in it.
  await it.page.$eval(inside(".sources:last-child"), (node) => {
    node.open = true;
  });
  await it.rest();
  await it.click(".languages button");
  const open = () =>
    until(it.page, () => {
      const root = document.querySelector("seat-calculator").shadowRoot;
      return (
        root.querySelector(".page:lang(hi)") &&
        root.querySelector("#tab-partners[aria-selected=true]") &&
        root.querySelector(".sources:last-child[open] li") &&
        !root.querySelector("[aria-busy=true]")
      );
    });
  await open();
  assert.equal((await it.see(".sum")).length, 1);
  it.expectClean();
  await it.close();
});

test("without script the page is the declared result", async () => {
  const it = await openPage({ noScript: true });
  // Scripts are off for the page, not for the driver, except in Firefox: the markup itself is what counts.
  const html = await (await fetch(it.page.url())).text();
  assert.match(html, /INDIA has a majority: 56 of 81 seats, 15 above the mark of 41\./);
  assert.equal(
    html.match(/<table class="declared">[^]*?<\/table>/)?.[0].match(/<th scope="?row"?>/g)?.length,
    81,
  );
  assert.match(html, /Kanke[^]{0,200}968/);
  // What is preloaded for the scripts is given up where there are none.
  it.expectClean([/^request failed: .*\.js /]);
  await it.close();
});

test("a core that does not load leaves the declared result and a Retry that works", async () => {
  const listen = (page) =>
    page.evaluateOnNewDocument(() => {
      globalThis.heard = [];
      for (const name of ["error", "outcome-change"])
        addEventListener(
          name,
          ({ detail }) => detail && globalThis.heard.push(detail.code ?? detail.verdict.seats),
          true,
        );
    });
  const opened = await openPage({ blocked: [/_bg\.wasm/], prepare: listen });
  const it = hands(opened.page);
  await it.find(".failed button");
  assert.deepEqual(await opened.page.evaluate(() => globalThis.heard), ["load"]);
  assert.equal(
    await it.read(".failed p"),
    "The calculator could not be loaded. Below is the declared result.",
  );
  assert.ok(
    await opened.page.evaluate(() =>
      document.querySelector("seat-calculator .page").checkVisibility(),
    ),
  );
  await it.click(".failed button");
  await until(
    opened.page,
    () =>
      !document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".failed [aria-disabled]"),
  );
  opened.blocked.length = 0;
  await it.click(".failed button");
  await ready(opened.page);
  assert.equal(await it.verdict(), DECLARED);
  assert.deepEqual(await it.see(".failed"), []);
  assert.deepEqual(
    await opened.page.evaluate(() => globalThis.heard),
    ["load", "load", 56],
    "a host hears of each failure, and of the outcome",
  );
  await it.click("#give-65");
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
  opened.expectClean([/_bg\.wasm/, /seat-calculator:/, /preload/]);
  await opened.close();
});

test("at 360 pixels the answer fills the first screen and stays in sight", async () => {
  const it = await openCalculator({ size: sizes.phone });
  const bottom = await it.page.evaluate(
    () =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".bars")
        .getBoundingClientRect().bottom,
  );
  assert.ok(bottom < sizes.phone.height, `the bars end at ${bottom}`);
  assert.deepEqual(await it.see(".strip-in"), []);
  await it.click("#give-65");
  await it.find(".strip.out");
  assert.match(await it.read(".strip-in p"), /^INDIA 55 · NDA 25 · JLKM 1/);
  await it.click(".strip button");
  assert.equal(await it.read("#give-65"), "Give to BJP");
  await it.page.evaluate(() => scrollTo(0, 0));
  await it.click("#tab-partners");
  await expectNoSideways(it.page);
  await it.click(".some");
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});
