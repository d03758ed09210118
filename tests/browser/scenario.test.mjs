// The scenario as the page keeps it: undo, the list of changes, links good and bad, tabs, no storage.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DECLARED, SIXTEEN, inside, openCalculator, ready } from "./support/calculator.mjs";
import { until } from "./support/harness.mjs";

const press = async (page, keys, key) => {
  for (const held of keys) await page.keyboard.down(held);
  await page.keyboard.press(key);
  for (const held of keys.toReversed()) await page.keyboard.up(held);
};

test("edits are undone, redone and removed one by one", async () => {
  const it = await openCalculator();
  for (const id of [65, 38, 39]) await it.click(`#give-${id}`);
  const three = await it.verdict();
  assert.match(three, /^Hypothetical, 3 seats changed: INDIA has a majority: 53/);
  await press(it.page, ["Control"], "z");
  assert.match(await it.verdict(), /^Hypothetical, 2 seats changed: INDIA has a majority: 54/);
  await press(it.page, ["Control", "Shift"], "z");
  assert.equal(await it.verdict(), three);
  await it.click(".list summary");
  assert.deepEqual(await it.see(".edits li > span"), [
    "Sindri: CPI(ML)L → BJP",
    "Nirsa: CPI(ML)L → BJP",
    "Kanke: INC → BJP",
  ]);
  await it.click(".edits li:nth-child(2) button");
  assert.match(await it.verdict(), /^Hypothetical, 2 seats changed/);
  assert.match(await it.focused(), /^Remove: /, "the focus goes to the next change");
  await it.click(".toolbar button:nth-child(4)");
  assert.equal(await it.verdict(), DECLARED);
  await it.click(".toolbar button:nth-child(1)");
  assert.match(await it.verdict(), /^Hypothetical, 2 seats changed/);
  it.expectClean();
  await it.close();
});

test("the scenario survives reload, back and forward", async () => {
  const it = await openCalculator();
  await it.click("#give-65");
  const hash = await it.fragment(/^#.+~jharkhand-2024~/);
  await it.page.reload();
  await ready(it.page);
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed: INDIA has a majority: 55/);
  assert.equal(await it.page.evaluate(() => location.hash), hash);
  await it.page.evaluate((to) => {
    location.hash = to;
  }, SIXTEEN);
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.includes("16 seats"),
  );
  await it.page.goBack();
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.includes("1 seat changed"),
  );
  await it.page.goForward();
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.includes("16 seats"),
  );
  // A question has an entry of its own; so has the way back to the declared result.
  const entries = await it.page.evaluate(() => history.length);
  await it.click(".card:nth-child(3) .question");
  const asked = await it.fragment(/~s-INDIA-NDA-368$/);
  assert.equal(await it.page.evaluate(() => history.length), entries + 1);
  await it.click(".toolbar button:nth-child(4)");
  await it.fragment(/^$/);
  assert.equal(await it.page.evaluate(() => history.length), entries + 2);
  await it.page.goBack();
  await it.find(".card:nth-child(3).open");
  assert.equal(await it.page.evaluate(() => location.hash), asked);
  await it.page.goBack();
  await until(it.page, (hash) => location.hash.includes(hash), SIXTEEN);
  await it.rest();
  assert.match(await it.verdict(), /^Hypothetical, 16 seats changed/);
  await it.page.goForward();
  await until(it.page, () => location.hash.includes("s-INDIA"));
  it.expectClean();
  await it.close();
});

test("an edit made just before leaving is kept", async () => {
  const it = await openCalculator();
  await it.click("#give-65");
  await it.page.goto("about:blank");
  // Not goBack: a page that comes back from the browser's memory does not load again.
  // Answered before it goes: a call cut off by its own navigation would fail here, not in the page.
  await it.page.evaluate(() => {
    setTimeout(() => history.back());
  });
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      ?.shadowRoot?.querySelector(".verdict")
      ?.textContent.startsWith("Hypothetical, 1 seat changed"),
  );
  it.expectClean();
  await it.close();
});

test("Share gives a link that opens to the same numbers", async () => {
  const it = await openCalculator({ path: `?utm_source=mail#${SIXTEEN}` });
  await it.click(".toolbar button:nth-child(3)");
  const [sentence, link] = await it.page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll("textarea")].map(
      (field) => field.value,
    ),
  );
  assert.ok(!link.includes("utm_"), link);
  assert.match(
    sentence,
    /^How few votes saved the majority\? 16 seats change hands\. INDIA 40, NDA 40, JLKM 1\. Declared 56, 24, 1\. .*\bHypothetical\b/,
  );
  const other = await openCalculator({ path: link });
  assert.equal(await other.verdict(), await it.verdict());
  for (const appended of ["?secret=abc", "&utm_source=feed", "?fbclid=1&x=2"]) {
    // From a damaged link, which says so.
    await other.page.evaluate(() => {
      location.hash = "damaged";
    });
    await other.find(".notice");
    await other.page.evaluate(
      (to) => {
        location.hash = to;
      },
      new URL(link).hash.slice(1) + appended,
    );
    await until(
      other.page,
      (wanted) =>
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(".verdict")
          .textContent.startsWith(wanted),
      "Hypothetical, 16 seats",
    );
    assert.equal(await other.verdict(), await it.verdict(), appended);
    assert.deepEqual(await other.see(".notice"), [], appended);
  }
  it.expectClean();
  other.expectClean();
  await it.close();
  await other.close();
});

test("a fragment that only a host appended is no scenario", async () => {
  const it = await openCalculator({ path: "#?secret=abc" });
  assert.equal(await it.verdict(), DECLARED);
  assert.deepEqual(await it.see(".notice"), []);
  it.expectClean();
  await it.close();
});

test("links that cannot be opened say why and show the declared result", async () => {
  const fresh = await openCalculator();
  await fresh.click("#give-65");
  const good = (await fresh.fragment(/^#.+~jharkhand-2024~/)).slice(1);
  await fresh.close();
  const changed = good.replace(/~([^~]{6})~/, "~zzzzzz~").replace(/^[^~]+~/, "0~");
  const cases = [
    [good.slice(0, -1), /^This link is damaged; showing the declared result\./],
    [good.toUpperCase(), /damaged/],
    ["hello", /damaged/],
    [good.replace(/^[^~]+~1~/, "0~7~"), /newer version/],
    ["0~1~bihar-2025~~w-1a", /for another election \(bihar-2025\)/],
    [`0~1~jharkhand-2024~~${"w-1a-".repeat(7_000)}`, /too long/],
    ["0~1~jharkhand-2024~~w-28.XYZ", /do not fit this election/],
  ];
  // The first opens the page, the others follow in it, each from a scenario that it must not leave standing.
  const it = await openCalculator({ path: `#${cases[0][0]}` });
  for (const [text, reason] of cases) {
    if (text !== cases[0][0]) {
      await it.page.evaluate((to) => {
        location.hash = to;
      }, good);
      await until(it.page, () =>
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(".verdict")
          .textContent.startsWith("Hypothetical, 1 seat changed"),
      );
      await it.page.evaluate((to) => {
        location.hash = to;
      }, text);
    }
    await until(
      it.page,
      (wanted) =>
        document.querySelector("seat-calculator").shadowRoot.querySelector(".notice textarea")
          ?.value === wanted,
      text,
    );
    assert.match(await it.read(".notice p"), reason, text);
    assert.equal(await it.verdict(), DECLARED, text);
  }
  await it.page.evaluate((to) => {
    location.hash = to;
  }, changed);
  await until(
    it.page,
    (wanted) =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".notice textarea")
        ?.value === wanted,
    changed,
  );
  assert.match(await it.read(".notice p"), /^The result has changed since this link was made/);
  assert.equal(await it.verdict(), DECLARED);
  await it.click(".notice button");
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
  // What does not fit is named in the console too.
  it.expectClean([/no party is called "XYZ"/]);
  await it.close();
});

test("two tabs do not mix", async () => {
  const one = await openCalculator();
  const two = await openCalculator({ beside: one });
  await one.page.bringToFront();
  await one.click("#give-65");
  await two.page.bringToFront();
  assert.equal(await two.verdict(), DECLARED);
  await two.click("#give-38");
  await two.click("#give-39");
  assert.match(await two.verdict(), /^Hypothetical, 2 seats changed/);
  // A tab in the background draws no frames, so it would never be seen to settle.
  await one.page.bringToFront();
  assert.match(await one.verdict(), /^Hypothetical, 1 seat changed/);
  one.expectClean();
  two.expectClean();
  await two.close();
  await one.close();
});

test("the page needs no storage", async () => {
  const it = await openCalculator({
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException("blocked", "SecurityError");
            },
          });
        }
      }),
  });
  await it.click("#give-65");
  await it.fragment(/^#.+~jharkhand-2024~/);
  it.expectClean();
  await it.close();
});

test("members cross, resign and stay away by number", async () => {
  const it = await openCalculator();
  await it.click("#tab-partners");
  const some = async (row, n, what) => {
    const button = await it.page.evaluateHandle(
      (id) => document.querySelector("seat-calculator").shadowRoot.getElementById(`some-${id}`),
      row,
    );
    if ((await button.evaluate((node) => node.getAttribute("aria-expanded"))) === "false")
      await button.click();
    const panel = await button.evaluateHandle((node) =>
      node.closest("tbody").querySelector(".some-panel"),
    );
    const field = await panel.$("input");
    await field.click({ count: 3 });
    await field.type(String(n));
    await (await panel.$(".sentence select")).select(what);
    await (await panel.$("button")).click();
  };
  await some("INC", 11, "NDA");
  assert.deepEqual(await it.bars(), ["INDIA 45", "NDA 35", "JLKM 1"]);
  assert.match(
    await it.verdict(),
    /^Hypothetical, partners changed after the vote, no seat changed hands: INDIA has a majority: 45/,
  );
  await it.click(".list summary");
  assert.match(
    (await it.see(".edits li > span"))[0],
    /^11 of INC sit with NDA · reaches two-thirds \(11 of 16\)$/,
  );
  // Two-thirds of the sixteen they were, also after they left.
  assert.match(await it.read(".some-panel .quiet-text"), /^Two-thirds of INC: 11 of 16\./);
  assert.deepEqual(await it.see(".some-panel .chip"), ["1", "two-thirds: 11", "all 16"]);
  // The table of parties adds up to the house, and INC won 16 of the 30 it stood in.
  const rows = await it.see(".parties tbody .seats-n");
  const elsewhere = /INC rebels with NDA (\d+)$/.exec(await it.read(".parties tfoot th"));
  assert.equal(
    rows.reduce((sum, n) => sum + Number(n), Number(elsewhere[1])),
    81,
  );
  assert.equal(await it.read(".parties tfoot .seats-n"), "81");
  assert.match(
    (await it.see(".parties tbody tr")).find((row) => /^INC/.test(row)),
    /16\/30 53 %/,
  );
  await it.click(".toolbar button:nth-child(1)");
  await some("INC", 10, "NDA");
  assert.match((await it.see(".edits li > span"))[0], /does not reach two-thirds/);
  await it.click(".toolbar button:nth-child(1)");
  await some("JMM", 31, "-resign");
  assert.match(await it.read(".parties tfoot th"), /Vacant 31$/);
  await it.choose(".change > .fields label:nth-of-type(1) select", "effective");
  assert.match(
    await it.verdict(),
    /: INDIA has exactly half, 25 of 50 members\. Half is not a majority: 26 needed\.$/,
  );
  it.expectClean();
  await it.close();
});

test("ready-made groupings", async () => {
  const it = await openCalculator();
  await it.click("#tab-partners");
  const preset = async (name) => {
    const buttons = await it.see(".change .presets button");
    await it.click(`.change .presets button:nth-of-type(${buttons.indexOf(name) + 1})`);
  };
  await preset("JMM + BJP");
  assert.match(
    await it.verdict(),
    /: JMM \+ BJP has a majority: 55 of 81 seats, 14 above the mark of 41\.$/,
  );
  assert.deepEqual(
    await it.see(".change .total p:not(.adding)"),
    ["JMM + BJP: 55, 14 above 41.", "Carried: 55 for, 26 against.", "Neither can leave."],
    "a majority that was made is in power",
  );
  assert.match(await it.read(".bars"), /JMM \+ BJP 55/);
  await preset("INDIA without RJD");
  assert.match(await it.verdict(), /: INDIA has a majority: 52 of 81 seats/);
  await preset("Every party alone");
  assert.match(await it.verdict(), /: No majority: JMM is largest with 34 of 81, 7 short of 41\.$/);
  await preset("As declared");
  assert.equal(await it.verdict(), DECLARED);
  it.expectClean();
  await it.close();
});

test("a question replaces the scenario and becomes the reader's own version", async () => {
  const it = await openCalculator();
  await it.click("#give-38");
  await it.click(".card:nth-child(2) .question");
  assert.equal(await it.read(".kicker"), "What if? Jharkhand Assembly · elected Nov 2024");
  assert.match(
    await it.verdict(),
    /^Hypothetical, 16 seats changed: No majority: INDIA and NDA have 40 each/,
  );
  assert.match(await it.read(".answer-body > p"), /65,068/);
  assert.equal((await it.see(".answer-body .chip")).length, 16);
  assert.deepEqual(await it.see(".own"), []);
  await it.click(".answer-body .chip:nth-child(1)");
  assert.match(
    await it.verdict(),
    /^Hypothetical, 15 seats changed: INDIA has a bare majority: 41 of 81/,
  );
  assert.equal(await it.read(".own"), "Your version");
  assert.match(
    await it.read(".answer-body > p"),
    /^Hypothetical, 15 seats changed: INDIA has a bare majority/,
  );
  await it.click(".toolbar button:nth-child(1)");
  assert.deepEqual(await it.see(".own"), []);
  await it.click(".toolbar button:nth-child(1)");
  assert.match(
    await it.verdict(),
    /^Hypothetical, 1 seat changed/,
    "Undo brings back what the question replaced",
  );
  assert.deepEqual(await it.see(".answer-body"), []);
  // A question about votes names the seats that change hands; each can be shared from its card.
  await it.click(".card:nth-child(3) .question");
  assert.equal(await it.read(".card.open summary"), "16 seats change hands");
  await it.click(".card.open summary");
  assert.match(await it.read(".answer-body details p"), /Gandey \(JMM → BJP\)/);
  await it.click(".card.open .tool");
  assert.match(
    await it.page.$eval(inside(".card.open textarea"), (field) => field.value),
    /#[0-9a-f]{8}~1~jharkhand-2024~[0-9a-z]{6}~s-INDIA-NDA-368$/,
  );
  it.expectClean();
  await it.close();
});

test("every question card opens without an error and closes to the declared result", async () => {
  const it = await openCalculator();
  await it.click(".questions > button");
  // Cards that a fact answers make no scenario (facts.test.mjs).
  const questions = await it.see(".card:not(.fact-card) .question");
  assert.ok(questions.length >= 5);
  for (let i = 1; i <= questions.length; i++) {
    await it.click(`.card:nth-child(${i}) .question`);
    assert.match(await it.verdict(), /^Hypothetical, /, questions[i - 1]);
    assert.deepEqual(await it.see(".notice"), []);
    await it.click(`.card:nth-child(${i}) .question`);
    assert.equal(await it.verdict(), DECLARED);
  }
  it.expectClean();
  await it.close();
});
