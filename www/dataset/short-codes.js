/** Three letters for each name, no two alike where that can be. */

/**
 * The first three letters; of several words the first two and the last word's first ("JAE" for
 * Jamshedpur East). A name whose letters are taken already goes on to later ones.
 * @param {string[]} names @param {string} locale
 */
export function shortCodes(names, locale) {
  // Browsers of before 2024 may have none; single characters stand in for letters with their signs.
  const segmenter = Intl.Segmenter && new Intl.Segmenter(locale);
  const split = (/** @type {string} */ text) =>
    segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text];
  const letters = (/** @type {string} */ text) => split(text.toLocaleUpperCase(locale));
  /** @type {Set<string>} */
  const taken = new Set();
  return names.map((name) => {
    const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
    const all = letters(words.join(""));
    const last = words.length > 1 ? letters(words.at(-1) ?? "")[0] : "";
    const tries = [
      ...(last ? [[...all.slice(0, 2), last]] : []),
      ...all.slice(2).map((letter, i) => [all[0], all[i ? i + 1 : 1], letter]),
      ...all.slice(2).map((letter) => [all[0], all[1], letter]),
    ].map((code) => code.join(""));
    const code = tries.find((one) => !taken.has(one)) ?? all.slice(0, 3).join("");
    taken.add(code);
    return code;
  });
}
