/** Where votes move: in the whole state, or in a part of it. */

import { make, text } from "../components/dom.js";
import { labelled } from "../components/fields.js";

/** @import { Context, Scope } from "../types.d.ts" */

const PLACES = /** @type {const} */ ([
  ["category", "categories"],
  ["division", "divisions"],
  ["district", "districts"],
  ["phase", "phases"],
  ["parliamentary", "parliamentary"],
]);
/** Stands for constituencies that a link lists one by one, which nobody can choose here. */
const LISTED = "-";

/** @param {Context} ctx @param {(scope: Scope | undefined) => void} pick */
export function whereView({ words, names, dataset }, pick) {
  const groups = PLACES.filter(([, list]) => dataset[list]?.length).map(([kind, list]) => {
    const options = dataset[list]?.map(({ id }) => {
      const scope = /** @type {Scope} */ ({ [kind]: id });
      return make("option", { value: `${kind}:${id}` }, names.scope(scope));
    });
    return make("optgroup", { label: words.say(`filter.${kind}`) }, ...(options ?? []));
  });
  const everywhere = make("option", { value: "" }, words.say("swing.everywhere"));
  const listed = make("option", { value: LISTED, disabled: true });
  const control = make("select", {}, everywhere, ...groups);
  control.addEventListener("change", () => {
    const [kind, id] = control.value.split(/:(.*)/s);
    pick(kind ? /** @type {Scope} */ ({ [kind]: id }) : undefined);
  });
  const summary = make("summary");
  const field = labelled(words.say("swing.where.in"), control);
  const node = make("details", {}, summary, field);

  /** @param {Scope | null | undefined} scope */
  function render(scope) {
    const [kind, id] = Object.entries(scope ?? {})[0] ?? [];
    if (Array.isArray(id)) {
      text(listed, words.say("swing.listed", { n: id.length }));
      control.append(listed);
    } else listed.remove();
    const value = !kind ? "" : Array.isArray(id) ? LISTED : `${kind}:${id}`;
    if (control.value !== value) control.value = value;
    const place = control.selectedOptions[0]?.textContent;
    text(summary, words.say("swing.where", { place }));
  }

  return { node, render };
}
