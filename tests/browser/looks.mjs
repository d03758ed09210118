// How the page looks, held to pictures that are kept.
//
// A screenshot may differ from its picture as two versions of a browser do, which draw the edges of letters and curves
// differently, and in nothing that a reader would see. Pixels differ as pixelmatch tells them apart (YIQ distance, pixels that
// look like smoothed edges left out); the screenshot is refused when more than SHARE of all pixels differ, or more than PATCH of
// those of any square of SIDE: letters drawn otherwise are thin, a mark of another colour fills squares.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { until } from "./harness.mjs";

const KEPT = new URL("./looks/", import.meta.url);
const FONTS = new URL("../../xtask/font/", import.meta.url);
/** Colours are told apart from this distance on, of 0 to 1. */
const THRESHOLD = 0.15;
const SHARE = 0.01;
const PATCH = 0.5;
const SIDE = 12;
/** Set, it makes the kept pictures anew. */
const RENEW = process.env.RENEW_LOOKS === "1";

/**
 * Has the page written in the font of the picture cards, whatever fonts the machine has, and still: no movement, and nothing
 * in letters that the font does not have.
 *
 * @param {import("puppeteer-core").Page} page
 */
export async function pin(page) {
  const faces = [];
  for (const [weight, file] of [["400", "NotoSans-Regular.ttf"], ["700", "NotoSans-Bold.ttf"]]) {
    faces.push([weight, (await readFile(new URL(file, FONTS))).toString("base64")]);
  }
  await page.evaluate(async (given) => {
    for (const [weight, bytes] of given) {
      const face = new FontFace("Pinned", Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)), { weight });
      document.fonts.add(await face.load());
    }
    const element = document.querySelector("seat-calculator");
    element.style.setProperty("--font", "Pinned");
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important; animation: none !important; caret-color: transparent !important; } .languages, .strip { visibility: hidden !important; }");
    element.shadowRoot.adoptedStyleSheets.push(still);
  }, faces);
}

/**
 * Holds a part of the page to the picture `name`.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 * @param {string} selector what is shown, inside the element; "" for the whole
 * @param {number} tall no more of it than this
 */
export async function expectLook(page, name, selector, tall) {
  // The mouse lights what it is over.
  await page.mouse.move(0, 0);
  await until(page, () => document.fonts.status === "loaded");
  const clip = await page.evaluate(async (wanted, most) => {
    const element = document.querySelector("seat-calculator");
    const node = wanted ? element.shadowRoot.querySelector(wanted) : element;
    element.shadowRoot.activeElement?.blur();
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [Math.floor(left + scrollX), Math.floor(top + scrollY)];
    return { x, y, width: Math.ceil(left + scrollX + width) - x, height: Math.min(Math.ceil(top + scrollY + height) - y, most) };
  }, selector, tall);
  const shot = PNG.sync.read(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: true })));
  const file = new URL(`${name}.png`, KEPT);
  if (RENEW) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(file, PNG.sync.write(shot, { colorType: 2, deflateLevel: 9 }));
    return;
  }
  const kept = PNG.sync.read(await readFile(file));
  const said = await difference(kept, shot);
  if (!said) return;
  const folder = process.env.SCREENSHOTS ?? join(tmpdir(), "seat-calculator-screenshots");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}-now.png`), PNG.sync.write(shot));
  if (said.mask) await writeFile(join(folder, `${name}-difference.png`), PNG.sync.write(said.mask));
  assert.fail(`${name}: ${said.text}; see ${name}-*.png in ${folder}, and CONTRIBUTING.md for how to keep the new look`);
}

/** What a screenshot has that its picture has not, or null. @param {PNG} kept @param {PNG} shot @returns {{ text: string, mask?: PNG } | null} */
export function difference(kept, shot) {
  const { width, height } = kept;
  if (width !== shot.width || height !== shot.height) return { text: `${shot.width} by ${shot.height} px instead of ${width} by ${height}` };
  const mask = new PNG({ width, height });
  const all = pixelmatch(kept.data, shot.data, mask.data, width, height, { threshold: THRESHOLD, diffMask: true });
  const differs = (x, y) => (mask.data[4 * (y * width + x) + 3] ? 1 : 0);
  let worst = { most: 0, x: 0, y: 0 };
  for (let y = 0; y + SIDE <= height; y += SIDE / 2) {
    for (let x = 0; x + SIDE <= width; x += SIDE / 2) {
      let most = 0;
      for (let row = 0; row < SIDE; row += 1) for (let column = 0; column < SIDE; column += 1) most += differs(x + column, y + row);
      if (most > worst.most) worst = { most, x, y };
    }
  }
  const [part, patch] = [all / (width * height), worst.most / SIDE ** 2];
  if (part <= SHARE && patch <= PATCH) return null;
  return { text: `${(100 * part).toFixed(2)} % of the pixels differ, ${Math.round(100 * patch)} % of those around ${worst.x}, ${worst.y}`, mask };
}
