// Two scenarios side by side: the one that was kept, and the one that is shown now.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SIXTEEN,
  expectNoSideways,
  hands,
  inside,
  openCalculator,
  ready,
} from "./support/calculator.mjs";
import { clockwork, pass, startFeed, state } from "./support/feed-server.mjs";
import { eventually, isChromium, settled, sizes, until } from "./support/harness.mjs";
import { SCRIPT, openHost } from "./support/host-page.mjs";

/** Swing of 3.99 points: INDIA 39, NDA 41. */
const SWING = "0~1~jharkhand-2024~~s-INDIA-NDA-399";
/** JLKM in the NDA: INDIA 41, NDA with JLKM 40. */
const POOL = "0~1~jharkhand-2024~~p-NDA-10000-JLKM";

const KEEP = ".toolbar button:nth-child(5)";
const SWAP = ".compare .toolbar button:first-child";
const STOP = ".compare .toolbar button:last-child";

/** The rows of the totals. */
const totals = (it) => it.see(".compare-totals tbody tr");

/** What the seats of each of the two add up to. */
const sums = (it) =>
  it.page.$$eval(inside(".compare-totals tbody tr"), (rows) =>
    [1, 2].map((at) => rows.reduce((n, row) => n + Number(row.cells[at].textContent), 0)),
  );

/** Opens the page at a scenario, keeps it, and waits for the panel. */
async function keep(path, options = {}) {
  const it = await openCalculator({ path, ...options });
  await it.click(KEEP);
  await it.find(".compare");
  await it.rest();
  return it;
}

/** Goes to another scenario as a link in the page would. */
async function go(it, text) {
  await it.page.evaluate((hash) => {
    location.hash = hash;
  }, text);
  await it.rest();
}

test("a scenario is kept beside the next: totals, pictures, seats that differ", async () => {
  const it = await keep(`#${SWING}`);
  assert.deepEqual(await totals(it), ["NDA4141=", "INDIA3939=", "JLKM11="]);
  assert.equal(await it.read(".compare-seats summary b"), "No seat differs");
  await go(it, POOL);
  assert.deepEqual(await totals(it), ["INDIA3941+2", "NDA4140−1", "JLKM10−1"]);
  const verdicts = await it.see(".compare-verdict");
  assert.deepEqual(verdicts, ["NDA, none to spare", "INDIA, none to spare"]);
  assert.match((await it.see(".compare-edits"))[0], /^Hypothetical, 17 seats changed: Swing/);
  const differ = Number(/^(\d+) seats differ/.exec(await it.read(".compare-seats summary"))[1]);
  const drawn = await it.page.$$eval(inside(".small-house"), (all) =>
    all.map((svg) => ({
      seats: [...svg.querySelectorAll("g path")].reduce(
        (n, path) => n + path.getAttribute("d").split("h0").length - 1,
        0,
      ),
      marked: svg.querySelector(".dot").getAttribute("d").split("h0").length - 1,
      said: svg.getAttribute("aria-label"),
    })),
  );
  assert.deepEqual(
    drawn.map(({ seats, marked }) => [seats, marked]),
    [
      [81, differ],
      [81, differ],
    ],
  );
  for (const { said } of drawn) assert.match(said, /^Hypothetical, /);
  await it.click(".compare-seats summary");
  assert.equal((await it.see(".compare-seats .chip")).length, differ);
  const groups = await it.see(".compare-group");
  assert.ok(
    groups.every((said) => / → .* \d+$/.test(said)),
    groups.join("; "),
  );
  const name = await it.read(".compare-seats .chip");
  await it.click(".compare-seats .chip");
  await it.find(".seat-card:not([hidden])");
  await it.rest();
  assert.ok((await it.read(".seat-card h3")).startsWith(name));
  it.expectClean();
  await it.close();
});

test("what differs is said, seat by seat as by each scenario alone", async () => {
  const holders = async (text) => {
    const it = await openCalculator({ path: `#${text}` });
    const all = await it.page.$$eval(inside(".tile"), (tiles) =>
      tiles.map((tile) => [tile.dataset.seat, tile.getAttribute("aria-label")]),
    );
    const party = (said) => /: (\S+)/.exec(said)[1];
    await it.close();
    return new Map(all.map(([id, said]) => [id, party(said)]));
  };
  const [was, is] = [await holders(SWING), await holders(POOL)];
  const it = await openCalculator({ path: `?compare=${SWING}#${POOL}` });
  await it.click(".compare-seats summary");
  const listed = await it.page.$$eval(inside(".compare-seats .chip"), (chips) =>
    chips.map((chip) => chip.dataset.seat),
  );
  const differ = [...was.keys()].filter((id) => was.get(id) !== is.get(id));
  assert.ok(differ.length > 5);
  assert.deepEqual(new Set(listed), new Set(differ));
  await it.close();
});

test("nothing is kept of the declared result, and keeping is heard", async () => {
  const it = await openCalculator();
  const disabled = () => it.page.$eval(inside(KEEP), (node) => node.getAttribute("aria-disabled"));
  assert.equal(await disabled(), "true");
  await it.click(KEEP);
  assert.equal((await it.page.$$(inside(".compare"))).length, 0);
  await it.click("#give-65");
  assert.equal(await disabled(), null);
  await it.click(KEEP);
  await it.find(".compare");
  assert.equal((await it.said()).trim(), "Kept. Change anything: both stand side by side below.");
  assert.equal(await disabled(), "true");
  await it.click("#give-39");
  assert.match(await it.said(), / 1 seat differs from the kept scenario\.$/);
  it.expectClean();
  await it.close();
});

test("undo, redo, swap and stop", async () => {
  const it = await keep(`#${SWING}`);
  await go(it, POOL);
  const both = await totals(it);
  const shown = await it.verdict();
  await it.click(SWAP);
  assert.match(await it.verdict(), /NDA has a bare majority: 41 of 81/);
  const swapped = await totals(it);
  assert.notDeepEqual(swapped, both);
  await it.click(".toolbar button:nth-child(1)");
  assert.equal(await it.verdict(), shown);
  assert.deepEqual(await totals(it), both);
  await it.click(".toolbar button:nth-child(2)");
  assert.deepEqual(await totals(it), swapped);
  await it.click(".toolbar button:nth-child(1)");
  await it.click(".toolbar button:nth-child(1)");
  assert.equal(await it.read(".compare-seats summary b"), "No seat differs");
  await it.click(STOP);
  assert.deepEqual(await it.see(".compare"), []);
  assert.equal(await it.focused(), "Keep this to compare");
  assert.ok(!(await it.page.evaluate(() => location.search)).includes("compare"));
  it.expectClean();
  await it.close();
});

test("a reload and a link of Share open both; back to the declared result keeps the other", async () => {
  const it = await keep(`#${SWING}`);
  await go(it, POOL);
  const both = await totals(it);
  await it.fragment(/p-NDA/);
  await it.page.reload();
  await ready(it.page);
  await it.find(".compare-totals td");
  assert.deepEqual(await totals(it), both);
  await it.click(".toolbar button:nth-child(3)");
  await it.find(".share-panel textarea.link");
  assert.equal(await it.read("label:has(.link) span"), "Link to both scenarios");
  const link = await it.page.$eval(inside(".share-panel textarea.link"), (field) => field.value);
  assert.match(link, /[?&]compare=[0-9a-f]{8}~1~jharkhand-2024~\w{6}~s-INDIA-NDA-399#[0-9a-f]{8}~/);
  const other = await openCalculator({ path: link });
  await other.find(".compare-totals td");
  assert.deepEqual(await totals(other), both);
  assert.equal(await other.verdict(), await it.verdict());
  await other.click(".toolbar button:nth-child(4)");
  assert.deepEqual(await totals(other), ["INDIA3956+17", "NDA4124−17", "JLKM11="]);
  other.expectClean();
  await other.close();
  it.expectClean();
  await it.close();
});

test("a second scenario that cannot be opened is said in words and leaves the first", async () => {
  const whole = await keep(`#${SWING}`);
  await until(whole.page, () => location.search.includes("compare="));
  const good = await whole.page.evaluate(() => new URLSearchParams(location.search).get("compare"));
  await whole.close();
  for (const [second, said] of [
    [good.replace("399", "398"), /^The second scenario of this link is damaged/],
    ["x", /^The second scenario of this link is damaged/],
    ["0~1~jharkhand-2019~~w-1a", /is for another election; showing the first alone/],
    ["0~1~jharkhand-2024~000000~w-1a", /^The figures have changed since the second scenario/],
    ["0~9~jharkhand-2024~~w-1a", /made with a newer version/],
    ["0~1~jharkhand-2024~~w-999a", /^The second scenario does not fit this election/],
  ]) {
    const it = await openCalculator({ path: `?compare=${second}#${SIXTEEN}` });
    await until(
      it.page,
      (source) =>
        new RegExp(source).test(
          document.querySelector("seat-calculator").shadowRoot.querySelector(".notice:last-child p")
            ?.textContent,
        ),
      said.source,
    );
    // The first was typed by hand, which stays said.
    assert.equal((await it.see(".notice")).length, 2);
    assert.match(await it.verdict(), /^Hypothetical, 16 seats changed: No majority/);
    assert.deepEqual(await it.see(".compare"), []);
    it.expectClean();
    await it.close();
  }
  // What programs do to a text that is whole is undone, as in the first.
  const it = await openCalculator({ path: `?compare=${good}%2E#${POOL}` });
  await it.find(".compare-totals td");
  it.expectClean();
  await it.close();
});

test("the other language, another election, a phone: all as before", async () => {
  const it = await keep(`#${SWING}`, { size: { width: 320, height: 700 } });
  await go(it, POOL);
  const numbers = (rows) => rows.map((row) => row.replace(/^\D+/, ""));
  const before = numbers(await totals(it));
  await it.click(".compare-seats summary");
  await expectNoSideways(it.page);
  await it.click(".languages button");
  await until(it.page, () => document.documentElement.lang === "hi");
  await it.find(".compare-totals td");
  assert.deepEqual(numbers(await totals(it)), before);
  assert.equal(await it.read(".compare h3"), "दो स्थितियां आमने-सामने");
  await expectNoSideways(it.page);
  await it.close();
  const other = await openCalculator({ path: "jharkhand-2019.html#0~1~jharkhand-2019~~w-2a" });
  assert.deepEqual(await other.see(".compare"), []);
  await other.close();
});

test("by keyboard: keep, open the list, go to a seat", async () => {
  const it = await openCalculator({ path: `#${SWING}` });
  await (await it.find(KEEP)).focus();
  await it.page.keyboard.press("Enter");
  await it.find(".compare");
  await go(it, POOL);
  await (await it.find(".compare-seats summary")).focus();
  await it.page.keyboard.press("Enter");
  await it.find(".compare-seats .chip");
  await it.page.keyboard.press("Tab");
  const named = await it.focused();
  assert.match(named, / → /);
  await it.page.keyboard.press("Enter");
  await it.find(".seat-card:not([hidden])");
  await it.rest();
  assert.match(await it.read(".seat-card h3"), new RegExp(`^${named.split(":")[0]}`));
  it.expectClean();
  await it.close();
});

test("a slider that moves is followed", async () => {
  const it = await keep(`#${SWING}`);
  await it.click("#tab-votes");
  await (await it.find('.swing input[type="range"]')).focus();
  for (let i = 0; i < 12; i += 1) await it.page.keyboard.press("ArrowLeft");
  await it.rest();
  await it.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
  );
  const bars = new Map((await it.bars()).map((said) => said.split(" ")));
  const now = await it.page.$$eval(inside(".compare-totals tbody tr"), (rows) =>
    rows.map((row) => [row.cells[0].textContent, row.cells[2].textContent]),
  );
  assert.notEqual(bars.get("NDA"), "41");
  for (const [name, seats] of now) assert.equal(bars.get(name), seats, name);
  it.expectClean();
  await it.close();
});

// Only Chromium lets a test choose the medium.
test("on paper both stand with their seats, without buttons", { skip: !isChromium }, async () => {
  const it = await openCalculator({ path: `?compare=${SWING}#${POOL}` });
  await it.find(".compare-totals td");
  await it.rest();
  await it.page.emulateMediaType("print");
  const seen = await it.see(".compare .paper, .compare .small-house, .compare-totals table");
  assert.equal(seen.length, 4);
  assert.match(seen.at(-1), / → /);
  assert.deepEqual(await it.see(".compare button"), []);
  it.expectClean();
  await it.close();
});

test("both follow a count", async () => {
  const feed = await startFeed();
  feed.serve(state(1));
  const element = `<seat-calculator scenario="w-24a" feed="${feed.address}"></seat-calculator>`;
  const opened = await openHost(SCRIPT + element, { prepare: clockwork, size: sizes.desk });
  await ready(opened.page);
  const it = { ...opened, ...hands(opened.page) };
  await it.click(KEEP);
  await it.find(".compare-totals td");
  await it.click("#give-65");
  const before = await it.see(".compare-verdict");
  assert.deepEqual(before, ["INDIA ahead", "INDIA ahead"]);
  const asked = feed.asked.length;
  feed.serve(state(4));
  await pass(it.page, 80);
  await eventually(() => feed.asked.length > asked);
  await settled(it.page);
  await eventually(async () => /Count complete/.test(await it.read(".count-line")));
  // All are declared now, in both; before, some only led.
  assert.deepEqual(await sums(it), [81, 81]);
  assert.deepEqual(await it.see(".compare-verdict"), ["INDIA 16 above 41", "INDIA 15 above 41"]);
  assert.equal(await it.read(".compare-seats summary b"), "1 seat differs");
  opened.expectClean([new RegExp(feed.address)]);
  await it.close();
});

for (const width of [320, 1280])
  test(`an edit beside a kept scenario moves no control, ${width} px`, async () => {
    const it = await keep("#0~1~jharkhand-2024~~w-65.BJP", { size: { width, height: 800 } });
    const places = () =>
      it.page.$$eval(inside("button:not(.tile), input, select, summary"), (all) =>
        all
          .filter((node) => node.checkVisibility({ visibilityProperty: true }))
          .filter((node) => !node.closest(".strip"))
          .map((node) => {
            const { left, top } = node.getBoundingClientRect();
            return `${node.id || node.className}: ${Math.round(left)}, ${Math.round(top + scrollY)}`;
          }),
      );
    await (await it.find("#give-39")).evaluate((node) => node.scrollIntoView({ block: "center" }));
    await it.rest();
    const before = await places();
    await (await it.find("#give-39")).evaluate((node) => node.click());
    await it.rest();
    assert.deepEqual(await places(), before);
    it.expectClean();
    await it.close();
  });
