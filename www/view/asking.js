/** Asking the core what takes longer than an edit, and showing only the answer to the last question. */

/**
 * @param {any} ctx
 * @param {(value: any, error: any) => void} show one of the two is null
 */
export function asking({ session }, show) {
  let asked = "";
  let stop = new AbortController();

  /**
   * @param {any} question null: nothing is asked, and what was asked is given up
   * @param {any} [about] what else the answer depends on; the scenario, unless said otherwise
   */
  return async (question, about = session.text) => {
    const key = question && JSON.stringify([question, about]);
    if (key === asked) return;
    asked = key;
    stop.abort();
    stop = new AbortController();
    if (!question) return;
    const { signal } = stop;
    try {
      const value = await session.core.analyse(question, signal);
      if (!signal.aborted) show(value, null);
    } catch (error) {
      if (signal.aborted) return;
      asked = "";
      if (!error.code) console.warn("seat-calculator:", error);
      show(null, error);
    }
  };
}
