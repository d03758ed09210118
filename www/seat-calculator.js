/**
 * `<seat-calculator>`: the calculator as one custom element. Until it is ready, and where it
 * cannot be, its own children show: the declared result as the page's HTML has it.
 */

import { bring } from "./core/assets.js";
import { Controller } from "./element/controller.js";
import { FIRST_ELECTION } from "./element/options.js";

/** @import { Dataset } from "./pkg/seat_calculator.js" */

/** Properties a host may have set before the element was defined. */
const EARLY = /** @type {const} */ (["data", "scenario", "election"]);

export class SeatCalculator extends HTMLElement {
  static observedAttributes = [
    "election",
    "src",
    "recipe",
    "scenario",
    "lang",
    "theme",
    "mode",
    "controls",
    "question",
    "headline",
    "feed",
  ];

  /**
   * Data from the host instead of a file: JSON text, or the address of some.
   * @type {string | URL | null}
   */
  #data = null;
  /** There from the first time the element is on a page. @type {Controller | null} */
  #controller = null;

  /**
   * Id of the election: the data file of that name beside this module, unless `src` names another.
   */
  get election() {
    return this.getAttribute("election") ?? FIRST_ELECTION;
  }

  set election(id) {
    this.setAttribute("election", id);
  }

  /**
   * A dataset as an object, or its address; null for the election's own. It is not called
   * `dataset`, which every element has for its `data-` attributes.
   * @returns {string | URL | null}
   */
  get data() {
    return this.#data;
  }

  /** @param {Dataset | string | URL | null | undefined} given */
  set data(given) {
    if (given === null || given === undefined) this.#data = null;
    else if (typeof given === "string" || given instanceof URL)
      this.#data = new URL(given, this.baseURI);
    else this.#data = JSON.stringify(given);
    this.#controller?.load();
  }

  /** The scenario's text, as in links; setting it opens it. */
  get scenario() {
    return this.#controller?.context?.session.text ?? this.getAttribute("scenario") ?? "";
  }

  set scenario(text) {
    this.setAttribute("scenario", text);
  }

  undo() {
    this.#controller?.context?.session.undo();
  }

  redo() {
    this.#controller?.context?.session.redo();
  }

  /**
   * What is shown: "text" (the scenario), "link", "sentence", or "json" (the whole report).
   * Rejects before the element is ready, and for other kinds.
   * @param {"text" | "link" | "sentence" | "json"} [kind]
   */
  async export(kind = "text") {
    const { exported } = await bring("element/export.js");
    const context = this.#controller?.context;
    if (!context) throw new Error("not ready");
    return exported(kind, context);
  }

  connectedCallback() {
    for (const name of EARLY) {
      if (!Object.keys(this).includes(name)) continue;
      const given = this[name];
      delete (/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this))[name]);
      Object.assign(this, { [name]: given });
    }
    if (this.#controller) this.#controller.follow(true);
    else this.#controller = new Controller(this);
  }

  disconnectedCallback() {
    this.#controller?.follow(false);
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    this.#controller?.attributeChanged(name, before, now);
  }
}

try {
  if (!customElements.get("seat-calculator"))
    customElements.define("seat-calculator", SeatCalculator);
} catch (error) {
  console.warn("seat-calculator: not defined:", error);
}
