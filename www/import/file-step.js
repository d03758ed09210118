/** The first screen: a file is picked or dropped, or a table pasted. */

import { button, make, show, text } from "../components/dom.js";

/** @import { ImportDialog } from "./dialog.js" */

/** Bytes of a file; more is not read at all. */
const MOST_BYTES = 20 * 1024 * 1024;
const KINDS = ".csv,.tsv,.txt,.tab,.xlsx,.xlsb,.xls,.ods,.html,.htm,.json";

export class FileStep {
  #pick;
  #paste;
  #failed = make("p", { class: "wrong", role: "alert" });
  #doing = make("span");
  #progress;

  /** @param {ImportDialog} dialog */
  constructor(dialog) {
    const { words } = dialog;
    this.dialog = dialog;
    this.#pick = make("input", { type: "file", accept: KINDS, multiple: true });
    this.#pick.addEventListener("change", () => this.#takeFiles([...(this.#pick.files ?? [])]));
    this.#paste = make("textarea", { rows: "4", spellcheck: "false", autocomplete: "off" });
    this.#progress = make(
      "p",
      { class: "progress", hidden: true },
      make("progress", { "aria-label": words.say("reading") }),
      this.#doing,
      button(words.say("cancel"), () => this.#cancel()),
    );
    this.node = make(
      "section",
      { class: "drop" },
      make("h3", {}, words.say("file.title")),
      make("label", { class: "pick" }, make("span", {}, words.say("file.pick")), this.#pick),
      make("p", { class: "quiet-text" }, words.say("file.drop")),
      make("label", { class: "field" }, make("span", {}, words.say("file.paste")), this.#paste),
      button(words.say("file.read"), () => this.#takeText(this.#paste.value)),
      this.#progress,
      this.#failed,
      make("p", { class: "note" }, words.say("file.kinds")),
      make("p", { class: "note" }, words.say("file.private")),
    );
  }

  /** What was dropped or pasted. @param {DataTransfer | null} data */
  received(data) {
    if (data?.files.length) this.#takeFiles([...data.files]);
    else if (data) this.#takeText(data.getData("text/plain") || data.getData("text/html"));
  }

  /** A table, and perhaps a recipe beside it. @param {File[]} files */
  async #takeFiles(files) {
    this.#pick.value = "";
    for (const file of files) {
      const isRecipe = file.name.endsWith(".json") && files.length > 1;
      if (isRecipe && (await this.#takeRecipe(file))) continue;
      await this.#take(file, file.name);
    }
  }

  /** @param {File} file */
  async #takeRecipe(file) {
    try {
      await this.dialog.draft.useRecipe(await file.text());
      return true;
    } catch {
      // Then it is an election.
      return false;
    }
  }

  /** @param {string} said */
  #takeText(said) {
    if (said.trim()) return this.#take(new Blob([said]), "");
    this.#fail("file.nothing");
  }

  /** @param {Blob} file @param {string} name */
  async #take(file, name) {
    const { dialog } = this;
    if (file.size > MOST_BYTES) return this.#fail("file.large");
    const { draft } = dialog;
    text(this.#failed, "");
    await draft.open(file, name);
    if (draft.busy) return;
    if (draft.reading) dialog.go(1);
    else if (draft.failure) this.#fail("file.failed");
  }

  /** @param {string} why */
  #fail(why) {
    text(this.#failed, this.dialog.words.say(why));
  }

  #cancel() {
    this.dialog.draft.stop();
    this.render();
    this.focus();
    this.dialog.announce(this.dialog.words.say("cancelled"));
  }

  render() {
    const { draft, words } = this.dialog;
    show(this.#progress, Boolean(draft.busy));
    text(this.#doing, words.say("reading.file", { name: draft.name || words.say("pasted") }));
  }

  focus() {
    this.#pick.focus();
  }
}
