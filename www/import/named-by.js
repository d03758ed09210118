/** Controls named by text that stands on the page, where its languages can be marked. */

import { attr } from "../components/dom.js";

let count = 0;

/**
 * Names a control by other nodes.
 * @template {Element} Control
 * @param {Control} control
 * @param {...Element} nodes
 */
export function namedBy(control, ...nodes) {
  for (const node of nodes) node.id ||= `import-name-${++count}`;
  attr(control, "aria-labelledby", nodes.map(({ id }) => id).join(" "));
  return control;
}
