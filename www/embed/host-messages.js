/**
 * What a frame and its host page say to each other. The frame tells its height, in the forms that
 * Pym, AMP, WordPress and resize.js listen for; the host tells theme, language and scenario.
 */

/** What a host may ask for. @typedef {{ theme?: string, lang?: string, scenario?: string }} Wish */

/** CSS pixels of the heights that are told. */
const SMALLEST = 60;
const TALLEST = 20_000;
/** Milliseconds after loading when the height is told again, for hosts whose script comes late. */
const LATE = 400;
const THEMES = ["light", "dark", "auto"];
/** Characters; no scenario is longer. */
const LONGEST = 4096;

/**
 * Tells the parent window the height of `node` whenever it changes.
 * @param {Element} node
 * @param {Location} place the frame's own address, which names the host's form of message
 */
export function sendHeights(node, place) {
  if (parent === self) return;
  const pym = /^[\w.-]{1,80}$/.exec(new URLSearchParams(place.search).get("childId") ?? "")?.[0];
  const wordPress = /[?&]secret=([a-z0-9]{1,40})(?:&|$)/i.exec(place.hash)?.[1];
  let last = 0;
  /** @param {unknown} message */
  const say = (message) => parent.postMessage(message, "*");
  const send = (again = false) => {
    const wanted = Math.ceil(node.getBoundingClientRect().height);
    const height = Math.min(Math.max(wanted, SMALLEST), TALLEST);
    if (height === last && !again) return;
    last = height;
    say({ type: "seat-calculator", height });
    say({ sentinel: "amp", type: "embed-size", height });
    if (pym && !pym.includes("xPYMx")) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (wordPress) say({ message: "height", value: height, secret: wordPress });
  };
  new ResizeObserver(() => send()).observe(node);
  addEventListener("load", () => setTimeout(send, LATE, true));
}

/** Hears the parent window, and nobody else. @param {(wish: Wish) => void} act */
export function hearParent(act) {
  addEventListener("message", ({ source, data }) => {
    if (parent === self || source !== parent || data?.type !== "seat-calculator") return;
    /** @type {Wish} */
    const wish = {};
    if (THEMES.includes(data.theme)) wish.theme = data.theme;
    if (typeof data.lang === "string" && /^[a-z]{2}$/.test(data.lang)) wish.lang = data.lang;
    if (typeof data.scenario === "string" && data.scenario.length <= LONGEST)
      wish.scenario = data.scenario;
    if (Object.keys(wish).length) act(wish);
  });
}
