/**
 * What a frame and the page around it say to each other: how tall the frame wants to be, in the words that Pym, AMP,
 * WordPress and resize.js listen for; and theme, language and scenario from the page around it, from nobody else.
 */

/** CSS pixels; what is shown never asks for less or more. */
const LEAST = 60;
const MOST = 20_000;
const THEMES = ["light", "dark", "auto"];
/** No scenario is longer; a longer one is not looked at. */
const LONGEST = 4096;

/**
 * Tells the parent window the height of `node` whenever it changes.
 * @param {Element} node
 * @param {Location} place the frame's own address, in which the hosts say how they want to be spoken to
 */
export function sendHeights(node, place) {
  if (parent === self) return;
  const pym = /^[\w.-]{1,80}$/.exec(new URLSearchParams(place.search).get("childId") ?? "")?.[0];
  const wordPress = /[?&]secret=([a-z0-9]{1,40})(?:&|$)/i.exec(place.hash)?.[1];
  let last = 0;
  const say = (message) => parent.postMessage(message, "*");
  const send = (again) => {
    const height = Math.min(Math.max(Math.ceil(node.getBoundingClientRect().height), LEAST), MOST);
    if (height === last && !again) return;
    last = height;
    say({ type: "seat-calculator", height });
    say({ sentinel: "amp", type: "embed-size", height });
    if (pym && !pym.includes("xPYMx")) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (wordPress) say({ message: "height", value: height, secret: wordPress });
  };
  new ResizeObserver(() => send(false)).observe(node);
  // A host whose script comes late has missed what was said before.
  addEventListener("load", () => setTimeout(send, 400, true));
}

/**
 * Hears the parent window alone, and of what it says only what it may say.
 * @param {(wish: { theme?: string, lang?: string, scenario?: string }) => void} act
 */
export function hearParent(act) {
  addEventListener("message", ({ source, data }) => {
    if (parent === self || source !== parent) return;
    if (typeof data !== "object" || data === null || data.type !== "seat-calculator") return;
    const wish = {};
    if (THEMES.includes(data.theme)) wish.theme = data.theme;
    if (typeof data.lang === "string" && /^[a-z]{2}$/.test(data.lang)) wish.lang = data.lang;
    if (typeof data.scenario === "string" && data.scenario.length <= LONGEST)
      wish.scenario = data.scenario;
    if (Object.keys(wish).length) act(wish);
  });
}
