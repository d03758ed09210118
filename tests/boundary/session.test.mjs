// The reader's session on the built module: what is kept of edits that change nothing for a while.

import assert from "node:assert/strict";
import { test } from "node:test";
import { award, replace, resetSeat } from "../../www/state/edits.js";
import { Session } from "../../www/state/session.js";
import { jharkhand } from "./module.mjs";

/** A session, and what it shows: the text of its edits. */
function open() {
  const calculator = jharkhand();
  const core = {
    evaluate: (scenario) => calculator.evaluate(scenario),
    use: (work) => work(calculator),
  };
  const session = new Session(core, [], () => {});
  return { session, edits: () => session.text.split("~").pop() };
}

/** Points from INDIA to the NDA, in the place of the swing that is there. */
const swing = (points) => (edits) => {
  const place = edits.findIndex((edit) => "swing" in edit);
  const edit = points ? { swing: { from: "INDIA", to: "NDA", points } } : null;
  return place < 0 && !edit ? edits : replace(place, edit)(edits);
};

/** A seat that 3.68 points move to its second, and that second. */
const [SEAT, SERIAL] = ["39", 1];

test("an award that a swing makes needless is in no link, and comes back where the swing goes", () => {
  const { session, edits } = open();
  session.edit(award(SEAT, SERIAL));
  assert.equal(edits(), "w-39a");
  session.edit(swing(368));
  assert.equal(edits(), "s-INDIA-NDA-368");
  session.edit(swing(1));
  assert.equal(edits(), "s-INDIA-NDA-1_w-39a");
  session.edit(swing(368));
  session.edit(swing(0));
  assert.equal(edits(), "w-39a");
});

test("so it does while the slider moves, and in every movement after", () => {
  const { session, edits } = open();
  session.edit(award(SEAT, SERIAL));
  for (const points of [100, 368]) session.preview(swing(points));
  session.settle();
  assert.equal(edits(), "s-INDIA-NDA-368");
  for (const points of [200, 1]) session.preview(swing(points));
  assert.equal(edits(), "s-INDIA-NDA-1_w-39a");
  assert.equal(session.glance(swing(1)).scenario.text, session.text);
  session.settle();
  session.undo();
  assert.equal(edits(), "s-INDIA-NDA-368");
  session.edit(swing(1));
  assert.equal(edits(), "s-INDIA-NDA-1_w-39a");
});

test("what the reader takes back, replaces or leaves behind with all else stays gone", () => {
  for (const [what, left] of [
    [resetSeat(SEAT), ""],
    [award(SEAT, 3), ""],
    [() => [], ""],
  ]) {
    const { session, edits } = open();
    session.edit(award(SEAT, SERIAL));
    session.edit(swing(368));
    session.edit(what);
    session.edit(swing(0));
    assert.equal(edits(), left);
  }
  const { session, edits } = open();
  session.edit(award(SEAT, SERIAL));
  session.edit(swing(368));
  session.load("");
  session.edit(swing(1));
  assert.equal(edits(), "s-INDIA-NDA-1");
});

test("a swap with the scenario kept is one step: undone and done again, the two change places", () => {
  const { session, edits } = open();
  session.edit(swing(368));
  const kept = session.text;
  session.kept = kept;
  session.edit(() => [{ award: { constituency: SEAT, candidate: SERIAL } }]);
  const shown = session.text;
  session.kept = shown;
  session.edit(() => [{ swing: { from: "INDIA", to: "NDA", points: 368 } }]);
  session.past.at(-1).swapped = true;
  assert.equal(session.text, kept);
  session.undo();
  assert.deepEqual([session.text, session.kept], [shown, kept]);
  session.redo();
  assert.deepEqual([session.text, session.kept], [kept, shown]);
  session.undo();
  // Steps before the swap leave what is kept alone.
  session.undo();
  assert.deepEqual([edits(), session.kept], ["s-INDIA-NDA-368", kept]);
  session.redo();
  session.kept = null;
  session.redo();
  assert.equal(session.kept, null, "nothing is kept that was given up");
});
