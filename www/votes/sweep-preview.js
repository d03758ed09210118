/** What can be said of a swing in any frame, without a report: read from the columns of its sweep, which is asked for once. */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Sweep} Sweep */
/**
 * What of a report stands beside a slider. `moved`: constituencies that votes decide otherwise than declared; `applies`: whether
 * votes can move anywhere; `changes`: null where not all of them are of votes; `sentence`: whether the verdict's own can be said.
 * @typedef {{ points: number, moved: number, applies: boolean, sentence: boolean, alliances: any[], verdict: any, house: any,
 *   edited: any, floor: any, scenario: any, changes: { length: number } | null }} Glimpse
 */

const KINDS = ["majority", "ahead", "open", "hung", "none"];

/** @param {any} ctx */
export function glimpses(ctx) {
  const { session, dataset } = ctx;
  let key = "";
  /** Edits beside the swing. @type {any[]} */
  let others = [];
  /** @type {Sweep | null} */
  let sweep = null;
  /** Row of the members who sit alone; who they are without the swing, and where they come and go. */
  let alone = -1;
  /** @type {number[]} */
  let sitting = [];
  /** @type {{ step: number, seat: number, comes: boolean }[]} */
  let arrivals = [];

  /** Whether columns can say what a report of this scenario says: not who votes how, and no swing but the one that is swept. @param {Report} report */
  const sayable = ({ floor, house }) =>
    !floor.chosen && house.base.kind !== "voting" && !others.some((edit) => "swing" in edit);

  /** Gets the columns of a swing, before it moves. @param {any} rule without points @param {number} place of it among the edits, negative where it is not there */
  function take({ from, to, scope = null, model = "uniform" }, place) {
    const { report } = session;
    others = report.scenario.edits.filter((_, i) => i !== place);
    const asked = JSON.stringify([from, to, scope, model, others]);
    if (asked === key) return;
    key = asked;
    sweep = null;
    // The tools have no words for a proportional one.
    if (model === "proportional" || !sayable(report)) return;
    try {
      sweep = session.core.use((calculator) => calculator.sweep({ from, to, scope }));
    } catch (error) {
      // Then every frame is shown as the report has it.
      if (!error.code) console.warn("seat-calculator:", error);
      return;
    }
    const { rows, row, events } = sweep;
    alone = rows.findIndex(({ kind }) => kind === "independents");
    sitting = [...row.keys()].filter((seat) => row[seat] === alone);
    arrivals = [];
    events.step.forEach((step, i) => {
      if (step <= 0) return;
      const seat = events.constituency[i];
      if (events.beforeRow[i] === alone) arrivals.push({ step, seat, comes: false });
      if (events.afterRow[i] === alone) arrivals.push({ step, seat, comes: true });
    });
  }

  /** Members who sit alone, in dataset order; null where edits after the vote leave open who they are. @param {number} points @param {number} seats how many they are */
  function lone(points, seats) {
    const found = new Set(sitting);
    for (const { step, seat, comes } of arrivals) {
      if (step > points) break;
      if (comes) found.add(seat);
      else found.delete(seat);
    }
    if (found.size !== seats) return null;
    return [...found]
      .sort((a, b) => a - b)
      .map((seat) => ({
        id: `IND.${dataset.constituencies[seat].id}`,
        kind: "independent",
        seats: 1,
      }));
  }

  /** What a report would say beside the slider; null where only a report can. @param {number} points @returns {Glimpse | null} */
  function at(points) {
    if (!sweep) return null;
    const { report } = session;
    const segment = sweep.start.findLastIndex((step) => step <= points);
    const joined = (id) => report.alliances.find((row) => row.id === id)?.joined;
    const rows = sweep.rows.map(({ id, kind }, row) => ({
      id,
      kind,
      seats: sweep.seats[row * sweep.segments + segment],
      parties: id.split("+"),
      joined: joined(id),
    }));
    const leaders =
      sweep.ticks.findLast(({ step }) => step > 0 && step <= points)?.leaders ?? sweep.leaders;
    const members = alone < 0 ? [] : lone(points, rows[alone].seats);
    if (!members || leaders.includes("IND")) return null;
    const kind = KINDS[sweep.verdict[segment]];
    const [surplus, moved] = [sweep.surplus[segment], sweep.moved[segment]];
    const applies = sweep.applied > 0;
    return {
      points,
      moved,
      applies,
      // Who leads where is in no column, nor is how many members there are; and one short may be exactly half.
      sentence:
        ["majority", "hung"].includes(kind) && report.house.base.kind === "total" && surplus !== -1,
      // As a report has them: parties before members.
      alliances: [...rows.filter((_, row) => row !== alone), ...members],
      verdict: {
        ...report.verdict,
        kind,
        leaders,
        half: false,
        seats: rows.find(({ id }) => id === leaders[0])?.seats,
        surplus: surplus < 0 ? undefined : surplus,
        short: surplus < 0 ? -surplus : undefined,
      },
      house: { ...report.house, mark: sweep.mark[segment], tied: sweep.tied[segment] },
      edited: { ...report.edited, any: others.length > 0 || (points > 0 && applies) },
      floor: report.floor,
      scenario: report.scenario,
      changes: report.changes.every(({ by }) => by === "votes") ? { length: moved } : null,
    };
  }

  /** Shows it all over the page; whether there was anything to show. @param {number} points */
  function glance(points) {
    const found = at(points);
    if (found) ctx.glance(found);
    return found !== null;
  }

  return { take, glance };
}
