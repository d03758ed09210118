/** The system's share sheet, where the browser has one and lets this page use it. */

/** @typedef {{ title: string, text: string, url?: string }} Shared */

/** Whether there is a share sheet for this. @param {Shared} shared */
export const canSend = (shared) =>
  typeof navigator.share === "function" && Boolean(navigator.canShare?.(shared));

/**
 * Opens it. Answers false where the browser refuses, as in frames that may not: then there is the
 * copy. A reader who closes it wants neither.
 * @param {Shared} shared
 */
export async function send(shared) {
  try {
    await navigator.share(shared);
    return true;
  } catch (error) {
    return /** @type {Error} */ (error).name === "AbortError";
  }
}
