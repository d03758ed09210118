// The element on somebody else's page: its attributes, properties and methods. Pages that wish it no good are in attack.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dataset } from "../dataset.mjs";
import { ELEMENT, OURS, SCRIPT, openHost, read, says } from "./support/host-page.mjs";
import { baseUrl, isChromium, settled, until } from "./support/harness.mjs";

const DECLARED = "INDIA has a majority: 56 of 81";
const BJP_65 = "0~1~jharkhand-2024~~w-65.BJP";
const site = baseUrl.replace(/\/$/, "");
const LOADED = `script-src ${site} 'unsafe-inline'; connect-src ${site}; style-src ${site} 'unsafe-inline'; img-src data:`;
const set = (page, name, value) =>
  page.$eval(
    "seat-calculator",
    (node, key, to) => (to === null ? node.removeAttribute(key) : node.setAttribute(key, to)),
    name,
    value,
  );

test("attributes are followed while it lives", async () => {
  const it = await openHost(`${ELEMENT}${SCRIPT}`);
  await says(it.page, DECLARED);
  assert.equal(await it.page.evaluate(() => location.hash), "", "the host's address is the host's");
  await it.page.click("seat-calculator >>> #give-65");
  await says(it.page, "Hypothetical, 1 seat changed: INDIA has a majority: 55");
  assert.equal(await it.page.evaluate(() => location.hash), "");
  await set(it.page, "lang", "hi");
  await says(it.page, "काल्पनिक, 1 सीट बदली");
  await set(it.page, "mode", "result");
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".page").dataset.mode ===
      "result",
  );
  assert.deepEqual(await read(it.page, ".tools, .questions, .parties"), []);
  await says(it.page, "काल्पनिक, 1 सीट बदली");
  await set(it.page, "mode", "compact");
  await set(it.page, "controls", "flip votes");
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tools > details")
        .length === 2,
  );
  assert.deepEqual(await read(it.page, ".tools > details > summary"), ["सीटें पलटें", "वोट खिसकाएं"]);
  await set(it.page, "scenario", "0~1~jharkhand-2024~~w-39.BJP-65.BJP");
  await says(it.page, "काल्पनिक, 2 सीटें बदलीं");
  await it.page.$eval("seat-calculator", (node) => node.undo());
  await says(it.page, "काल्पनिक, 1 सीट बदली");
  await it.page.$eval("seat-calculator", (node) => {
    node.lang = "en";
    node.removeAttribute("mode");
    node.removeAttribute("controls");
  });
  await says(it.page, "Hypothetical, 1 seat changed");
  await set(it.page, "theme", "dark");
  assert.equal(
    await it.page.$eval(
      "seat-calculator",
      (node) => getComputedStyle(node.shadowRoot.querySelector(".host")).backgroundColor,
    ),
    "rgb(18, 20, 23)",
  );
  await set(it.page, "election", "jharkhand-2019");
  await until(
    it.page,
    () =>
      /JMM/.test(
        document.querySelector("seat-calculator").shadowRoot.querySelector(".bars").textContent,
      ) && document.querySelector("seat-calculator").scenario === "",
  );
  it.expectClean();
  await it.close();
});

test("methods, events and what there is to take away", async () => {
  const it =
    await openHost(`<script>var heard = []; document.addEventListener("DOMContentLoaded", () => { const node = document.querySelector("seat-calculator");
    for (const name of ["outcome-change", "error"]) node.addEventListener(name, ({ detail }) => heard.push([name, detail])); });</script>${ELEMENT}${SCRIPT}`);
  await says(it.page, DECLARED);
  await it.page.$eval(
    "seat-calculator",
    (node, text) => {
      node.scenario = text;
    },
    BJP_65,
  );
  await says(it.page, "Hypothetical, 1 seat changed");
  const taken = await it.page.$eval("seat-calculator", async (node) => ({
    scenario: node.scenario,
    text: await node.export(),
    link: await node.export("link"),
    sentence: await node.export("sentence"),
    report: JSON.parse(await node.export("json")),
    wrong: await node.export("exe").catch((error) => error.name),
  }));
  assert.equal(taken.text, taken.scenario);
  assert.ok(
    taken.link.startsWith(`${baseUrl}?lang=en#`) && taken.link.endsWith(taken.text),
    taken.link,
  );
  assert.match(
    taken.sentence,
    /^Jharkhand Assembly election, November 2024\. Hypothetical, 1 seat changed: INDIA has a majority: 55 of 81.*Declared: INDIA 56, NDA 24, JLKM 1\.$/,
  );
  assert.equal(taken.report.verdict.seats, 55);
  assert.equal(taken.report.constituencies.margin.length, 81);
  assert.equal(taken.wrong, "RangeError");
  await it.page.$eval("seat-calculator", (node) => node.undo());
  await says(it.page, DECLARED);
  await it.page.$eval("seat-calculator", (node) => node.redo());
  await says(it.page, "Hypothetical");
  await it.page.$eval("seat-calculator", (node) => {
    node.election = "none-such";
  });
  await until(it.page, () => globalThis.heard.some(([name]) => name === "error"));
  const heard = await it.page.evaluate(() =>
    globalThis.heard.map(([name, detail]) =>
      name === "error" ? detail.code : detail.verdict.seats,
    ),
  );
  assert.deepEqual(heard, [56, 55, 56, 55, "load"]);
  it.expectClean([
    /status 404/,
    /console warn: seat-calculator/,
    /console error: Failed to load resource/,
  ]);
  await it.close();
});

test("data comes as an object or from an address, before the element is defined or after, and its names are text", async () => {
  const it = await openHost(`${ELEMENT}`);
  await it.page.evaluate(
    (base, data) => {
      const evil =
        '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
      data.house.kicker = { en: evil };
      data.parties[0].short = { en: evil };
      data.constituencies[64].name = { en: evil };
      data.constituencies[64].candidates[0].name = evil;
      data.sources[0].url = "javascript:globalThis.ran = true";
      document.querySelector("seat-calculator").data = data;
      const script = document.createElement("script");
      script.type = "module";
      script.src = `${base}seat-calculator.js`;
      document.body.append(script);
    },
    baseUrl,
    dataset("jharkhand-2024"),
  );
  await says(it.page, DECLARED);
  assert.match((await read(it.page, ".kicker"))[0], /^What if\? <img src=x onerror=/);
  await it.page.click("seat-calculator >>> #seat-65");
  await it.page.click("seat-calculator >>> .third > details:last-child summary");
  await until(
    it.page,
    () =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelectorAll(".third > details:last-child li").length > 3,
  );
  const found = await it.page.$eval("seat-calculator", ({ shadowRoot }) => ({
    markup: shadowRoot.querySelectorAll("img, script").length,
    links: [...shadowRoot.querySelectorAll("a")].map((node) => node.protocol),
  }));
  assert.deepEqual(
    [found.markup, [...new Set(found.links)].filter((protocol) => !/^https?:$/.test(protocol))],
    [0, []],
  );
  assert.equal(await it.page.evaluate(() => globalThis.ran), undefined);
  await it.page.$eval(
    "seat-calculator",
    (node, base) => {
      node.data = `${base}data/jharkhand-2014.json`;
    },
    baseUrl,
  );
  await until(
    it.page,
    () =>
      !document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".kicker")
        .textContent.includes("<img"),
  );
  it.expectClean();
  await it.close();
});

test("several on a page keep to themselves, also after a trap in one of them", async () => {
  const it = await openHost(
    `${ELEMENT}<seat-calculator election="jharkhand-2024" lang="hi" scenario="${BJP_65}"></seat-calculator>${SCRIPT}`,
    {
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          const { instantiateStreaming } = WebAssembly;
          const arm = (imports) => {
            for (const functions of Object.values(imports)) {
              for (const [name, work] of Object.entries(functions)) {
                if (typeof work === "function")
                  functions[name] = (...given) => {
                    if (globalThis.armed) {
                      globalThis.armed = false;
                      throw new WebAssembly.RuntimeError("unreachable");
                    }
                    return work(...given);
                  };
              }
            }
            return imports;
          };
          WebAssembly.instantiateStreaming = (source, imports) =>
            instantiateStreaming.call(WebAssembly, source, arm(imports));
        }),
    },
  );
  await says(it.page, DECLARED, 0);
  await says(it.page, "काल्पनिक, 1 सीट बदली", 1);
  const give = (nth, id) =>
    it.page.evaluate(
      (n, one) =>
        document
          .querySelectorAll("seat-calculator")
          [n].shadowRoot.querySelector(`#give-${one}`)
          .click(),
      nth,
      id,
    );
  await give(0, 38);
  await says(it.page, "Hypothetical, 1 seat changed", 0);
  await it.page.evaluate(() => {
    globalThis.armed = true;
  });
  await give(0, 39);
  await says(it.page, "Hypothetical, 2 seats changed", 0);
  await says(it.page, "काल्पनिक, 1 सीट बदली", 1);
  await give(1, 39);
  await says(it.page, "काल्पनिक, 2 सीटें बदलीं", 1);
  await says(it.page, "Hypothetical, 2 seats changed", 0);
  it.expectClean();
  await it.close();
});

test("defined twice without harm", async () => {
  const it = await openHost(
    `${ELEMENT}${SCRIPT}<script type="module" src="${baseUrl}seat-calculator.js?again"></script>`,
  );
  await says(it.page, DECLARED);
  await it.page.waitForNetworkIdle({ idleTime: 300 });
  it.expectClean();
  await it.close();
});

test("500 times taken away and put back, and 60 new ones, cost no memory that stays", async () => {
  const it = await openHost(`${ELEMENT}${SCRIPT}`);
  await says(it.page, DECLARED);
  const churn = (times) =>
    it.page.evaluate((n) => {
      const node = document.querySelector("seat-calculator");
      const home = node.parentNode;
      for (let i = 0; i < n; i++) {
        node.remove();
        home.append(node);
      }
    }, times);
  const size = async () => {
    const session = await it.page.createCDPSession();
    await session.send("HeapProfiler.collectGarbage");
    await session.detach();
    const { JSHeapUsedSize, JSEventListeners, Nodes } = await it.page.metrics();
    return { heap: JSHeapUsedSize, listeners: JSEventListeners, nodes: Nodes };
  };
  await churn(50);
  // The half circle comes once the page stands.
  await settled(it.page);
  await it.page.waitForNetworkIdle({ idleTime: 500 });
  const before = isChromium ? await size() : null;
  await churn(500);
  if (before) {
    const after = await size();
    assert.ok(after.heap - before.heap < 500_000, `${after.heap - before.heap} bytes more`);
    assert.ok(
      after.listeners <= before.listeners && after.nodes <= before.nodes + 10,
      JSON.stringify([before, after]),
    );
  }
  await says(it.page, DECLARED);
  const fresh = () =>
    it.page.evaluate(async () => {
      const home = document.querySelector("main");
      for (let i = 0; i < 30; i++) {
        const node = document.createElement("seat-calculator");
        const ready = new Promise((done) => {
          node.addEventListener("outcome-change", done, { once: true });
        });
        home.append(node);
        await ready;
        node.remove();
      }
    });
  await fresh();
  if (before) {
    const first = await size();
    await fresh();
    const second = await size();
    assert.ok(
      second.nodes - first.nodes < 3000,
      `${second.nodes - first.nodes} nodes of thirty elements stay`,
    );
  }
  // Taken away while their sheets were on the way.
  it.expectClean([/request failed: .*\.css/]);
  await it.close();
});

test("an editor's own question: headline and scenario of the page, answer of the core", async () => {
  const it = await openHost(
    `<seat-calculator mode="question" headline="What if Kanke had gone to the BJP?" scenario="w-65.BJP"></seat-calculator>${SCRIPT}`,
  );
  await says(it.page, "Hypothetical, 1 seat changed: INDIA has a majority: 55 of 81");
  assert.deepEqual(await read(it.page, "h1"), ["What if Kanke had gone to the BJP?"]);
  assert.deepEqual(await read(it.page, ".asked .chip"), ["Kanke"]);
  it.expectClean();
  await it.close();
});

test("under a policy of scripts, styles and data from us, with Trusted Types, it works", async () => {
  const it = await openHost(`${ELEMENT}${SCRIPT}`, {
    headers: {
      "Content-Security-Policy": `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; style-src ${site}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
  });
  await says(it.page, DECLARED);
  for (const tool of ["votes", "partners"]) await it.page.click(`seat-calculator >>> #tab-${tool}`);
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".change .sum"),
  );
  it.expectClean();
  await it.close();
});

test("where the policy lets no core run, a frame stands in; where it lets no frame in, the declared result stays; why is said once", async () => {
  const policy = (frames) => ({
    "Content-Security-Policy": `default-src 'none'; ${LOADED}; frame-src ${frames}`,
  });
  const element = ELEMENT.replace(">", ` mode="compact" scenario="${BJP_65}">`);
  const said = (it) =>
    it.problems.filter((problem) => problem.includes("seat-calculator: this page"));
  const framed = await openHost(`${element}${SCRIPT}`, { headers: policy(site) });
  const frame = await framed.embed();
  await says(frame, "Hypothetical, 1 seat changed");
  await until(
    framed.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector("iframe").clientHeight >
      300,
  );
  assert.ok(!(await framed.page.$eval("#fallback", (node) => node.checkVisibility())));
  await set(framed.page, "lang", "hi");
  await says(frame, "काल्पनिक");
  assert.match(
    said(framed).join("\n"),
    /^console warn: seat-calculator: this page's Content-Security-Policy refuses script-src(-elem)? \S+; a frame stands in[^\n]*$/,
  );
  await framed.close();
  const bare = await openHost(`${element}${SCRIPT}`, { headers: policy("'none'") });
  await until(bare.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".failed"),
  );
  assert.ok(await bare.page.$eval("#fallback", (node) => node.checkVisibility()));
  assert.equal(said(bare).length, 1);
  assert.match(said(bare)[0], /no frame came; the declared result stays/);
  await bare.close();
});

test("on a page that isolates itself, as element and in a frame", async () => {
  const headers = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
  const it = await openHost(
    `${ELEMENT}<iframe src="${baseUrl}embed.html?mode=result" title="frame" width="600" height="500"></iframe>${SCRIPT}`,
    { headers },
  );
  await says(it.page, DECLARED);
  assert.equal(await it.page.evaluate(() => crossOriginIsolated), true);
  await says(await it.embed(), DECLARED);
  it.expectClean();
  await it.close();
});

test("without storage and cookies it works", async () => {
  const it = await openHost(`${ELEMENT}${SCRIPT}`, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException("denied", "SecurityError");
            },
          });
        Object.defineProperty(Document.prototype, "cookie", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }),
  });
  await says(it.page, DECLARED);
  await it.page.click("seat-calculator >>> #give-65");
  await says(it.page, "Hypothetical");
  assert.ok(OURS.test(`request to another origin: ${baseUrl}seat-calculator.js`));
  it.expectClean();
  await it.close();
});
