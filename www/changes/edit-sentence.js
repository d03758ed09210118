/** An edit in words. */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Edit} Edit */

/** One edit in words. @param {Edit} edit @param {Report} report @param {any} ctx */
export function editSentence(edit, report, ctx) {
  const { words, names } = ctx;
  const party = (id) => names.label(id);
  const movement = (kind, from, to) =>
    report.movements.find((one) => one.kind === kind && one.from === from && one.to === to);
  const moved = (key, kind, { from, to, members }) => {
    const done = movement(kind, from, to);
    const parts = [
      words.say(key, { n: done?.moved ?? members, party: party(from), to: to && party(to) }),
    ];
    if (done && kind === "cross")
      parts.push(
        words.say(done.reaches ? "edit.reaches" : "edit.below", { n: done.twoThirds, of: done.of }),
      );
    if (done && done.moved < done.asked) parts.push(words.say("edit.fewer", { n: done.moved }));
    return parts.join(" · ");
  };
  if ("award" in edit) return awardSentence(edit.award, ctx);
  if ("realign" in edit) {
    const { party: id, alliance } = edit.realign;
    return words.say(alliance ? "edit.realign" : "edit.alone", {
      party: party(id),
      alliance: alliance && party(alliance),
    });
  }
  if ("stance" in edit) {
    const { for: ayes, notVoting } = edit.stance;
    const values = {
      who: ayes.map(party).join(" + ") || words.say("edit.nobody"),
      out: notVoting.map(party).join(", "),
    };
    return words.say(notVoting.length ? "edit.stance.out" : "edit.stance", values);
  }
  if ("cross" in edit) return moved("edit.cross", "cross", edit.cross);
  if ("absent" in edit) return moved("edit.absent", "absent", edit.absent);
  if ("resign" in edit) {
    return "constituency" in edit.resign
      ? words.say("edit.vacate", { seat: names.seat(edit.resign.constituency) })
      : moved("edit.resign", "resign", edit.resign);
  }
  if ("house" in edit) {
    const { base, speaker } = edit.house;
    return words.say(speaker ? "edit.house.speaker" : "edit.house", {
      base: words.say(`base.name.${base}`),
      party: speaker && party(speaker),
    });
  }
  const within = (said, scope) => (scope ? `${said} · ${names.scope(scope)}` : said);
  if ("pool" in edit) {
    const { target, joiners, efficiency, scope } = edit.pool;
    return within(
      words.say("edit.pool", {
        joiners: joiners.map(party).join(" + "),
        target: party(target),
        e: words.percent(efficiency),
      }),
      scope,
    );
  }
  const { from, to, points, scope, model } = edit.swing;
  const key = model === "proportional" ? "edit.swing.share" : "edit.swing";
  return within(
    words.say(key, { from: party(from), to: party(to), p: words.hundredths(points) }),
    scope,
  );
}

/** "Dhanwar: BJP → JMM". */
function awardSentence({ constituency, candidate }, { words, names, session }) {
  const place = names.dataset.constituencies.findIndex((one) => one.id === constituency);
  const line = names.seats
    .get(constituency)
    ?.candidates.find((one, i) => (one.serial ?? i + 1) === candidate);
  const was = session.baseline.constituencies.party[place];
  return words.say("edit.award", {
    seat: names.seat(constituency),
    from: was === 65535 ? words.say("edit.nobody") : names.label(session.baseline.parties[was].id),
    to: line ? names.label(line.party) : names.label(String(candidate)),
  });
}
