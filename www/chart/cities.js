/** @import { Context, MapCity } from "../types.d.ts" */

/**
 * What a city of the map is called in the reader's language.
 * @param {Context} ctx @param {Pick<MapCity, "name" | "constituencies">} city
 */
export const cityName = ({ words, names }, { name, constituencies: [id] }) =>
  name ? words.name(name) : names.seat(id);
