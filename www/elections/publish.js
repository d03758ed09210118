/** How one of the reader's own elections gets onto a page: the file to save, the code to paste. */

import { escaped } from "../components/escaped.js";
import { button, make } from "../components/dom.js";
import { address } from "../core/assets.js";
import { importWords } from "../import/words.js";
import { copyField } from "../share/copy-field.js";
import { saveElection } from "./own-elections.js";

/** @import { Context } from "../types.d.ts" */

/** @param {Context} ctx */
export async function publishView(ctx) {
  const words = await importWords(ctx.words.language);
  const id = ctx.own ?? "";
  const file = `${id}.json`;
  const code = copyField(ctx, words.say("publish.code"), {
    rows: "3",
    spellcheck: "false",
    class: "code",
  });
  code.say(`<script type="module" src="${escaped(address("seat-calculator.js"))}"></script>
<seat-calculator src="${escaped(file)}"></seat-calculator>`);
  const save = button(words.say("publish.save"), () => saveElection(id));
  const steps = ["file", "paste", "table", "page"].map((step) =>
    make("li", {}, words.say(`publish.${step}`, { file })),
  );
  const node = make(
    "div",
    { class: "publish" },
    make("ol", { class: "steps" }, make("li", {}, save), ...steps),
    code.node,
  );
  return { node, render() {} };
}
