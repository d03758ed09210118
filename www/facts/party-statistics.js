/** The table of facts by party or alliance, in the whole state or a part of it. */

import { list, make, show, swatch, text } from "../components/dom.js";
import { radios } from "../components/fields.js";
import { placesView } from "./seats-by-place.js";
import { head, wide } from "./data.js";
import { sourceSentence } from "../dataset/sources.js";

/** Seats are named where a row has at most so many of a part of the state. */
const NAMED = 4;
/** @type {[string, string][]} kind of place and the list of the dataset that has them */
const KINDS = [
  ["category", "categories"],
  ["phase", "phases"],
  ["division", "divisions"],
  ["district", "districts"],
];

/** @param {any} ctx */
export function tableView(ctx) {
  const { words, names, dataset, session } = ctx;
  let by = "parties";
  let everyone = false;
  const nota = session.baseline.totals.nota > 0;
  // A deposit hangs on an election.
  const elected = dataset.house.result?.kind !== "led";
  const option = (kind, { id }) =>
    make("option", { value: `${kind} ${id}` }, names.scope({ [kind]: id }));
  const groups = KINDS.filter(([, places]) => dataset[places]?.length > 1).map(([kind, places]) =>
    make(
      "optgroup",
      { label: words.say(`filter.${kind}`) },
      ...dataset[places].map((place) => option(kind, place)),
    ),
  );
  const place = make(
    "select",
    { onchange: () => render() },
    make("option", { value: "" }, words.say("facts.everywhere")),
    ...groups,
  );
  const whose = radios(
    words.say("facts.by"),
    "facts-by",
    [
      ["parties", words.say("facts.parties")],
      ["sides", words.say("facts.sides")],
    ],
    by,
    (value) => {
      by = value;
      render();
    },
  );
  const caption = make("caption", { class: "quiet" }, words.say("around.table"));
  const who = head(words.say("parties.party"), "");
  const body = make("tbody");
  const table = make(
    "table",
    { class: "facts" },
    caption,
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        ...[
          who,
          head(words.say("facts.won")),
          head(words.say("facts.rate")),
          head(words.say("parties.votes")),
          head(words.say(nota ? "facts.share" : "facts.shareValid")),
          head(words.say("facts.shareStood")),
          head(words.say("facts.margin")),
          elected && head(words.say("facts.deposits")),
        ].filter(Boolean),
      ),
    ),
    body,
  );
  const all = make("button", {
    type: "button",
    class: "plain",
    onclick: () => {
      everyone = !everyone;
      render();
    },
  });
  const note = make("p", { class: "quiet-text" });
  const node = make(
    "div",
    {},
    make(
      "div",
      { class: "fields" },
      make("label", { class: "field" }, make("span", {}, words.say("facts.where")), place),
      whose,
    ),
    wide(words.say("around.table"), table),
    make("p", { class: "actions" }, all),
    note,
  );
  const kinds = KINDS.filter(([, places]) => dataset[places]?.length > 1);
  const map = kinds.length ? placesView(ctx, kinds) : null;
  if (map) node.append(map.node);

  function build({ row }) {
    const cell = () => make("td", { class: "number" });
    const parts = {
      won: cell(),
      rate: cell(),
      votes: cell(),
      share: cell(),
      stood: cell(),
      margin: cell(),
      deposits: cell(),
      seats: make("small"),
    };
    const label = row.kind === "independents" ? names.full("IND") : names.label(row.id);
    const line = make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        make("span", { class: "label" }, swatch(names.colour(row.id)), label),
        " ",
        parts.seats,
      ),
      parts.won,
      parts.rate,
      parts.votes,
      parts.share,
      parts.stood,
      parts.margin,
      elected ? parts.deposits : "",
    );
    line.parts = parts;
    return line;
  }

  function render() {
    const [kind, id] = place.value.split(" ");
    const found = session.core.use((calculator) =>
      kind ? calculator.facts(kind, id) : calculator.facts(),
    );
    const seats = (fact) => fact.won + fact.leading;
    const rows = found[by]
      .filter((fact) => everyone || by === "sides" || fact.seats.length)
      .sort((a, b) => seats(b) - seats(a) || b.votes - a.votes);
    text(who, words.say(by === "sides" ? "facts.side" : "parties.party"));
    list(
      body,
      rows,
      ({ row }) => `${by} ${row.kind} ${row.id}`,
      build,
      ({ parts }, fact) => {
        const stood = by === "sides" ? fact.constituencies : fact.contested;
        const pooled = fact.strikeRate === null;
        text(
          parts.won,
          `${fact.leading ? words.say("facts.leading", { w: fact.won, l: fact.leading }) : words.number(fact.won)}${pooled ? "" : `/${words.number(stood)}`}`,
        );
        text(parts.rate, pooled ? "–" : `${words.hundredths(fact.strikeRate)} %`);
        text(parts.votes, words.number(fact.votes));
        text(parts.share, `${words.hundredths(fact.shareCounted)} %`);
        text(parts.stood, `${words.hundredths(fact.shareContested)} %`);
        text(parts.margin, fact.averageMargin === null ? "–" : words.number(fact.averageMargin));
        text(parts.deposits, words.number(fact.depositsLost));
        text(
          parts.seats,
          kind && fact.seats.length <= NAMED
            ? fact.seats.map((seat) => names.seat(seat)).join(", ")
            : "",
        );
      },
    );
    show(all, by === "parties" && (everyone || rows.length < found.parties.length));
    text(
      all,
      everyone
        ? words.say("parties.fewer")
        : words.say("facts.all", {
            n: found.parties.filter(({ row }) => row.kind !== "independents").length,
          }),
    );
    text(
      note,
      `${words.say(nota ? "facts.note" : "facts.note.valid", { n: found.constituencies, counted: found.counted, valid: found.valid })} ${words.say(`facts.note.${by}`)} ${sourceSentence(ctx, dataset)}`,
    );
  }

  return {
    node,
    render: () => {
      render();
      map?.render();
    },
  };
}
