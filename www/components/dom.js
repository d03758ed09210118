/** Small helpers that make nodes once and afterwards touch only what differs. */

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` functions become listeners; null and false are left out.
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  // Of the prototype: an image named "createElement" hides the document's own.
  const node = Document.prototype.createElement.call(document, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else attr(node, name, value);
  }
  // A page may have made something else of `append`.
  node.replaceChildren(...children);
  return node;
}

/** What nodes were last made to say, and the text that says it: to ask a node itself takes longer than all else an edit does to it. @type {WeakMap<Element, { value: string, text: Node | null }>} */
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

/** @param {Element} node @param {string} name @param {string | number | boolean | null | undefined} value */
export function attr(node, name, value) {
  if (value === null || value === undefined || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
    return;
  }
  const wanted = value === true ? "" : String(value);
  if (node.getAttribute(name) !== wanted) node.setAttribute(name, wanted);
}

/** What custom properties were last set to. @type {WeakMap<HTMLElement, Map<string, string>>} */
const set = new WeakMap();

/** Sets a custom property, which nothing else may. @param {HTMLElement} node @param {string} name @param {string | number} value */
export function prop(node, name, value) {
  const wanted = String(value);
  const own = set.get(node) ?? new Map();
  if (own.get(name) === wanted) return;
  set.set(node, own.set(name, wanted));
  node.style.setProperty(name, wanted);
}

// Not in Node, which tests parts of views.
const bounded = globalThis.CSS?.supports("color", "oklch(from red l c h)");

/** Gives a node a colour from the data, kept as light or dark as the paper lets it be seen. @param {HTMLElement} node @param {string | undefined} value */
export function colour(node, value) {
  const hex = value && /^#[0-9a-f]{6}$/i.test(value) ? value : "#8a8f98";
  prop(node, "--c", bounded ? `oklch(from ${hex} clamp(var(--dark), l, var(--pale)) c h)` : hex);
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

/** Whether a node has to be made to show these facts, for it shows others. @param {Element} node @param {...any} facts all that it shows follows from */
export function differs(node, ...facts) {
  const now = JSON.stringify(facts);
  if (from.get(node) === now) return false;
  from.set(node, now);
  return true;
}

const kept = new WeakMap();

/**
 * Keeps one child per item, by key, in the items' order; nodes already in place are not moved.
 * @template T
 * @param {Element} parent
 * @param {T[]} items
 * @param {(item: T) => string} key
 * @param {(item: T) => any} build makes the node; may hang its parts on it
 * @param {(node: any, item: T) => void} patch
 * @param {Node | null} [after] a child of the parent that stays in front of them all
 */
export function list(parent, items, key, build, patch, after = null) {
  const before = kept.get(parent) ?? new Map();
  const now = new Map();
  for (const item of items) {
    const id = key(item);
    now.set(id, before.get(id) ?? build(item));
  }
  for (const [id, node] of before) if (!now.has(id)) node.remove();
  let place = after ? after.nextSibling : parent.firstChild;
  for (const node of now.values()) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
  for (const item of items) patch(now.get(key(item)), item);
  kept.set(parent, now);
}

/**
 * A group of native radio buttons that looks like one control.
 * @param {string} legend
 * @param {string} name unique in the shadow root
 * @param {[string, string][]} options value and label
 * @param {string} chosen
 * @param {(value: string) => void} pick
 */
export function radios(legend, name, options, chosen, pick) {
  const set = make("fieldset", { class: "radios" }, make("legend", { class: "quiet" }, legend));
  for (const [value, label] of options) {
    const input = make("input", { type: "radio", name, value, onchange: () => pick(value) });
    input.checked = value === chosen;
    set.append(make("label", {}, input, make("span", {}, label)));
  }
  return set;
}

/** @param {string} label @param {[string, string][]} options @param {(value: string) => void} pick */
export function select(label, options, pick) {
  const control = make(
    "select",
    { onchange: () => pick(control.value) },
    ...options.map(([value, name]) => make("option", { value }, name)),
  );
  return { control, node: make("label", { class: "field" }, make("span", {}, label), control) };
}
