// Move votes: swings by slider, keys, field and preset, parties that had fought together, and what changed hands.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DECLARED,
  expectNoSideways,
  inside,
  openCalculator,
  ready,
} from "./support/calculator.mjs";
import { sizes, until } from "./support/harness.mjs";

/** Opens the page at the tool, with what the tests do there. */
async function openVotes(options) {
  const it = await openCalculator(options);
  await it.click("#tab-votes");
  const range = ".swing input[type=range]";
  const field = ".swing input[type=number]";
  // The tool comes when it is asked for, and after what the link asks for.
  await it.find(field);
  const value = (selector) => it.page.$eval(inside(selector), (node) => node.value);
  return {
    ...it,
    range,
    field,
    value,
    result: () => it.read(".move .sum"),
    said: () => it.read(".swing .said"),
    press: async (...keys) => {
      for (const key of keys) await it.page.keyboard.press(key);
    },
    /** Waits until the result stands at these seats. */
    stands: (seats) =>
      until(
        it.page,
        (wanted) =>
          document.querySelector("seat-calculator").shadowRoot.querySelector(".move .sum")
            .textContent === wanted,
        seats,
      ),
    /** Waits until the whole page has followed what moved: the headline has this in it. */
    verdictIs: (said) =>
      until(
        it.page,
        (wanted) =>
          document
            .querySelector("seat-calculator")
            .shadowRoot.querySelector(".verdict")
            .textContent.includes(wanted),
        said,
      ),
    /** Steps of history, counted by undoing them all. */
    steps: async () => {
      let n = 0;
      for (
        ;
        !(await it.page.$eval(
          inside(".toolbar button"),
          (node) => node.ariaDisabled === "true" || node.hidden,
        ));
        n++
      )
        await it.click(".toolbar button:nth-child(1)");
      return n;
    },
  };
}

/** Types a value into the swing's field and leaves it. */
async function type(it, selector, value) {
  await it.fill(selector, value);
  await it.press("Enter");
}

test("presets move votes, and the seats that change hands are named", async () => {
  const it = await openVotes();
  assert.equal(await it.result(), "INDIA 56, NDA 24, JLKM 1");
  assert.equal(await it.read(".hands > summary"), "No seat changes hands");
  await it.click(".swing .presets button:nth-of-type(2)");
  assert.equal(await it.result(), "INDIA 51, NDA 29, JLKM 1");
  assert.match(
    await it.verdict(),
    /^Hypothetical, 5 seats changed: INDIA has a majority: 51 of 81/,
  );
  assert.equal(await it.value(it.field), "1.00");
  assert.match(await it.said(), /^1\.00 points: [\d,]+ votes move in \d+ seats\.$/);
  assert.match(await it.read(".hands > summary"), /^5 seats change hands\w+, \w+, \w+ …$/);
  await it.click(".hands > summary");
  assert.equal((await it.see(".moved li")).length, 5);
  assert.deepEqual(await it.see(".moved table"), [], "votes are asked for when a row is opened");
  await it.click(".moved li:nth-child(1) summary");
  await it.find(".moved li:nth-child(1) tbody td");
  const votes = (await it.see(".moved li:nth-child(1) td")).map((text) =>
    Number(text.replaceAll(",", "")),
  );
  const [first, second] = [votes.slice(0, 2), votes.slice(2, 4)];
  assert.ok(
    first[0] < second[0] && first[1] > second[1],
    `${votes}: the second by declared votes is first now`,
  );
  await it.click(".swing .presets button:nth-of-type(1)");
  assert.equal(await it.verdict(), DECLARED);
  it.expectClean();
  await it.close();
});

test("the slider is live under the hand, and one drag is one step of history", async () => {
  const it = await openVotes();
  const slider = await it.find(it.range);
  await slider.scrollIntoView();
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await it.page.mouse.move(box.x + 8, y);
  await it.page.mouse.down();
  for (let x = 10; x <= box.width / 2; x += 12) await it.page.mouse.move(box.x + x, y);
  await until(it.page, () => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    const moved = Number(shadowRoot.querySelector(".swing input[type=range]").value) > 2;
    return moved && /^Hypothetical/.test(shadowRoot.querySelector(".verdict").textContent);
  });
  const under = Number(await it.value(it.range));
  assert.ok(under > 2 && under < 8, `${under} points under the hand`);
  assert.equal(Math.round(under * 100) % 10, 0, "a hand moves by tenths");
  await it.page.mouse.up();
  await until(
    it.page,
    (wanted) =>
      Number(
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(".swing input[type=number]").value,
      ) === wanted,
    under,
  );
  await it.fragment(/s-INDIA-NDA-\d+/);
  assert.equal(await it.steps(), 1);
  assert.equal(await it.verdict(), DECLARED);
  assert.equal(Number(await it.value(it.range)), 0);
  it.expectClean();
  await it.close();
});

test("keys go by hundredths and pages, and their way is one step", async () => {
  const it = await openVotes();
  await (await it.find(it.range)).focus();
  await it.press("PageUp", "PageUp", "PageUp");
  await it.stands("INDIA 45, NDA 35, JLKM 1");
  await it.press("ArrowRight", "ArrowRight");
  await until(it.page, () =>
    /^3\.02 points/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".swing .said")
        .textContent,
    ),
  );
  assert.equal(
    await it.page.evaluate(
      () => document.querySelector("seat-calculator").shadowRoot.activeElement.type,
    ),
    "range",
    "the slider keeps the focus",
  );
  await until(it.page, () =>
    /^Hypothetical, 11 seats changed: INDIA 45/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector("[aria-live]").textContent,
    ),
  );
  assert.equal(await it.steps(), 1);
  assert.equal(await it.verdict(), DECLARED);
  it.expectClean();
  await it.close();
});

test("the field takes hundredths: 3.68 points end the majority, 3.99 give the NDA one", async () => {
  const it = await openVotes();
  await type(it, it.field, "3.67");
  await it.stands("INDIA 41, NDA 39, JLKM 1");
  await type(it, it.field, "3.68");
  await it.stands("INDIA 40, NDA 40, JLKM 1");
  await it.verdictIs("No majority: INDIA and NDA have 40 each of 81");
  await it.click(".hands > summary");
  assert.ok((await it.see(".moved summary b")).includes("Gandey"));
  await type(it, it.field, "3.99");
  await it.stands("NDA 41, INDIA 39, JLKM 1");
  await type(it, it.field, "0.01");
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".swing .said")
        .textContent === "0.01 points: no seat changes.",
  );
  await type(it, it.field, "99");
  await until(it.page, () =>
    /^10\.00 points/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".swing .said")
        .textContent,
    ),
  );
  await it.click(".move .sum");
  assert.equal(await it.value(it.field), "10.00", "no more than the slider reaches");
  it.expectClean();
  await it.close();
});

test("sides are chosen, swapped and kept apart", async () => {
  const it = await openVotes();
  await it.click(".swing .presets button:nth-of-type(4)");
  assert.equal(await it.result(), "INDIA 45, NDA 35, JLKM 1");
  await it.click(".swap");
  assert.equal(await it.value(".between select"), "NDA");
  assert.match(await it.result(), /^INDIA (5[7-9]|6\d), NDA (1\d|2[0-3]),? ?/);
  const off = await it.page.$$eval(inside(".swing label:nth-of-type(2) option:disabled"), (nodes) =>
    nodes.map(({ value }) => value),
  );
  for (const id of ["NDA", "BJP", "AJSU"])
    assert.ok(off.includes(id), `${id} is on the losing side`);
  assert.ok(!off.includes("INDIA") && !off.includes("JLKM"), off.join());
  await it.choose(".swing label:nth-of-type(2) select", "JLKM");
  assert.match(
    (await it.see(".skipped summary"))[0],
    /^Both sides must stand: \d+ seats skipped\.$/,
  );
  await it.click(".skipped summary");
  assert.match((await it.see(".skipped p"))[0], /^\p{L}[^,]+, \p{L}/u);
  await it.fragment(/s-NDA-JLKM-300/);
  it.expectClean();
  await it.close();
});

test("a swing can be held to a part of the state, and outlives a reload", async () => {
  const it = await openVotes();
  await it.click(".swing > details:last-child summary");
  await it.choose(".swing > details:last-child select", "category:ST");
  assert.equal(await it.verdict(), DECLARED, "where, without how much, changes nothing");
  await type(it, it.field, "8.35");
  await until(it.page, () =>
    /INDIA has a bare majority: 41/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".verdict").textContent,
    ),
  );
  await type(it, it.field, "8.36");
  await it.stands("INDIA 40, NDA 40, JLKM 1");
  await it.fragment(/s-INDIA-NDA-836--cST/);
  await it.click(".list summary");
  assert.deepEqual(await it.see(".edits li > span"), ["Swing INDIA to NDA: 8.36 points · ST"]);
  await it.page.reload();
  await ready(it.page);
  await until(it.page, () =>
    /INDIA and NDA have 40 each/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".verdict").textContent,
    ),
  );
  await it.click("#tab-votes");
  assert.equal(await it.value(it.field), "8.36");
  assert.equal(await it.value(".swing > details:last-child select"), "category:ST");
  assert.match(await it.read(".swing > details:last-child summary"), /Where\? ST$/);
  it.expectClean();
  await it.close();
});

test("parties that had fought together", async () => {
  const it = await openVotes();
  const follow = async (n) => it.click(`.pool .presets button:nth-of-type(${n})`);
  assert.deepEqual(await it.see(".pool .presets button"), [
    "Apart",
    "25 %",
    "50 %",
    "75 %",
    "100 %",
  ]);
  await follow(3);
  assert.equal(await it.result(), "INDIA 50, NDA with JLKM 31");
  assert.match(
    await it.read(".pool .said"),
    /^In \d+ seats only the stronger stands: [\d,]+ votes follow, [\d,]+ stay home\.$/,
  );
  assert.match(
    (await it.see(".pool > .quiet-text"))[0],
    /^Assumes 50 % of JLKM’s voters follow and the rest stay home: an upper bound/,
  );
  // The same words on paper, with every name in them.
  await it.page.keyboard.press("Control");
  await it.rest();
  const stronger = "Where JLKM was the stronger, it stands and NDA’s voters follow.";
  for (const where of [".pool > .quiet-text", ".paper"])
    assert.ok(
      await it.page.$eval(inside(where), (node, said) => node.textContent.includes(said), stronger),
      where,
    );
  assert.ok(
    (await it.see(".parties td:nth-child(4)")).every((text) => text === "–"),
    "strike rates are withheld",
  );
  assert.match(await it.read(".tally > .quiet-text"), /Votes moved by your changes\.$/);
  await follow(5);
  assert.equal(await it.result(), "INDIA 41, NDA with JLKM 40");
  await it.choose(".pool label:nth-of-type(2) select", "INDIA");
  await it.click(".pool details summary");
  await type(it, ".pool input[type=number]", "60");
  await it.stands("INDIA with JLKM 63, NDA 18");
  await follow(1);
  assert.equal(await it.verdict(), DECLARED);
  it.expectClean();
  await it.close();
});

test("what the core would refuse cannot be chosen", async () => {
  const it = await openVotes();
  await it.choose(".swing label:nth-of-type(1) select", "JLKM");
  await it.click(".pool .presets button:nth-of-type(3)");
  assert.equal(await it.said(), "These two are one side: no votes can move between them.");
  assert.ok(await it.page.$eval(inside(it.range), (node) => node.disabled));
  await it.choose(".swing label:nth-of-type(2) select", "INDIA");
  assert.equal(await it.said(), "");
  await it.click(".swing .presets button:nth-of-type(3)");
  await it.fragment(/p-NDA-5000-JLKM_s-JLKM-INDIA-200/);
  const off = await it.page.$$eval(inside(".pool label:nth-of-type(2) option:disabled"), (nodes) =>
    nodes.map(({ value }) => value),
  );
  assert.ok(off.includes("INDIA"), "a swing between these two stands already");
  assert.deepEqual(await it.see(".notice"), []);
  it.expectClean();
  await it.close();
});

test("a question's swing stands in the tool, and its link opens its card", async () => {
  const it = await openVotes({ path: "#0~1~jharkhand-2024~~s-INDIA-NDA-368" });
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".card.open"),
  );
  assert.match(await it.read(".card.open .question"), /How big a swing/);
  assert.deepEqual(await it.see(".own"), []);
  assert.equal(
    await it.page.$eval(inside(".toolbar button"), (node) => node.ariaDisabled),
    "true",
    "nothing came before the link",
  );
  assert.equal(await it.value(it.field), "3.68");
  await (await it.find(it.range)).focus();
  await it.press("ArrowLeft");
  await it.stands("INDIA 41, NDA 39, JLKM 1");
  assert.equal(await it.read(".own"), "Your version");
  it.expectClean();
  await it.close();
});

test("the tool fits a phone", async () => {
  const it = await openVotes({ size: sizes.phone });
  await it.click(".swing .presets button:nth-of-type(5)");
  assert.equal(await it.result(), "NDA 41, INDIA 39, JLKM 1");
  await it.click(".swing > details:last-child summary");
  await it.click(".pool details summary");
  await it.click(".hands > summary");
  await it.click(".moved li:nth-child(1) summary");
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});

test("a seat is declared vacant and filled again", async () => {
  const it = await openCalculator();
  await it.click("#seat-65");
  const buttons = () => it.see(".detail .actions button");
  await it.click(`.detail .actions button:nth-child(3)`);
  assert.match(await it.verdict(), /INDIA has a majority: 55 of 81/);
  assert.match(await it.read(".seat.changed .seat-line"), /^Vacant; declared INC$/);
  await it.click(".list summary");
  assert.deepEqual(await it.see(".edits li > span"), ["Kanke falls vacant"]);
  assert.ok((await buttons()).includes("Reset"));
  await it.click(`.detail .actions button:nth-child(2)`);
  assert.equal(await it.verdict(), DECLARED);
  await it.click(".toolbar button:nth-child(1)");
  assert.match(await it.verdict(), /55 of 81/);
  it.expectClean();
  await it.close();
});

test("a host hears of outcomes, and an element that goes and comes keeps its scenario", async () => {
  const it = await openCalculator();
  await it.page.evaluate(() => {
    globalThis.heard = [];
    document
      .querySelector("seat-calculator")
      .addEventListener("outcome-change", ({ detail }) => globalThis.heard.push(detail));
  });
  await it.click("#give-65");
  const heard = await it.page.evaluate(() =>
    globalThis.heard.map(({ text, verdict, alliances }) => [
      text.split("~").at(-1).slice(0, 2),
      verdict.seats,
      alliances.map(({ seats }) => seats),
    ]),
  );
  assert.deepEqual(heard, [["w-", 55, [55, 25, 1]]]);
  await it.page.evaluate(async () => {
    const node = document.querySelector("seat-calculator");
    const home = node.parentNode;
    for (let i = 0; i < 500; i++) {
      node.remove();
      home.append(node);
    }
    node.remove();
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = "0~1~jharkhand-2024~~w-39.BJP-65.BJP";
    await changed;
    home.append(node);
  });
  assert.match(
    await it.verdict(),
    /^Hypothetical, 1 seat changed/,
    "away from the page it does not follow the address",
  );
  await it.page.evaluate(() => {
    location.hash = "0~1~jharkhand-2024~~w-38.BJP-39.BJP-65.BJP";
  });
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.startsWith("Hypothetical, 3 seats changed"),
  );
  assert.equal(
    await it.page.evaluate(() => globalThis.heard.length),
    2,
    "once for each change, however often it came back",
  );
  it.expectClean();
  await it.close();
});
