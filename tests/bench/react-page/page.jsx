// The same first screen as a newsroom's developer would write it with React, d3 and PapaParse: verdict, bars, tile map,
// and a list of seats with a button each. Rows and tiles that stay the same are not drawn again.

import { group, rollup, scaleLinear, sum } from "d3";
import Papa from "papaparse";
import { memo, useCallback, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { alliances, majority, parties, tiles, title } from "./house.json";

const text = await (await fetch("candidates.csv")).text();
const { data } = Papa.parse(text, { header: true, dynamicTyping: true, skipEmptyLines: true });
const byVotes = (a, b) => b.votes - a.votes;
const seats = [...group(data, ({ id }) => id)].map(([id, lines]) => ({
  id,
  name: lines[0].constituency,
  candidates: lines.sort(byVotes),
}));
const sideOf = (party) => parties[party]?.alliance ?? party;

/** Seats of each side, most first. */
const tally = (holders) =>
  [
    ...rollup(
      holders,
      (held) => held.length,
      ({ party }) => sideOf(party),
    ),
  ].sort((a, b) => b[1] - a[1]);

function Verdict({ sides, changed }) {
  const [[side, count]] = sides;
  const what =
    count >= majority
      ? `${side} has a majority: ${count} of ${seats.length} seats, ${count - majority} above the mark of ${majority}.`
      : `No majority: ${side} has ${count} of ${seats.length} seats, ${majority - count} short of ${majority}.`;
  const hypothesis = changed
    ? `Hypothetical, ${changed} ${changed === 1 ? "seat" : "seats"} changed: `
    : "";
  return (
    <h2 className="verdict" aria-live="polite">
      {hypothesis + what}
    </h2>
  );
}

function Bars({ sides, holders }) {
  const x = scaleLinear([0, seats.length], [0, 600]);
  return (
    <svg viewBox={`0 0 700 ${44 * sides.length + 10}`} role="img" aria-label="Seats of each side">
      {sides.map(([side, count], row) => {
        const members = rollup(
          holders.filter(({ party }) => sideOf(party) === side),
          (held) => held.length,
          ({ party }) => party,
        );
        let left = 0;
        return (
          <g key={side} transform={`translate(0 ${44 * row})`}>
            <text y="16">{alliances[side] ?? side}</text>
            <text x="690" y="16" textAnchor="end">
              {count}
            </text>
            {[...members].map(([party, held]) => {
              const start = left;
              left += held;
              return (
                <rect
                  key={party}
                  x={x(start)}
                  y="22"
                  width={x(held)}
                  height="16"
                  fill={parties[party]?.colour ?? "#888"}
                />
              );
            })}
          </g>
        );
      })}
      <line x1={x(majority)} x2={x(majority)} y1="0" y2={44 * sides.length} stroke="#333" />
    </svg>
  );
}

const Tile = memo(({ x, y, name, party }) => (
  <g transform={`translate(${x} ${y})`}>
    <title>{`${name}: ${party}`}</title>
    <rect width="46" height="46" rx="6" fill={parties[party]?.colour ?? "#888"} />
  </g>
));

function Tiles({ holders }) {
  const x = scaleLinear([0, tiles.columns], [0, 50 * tiles.columns]);
  return (
    <svg
      className="tiles"
      viewBox={`0 0 ${50 * tiles.columns} ${50 * tiles.rows}`}
      role="img"
      aria-label={title}
    >
      {seats.map(({ id, name }, i) => (
        <Tile
          key={id}
          x={x(tiles.places[2 * i])}
          y={x(tiles.places[2 * i + 1])}
          name={name}
          party={holders[i].party}
        />
      ))}
    </svg>
  );
}

const Seat = memo(({ seat, holder, give }) => {
  const [first, second] = seat.candidates;
  const other = holder === first ? second : first;
  if (!second)
    return (
      <li>
        <b>{seat.name}</b> {holder.name} ({holder.party}), unopposed
      </li>
    );
  return (
    <li>
      <span>
        <b>{seat.name}</b> {holder.name} ({holder.party}), by{" "}
        {(first.votes - second.votes).toLocaleString("en-IN")} over {second.party}
      </span>
      <button className="give" type="button" onClick={() => give(seat.id, other)}>
        {holder === first ? "Give to" : "Back to"} {other.party}
      </button>
    </li>
  );
});

function App() {
  const [given, setGiven] = useState(() => new Map());
  const holders = useMemo(
    () => seats.map((seat) => given.get(seat.id) ?? seat.candidates[0]),
    [given],
  );
  const sides = useMemo(() => tally(holders), [holders]);
  const changed = sum(seats, (seat, i) => Number(holders[i] !== seat.candidates[0]));
  const give = useCallback(
    (id, candidate) => setGiven((before) => new Map(before).set(id, candidate)),
    [],
  );
  return (
    <main>
      <h1>{title}</h1>
      <Verdict sides={sides} changed={changed} />
      <Bars sides={sides} holders={holders} />
      <div className="columns">
        <Tiles holders={holders} />
        <ul className="seats">
          {seats.map((seat, i) => (
            <Seat key={seat.id} seat={seat} holder={holders[i]} give={give} />
          ))}
        </ul>
      </div>
    </main>
  );
}

createRoot(document.querySelector("#root")).render(<App />);
