/** Statistics by party or alliance, in the whole state or a part of it. */

import { button, make, show, text } from "../components/dom.js";
import { labelled, radios } from "../components/fields.js";
import { coloured, dataTable, rowName, scrolling } from "../components/table.js";
import { placesView } from "./seats-by-place.js";
import { computedFrom } from "./source-note.js";

/** @import { Context, Fact, Facts, Scope } from "../types.d.ts" */
/** @typedef {"parties" | "sides"} By */

/** Seats are named where a row has at most so many of a part of the state. */
const NAMED = 4;
/** Kinds of place, and the list of the dataset that has them. */
const KINDS = /** @type {const} */ ([
  ["category", "categories"],
  ["phase", "phases"],
  ["division", "divisions"],
  ["district", "districts"],
]);
/** @typedef {(typeof KINDS)[number]} PlaceKind */

/** @param {Context} ctx */
export function tableView(ctx) {
  const { words, dataset, session } = ctx;
  const choice = { by: /** @type {By} */ ("parties"), everyone: false, place: "" };
  const kinds = KINDS.filter(([, places]) => (dataset[places]?.length ?? 0) > 1);
  const place = placeSelect(kinds, ctx, (value) => {
    choice.place = value;
    draw();
  });
  const by = radios(
    words.say("facts.by"),
    "facts-by",
    [
      ["parties", words.say("facts.parties")],
      ["sides", words.say("facts.sides")],
    ],
    choice.by,
    (value) => {
      choice.by = value === "sides" ? value : "parties";
      draw();
    },
  );
  const toggle = () => {
    choice.everyone = !choice.everyone;
    draw();
  };
  const all = button("", toggle, { class: "plain" });
  const note = make("p", { class: "quiet-text" });
  const from = make("div");
  const table = factsTable(choice, ctx);
  const map = kinds.length ? placesView(ctx, kinds) : null;
  const node = make(
    "div",
    {},
    make("div", { class: "fields" }, place, by),
    scrolling(words.say("around.table"), table.node),
    make("p", { class: "actions" }, all),
    note,
    from,
    ...(map ? [map.node] : []),
  );

  function draw() {
    const [kind, id] = choice.place.split(" ");
    const found = session.core.use((calculator) =>
      kind ? calculator.facts(kind, id) : calculator.facts(),
    );
    const { rows, more } = shownRows(found, choice);
    text(table.heads[0], words.say(choice.by === "sides" ? "facts.side" : "parties.party"));
    table.render(rows);
    show(all, more);
    const parties = found.parties.filter(({ row }) => row.kind !== "independents").length;
    const fewer = choice.everyone;
    text(all, fewer ? words.say("parties.fewer") : words.say("facts.all", { n: parties }));
    text(note, noteSaid(found, choice.by, ctx));
    const place = KINDS.filter(([one]) => one === kind).map(([, places]) => places);
    const groups = choice.by === "sides" ? ["alliances"] : [];
    from.replaceChildren(computedFrom(ctx, { dataset, blocks: ["votes", ...groups, ...place] }));
  }

  return {
    node,
    render() {
      draw();
      map?.render();
    },
  };
}

/**
 * The rows, most seats first, and whether there are more or fewer to show.
 * @param {Facts} found @param {{ by: By, everyone: boolean }} choice
 */
function shownRows(found, { by, everyone }) {
  const all = found[by].filter((fact) => everyone || by === "sides" || fact.seats.length);
  const seats = (/** @type {Fact} */ fact) => fact.won + fact.leading;
  return {
    rows: all.sort((a, b) => seats(b) - seats(a) || b.votes - a.votes),
    more: by === "parties" && (everyone || all.length < found.parties.length),
  };
}

/** @param {Context} ctx */
const hasNota = ({ session }) => session.baseline.totals.nota > 0;

/** @param {Facts} found @param {By} by @param {Context} ctx */
function noteSaid({ constituencies: n, counted, valid }, by, ctx) {
  const { words } = ctx;
  const votes = words.say(hasNota(ctx) ? "facts.note" : "facts.note.valid", { n, counted, valid });
  return `${votes} ${words.say(`facts.note.${by}`)}`;
}

/**
 * @param {PlaceKind[]} kinds @param {Context} ctx
 * @param {(value: string) => void} pick kind and id of the place, or nothing
 */
function placeSelect(kinds, { words, names, dataset }, pick) {
  const groups = kinds.map(([kind, places]) => {
    const options = (dataset[places] ?? []).map(({ id }) => {
      const scope = /** @type {Scope} */ ({ [kind]: id });
      return make("option", { value: `${kind} ${id}` }, names.scope(scope));
    });
    return make("optgroup", { label: words.say(`filter.${kind}`) }, ...options);
  });
  const everywhere = make("option", { value: "" }, words.say("facts.everywhere"));
  const control = make("select", { onchange: () => pick(control.value) }, everywhere, ...groups);
  return labelled(words.say("facts.where"), control);
}

/** @param {{ by: By, place: string }} choice @param {Context} ctx */
function factsTable(choice, ctx) {
  const { words, names, dataset } = ctx;
  /** @param {Fact} fact */
  const won = ({ leading: l, won: w, strikeRate, constituencies, contested }) => {
    const seats = l ? words.say("facts.leading", { w, l }) : words.number(w);
    // After a pool, who stood aside for whom says nothing of a party's own strength.
    if (strikeRate === null) return seats;
    return `${seats}/${words.number(choice.by === "sides" ? constituencies : contested)}`;
  };
  const share = (/** @type {number | null} */ n) => (n === null ? "–" : `${words.hundredths(n)} %`);
  /** @param {string} key @param {(fact: Fact) => string} said */
  const column = (key, said) => ({ label: words.say(key), text: said });
  const deposits = column("facts.deposits", (fact) => words.number(fact.depositsLost));
  return dataTable({
    caption: words.say("around.table"),
    kind: "facts",
    key: ({ row }) => `${choice.by} ${row.kind} ${row.id}`,
    columns: [
      {
        label: words.say("parties.party"),
        build(cell, { row }) {
          const seats = make("small");
          cell.append(coloured(names.colour(row.id), rowName(names, row)), " ", seats);
          return (fact) => {
            const few = choice.place && fact.seats.length <= NAMED ? fact.seats : [];
            text(seats, few.map((id) => names.seat(id)).join(", "));
          };
        },
      },
      column("facts.won", won),
      column("facts.rate", (fact) => share(fact.strikeRate)),
      column("parties.votes", (fact) => words.number(fact.votes)),
      column(hasNota(ctx) ? "facts.share" : "facts.shareValid", (fact) => share(fact.shareCounted)),
      column("facts.shareStood", (fact) => share(fact.shareContested)),
      column("facts.margin", ({ averageMargin: n }) => (n === null ? "–" : words.number(n))),
      // A deposit hangs on an election.
      ...(dataset.house.result?.kind === "led" ? [] : [deposits]),
    ],
  });
}
