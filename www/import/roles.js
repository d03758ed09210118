/** What a column can hold, in the order of the pickers. */

/** @import { Words } from "../i18n/messages.js" */

/** The roles of the importer that a reader picks. */
export const ROLES = [
  ..."place code category state state_code district polling_place parent".split(" "),
  ..."candidate given middle surname party party_code party_name serial".split(" "),
  ..."votes evm postal party_votes others other_winner nota informal valid polled".split(" "),
  ..."electors margin position lines mark fusion seats seats_leading".split(" "),
  ..."winner_name winner_party winner_votes second_name second_party second_votes".split(" "),
  ..."third_name third_party third_votes office election year date".split(" "),
];

/** Value and label of each, nothing first. @param {Words} words */
export const roleOptions = (words) => [
  ["", words.say("role.none")],
  ...ROLES.map((role) => [role, words.say(`role.${role}`)]),
];
