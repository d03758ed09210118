/** One cell of the table: what it says, and what it should say; its row can be left out. */

import { button, make, text } from "../components/dom.js";
import { labelled } from "../components/fields.js";

/** @import { ImportDialog } from "./dialog.js" */
/** @import { Reveal } from "./problem-list.js" */
/** @typedef {{ row: number, column: string, said: string }} Cell */

export class CellEditor {
  #place = make("input", { class: "place", autocomplete: "off", size: "8" });
  #said = make("input", { autocomplete: "off" });
  #failed = make("p", { class: "wrong", role: "alert" });

  /** @param {ImportDialog} dialog @param {Reveal} reveal */
  constructor(dialog, reveal) {
    const { words } = dialog;
    this.dialog = dialog;
    this.node = make(
      "form",
      { class: "editor" },
      labelled(words.say("editor.place"), this.#place),
      labelled(words.say("editor.said"), this.#said),
      make("button", {}, words.say("correct")),
      button(words.say("editor.skip"), () => this.#decide((row) => [`row.${row}`, "skip"])),
      this.#failed,
    );
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#decide((row, column) => [`cell.${column}${row}`, this.#said.value]);
    });
    this.#place.addEventListener("change", async () => {
      const at = this.#at();
      if (!at) return;
      const [line] = await dialog.draft.rows(at.row, 1);
      const index = dialog.draft.reading?.columns.findIndex(({ letter }) => letter === at.column);
      this.#said.value = line?.cells[index ?? -1] ?? "";
      reveal(at.row, at.column);
    });
  }

  /** Shows a cell that was pressed. @param {Cell} cell */
  show({ row, column, said }) {
    this.#place.value = `${column}${row}`;
    this.#said.value = said;
    text(this.#failed, "");
    this.#said.focus();
    this.#said.select();
  }

  /** The place that the reader named, as a spreadsheet names it. */
  #at() {
    const found = /^\s*([a-z]{1,3})\s*([1-9]\d*)\s*$/i.exec(this.#place.value);
    const rows = this.dialog.draft.reading?.rows ?? 0;
    const row = Number(found?.[2]);
    text(this.#failed, found && row <= rows ? "" : this.dialog.words.say("editor.none"));
    return found && row <= rows ? { row, column: found[1].toUpperCase() } : null;
  }

  /** @param {(row: number, column: string) => [string, string]} decision */
  #decide(decision) {
    const at = this.#at();
    if (at) this.dialog.draft.choose(...decision(at.row, at.column));
  }

  render() {}
}
