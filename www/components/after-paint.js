/**
 * Puts off what may come a frame later than the numbers: on a slow processor a click is painted
 * sooner for it. Of several calls before that frame only the last is done.
 *
 * @returns {(work: () => void) => void}
 */
export function afterPaint() {
  /** @type {(() => void) | null} */
  let due = null;
  const run = () => {
    const work = due;
    due = null;
    try {
      work?.();
    } catch (error) {
      console.warn("seat-calculator:", error);
    }
  };
  return (work) => {
    if (!due) requestAnimationFrame(() => setTimeout(run));
    due = work;
  };
}
