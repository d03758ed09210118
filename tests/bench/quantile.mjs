/** The value so far up a list: 0.5 is the median. @param {number[]} values @param {number} share */
export const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * share), values.length - 1)];

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);
