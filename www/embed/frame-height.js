/** A frame as tall as the page in it asks, where one of our own pages shows it; for other pages resize.js does the same. */

/** CSS pixels. */
const LEAST = 60;

/**
 * @param {HTMLIFrameElement} frame that shows embed.html
 * @param {number} most CSS pixels
 * @param {() => void} [came] called whenever it asked
 */
export function grow(frame, most, came) {
  const hear = ({ source, data }) => {
    // Put back, it loads anew.
    if (!frame.isConnected) removeEventListener("message", hear);
    if (
      source !== frame.contentWindow ||
      typeof data?.height !== "number" ||
      data.type !== "seat-calculator" ||
      !(data.height > 0)
    )
      return;
    frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LEAST), most)}px`;
    came?.();
  };
  addEventListener("message", hear);
  frame.addEventListener("load", () => addEventListener("message", hear));
}
