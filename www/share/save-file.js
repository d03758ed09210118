/** Files that a reader takes away. */

import { make } from "../components/dom.js";

/** Milliseconds after which a saved file needs no address any more. */
const SAVED = 60_000;

/** @param {string} svg */
export const imageAddress = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** @param {string} name @param {BlobPart} content @param {string} type */
export function saveFile(name, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SAVED);
}

/**
 * A picture in pixels.
 * @param {string} svg @param {number} width @param {number} height
 */
export async function png(svg, width, height) {
  const image = new Image(width, height);
  await new Promise((loaded, failed) => {
    image.onload = loaded;
    image.onerror = failed;
    image.src = imageAddress(svg);
  });
  const canvas = make("canvas", { width, height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  /** @type {Blob | null} */
  const blob = await new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (!blob) throw new Error("no picture");
  return blob;
}
