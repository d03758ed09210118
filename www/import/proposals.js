/** Alliances that the site's own elections know for the parties of a file. */

import { elections, file } from "../facts/data.js";

/** @import { PartyRead } from "../pkg/import/seat_import.js" */
/** @import { Dataset, Name, Party } from "../types.d.ts" */
/**
 * The alliances of one election, as decisions.
 * @typedef {{ title: Name, choices: [string, string][], alliances: string[] }} Proposal
 */

/** Parties of a file that have to be known before anything is proposed. */
const LEAST = 2;
/** Elections that propose something. */
const MOST = 2;

/** A name as it is compared: letters and digits only. @param {string} name */
const bare = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, "");

/** All names of a party. @param {Party} party */
const namesOf = ({ id, name, short, variants = [] }) =>
  [
    id,
    ...[name, short].flatMap((one) => (typeof one === "object" ? Object.values(one) : (one ?? []))),
    ...variants,
  ].map(bare);

/** @param {Dataset} dataset @param {PartyRead[]} parties @returns {Proposal | null} */
function proposal(dataset, parties) {
  const known = new Map(
    dataset.parties.flatMap((party) => namesOf(party).map((name) => [name, party.id])),
  );
  /** @type {[string, string][]} */
  const choices = [];
  /** @type {Map<string, string[]>} */
  const members = new Map();
  for (const { label, name } of parties) {
    const party = known.get(bare(label)) ?? known.get(bare(name));
    const alliance = dataset.alliances.find((one) => party && one.parties.includes(party));
    if (!alliance || alliance.parties.length < 2) continue;
    const called = typeof alliance.name === "object" ? alliance.name.en : alliance.name;
    const short = typeof alliance.short === "object" ? alliance.short.en : alliance.short;
    choices.push([`alliance.${label}`, short ?? called]);
    members.set(short ?? called, [...(members.get(short ?? called) ?? []), label]);
  }
  if (choices.length < LEAST) return null;
  const alliances = [...members].map(([name, labels]) => `${name} (${labels.join(", ")})`);
  return { title: dataset.title, choices, alliances };
}

/** @param {PartyRead[]} parties @returns {Promise<Proposal[]>} the election first that knows most */
export async function proposals(parties) {
  const all = (await elections()).filter(({ of }) => !of);
  const files = await Promise.all(all.map(async ({ id }) => JSON.parse(await file(id))));
  return files
    .map((dataset) => proposal(dataset, parties))
    .filter((one) => one !== null)
    .sort((a, b) => b.choices.length - a.choices.length)
    .slice(0, MOST);
}
