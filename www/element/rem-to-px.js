/**
 * On a page that is not ours `rem` is that page's own: ten pixels here, a twentieth of the window's width there. What
 * is in `rem` in our sheets is then in pixels instead, of which the reader's own text size says how many.
 */

/** @param {any} rules @param {number} size of the reader's text, in CSS pixels */
function rewrite(rules, size) {
  for (const { style, cssRules } of rules) {
    const parts = (style?.cssText ?? "").split(/(\d*\.?\d+)rem\b/);
    let said = parts[0];
    for (let at = 1; at < parts.length; at += 2)
      said += `${Number(parts[at]) * size}px${parts[at + 1]}`;
    if (parts.length > 1) style.cssText = said;
    if (cssRules) rewrite(cssRules, size);
  }
}

/** Does so for the sheets in `root` and those that come later. @param {ShadowRoot} root */
export function inPixels(root) {
  const fix = ({ sheet }) =>
    sheet &&
    rewrite(sheet.cssRules, parseFloat(getComputedStyle(root.querySelector(".host")).fontSize));
  // Moved, a sheet loads anew.
  root.addEventListener("load", ({ target }) => fix(target), true);
  for (const link of root.querySelectorAll("link")) fix(link);
}
