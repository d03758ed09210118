/** The elections that are kept in this browser: opened, renamed, saved as files, deleted. */

import { button, make, text } from "../components/dom.js";
import { saveFile } from "../import/save-file.js";
import { importWords } from "../import/words.js";
import { allKept, deleteKept, loadKept, ownAddress, renameKept } from "./kept.js";

/** @import { Words } from "../i18n/messages.js" */
/** @import { Kept } from "./kept.js" */

/**
 * @param {string} language
 * @param {string} shown id of the one that is shown
 */
export async function ownElections(language, shown) {
  const words = await importWords(language);
  const node = make("section", { class: "own-elections" });

  async function render() {
    // Sandboxed frames and some private windows keep nothing.
    const all = await allKept().catch(() => []);
    const items = all.map((kept) => item(kept));
    node.replaceChildren(
      ...(items.length
        ? [make("h3", {}, words.say("own")), make("ul", { role: "list" }, ...items)]
        : []),
    );
  }

  /** @param {Kept} kept */
  function item(kept) {
    const { id, title } = kept;
    const url = new URL(ownAddress(id));
    url.searchParams.set("lang", language);
    const link =
      id === shown
        ? make("b", { "aria-current": "page" }, title)
        : make("a", { href: url.href }, title);
    const named = (/** @type {string} */ key) => ({
      class: "plain",
      "aria-label": words.say(`own.${key}.of`, { title }),
    });
    const line = make(
      "li",
      {},
      link,
      make(
        "span",
        { class: "own-tools" },
        button(words.say("own.rename"), () => rename(line, kept), named("rename")),
        button(words.say("own.save"), () => saveElection(id), named("save")),
        button(words.say("own.delete"), () => remove(line, kept), named("delete")),
      ),
    );
    return line;
  }

  /** @param {HTMLElement} line @param {Kept} kept */
  function rename(line, { id, title }) {
    const field = make("input", {
      value: title,
      maxlength: "120",
      "aria-label": words.say("own.name"),
    });
    const form = make(
      "form",
      { class: "own-tools" },
      field,
      make("button", {}, words.say("own.keep")),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (field.value.trim()) await renameKept(id, field.value.trim());
      await render();
    });
    line.replaceChildren(form);
    field.focus();
    field.select();
  }

  /** What is deleted cannot be had again, and so it is asked for twice. */
  /** @param {HTMLElement} line @param {Kept} kept */
  function remove(line, { id, title }) {
    const yes = button(words.say("own.delete"), async () => {
      await deleteKept(id);
      await render();
    });
    const no = button(words.say("own.not"), render, { class: "plain" });
    const said = make("span", {});
    text(said, words.say("own.sure", { title }));
    line.replaceChildren(make("span", { class: "own-tools" }, said, yes, no));
    no.focus();
  }

  await render();
  return node;
}

/** Saves a kept election as a file in the data format. @param {string} id */
export async function saveElection(id) {
  const dataset = await loadKept(id);
  saveFile(`${JSON.stringify(dataset)}\n`, "application/json", `${id}.json`);
}
