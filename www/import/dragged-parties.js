/**
 * Parties that are dragged into alliances by mouse or pen. The pickers beside them do the same by
 * keyboard and by touch.
 */

/** What is dragged, so that nothing dragged from elsewhere is taken for a party. */
const TYPE = "application/x-seat-calculator-party";

/** Whether a drag carries a party. @param {DragEvent} event */
export const carriesParty = ({ dataTransfer }) => dataTransfer?.types.includes(TYPE) ?? false;

/** Lets a party's row be dragged. @param {HTMLElement} row @param {string} label of the party */
export function draggableParty(row, label) {
  row.draggable = true;
  row.addEventListener("dragstart", ({ dataTransfer }) => {
    dataTransfer?.setData(TYPE, label);
    if (dataTransfer) dataTransfer.effectAllowed = "move";
  });
}

/**
 * Lets parties be dropped on a node.
 * @param {HTMLElement} node
 * @param {(label: string) => void} dropped
 */
export function takesParties(node, dropped) {
  const over = (/** @type {boolean} */ is) => node.classList.toggle("over", is);
  node.addEventListener("dragover", (event) => {
    if (!carriesParty(event)) return;
    event.preventDefault();
    over(true);
  });
  node.addEventListener("dragleave", () => over(false));
  node.addEventListener("drop", (event) => {
    over(false);
    if (!carriesParty(event)) return;
    event.preventDefault();
    dropped(event.dataTransfer?.getData(TYPE) ?? "");
  });
}
