// Accessibility rules: WCAG 2.0 to 2.2, levels A and AA.

import axeCore from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * The rules that the page breaks now, shadow trees included; empty when it breaks none. The driver puts the checker
 * into the page, which no content security policy has a say in.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {{within?: string, part?: string, except?: string[]}} [options] a selector to look inside, one inside the calculator's shadow
 *   root; rules to leave out
 * @returns {Promise<string[]>} one line for each broken rule and element
 */
export async function axe(page, { within, part, except = [] } = {}) {
  if (!(await page.evaluate(() => typeof globalThis.axe === "object")))
    await page.evaluate(axeCore.source);
  const rules = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
  if (!except.includes("target-size")) rules["target-size"] = { enabled: true };
  const results = await page.evaluate(
    (root, options) => globalThis.axe.run(root ?? document, options),
    part ? { include: [{ fromShadowDom: ["seat-calculator", part] }] } : (within ?? null),
    {
      runOnly: { type: "tag", values: tags },
      rules,
      resultTypes: ["violations"],
      preload: false,
      iframes: false,
    },
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const reason = failureSummary.replace(/\s+/g, " ");
      return `${id}: ${help} | ${target.flat().join(" >>> ")} | ${reason}`;
    }),
  );
}
