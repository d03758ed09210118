/** The scenario shown as files for programs: the seats as CSV, a report as JSON. */

import { publishedBy } from "../dataset/sources.js";
import { NOBODY, STATUSES } from "../seats/line.js";

/** @import { Context, Report } from "../types.d.ts" */

/** What only some files have. @type {(keyof import("../types.d.ts").Constituency)[]} */
const SOME = ["code", "reason", "others"];
const HEAD = [
  "result number constituency category district declared_party declared_candidate party",
  "candidate alliance changed votes second_party second_candidate second_votes margin_votes",
  "margin_percent turnout_percent electors source as_of status",
]
  .join(" ")
  .split(" ");

/**
 * A cell that no spreadsheet takes for a formula. Texts come from the data, all else from here.
 * @param {unknown} value
 */
export function cell(value) {
  const said = String(value ?? "");
  const isText = typeof value === "string";
  const safe = isText && /^[\s]*[=+\-@\t\r]/.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Hundredths as a number with two places and a full stop, as programs read it: no text, of which a
 * minus sign would make a formula.
 * @param {number | undefined} value
 */
const decimal = (value) =>
  value === undefined || Number.isNaN(value) ? "" : { toString: () => (value / 100).toFixed(2) };

/**
 * One constituency a line. Votes are those the seats follow from, also where a seat was given away by hand.
 * @param {Context} ctx
 * @param {Report} report
 */
export function csv(ctx, report) {
  const { words, names, dataset, session } = ctx;
  const now = report.constituencies;
  const then = session.baseline.constituencies;
  const { publisher, day } = publishedBy(ctx);
  const result = words.say(report.edited.any ? "away.hypothetical" : "away.declared");
  const some = SOME.filter((name) => dataset.constituencies.some((seat) => seat[name]));
  const lines = dataset.constituencies.map((seat, i) => {
    const { candidates } = session.core.constituency(seat.id);
    /** Party, name and votes of a line of the ballot. @param {number} serial */
    const line = (serial) => {
      const found = candidates.find((one) => one.serial === serial);
      return [found?.party, found && names.candidate(seat.id, serial), found?.votes];
    };
    const alliance = report.alliances[now.alliance[i]];
    // As the data have it: who leads is declared nowhere, and not here either.
    const status = STATUSES[then.status[i]];
    const leads = status === "leading";
    return [
      leads && !report.edited.any ? "leading" : result,
      seat.id,
      words.name(seat.name),
      seat.category,
      seat.district,
      ...line(then.party[i] === NOBODY || leads ? 0 : then.winner[i]).slice(0, 2),
      ...line(now.party[i] === NOBODY ? 0 : now.winner[i]).slice(0, 2),
      alliance && names.row(alliance),
      now.changed[i] ? "yes" : "no",
      line(now.party[i] === NOBODY ? 0 : now.winner[i])[2],
      ...line(now.runnerUp[i]),
      Number.isNaN(now.margin[i]) ? "" : now.margin[i],
      decimal(now.marginShare[i]),
      decimal(seat.turnout),
      seat.electors,
      publisher,
      day,
      status === "setAside" ? "set-aside" : status,
      ...some.map((name) => seat[name]),
    ];
  });
  return `${[[...HEAD, ...some], ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Typed arrays become lists, missing numbers null. @param {unknown} value */
export const json = (value) =>
  JSON.stringify(
    value,
    (_, one) => (ArrayBuffer.isView(one) ? Array.from(/** @type {Float64Array} */ (one)) : one),
    1,
  );
