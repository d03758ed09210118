/**
 * Where the host's policy does not let the core run, a frame shows the calculator; where it does
 * not let a frame show either, the declared result stays.
 */

import { make } from "../components/dom.js";
import { followHeight } from "../embed/frame-height.js";

/**
 * Passes a host's wishes on to the frame.
 * @typedef {{ tell(wish: Record<string, string>): void }} Frame
 */

/** Milliseconds in which the frame has to say how tall it is. */
const PATIENCE = 10_000;
/** CSS pixels; no frame gets taller. */
const TALLEST = 20_000;
/** Attributes that are also options of the page for frames. */
const OPTIONS = ["election", "lang", "theme", "mode", "controls", "question"];

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} screen what stands in it now
 * @param {string} refused what the policy refused
 * @param {string} page address of the page for frames
 * @returns {Promise<Frame | null>} null where no frame showed
 */
export async function showFrame(element, screen, refused, page) {
  const url = new URL(page);
  for (const name of OPTIONS) {
    const value = element.getAttribute(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  url.hash = element.getAttribute("scenario") ?? "";
  const title = element.getAttribute("aria-label") ?? "Seat calculator";
  const frame = make("iframe", { src: url.href, title });
  Object.assign(frame.style, { display: "block", width: "100%", height: "0", border: "0" });
  const shown = await isShown(frame, screen, page);
  const why = `seat-calculator: this page's Content-Security-Policy refuses ${refused}`;
  if (!shown) {
    console.warn(`${why}, and no frame came; the declared result stays`);
    frame.remove();
    return null;
  }
  console.warn(`${why}; a frame stands in`);
  return {
    tell: (wish) => frame.contentWindow?.postMessage({ type: "seat-calculator", ...wish }, "*"),
  };
}

/**
 * Puts the frame in place of the screen once it has said how tall it is.
 * @param {HTMLIFrameElement} frame
 * @param {HTMLElement} screen
 * @param {string} page
 * @returns {Promise<boolean>}
 */
async function isShown(frame, screen, page) {
  const over = new AbortController();
  const shown = await new Promise((done) => {
    followHeight(frame, TALLEST, () => {
      screen.hidden = true;
      done(true);
    });
    /** @param {SecurityPolicyViolationEvent} event */
    const refuse = ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "frame-src" && page.startsWith(new URL(blockedURI, page).origin))
        done(false);
    };
    addEventListener("securitypolicyviolation", refuse, { signal: over.signal });
    setTimeout(done, PATIENCE, false);
    screen.before(frame);
  });
  over.abort();
  return shown;
}
