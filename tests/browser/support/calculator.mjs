// The calculator on the page, as a reader sees and handles it.

import assert from "node:assert/strict";
import { openPage, settled, until } from "./harness.mjs";
import { LIMIT } from "./waiting.mjs";

/** Selector of what is inside the element's shadow root. */
export const inside = (selector) => `seat-calculator >>> ${selector}`;

/** Opens the page, or with `options.path` a link to it, and waits until the calculator works. */
export async function openCalculator(options) {
  const opened = await openPage(options);
  await ready(opened.page);
  return { ...opened, ...hands(opened.page) };
}

/** @param {import("puppeteer-core").Page} page */
export async function ready(page) {
  await until(page, () =>
    Boolean(
      document.querySelector("seat-calculator")?.shadowRoot?.querySelector("[data-core] .verdict"),
    ),
  );
  // A link may need more than came with the page.
  await settled(page);
}

/** Hands and eyes for one page. @param {import("puppeteer-core").Page} page */
export function hands(page) {
  // Not waitForSelector: it looks again when the document changes, which what happens inside a shadow root does not do.
  const find = async (selector) => {
    const found = await page.waitForFunction(
      (wanted) => document.querySelector("seat-calculator")?.shadowRoot?.querySelector(wanted),
      { timeout: LIMIT },
      selector,
    );
    return found.asElement();
  };
  /** Waits for what comes on demand. */
  const rest = () => settled(page);
  const see = async (selector) => {
    await rest();
    return page.evaluate((wanted) => {
      const root = document.querySelector("seat-calculator").shadowRoot;
      const visible = (node) => node.checkVisibility({ visibilityProperty: true });
      return [...root.querySelectorAll(wanted)]
        .filter(visible)
        .map((node) => node.textContent.replace(/\s+/g, " ").trim());
    }, selector);
  };
  const read = async (selector) => (await see(selector))[0] ?? "";
  return {
    find,
    rest,
    /** Texts of what is visible, in order. */
    see,
    read,
    verdict: () => read(".verdict"),
    bars: async () =>
      (await see(".bar-head")).map((text) => text.replace(/ .\d+ from \d+| new grouping/, "")),
    click: async (selector) => {
      const node = await find(selector);
      // The line that stays in sight goes a frame after the page has scrolled: until then it lies
      // over what a reader would press.
      await node.scrollIntoView?.();
      await rest();
      await node.click();
      await rest();
    },
    choose: async (selector, value) => (await find(selector)).select(value),
    fill: async (selector, value) => {
      const field = await find(selector);
      await field.click({ count: 3 });
      await field.type(value);
      const typed = await field.evaluate((node) => (node.type === "search" ? node.value : null));
      if (typed !== null) assert.equal(typed, value, `${selector} holds what was typed`);
      await rest();
    },
    /** What the focused control inside the element says. */
    focused: () =>
      page.evaluate(() => {
        const node = document.querySelector("seat-calculator").shadowRoot.activeElement;
        return node && (node.getAttribute("aria-label") ?? node.textContent);
      }),
    said: () => read("[aria-live]"),
    /** The fragment once the page has written it. */
    fragment: async (pattern) => {
      await until(page, (source) => new RegExp(source).test(location.hash), pattern.source);
      return page.evaluate(() => location.hash);
    },
  };
}

/** Fails unless nothing on the page is wider than the window. @param {import("puppeteer-core").Page} page */
export async function expectNoSideways(page) {
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  assert.ok(wide <= window, `the page is ${wide} px wide in a window of ${window}`);
}

/** How many seats of a picture arrow keys lead to, from the one in focus. @param {import("puppeteer-core").Page} page */
export async function reachedByArrows(page) {
  // What answers the keys comes with the first focus; from then on it does so at once.
  await until(page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.activeElement.hasAttribute("aria-controls"),
  );
  return page.evaluate(() => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    const seen = new Set([root.activeElement]);
    const waiting = [root.activeElement];
    while (waiting.length) {
      const from = waiting.pop();
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
        from.focus();
        from.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        const to = root.activeElement;
        if (seen.has(to)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
    return seen.size;
  });
}

export const DECLARED = "INDIA has a majority: 56 of 81 seats, 15 above the mark of 41.";
/** What the pages of other elections say first. @type {[page: string, said: string][]} */
export const OTHER_PAGES = [
  [
    "jharkhand-2019.html",
    "Mahagathbandhan has a majority: 47 of 81 seats, 6 above the mark of 41.",
  ],
  ["jharkhand-2014.html", "NDA has a majority: 42 of 81 seats, 1 above the mark of 41."],
  ["lok-sabha-2024-jharkhand.html", "NDA led in 50 of 81 segments; 41 would be a majority."],
  [
    "jharkhand-2024-1723.html",
    "INDIA is ahead in enough seats: 31 won + 25 leading = 56 of 81; 41 needed.",
  ],
];
/** The sixteen seats whose other outcome ends the majority, as a link written by hand. */
export const SIXTEEN = `0~1~jharkhand-2024~~w-${[78, 65, 39, 38, 32, 11, 36, 54, 70, 56, 8, 77, 10, 73, 31].map((id) => `${id}.BJP`).join("-")}-23.AJSU`;
