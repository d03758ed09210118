/** Then and now: this result against an earlier one, by party, by alliance and by constituency. */

import { attr, colour as wear, list, make, prop, show, swatch, text } from "../components/dom.js";
import { radios, select } from "../components/fields.js";
import { address, brought, cited, elections, facts, file, head, link, wide } from "./data.js";
import { sourceSentence } from "../dataset/sources.js";

/** @param {any} ctx */
export function thenView(ctx) {
  return brought(ctx, async () => {
    const [{ earlier }, all] = await Promise.all([facts(ctx), elections()]);
    return compared(
      ctx,
      earlier.map((one) => ({ ...one, ...all.find(({ id }) => id === one.election) })),
    );
  });
}

/** @param {any} ctx @param {any[]} earlier */
function compared(ctx, earlier) {
  const { words, names, session } = ctx;
  let filter = "changed";
  /** What is compared with: its entry, its names, its text, and the calculator on it with the instance that made it. @type {any} */
  let with_ = null;

  const first = earlier.find((one) => !one.of) ?? earlier[0];
  const picker = select(
    words.say("then.with"),
    earlier.map((one) => [one.id, words.name(one.title)]),
    (id) => choose(id),
  );
  picker.control.value = first.id;
  const status = make("p", { class: "quiet-text", role: "status" });
  const sum = make("p", { class: "sum" });
  const day = make("p", { class: "of-the-day" });
  const open = make("p", {});
  const columns = () =>
    ["then.then", "then.now", "then.held", "then.gained", "then.lost"].map((key) =>
      head(words.say(key)),
    );
  const table = (key) => {
    const body = make("tbody");
    const node = make(
      "table",
      { class: "held" },
      make("caption", {}, words.say(key)),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          head(words.say(key === "then.sides" ? "facts.side" : "parties.party"), ""),
          ...columns(),
        ),
      ),
      body,
    );
    return { body, node };
  };
  const parties = table("then.parties");
  const sides = table("then.sides");
  const notes = make("ul", { class: "quiet-list", role: "list" });
  const rows = make("tbody");
  const thenHead = head("", "");
  const seats = make(
    "table",
    { class: "then-seats" },
    make("caption", { class: "quiet" }, words.say("then.seats")),
    make(
      "thead",
      {},
      make("tr", {}, head(words.say("table.seat"), ""), thenHead, head(words.say("then.now"), "")),
    ),
    rows,
  );
  const which = radios(
    words.say("then.show"),
    "then-show",
    ["changed", "held", "all"].map((key) => [key, words.say(`then.show.${key}`)]),
    filter,
    (value) => {
      filter = value;
      render();
    },
  );
  const found = make(
    "div",
    {},
    sum,
    day,
    make(
      "div",
      { class: "pair" },
      wide(words.say("then.parties"), parties.node),
      wide(words.say("then.sides"), sides.node),
    ),
    notes,
    make("h3", {}, words.say("then.seats")),
    which,
    seats,
    open,
  );
  const node = make(
    "div",
    { class: "then" },
    make("div", { class: "fields" }, picker.node),
    status,
    found,
  );
  show(found, false);
  choose(first.id);

  async function choose(id) {
    attr(found, "aria-busy", "true");
    try {
      text(status, words.say("later.coming"));
      const json = await file(id);
      if (picker.control.value !== id) return;
      const dataset = JSON.parse(json);
      with_ = {
        ...earlier.find((one) => one.id === id),
        json,
        names: new names.constructor(dataset, words),
        dataset,
        calculator: null,
        instance: -1,
      };
      text(status, "");
      render();
      show(found, true);
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(status, words.say("later.failed"));
      status.append(
        " ",
        make("button", { type: "button", onclick: () => choose(id) }, words.say("load.retry")),
      );
    }
    attr(found, "aria-busy", null);
  }

  /** Of the earlier election where this one does not know it. */
  const label = (id) =>
    (names.parties.has(id) || names.alliances.has(id) ? names : with_.names).label(id);
  const colour = (id) => (names.parties.has(id) ? names : with_.names).colour(id);

  function build({ row }) {
    const cells = [1, 2, 3, 4, 5].map(() => make("td", { class: "number" }));
    const name = row.kind === "independents" ? names.full("IND") : label(row.id);
    const own = names.alliances.has(row.id) ? names.colour(row.id) : colour(row.id);
    const bar = make("span", { class: "tally-bar", "aria-hidden": "true" }, make("i"), make("b"));
    wear(bar, own);
    const line = make(
      "tr",
      {},
      make("th", { scope: "row" }, make("span", { class: "label" }, swatch(own), name), bar),
      ...cells,
    );
    line.cells_ = cells;
    line.bar = bar;
    return line;
  }

  function patch(line, row) {
    ["then", "now", "held", "gained", "lost"].forEach((field, i) =>
      text(line.cells_[i], row[field] ? words.number(row[field]) : "–"),
    );
    // On the scale of the house: filled what it has now, a line for what it had then.
    for (const [name, value] of Object.entries({
      "--of": session.baseline.house.seats,
      "--n": row.now,
      "--mark": row.then,
    }))
      prop(line.bar, name, value);
  }

  function side(party, margin, of) {
    if (!party) return [words.say("edit.nobody")];
    return [
      make(
        "span",
        { class: "label" },
        swatch(party === "IND" ? names.colour("IND") : colour(party)),
        party === "IND" ? words.say("party.independent") : of(party),
      ),
      " ",
      make("small", {}, margin === null ? "" : words.say("then.by", { n: margin })),
    ];
  }

  function render() {
    if (!with_) return;
    const answer = session.core.use((calculator, instance) => {
      if (with_.instance !== instance)
        Object.assign(with_, { calculator: new calculator.constructor(with_.json), instance });
      return calculator.compare(with_.calculator, with_.successors);
    });
    const title = words.name(with_.title);
    text(sum, words.say("then.sum", { n: answer.held, changed: answer.changed }));
    const inside = (one) =>
      one.parties.length > 1
        ? ` (${one.parties.map((party) => `${with_.names.label(party.id)} ${words.number(party.seats)}`).join(", ")})`
        : "";
    text(
      day,
      `${words.say("then.day", { title })} ${answer.ofTheDay
        .map(
          (one) =>
            `${one.id === "IND" ? names.full("IND") : with_.names.label(one.id)} ${words.number(one.seats)}${inside(one)}`,
        )
        .join(" · ")}`,
    );
    const bySize = (some) => [...some].sort((a, b) => b.now - a.now || b.then - a.then);
    const key = ({ row }) => `${with_.id} ${row.kind} ${row.id}`;
    list(parties.body, bySize(answer.parties), key, build, patch);
    list(sides.body, bySize(answer.sides), key, build, patch);
    const said = [words.say("then.note"), words.say("then.note.sides")];
    for (const one of with_.successors)
      said.push(
        words.say("then.follows", {
          then: with_.names.label(one.then),
          now: label(one.now),
          source: one.source,
        }),
      );
    const notable = with_.notes.filter((one) =>
      answer.seats.some(({ then }) => then?.party === one.then),
    );
    for (const one of notable)
      said.push(
        words.say("then.doubt", {
          party: with_.names.label(one.then),
          note: words.name(one.note),
          source: one.source,
        }),
      );
    const source = with_.dataset.sources.find(({ blocks }) => blocks.includes("votes"));
    said.push(sourceSentence(ctx, with_.dataset), sourceSentence(ctx, ctx.dataset));
    notes.replaceChildren(
      ...said.map((line) => make("li", {}, line)),
      ...(source?.url
        ? [
            make(
              "li",
              {},
              words.say("then.read", { source: words.name(source.publisher ?? source.name) }),
              " ",
              cited(source.url),
            ),
          ]
        : []),
    );
    text(thenHead, words.say("then.then"));
    const wanted = answer.seats.filter(
      ({ kind }) => filter === "all" || (filter === "held") === (kind === "held"),
    );
    list(
      rows,
      wanted,
      ({ constituency }) => `${with_.id} ${constituency}`,
      ({ constituency }) => {
        const cells = { then: make("td"), now: make("td") };
        const line = make(
          "tr",
          {},
          make("th", { scope: "row" }, names.seat(constituency)),
          cells.then,
          cells.now,
        );
        line.cells_ = cells;
        return line;
      },
      ({ cells_ }, { then, now, margin }) => {
        cells_.then.replaceChildren(
          ...side(then?.party, then?.margin ?? null, (id) => with_.names.label(id)),
        );
        cells_.now.replaceChildren(...side(now, margin, (id) => names.label(id)));
      },
    );
    open.replaceChildren(link(address(with_), words.say("then.open", { title })));
  }

  return { node, render };
}
