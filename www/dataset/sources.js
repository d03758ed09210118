/** Who published the votes of an election. */

/** @import { Dataset, Language } from "../types.d.ts" */

/** The source of the votes; undefined where the data file names none. @param {Dataset} dataset */
const votesSource = ({ sources }) => sources?.find(({ blocks }) => blocks.includes("votes"));

/**
 * Who published the votes, and as of when: `day` as in "2024-11-23", empty where nobody says so.
 * @param {Pick<Language, "words" | "dataset">} ctx
 */
export function publishedBy({ words, dataset }) {
  const source = votesSource(dataset);
  return {
    publisher: words.name(source?.publisher ?? source?.name),
    day: (source?.as_of ?? dataset.counted ?? "").slice(0, 10),
  };
}

/**
 * "Jharkhand 2024: Election Commission of India, as of 23 Nov 2024."; empty without a source.
 * @param {Pick<Language, "words">} ctx
 * @param {Dataset} dataset
 */
export function sourceSentence({ words }, dataset) {
  const source = votesSource(dataset);
  if (!source) return "";
  return words.say("then.source", {
    title: words.name(dataset.title),
    source: words.name(source.publisher ?? source.name),
    date: words.date(source.as_of ?? ""),
  });
}
