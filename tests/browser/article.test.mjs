// The calculator in an article, as its readers handle it: in a frame as tall as its content, and by keys alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, openHost, says } from "./support/host-page.mjs";
import { baseUrl, settled, sizes, until } from "./support/harness.mjs";

const DECLARED = "INDIA has a majority: 56 of 81";
/** CSS pixels, less than half a phone's screen: what a reader sees of the page around the control they use. */
const NEAR = 360;

/** What is done in each part, in this order: the control, and what it may be found by. */
const STEPS = [
  ["give a seat", "#give-65"],
  ["take it back", "#give-65"],
  ["a question", ".question"],
  ["its chip", ".answer-body .remove"],
  ["a tile", '.tile[data-seat="44"]'],
  ["its card", ".seat-card tr:nth-child(2) .give"],
  ["the list of changes", ".edits button"],
  ["undo", ".toolbar button"],
  ["a tab", "#tab-votes"],
  ["a swing", ".swing .presets button:nth-of-type(4)"],
  ["parties together", ".pool .presets button:nth-of-type(3)"],
  ["a tab", "#tab-partners"],
  ["a stance", 'input[name="stance-INC"][value="against"]'],
  ["a grouping", ".presets button:nth-of-type(2)"],
];

test("in a frame as tall as its content nothing sticks or opens elsewhere, and every control has the result near itself", async () => {
  const it = await openHost(
    `<iframe src="${baseUrl}embed.html?mode=full" title="Calculator" width="100%" height="300" sandbox="allow-scripts"></iframe><script async src="${baseUrl}resize.js"></script>`,
    { size: sizes.phone },
  );
  const frame = await it.embed();
  for (const width of [sizes.desk.width, sizes.phone.width]) {
    await it.page.setViewport({ width, height: sizes.phone.height });
    await says(frame, "");
    for (const [name, selector] of STEPS) {
      const place = `${width} px, ${name}`;
      const found = await until(
        frame,
        (wanted) => {
          const { shadowRoot } = document.querySelector("seat-calculator");
          for (const fold of shadowRoot.querySelectorAll(".list")) fold.open = true;
          const node = [...shadowRoot.querySelectorAll(wanted)].find((one) =>
            one.checkVisibility(),
          );
          // Too narrow a frame has the list instead of the tiles.
          if (!node)
            return (
              !shadowRoot.querySelector(".house").checkVisibility() &&
              /tile|card/.test(wanted) &&
              "none"
            );
          const before = document.querySelector("seat-calculator").scenario;
          node.focus();
          node.click();
          return { before };
        },
        selector,
      );
      if (found === "none") continue;
      await settled(frame);
      const seen = await frame.evaluate(() => {
        const { shadowRoot } = document.querySelector("seat-calculator");
        // First columns stay within their tables, a column beside another where the page itself scrolls.
        const all = [...shadowRoot.querySelectorAll("*")].filter((node) => node.checkVisibility());
        const top = (node) => node.getBoundingClientRect().top;
        const control = shadowRoot.activeElement;
        const results = [
          ...shadowRoot.querySelectorAll(".echo, .verdict, .sum, .answer-body p"),
        ].filter((node) => node.checkVisibility() && /\d\d/.test(node.textContent));
        return {
          stuck: all
            .filter(
              (node) =>
                ["fixed", "sticky"].includes(getComputedStyle(node).position) &&
                !node.matches("th:first-child, .stay"),
            )
            .map((node) => node.className),
          dialogs: all.filter((node) => node.matches("dialog, [popover]")).length,
          scenario: document.querySelector("seat-calculator").scenario,
          far: control
            ? Math.round(Math.min(...results.map((node) => Math.abs(top(node) - top(control)))))
            : null,
        };
      });
      assert.deepEqual([seen.stuck, seen.dialogs], [[], 0], place);
      if (seen.scenario !== found.before)
        assert.ok(
          seen.far !== null && seen.far <= NEAR,
          `${place}: the nearest result is ${seen.far} px away`,
        );
    }
    // The frame ends where its content does.
    await until(it.page, () => document.querySelector("iframe").scrollIntoView() ?? true);
    await until(
      frame,
      () =>
        document.documentElement.scrollHeight <= innerHeight &&
        innerHeight - document.querySelector("main").getBoundingClientRect().height < 2 &&
        document.querySelector("main").clientWidth === innerWidth,
    );
    await frame.evaluate(() => {
      for (const node of document
        .querySelector("seat-calculator")
        .shadowRoot.querySelectorAll('#tab-flip, .tile[aria-expanded="true"]'))
        node.click();
    });
    await frame.$eval("seat-calculator >>> .toolbar button:nth-child(4)", (node) => node.click());
    await says(frame, DECLARED);
  }
  it.expectClean();
  await it.close();
});

test("with keys alone a reader of the article goes in, changes the result and comes out again, of the element as of the frame", async () => {
  const link = (id) => `<p><a id="${id}" href="#${id}">${id}</a></p>`;
  const it =
    await openHost(`${link("before")}<seat-calculator mode="compact"></seat-calculator>${link("between")}<iframe src="${baseUrl}embed.html?mode=compact" title="Calculator" width="100%" height="300" sandbox="allow-scripts"></iframe>${link("after")}
    ${SCRIPT}<script async src="${baseUrl}resize.js"></script>`);
  const frame = await it.embed();
  /** Where the focus is: the id of a link of the article, or what the control in a calculator is called, and whether it shows. */
  const stop = async () => {
    const look = () => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      const named =
        node.localName === "input" &&
        node
          .getAttribute("aria-labelledby")
          ?.split(" ")
          .map((id) => node.getRootNode().getElementById(id).textContent.trim())
          .join(" ");
      return {
        kind: node.localName,
        name: node.id || named || (node.labels?.[0] ?? node).textContent.trim(),
        shown: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
      };
    };
    const outside = await it.page.evaluate(look);
    return outside.kind === "iframe" ? frame.evaluate(look) : outside;
  };
  const tab = async (wanted) => {
    const passed = [];
    for (let i = 0; i < 60; i++) {
      await it.page.keyboard.press("Tab");
      const { name, shown } = await stop();
      assert.ok(shown, `the focus shows on “${name}”`);
      if (name === wanted) return;
      passed.push(name);
    }
    assert.fail(`no Tab leads to “${wanted}”, but to ${passed.join(" | ")}`);
  };
  await says(it.page, DECLARED);
  await says(frame, DECLARED);
  await it.page.focus("#before");
  for (const [where, out] of [
    [it.page, "between"],
    [frame, "after"],
  ]) {
    await tab("Change partners");
    await it.page.keyboard.press("Enter");
    await until(where, () =>
      document.querySelector("seat-calculator").shadowRoot.querySelector(".change .sum"),
    );
    await tab("INC For");
    await it.page.keyboard.press("ArrowRight");
    await says(
      where,
      "Hypothetical, partners changed after the vote, no seat changed hands: JMM + RJD + CPI(ML)L: 40, 1 short of 41.",
    );
    assert.equal((await stop()).name, "INC Against");
    await tab(out);
  }
  await it.page.keyboard.down("Shift");
  await it.page.keyboard.press("Tab");
  await it.page.keyboard.up("Shift");
  assert.equal((await stop()).name, "Open this in the full calculator");
  it.expectClean();
  await it.close();
});
