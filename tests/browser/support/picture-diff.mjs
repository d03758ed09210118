// How the page looks, held to pictures that are kept.
//
// A screenshot may differ from its picture as two versions of a browser do, which draw the edges of letters and curves
// differently, and in nothing that a reader would see. Pixels differ as pixelmatch tells them apart (YIQ distance, pixels that
// look like smoothed edges left out); the screenshot is refused when more than SHARE of all pixels differ, or more than PATCH of
// those of any square of SIDE. Measured on the page's top: letters a third of a pixel further are 0.5 % of all and 27 % of a
// square, a page one pixel lower is 1.4 to 2.1 % of all, a tile of another party all of a square.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { pictureFile, until } from "./harness.mjs";
import { indexedPng } from "./indexed-png.mjs";

/** Where the pictures are. */
export const KEPT = new URL("../kept-pictures/", import.meta.url);
/** Colours are told apart from this distance on, of 0 to 1. */
const THRESHOLD = 0.2;
const SHARE = 0.007;
const PATCH = 0.4;
const SIDE = 12;
/** The colours of a kept picture: all that fill anything, and the commonest of the edges. */
const COLOURS = 80;
/** Pixels between pictures that stand side by side. */
const GAP = 16;
/** Set, it makes the kept pictures anew. */
const RENEW = process.env.RENEW_PICTURES === "1";

/** Stops all movement on the page. @param {import("puppeteer-core").Page} page */
export const still = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { transition: none !important; animation: none !important; caret-color: transparent !important; } .chunk { content-visibility: visible !important; }",
    );
    document.querySelector("seat-calculator").shadowRoot.adoptedStyleSheets.push(sheet);
  });

/**
 * Where a part of the page is, at most `tall` pixels of it.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector what is shown, inside the element; "" for the whole
 * @param {number} tall
 */
async function place(page, selector, tall) {
  // The mouse lights what it is over.
  await page.mouse.move(0, 0);
  await until(page, () => document.fonts.status === "loaded");
  return page.evaluate(
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
}

async function photograph(page, clip) {
  const bytes = await page.screenshot({ clip, captureBeyondViewport: true });
  return PNG.sync.read(Buffer.from(bytes));
}

/** A part of the page as it looks; the rest as {@link place} has it. @returns {Promise<PNG>} */
export const shot = async (page, selector, tall) =>
  photograph(page, await place(page, selector, tall));

/**
 * Holds a part of the page to the picture `name`; the rest as {@link place} has it. Where it looks different, before, now
 * and the difference are written side by side, and the failure says what is different there.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 * @param {string} selector
 * @param {number} tall
 */
export async function expectLook(page, name, selector, tall) {
  const clip = await place(page, selector, tall);
  const now = await photograph(page, clip);
  const file = new URL(`${name}.png`, KEPT);
  if (RENEW) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(file, indexedPng(now, COLOURS));
    return;
  }
  const kept = PNG.sync.read(await readFile(file));
  const found = difference(kept, now);
  if (!found) return;
  const written = await pictureFile(`${name}-before-now-difference`);
  await writeFile(written, PNG.sync.write(sideBySide([kept, now, found.picture])));
  const seen = await Promise.all(found.regions.map((region) => describe(page, clip, region)));
  assert.fail(
    [
      `${name}: ${found.text}`,
      ...seen,
      `Before, now and difference: ${written}. CONTRIBUTING.md says how to keep the new look.`,
    ].join("\n"),
  );
}

/** What stands in a region of a picture of `clip`, and its colours before and now, in one line. */
async function describe(page, clip, { left, top, width, height, before, now }) {
  const what = await page.evaluate(
    (x, y) => {
      scrollTo(0, Math.max(0, y - innerHeight / 2));
      const { shadowRoot } = document.querySelector("seat-calculator");
      const node = shadowRoot.elementFromPoint(x - scrollX, y - scrollY);
      if (!node) return "nothing";
      const said = node.getAttribute("aria-label") ?? node.textContent.replace(/\s+/g, " ").trim();
      return `${node.localName}.${node.getAttribute("class") ?? ""} “${said.slice(0, 60)}”`;
    },
    clip.x + left + width / 2,
    clip.y + top + height / 2,
  );
  return `  ${width} by ${height} px at ${left}, ${top}: ${what}, ${before} before, ${now} now`;
}

/** @typedef {{ left: number, top: number, width: number, height: number, before: string, now: string }} Region */

/**
 * What a screenshot has that its picture has not, or null.
 *
 * @param {PNG} kept
 * @param {PNG} now
 * @returns {{ text: string, regions: Region[], picture: PNG } | null} the largest regions that differ, with their mean colours
 */
export function difference(kept, now) {
  const [width, height] = ["width", "height"].map((side) => Math.max(kept[side], now[side]));
  const [one, other] = [kept, now].map((picture) => sideBySide([picture], width, height));
  const mask = new PNG({ width, height });
  const all = pixelmatch(one.data, other.data, mask.data, width, height, {
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
  const resized = kept.width !== now.width || kept.height !== now.height;
  if (!resized && part <= SHARE && patch <= PATCH) return null;
  const size = `${now.width} by ${now.height} px instead of ${kept.width} by ${kept.height}; `;
  const share = `${(100 * part).toFixed(2)} % of the pixels differ, ${Math.round(100 * patch)} % of those around ${worst.x}, ${worst.y}`;
  return {
    text: (resized ? size : "") + share,
    regions: regions(one, other, differs),
    picture: marked(one, differs),
  };
}

/** The largest five groups of neighbouring squares with pixels that differ. @returns {Region[]} */
function regions(kept, now, differs) {
  const { width, height } = kept;
  const columns = Math.ceil(width / SIDE);
  const squares = new Map();
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (differs(x, y)) {
        const square = Math.floor(y / SIDE) * columns + Math.floor(x / SIDE);
        squares.set(square, [...(squares.get(square) ?? []), [x, y]]);
      }
  const groups = [];
  while (squares.size) {
    const waiting = [squares.keys().next().value];
    const pixels = [];
    while (waiting.length) {
      const square = waiting.pop();
      pixels.push(...(squares.get(square) ?? []));
      squares.delete(square);
      for (const row of [-columns, 0, columns])
        for (const column of [-1, 0, 1])
          if (squares.has(square + row + column)) waiting.push(square + row + column);
    }
    if (pixels.length) groups.push(pixels);
  }
  const largest = groups.sort((a, b) => b.length - a.length).slice(0, 5);
  return largest.map((pixels) => {
    const [xs, ys] = [0, 1].map((axis) => pixels.map((pixel) => pixel[axis]).sort((a, b) => a - b));
    return {
      left: xs[0],
      top: ys[0],
      width: xs.at(-1) - xs[0] + 1,
      height: ys.at(-1) - ys[0] + 1,
      before: mean(kept, pixels),
      now: mean(now, pixels),
    };
  });
}

/** The mean colour of some pixels. */
function mean(picture, pixels) {
  const channel = (which) => {
    const values = pixels.map(([x, y]) => picture.data[4 * (y * picture.width + x) + which]);
    const value = Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);
    return value.toString(16).padStart(2, "0");
  };
  return `#${[0, 1, 2].map(channel).join("")}`;
}

/** The picture in pale grey, what differs in red. */
function marked(picture, differs) {
  const { width, height } = picture;
  const found = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const [red, green, blue] = picture.data.subarray(at, at + 3);
      const grey = 200 + Math.round((red + green + blue) / 14);
      found.data.set(differs(x, y) ? [230, 0, 0, 255] : [grey, grey, grey, 255], at);
    }
  return found;
}

/** Pictures beside each other, on a ground of at least that size. */
function sideBySide(pictures, width = 0, height = 0) {
  const sum = pictures.reduce((end, picture) => end + picture.width + GAP, -GAP);
  const all = new PNG({
    width: Math.max(width, sum),
    height: Math.max(height, ...pictures.map((picture) => picture.height)),
  });
  let left = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, all, 0, 0, picture.width, picture.height, left, 0);
    left += picture.width + GAP;
  }
  return all;
}
