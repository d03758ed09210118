// A PNG of few colours in few bytes: its commonest colours, every other pixel in the nearest of them.

import { deflateSync } from "node:zlib";

/**
 * @param {{ width: number, height: number, data: Uint8Array }} picture four bytes a pixel; what shines through counts as opaque
 * @param {number} most at most so many colours, up to 256
 * @returns {Buffer}
 */
export function indexedPng({ width, height, data }, most) {
  const counts = new Map();
  const colour = (at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
  for (let at = 0; at < data.length; at += 4)
    counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([one]) => one);
  const parts = (one) => [one >> 16, (one >> 8) & 255, one & 255];
  const apart = (a, b) => parts(a).reduce((sum, part, i) => sum + (part - parts(b)[i]) ** 2, 0);
  const index = new Map(
    [...counts.keys()].map((one) => [
      one,
      palette.reduce(
        (best, other, i) => (apart(one, other) < apart(one, palette[best]) ? i : best),
        0,
      ),
    ]),
  );
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + 1 + x] = index.get(colour(4 * (y * width + x)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([size, named, sum]);
}

function crc(bytes) {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}
