/** Small helpers that make nodes once and afterwards touch only what differs. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes] functions become listeners; null and false are
 *   left out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  // Of the prototype: an image named "createElement" hides the document's own.
  const node = Document.prototype.createElement.call(document, tag);
  fill(node, attributes, children);
  return /** @type {HTMLElementTagNameMap[K]} */ (node);
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function draw(tag, attributes = {}, ...children) {
  const space = "http://www.w3.org/2000/svg";
  const node = Document.prototype.createElementNS.call(document, space, tag);
  fill(node, attributes, children);
  return /** @type {SVGElementTagNameMap[K]} */ (node);
}

/**
 * @param {Element} node
 * @param {Record<string, unknown>} attributes
 * @param {(Node | string)[]} children
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else attr(node, name, /** @type {Value} */ (value));
  }
  // A page may have made something else of `append`.
  node.replaceChildren(...children);
}

/**
 * @param {string} said
 * @param {(event: MouseEvent) => void} onclick
 * @param {Record<string, unknown>} [attributes]
 */
export const button = (said, onclick, attributes = {}) =>
  make("button", { type: "button", ...attributes, onclick }, said);

/**
 * What nodes were last made to say, and the text that says it: to ask a node itself takes longer
 * than all else an edit does to it.
 * @type {WeakMap<Element, { value: string, text: Node | null }>}
 */
const says = new WeakMap();

/** Nothing else may write what the node says. @param {Element} node @param {string} value */
export function text(node, value) {
  const said = says.get(node);
  if (said?.value === value) return;
  // Taken out and put in again, a text would be styled and laid out like a new one.
  if (value && said?.text && said.text === node.firstChild && said.text === node.lastChild)
    said.text.nodeValue = value;
  else if (node.textContent !== value) node.textContent = value;
  says.set(node, { value, text: node.firstChild });
}

/** @typedef {string | number | boolean | null | undefined} Value */

/** @param {Element} node @param {string} name @param {Value} value */
export function attr(node, name, value) {
  if (value === null || value === undefined || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
    return;
  }
  const wanted = value === true ? "" : String(value);
  if (node.getAttribute(name) !== wanted) node.setAttribute(name, wanted);
}

/** @typedef {HTMLElement | SVGElement} Styled */

/** What custom properties were last set to. @type {WeakMap<Styled, Map<string, string>>} */
const set = new WeakMap();

/**
 * Sets a custom property, which nothing else may.
 * @param {Styled} node @param {string} name @param {string | number} value
 */
export function prop(node, name, value) {
  const wanted = String(value);
  const own = set.get(node) ?? new Map();
  if (own.get(name) === wanted) return;
  set.set(node, own.set(name, wanted));
  node.style.setProperty(name, wanted);
}

// Not in Node, which tests parts of views.
const bounded = globalThis.CSS?.supports("color", "oklch(from red l c h)");

/**
 * Gives a node a colour from the data, kept as light or dark as the paper lets it be seen.
 * @param {Styled} node @param {string | undefined} value @param {string} [name] of the property
 */
export function colour(node, value, name = "--c") {
  const hex = value && /^#[0-9a-f]{6}$/i.test(value) ? value : "#8a8f98";
  prop(node, name, bounded ? `oklch(from ${hex} clamp(var(--dark), l, var(--pale)) c h)` : hex);
}

/** @param {HTMLElement} node @param {boolean} on */
export function show(node, on) {
  if (node.hidden === on) node.hidden = !on;
}

/** @param {string | undefined} value */
export function swatch(value) {
  const node = make("span", { class: "swatch", "aria-hidden": "true" });
  colour(node, value);
  return node;
}

/** What nodes were last made from. @type {WeakMap<Element, string>} */
const from = new WeakMap();

/**
 * Whether a node has to be made to show these facts, for it shows others.
 * @param {Element} node @param {...any} facts all that it shows follows from
 */
export function differs(node, ...facts) {
  const now = JSON.stringify(facts);
  if (from.get(node) === now) return false;
  from.set(node, now);
  return true;
}

/** Rows by parent and key. @type {WeakMap<Element, Map<string, Element | { node: Element }>>} */
const kept = new WeakMap();

/** @param {Element | { node: Element }} row */
const nodeOf = (row) => ("node" in row ? row.node : row);

/**
 * Keeps one child per item, by key, in the items' order; nodes already in place are not moved.
 * @template T
 * @template {Element | { node: Element }} R
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => string} key
 * @param {(item: T) => R} build makes a node, or a record of a node and its parts
 * @param {(row: R, item: T) => void} [patch]
 * @param {Element | null} [after] a child of the parent that stays in front of them all
 */
export function list(parent, items, key, build, patch, after = null) {
  const before = /** @type {Map<string, R>} */ (kept.get(parent) ?? new Map());
  /** @type {Map<string, R>} */
  const now = new Map();
  for (const item of items) {
    const id = key(item);
    now.set(id, before.get(id) ?? build(item));
  }
  for (const [id, row] of before) if (!now.has(id)) nodeOf(row).remove();
  let place = after ? after.nextSibling : parent.firstChild;
  for (const row of now.values()) {
    const node = nodeOf(row);
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
  kept.set(parent, now);
  if (patch) for (const item of items) patch(/** @type {R} */ (now.get(key(item))), item);
}
