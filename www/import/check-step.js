/** The second screen: how the file was read, what follows, what is wrong, what was decided. */

import { make, show, text } from "../components/dom.js";
import { CellEditor } from "./cell-editor.js";
import { DecisionList } from "./decision-list.js";
import { seatsTable } from "./party-seats.js";
import { ProblemList } from "./problem-list.js";
import { TablePreview } from "./table-preview.js";

/** @import { ImportDialog } from "./dialog.js" */

export class CheckStep {
  /** @param {ImportDialog} dialog */
  constructor(dialog) {
    const { words, draft } = dialog;
    this.dialog = dialog;
    this.title = make("h3", { tabindex: "-1" });
    this.failed = make("p", { class: "wrong", role: "alert" });
    this.table = new TablePreview(dialog, (cell) => this.editor.show(cell));
    this.editor = new CellEditor(dialog, (row, column) => this.table.reveal(row, column));
    this.problems = new ProblemList(dialog, (row, column) => this.table.reveal(row, column));
    this.decisions = new DecisionList(dialog);
    this.seats = seatsTable(words, draft);
    this.node = make(
      "section",
      { class: "check" },
      make(
        "div",
        { class: "beside" },
        this.title,
        this.failed,
        this.problems.node,
        this.decisions.asked,
        this.seats.node,
        this.decisions.node,
      ),
      make("div", { class: "read" }, this.table.node, this.editor.node),
    );
  }

  render() {
    const { draft, words } = this.dialog;
    const { reading } = draft;
    if (!reading) return;
    const name = draft.name || words.say("pasted");
    text(this.title, words.say("check.title", { name, n: reading.rows }));
    text(this.failed, draft.failure && words.say("choice.failed"));
    show(this.failed, Boolean(draft.failure));
    for (const part of [this.problems, this.decisions, this.seats, this.table, this.editor])
      part.render();
  }

  focus() {
    this.title.focus();
  }
}
