/** Keeps an imported election in this browser and opens it. */

import { keepElection, ownAddress } from "../elections/kept.js";

/** @import { Words } from "../i18n/messages.js" */
/** @import { Draft } from "./draft.js" */

/**
 * Opens the election of a draft at an address of its own. Where the browser keeps nothing, as in
 * private windows, it is shown in place.
 * @param {Draft} draft
 * @param {HTMLDialogElement} dialog
 * @param {Words} words
 */
export async function openElection(draft, dialog, { language }) {
  const title = draft.reading?.title ?? "";
  const dataset = (/** @type {string} */ id) => draft.dataset(id).then((text) => text ?? "");
  try {
    const id = await keepElection(draft.reading?.id ?? "", title, dataset);
    const url = new URL(ownAddress(id));
    url.searchParams.set("lang", language);
    location.assign(url);
  } catch (error) {
    console.warn("seat-calculator: the election is not kept:", error);
    const element = /** @type {ShadowRoot} */ (dialog.getRootNode()).host;
    const text = await dataset(draft.reading?.id ?? "");
    dialog.close();
    Object.assign(element, { data: JSON.parse(text) });
  }
}
