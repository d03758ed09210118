/** The sides that a reader may choose from: alliances, and parties that stand widely. */

/** @import { Context } from "../types.d.ts" */
/** @typedef {ReturnType<typeof sidesOf>} Sides */

/** Parties without a seat are offered if they stand in one of so many constituencies. */
const WIDELY = 4;

/** @param {Context} ctx */
export function sidesOf({ names, session }) {
  const { alliances, parties, house } = session.baseline;
  const offered = parties.filter(
    ({ id, seats, contested }) => id !== "IND" && (seats || contested * WIDELY >= house.seats),
  );
  const ids = offered.map(({ id }) => id);
  return {
    parties: ids,
    all: [...names.alliances.keys(), ...ids],
    /** Those with most seats in the declared result come first. */
    first: alliances
      .filter((row) => row.kind !== "independent")
      .sort((a, b) => b.seats - a.seats)
      .map((row) => row.id),
    /** The party outside the alliances with most votes. */
    outside: offered.filter((party) => !party.alliance).sort((a, b) => b.votes - a.votes)[0]?.id,
  };
}
