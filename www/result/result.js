/** The result in one sentence, and the bars under it. */

import { attr, colour, differs, list, make, prop, show, swatch, text } from "../components/dom.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** The verdict's own sentence. @param {Report} report @param {any} ctx */
export function verdictSentence(report, { words, names }) {
  const { verdict, house } = report;
  const rows = new Map(report.alliances.map((row) => [row.id, row]));
  const leaders = verdict.leaders.map((id) =>
    rows.has(id) ? names.row(rows.get(id)) : names.label(id),
  );
  const values = {
    A: words.and(leaders),
    n: verdict.seats,
    H: house.base.n,
    m: house.mark,
    s: verdict.surplus,
    d: verdict.short,
    w: verdict.won,
    l: verdict.leading,
    a: house.awaited,
    both: words.say(leaders.length === 2 ? "verdict.both" : "verdict.all"),
  };
  const key = verdict.half
    ? leaders.length > 1
      ? "verdict.halves"
      : "verdict.half"
    : verdict.kind === "majority" && verdict.surplus === 0
      ? "verdict.bare"
      : verdict.kind === "hung" && leaders.length > 1
        ? "verdict.level"
        : `verdict.${verdict.kind}`;
  // On any other base these are members, no seats.
  const members = `${key}.members`;
  return words.say(house.base.kind !== "total" && words.has(members) ? members : key, values);
}

/** "Hypothetical, 16 seats changed:", or nothing for the declared result. @param {Report} report @param {any} ctx */
export function hypothesis(report, { words }) {
  if (!report.edited.any) return "";
  const n = report.changes.length;
  const does = (...kinds) =>
    report.scenario.edits.some((edit) => kinds.some((kind) => kind in edit));
  const after = does("realign", "stance", "cross")
    ? "partners"
    : does("resign", "absent")
      ? "away"
      : does("house")
        ? "house"
        : "";
  if (n) return words.say(after === "partners" ? "verdict.seats.partners" : "verdict.seats", { n });
  return words.say(after ? `verdict.${after}` : "verdict.seats.none");
}

/** Whether the answer is that of a vote the reader chose partners for. @param {Report} report */
const asked = ({ edited, floor, verdict }) =>
  edited.partners && floor.chosen && verdict.grouping === "declared";

/** What the verdict says: who has a majority, or what those For come to where the reader chose them. @param {Report} report @param {any} ctx */
export function answerSentence(report, ctx) {
  return asked(report)
    ? `${floorSentence(report, ctx)} ${pivotalSentence(report, ctx)}`.trim()
    : verdictSentence(report, ctx);
}

/** "INDIA 56, NDA 24, JLKM 1". @param {Report} report @param {any} ctx */
export function totals(report, { words, names }) {
  return bySize(report)
    .filter((row) => row.seats)
    .map((row) => `${names.row(row)} ${words.number(counted(report, row))}`)
    .join(", ");
}

/** "Declared: …" where anything was changed. @param {Report} report @param {any} ctx */
export function declared(report, ctx) {
  return report.edited.any
    ? ctx.words.say("verdict.declared", { totals: totals(ctx.session.baseline, ctx) })
    : "";
}

/** What a floor test of the partners For comes to. @param {Report} report @param {any} ctx */
export function floorSentence(report, { words, names }) {
  const { floor, house } = report;
  if (!floor.partners.length) return words.say("floor.nobody", { m: house.mark });
  const who = floor.partners.map((id) => names.label(id)).join(" + ");
  const values = { who, n: floor.seats, s: floor.surplus, d: floor.short, m: house.mark };
  if (floor.short !== undefined) return words.say("floor.short", values);
  return words.say(floor.surplus ? "floor.above" : "floor.bare", values);
}

/** Who could leave those For. @param {Report} report @param {any} ctx */
export function pivotalSentence(report, { words, names }) {
  const { floor } = report;
  if (floor.short !== undefined || !floor.partners.length) return "";
  const all = floor.partners.length;
  const named = (ids) => words.and(ids.map((id) => names.label(id)));
  if (floor.pivotal.length === all) {
    return words.say(all === 1 ? "floor.alone" : all === 2 ? "floor.neither" : "floor.noneCan");
  }
  if (!floor.pivotal.length) return words.say("floor.anyOne");
  if (floor.pivotal.length === all - 1) {
    return words.say("floor.onlyOne", {
      who: named(floor.pivotal),
      other: named(floor.partners.filter((id) => !floor.pivotal.includes(id))),
    });
  }
  return (
    words.say("floor.pivotal", { n: floor.pivotal.length, who: named(floor.pivotal) }) +
    (floor.notNeeded.length
      ? ` ${words.say("floor.notNeeded", { n: floor.notNeeded.length, who: named(floor.notNeeded) })}`
      : "")
  );
}

/** The verdict in a few words: "INDIA 15 above 41". @param {Report} report @param {any} ctx */
export function shortVerdict(report, { words, names }) {
  const { verdict, alliances, floor, house } = report;
  if (asked(report))
    return words.say(floor.short === undefined ? "strip.enough" : "strip.short", {
      s: floor.surplus,
      d: floor.short,
      m: house.mark,
    });
  const rows = new Map(alliances.map((row) => [row.id, row]));
  const leader = verdict.leaders
    .map((id) => (rows.has(id) ? names.row(rows.get(id)) : names.label(id)))
    .join(", ");
  return words.say(
    `strip.${verdict.kind === "majority" && !verdict.surplus ? "bare" : verdict.kind}`,
    { A: leader, s: verdict.surplus, m: house.mark },
  );
}

/** What the verdict speaks of in a few words: "INDIA 56 · NDA 24 · JLKM 1", or who votes how. @param {Report} report @param {any} ctx @param {string} [between] */
export function shortTotals(report, { words, names }, between = " · ") {
  if (asked(report))
    return words.say("strip.floor", { x: report.floor.for, y: report.floor.against });
  return bySize(report)
    .filter((row) => row.seats)
    .map((row) => `${names.row(row)} ${words.number(counted(report, row))}`)
    .slice(0, 4)
    .join(between);
}

/** Members of a row or partner on the base in use. @param {Report} report @param {{ seats: number, voting: number }} row */
const counted = ({ house }, { seats, voting }) => (house.base.kind === "voting" ? voting : seats);

/** Largest first; equal ones in the report's order. @param {Report} report */
function bySize(report) {
  return [...report.alliances].sort((a, b) => b.seats - a.seats);
}

/** @param {any} ctx */
export function verdictView(ctx) {
  const { words } = ctx;
  const kicker = make("h1", { class: "kicker" });
  const prefix = make("span", { class: "hypothesis" });
  const sentence = make("span", { class: "sentence" });
  const verdict = make("p", { class: "verdict" }, prefix, " ", sentence);
  const note = make("p", { class: "note" });
  const house = words.name(ctx.dataset.house.kicker ?? ctx.dataset.title);

  function render(report) {
    const {
      edited,
      verdict: result,
      house: { base, seats, mark, tied },
    } = report;
    text(
      kicker,
      edited.any
        ? words.say(
            ctx.session.question && !ctx.own?.(report) ? "kicker.question" : "kicker.edited",
          )
        : words.say(report.house.leading ? "kicker.counting" : "kicker.declared", {
            kicker: house,
          }),
    );
    text(prefix, hypothesis(report, ctx));
    show(prefix, edited.any);
    text(sentence, answerSentence(report, ctx));
    const notes = [];
    if (edited.any) notes.push(declared(report, ctx));
    if (asked(report)) notes.push(words.say("floor.bars"));
    if (base.kind !== "total")
      notes.push(words.say(`verdict.base.${base.kind}`, { n: base.n, H: seats }));
    if (result.kind === "hung") {
      notes.push(
        words.say("verdict.single", {
          m: mark,
          n: result.largestParty.seats,
          party: words.and(result.largestParty.ids.map((id) => ctx.names.label(id))),
        }),
        words.say(`verdict.of.${result.grouping}`),
      );
    }
    if (tied) notes.push(words.say("verdict.tied", { n: tied }));
    if (!edited.any) notes.push(words.name(ctx.dataset.house.note));
    text(note, notes.join(" ").trim());
  }

  return { node: make("header", { class: "answer" }, kicker, verdict, note), render };
}

/** @param {any} ctx */
export function barsView(ctx) {
  const { words, names } = ctx;
  const mark = make("p", { class: "mark" });
  const rows = make("ol", { class: "bars", role: "list" });
  const node = make(
    "section",
    { class: "picture live", "aria-label": words.say("bars.label") },
    mark,
    rows,
  );

  function build() {
    const parts = {
      name: make("b", { class: "bar-name" }),
      seats: make("span", { class: "bar-seats" }),
      change: make("span", { class: "bar-change" }),
      fill: make("div", { class: "bar-fill" }),
      was: make("div", { class: "bar-was" }),
      unsure: make("div", { class: "bar-unsure" }),
      members: make("p", { class: "members" }),
    };
    const node = make(
      "li",
      { class: "bar" },
      make("p", { class: "bar-head" }, parts.name, " ", parts.seats, " ", parts.change),
      make(
        "div",
        { class: "bar-track", "aria-hidden": "true" },
        parts.fill,
        parts.unsure,
        parts.was,
      ),
      parts.members,
    );
    node.parts = parts;
    return node;
  }

  /** "NDA 24, JLKM 1": an alliance and who joined it, as declared. */
  function apart({ id, joined }) {
    const { alliances, parties } = ctx.session.baseline;
    const declared = [
      alliances.find((row) => row.id === id),
      ...joined.map((one) => parties.find((row) => row.id === one)),
    ];
    return declared.map((row) => `${names.label(row.id)} ${words.number(row.seats)}`).join(", ");
  }

  function render(report) {
    const { edited, house } = report;
    prop(node, "--of", house.seats);
    prop(node, "--mark", house.mark);
    text(mark, words.say("bars.mark", { m: house.mark }));
    const members = Map.groupBy
      ? Map.groupBy(report.partners, (one) => one.alliance)
      : group(report.partners);
    list(
      rows,
      bySize(report),
      (row) => row.id,
      build,
      (bar, row) => {
        const inside = (members.get(row.id) ?? []).filter((one) => one.seats);
        const n = counted(report, row);
        const name = names.row(row);
        // Of a row that stands as declared an edit elsewhere says nothing.
        const touched =
          edited.any && Boolean(row.change || row.leading || row.joined || row.baseline === null);
        if (!differs(bar, name, row, inside, house.base.kind, touched)) return;
        const { parts } = bar;
        text(parts.name, name);
        text(parts.seats, words.number(n));
        const moved = row.change === null || row.change !== 0;
        attr(parts.change, "class", moved ? "bar-change changed" : "bar-change");
        text(
          parts.change,
          [
            n !== row.seats && words.say("bars.voting", { n: row.seats }),
            !edited.any
              ? row.leading && words.say("bars.leading", { w: row.won, l: row.leading })
              : row.joined
                ? words.say("bars.joined", { declared: apart(row) })
                : row.baseline === null
                  ? words.say("bars.new")
                  : row.change &&
                    words.say("bars.change", {
                      change: words.signed(row.change),
                      was: row.baseline,
                    }),
          ]
            .filter(Boolean)
            .join(" · "),
        );
        list(
          parts.fill,
          inside,
          (one) => one.id,
          () => make("span", { class: "part" }),
          (part, one) => {
            colour(part, names.colour(one.id));
            prop(part, "--n", counted(report, one));
          },
        );
        prop(parts.fill, "--n", n);
        prop(parts.unsure, "--won", row.won);
        prop(parts.unsure, "--n", row.seats);
        show(parts.unsure, row.leading > 0);
        show(parts.was, edited.any && row.baseline !== null && row.change !== 0);
        prop(parts.was, "--n", row.baseline ?? 0);
        show(parts.members, inside.length > 1);
        list(
          parts.members,
          inside.length > 1 ? inside : [],
          (one) => one.id,
          (one) => {
            const item = make(
              "span",
              { class: "member" },
              swatch(names.colour(one.id)),
              make("span"),
            );
            return item;
          },
          (item, one) => text(item.lastChild, `${names.label(one.id)} ${words.number(one.seats)}`),
        );
      },
    );
  }

  return { node, render };
}

/** @param {Report["partners"]} partners */
function group(partners) {
  const groups = new Map();
  for (const one of partners) groups.set(one.alliance, [...(groups.get(one.alliance) ?? []), one]);
  return groups;
}

/** The line that stays in sight while the page scrolls. @param {any} ctx */
export function stripView(ctx) {
  const { words } = ctx;
  const hypo = make("span", { class: "dot" });
  const sum = make("b");
  const kind = make("span", { class: "strip-kind" });
  const undo = make(
    "button",
    { type: "button", class: "plain", onclick: () => ctx.session.undo() },
    words.say("history.undo"),
  );
  const node = make(
    "div",
    { class: "strip" },
    make("div", { class: "strip-in" }, make("p", {}, hypo, sum, " ", kind), undo),
  );

  function render(report) {
    show(hypo, report.edited.any);
    attr(hypo, "title", report.edited.any ? words.say("kicker.edited") : null);
    text(sum, shortTotals(report, ctx));
    text(
      kind,
      `${report.edited.any ? `${words.say("strip.edited")} · ` : ""}${shortVerdict(report, ctx)}`,
    );
    show(undo, ctx.session.past.length > 0);
  }

  /** Shown while the answer itself is out of sight. @param {Element} answer */
  function watch(answer) {
    const watcher = new IntersectionObserver(([entry]) => {
      node.classList.toggle("out", !entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    watcher.observe(answer);
    return watcher;
  }

  return { node, render, glance: render, watch };
}
