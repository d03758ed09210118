/**
 * On a host page `rem` is the size that the host gave its root element. In our style sheets it is
 * replaced by pixels, as many as the reader's own text size has.
 */

/** @param {CSSRuleList} rules @param {number} size of the reader's text, in CSS pixels */
function rewrite(rules, size) {
  for (const rule of rules) {
    if ("style" in rule) {
      const style = /** @type {CSSStyleDeclaration} */ (rule.style);
      // Not `replace`, which a host page may have broken: an error here would reach its console.
      const parts = style.cssText.split(/([\d.]+)rem\b/);
      for (let at = 1; at < parts.length; at += 2) parts[at] = `${Number(parts[at]) * size}px`;
      if (parts.length > 1) style.cssText = parts.join("");
    }
    if ("cssRules" in rule) rewrite(/** @type {CSSRuleList} */ (rule.cssRules), size);
  }
}

/** Rewrites the sheets in `root`, and those that are added later. @param {ShadowRoot} root */
export function inPixels(root) {
  const host = /** @type {HTMLElement} */ (root.querySelector(".host"));
  // Our own sheet says the same, but may come after those that are measured by it.
  host.style.fontSize = "medium";
  const size = parseFloat(getComputedStyle(host).fontSize);
  /** @param {HTMLLinkElement} link whatever else loads in there has no sheet */
  const fix = ({ sheet }) => {
    if (sheet) rewrite(sheet.cssRules, size);
  };
  // A sheet that is moved loads anew.
  root.addEventListener("load", ({ target }) => fix(/** @type {HTMLLinkElement} */ (target)), true);
  for (const link of root.querySelectorAll("link")) fix(link);
}
