// Everything by keyboard alone: real keys, and at every stop the focus can be seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DECLARED, openCalculator, reachedByArrows } from "./support/calculator.mjs";
import { until } from "./support/harness.mjs";

/** A hand that has only keys. @param {any} it as of `openCalculator` */
function keyboard(it) {
  const { page } = it;
  /** Where the focus is and what is wrong with it there. */
  const stop = () =>
    page.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      if (!node || node === document.body || node === document.documentElement)
        return { name: null, faults: [] };
      const named =
        node.localName === "input" &&
        node
          .getAttribute("aria-labelledby")
          ?.split(" ")
          .map((id) => node.getRootNode().getElementById(id).textContent)
          .join(" ");
      const name = (
        node.getAttribute("aria-label") ??
        (named || (node.labels?.[0] ?? node).textContent)
      )
        .replace(/\s+/g, " ")
        .trim();
      // A choice of words is drawn by its label, its own circle lies over it unseen.
      const drawn = getComputedStyle(node).opacity === "0" ? node.nextElementSibling : node;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn);
      const { left, top, width, height } = drawn.getBoundingClientRect();
      const faults = [];
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || /, 0\)$/.test(outlineColor))
        faults.push(`no outline: ${outlineStyle} ${outlineWidth} ${outlineColor}`);
      if (width < 4 || height < 4) faults.push(`${width} × ${height}`);
      if (top + height < 1 || top > innerHeight - 1 || left + width < 1 || left > innerWidth - 1)
        faults.push("out of the window");
      const over = node
        .getRootNode()
        .elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
      // On the map a mouse points at outlines, through the stops of the keyboard.
      if (
        !faults.length &&
        over &&
        getComputedStyle(node).pointerEvents !== "none" &&
        !node.contains(over) &&
        !drawn.contains(over) &&
        !over.contains(drawn) &&
        !over.closest("summary")?.contains(node)
      )
        faults.push(`under ${over.tagName}.${over.className}`);
      return { name, faults, id: node.id, kind: node.tagName };
    });
  const seen = async () => {
    let now = await stop();
    // What lies over the page goes with the next frame, where the focus scrolled to what it stands in for.
    if (now.faults.length) {
      await page.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(() => requestAnimationFrame(done));
          }),
      );
      now = await stop();
    }
    assert.deepEqual(now.faults, [], `the focus on “${now.name}” is seen`);
    return now;
  };
  const press = async (key, { times = 1, shift = false, control = false } = {}) => {
    for (const [held, on] of [
      ["Control", control],
      ["Shift", shift],
    ])
      if (on) await page.keyboard.down(held);
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
    for (const [held, on] of [
      ["Control", control],
      ["Shift", shift],
    ])
      if (on) await page.keyboard.up(held);
  };
  return {
    press,
    type: (text) => page.keyboard.type(text),
    seen,
    /** Presses Tab until the focus is on what is called so. @param {string | RegExp} wanted */
    async tab(wanted, { shift = false, most = 90 } = {}) {
      const passed = [];
      for (let i = 0; i < most; i++) {
        await press("Tab", { shift });
        const { name } = await seen();
        if (typeof wanted === "string" ? name === wanted : wanted.test(name ?? "")) return name;
        passed.push(name);
      }
      assert.fail(`no Tab leads to “${wanted}”, but to ${passed.join(" | ")}`);
    },
    /** Presses a key and waits until the focus is on something called so. @param {string} key @param {string} wanted */
    async to(key, wanted) {
      await press(key);
      await until(
        page,
        (name) => {
          const node = document.querySelector("seat-calculator").shadowRoot.activeElement;
          const named =
            node?.localName === "input" &&
            node
              .getAttribute("aria-labelledby")
              ?.split(" ")
              .map((id) => node.getRootNode().getElementById(id).textContent)
              .join(" ");
          return (
            (node?.getAttribute("aria-label") ??
              (named || (node?.labels?.[0] ?? node)?.textContent)?.replace(/\s+/g, " ").trim()) ===
            name
          );
        },
        wanted,
      );
      await seen();
    },
  };
}

const says = (it, start) =>
  until(
    it.page,
    (wanted) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".verdict")
        .textContent.replace(/\s+/g, " ")
        .trim()
        .startsWith(wanted),
    start,
  );

test("give a seat away and take it back, find one by name and give it to a third", async () => {
  const it = await openCalculator();
  const keys = keyboard(it);
  assert.equal(await keys.tab("Skip to the tools"), "Skip to the tools", "the first stop");
  await keys.to("Enter", "Flip seats");
  await keys.tab("Find your seat");
  await keys.tab("Give to INC");
  await keys.press("Enter");
  await says(it, "Hypothetical, 1 seat changed: INDIA has a majority: 57");
  assert.equal(
    (await keys.seen()).name,
    "Back to AJSU",
    "the control that was used keeps the focus",
  );
  await keys.press(" ");
  await says(it, DECLARED);
  await keys.tab("Find your seat", { shift: true });
  await keys.type("seraikela");
  await until(
    it.page,
    () =>
      document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".seat-name").length ===
      1,
  );
  await keys.tab("Seraikella");
  await keys.press("Enter");
  await it.rest();
  await keys.tab(/^Give the seat: .*Ganesh/);
  await keys.press(" ");
  await says(it, "Hypothetical, 1 seat changed: INDIA has a majority: 57");
  await keys.press("z", { control: true });
  await says(it, DECLARED);
  it.expectClean();
  await it.close();
});

test("change partners to another majority", async () => {
  const it = await openCalculator();
  const keys = keyboard(it);
  await keys.tab("Skip to the tools");
  await keys.to("Enter", "Flip seats");
  await keys.to("ArrowLeft", "Change partners");
  await it.find(".change .sum");
  await keys.tab("INC For");
  await keys.to("ArrowRight", "INC Against");
  await says(
    it,
    "Hypothetical, partners changed after the vote, no seat changed hands: JMM + RJD + CPI(ML)L: 40, 1 short of 41.",
  );
  await keys.tab(/^\+ /, { shift: true });
  await keys.press("Enter");
  await until(it.page, () =>
    / above 41\.|none to spare\./.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".change .sum")
        .textContent,
    ),
  );
  await keys.tab(/^(Some members|Move)…/);
  await keys.press("Enter");
  await keys.tab("Apply");
  // From the tabs the panel is one Tab away, and back.
  await keys.tab("Change partners", { shift: true });
  it.expectClean();
  await it.close();
});

test("a swing by slider and by number", async () => {
  const it = await openCalculator();
  const keys = keyboard(it);
  await keys.tab("Skip to the tools");
  await keys.to("Enter", "Flip seats");
  await keys.to("ArrowRight", "Move votes");
  await it.find(".swing input[type=range]");
  await it.rest();
  await keys.tab("Points of valid votes");
  await keys.press("ArrowRight", { times: 3 });
  await until(
    it.page,
    () =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".swing input[type=number]").value === "0.03",
  );
  await keys.press("Tab");
  await keys.seen();
  await keys.press("a", { control: true });
  await keys.type("3.99");
  await says(it, "Hypothetical, 17 seats changed: NDA has a bare majority: 41 of 81");
  await keys.press("Tab");
  await keys.seen();
  await keys.tab("5 points");
  await keys.press("Enter");
  await says(it, "Hypothetical, 2");
  assert.equal((await keys.seen()).name, "5 points");
  it.expectClean();
  await it.close();
});

test("share it, take a table away, read a fact, change the language", async () => {
  const it = await openCalculator({
    path: "#0~1~jharkhand-2024~~w-65.BJP",
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        globalThis.kept = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          globalThis.kept.push(blob.type);
          return make.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = () => {};
      }),
  });
  const keys = keyboard(it);
  await keys.tab("Close");
  await keys.press("Enter");
  await until(
    it.page,
    () => !document.querySelector("seat-calculator").shadowRoot.querySelector(".notices .notice"),
  );
  assert.equal((await keys.seen()).name, "Undo", "the focus goes on from where it was");
  await keys.tab("Share");
  await keys.press("Enter");
  await it.find(".share-panel textarea");
  await it.rest();
  await keys.tab("Link to this scenario");
  assert.match(
    await it.page.evaluate(() => {
      const field = document.querySelector("seat-calculator").shadowRoot.activeElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    }),
    /#.+w-65/,
    "what is to be copied is selected",
  );
  await keys.tab(/^Cop/);
  await keys.press("Enter");
  await until(it.page, () =>
    /Copied|Select the text/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector("[aria-live]").textContent,
    ),
  );
  // Back to the picture: in Firefox no Tab leads from the end of the page to its beginning.
  await keys.tab("Download or print", { shift: true });
  await keys.press("Enter");
  await it.find(".away-panel .presets button");
  await it.rest();
  await keys.tab("Table as CSV");
  await keys.press("Enter");
  await until(it.page, () => globalThis.kept.includes("text/csv"));
  await keys.tab("Facts: then and now, exit polls, counting day", { most: 150 });
  await keys.press("Enter");
  await it.find(".around .fact");
  await it.rest();
  await keys.tab("By party and place");
  await keys.press("ArrowRight");
  await keys.press("ArrowRight");
  await it.find(".polls");
  await it.rest();
  await it.page.reload();
  await it.find("[data-core] .verdict");
  await keys.tab("हिन्दी");
  await keys.to("Enter", "English");
  await says(it, "काल्पनिक, 1 सीट बदली");
  await keys.to("Enter", "हिन्दी");
  await says(it, "Hypothetical, 1 seat changed");
  it.expectClean();
  await it.close();
});

test("Tab leads through all of the page and out of it, the focus seen at every stop", async () => {
  const it = await openCalculator({ path: "#0~1~jharkhand-2024~~w-65.BJP" });
  const keys = keyboard(it);
  const stops = [];
  for (let i = 0; i < 150; i++) {
    await keys.press("Tab");
    const { name } = await keys.seen();
    if (name === null && stops.length) break;
    if (name === "Skip to the tools" && stops.length) break;
    if (name !== null) stops.push(name);
  }
  assert.ok(stops.length < 140, "it ends");
  assert.equal(stops[0], "Skip to the tools");
  assert.equal(stops.at(-1), "Sources", "nothing holds the keyboard back");
  assert.equal(
    stops.filter((name) => / by [\d,]+ over /.test(name)).length,
    1,
    "the picture is one stop",
  );
  it.expectClean();
  await it.close();
});

test("in each picture the arrows reach every seat, and a seat is chosen and left by keys", async () => {
  const it = await openCalculator({ reducedMotion: true });
  const keys = keyboard(it);
  await keys.tab("Half circle");
  for (const [kind, key] of [
    ["hemicycle", ""],
    ["tiles", "ArrowRight"],
    ["map", "ArrowRight"],
  ]) {
    if (key) await keys.press(key);
    await until(
      it.page,
      (wanted) =>
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(wanted)
          ?.getBoundingClientRect().height > 100,
      kind === "tiles" ? ".tiles" : `.placed.${kind}`,
    );
    await it.rest();
    await keys.press("Tab");
    const { name } = await keys.seen();
    assert.match(name, / by [\d,]+ over /, kind);
    assert.equal(await reachedByArrows(it.page), 81, kind);
    const before = (await keys.seen()).name;
    await keys.press("Enter");
    await it.find(".seat-card:not([hidden]) tbody tr");
    assert.equal((await keys.seen()).name, before, "the focus stays in the picture");
    // The card follows the picture in the order of the keys.
    await keys.tab(/^Give the seat: /, { most: 12 });
    await keys.tab(before, { shift: true, most: 12 });
    await keys.press("Enter");
    await until(
      it.page,
      () => document.querySelector("seat-calculator").shadowRoot.querySelector(".seat-card").hidden,
    );
    await keys.tab({ tiles: "Tiles", hemicycle: "Half circle", map: "Map" }[kind], {
      shift: true,
      most: 6,
    });
  }
  it.expectClean();
  await it.close();
});
