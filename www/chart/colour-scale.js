/** Scales of colour: how much of a colour a seat has by a number, and the legend that says so. */

/** @import { Language } from "../types.d.ts" */
/** @import { KeyLine } from "../result/holders.js" */
/**
 * Upper bounds, and the share of colour below each, in percent.
 * @typedef {[bound: number, mix: number][]} Steps
 */

export const BLUE = "#0a58b3";
export const BROWN = "#a8540f";
export const GREY = "#8a8f98";
/** Legible on light paper and on dark. */
export const SLATE = "#6b7280";

/** @param {Steps} steps @param {number} value */
export const mixOf = (steps, value) => steps.find(([bound]) => value < bound)?.[1] ?? 100;

/**
 * A line of the legend for each step.
 * @param {Steps} steps
 * @param {string} hex
 * @param {string} unit
 * @param {(bound: number) => string} said
 * @param {Language} ctx
 * @returns {KeyLine[]}
 */
export const scaleLines = (steps, hex, unit, said, { words }) =>
  steps.map(([bound, mix], i) => {
    const [a, b] = [said(steps[i - 1]?.[0] ?? 0), said(bound)];
    const last = bound === Infinity;
    const key = i === 0 ? "shade.under" : last ? "shade.over" : "shade.between";
    const label = words.say(key, { n: `${last ? a : b}${unit}`, a, b: `${b}${unit}` });
    return { label, hex, mix };
  });

/**
 * A scale of hundredths of a percent.
 * @param {Steps} steps @param {string} hex @param {Language} ctx
 */
export const shareLines = (steps, hex, ctx) =>
  scaleLines(steps, hex, "\u00a0%", (bound) => ctx.words.percent(bound), ctx);
