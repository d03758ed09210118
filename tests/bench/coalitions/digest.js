// Count, sum and exclusive-or of a 32-bit hash of each mask: the same in every language and any order.

/** Masks as low and high words, one after the other. */
export function digest(words) {
  let sum = 0;
  let xor = 0;
  for (let at = 0; at < words.length; at += 2) {
    let value = Math.imul(words[at] ^ 0x9e3779b9, 0x85ebca6b);
    value ^= value >>> 15;
    value = Math.imul(value ^ words[at + 1], 0xc2b2ae35);
    value ^= value >>> 13;
    sum = (sum + value) >>> 0;
    xor ^= value;
  }
  return { count: words.length / 2, sum, xor: xor >>> 0 };
}

/** The same words for masks of one word. */
export function widened(masks) {
  const words = new Uint32Array(2 * masks.length);
  for (let at = 0; at < masks.length; at += 1) words[2 * at] = masks[at];
  return words;
}
