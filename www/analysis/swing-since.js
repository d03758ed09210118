/** Swing since an earlier election, never without saying who each side was: alliances cast back, and parties alone. */

import { brought, elections, facts, file } from "../facts/data.js";
import { list, make, text } from "../components/dom.js";
import { select } from "../components/fields.js";

/** @param {any} ctx @param {any} sides as of `votesView` */
export function sinceView(ctx, sides) {
  return brought(ctx, async () => {
    const [{ earlier }, known] = await Promise.all([facts(ctx), elections()]);
    const about = (id) => known.find((one) => one.id === id);
    // First the elections of this house, then what else it can be compared with.
    const ofTheHouse = (one) => Number(Boolean(about(one.election)?.of));
    const all = await Promise.all(
      [...earlier]
        .sort((a, b) => ofTheHouse(a) - ofTheHouse(b))
        .map(async (one) => ({ ...one, dataset: JSON.parse(await file(one.election)) })),
    );
    return compared(ctx, sides, all);
  });
}

/** @param {any} ctx @param {any} sides @param {any[]} all the earlier elections */
function compared(ctx, sides, all) {
  const { words, names, session } = ctx;
  const { core } = session;
  const [from, to] = sides.first;
  let [chosen] = all;
  const control = select(
    words.say("since.with"),
    all.map(({ dataset }) => [dataset.id, words.name(dataset.title)]),
    (id) => {
      chosen = all.find(({ dataset }) => dataset.id === id);
      ask();
    },
  );
  const failed = make("p", { class: "said", role: "status" });
  const forms = ["alliances", "parties"].map((key) => {
    const said = make("p", { class: "said" });
    const body = make("tbody");
    const number = (name) => make("th", { scope: "col", class: "number" }, words.say(name));
    const table = make(
      "table",
      {},
      make("caption", { class: "quiet" }, words.say(`since.${key}`)),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, words.say("against.side")),
          number("since.then"),
          number("since.now"),
          number("parties.change"),
        ),
      ),
      body,
    );
    return {
      key,
      said,
      body,
      node: make(
        "div",
        { class: "since-form" },
        make("h4", {}, words.say(`since.${key}`)),
        said,
        table,
      ),
    };
  });
  const rows = make("tbody");
  const number = (key) => make("th", { scope: "col", class: "number" }, words.say(key));
  const seats = make(
    "details",
    {},
    make("summary", {}, words.say("since.seats")),
    make(
      "table",
      {},
      make("caption", { class: "quiet" }, words.say("since.seats")),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, words.say("table.seat")),
          number("since.alliances.short"),
          number("since.parties.short"),
        ),
      ),
      rows,
    ),
  );
  const node = make(
    "div",
    { class: "behind" },
    control.node,
    failed,
    ...forms.map((form) => form.node),
    seats,
    make("p", { class: "quiet-text" }, words.say("since.note")),
  );
  control.node.hidden = all.length < 2;

  /** "+3.12", hundredths of a point. @param {number | null} n */
  const signed = (n) =>
    n === null ? "–" : `${n > 0 ? "+" : n < 0 ? "−" : ""}${words.hundredths(Math.abs(n))}`;

  async function ask() {
    const { dataset, successors } = chosen;
    const then = new names.constructor(dataset, words);
    try {
      const found = await core.analyse({
        kind: "since",
        earlier: dataset,
        from,
        to,
        successors: successors.map((one) => ({ then: one.then, now: one.now })),
      });
      if (chosen.dataset !== dataset) return;
      text(failed, "");
      for (const form of forms) draw(form, found[form.key], then);
      const swings = names.dataset.constituencies.map(({ id }, i) => ({
        id,
        swings: forms.map(({ key }) => found[key].constituencies[i]),
      }));
      list(
        rows,
        swings,
        ({ id }) => id,
        ({ id }) => {
          const cells = forms.map(() => make("td", { class: "number" }));
          const row = make("tr", {}, make("th", { scope: "row" }, names.seat(id)), ...cells);
          row.parts = cells;
          return row;
        },
        ({ parts }, one) => one.swings.forEach((swing, i) => text(parts[i], signed(swing))),
      );
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(failed, words.say("asked.failed"));
    }
  }

  function draw({ said, body }, form, then) {
    const way = form.swing < 0 ? [form.to, form.from] : [form.from, form.to];
    const [loser, gainer] = way.map(({ id }) => names.label(id));
    text(
      said,
      words.say("since.swing", {
        p: words.hundredths(Math.abs(form.swing)),
        from: loser,
        to: gainer,
      }),
    );
    list(
      body,
      [form.from, form.to],
      ({ id }) => id,
      ({ id }) => {
        const cells = {
          then: make("td", { class: "number" }),
          now: make("td", { class: "number" }),
          change: make("td", { class: "number" }),
        };
        const members = make("span", { class: "seat-line" });
        const row = make(
          "tr",
          {},
          make("th", { scope: "row" }, make("b", {}, names.label(id)), members),
          ...Object.values(cells),
        );
        row.parts = { ...cells, members };
        return row;
      },
      ({ parts }, side) => {
        text(
          parts.members,
          words.say("since.members", {
            now: side.now.map((id) => names.label(id)).join(", "),
            then: side.then.map((id) => then.label(id)).join(", ") || words.say("edit.nobody"),
          }),
        );
        text(parts.then, words.hundredths(side.shareThen));
        text(parts.now, words.hundredths(side.shareNow));
        text(parts.change, signed(side.change));
      },
    );
  }

  ask();
  return { node };
}
