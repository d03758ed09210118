// The embed that asks one question: the question is its title, the core's answer stands open below.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { expectNoSideways, hands, ready } from "./support/calculator.mjs";
import { LISTEN, SCRIPT, openHost, read, says } from "./support/host-page.mjs";
import { baseUrl, openPage, settled, until } from "./support/harness.mjs";

const data = (name) =>
  JSON.parse(readFileSync(new URL(`../../www/data/${name}.json`, import.meta.url), "utf8"));

/** The questions of an election, with what its second file says of them. */
function questionsOf(election) {
  const more = new Map(data(`${election}.more`).questions.map((one) => [one.id, one]));
  return data(election).questions.map(({ id, title }) => {
    const { seats, answer, title: other } = more.get(id);
    return { id, title: { ...title, ...other }, seats, answer };
  });
}

/** A question in a frame of an article, noting how it moves and what it asks of the host. */
async function ask(query, size) {
  const opened = await openHost(
    `<iframe src="${baseUrl}embed${query}" title="Question" sandbox="allow-scripts"></iframe><script async src="${baseUrl}resize.js"></script>`,
    {
      size,
      head: `${LISTEN}<style>body { margin: 0 } iframe { display: block; width: 100%; height: 500px; border: 0 }</style>`,
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          globalThis.moved = [];
          if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
          const note = (list) =>
            globalThis.moved.push(...list.getEntries().map((one) => one.value));
          new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
        }),
    },
  );
  const frame = await opened.embed();
  await ready(frame);
  return { ...opened, ...hands(frame), host: opened.page, page: frame };
}

for (const election of ["jharkhand-2024", "jharkhand-2019"])
  for (const lang of ["en", "hi"])
    test(`${election}, ${lang}: every question is a title, and the core answers at once`, async () => {
      const file = election === "jharkhand-2024" ? "" : `-${election}`;
      for (const { id, title, seats, answer } of questionsOf(election)) {
        const it = await openPage({
          path: `embed${file}.html?mode=question&question=${id}&lang=${lang}`,
          size: { width: 360, height: 740 },
        });
        await ready(it.page);
        const { see, read: one } = hands(it.page);
        assert.deepEqual(await see("h1"), [title[lang]]);
        const verdict = await one(".verdict");
        assert.match(verdict, lang === "en" ? /^Hypothetical/ : /^काल्पनिक/, id);
        assert.ok(!(await see(".page")).join().includes(answer[lang]), "no written answer");
        // The seats that the data file expects, counted there by hand.
        const shown = (await see(".answer, .picture.live")).join();
        for (const n of Object.values(seats))
          assert.match(shown, new RegExp(`(?<!\\d)${n}(?!\\d)`), `${id}: ${n}`);
        assert.match(shown, lang === "en" ? /Declared: / : /घोषित: /, id);
        it.expectClean();
        await it.close();
      }
    });

test("a vote of the house is a bar For, hollow to the mark, and one Against", async () => {
  const it = await ask(".html?mode=question&question=without-congress", {
    width: 360,
    height: 740,
  });
  assert.match(await it.read(".verdict"), /JMM \+ RJD \+ CPI\(ML\)L: 40, 1 short of 41\./);
  assert.deepEqual(await it.bars(), [
    "For 40",
    "Against 41",
    "By alliance: INDIA 56, NDA 24, JLKM 1",
  ]);
  it.expectClean();
  await it.close();
});

for (const width of [280, 360, 768])
  for (const [id, lang] of [
    ["how-big-a-swing", "en"],
    ["jlkm-with-nda", "hi"],
    ["fewest-votes", "en"],
    ["without-congress", "hi"],
  ])
    test(`${id}, ${lang}, ${width} px: nothing moves on load, and nothing of the first edit moves a control`, async () => {
      const query = `.html?mode=question&question=${id}&lang=${lang}`;
      const it = await ask(query, { width, height: 740 });
      await it.rest();
      await expectNoSideways(it.page);
      assert.deepEqual(await it.page.evaluate(() => globalThis.moved), []);
      // The host is told the height, and nothing scrolls inside.
      await until(it.page, () => document.documentElement.scrollHeight <= innerHeight);
      const places = () =>
        it.page.evaluate(() => {
          const { shadowRoot } = document.querySelector("seat-calculator");
          const controls = shadowRoot.querySelectorAll("h1, .picture, .asked input, .tool");
          return [...controls].map((node) => Math.round(node.getBoundingClientRect().top));
        });
      if (await it.page.$("seat-calculator >>> .asked input[type=range]")) {
        const before = await places();
        await (await it.find(".asked input[type=range]")).focus();
        await it.page.$eval("seat-calculator >>> .asked input[type=range]", (node) => {
          node.value = "1";
          node.dispatchEvent(new Event("input", { bubbles: true }));
          node.dispatchEvent(new Event("change", { bubbles: true }));
        });
        await it.rest();
        assert.match(await it.read(".own"), lang === "en" ? /^Your version/ : /^आपका/);
        assert.deepEqual(await places(), before);
      }
      it.expectClean();
      await it.close();
    });

test("the reader changes the answer, and comes back to the question", async () => {
  const it = await ask(".html?mode=question&question=how-big-a-swing", { width: 360, height: 740 });
  assert.deepEqual(await it.see(".own"), []);
  await it.click(".toolbar button:last-child");
  assert.match(await it.verdict(), /^INDIA has a majority: 56 of 81/);
  assert.deepEqual(await it.see(".own"), ["Back to the question"]);
  await it.click(".own button");
  assert.match(await it.verdict(), /^Hypothetical, 16 seats changed/);
  assert.deepEqual(await it.see(".own"), []);
  await it.click(".flips summary");
  assert.match(await it.read(".flips p"), /Gandey/);
  await it.click(".languages button");
  await ready(it.page);
  assert.match(await it.verdict(), /^काल्पनिक, 16 सीटें बदलीं/);
  it.expectClean();
  await it.close();
});

test("a question of the host's own, and then another one", async () => {
  const it = await openHost(
    `<seat-calculator mode="question" headline="What if Kanke had gone to the BJP?" scenario="w-65.BJP"></seat-calculator>${SCRIPT}`,
    { size: { width: 280, height: 740 } },
  );
  await says(it.page, "Hypothetical, 1 seat changed: INDIA has a majority: 55 of 81");
  assert.deepEqual(await read(it.page, "h1"), ["What if Kanke had gone to the BJP?"]);
  await it.page.$eval("seat-calculator", (node) => {
    node.setAttribute("headline", "And a swing of two points?");
    node.setAttribute("scenario", "s-INDIA-NDA-200");
  });
  await says(it.page, "Hypothetical, 8 seats changed: INDIA has a majority: 48");
  assert.deepEqual(await read(it.page, "h1"), ["And a swing of two points?"]);
  await settled(it.page);
  // What cannot be asked is said, and the declared result stands under the question.
  await it.page.$eval("seat-calculator", (node) => node.setAttribute("scenario", "w-65.XYZ"));
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".notices .notice"),
  );
  await says(it.page, "INDIA has a majority: 56 of 81");
  it.expectClean([/console warn/]);
  await it.close();
});

test("data without a question have their result, and its title", async () => {
  const body = readFileSync(new URL("../data/houses/no-tiles.json", import.meta.url), "utf8");
  const it = await openHost(
    `<seat-calculator src="/house.json" mode="question"></seat-calculator>${SCRIPT}`,
    { files: { "/house.json": { body, headers: { "Content-Type": "application/json" } } } },
  );
  await says(it.page, "AAA has a bare majority");
  assert.equal((await read(it.page, "h1")).length, 1);
  it.expectClean();
  await it.close();
});
