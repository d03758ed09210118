/** What is said about the count: as of when it is, when the next look is, and what went wrong. */

/** @import { Words } from "../i18n/messages.js" */
/** @import { Standing } from "./types.d.ts" */

const MINUTE = 60_000;
const DAY = 24 * 60;
/** Milliseconds without another state after which that is said. */
const OLD = 15 * MINUTE;

/**
 * "18:01" of "2024-11-23T18:01:53+05:30": as the feed has it, wherever the reader is.
 * @param {string} time
 */
export const clock = (time) => time.slice(11, 16);

/**
 * The time so much later, as the clocks of the feed have it.
 * @param {string} time @param {number} milliseconds
 */
export function clockAfter(time, milliseconds) {
  const [hours, minutes, seconds] = time.slice(11, 19).split(":").map(Number);
  const later = hours * 60 + minutes + Math.floor((seconds * 1000 + milliseconds) / MINUTE);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${two(Math.floor((later % DAY) / 60))}:${two(later % 60)}`;
}

/**
 * The sentence about the figures.
 * @param {Standing} standing @param {Words} words
 */
export function standingSaid(standing, words) {
  const { update, since, silent, failures, pace, waiting, moment } = standing;
  if (!update) return words.say(failures ? "feed.none.failed" : "feed.none");
  const at = clock(update.at);
  const { declared, leading, open } = update.tallied;
  if (moment) return words.say("feed.moment", { at, d: declared, l: leading });
  const said = [];
  if (failures && silent !== null && silent > 2 * pace) {
    // The last look in the feed's own time: ours may be wrong.
    const looked = clockAfter(update.sent, since - silent);
    said.push(words.say("feed.failed", { looked, at }));
  } else if (update.state === "paused") {
    said.push(words.say("feed.paused", { at, source: update.source ?? "" }).trim());
  } else if (update.state !== "final" && update.age * 1000 + since >= OLD) {
    said.push(words.say("feed.old", { at }));
  } else {
    const key = update.state === "final" ? "feed.final" : open ? "feed.open" : "feed.at";
    said.push(words.say(key, { at, d: declared, l: leading, o: open }));
  }
  if (waiting) said.push(words.say("feed.waiting"));
  return said.join(" ");
}

/**
 * When the next look is; empty where none is planned.
 * @param {Standing} standing @param {Words} words
 */
export function nextSaid({ update, failures, pace, paused, moment }, words) {
  if (update?.state === "final" || (update && moment)) return "";
  if (paused) return words.say("feed.held");
  if (failures) return words.say("feed.again");
  if (pace < 0.75 * MINUTE) return words.say("feed.next.half");
  return words.say("feed.next", { n: Math.round(pace / MINUTE) });
}
