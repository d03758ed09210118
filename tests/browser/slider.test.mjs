// A slider while it moves: what stands beside it is said at a glance, and is what the page says at rest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, openCalculator } from "./support/calculator.mjs";
import { until } from "./support/harness.mjs";

/** Hundredths of a point, in the order in which the slider passes them. */
const WAY = [30, 100, 257, 367, 368, 399, 640, 1000, 500, 12];

/** Makes every report cost a frame or more, as it does on a slow phone: only then there are frames without one. */
const slowDown = (page) =>
  page.evaluate(() => {
    globalThis.slow = 0;
    const root = document.querySelector("seat-calculator").shadowRoot;
    new MutationObserver(() => {
      for (const end = performance.now() + globalThis.slow; performance.now() < end;);
    }).observe(root.querySelector(".answer .verdict"), {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

/** Moves a slider along the way as fast as there are frames; answers what stood beside it at each value, and in the headline. */
const move = (page, slider, beside, way, cost = 100) =>
  page.evaluate(
    async (which, parts, values, slow) => {
      const root = document.querySelector("seat-calculator").shadowRoot;
      const range = root.querySelector(which);
      const read = (part) => root.querySelector(part)?.textContent ?? "";
      const frame = () =>
        new Promise((done) => {
          requestAnimationFrame(done);
        });
      globalThis.slow = slow;
      const said = [];
      for (const value of values) {
        range.value = (value / 100).toFixed(2);
        range.dispatchEvent(new Event("input", { bubbles: true }));
        await frame();
        await frame();
        said.push({ value, beside: parts.map(read), page: read(".answer .verdict") });
      }
      globalThis.slow = 0;
      return said;
    },
    slider,
    beside,
    way,
    cost,
  );

/** Lets go of the slider. */
const release = (page, slider) =>
  page.evaluate((which) => {
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(which)
      .dispatchEvent(new Event("blur"));
  }, slider);

/** What stands there at each value once the slider rests at it. */
async function atRest(page, slider, beside, way) {
  const said = [];
  for (const value of way) {
    await move(page, slider, beside, [value], 0);
    await release(page, slider);
    said.push(
      ...(await page.evaluate(
        (parts, at) => {
          const root = document.querySelector("seat-calculator").shadowRoot;
          const read = (part) => root.querySelector(part)?.textContent ?? "";
          return [
            {
              value: at,
              beside: parts.map(read),
              page: read(".answer .verdict"),
              list: read(".hands h3"),
            },
          ];
        },
        beside,
        value,
      )),
    );
  }
  return said;
}

/** Opens a link to these edits, once the address says where the slider was left. */
async function follow(it, edits) {
  await until(
    it.page,
    (left) => !location.hash.includes("s-") || new RegExp(left).test(location.hash),
    `s-INDIA-NDA-${WAY.at(-1)}(_|$)`,
  );
  await it.page.evaluate((text) => {
    location.hash = text && `0~1~jharkhand-2024~~${text}`;
  }, edits);
  await until(
    it.page,
    (any) =>
      !document.querySelector("seat-calculator").shadowRoot.querySelector(".hypothesis").hidden ===
      any,
    edits !== "",
  );
  await it.rest();
}

const RANGE = ".swing input[type=range]";
const BESIDE = [
  ".move .sum",
  ".move .sum-note",
  ".curve-now",
  ".strip b",
  ".strip-kind",
  ".swing .said",
];

async function openSlider(options) {
  const it = await openCalculator(options);
  await it.click("#tab-votes");
  await (
    await it.find(".curve-fold")
  ).evaluate((node) => {
    node.open = true;
  });
  await slowDown(it.page);
  return it;
}

test("in every frame of a drag the numbers beside the slider are those of the page at rest", async () => {
  const it = await openSlider();
  for (const edits of [
    "",
    "p-NDA-5000-JLKM",
    "w-24.INC_r-JLKM-NDA",
    "x-INC-NDA-11_q-JMM-3_h-e",
    "r-JMM_r-BJP-JMM",
    "v-3-10_a-BJP-4",
    "h-v-JMM",
  ]) {
    await follow(it, edits);
    const moving = await move(it.page, RANGE, BESIDE, WAY);
    await release(it.page, RANGE);
    const resting = await atRest(it.page, RANGE, BESIDE, WAY);
    let early = 0;
    for (const [i, { value, beside, page }] of moving.entries()) {
      const rest = resting[i];
      // The last of them counts votes at rest; while it moves, as the list does, constituencies.
      assert.deepEqual(beside.slice(0, -1), rest.beside.slice(0, -1), `${edits} at ${value}`);
      if (!/^No seat/.test(rest.list))
        assert.ok(
          beside.at(-1).endsWith(`: ${rest.list}.`),
          `${edits} at ${value}: ${beside.at(-1)}, ${rest.list}`,
        );
      else assert.match(beside.at(-1), /no seat changes/);
      if (page !== rest.page) early += 1;
    }
    assert.ok(early > 0, `${edits}: every frame had time for the whole page`);
  }
  it.expectClean();
  await it.close();
});

test("a drag is one step, one sentence, and outlives leaving", async () => {
  const it = await openSlider();
  const [sum] = BESIDE;

  await it.page.evaluate(() => {
    const live = document.querySelector("seat-calculator").shadowRoot.querySelector("[aria-live]");
    globalThis.heard = [];
    new MutationObserver(() => globalThis.heard.push(live.textContent)).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await move(it.page, RANGE, [sum], WAY);
  assert.deepEqual(await it.page.evaluate(() => globalThis.heard), []);
  await move(it.page, RANGE, [sum], [399]);
  const hash = await it.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pagehide"));
    return location.hash;
  });
  assert.match(hash, /s-INDIA-NDA-399$/, "what is owed is in the address before the page is left");
  await release(it.page, RANGE);
  const heard = await it.page.evaluate(() => globalThis.heard);
  assert.equal(heard.length, 1, heard.join(" | "));
  assert.match(heard[0], /NDA gains a majority\./);
  assert.equal(await it.read(sum), "NDA 41, INDIA 39, JLKM 1");
  await move(it.page, RANGE, [sum], [640, 700]);
  // Undone in the middle of a movement: the movement is a step of its own and is taken back whole.
  await (await it.find(RANGE)).focus();
  await it.page.keyboard.down("Control");
  await it.page.keyboard.press("z");
  await it.page.keyboard.up("Control");
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".move .sum")
        .textContent === "NDA 41, INDIA 39, JLKM 1",
  );
  await release(it.page, RANGE);
  assert.equal(await it.page.$eval(inside(RANGE), (node) => node.value), "3.99");
  assert.equal(await it.read(sum), "NDA 41, INDIA 39, JLKM 1");
  it.expectClean();
  await it.close();
});

test("a question's slider says its answer in every frame", async () => {
  const it = await openCalculator({ path: "#0~1~jharkhand-2024~~s-INDIA-NDA-368" });
  const slider = ".card.open input[type=range]";
  await it.find(slider);
  await it.click("#tab-votes");
  await it.find(RANGE);
  await it.rest();
  await slowDown(it.page);
  const beside = [".card.open .answer-body > p:not([class])", ".move .sum"];
  const way = [380, 100, 300, 420, 370, 640, 250];
  const moving = await move(it.page, slider, beside, way);
  await release(it.page, slider);
  const resting = await atRest(it.page, slider, beside, way);
  for (const [i, { value, beside: said }] of moving.entries())
    assert.deepEqual(said, resting[i].beside, `at ${value}`);
  assert.ok(
    moving.some(({ page }, i) => page !== resting[i].page),
    "every frame had time for the whole page",
  );
  assert.match(moving[3].beside[0], /NDA has a majority/);
  it.expectClean();
  await it.close();
});
