/**
 * On a host page `rem` is the size that the host gave its root element. In our style sheets it is
 * replaced by pixels, as many as the reader's own text size has.
 */

/** @param {CSSRuleList} rules @param {number} size of the reader's text, in CSS pixels */
function rewrite(rules, size) {
  for (const rule of rules) {
    if ("style" in rule) {
      const style = /** @type {CSSStyleDeclaration} */ (rule.style);
      const parts = style.cssText.split(/(\d*\.?\d+)rem\b/);
      let text = parts[0];
      for (let at = 1; at < parts.length; at += 2)
        text += `${Number(parts[at]) * size}px${parts[at + 1]}`;
      if (parts.length > 1) style.cssText = text;
    }
    if ("cssRules" in rule) rewrite(/** @type {CSSRuleList} */ (rule.cssRules), size);
  }
}

/** Rewrites the sheets in `root`, and those that are added later. @param {ShadowRoot} root */
export function inPixels(root) {
  /** @param {EventTarget | null} link */
  const fix = (link) => {
    const host = root.querySelector(".host");
    if (!(link instanceof HTMLLinkElement) || !link.sheet || !host) return;
    rewrite(link.sheet.cssRules, parseFloat(getComputedStyle(host).fontSize));
  };
  // A sheet that is moved loads anew.
  root.addEventListener("load", ({ target }) => fix(target), true);
  for (const link of root.querySelectorAll("link")) fix(link);
}
