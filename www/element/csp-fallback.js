/** Where a page's policy lets the core not run, a frame shows it; where it lets no frame show either, the declared result stays. */

import { make } from "../components/dom.js";
import { grow } from "../embed/frame-height.js";

/** How long the frame may take to say how tall it is, in milliseconds. */
const PATIENCE = 10_000;
/** CSS pixels; no frame gets taller. */
const MOST = 20_000;
const OPTIONS = ["election", "lang", "theme", "mode", "controls", "question"];

/**
 * @param {HTMLElement} element @param {HTMLElement} screen what stands in it now @param {string} refused what the policy refused
 * @param {string} page address of the page for frames
 * @returns {Promise<{ tell: (wish: any) => void } | null>} null where no frame came
 */
export async function standIn(element, screen, refused, page) {
  const url = new URL(page);
  for (const name of OPTIONS)
    if (element.hasAttribute(name)) url.searchParams.set(name, element.getAttribute(name));
  url.hash = element.getAttribute("scenario") ?? "";
  const frame = make("iframe", {
    src: url.href,
    title: element.getAttribute("aria-label") ?? "Seat calculator",
  });
  Object.assign(frame.style, { display: "block", width: "100%", height: "0", border: "0" });
  const over = new AbortController();
  const came = await new Promise((done) => {
    grow(frame, MOST, () => {
      screen.hidden = true;
      done(true);
    });
    // A frame that is refused too need not be waited for.
    addEventListener(
      "securitypolicyviolation",
      ({ effectiveDirective, blockedURI }) => {
        if (effectiveDirective === "frame-src" && page.startsWith(new URL(blockedURI, page).origin))
          done(false);
      },
      { signal: over.signal },
    );
    setTimeout(done, PATIENCE, false);
    screen.before(frame);
  });
  over.abort();
  const why = `seat-calculator: this page's Content-Security-Policy refuses ${refused}`;
  console.warn(
    came ? `${why}; a frame stands in` : `${why}, and no frame came; the declared result stays`,
  );
  if (!came) {
    frame.remove();
    return null;
  }
  return {
    tell: (wish) => frame.contentWindow?.postMessage({ type: "seat-calculator", ...wish }, "*"),
  };
}
