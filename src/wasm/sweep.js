/** Sweeps as objects. Built here in one crossing: a slider waits for them, and from outside every field costs one. */

const KINDS = ["alliance", "grouping", "party", "independents"];
const VERDICTS = ["majority", "ahead", "open", "hung", "none"];

/**
 * @param {Uint32Array} memory numbers in the order in which they are read here; lists and columns after their lengths, columns
 *   of smaller numbers filled up to four bytes
 * @param {string} text words likewise, a line each
 */
export function sweepValue(memory, text) {
  // A copy, so that columns stay good after the next call.
  const numbers = memory.slice();
  const { buffer } = numbers;
  const words = text.split("\n");
  let place = 0;
  let said = 0;
  const number = () => numbers[place++] | 0;
  const word = () => words[said++];
  function list(item) {
    const items = [];
    for (let left = number(); left > 0; left -= 1) items.push(item());
    return items;
  }
  function column(Column) {
    const length = number();
    const column = new Column(buffer, 4 * place, length);
    place += (Column.BYTES_PER_ELEMENT * length + 3) >> 2;
    return column;
  }
  const from = word();
  const to = word();
  const rows = list(() => ({ id: word(), kind: KINDS[number()] }));
  const leader = () => rows[number()].id;
  const at = number();
  const applied = number();
  const segments = number();
  const ticks = list(() => ({ step: number(), verdict: VERDICTS[number()], seats: number(), leaders: list(leader), constituencies: list(word) }));
  const leaders = list(leader);
  const Whole = number() ? Uint16Array : Uint32Array;
  return {
    from, to, rows, at, applied, segments, ticks, leaders,
    skipped: column(Whole),
    start: column(Int16Array),
    seats: column(Whole),
    tied: column(Whole),
    mark: column(Whole),
    surplus: column(Int32Array),
    moved: column(Whole),
    verdict: column(Uint8Array),
    winner: column(Uint16Array),
    row: column(Uint16Array),
    events: {
      step: column(Int16Array),
      constituency: column(Whole),
      before: column(Uint16Array),
      after: column(Uint16Array),
      beforeRow: column(Uint16Array),
      afterRow: column(Uint16Array),
    },
  };
}
