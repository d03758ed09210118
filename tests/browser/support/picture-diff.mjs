// How the page looks, held to pictures that are kept.
//
// A screenshot may differ from its picture as two versions of a browser do, which draw the edges of letters and curves
// differently, and in nothing that a reader would see. Pixels differ as pixelmatch tells them apart (YIQ distance, pixels that
// look like smoothed edges left out); the screenshot is refused when more than SHARE of all pixels differ, or more than PATCH of
// those of any square of SIDE. Measured on the page's top: letters a third of a pixel further are 0.5 % of all and 27 % of a
// square, a page one pixel lower is 1.4 to 2.1 % of all, a tile of another party all of a square.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { until } from "./harness.mjs";
import { indexedPng } from "./indexed-png.mjs";

/** Where the pictures are. */
export const KEPT = new URL("../kept-pictures/", import.meta.url);
const FONTS = new URL("../../../xtask/font/", import.meta.url);
/** Colours are told apart from this distance on, of 0 to 1. */
const THRESHOLD = 0.2;
const SHARE = 0.007;
const PATCH = 0.4;
const SIDE = 12;
/** The colours of a kept picture: all that fill anything, and the commonest of the edges. */
const COLOURS = 80;
/** Set, it makes the kept pictures anew. */
const RENEW = process.env.RENEW_PICTURES === "1";

/**
 * Has the page written in the font of the picture cards, whatever fonts the machine has, and still: no movement, and nothing
 * in letters that the font does not have.
 *
 * @param {import("puppeteer-core").Page} page
 */
export async function pin(page) {
  const faces = [];
  for (const [weight, file] of [
    ["400", "NotoSans-Regular.ttf"],
    ["700", "NotoSans-Bold.ttf"],
  ]) {
    faces.push([weight, (await readFile(new URL(file, FONTS))).toString("base64")]);
  }
  await page.evaluate(async (given) => {
    for (const [weight, bytes] of given) {
      const face = new FontFace(
        "Pinned",
        Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
        { weight },
      );
      document.fonts.add(await face.load());
    }
    const element = document.querySelector("seat-calculator");
    element.style.setProperty("--font", "Pinned");
    const still = new CSSStyleSheet();
    still.replaceSync(
      "* { transition: none !important; animation: none !important; caret-color: transparent !important; } .languages, .strip { visibility: hidden !important; } .chunk { content-visibility: visible !important; }",
    );
    element.shadowRoot.adoptedStyleSheets.push(still);
  }, faces);
}

/**
 * A part of the page as it looks.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector what is shown, inside the element; "" for the whole
 * @param {number} tall no more of it than this
 * @returns {Promise<PNG>}
 */
export async function shot(page, selector, tall) {
  // The mouse lights what it is over.
  await page.mouse.move(0, 0);
  await until(page, () => document.fonts.status === "loaded");
  const clip = await page.evaluate(
    async (wanted, most) => {
      const element = document.querySelector("seat-calculator");
      const node = wanted ? element.shadowRoot.querySelector(wanted) : element;
      element.shadowRoot.activeElement?.blur();
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      const { left, top, width, height } = node.getBoundingClientRect();
      const [x, y] = [Math.floor(left + scrollX), Math.floor(top + scrollY)];
      return {
        x,
        y,
        width: Math.ceil(left + scrollX + width) - x,
        height: Math.min(Math.ceil(top + scrollY + height) - y, most),
      };
    },
    selector,
    tall,
  );
  return PNG.sync.read(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: true })));
}

/**
 * Holds a part of the page to the picture `name`; the rest as {@link shot} has it.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 * @param {string} selector
 * @param {number} tall
 */
export async function expectLook(page, name, selector, tall) {
  const now = await shot(page, selector, tall);
  const file = new URL(`${name}.png`, KEPT);
  if (RENEW) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(file, indexedPng(now, COLOURS));
    return;
  }
  const found = difference(PNG.sync.read(await readFile(file)), now);
  if (!found) return;
  const folder = process.env.SCREENSHOTS ?? join(tmpdir(), "seat-calculator-screenshots");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}-now.png`), PNG.sync.write(now));
  if (found.mask)
    await writeFile(join(folder, `${name}-difference.png`), PNG.sync.write(found.mask));
  assert.fail(
    `${name}: ${found.text}; see ${name}-*.png in ${folder}, and CONTRIBUTING.md for how to keep the new look`,
  );
}

/** What a screenshot has that its picture has not, or null. @param {PNG} kept @param {PNG} now @returns {{ text: string, mask?: PNG } | null} */
export function difference(kept, now) {
  const { width, height } = kept;
  if (width !== now.width || height !== now.height)
    return { text: `${now.width} by ${now.height} px instead of ${width} by ${height}` };
  const mask = new PNG({ width, height });
  const all = pixelmatch(kept.data, now.data, mask.data, width, height, {
    threshold: THRESHOLD,
    diffMask: true,
  });
  const differs = (x, y) => (mask.data[4 * (y * width + x) + 3] ? 1 : 0);
  let worst = { most: 0, x: 0, y: 0 };
  for (let y = 0; y + SIDE <= height; y += SIDE / 2) {
    for (let x = 0; x + SIDE <= width; x += SIDE / 2) {
      let most = 0;
      for (let row = 0; row < SIDE; row += 1)
        for (let column = 0; column < SIDE; column += 1) most += differs(x + column, y + row);
      if (most > worst.most) worst = { most, x, y };
    }
  }
  const [part, patch] = [all / (width * height), worst.most / SIDE ** 2];
  if (part <= SHARE && patch <= PATCH) return null;
  return {
    text: `${(100 * part).toFixed(2)} % of the pixels differ, ${Math.round(100 * patch)} % of those around ${worst.x}, ${worst.y}`,
    mask,
  };
}
