/** The candidates of a constituency that are shown before all of them are asked for. */

/** @import { ConstituencyDetail } from "../types.d.ts" */
/** @typedef {ConstituencyDetail["candidates"][number]} Candidate */

const FIRST = 3;

/** Those with most votes, and who holds or held the seat. @param {ConstituencyDetail} detail */
export const shownCandidates = ({ candidates }) =>
  candidates.filter((one, place) => place < FIRST || one.holder || one.declaredHolder);
