// What a built page asks for before its reader does anything.

import { posix } from "node:path";

/** Whether an address means a file of the site. @param {string} address */
const isOwn = (address) => Boolean(address) && !/^([a-z][a-z+.-]*:|\/\/)/i.test(address);

/**
 * The addresses that a file makes the browser ask for, relative to it.
 * @param {string} file
 * @param {string} text
 */
function addresses(file, text) {
  /** @param {RegExp} pattern @param {string} [within] */
  const all = (pattern, within = text) =>
    [...within.matchAll(pattern)].map(([, address]) => address);
  if (file.endsWith(".html")) {
    const markup = text.replace(/<!--.*?-->|(<script[^>]*>).*?<\/script>/gs, "$1");
    const links = all(
      /(<link\b[^>]*\brel="?(?:stylesheet|preload|modulepreload|icon)\b[^>]*>)/g,
      markup,
    );
    return [
      ...all(/<(?:script|img|iframe)\b[^>]*\ssrc="?([^"\s>]+)/g, markup),
      ...links.flatMap((link) => all(/\shref="?([^"\s>]+)/g, link)),
    ];
  }
  if (file.endsWith(".css")) return all(/url\(["']?([^"')]+)/g);
  if (/^pkg\/(core\/)?seat_calculator\.js$/.test(file)) return ["seat_calculator_bg.wasm"];
  // As the bundler writes static imports and exports from other files.
  return file.endsWith(".js") ? all(/\b(?:import|from)\s*"(\.[^"]+)"/g) : [];
}

/**
 * Files of the built page by their place in the chain of requests: 1 for `files`, 2 for what they
 * name, and so on.
 * @param {string[]} files
 * @param {(file: string) => Promise<string>} read
 */
export async function requests(files, read) {
  const steps = new Map(files.map((file) => [file, 1]));
  for (const [file, step] of steps) {
    if (!/\.(html|css|js)$/.test(file)) continue;
    for (const address of addresses(file, await read(file)).filter(isOwn)) {
      const next = posix.join(posix.dirname(file), address.replace(/[?#].*/, ""));
      if (!steps.has(next)) steps.set(next, step + 1);
    }
  }
  return steps;
}
