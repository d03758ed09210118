// The calculator in a frame on somebody else's page: what is said to the host, and what is heard from it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LISTEN, SCRIPT, openHost, read, says } from "./support/host-page.mjs";
import { baseUrl, openPage, settled, sizes, startServer, until } from "./support/harness.mjs";

const FRAME = (query = "mode=compact", more = "") =>
  `<iframe src="${baseUrl}embed.html?${query}" title="Calculator" width="600" height="300" sandbox="allow-scripts" ${more}></iframe>`;
const DECLARED = "INDIA has a majority: 56 of 81";
const BJP_65 = "0~1~jharkhand-2024~~w-65.BJP";

/** Waits until a page or frame has heard and done everything that was told it: `tell` sends it one message more. */
async function allHeard(where, tell) {
  await where.evaluate(() => {
    addEventListener("message", ({ data }) => {
      if (data === "last") globalThis.heardLast = true;
    });
  });
  await tell("last");
  await until(where, () => globalThis.heardLast);
  await settled(where);
}

test("in a sandbox without an origin it works, and asks for its height in every dialect", async () => {
  const it = await openHost(FRAME("mode=compact&childId=graphic-1#?secret=AbC123"), {
    head: LISTEN,
  });
  const frame = await it.embed();
  await says(frame, DECLARED);
  assert.equal(await frame.evaluate(() => self.origin), "null");
  await until(it.page, () => globalThis.heard.some(({ data }) => data.message === "height"));
  const heard = await it.page.evaluate(() => globalThis.heard);
  assert.ok(heard.every(({ first }) => first));
  const tall = await frame.evaluate(() =>
    Math.ceil(document.querySelector("main").getBoundingClientRect().height),
  );
  await until(
    it.page,
    (height) =>
      globalThis.heard.some(
        ({ data }) => data.type === "seat-calculator" && data.height === height,
      ),
    tall,
  );
  const last = (fits) =>
    heard
      .map(({ data }) => data)
      .filter(fits)
      .at(-1);
  assert.deepEqual(Object.keys(last((data) => data.sentinel === "amp")).sort(), [
    "height",
    "sentinel",
    "type",
  ]);
  assert.equal(last((data) => data.sentinel === "amp").type, "embed-size");
  assert.match(
    last((data) => typeof data === "string"),
    /^pymxPYMxgraphic-1xPYMxheightxPYMx\d+$/,
  );
  assert.equal(last((data) => data.message === "height").secret, "AbC123");
  assert.ok(tall > 300 && tall < 1500, `${tall} px`);
  it.expectClean();
  await it.close();
});

test("the host's script gives the frame the height it asks for, within bounds", async () => {
  const it = await openHost(`${FRAME()}<script async src="${baseUrl}resize.js"></script>`);
  const frame = await it.embed();
  await says(frame, DECLARED);
  const same = () => until(it.page, () => document.querySelector("iframe").clientHeight > 300);
  await same();
  const before = await it.page.$eval("iframe", (node) => node.clientHeight);
  await frame.click("seat-calculator >>> .tools summary");
  await until(
    it.page,
    (height) => document.querySelector("iframe").clientHeight > height + 200,
    before,
  );
  // Nothing scrolls inside.
  await until(frame, () => document.documentElement.scrollHeight <= innerHeight);
  it.expectClean();
  await it.close();
});

test("as WordPress shows a pasted address: sandboxed, unseen until it has spoken, and no taller than 1000 px", async () => {
  // What it makes of the frame it was given, and its rule for what that frame says; the words are ours.
  const consumer = `<script>addEventListener("message", ({ source, data }) => {
    const frame = document.querySelector("iframe");
    if (source !== frame.contentWindow || data.secret !== frame.dataset.secret || data.message !== "height") return;
    frame.height = Math.min(Math.max(data.value, 200), 1000);
    frame.removeAttribute("style");
  });</script>`;
  const it = await openHost(
    `<blockquote class="wp-embedded-content"><a href="${baseUrl}">Result</a></blockquote>
    ${FRAME("mode=compact#?secret=zX9kQ2mBvT", 'data-secret="zX9kQ2mBvT" security="restricted" style="position: absolute; clip: rect(1px, 1px, 1px, 1px)"').replace('width="600"', 'width="300"')}`,
    { head: consumer, size: sizes.phone },
  );
  const frame = await it.embed();
  await says(frame, DECLARED);
  await until(
    it.page,
    () =>
      !document.querySelector("iframe").style.clip &&
      document.querySelector("iframe").clientHeight > 300,
  );
  await frame.click("seat-calculator >>> .tools summary");
  await until(it.page, () => document.querySelector("iframe").clientHeight === 1000);
  await until(frame, () => document.documentElement.scrollHeight > innerHeight + 400);
  await frame.$eval("seat-calculator >>> .away a", (node) => node.scrollIntoView({ block: "end" }));
  await until(frame, () => scrollY > 400);
  it.expectClean();
  await it.close();
});

test("absurd heights and heights from other frames move nothing out of bounds", async () => {
  const liar =
    '<!doctype html><script>for (const height of [1e12, -5, NaN, "x", {}, null, [], 1e12]) parent.postMessage({ type: "seat-calculator", height }, "*"); parent.postMessage(null, "*"); parent.postMessage("x", "*"); parent.postMessage(1, "*");</script>';
  const it = await openHost(
    '<iframe id="a" src="/embed.html" title="a"></iframe><iframe id="b" src="/liar.html" title="b"></iframe><script async src="/resize.js"></script>',
    { head: LISTEN, files: { "/embed.html": { body: liar }, "/liar.html": { body: liar } } },
  );
  await until(it.page, () => globalThis.heard.length >= 22);
  // Whichever came first, the script or the frames: said again.
  await until(it.page, () => {
    document.querySelector("#a").contentWindow.location.reload();
    return true;
  });
  await until(it.page, () => document.querySelector("#a").clientHeight === 20_000);
  assert.equal(
    await it.page.$eval("#b", (node) => node.style.height),
    "",
    "a frame that shows something else is left alone",
  );
  it.expectClean();
  await it.close();
});

test("the parent window sets theme, language and scenario, nothing else and nobody else", async () => {
  const other = `<!doctype html><script>onmessage = () => {
    parent.frames[0].postMessage({ type: "seat-calculator", scenario: "${BJP_65}" }, "*");
    parent.postMessage("sent", "*");
  };</script>`;
  const it = await openHost(`${FRAME()}<iframe src="/other.html" title="other"></iframe>`, {
    head: LISTEN,
    files: { "/other.html": { body: other } },
  });
  const frame = await it.embed();
  await says(frame, DECLARED);
  const tell = (wish) => it.page.evaluate((said) => frames[0].postMessage(said, "*"), wish);
  for (const wrong of [
    null,
    1,
    "seat-calculator",
    [],
    {},
    { type: "seat-calculator" },
    { type: "seat-calculator", theme: "<b>", lang: 7, scenario: ["x"] },
    { type: "seat-calculator", lang: "../x", scenario: "x".repeat(5000) },
    { type: "other", scenario: BJP_65 },
    {
      type: "seat-calculator",
      election: "../../x",
      src: "https://example.org/x.json",
      headline: "Fake",
      mode: "full",
      controls: "flip",
      address: "1",
    },
  ])
    await tell(wrong);
  await it.page.evaluate(() => frames[1].postMessage("go", "*"));
  await until(it.page, () => globalThis.heard.some(({ data }) => data === "sent"));
  await allHeard(frame, tell);
  await says(frame, DECLARED);
  const attributes = await frame.$eval("seat-calculator", (node) =>
    node.getAttributeNames().sort(),
  );
  assert.deepEqual(attributes, ["framed", "mode"]);
  await tell({ type: "seat-calculator", scenario: BJP_65, theme: "dark" });
  await says(frame, "Hypothetical, 1 seat changed: INDIA has a majority: 55");
  assert.equal(
    await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    "rgb(18, 20, 23)",
  );
  await tell({ type: "seat-calculator", lang: "hi" });
  await says(frame, "काल्पनिक, 1 सीट बदली");
  await tell({ type: "seat-calculator", scenario: "damaged" });
  await says(frame, "इंडिया को बहुमत: 81 में से 56");
  // The console may say so before the page is left, or not.
  it.expectClean([/console warn: seat-calculator: edits, clause 1: "damaged"/]);
  await it.close();
});

test("an opener is nobody it listens to, and on its own it posts nothing", async () => {
  const it = await openPage({ path: "embed.html?mode=result" });
  await says(it.page, DECLARED);
  const heard = await it.page.evaluate(
    (scenario) =>
      new Promise((done) => {
        const all = [];
        addEventListener("message", ({ data }) => all.push(data));
        // A page that opened this one posts from another window; here the window itself stands for it.
        postMessage({ type: "seat-calculator", scenario }, "*");
        // Due after the 400 ms from the page's load, when a frame tells its height once more.
        setTimeout(() => done(all), 400);
      }),
    BJP_65,
  );
  assert.equal(heard.length, 1, "only what the test said");
  await says(it.page, DECLARED);
  it.expectClean();
  await it.close();
});

test("a page that was opened by another takes no word from it", async () => {
  const it = await openHost("<p>opener</p>");
  const came = new Promise((done) => {
    it.page.once("popup", done);
  });
  await it.page.evaluate((address) => {
    globalThis.opened = open(address);
  }, `${baseUrl}embed.html?mode=result`);
  const popup = await came;
  await says(popup, DECLARED);
  const tell = (message) =>
    it.page.evaluate((said) => globalThis.opened.postMessage(said, "*"), message);
  await tell({ type: "seat-calculator", scenario: BJP_65 });
  await allHeard(popup, tell);
  await says(popup, DECLARED);
  await popup.close();
  await it.close();
});

test("options come by address, and none of them is markup", async () => {
  const hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
  const it = await openHost(
    FRAME(
      `mode=question&question=how-big-a-swing&lang=hi&theme=${hostile}&headline=${hostile}&controls=${hostile}`,
    ),
  );
  const frame = await it.embed();
  await says(frame, "काल्पनिक, 16 सीटें बदलीं");
  assert.deepEqual(await read(frame, ".question"), ["बहुमत जाने के लिए कितने वोट खिसकते?"]);
  assert.equal(await frame.evaluate(() => document.querySelectorAll("img").length), 0);
  it.expectClean();
  await it.close();
});

test("in a frame nothing sticks, and the result is said again beside the control", async () => {
  const it = await openHost(FRAME("mode=full", 'style="height: 4000px"'));
  const frame = await it.embed();
  await says(frame, DECLARED);
  assert.deepEqual(await read(frame, ".strip"), []);
  const give = () =>
    frame.$eval("seat-calculator >>> #give-65", (node) => {
      node.focus();
      node.click();
    });
  await give();
  await says(frame, "Hypothetical");
  assert.deepEqual(await read(frame, ".seat .echo"), ["Hypothetical: INDIA 55, NDA 25, JLKM 1"]);
  await give();
  await says(frame, DECLARED);
  assert.deepEqual(await read(frame, ".seat .echo"), ["Declared result. INDIA 56, NDA 24, JLKM 1"]);
  it.expectClean();
  await it.close();
});

test("an election that is none leaves the declared result, says which there are and opens them", async () => {
  for (const election of ["..%2F..%2Fetc", "%3Cscript%3E", "javascript:alert(1)"]) {
    const it = await openHost(FRAME(`election=${election}`));
    const frame = await it.embed();
    await until(frame, () =>
      document.querySelector("seat-calculator")?.shadowRoot?.querySelector(".failed"),
    );
    assert.match(
      await frame.evaluate(() => document.querySelector(".verdict").textContent),
      /INDIA has a majority/,
    );
    it.expectClean([/console warn: seat-calculator/]);
    await it.close();
  }
  const it = await openHost(FRAME("election=jharkhand-1999&lang=hi"));
  const frame = await it.embed();
  const choices = await until(frame, () => {
    const found = [
      ...(document
        .querySelector("seat-calculator")
        ?.shadowRoot?.querySelectorAll(".failed li button") ?? []),
    ];
    return found.length && found.map((node) => node.textContent);
  });
  const all = await (await fetch(new URL("data/elections.json", baseUrl))).json();
  assert.deepEqual(
    choices,
    all.map(({ title }) => title.hi),
  );
  assert.deepEqual(await read(frame, ".failed p"), ["यहां ऐसा कोई चुनाव नहीं है। इनमें से एक चुनें:"]);
  assert.deepEqual(
    await frame.evaluate(() => [
      document.querySelector("seat-calculator").textContent,
      document.querySelector("main a"),
    ]),
    ["", null],
    "the address puts no word on the page, nor a link to nowhere",
  );
  await frame.evaluate(() => {
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".failed li:nth-child(2) button")
      .click();
  });
  await until(frame, () =>
    /81 में से 47/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector("[data-core] .verdict")
        ?.textContent,
    ),
  );
  assert.deepEqual(await read(frame, ".failed"), []);
  it.expectClean([/console warn: seat-calculator/, /404/]);
  await it.close();
});

test("each election has a frame of its own, with its result before any script", async () => {
  const said = "Mahagathbandhan has a majority: 47 of 81 seats, 6 above the mark of 41.";
  const html = await (await fetch(new URL("embed-jharkhand-2019.html", baseUrl))).text();
  assert.ok(html.includes(said));
  const it = await openHost(
    `<iframe src="${baseUrl}embed-jharkhand-2019.html?mode=result" title="2019" width="600" height="400" sandbox="allow-scripts"></iframe>`,
  );
  await says(await it.embed("/embed-jharkhand-2019.html"), said);
  it.expectClean();
  await it.close();
});

test("where readers let other sites in frames keep nothing, it works in frames and as an element", async () => {
  // What a page of the calculator's site finds there, so that this is no test of a browser that allows it all.
  const probe = `<!doctype html><script>
    const kept = [];
    document.cookie = "kept=1; SameSite=None; Secure";
    if (document.cookie) kept.push("cookie");
    try { localStorage.setItem("kept", 1); kept.push("storage"); } catch {}
    parent.postMessage({ kept: kept.join() }, "*");</script>`;
  const { address } = await startServer({ files: { "/probe.html": { body: probe } } });
  const open = FRAME("mode=compact", 'id="open"').replace(' sandbox="allow-scripts"', "");
  const it = await openHost(
    `<iframe src="${address}probe.html" title="probe"></iframe>${open}${FRAME("mode=result&lang=hi")}<seat-calculator mode="result"></seat-calculator>${SCRIPT}`,
    { head: LISTEN, host: "localhost", forgetful: true },
  );
  assert.equal(new URL(it.page.url()).hostname, "localhost");
  await until(it.page, () => globalThis.heard.some(({ data }) => "kept" in data));
  assert.equal(
    await it.page.evaluate(() => globalThis.heard.find(({ data }) => "kept" in data).data.kept),
    "",
  );
  await says(it.page, DECLARED);
  await says(await it.embed("mode=result"), "इंडिया को बहुमत: 81 में से 56");
  const frame = await it.embed("mode=compact");
  await says(frame, DECLARED);
  // What it keeps for a reader elsewhere it does without: edits, and what is there to take away.
  await it.page.evaluate(
    (scenario) =>
      document
        .querySelector("#open")
        .contentWindow.postMessage({ type: "seat-calculator", scenario }, "*"),
    BJP_65,
  );
  await says(frame, "Hypothetical, 1 seat changed: INDIA has a majority: 55");
  await frame.evaluate(() => {
    document.querySelector("seat-calculator").shadowRoot.querySelector(".tools summary").click();
  });
  await until(frame, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".change .sum")
      ?.textContent.includes("55"),
  );
  it.expectClean([new RegExp(`^request to another origin: ${address}probe.html`)]);
  await it.close();
});
