// From a file to an election that this browser keeps: opened, reloaded, renamed, shared, deleted.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { hands, inside, openCalculator, ready } from "./support/calculator.mjs";
import { openPage, until } from "./support/harness.mjs";
import { openImport, samples } from "./support/import.mjs";

const TOTALS = "A 34, B 21, C 6";
const main = ".import footer .main";
/** What the console says where an election is not kept; one browser does not say its message. */
const NOT_KEPT = /console warn: seat-calculator: .*(not kept|JSHandle)/;
const press = async (it, selector) => (await it.find(selector)).evaluate((node) => node.click());
/** The own election's page has loaded. */
const shown = async (it) => {
  await until(it.page, () => location.pathname.endsWith("/own.html"));
  await ready(it.page);
};

/** Names the election on the last screen. */
async function name(it, title) {
  await it.fill(".alliances-step input", title);
  await it.page.keyboard.press("Tab");
  await until(
    it.page,
    (wanted) => {
      const root = document.querySelector("seat-calculator").shadowRoot;
      const { disabled } = root.querySelector(".import footer .main");
      return !disabled && root.querySelector(".alliances-step input").value === wanted;
    },
    title,
  );
}

/** Opens an election of totals, named so. */
async function openOwn(title, look) {
  const it = await openImport(look);
  await it.paste(TOTALS);
  await press(it, main);
  await name(it, title);
  await press(it, main);
  await shown(it);
  return it;
}

test("a list of totals becomes an election at an address of its own", async () => {
  const it = await openOwn("House of letters");
  assert.match(it.page.url(), /own\.html\?election=house-of-letters(&|$)/);
  assert.match(await it.read(".kicker"), /House of letters/);
  assert.match(await it.verdict(), /^A has a majority: 34 of 61 seats, 3 above the mark of 31/);
  assert.deepEqual(await it.bars(), ["A 34", "B 21", "C 6"]);
  await it.find(".placed.hemicycle .tile");
  await press(it, ".away > summary");
  await it.find('.away .preview[src^="data:image/svg"]');

  await it.page.reload();
  await shown(it);
  assert.match(await it.verdict(), /34 of 61/);

  // The chooser knows it; a second one of the name gets an address of its own.
  await it.page.click(inside(".chooser > summary"));
  await it.find(".own-elections li");
  assert.deepEqual(await it.see(".own-elections li [aria-current]"), ["House of letters"]);

  await press(it, ".own-elections li .own-tools button:nth-child(1)");
  await it.fill(".own-elections input", "Renamed");
  await it.page.keyboard.press("Enter");
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".own-elections b")
        ?.textContent === "Renamed",
  );
  await it.page.reload();
  await shown(it);
  assert.match(await it.read(".kicker"), /Renamed/);

  await it.page.click(inside(".chooser > summary"));
  await press(it, ".own-elections li .own-tools button:nth-child(3)");
  await press(it, ".own-elections li .own-tools button:nth-of-type(1)");
  await until(
    it.page,
    () => !document.querySelector("seat-calculator").shadowRoot.querySelector(".own-elections li"),
  );
  await it.page.reload();
  await it.find(".failed h1");
  assert.match(await it.read(".failed"), /not kept in this browser/);
  it.expectClean([NOT_KEPT]);
  await it.close();
});

test("a link to a scenario works where the data are kept and says why elsewhere", async () => {
  const it = await openOwn("Linked");
  await press(it, "#tab-partners");
  await press(it, 'input[name="stance-C"][value="for"]');
  await until(it.page, () => location.hash.length > 1);
  const link = it.page.url();
  const again = await openPage({ path: link, beside: it });
  await ready(again.page);
  assert.match(await hands(again.page).verdict(), /Hypothetical/);
  again.expectClean();
  await again.close();

  const elsewhere = await openPage({ path: link });
  const hand = hands(elsewhere.page);
  await hand.find(".failed h1");
  assert.match(await hand.read(".failed"), /A link carries changes, not the data/);
  elsewhere.expectClean([NOT_KEPT]);
  await elsewhere.close();
  await it.close();
});

test("without an election the page for them opens the import", async () => {
  const it = await openCalculatorless("own.html");
  await it.find(".import[open] .pick input");
  await it.page.keyboard.press("Escape");
  assert.match(await it.read(".failed"), /Open a file of results/);
  await it.close();
});

/** A page that shows no election yet. */
async function openCalculatorless(path) {
  const opened = await openPage({ path });
  return { ...opened, ...hands(opened.page) };
}

test("two elections of one name are both kept", async () => {
  const it = await openOwn("Same");
  const first = it.page.url();
  await it.page.click(inside(".chooser > summary"));
  await press(it, ".chooser-list > button");
  await it.find(".import[open] .pick input");
  await it.page.evaluate(() => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    root.querySelector(".drop textarea").value = "A 3, B 2";
    root.querySelector(".drop > button").click();
  });
  await until(
    it.page,
    () =>
      !document.querySelector("seat-calculator").shadowRoot.querySelector(".check").hidden &&
      document.querySelector("seat-calculator").shadowRoot.querySelector(".import footer .main")
        .disabled === false,
  );
  await press(it, main);
  await name(it, "Same");
  await press(it, main);
  await until(it.page, (before) => location.href !== before, first);
  await shown(it);
  assert.match(it.page.url(), /election=same-2/);
  assert.match(await it.verdict(), /3 of 5/);
  await it.page.goto(first);
  await shown(it);
  assert.match(await it.verdict(), /34 of 61/);
  await it.close();
});

test("parties are put into alliances, proposals where names are known", async () => {
  const it = await openImport();
  await it.paste("JMM 34, BJP 21, INC 16, RJD 4, CPI(ML)L 2, AJSU 1, LJP(RV) 1, JD(U) 1, JLKM 1");
  await press(it, main);
  await it.find(".offered button");
  assert.match(
    await it.read(".offered p"),
    /^As in Jharkhand Assembly election, November 2024: INDIA \(JMM, INC, RJD, CPI\(ML\)L\), NDA \(BJP, AJSU, JD\(U\), LJP\(RV\)\)\./,
  );
  await press(it, ".offered button");
  await it.find(".made li");
  const made = (await it.see(".made li .label")).map((said) => said.trim());
  assert.deepEqual(made, ["INDIA: 56 seats", "NDA: 24 seats"]);
  await press(it, main);
  await shown(it);
  assert.match(
    await it.verdict(),
    /^INDIA has a majority: 56 of 81 seats, 15 above the mark of 41/,
  );
  await it.close();
});

const damaged = [
  ["nothing", ""],
  ["one word", "word"],
  ["no header", "1,2,3\n4,5,6\n7,8,9\n"],
  ["an open quotation mark", 'Constituency,Candidate,Party,Votes\n"A,x,P,1\nB,y,Q,2\n'],
  ["JSON cut short", '{"format": 1, "constituencies": ['],
  ["a page without a table", "<!doctype html><p>Nothing here</p>"],
  ["a header alone", "Constituency,Candidate,Party,Votes\n"],
  ["no votes", "Constituency,Candidate,Party\nA,x,P\nA,y,Q\nB,z,P\nB,w,Q\n"],
  ["bytes of nothing", "\0\x01\x02\0\x03".repeat(400)],
  ["half a spreadsheet", readFileSync(samples[0].path).subarray(0, 2000)],
];

test("files that cannot be read say why and leave the election on screen as it is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "damaged-"));
  const it = await openImport();
  for (const [name, content] of damaged) {
    const path = join(folder, `${name.replaceAll(" ", "-")}.csv`);
    await writeFile(path, content);
    await it.pick(path);
    const said = [...(await it.see(".problems li > p")), ...(await it.see(".drop .wrong"))];
    assert.ok(said.join("").length > 10, `${name}: nothing is said`);
    const open = await it.page.$eval(inside(main), (node) => !node.disabled && !node.hidden);
    assert.equal(open, false, `${name}: it can be opened`);
    await it.go(1);
  }
  await it.page.keyboard.press("Escape");
  assert.match(await it.verdict(), /INDIA has a majority: 56 of 81/);
  it.expectClean();
  await it.close();
});

test("a cell is corrected in place, which is a decision that can be undone", async () => {
  const it = await openImport();
  await it.pick(samples[0].path);
  assert.match(await it.read(".import footer .standing"), /^1 of 2/);
  await it.fill(".problems input", "151433");
  await press(it, ".problems form button");
  await until(it.page, () =>
    /^2 of 2/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".import footer .standing")
        .textContent,
    ),
  );
  assert.deepEqual(await it.see(".problems li"), []);
  await press(it, ".all-decisions > summary");
  const correction = await it.read(".decisions .by-reader");
  assert.match(correction, /Cell L16 says 151433 instead of “162197”/);
  await press(it, ".decisions .by-reader button");
  await until(it.page, () =>
    /^1 of 2/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".import footer .standing")
        .textContent,
    ),
  );
  it.expectClean();
  await it.close();
});

test("by keyboard alone, from the page to an election", async () => {
  const it = await openCalculator();
  const { keyboard } = it.page;
  const focused = () =>
    it.page.evaluate(() => {
      const node = document.querySelector("seat-calculator").shadowRoot.activeElement;
      return node ? `${node.tagName} ${node.textContent}`.trim() : "";
    });
  /** Tabs on until the focus is on what reads so. @param {RegExp} wanted */
  const tabTo = async (wanted) => {
    for (let i = 0; i < 60; i++) {
      if (wanted.test(await focused())) return;
      await keyboard.press("Tab");
    }
    assert.fail(`no way to ${wanted}, at ${await focused()}`);
  };
  await tabTo(/^SUMMARY Nov/);
  await keyboard.press("Enter");
  await it.find(".chooser-list > button");
  await tabTo(/^BUTTON Open your own/);
  await keyboard.press("Enter");
  await it.find(".import[open]");
  await tabTo(/^TEXTAREA/);
  await keyboard.type("A 34, B 21");
  await tabTo(/^BUTTON Read the text/);
  await keyboard.press("Enter");
  await it.find(".check:not([hidden])");
  await tabTo(/^BUTTON Next: alliances/);
  await keyboard.press("Enter");
  await it.find(".alliances-step:not([hidden]) select");
  await tabTo(/^BUTTON Open the election/);
  await keyboard.press("Enter");
  await shown(it);
  assert.match(await it.verdict(), /34 of 55/);
  await it.close();
});
