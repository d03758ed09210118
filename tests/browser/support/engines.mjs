// The calculator in whichever browser the tests run in: Chromium, Firefox or WebKit.

import assert from "node:assert/strict";
import { hands, ready } from "./calculator.mjs";
import { baseUrl, isWebkit } from "./environment.mjs";

// Only one of the two drivers is loaded.
const driver = isWebkit ? await import("./webkit.mjs") : await import("./harness.mjs");
const DESK = { width: 1280, height: 900 };

/**
 * Opens a page. `clean` fails if it asked another origin for anything or said that something failed.
 * @param {{ path?: string, size?: { width: number, height: number } }} [options]
 */
async function open({ path = "", size = DESK } = {}) {
  if (!isWebkit) {
    const opened = await driver.openPage({ path, size });
    return { ...opened, clean: async () => opened.expectClean() };
  }
  const opened = await driver.openWebkit(new URL(path, baseUrl).href, size);
  return { ...opened, clean: () => expectOwnFiles(opened.page) };
}

/** WebDriver hears no console: what it can tell is what was asked for, and what the page says. */
async function expectOwnFiles(page) {
  const { foreign, failed } = await page.evaluate(() => ({
    foreign: performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => /^http/.test(name) && !name.startsWith(`${location.origin}/`)),
    failed: [...document.querySelectorAll("seat-calculator")].flatMap(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll(".failed") ?? [])].map((node) => node.textContent),
    ),
  }));
  assert.deepEqual(foreign, []);
  assert.deepEqual(failed, []);
}

/** Opens a page and waits until its calculator works. @param {Parameters<typeof open>[0]} options */
export async function openCalculator(options) {
  const opened = await open(options);
  await ready(opened.page);
  return { ...opened, ...hands(opened.page) };
}

/** Opens a page whose calculator is in a frame. @param {string} path @param {string} selector */
export async function openFramed(path, selector) {
  const opened = await open({ path });
  const frame = isWebkit
    ? opened.page.frame(selector)
    : await (await opened.page.waitForSelector(selector)).contentFrame();
  await ready(frame);
  return { ...opened, ...hands(frame), frame };
}
