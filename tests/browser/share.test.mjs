// Share is one thing: one text with question, assumption, result and link, in the share sheet where
// there is one, else on the clipboard, else selected.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SIXTEEN, hands, inside, openCalculator, ready } from "./support/calculator.mjs";
import { baseUrl, until } from "./support/harness.mjs";
import { openHost } from "./support/host-page.mjs";

const SHARE = ".toolbar button:nth-child(3)";
const TITLE = "Hypothetical · Jharkhand Assembly election, November 2024.";

/** What stands in the first field: the text, and the link behind it. */
async function shared(it) {
  await it.find(".share-panel textarea");
  await it.rest();
  const value = await it.page.$eval(inside(".share-panel textarea"), (field) => field.value);
  const [text, link, ...rest] = value.split("\n");
  assert.deepEqual(rest, []);
  return { text, link };
}

/** Opens Share, then one scenario after the other; answers what is shared of each. */
async function sharedOf(all, lang = "en") {
  const it = await openCalculator({ path: `?lang=${lang}` });
  await it.click(SHARE);
  await shared(it);
  const found = [];
  for (const edits of all) {
    await it.page.evaluate((text) => {
      location.hash = `0~1~jharkhand-2024~~${text}`;
    }, edits);
    await until(it.page, () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".hypothesis"),
    );
    await it.rest();
    found.push(await shared(it));
  }
  it.expectClean();
  await it.close();
  return found;
}

test("a question is shared with its assumption, its result and the declared result", async () => {
  const [{ text, link }] = await sharedOf(["p-NDA-10000-JLKM"]);
  assert.equal(
    text,
    `What if JLKM had joined the NDA, all its voters following? INDIA 41, NDA with JLKM 40. Declared 56, 24, 1. ${TITLE}`,
  );
  const other = await openCalculator({ path: link });
  assert.match(await other.verdict(), /INDIA has a bare majority: 41 of 81/);
  await other.close();
});

/** For every kind of edit: what the text begins with. */
const SAID = [
  ["p-NDA-7000-JLKM", "What if JLKM had joined NDA, 70 % of its voters following? INDIA 4"],
  ["p-INDIA-6000-JLKM--cST", "What if JLKM had joined INDIA (ST), 60 % of its voters"],
  ["s-INDIA-NDA-200", "What if 2.00 points had swung from INDIA to NDA? INDIA "],
  ["sp-INC-BJP-500", "What if 5.00 % of INC’s votes had gone to BJP? INDIA "],
  [
    "w-65.BJP",
    "What if Kanke had gone to BJP? INDIA 55, NDA 25, JLKM 1. Declared 56, 24, 1. Seats",
  ],
  ["w-65.BJP-39.BJP", "What if Nirsa had gone to BJP and Kanke had gone to BJP? INDIA 54"],
  [
    SIXTEEN.split("~").pop(),
    /^(How few votes saved the majority\? 16 seats change hands\. |What if)/,
  ],
  ["w-65.BJP-39.BJP-78.BJP-32.BJP", "What if 4 seats had gone to others? INDIA 52, NDA 28"],
  ["r-JLKM-NDA", "What if JLKM sat with NDA? INDIA 56, NDA 25. Declared 56, 24, 1. Members move"],
  ["r-RJD", "What if RJD sat alone? INDIA 52, NDA 24, RJD 4, JLKM 1. Declared: INDIA 56, NDA 24"],
  [
    "f-BJP-JMM--JLKM",
    /^What if BJP and JMM voted for, JLKM abstained and all others voted against\? /,
  ],
  ["x-INC-NDA-11", "What if 11 members of INC sat with NDA? INDIA 45"],
  ["q-JMM-31", "What if 31 members of JMM resigned? "],
  ["v-28", /^What if [\w ]+ fell vacant\? /],
  ["a-BJP-3_h-v", "What if 3 members of BJP stayed away and the majority were counted on members"],
  [
    "h-v-JMM",
    "What if the majority were counted on members voting, the Speaker from JMM? INDIA 55",
  ],
];

test("every kind of edit is said from what the core answers", async () => {
  const all = await sharedOf(SAID.map(([edits]) => edits));
  for (const [i, [edits, said]] of SAID.entries()) {
    const { text, link } = all[i];
    if (typeof said === "string") assert.ok(text.startsWith(said), `${edits}: ${text}`);
    else assert.match(text, said);
    assert.ok(text.endsWith(TITLE), text);
    assert.ok(link.startsWith(`${baseUrl}?lang=en#`), link);
  }
});

test("in Hindi too, without a message key, an empty place or an English word", async () => {
  const all = await sharedOf(
    SAID.map(([edits]) => edits),
    "hi",
  );
  for (const { text } of all) {
    assert.match(text, /\?/);
    assert.match(text, /काल्पनिक · /);
    assert.doesNotMatch(text, /[{}]|undefined|\b(whatif|share|edit|away)\.|What if|Declared/);
  }
  assert.match(all[0].text, /^अगर जेएलकेएम एनडीए के साथ लड़ते, 70 % वोटर साथ आते, तो\? इंडिया \d+, /);
});

test("the declared result is shared as that", async () => {
  const it = await openCalculator();
  await it.click(SHARE);
  const { text, link } = await shared(it);
  assert.equal(
    text,
    "Jharkhand Assembly election, November 2024. INDIA has a majority: 56 of 81 seats, 15 above the mark of 41.",
  );
  assert.equal(link, baseUrl);
  it.expectClean();
  await it.close();
});

/** A share sheet that notes what it is given and ends as the test says. */
const sheet = (ends) => (page) =>
  page.evaluateOnNewDocument((how) => {
    globalThis.given = [];
    navigator.canShare = (data) => Boolean(data?.url);
    navigator.share = async (data) => {
      globalThis.given.push(data);
      if (how) throw new DOMException("no", how);
    };
  }, ends);

test("the system's share sheet gets text and link; closed by the reader, nothing is copied", async () => {
  for (const ends of ["", "AbortError"]) {
    const it = await openCalculator({
      path: "#0~1~jharkhand-2024~~p-NDA-10000-JLKM",
      prepare: sheet(ends),
    });
    await it.click(SHARE);
    await until(it.page, () => globalThis.given.length === 1);
    const [{ title, text, url }] = await it.page.evaluate(() => globalThis.given);
    assert.equal(title, "Jharkhand Assembly election, November 2024");
    assert.match(text, /^What if JLKM had joined the NDA, all its voters following\? INDIA 41/);
    assert.match(url, /#[0-9a-f]{8}~1~jharkhand-2024~\w{6}~p-NDA-10000-JLKM$/);
    await it.rest();
    assert.ok(!(await it.see(".copy button")).includes("Copied"));
    // And again, from the panel.
    const app = (await it.page.$$(inside(".share-panel > p button")))[0];
    await app.click();
    await until(it.page, () => globalThis.given.length === 2);
    it.expectClean();
    await it.close();
  }
});

test("a share sheet that this page may not open gives way to the copy", async () => {
  const it = await openCalculator({
    path: "#0~1~jharkhand-2024~~w-65.BJP",
    prepare: sheet("NotAllowedError"),
  });
  await it.click(SHARE);
  await until(it.page, () =>
    /Copied|Select the text/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector("[aria-live]").textContent,
    ),
  );
  it.expectClean();
  await it.close();
});

test("where the clipboard is refused, the text stands selected and the page says so", async () => {
  const it = await openCalculator({
    path: "#0~1~jharkhand-2024~~w-65.BJP",
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("no"));
        document.execCommand = () => false;
      }),
  });
  await it.click(SHARE);
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".copy p")
      ?.checkVisibility(),
  );
  assert.equal((await it.see(".copy p"))[0], "Select the text and copy it.");
  const selected = await it.page.evaluate(() => {
    const field = document.querySelector("seat-calculator").shadowRoot.activeElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.match(selected, /^What if Kanke had gone to BJP\? .*\nhttp/);
  it.expectClean();
  await it.close();
});

/** What a browser says of a frame whose host has left out `allow`. */
const NOT_ALLOWED = /Clipboard API has been blocked/;

for (const [attributes, except] of [
  ['sandbox="allow-scripts allow-popups" allow="clipboard-write"', []],
  ['sandbox="allow-scripts"', [NOT_ALLOWED]],
])
  test(`the copy works in a frame with ${attributes}`, async () => {
    const src = `${baseUrl}embed.html?mode=compact&lang=en#0~1~jharkhand-2024~~w-65.BJP`;
    const opened = await openHost(
      `<iframe src="${src}" height="1200" width="600" ${attributes}></iframe><textarea></textarea>`,
    );
    const frame = await opened.embed();
    await ready(frame);
    const it = { ...opened, ...hands(frame) };
    await it.click(".toolbar button:nth-child(3)");
    await until(frame, () =>
      [
        ...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".copy button"),
      ].some((button) => button.textContent === "Copied" && button.checkVisibility()),
    );
    await opened.page.click("textarea");
    await opened.page.keyboard.down("Control");
    await opened.page.keyboard.press("v");
    await opened.page.keyboard.up("Control");
    assert.match(
      await opened.page.$eval("textarea", (field) => field.value),
      /^What if Kanke had gone to BJP\? INDIA 55, NDA 25, JLKM 1\. .*\nhttp\S+w-65/,
    );
    opened.expectClean(except);
    await opened.close();
  });
