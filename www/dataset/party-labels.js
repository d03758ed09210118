/** Labels of parties that are none: a house of data that somebody else made may take them for one. */

/** @import { Dataset, Name } from "../types.d.ts" */

/** What files call candidates without a party. */
const INDEPENDENT = /^(ind|indep|independents?|independent candidates?|निर्दलीय)\.?$/i;

/** @param {Name | undefined} name */
const spellings = (name = "") => (typeof name === "object" ? Object.values(name) : [name]);

/**
 * What is wrong with a dataset's parties, each with its remedy; nothing where all is well.
 * @param {Pick<Dataset, "parties">} dataset
 */
export function labelAdvice({ parties }) {
  const wrong = parties.filter(
    ({ id, name, short }) =>
      id !== "IND" &&
      [id, ...spellings(name), ...spellings(short)].some((one) => INDEPENDENT.test(one.trim())),
  );
  return wrong.map(
    ({ id }) =>
      `party "${id}" is counted as one party: candidates without a party have "IND" as theirs, ` +
      "and are then counted each by themselves",
  );
}

/** @param {Pick<Dataset, "parties">} dataset */
export function warnOfLabels(dataset) {
  for (const advice of labelAdvice(dataset)) console.warn(`seat-calculator: ${advice}`);
}
