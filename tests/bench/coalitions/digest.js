// Count, sum and exclusive-or of a 32-bit hash of each mask: the same in every language and any order.

/** @param {BigUint64Array} masks */
export function digest(masks) {
  const words = new Uint32Array(masks.buffer);
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
  return { count: masks.length, sum, xor: xor >>> 0 };
}
