// What is known around the result: tabs under the tools, pages of other elections, cards that facts answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DECLARED,
  OTHER_PAGES,
  expectNoSideways,
  inside,
  openCalculator,
  ready,
} from "./support/calculator.mjs";
import { isChromium, sizes, until } from "./support/harness.mjs";

/** The panel that is shown. */
const FACT = ".fact:not([hidden])";

/** Opens the page and its facts. */
async function openFacts(options) {
  const it = await openCalculator(options);
  await it.click(".third > details:first-child > summary");
  await it.find(".around .fact");
  return {
    ...it,
    open: (title) => openFact(it, title),
    texts: (selector) => it.see(`${FACT} ${selector}`),
  };
}

/** Titles of all facts, as the list for phones has them. */
const titles = (it) =>
  it.page.$$eval(inside(".fact-pick option"), (all) => all.map((one) => one.text));

/** Chooses the fact of that title, by its tab or where there are none by the list, and waits for it. */
async function openFact(it, title) {
  await chooseFact(it, title);
  await until(
    it.page,
    (wanted) => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      const shown = shadowRoot.querySelector(".fact:not([hidden])");
      return (
        shown?.querySelector(".on-paper").textContent === wanted &&
        Boolean(shown.querySelector("table, li, .sum")) &&
        !shown.querySelector("[aria-busy]")
      );
    },
    title,
  );
}

async function chooseFact(it, title) {
  const key = await it.page.$$eval(
    inside(".fact-pick option"),
    (all, wanted) => all.find((one) => one.text === wanted)?.value,
    title,
  );
  assert.ok(key, `a fact called ${title}`);
  const tab = `#tab-${key}`;
  if ((await it.see(tab)).length) await it.click(tab);
  else await it.choose(".fact-pick select", key);
}

test("nothing of the facts is asked for before they are opened", async () => {
  const it = await openCalculator();
  const asked = () =>
    it.requests.filter((address) => /around|facts|elections\.json|201[49]/.test(address));
  assert.deepEqual(asked(), []);
  await it.click(".third > details:first-child > summary");
  await it.find(".around .fact");
  assert.ok(asked().length > 0);
  assert.ok(!asked().some((address) => address.includes("2019.json")));
  await openFact(it, "By party and place");
  assert.ok(!asked().some((address) => /facts\.json|polls|elections\.json/.test(address)));
  it.expectClean();
  await it.close();
});

test("facts by party and place follow the scenario", async () => {
  const it = await openFacts();
  await it.open("By party and place");
  const row = async (name) => (await it.texts("tbody tr")).find((line) => line.startsWith(name));
  assert.match(await row("BJP"), /^BJP 21\/6830\.88 %59,21,47433\.18 %/);
  await it.choose(`${FACT} select`, "category ST");
  assert.match(await row("BJP"), /^BJP Seraikella1\//);
  await it.choose(`${FACT} select`, "");
  await it.click("#give-65");
  await until(it.page, () =>
    /BJP\s*22\/68/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".facts tbody")
        .textContent,
    ),
  );
  await it.click(`${FACT} input[value="sides"]`);
  assert.match(await row("INDIA"), /^INDIA\s*55\/81/);
  it.expectClean();
  await it.close();
});

test("seats by place are told in words beside their bars", async () => {
  const it = await openFacts();
  await it.open("By party and place");
  const row = async (name) =>
    (await it.texts(".places tbody tr")).find((line) => line.startsWith(name));
  assert.equal(await row("ST"), "ST 28 seatsINDIA 27 · NDA 1");
  await it.click(`${FACT} input[value="phase"]`);
  const phases = await it.texts(".places tbody tr");
  assert.deepEqual(
    phases.map((line) => line.match(/(\d+) seats/)[1]),
    ["43", "38"],
  );
  await it.click(`${FACT} input[value="district"]`);
  assert.equal((await it.texts(".places tbody tr")).length, 24);
  it.expectClean();
  await it.close();
});

test("exit polls stay hidden until polling has ended", async () => {
  // 20 November 2024, 23:59 in India.
  const before = (page) =>
    page.evaluateOnNewDocument(() => {
      Date.now = () => Date.UTC(2024, 10, 20, 18, 29);
    });
  const it = await openFacts({ prepare: before });
  await chooseFact(it, "Exit polls");
  await until(it.page, () =>
    /Hidden until polling has ended\./.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".around").textContent,
    ),
  );
  assert.deepEqual(await it.texts(".polls"), []);
  it.expectClean();
  await it.close();
});

test("then and now: 2019, 2014 and the vote of June", async () => {
  const it = await openFacts();
  await it.open("Then and now");
  assert.equal(await it.read(".then .sum"), "47 seats stayed with their party, 34 changed hands.");
  assert.match(
    await it.read(".of-the-day"),
    /Mahagathbandhan 47 \(JMM 30, INC 16, RJD 1\) · BJP 25/,
  );
  const row = async (name) =>
    (await it.texts(".held tbody tr")).find((line) => line.startsWith(name));
  assert.equal(await row("AJSU"), "AJSU21–12");
  const seat = async (name) =>
    (await it.texts(".then-seats tbody tr")).find((line) => line.startsWith(name));
  assert.match(await seat("Mandu"), /BJP by 2,062AJSU by 231$/);
  await it.click(`${FACT} input[value="held"]`);
  assert.match(await seat("Barhait"), /JMM by 25,740JMM by 39,791$/);
  await it.choose(".then select", "jharkhand-2014");
  await until(it.page, () =>
    /MCO counts as CPI\(ML\)L/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".then .quiet-list")
        .textContent,
    ),
  );
  assert.match(await seat("Nirsa"), /MCO by .*CPI\(ML\)L by 1,808$/);
  await it.choose(".then select", "lok-sabha-2024-jharkhand");
  await until(it.page, () =>
    /NDA 50/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".of-the-day").textContent,
    ),
  );
  it.expectClean();
  await it.close();
});

test("exit polls, the day of counting, people, quota, ballots and differing figures", async () => {
  const it = await openFacts();
  await it.open("Exit polls");
  assert.equal(
    await it.read(`${FACT} .sum`),
    "1 of 8 exit polls had all three in range: Axis My India.",
  );
  assert.equal((await it.texts(".polls tbody tr")).length, 8);
  assert.match((await it.texts(".polls thead"))[0], /INDIA.*NDA/);
  await it.open("The day of counting");
  assert.deepEqual(await it.texts(".tallies caption"), [
    "Election Commission, as printed by",
    "Television and news trends",
  ]);
  assert.equal((await it.texts(".tallies tbody tr")).length, 16);
  assert.match((await it.texts(".tallies thead"))[0], /INDIA.*NDA/);
  await it.open("Key contests");
  const person = async (name) =>
    (await it.texts(".people li")).find((line) => line.startsWith(name));
  assert.match(await person("Hemant Soren"), /Won by 39,791\. ?Chief Minister/);
  assert.match(await person("Baidyanath Ram"), /Lost by 434 to Prakash Ram \(BJP\)/);
  assert.match(await person("Amar Kumar Bauri"), /Third, with 56,091 votes/);
  await it.open("Rajya Sabha");
  assert.ok((await it.texts(".sum")).includes("With 2 vacancies, 28 of 81 members elect one."));
  assert.ok((await it.texts("tbody tr")).includes("INDIA562none, exactly enough"));
  await it.open("Postal votes and NOTA");
  assert.ok(
    (await it.texts(".sum")).includes("Without postal votes all 81 seats have the same winners."),
  );
  await it.open("Where published figures disagree");
  assert.match((await it.texts(".published li"))[1], /67\.74 %PTI.*67\.58 %EVM/);
  it.expectClean();
  await it.close();
});

test("every election is a page of its own, with its own result before any script", async () => {
  for (const [path, said] of OTHER_PAGES) {
    const it = await openCalculator({ path });
    assert.equal(await it.verdict(), said);
    const written = async (address) =>
      (await (await fetch(address)).text()).replaceAll("\u00a0", " ");
    assert.ok((await written(it.page.url())).includes(said), path);
    const frame = await written(new URL(`embed-${path}`, it.page.url()));
    assert.ok(
      frame.includes(said) && frame.includes(`data-election="${path.replace(".html", "")}"`),
      `the frame of ${path}`,
    );
    await it.click(".give");
    assert.match(await it.verdict(), /^Hypothetical, 1 (seat|segment) changed/);
    assert.match(await it.fragment(/./), new RegExp(path.replace(".html", "")));
    it.expectClean();
    await it.close();
  }
});

test("a vote by segment and a count say what they are, not that anything was declared", async () => {
  const june = await openFacts({ path: "lok-sabha-2024-jharkhand.html" });
  assert.deepEqual(await titles(june), [
    "By party and place",
    "Friendly fights",
    "Other elections",
  ]);
  await june.open("By party and place");
  assert.match(
    (await june.texts(".quiet-text"))[0],
    /^81 seats, 1,68,78,088 valid votes; no others are known\./,
  );
  const columns = (await june.texts("thead")).join();
  assert.match(columns, /^PartyLed\/stood.*Share of valid votes/);
  assert.doesNotMatch(columns, /[Dd]eposit/);
  await june.click(".tools [role=tab]:last-of-type");
  await until(june.page, () =>
    /It would be carried: 50 for/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".change")?.textContent,
    ),
  );
  assert.match(await june.read(".tools"), /nobody was elected to these/);
  const told = await june.page.evaluate(
    () => document.querySelector("seat-calculator").shadowRoot.querySelector(".page").textContent,
  );
  assert.doesNotMatch(told, /declared|elected as allies|has a majority/);
  june.expectClean();
  await june.close();

  const it = await openCalculator({ path: "jharkhand-2024-1723.html" });
  assert.equal(await it.read(".none-yet"), "No changes: this is the count at 17:23.");
  assert.match((await it.see(".parties tbody tr"))[0], /^JMM.*3419 \+ 15\/43/);
  await it.click(".give");
  assert.match(await it.read(".answer .note"), /^At 17:23: INDIA 56, NDA 24, JLKM 1\./);
  assert.doesNotMatch(
    await it.page.evaluate(
      () => document.querySelector("seat-calculator").shadowRoot.querySelector(".page").textContent,
    ),
    /declared/i,
  );
  it.expectClean();
  await it.close();
});

test("a link to 2019 opens 2019, and one page leads to the others", async () => {
  const it = await openCalculator({ path: "#0~1~jharkhand-2019~~p-BJP-10000-AJSU" });
  await it.find(".notice p");
  assert.match(await it.read(".notice p"), /for another election \(jharkhand-2019\)/);
  const there = await it.find(".notice a");
  assert.equal(
    await there.evaluate((node) => node.textContent),
    "Open it there: Jharkhand Assembly election, December 2019",
  );
  await Promise.all([it.page.waitForNavigation(), there.click()]);
  await ready(it.page);
  assert.match(it.page.url(), /jharkhand-2019\.html\?lang=en#/);
  assert.match(await it.verdict(), /^Hypothetical/);
  assert.ok(
    (await it.bars()).includes("BJP + AJSU 40") ||
      (await it.bars()).some((line) => / 40$/.test(line)),
    (await it.bars()).join(),
  );
  await it.click(".third > details:first-child > summary");
  await it.find(".around .fact");
  await openFact(it, "Other elections");
  assert.ok(
    (await it.bars()).some((line) => /^Saryu Roy \(independent\) 1/.test(line)),
    (await it.bars()).join(),
  );
  const links = await it.page.$$eval(inside(".links a"), (all) =>
    all.map((one) => new URL(one.href).pathname.split("/").at(-1)),
  );
  assert.deepEqual(links.slice(0, 3), ["index.html", "jharkhand-2014.html", "lok-sabha-2024.html"]);
  // What the page brings when a pointer comes over it may still be on its way as the link is followed.
  it.expectClean([/^request failed: .*\/chart\/seat-selection\.js \(NS_BINDING_ABORTED\)/]);
  await it.close();
});

test("cards that facts answer open them", async () => {
  const it = await openCalculator();
  await it.click(".questions > button");
  await until(it.page, () =>
    /Which exit poll/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".cards").textContent,
    ),
  );
  const cards = await it.page.$$(inside(".card > .question"));
  for (const card of cards)
    if (/exit poll/.test(await card.evaluate((node) => node.textContent))) await card.click();
  assert.match(await it.read(".card.open .answer-body"), /Axis My India/);
  await it.click(".card.open .answer-body button");
  await until(it.page, () =>
    Boolean(document.querySelector("seat-calculator").shadowRoot.querySelector(".polls")),
  );
  assert.equal(await it.verdict(), DECLARED, "no scenario was made of it");
  it.expectClean();
  await it.close();
});

test("all facts fit a phone", async () => {
  const it = await openFacts({ size: sizes.phone });
  const all = await titles(it);
  assert.equal(all.length, 10);
  assert.deepEqual(await it.see(".around [role=tab]"), [], "a list in place of tabs");
  for (const title of all) await it.open(title);
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});

test("facts are tabs: arrow keys, Home and End lead through them, one is in the tab order", async () => {
  const it = await openFacts();
  await it.open("By party and place");
  const all = await titles(it);
  assert.deepEqual(await it.see(".around [role=tab]"), all);
  const state = () =>
    it.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      const tabs = [...shadowRoot.querySelectorAll(".around [role=tab]")];
      const panels = [...shadowRoot.querySelectorAll(".fact")].filter((one) => !one.hidden);
      const [chosen] = tabs.filter((tab) => tab.ariaSelected === "true");
      return {
        focus: shadowRoot.activeElement?.textContent,
        chosen: tabs.filter((tab) => tab.ariaSelected === "true").map((tab) => tab.textContent),
        stops: tabs.filter((tab) => tab.tabIndex === 0).map((tab) => tab.textContent),
        panels: panels.map((one) => one.getAttribute("aria-labelledby")),
        names: panels[0].id === chosen.getAttribute("aria-controls"),
        id: chosen.id,
      };
    });
  await it.click("#tab-table");
  for (const [key, title] of [
    ["ArrowRight", "Then and now"],
    ["ArrowLeft", "By party and place"],
    ["ArrowLeft", "Other elections"],
    ["ArrowRight", "By party and place"],
    ["End", "Other elections"],
    ["Home", "By party and place"],
    ["ArrowRight", "Then and now"],
  ]) {
    await it.page.keyboard.press(key);
    await it.rest();
    const { focus, chosen, stops, panels, names, id } = await state();
    assert.deepEqual([focus, chosen, stops], [title, [title], [title]], key);
    assert.deepEqual([panels, names], [[id], true], key);
  }
  it.expectClean();
  await it.close();
});

test("friendly fights have their list, and the card of such a seat says so", async () => {
  const it = await openFacts();
  await it.open("Friendly fights");
  assert.match(await it.read(`${FACT} .sum`), /^In 3 seats parties of one alliance/);
  const rows = await it.texts("tbody tr");
  assert.equal(rows.length, 3);
  assert.match(
    rows[0],
    /^DhanwarINDIAJMM 70,858.*CPI\(ML\)L 32,187.*1,03,045 together *BJP 1,06,296/,
  );
  await it.click("#seat-65");
  assert.doesNotMatch((await it.see(".detail")).join(), /Friendly fight/);
  await it.fill(".flip input[type=search]", "Chhatarpur");
  await it.click("#seat-78");
  assert.match(
    (await it.see(".detail")).join(),
    /Friendly fight: (INC and RJD|RJD and INC), all of INDIA, stood against each other here\./,
  );
  it.expectClean();
  await it.close();
});

test("every table of the facts says its source below it or in its rows", async () => {
  const it = await openFacts();
  for (const title of await titles(it)) {
    await it.open(title);
    const bare = await it.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      const shown = shadowRoot.querySelector(".fact:not([hidden])");
      const notes = [...shown.querySelectorAll(".source-note")];
      // In document order: a note behind this table and before the next but those of its own pair.
      const said = (table) =>
        [...table.tBodies[0].rows].every((row) =>
          / · \S/.test(row.querySelector("th small")?.textContent),
        ) ||
        notes.some(
          (note) =>
            table.compareDocumentPosition(note) & 4 &&
            /Election Commission of India · as of|Ashoka University · as of/.test(note.textContent),
        );
      return [...shown.querySelectorAll("table")]
        .filter((table) => !said(table))
        .map((table) => table.caption.textContent);
    });
    assert.deepEqual(bare, [], title);
  }
  it.expectClean();
  await it.close();
});

// Firefox takes no other medium from a test.
test(
  "paper has every fact that was opened, each under its title",
  { skip: !isChromium },
  async () => {
    const it = await openFacts();
    await it.open("Exit polls");
    await it.open("Friendly fights");
    await it.page.emulateMediaType("print");
    assert.deepEqual(await it.see(".fact .on-paper"), [
      "By party and place",
      "Exit polls",
      "Friendly fights",
    ]);
    assert.deepEqual(await it.see(".around [role=tab], .fact-pick"), []);
    assert.ok((await it.see(".polls tbody tr")).length);
    await it.page.emulateMediaType(null);
    assert.deepEqual(await it.see(".fact .on-paper"), []);
    it.expectClean();
    await it.close();
  },
);
