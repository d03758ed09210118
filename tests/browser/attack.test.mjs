// Pages that wish the calculator no good, or never thought of it: on each it shows the declared result or says clearly
// that it cannot, runs nothing of theirs, goes nowhere and throws nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dataset } from "../dataset.mjs";
import { ELEMENT, LISTEN, SCRIPT, openHost, read, says } from "./support/host-page.mjs";
import { baseUrl, eventually, settled, sizes, until } from "./support/harness.mjs";

const DECLARED = "INDIA has a majority: 56 of 81";
const BJP_65 = "0~1~jharkhand-2024~~w-65.BJP";
const site = baseUrl.replace(/\/$/, "");
const EVIL = '<img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script>';
const FRAME = `<iframe src="${baseUrl}embed.html?mode=result" title="Calculator" width="600" height="300" sandbox="allow-scripts"></iframe>`;

/** An address in which nothing is what it should be. */
const ODD = `${baseUrl}embed.html?mode=constructor&amp;theme=%3Cb%3E&amp;controls=__proto__&amp;lang=..%2Fx&amp;question=%00&amp;childId=axPYMxb&amp;mode=full&amp;headline=Fake#%E0%A4%A?secret=..%2F..`;

test("messages of every shape, a flood of them, and an address that makes no sense are taken or left", async () => {
  const it = await openHost(
    `${FRAME}<iframe src="${ODD}" title="odd" sandbox="allow-scripts"></iframe>`,
    { head: LISTEN },
  );
  const frame = await it.embed();
  await says(frame, DECLARED);
  await it.page.evaluate((scenario) => {
    const named = Object.assign([], {
      type: "seat-calculator",
      lang: ["hi"],
      theme: ["dark"],
      scenario: [scenario],
    });
    const wrong = [
      named,
      "x".repeat(3_000_000),
      7n,
      new Map([["type", "seat-calculator"]]),
      new Date(),
      new Uint8Array(9),
      new Error("x"),
      /x/,
      true,
      undefined,
      { type: "seat-calculator", scenario: scenario.padEnd(4097, "-") },
      { type: ["seat-calculator"], scenario },
      { type: "seat-calculator", scenario: new String(scenario) },
      { type: "seat-calculator", scenario: { toString: 1 }, lang: new String("hi"), theme: 1n },
      { type: "seat-calculator", lang: "HI" },
      { type: "seat-calculator", lang: "hi\n" },
      { type: "seat-calculator", theme: "constructor" },
    ];
    for (const one of wrong) frames[0].postMessage(one, "*");
    frames[0].postMessage({ type: "seat-calculator", theme: "dark" }, "*");
  }, BJP_65);
  // Messages arrive in order: where the last has, all have.
  await until(frame, () => document.documentElement.getAttribute("data-theme") === "dark");
  await says(frame, DECLARED);
  assert.equal(
    await frame.$eval(
      "seat-calculator",
      (node) => node.getAttribute("scenario") ?? node.getAttribute("lang"),
    ),
    null,
  );
  await it.page.evaluate((scenario) => {
    for (let i = 0; i < 100; i++)
      frames[0].postMessage(
        { type: "seat-calculator", scenario: i % 2 ? scenario : "damaged" },
        "*",
      );
  }, BJP_65);
  await says(frame, "Hypothetical, 1 seat changed: INDIA has a majority: 55");
  // What it shows may grow or shrink beyond reason; what it asks for does not.
  for (const [height, asked] of [
    ["900000px", 20_000],
    ["1px", 60],
  ]) {
    await frame.$eval(
      "main",
      (node, tall) => {
        node.style.cssText = `height: ${tall}; overflow: hidden; display: block`;
      },
      height,
    );
    await until(it.page, (wanted) => globalThis.heard.at(-1).data.height === wanted, asked);
  }
  const heights = await it.page.evaluate(() =>
    globalThis.heard.map(({ data }) => data.height).filter((height) => height !== undefined),
  );
  assert.ok(
    heights.every((height) => Number.isInteger(height) && height >= 60 && height <= 20_000),
    String(heights),
  );
  const odd = it.page.frames().find((one) => one.url().includes("mode=constructor"));
  await says(odd, DECLARED);
  const said = await it.page.evaluate(() =>
    globalThis.heard
      .filter(({ first }) => !first)
      .map(({ data }) => data.type ?? data.message ?? data),
  );
  assert.deepEqual(
    [...new Set(said)].sort(),
    ["embed-size", "seat-calculator"],
    "no word in a dialect that its address does not speak",
  );
  // An address that is no scenario is named, once and in words.
  it.expectClean([/console warn: seat-calculator: edits, clause \d+: /]);
  await it.close();
});

test("resize.js believes numbers only, also on a page that hides the document's own names", async () => {
  const liar = `<!doctype html><script>for (const height of [5n, [50], "300", {}, true, new Date(), -1, 0, NaN]) parent.postMessage({ type: "seat-calculator", height }, "*");
    parent.postMessage({ type: "seat-calculator", height: Number(new URL(location).hash.slice(1)) }, "*");</script>`;
  const frames = [
    ["a", "Infinity", "20000px"],
    ["b", "0.4", "60px"],
    ["c", "700.2", "701px"],
    ["d", "NaN", ""],
  ];
  const it = await openHost(
    `<img name="currentScript" alt="" src="data:,"><form name="querySelectorAll"></form><script src="/resize.js"></script>
    ${frames.map(([id, height]) => `<iframe id="${id}" src="/embed.html#${height}" title="${id}"></iframe>`).join("")}`,
    { files: { "/embed.html": { body: liar } } },
  );
  await until(it.page, () => document.getElementById("c").style.height === "701px");
  const found = await it.page.evaluate(
    (ids) => ids.map((id) => document.getElementById(id).style.height),
    frames.map(([id]) => id),
  );
  assert.deepEqual(
    found,
    frames.map(([, , height]) => height),
  );
  it.expectClean();
  await it.close();
});

test("sizes are the reader's own, whichever of our style sheets comes last", async () => {
  for (const late of ["page.css", "seat-calculator.css"]) {
    const it = await openHost(`<style>html { font-size: 3px; }</style>${ELEMENT}${SCRIPT}`, {
      async prepare(page) {
        await page.setRequestInterception(true);
        page.on("request", async (request) => {
          if (request.url().endsWith(late)) await new Promise((done) => setTimeout(done, 1_000));
          void request.continue().catch(() => {});
        });
      },
    });
    await says(it.page, DECLARED);
    const sizes = await it.page.$eval("seat-calculator", ({ shadowRoot }) =>
      [".page", ".page button.question"].map((one) => {
        const { fontSize, minHeight } = getComputedStyle(shadowRoot.querySelector(one));
        return [fontSize, minHeight];
      }),
    );
    assert.deepEqual(sizes[0][0], "16px", late);
    assert.deepEqual(sizes[1], ["16px", "44px"], late);
    it.expectClean();
    await it.close();
  }
});

test("whatever the page's style sheets do, everything inside keeps its size; only what the page hides is hidden", async () => {
  const it = await openHost(
    `<style id="theirs">html { font-size: 3px; }</style><div id="around">${ELEMENT}</div>${SCRIPT}`,
    { head: "<style>body { margin: 0; }</style>", size: { width: 800, height: 900 } },
  );
  const dress = (css) =>
    it.page.$eval(
      "#theirs",
      (node, text) => {
        node.textContent = text;
      },
      css,
    );
  // Until a part was drawn once, the browser guesses the height of what is out of sight.
  const drawAll = async () => {
    for (const to of [0.5, 1, 0]) {
      await it.page.evaluate((part) => scrollTo(0, document.body.scrollHeight * part), to);
      await settled(it.page);
    }
  };
  // Parts out of sight take their remembered heights in the frame after a change.
  const measure = async () => {
    await settled(it.page);
    return it.page.$eval("seat-calculator", ({ shadowRoot }) =>
      [
        ".page",
        ".verdict",
        ".bar-track",
        ".tile",
        ".tabs",
        ".move .sum",
        ".presets button",
        ".move select",
      ].map((one) => {
        const node = shadowRoot.querySelector(one);
        const { width, height } = node.getBoundingClientRect();
        const { fontFamily, fontSize, direction, letterSpacing, textTransform, color, display } =
          getComputedStyle(node);
        return [
          one,
          Math.round(width),
          Math.round(height),
          fontFamily,
          fontSize,
          direction,
          letterSpacing,
          textTransform,
          color,
          display,
        ];
      }),
    );
  };
  await says(it.page, DECLARED);
  await it.page.click("seat-calculator >>> #tab-votes");
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".move .sum"),
  );
  await drawAll();
  const first = await measure();
  const narrow = await it.page.$eval("seat-calculator", ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("button:not(.tile), select, input[type=search], summary")]
      .filter((node) => node.checkVisibility())
      .map((node) => [node.getBoundingClientRect(), node.textContent.trim()])
      .filter(([{ height, width }]) => height < 24 || width < 24)
      .map(([{ width, height }, said]) => `${said}: ${width} × ${height}`),
  );
  assert.deepEqual(narrow, [], "targets of less than 24 px");
  await dress("");
  assert.deepEqual(await measure(), first, "3 px against a page without styles");
  for (const css of [
    "html { font-size: 62.5%; }",
    "html { font-size: 40px; line-height: 5; }",
    "* { all: unset !important; }",
    "* { direction: rtl !important; text-transform: uppercase !important; letter-spacing: 9px !important; text-indent: 5em !important; word-spacing: 1em !important; }",
    "div, p, button, section, table { transform: rotate(3deg) !important; position: fixed !important; float: right !important; font: 40px fantasy !important; }",
    ":root { --width: 10px; --font: fantasy; --zoom: 3; --row: 1px; --c: red; --n: 1; --of: 1; --mark: 1; --display: 90px; --paper: red; --keep: blur(9px); --x: 3; --y: 3; --across: 1; }",
  ]) {
    await dress(css.replace("div, p", "#x div, p"));
    assert.deepEqual(await measure(), first, css);
  }
  await it.page.evaluate(() => {
    const node = document.querySelector("seat-calculator");
    node.remove();
    document.querySelector("#around").append(node);
  });
  await dress("html { font-size: 30px; }");
  await until(
    it.page,
    (wide) =>
      Math.round(
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(".presets button")
          .getBoundingClientRect().width,
      ) === wide,
    first.find(([one]) => one === ".presets button")[1],
  );
  await drawAll();
  assert.deepEqual(await measure(), first, "moved");
  const seen = () =>
    it.page.$eval("seat-calculator", ({ shadowRoot }) =>
      shadowRoot.querySelector(".verdict").checkVisibility({ visibilityProperty: true }),
    );
  assert.equal(await seen(), true);
  await dress("#around { visibility: hidden; }");
  assert.equal(await seen(), false);
  it.expectClean([/request failed: .*\.css/]);
  await it.close();
});

/** What libraries of other days add to everything, and wrappers that do what they wrap. */
const LIBRARIES = `
  for (const name of ["extend", "forEach", "each", "keys", "size", "map", "has", "clone", "isEmpty", "toArray"]) Object.prototype[name] = function () { return "patched"; };
  for (const name of ["each", "last", "first", "remove", "contains", "flat", "flatten", "clone", "unique", "sum", "group", "toArray", "inject"]) Array.prototype[name] = function () { return "patched"; };
  for (const name of ["format", "strip", "contains", "hash", "capitalize", "toInt", "sub", "gsub"]) String.prototype[name] = function () { return "patched"; };
  Array.from = function (item) { return item == null ? [] : typeof item === "object" && "length" in item ? Array.prototype.slice.call(item) : [item]; };
  Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
  for (const [home, names] of [[Array.prototype, ["map", "push", "filter", "forEach"]], [String.prototype, ["replace", "split"]], [Promise.prototype, ["then"]], [JSON, ["parse", "stringify"]], [window, ["fetch", "setTimeout"]],
    [Element.prototype, ["append", "setAttribute"]], [EventTarget.prototype, ["addEventListener"]], [Object, ["entries", "assign"]]]) {
    for (const name of names) {
      const own = home[name];
      home[name] = function (...given) { window.calls = (window.calls || 0) + 1; return own.apply(this, given); };
    }
  }
  window.$ = window.jQuery = window.$$ = () => {};
  var self = {}, origin = 1, top = 2, status = 3, event = 4, name = 5;`;

test("built-ins that libraries extend and wrap, before it loads and after", async () => {
  for (const early of [true, false]) {
    const it = await openHost(`${ELEMENT}${SCRIPT}`, {
      head: early ? `<script>${LIBRARIES}</script>` : "",
    });
    await says(it.page, DECLARED);
    if (!early)
      await it.page.evaluate((script) => {
        (0, eval)(script); /* eslint-disable-line no-eval */
      }, LIBRARIES);
    await it.page.evaluate(() => {
      document.querySelector("seat-calculator").shadowRoot.querySelector("#give-65").click();
    });
    await says(it.page, "Hypothetical, 1 seat changed");
    for (const [tool, part] of [
      ["votes", ".move .sum"],
      ["partners", ".change .sum"],
    ]) {
      await it.page.evaluate((id) => {
        document.querySelector("seat-calculator").shadowRoot.querySelector(`#tab-${id}`).click();
      }, tool);
      await until(
        it.page,
        (wanted) =>
          document
            .querySelector("seat-calculator")
            .shadowRoot.querySelector(wanted)
            ?.textContent.includes("55"),
        part,
      );
    }
    assert.equal(
      await it.page.$eval(
        "seat-calculator",
        async (node) => JSON.parse(await node.export("json")).constituencies.margin.length,
      ),
      81,
    );
    assert.ok(await it.page.evaluate(() => globalThis.calls > 0), "the wrappers were used");
    it.expectClean();
    await it.close();
  }
});

/** Built-ins that work no more. */
const BROKEN = {
  map: 'Array.prototype.map = () => { throw new Error("broken"); };',
  nothing: "Array.prototype.map = () => null;",
  push: 'Array.prototype.push = () => { throw new Error("broken"); };',
  parse: 'JSON.parse = () => { throw new Error("broken"); };',
  null: "JSON.parse = () => null;",
  fetch: 'window.fetch = () => { throw new Error("broken"); };',
  page: 'window.fetch = async () => new Response("<html>");',
  gone: "window.fetch = () => undefined;",
  append: 'Element.prototype.append = () => { throw new Error("broken"); };',
  replace: 'String.prototype.replace = () => { throw new Error("broken"); };',
  then: 'Promise.prototype.then = () => { throw new Error("broken"); };',
  define: 'CustomElementRegistry.prototype.define = () => { throw new Error("broken"); };',
  wasm: "delete window.WebAssembly;",
  intl: "delete window.Intl;",
  names:
    'for (const name of ["url", "note", "status", "lot", "kind"]) Object.prototype[name] = "broken";',
};

test("built-ins that are broken leave the declared result, or what was shown, and no error", async () => {
  for (const early of [true, false]) {
    const errors =
      '<script>parent.errors ||= []; addEventListener("error", (event) => { parent.errors[parent.errors.length] = name + event.message; }); addEventListener("unhandledrejection", (event) => { parent.errors[parent.errors.length] = name + event.reason; });</script>';
    const files = Object.fromEntries(
      Object.entries(BROKEN).map(([name, script]) => [
        `/${name}.html`,
        {
          body: `<!doctype html><link rel="icon" href="data:,">${errors}<script>${early ? script : `window.strike = () => { ${script} };`}</script>${ELEMENT}${SCRIPT}`,
        },
      ]),
    );
    const it = await openHost(
      Object.keys(BROKEN)
        .map(
          (name) =>
            `<iframe name="${name}" src="/${name}.html" title="${name}" width="900"></iframe>`,
        )
        .join(""),
      { files },
    );
    const settled = (...given) =>
      until(
        it.page,
        (start, before) => {
          const states = [...document.querySelectorAll("iframe")].map((frame) => {
            const node = frame.contentDocument.querySelector("seat-calculator");
            // Nobody can make an element there: what stands inside it is all there is.
            if (before && frame.name === "define")
              return (
                frame.contentDocument.readyState === "complete" &&
                !node.shadowRoot &&
                node.querySelector("#fallback").checkVisibility() &&
                "said"
              );
            const verdict = node?.shadowRoot?.querySelector(".page[data-core] .verdict");
            if (verdict)
              return (
                verdict.checkVisibility() && verdict.textContent.trim().startsWith(start) && "shown"
              );
            return (
              before &&
              node?.shadowRoot?.querySelector(".failed")?.checkVisibility() &&
              node.querySelector("#fallback")?.checkVisibility() &&
              "said"
            );
          });
          return states.every(Boolean) && states;
        },
        ...given,
      );
    if (early) {
      assert.ok((await settled("INDIA", true)).includes("said"), "some did break it");
      assert.equal(
        it.problems.filter((problem) =>
          problem.startsWith("console warn: seat-calculator: not defined:"),
        ).length,
        1,
      );
    } else {
      await settled("INDIA", false);
      await it.page.evaluate(() => {
        for (const frame of document.querySelectorAll("iframe")) {
          frame.contentWindow.strike();
          const { shadowRoot } = frame.contentDocument.querySelector("seat-calculator");
          shadowRoot.querySelector("#give-65").click();
          shadowRoot.querySelector("#tab-partners").click();
        }
      });
      // The click showed what it could, or said that it failed; the tool came, or said that it did not.
      await until(it.page, () =>
        [...document.querySelectorAll("iframe")].every((frame) => {
          const { shadowRoot } = frame.contentDocument.querySelector("seat-calculator");
          const verdict = shadowRoot.querySelector(".verdict").textContent.trim();
          return (
            /^(INDIA|Hypothetical, 1 seat changed: INDIA) has a majority/.test(verdict) &&
            !shadowRoot.querySelector("#tool-partners .later[aria-busy]")
          );
        }),
      );
    }
    assert.deepEqual(await it.page.evaluate(() => globalThis.errors ?? []), []);
    it.expectClean([/console (warn|error): /, /request failed/]);
    await it.close();
  }
});

test("names of the page's own elements hide nothing it needs", async () => {
  const names = [
    "head",
    "body",
    "location",
    "currentScript",
    "getElementById",
    "querySelector",
    "querySelectorAll",
    "createElement",
    "createElementNS",
    "createTextNode",
    "baseURI",
    "documentElement",
    "activeElement",
    "defaultView",
    "adoptNode",
    "importNode",
    "addEventListener",
    "dispatchEvent",
    "fonts",
    "title",
    "hidden",
    "visibilityState",
    "cookie",
    "URL",
    "domain",
    "forms",
    "images",
    "styleSheets",
    "adoptedStyleSheets",
    "readyState",
    "childNodes",
    "firstChild",
    "append",
    "execCommand",
    "cloneNode",
    "parentNode",
  ];
  const globals = [
    "self",
    "parent",
    "fetch",
    "customElements",
    "document",
    "WebAssembly",
    "top",
    "name",
    "event",
    "history",
    "origin",
    "JSON",
    "Promise",
    "navigator",
    "console",
    "Intl",
  ];
  const clobbered =
    names
      .map(
        (name) =>
          `<img name="${name}" alt="" src="data:,"><form name="${name}" id="${name}"><input name="parentNode"></form>`,
      )
      .join("") +
    globals
      .map(
        (name) =>
          `<a id="${name}" href="javascript:globalThis.ran=1"></a><form name="${name}"></form>`,
      )
      .join("");
  const it = await openHost(
    `${clobbered}<seat-calculator src="/own.json"></seat-calculator>${SCRIPT}`,
    {
      files: {
        "/own.json": {
          type: "application/json",
          body: JSON.stringify(dataset("jharkhand-2024")),
        },
      },
    },
  );
  const inside = (selector, act) =>
    it.page.evaluate(
      (wanted, how) => {
        const found = Document.prototype.getElementsByTagName
          .call(document, "seat-calculator")[0]
          ?.shadowRoot?.querySelector(wanted);
        if (found && how) found.click();
        return found?.textContent.trim() ?? "";
      },
      selector,
      act,
    );
  const comes = (selector, start) =>
    eventually(async () => (await inside(selector)).startsWith(start));
  await comes(".page[data-core] .verdict", DECLARED);
  await inside("#give-65", true);
  await comes(".verdict", "Hypothetical, 1 seat changed");
  for (const part of ["#tab-votes", ".third > details summary", ".tile"]) await inside(part, true);
  await comes(".move .sum", "INDIA 55");
  await comes(".seat-card", "");
  assert.equal(await it.page.evaluate(() => globalThis.ran), undefined);
  it.expectClean();
  await it.close();
});

test("attributes that mean no good: each element shows the declared result or says that it cannot", async () => {
  const hostile = [
    ["election", "../../x"],
    ["election", "javascript:globalThis.ran=1"],
    ["election", "//example.org/x"],
    ["election", "x".repeat(50_000)],
    ["election", ""],
    ["election", "__proto__"],
    ["election", EVIL],
    ["src", "http://["],
    ["src", "javascript:globalThis.ran=1"],
    ["src", "data:application/json,{}"],
    ["src", "data:text/html,<script>parent.ran=1</script>"],
    ["lang", "<script>globalThis.ran=1</script>"],
    ["lang", "../../x"],
    ["lang", "constructor"],
    ["theme", EVIL],
    ["mode", EVIL],
    ["mode", "toString"],
    ["controls", EVIL],
    ["controls", "__proto__ constructor ".repeat(5000)],
    ["scenario", EVIL],
    ["scenario", "x".repeat(300_000)],
    ["scenario", "%"],
    ["scenario", "w-".repeat(2000)],
    ["scenario", "javascript:globalThis.ran=1"],
    ["question", EVIL],
    ["headline", EVIL],
    ["style", "display: block; background: url(javascript:globalThis.ran=1)"],
    ["part", EVIL],
    ["is", "seat-calculator"],
  ];
  const it = await openHost("<p>Between</p>", { size: sizes.tablet });
  await it.page.evaluate((all) => {
    for (const [name, value] of all) {
      const node = document.createElement("seat-calculator");
      if (name !== "mode")
        node.setAttribute(
          "mode",
          name === "question" || name === "headline" ? "question" : "compact",
        );
      node.setAttribute(name, value);
      const inside = document.createElement("p");
      inside.textContent = "The declared result";
      node.append(inside);
      document.querySelector("main").append(node);
    }
  }, hostile);
  await it.page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement("script"), { type: "module", src }));
  }, `${baseUrl}seat-calculator.js`);
  const states = await until(it.page, () => {
    const found = [...document.querySelectorAll("seat-calculator")].map((node) => {
      const verdict = node.shadowRoot?.querySelector(".page[data-core] .verdict");
      if (verdict)
        return (
          // A question is answered at once; the first of them changes no total.
          /^(Hypothetical, 6 seats changed: *)?INDIA has a majority: 56 of 81/.test(
            verdict.textContent.trim(),
          ) &&
          !node.shadowRoot.querySelector("[aria-busy=true]") &&
          (node.shadowRoot.querySelector(".notice")?.textContent ? "notice" : "shown")
        );
      return (
        node.shadowRoot?.querySelector(".failed")?.checkVisibility() &&
        node.querySelector("p").checkVisibility() &&
        "said"
      );
    });
    return found.every(Boolean) && found;
  });
  const expected = { election: "said", src: "said", scenario: "notice" };
  assert.deepEqual(
    states.map((state, i) => [hostile[i][0], hostile[i][1].slice(0, 30), state]),
    hostile.map(([name, value]) => [name, value.slice(0, 30), expected[name] ?? "shown"]),
  );
  const tall = await it.page.$$eval("seat-calculator", (nodes) =>
    nodes.map((node) => node.getBoundingClientRect().height).filter((height) => height > 4000),
  );
  assert.deepEqual(tall, [], "height within bounds");
  assert.equal(await it.page.evaluate(() => globalThis.ran), undefined);
  assert.match(it.page.url(), /host\.html$/);
  it.expectClean([
    /console warn: seat-calculator: /,
    /console error: .*(404|Failed to load|not supported|scheme)/,
    /status 404/,
    /request failed: (data|javascript):/,
    /request to another origin: javascript:/,
    /page error: .*disallows reading the remote resource at javascript:/,
  ]);
  await it.close();
});

test("a dataset whose every text is markup and every address a script shows text and goes nowhere", async () => {
  const it = await openHost("<p>Own data</p>");
  const answer = await it.page.evaluate(
    async (base, evil, data) => {
      const texts = [
        "name",
        "short",
        "title",
        "kicker",
        "note",
        "publisher",
        "full",
        "leader",
        "question",
        "answer",
        "text",
        "assumption",
        "symbol",
        "label",
      ];
      let n = 0;
      const spoil = (value) => {
        for (const [key, inner] of Object.entries(value)) {
          if (key === "scenario") continue;
          if (typeof inner === "string" && (texts.includes(key) || ["en", "hi"].includes(key)))
            value[key] = `${evil}${(n += 1)}`;
          else if (["url", "link", "href", "source"].includes(key) && typeof inner === "string")
            value[key] = "javascript:globalThis.ran=1";
          else if (typeof inner === "object" && inner !== null) spoil(inner);
        }
      };
      spoil(data);
      const node = document.createElement("seat-calculator");
      node.data = data;
      document.querySelector("main").append(node);
      await import(`${base}seat-calculator.js`);
      return n;
    },
    baseUrl,
    EVIL,
    dataset("jharkhand-2024"),
  );
  assert.ok(answer > 1300, `${answer} texts were spoiled`);
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".page[data-core] .verdict"),
  );
  const open = (selector) =>
    it.page.evaluate((wanted) => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      for (const node of shadowRoot.querySelectorAll(wanted))
        if (node.localName === "details") node.open = true;
        else node.click();
    }, selector);
  const rest = () => settled(it.page);
  for (const part of [
    "#seat-65",
    ".tile:nth-of-type(9)",
    ".question",
    "#tab-votes",
    "#tab-partners",
    "details",
    "details details",
    "#give-38",
    ".toolbar button:last-child",
  ]) {
    await open(part);
    await rest();
  }
  const found = await it.page.$eval("seat-calculator", async (node) => {
    const all = [...node.shadowRoot.querySelectorAll("*")];
    const pictures = all
      .filter(({ localName, src }) => localName === "img" && src.startsWith("data:image/svg+xml"))
      .map(({ src }) => decodeURIComponent(src.slice(src.indexOf(",") + 1)));
    return {
      bad: all.filter(
        (one) =>
          one.localName === "script" ||
          (one.localName === "img" && !one.src.startsWith("data:image/svg+xml")),
      ).length,
      handlers: all
        .flatMap((one) => one.getAttributeNames())
        .filter((name) => name.startsWith("on")),
      addresses: [
        ...new Set(
          all
            .flatMap((one) =>
              ["href", "src", "action", "formaction"]
                .map((name) => one.getAttribute(name))
                .filter(Boolean),
            )
            .map((raw) => new URL(raw, document.baseURI).protocol),
        ),
      ].sort(),
      colours: all
        .map((one) => one.style?.getPropertyValue("--c"))
        .filter(
          (value) =>
            value &&
            !/^(#[0-9a-f]{6}|oklch\(from #[0-9a-f]{6} clamp\(var\(--dark\), l, var\(--pale\)\) c h\))$/i.test(
              value,
            ),
        ),
      said: node.shadowRoot.textContent.includes("<img src=x onerror="),
      pictures: pictures.map((text) => {
        const drawn = new DOMParser().parseFromString(text, "image/svg+xml");
        return [
          drawn.querySelectorAll("parsererror, script, img, foreignObject").length,
          [...drawn.querySelectorAll("*")].some((one) =>
            one.getAttributeNames().some((name) => /^on|href/.test(name)),
          ),
          drawn.documentElement.textContent.includes("<img"),
        ];
      }),
      sentence: await node.export("sentence"),
    };
  });
  assert.deepEqual(
    {
      ...found,
      sentence: "",
      addresses: found.addresses.filter((one) => !["http:", "https:", "data:"].includes(one)),
    },
    {
      bad: 0,
      handlers: [],
      addresses: [],
      colours: [],
      said: true,
      pictures: found.pictures.map(() => [0, false, true]),
      sentence: "",
    },
  );
  assert.ok(found.pictures.length, "a picture to take away was drawn");
  assert.match(found.sentence, /^<img src=x/);
  assert.equal(await it.page.evaluate(() => globalThis.ran), undefined);
  assert.match(it.page.url(), /host\.html$/);
  it.expectClean();
  // Colours that are none are refused with the place they stand at.
  const refused = await it.page.evaluate((data) => {
    data.parties[0].colour = "red; background: url(https://example.org/x)";
    const node = document.createElement("seat-calculator");
    const told = new Promise((done) => {
      node.addEventListener(
        "error",
        ({ detail }) => done(detail.problems.map(({ path }) => path)),
        { once: true },
      );
    });
    node.data = data;
    document.querySelector("main").append(node);
    return told;
  }, dataset("jharkhand-2014"));
  assert.deepEqual(refused, ["parties[0].colour"]);
  await it.close();
});

test("two elements of other elections, languages and scenarios keep apart what they hold", async () => {
  const it = await openHost(
    `<seat-calculator election="jharkhand-2024" scenario="w-65.BJP"></seat-calculator><seat-calculator election="jharkhand-2019" lang="hi"></seat-calculator>${SCRIPT}`,
  );
  const verdict = (nth) => read(it.page, ".verdict", nth).then(([said]) => said);
  const within = (nth, selector, act) =>
    it.page.evaluate(
      (n, wanted, name) => {
        const node = document
          .querySelectorAll("seat-calculator")
          [n].shadowRoot.querySelector(wanted);
        node[name]();
      },
      nth,
      selector,
      act,
    );
  await says(it.page, "Hypothetical, 1 seat changed: INDIA has a majority: 55", 0);
  await until(it.page, () =>
    document
      .querySelectorAll("seat-calculator")[1]
      .shadowRoot?.querySelector(".page[data-core] .verdict"),
  );
  const other = await verdict(1);
  assert.match(other, /बहुमत.*81/);
  for (const nth of [0, 1]) await within(nth, "#tab-votes", "click");
  await until(it.page, () =>
    [...document.querySelectorAll("seat-calculator")].every(
      ({ shadowRoot }) =>
        shadowRoot.querySelector(".move .sum") && !shadowRoot.querySelector("[aria-busy=true]"),
    ),
  );
  await within(0, ".swing .presets button:nth-of-type(5)", "click");
  await until(it.page, () =>
    /NDA 4[1-9]/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".move .sum").textContent,
    ),
  );
  assert.equal(await verdict(1), other);
  // Ids and groups of radio buttons are the same in both; each is its own element's.
  const state = (nth) =>
    it.page.evaluate((n) => {
      const { shadowRoot } = document.querySelectorAll("seat-calculator")[n];
      const ids = [...shadowRoot.querySelectorAll("[id]")].map(({ id }) => id);
      return {
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        chosen: [...shadowRoot.querySelectorAll("input[type=radio]:checked")].map(
          ({ name, value }) => `${name} ${value}`,
        ),
        lost: [...shadowRoot.querySelectorAll("[aria-controls], [aria-labelledby]")]
          .flatMap((one) => [
            one.getAttribute("aria-controls"),
            ...(one.getAttribute("aria-labelledby") ?? "").split(" "),
          ])
          .filter((id) => id && !shadowRoot.getElementById(id)),
      };
    }, nth);
  const before = await state(1);
  assert.deepEqual(
    [before.twice, before.lost, (await state(0)).twice, (await state(0)).lost],
    [[], [], [], []],
  );
  await within(0, "#tab-flip", "click");
  await within(0, "input[type=radio]:not(:checked)", "click");
  assert.deepEqual((await state(1)).chosen, before.chosen);
  await within(1, "#tab-flip", "click");
  await within(1, ".give", "click");
  await until(
    it.page,
    (was) =>
      document
        .querySelectorAll("seat-calculator")[1]
        .shadowRoot.querySelector(".verdict")
        .textContent.trim() !== was,
    other,
  );
  assert.match(await verdict(1), /^काल्पनिक, 1 सीट बदली/);
  assert.deepEqual(
    await it.page.$$eval("seat-calculator", (nodes) =>
      nodes.map(({ scenario }) => scenario.split("~")[2]),
    ),
    ["jharkhand-2024", "jharkhand-2019"],
  );
  await it.page.$eval("seat-calculator", (node) => {
    node.remove();
  });
  await says(it.page, "काल्पनिक, 1 सीट बदली");
  assert.equal(await it.page.evaluate(() => location.hash), "");
  it.expectClean();
  await it.close();
});

test("what comes and goes leaves no listener on the page behind", async () => {
  const it = await openHost(`${ELEMENT}${SCRIPT}`, {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const known = new Map();
        const count = (target, name, work, options) => {
          if (target !== globalThis && target !== document && target !== document.documentElement)
            return null;
          const key = `${target === globalThis ? "window" : target.nodeName} ${name} ${Boolean(options?.capture ?? options)}`;
          if (!known.has(key)) known.set(key, new Set());
          return known.get(key);
        };
        const { addEventListener: on, removeEventListener: off } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (name, work, options) {
          count(this ?? globalThis, name, work, options)?.add(work);
          return on.call(this ?? globalThis, name, work, options);
        };
        EventTarget.prototype.removeEventListener = function (name, work, options) {
          count(this ?? globalThis, name, work, options)?.delete(work);
          return off.call(this ?? globalThis, name, work, options);
        };
        globalThis.listening = () =>
          [...known]
            .filter(([, all]) => all.size)
            .map(([key, all]) => `${key}: ${all.size}`)
            .sort();
      }),
  });
  await says(it.page, DECLARED);
  const before = await it.page.evaluate(() => globalThis.listening());
  await it.page.evaluate(() => {
    const node = document.querySelector("seat-calculator");
    const home = node.parentNode;
    for (let i = 0; i < 500; i++) {
      node.remove();
      home.append(node);
    }
  });
  assert.deepEqual(
    await it.page.evaluate(() => globalThis.listening()),
    before,
    "500 times away and back",
  );
  await says(it.page, DECLARED);
  // One that had its share panel with a preview in it open, and is gone for good.
  await it.page.evaluate(() => {
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".toolbar button:nth-child(3)")
      .click();
  });
  await until(it.page, () =>
    document.querySelector("seat-calculator").shadowRoot.querySelector(".share-panel details"),
  );
  await it.page.evaluate(() => {
    const details = document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".share-panel details");
    details.open = true;
    // The preview loads when it comes into sight.
    details.scrollIntoView();
  });
  await until(
    it.page,
    () =>
      parseFloat(
        document.querySelector("seat-calculator").shadowRoot.querySelector("iframe")?.style.height,
      ) > 100,
  );
  await it.page.evaluate(() => {
    document.querySelector("seat-calculator").remove();
  });
  // A listener goes with the next message, and the preview may just have been loading.
  await until(it.page, () => {
    postMessage("anything", "*");
    return !globalThis.listening().some((one) => one.startsWith("window message"));
  });
  // What it heard of the window while it lived it hears no more either.
  const after = await it.page.evaluate(() => globalThis.listening());
  assert.deepEqual(
    after.filter((one) => !before.includes(one)),
    [],
    "away with its preview",
  );
  assert.deepEqual(
    after.filter((one) => one.startsWith("window")),
    [],
    "nothing is heard of the window",
  );
  // What its sheets and its preview were still asking for when they went.
  it.expectClean([/request failed: /]);
  await it.close();
});

test("where the policy refuses its looks a frame stands in; what else the policy refuses is no matter", async () => {
  const policy = (styles) => ({
    "Content-Security-Policy": `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}; frame-src ${site}; style-src ${styles}`,
  });
  const bare = await openHost(`${ELEMENT.replace(">", ` scenario="${BJP_65}">`)}${SCRIPT}`, {
    headers: policy("'none'"),
  });
  const frame = await bare.embed();
  await says(frame, "Hypothetical, 1 seat changed");
  await until(
    bare.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector("iframe").clientHeight >
      300,
  );
  assert.equal(
    bare.problems.filter((problem) => /refuses style-src\S* \S+; a frame stands in/.test(problem))
      .length,
    1,
    bare.problems.join("\n"),
  );
  await bare.close();
  // Its own style attribute, picture and script are refused while ours load.
  const own = await openHost(
    `<p style="color: red"></p><img src="/x.png" alt=""><script>1</script>${ELEMENT}${SCRIPT}`,
    { headers: policy(site) },
  );
  await says(own.page, DECLARED);
  assert.equal(
    await own.page.$eval("seat-calculator", ({ shadowRoot }) => shadowRoot.querySelector("iframe")),
    null,
  );
  await own.close();
});
