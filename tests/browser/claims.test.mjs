// Check a claim: a sentence goes in; the verdict, what was understood and where to see it come out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSideways, inside, openCalculator } from "./support/calculator.mjs";
import { sizes } from "./support/harness.mjs";

/** Ten claims that were printed, with what the page says of each, and a figure it shows. */
const CLAIMS = [
  ["JMM 34 + BJP 21 + LJP(RV) 1 + AJSU 1 + JD(U) 1 + others 1 = 58", "Contradicts itself.", "59"],
  ["The majority mark is 42.", "Wrong.", "41"],
  ["JMM won 34 of 43 contested, strike rate 79 %", "Right.", "(34 / 43)"],
  ["RJD won four of the six seats it fought", "Right by another reading.", "friendly fight"],
  ["RJD’s strike rate was 71 %", "Right at another hour: 10:45.", "71 % is 5 of 7."],
  ["BJP vote share 33.18 %", "Right.", "(59,21,474 / 1,78,46,283)"],
  ["It lost Torpa and Khunti by margins of over 40,000 votes each.", "Right.", "42,053"],
  ["भाजपा 20, आजसू, लोजपा, जदयू एक-एक; NDA 25, INDI 55, OTH 1", "Contradicts itself.", "23, not 25"],
  ["BJP won 25, AJSU won 2, together they could’ve won 44 (2019)", "Wrong.", "40"],
  ["Even without the RJD it has 52.", "Right.", "without RJD"],
];

/** Opens the fold, unless the address has. */
async function openClaims(options) {
  const it = await openCalculator(options);
  const open = await it.page.evaluate(() =>
    Boolean(document.querySelector("seat-calculator").shadowRoot.querySelector("#claims[open]")),
  );
  if (!open) await it.click("#claims > summary");
  await it.find(".claim-form");
  return {
    ...it,
    ask: async (claim) => {
      await it.page.evaluate((text) => {
        const root = document.querySelector("seat-calculator").shadowRoot;
        root.querySelector(".claim-form textarea").value = text;
      }, claim);
      await it.click(".claim-form button");
      await it.find(".claim-result > *");
    },
  };
}

test("ten printed claims", async () => {
  const it = await openClaims();
  for (const [claim, verdict, figure] of CLAIMS) {
    await it.ask(claim);
    assert.equal(await it.read(".claim-verdict"), verdict, claim);
    const said = (await it.see(".claim-findings")).join(" ");
    assert.ok(said.includes(figure), `${claim}: ${said}`);
  }
  it.expectClean();
  await it.close();
});

test("what is not read is said, and a text that is no claim is not judged", async () => {
  const it = await openClaims();
  await it.ask("BJP won 21 hot seats");
  assert.equal(await it.read(".claim-verdict"), "Right.");
  assert.deepEqual(await it.see(".claim-said"), ["Not read: hot."]);
  await it.ask("The counting begins at eight");
  assert.deepEqual(await it.see(".claim-verdict"), []);
  assert.match(await it.read(".claim-said"), /^Not understood/);
  await it.ask("JMM won 3 of 4 seats in Dumka");
  assert.equal((await it.see(".claim-verdict")).length, 2);
  it.expectClean();
  await it.close();
});

test("what was understood can be changed; the link carries it and no text", async () => {
  const it = await openClaims({ size: sizes.phone });
  await it.ask("Our reporter says BJP won 22 seats");
  assert.equal(await it.read(".claim-verdict"), "Wrong.");
  await it.fill(".claim-fields input", "21");
  assert.equal(await it.read(".claim-verdict"), "Right.");
  await it.choose(".claim-fields select", "contested");
  assert.equal(await it.read(".claim-verdict"), "Wrong.");
  await it.fill(".claim-fields input", "68");
  assert.equal(await it.read(".claim-verdict"), "Right.");
  await it.click(".claim-chip button");
  assert.equal(await it.read(".claim-verdict"), "Cannot be decided here.");
  await it.page.select(inside(".claim-fields label:nth-of-type(2) select"), "JLKM");
  assert.equal(await it.read(".claim-verdict"), "Right.");
  await expectNoSideways(it.page);
  const link = await it.page.evaluate(
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".claim-reading textarea")
        .value,
  );
  assert.equal(new URL(link).searchParams.get("claim"), "contested_JLKM___68");
  it.expectClean();
  await it.close();
  const linked = await openClaims({ path: "index.html?lang=hi&claim=contested_JLKM___68" });
  assert.equal(await linked.read(".claim-verdict"), "सही।");
  linked.expectClean();
  await linked.close();
});

test("a figure leads to the part of the page that shows it", async () => {
  const it = await openClaims();
  await it.ask("Hemant Soren won Barhait by 39,791 votes");
  await it.click(".claim-findings li > button");
  assert.match(await it.read(".seat-card"), /Barhait/);
  await it.ask("BJP vote share 33.18 %");
  await it.click(".claim-findings li > button");
  assert.ok((await it.see(".fact:not([hidden]) table")).length);
  it.expectClean();
  await it.close();
});

test("an embed has it only where controls ask for it", async () => {
  const folds = async (query) => {
    const it = await openCalculator({ path: `embed.html?${query}` });
    const seen = await it.see("#claims > summary");
    await it.close();
    return seen;
  };
  assert.deepEqual(await folds("mode=compact"), []);
  assert.deepEqual(await folds("mode=compact&controls=claim"), ["Check a claim"]);
});

test("one side against another: both figures are shown, and the other side can be changed", async () => {
  const it = await openClaims();
  await it.ask("The JMM won 14 more seats than the BJP");
  assert.equal(await it.read(".claim-verdict"), "Wrong.");
  assert.match((await it.see(".claim-findings")).join(" "), /against BJP.*13 \(34 \/ 21\)/);
  await it.fill(".claim-fields input", "13");
  assert.equal(await it.read(".claim-verdict"), "Right.");
  await it.click(".claim-chip:last-of-type button");
  assert.equal(await it.read(".claim-verdict"), "Cannot be decided here.");
  await it.page.select(inside(".claim-fields label:nth-of-type(3) select"), "INC");
  assert.equal(await it.read(".claim-verdict"), "Wrong.");
  assert.match((await it.see(".claim-findings")).join(" "), /18 \(34 \/ 16\)/);
  it.expectClean();
  await it.close();
});

test("by keyboard alone, in Hindi: the fold, the sentence, the verdict and the part that shows it", async () => {
  const it = await openCalculator({ path: "index.html?lang=hi", size: sizes.phone });
  const active = () =>
    it.page.evaluate(() => {
      const { activeElement } = document.querySelector("seat-calculator").shadowRoot;
      return activeElement?.closest(".claim-form, .claim-findings, .fact") && activeElement.tagName;
    });
  await it.find("#claims > summary");
  await it.page.evaluate(() =>
    document.querySelector("seat-calculator").shadowRoot.querySelector("#claims > summary").focus(),
  );
  await it.page.keyboard.press("Enter");
  await it.find(".claim-form");
  await it.page.keyboard.press("Tab");
  assert.equal(await active(), "TEXTAREA");
  await it.page.keyboard.type("भाजपा का वोट शेयर ३३.१८ फीसदी रहा");
  await it.page.keyboard.press("Tab");
  await it.page.keyboard.press("Enter");
  await it.find(".claim-result > *");
  assert.equal(await it.read(".claim-verdict"), "सही।");
  await it.page.keyboard.press("Tab");
  assert.equal(await active(), "BUTTON");
  await it.page.keyboard.press("Enter");
  await it.find(".fact:not([hidden]) table");
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});

test("nothing pasted is kept: not in the address, not in storage, not in the link", async () => {
  const it = await openClaims();
  await it.ask("Our reporter Xyzzy says BJP won 21 seats");
  const kept = await it.page.evaluate(() =>
    JSON.stringify([
      location.href,
      history.state,
      { ...window.localStorage },
      { ...window.sessionStorage },
      document.querySelector("seat-calculator").shadowRoot.querySelector(".claim-reading textarea")
        .value,
    ]),
  );
  assert.doesNotMatch(kept, /Xyzzy|reporter/);
  it.expectClean();
  await it.close();
});
