/** How a file was understood: each decision can be changed or undone, all can be kept. */

import { button, differs, make, show, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { namedBy } from "./named-by.js";
import { saveFile } from "./save-file.js";
import { said } from "./words.js";

/** @import { Decision } from "../pkg/import/seat_import.js" */
/** @import { ImportDialog } from "./dialog.js" */

/** Decisions of the table's own pickers, and those of the third screen. */
const ELSEWHERE = /^(column\.|party-columns$)/;
const LATER = /^(title$|id$|alliance\.|colour\.)/;

export class DecisionList {
  #askedList = make("ul", { role: "list", class: "decisions" });
  #list = make("ul", { role: "list", class: "decisions" });
  #summary = make("summary");
  #failed = make("p", { class: "wrong", role: "alert" });
  #load = make("input", { type: "file", accept: ".json" });

  /** @param {ImportDialog} dialog */
  constructor(dialog) {
    const { words } = dialog;
    this.dialog = dialog;
    this.asked = make("section", {}, make("h3", {}, words.say("decisions.asked")), this.#askedList);
    this.#load.addEventListener("change", () => this.#takeRecipe(this.#load.files?.[0]));
    const recipe = make(
      "p",
      { class: "presets" },
      button(words.say("recipe.save"), () => this.#saveRecipe()),
      make("label", { class: "pick" }, make("span", {}, words.say("recipe.load")), this.#load),
    );
    this.node = make(
      "details",
      { class: "all-decisions" },
      this.#summary,
      this.#list,
      recipe,
      make("p", { class: "quiet-text" }, words.say("recipe.note")),
      this.#failed,
    );
  }

  render() {
    const { words, draft } = this.dialog;
    const all = (draft.reading?.decisions ?? []).filter(({ id }) => !LATER.test(id));
    const asked = all.filter((one) => one.asked && !one.by_reader);
    const others = all.filter((one) => !asked.includes(one));
    show(this.asked, asked.length > 0);
    text(this.#summary, words.say("decisions", { n: others.length }));
    for (const [node, some] of /** @type {const} */ ([
      [this.#askedList, asked],
      [this.#list, others],
    ]))
      if (differs(node, some, words.language))
        node.replaceChildren(...some.map((one) => this.#item(one)));
  }

  /** @param {Decision} decision */
  #item(decision) {
    const { words, draft } = this.dialog;
    const { id, by_reader } = decision;
    const sentence = make("p", {}, said(words, decision.sentence));
    const controls = make("p", { class: "controls" });
    if (id && !ELSEWHERE.test(id)) controls.append(namedBy(this.#control(decision), sentence));
    if (id && by_reader) controls.append(button(words.say("undo"), () => draft.undo(id)));
    return make("li", { class: by_reader ? "by-reader" : null }, sentence, controls);
  }

  /** @param {Decision} decision */
  #control({ id, chosen, options }) {
    const { words, draft } = this.dialog;
    const choose = (/** @type {string} */ choice) => draft.choose(id, choice);
    if (options.length) {
      const all = options.includes(chosen) ? options : [chosen, ...options];
      const pairs = all.map((one) => [one, optionLabel(one, words)]);
      const { control } = select("", pairs, choose, chosen);
      return control;
    }
    const field = make("input", { value: chosen, autocomplete: "off" });
    field.addEventListener("change", () => choose(field.value));
    return field;
  }

  async #saveRecipe() {
    const { draft } = this.dialog;
    saveFile(await draft.recipe(), "application/json", "recipe.json");
  }

  /** @param {File | undefined} file */
  async #takeRecipe(file) {
    this.#load.value = "";
    text(this.#failed, "");
    try {
      if (file) await this.dialog.draft.useRecipe(await file.text());
    } catch {
      text(this.#failed, this.dialog.words.say("recipe.bad"));
    }
  }
}

/** @param {string} option @param {import("../i18n/messages.js").Words} words */
function optionLabel(option, words) {
  const key = `option.${option || "none"}`;
  return words.has(key) ? words.say(key) : option;
}
