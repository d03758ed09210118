/** What is wrong with a file, by row and column; a cell can be corrected in its line. */

import { button, differs, make, show, text } from "../components/dom.js";
import { namedBy } from "./named-by.js";
import { said } from "./words.js";

/** @import { Problem } from "../pkg/import/seat_import.js" */
/** @import { ImportDialog } from "./dialog.js" */
/** Shows a cell in the table. @typedef {(row: number, column: string) => void} Reveal */

export class ProblemList {
  #title = make("h3");
  #list = make("ol", { role: "list", class: "problems" });
  #more = make("p", { class: "quiet-text" });
  node = make("section", { class: "wrong-part" }, this.#title, this.#list, this.#more);

  /** @param {ImportDialog} dialog @param {Reveal} reveal */
  constructor(dialog, reveal) {
    this.dialog = dialog;
    this.reveal = reveal;
  }

  render() {
    const { words, draft } = this.dialog;
    const problems = draft.reading?.problems;
    if (!problems) return;
    const { told, total } = problems;
    show(this.node, total > 0);
    text(this.#title, words.say("problems", { n: total }));
    text(this.#more, total > told.length ? words.say("problems.more", { n: told.length }) : "");
    if (differs(this.#list, told, words.language))
      this.#list.replaceChildren(...told.map((problem) => this.#item(problem)));
  }

  /** @param {Problem} problem */
  #item(problem) {
    const { words } = this.dialog;
    const { row, column } = problem;
    const sentence = make("p", {}, said(words, problem.message));
    const item = make("li", {}, sentence);
    if (row === null || column === null) return item;
    const cell = `${column}${row}`;
    const field = namedBy(make("input", { value: problem.cell ?? "" }), sentence);
    const correct = () => this.dialog.draft.choose(`cell.${cell}`, field.value);
    const form = make(
      "form",
      { class: "correct" },
      field,
      make("button", {}, words.say("correct")),
      button(words.say("show"), () => this.reveal(row, column), { class: "plain" }),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      correct();
    });
    item.append(form);
    return item;
  }
}
