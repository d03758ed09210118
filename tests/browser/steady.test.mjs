// The first edit moves no control, by no pixel: on a phone a second tap would hit something else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNoSideways, hands, openCalculator, ready } from "./support/calculator.mjs";
import { baseUrl, until } from "./support/harness.mjs";
import { openHost } from "./support/host-page.mjs";

const EMBED = `${baseUrl}embed.html?mode=compact&controls=flip,votes,partners`;

/** The embed in a frame as wide as the window and taller than its content. */
async function openEmbed(size) {
  const opened = await openHost(`<iframe src="${EMBED}"></iframe>`, {
    size,
    head: "<style>body { margin: 0 } iframe { width: 100%; height: 9000px; border: 0 }</style>",
  });
  const frame = await opened.embed();
  await ready(frame);
  return { ...opened, ...hands(frame), page: frame };
}

const openers = {
  page: (size) => openCalculator({ size }),
  embed: openEmbed,
};

/** What is there before an edit of a tool, and the edit. */
const edits = {
  "Flip seats": { open: "flip", there: ".seat .give", edit: "#give-65" },
  "Move votes, swing": {
    open: "votes",
    there: ".swing .presets button",
    edit: ".swing .presets button:nth-of-type(5)",
  },
  "Move votes, pool": {
    open: "votes",
    there: ".pool .presets button",
    edit: ".pool .presets button:nth-of-type(5)",
  },
  "Change partners": {
    open: "partners",
    there: ".partners input",
    edit: 'input[name="stance-INC"][value="against"]',
  },
  "a seat's card": {
    card: true,
    there: ".seat-card .give",
    edit: ".seat-card tbody tr:nth-child(2) .give",
  },
};

/** Opens a tool, as a tab or as a fold. */
async function openTool(it, { open, card, there }) {
  await it.page.evaluate(
    ([tool, seat]) => {
      const root = document.querySelector("seat-calculator").shadowRoot;
      if (seat) root.querySelector('.tile[data-seat="65"]').click();
      const tab = root.querySelector(`#tab-${tool}`);
      if (tab) tab.click();
      const fold = root.querySelector(`details[data-tool="${tool}"]`);
      if (fold) fold.open = true;
    },
    [open ?? "", Boolean(card)],
  );
  await it.find(there);
  // Where the verdict changes along the swing is asked of the core when the tool opens.
  if (open === "votes")
    await until(
      it.page,
      () =>
        document.querySelector("seat-calculator").shadowRoot.querySelector(".swing .tips")
          ?.textContent,
    );
  await it.rest();
}

/** Every control that is there, numbered once, and where it is on the page. */
const controls = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const root = document.querySelector("seat-calculator").shadowRoot;
    globalThis.numbered ??= new WeakMap();
    globalThis.count ??= 0;
    // A seat of the half circle stands with its party: there the places are the answer.
    const all = "button:not(.hemicycle > .tile), input, select, summary, a, textarea";
    return [...root.querySelectorAll(all)]
      .filter(
        (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".strip"),
      )
      .map((node) => {
        if (!globalThis.numbered.has(node)) globalThis.numbered.set(node, (globalThis.count += 1));
        const { left, top } = node.getBoundingClientRect();
        const box = [left + scrollX, top + scrollY];
        const name =
          node.getAttribute("aria-label") ?? (node.textContent || node.name || node.type);
        return {
          number: globalThis.numbered.get(node),
          name: `${node.localName}.${node.className} “${name.trim().slice(0, 30)}”`,
          box: box.map((side) => Math.round(side * 10) / 10),
        };
      });
  });

/** Controls that are elsewhere, or gone. */
function moved(before, after) {
  const now = new Map(after.map((one) => [one.number, one]));
  return before.flatMap(({ number, name, box }) => {
    const there = now.get(number);
    if (!there) return [`${name} is gone`];
    const far = box.map((side, i) => Math.abs(side - there.box[i]));
    return Math.max(...far) >= 0.5 ? [`${name}: ${box} → ${there.box}`] : [];
  });
}

for (const [place, open] of Object.entries(openers))
  for (const width of [320, 360, 768, 1280])
    test(`the first edit moves nothing: ${place}, ${width} px`, async (context) => {
      for (const [name, how] of Object.entries(edits)) {
        await context.test(name, async () => {
          const it = await open({ width, height: width < 768 ? 740 : 900 });
          await openTool(it, how);
          const before = await controls(it.page);
          await (await it.find(how.edit)).evaluate((node) => node.click());
          await until(it.page, () =>
            document
              .querySelector("seat-calculator")
              .shadowRoot.querySelector(".verdict")
              .textContent.startsWith("Hypothetical"),
          );
          await it.rest();
          assert.ok(before.length > 10, `${before.length} controls`);
          const all = moved(before, await controls(it.page));
          assert.deepEqual(all.slice(0, 6), [], `${all.length} of ${before.length} moved`);
          await expectNoSideways(it.page);
          it.expectClean();
          await it.close();
        });
      }
    });
