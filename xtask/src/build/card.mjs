// Picture cards: SVG as PNG, in a font of our own, so that the same picture gives the same bytes on
// every machine.

import { Resvg, initWasm } from "@resvg/resvg-wasm";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { root, write } from "./files.mjs";

const fonts = await Promise.all(
  ["Regular", "Bold"].map((style) => readFile(join(root, `xtask/font/NotoSans-${style}.ttf`))),
);
await initWasm(
  await readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))),
);

/**
 * The characters of a font: the ranges of its "cmap" table in format 4.
 * @param {Buffer} font
 * @returns {[first: number, last: number][]}
 */
function characters(font) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  );
  const table = subtables.find((at) => font.readUInt16BE(at) === 4);
  const count = font.readUInt16BE(table + 6) / 2;
  return Array.from({ length: count }, (_, i) => {
    const end = table + 14 + 2 * i;
    return [font.readUInt16BE(end + 2 * count + 2), font.readUInt16BE(end)];
  });
}

const known = fonts.map(characters);

/** Draws an SVG with texts. @param {string} svg */
export function png(svg) {
  for (const [, text] of svg.matchAll(/<text[^>]*>([^<]*)/g))
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0;
      if (!known.every((ranges) => ranges.some(([first, last]) => first <= code && code <= last)))
        throw new Error(`no letter "${letter}" in the font: ${text}`);
    }
  const picture = new Resvg(svg, {
    font: { fontBuffers: fonts, defaultFontFamily: "Noto Sans", loadSystemFonts: false },
  });
  return picture.render().asPng();
}

/** @param {string} svg @param {string} file to write */
export const drawCard = (svg, file) => write(file, png(svg));
