/**
 * Gives a frame on our own pages the height that the page in it asks for; elsewhere resize.js does.
 */

/** CSS pixels. */
const SMALLEST = 60;

/**
 * @param {HTMLIFrameElement} frame that shows the page for frames
 * @param {number} tallest CSS pixels
 * @param {() => void} [heard] called whenever it asks
 */
export function followHeight(frame, tallest, heard) {
  /** @param {MessageEvent} event */
  const hear = ({ source, data }) => {
    // A frame that is put back loads anew.
    if (!frame.isConnected) removeEventListener("message", hear);
    if (source !== frame.contentWindow || data?.type !== "seat-calculator") return;
    if (typeof data.height !== "number" || !(data.height > 0)) return;
    frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), SMALLEST), tallest)}px`;
    heard?.();
  };
  addEventListener("message", hear);
  frame.addEventListener("load", () => addEventListener("message", hear));
}
