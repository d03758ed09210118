/** Change partners: who votes with whom after the vote, some members on their own, and on which base the mark stands. */

import { add, regroup, stance, stanceFor } from "../state/edits.js";
import { attr, colour, list, make, prop, show, swatch, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { floorSentence, pivotalSentence } from "../result/sentences.js";
import { fold, later } from "../components/lazy-view.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

const STANCES = ["for", "against", "notVoting"];
const BASES = ["total", "effective", "voting"];

/** @param {any} ctx */
export function partnersView(ctx) {
  const { words, names, dataset, session } = ctx;

  const sum = make("p", { class: "sum" });
  const leave = make("p", { class: "sum-note" });
  const vote = make("p", { class: "quiet-text" });
  const fill = make("div", { class: "bar-fill" });
  const track = make(
    "div",
    { class: "bar-track floor", "aria-hidden": "true" },
    fill,
    make("div", { class: "floor-mark" }),
  );
  const addTitle = make("span", { class: "quiet-text" });
  const addList = make("span", { class: "chips" });
  const addMore = make("span", { class: "quiet-text" });
  const adding = make("p", { class: "adding" }, addTitle, " ", addList, " ", addMore);
  const head = make(
    "thead",
    {},
    make(
      "tr",
      {},
      make("th", { scope: "col" }, words.say("partners.party")),
      make("th", { scope: "col", class: "number" }, words.say("partners.seats")),
      ...STANCES.map((one) =>
        make(
          "th",
          { scope: "col", class: "stance", id: `stance-${one}` },
          words.say(`stance.${one}`),
        ),
      ),
    ),
  );
  const table = make(
    "table",
    { class: "partners" },
    make("caption", { class: "quiet" }, words.say("partners.head")),
    head,
  );

  const everyParty = session.baseline.parties
    .filter((party) => party.seats && party.id !== "IND")
    .map((party) => party.id);
  const sides = [...names.alliances.keys(), ...everyParty];

  function build(partner) {
    const { id } = partner;
    const label = names.label(id);
    const radio = (value) =>
      make("input", {
        type: "radio",
        name: `stance-${id}`,
        value,
        "aria-labelledby": `side-${id} stance-${value}`,
        disabled: partner.kind === "breakaway",
        onchange: () => ctx.edit(stance(session.report, id, value)),
      });
    const parts = {
      seats: make("td", { class: "number" }),
      inputs: STANCES.map(radio),
      some: /** @type {any} */ (null),
      panel: /** @type {any} */ (null),
      line: /** @type {any} */ (null),
    };
    const name = make(
      "div",
      {},
      make("span", { id: `side-${id}` }, swatch(names.colour(id)), label),
    );
    // Members who crossed to an alliance have no stance of their own: they vote as its largest partner does.
    if (partner.kind === "breakaway")
      name.append(
        make(
          "small",
          { class: "quiet-text" },
          words.say("partners.follow", { to: names.label(id.split(">")[1]) }),
        ),
      );
    if (partner.kind === "party" || partner.kind === "independent") {
      parts.some = make(
        "button",
        {
          type: "button",
          class: "plain some",
          "aria-expanded": "false",
          id: `some-${id}`,
          "aria-labelledby": `some-${id} side-${id}`,
          onclick: () => toggle(parts, partner),
        },
        words.say(partner.seats > 1 ? "partners.some" : "partners.move"),
      );
      name.append(parts.some);
    }
    const line = make(
      "tbody",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "row" }, name),
        parts.seats,
        ...parts.inputs.map((input) => make("td", { class: "stance" }, make("label", {}, input))),
      ),
    );
    parts.line = line;
    line.parts = parts;
    return line;
  }

  /** The folded controls of one party, made when first opened, in a row of their own. */
  function toggle(parts, { id, kind, seats, alliance }) {
    if (!parts.panel) {
      const whole = select(words.say("partners.whole"), [], (to) => {
        if (to) ctx.edit(add({ realign: { party: id, alliance: to === "-" ? null : to } }));
      });
      whole.control.replaceChildren(
        make("option", { value: "" }, "…"),
        make("option", { value: "-" }, words.say("partners.alone")),
        ...sides
          .filter((side) => side !== id)
          .map((side) => make("option", { value: side }, names.label(side))),
      );
      parts.whole = whole.control;
      parts.panel = make("div", { class: "some-panel" }, whole.node);
      if (kind === "party" && seats > 1) {
        const n = make("input", { type: "number", min: "1", value: "1", inputmode: "numeric" });
        const what = select(
          words.say("partners.do"),
          [
            ...sides
              .filter((side) => side !== id && side !== alliance)
              .map((side) => [side, words.say("partners.cross", { who: names.label(side) })]),
            ["-resign", words.say("partners.resign")],
            ["-absent", words.say("partners.absent")],
          ],
          () => {},
        );
        const go = make(
          "button",
          {
            type: "button",
            onclick: () => {
              if (!n.reportValidity()) return;
              const members = Number(n.value);
              const to = what.control.value;
              if (!Number.isInteger(members) || members < 1) return n.focus();
              ctx.edit(
                add(
                  to === "-resign"
                    ? { resign: { from: id, members } }
                    : to === "-absent"
                      ? { absent: { from: id, members } }
                      : { cross: { from: id, to, members } },
                ),
              );
            },
          },
          words.say("partners.apply"),
        );
        parts.n = n;
        parts.thirds = make("p", { class: "quiet-text" });
        parts.panel.append(
          make("label", { class: "field" }, make("span", {}, words.say("partners.n")), n),
          what.node,
          go,
          parts.thirds,
        );
      }
      parts.line.append(
        make("tr", { class: "some-row" }, make("td", { colspan: "5" }, parts.panel)),
      );
      parts.panel.hidden = true;
    }
    show(parts.panel, parts.panel.hidden);
    attr(parts.some, "aria-expanded", String(!parts.panel.hidden));
    render(session.report);
  }

  const realign = (party, alliance) => ({ realign: { party, alliance } });
  const alone = () =>
    dataset.alliances.flatMap((alliance) => alliance.parties.map((party) => realign(party, null)));

  /** Groupings worth a button, made from the alliances themselves: the two largest parties, a side without its third, all apart. */
  function presets() {
    const declared = session.baseline;
    const size = new Map(declared.parties.map((party) => [party.id, party.seats]));
    const [first, second] = [...everyParty].sort((a, b) => size.get(b) - size.get(a));
    const found = [[words.say("preset.declared"), []]];
    if (second)
      found.push([
        words.say("preset.with", { a: names.label(first), b: names.label(second) }),
        [realign(first, null), realign(second, first)],
      ]);
    const power =
      dataset.alliances.find((alliance) => alliance.id === dataset.government) ??
      dataset.alliances[0];
    const third =
      power &&
      [...power.parties]
        .filter((party) => size.get(party))
        .sort((a, b) => size.get(b) - size.get(a))[2];
    if (third)
      found.push([
        words.say("preset.without", { alliance: names.label(power.id), party: names.label(third) }),
        [realign(third, null)],
      ]);
    for (const preset of dataset.presets ?? []) found.push([words.name(preset.name), preset.edits]);
    found.push([words.say("preset.alone"), alone()]);
    return found;
  }

  const base = select(
    words.say("partners.base"),
    BASES.map((kind) => [kind, words.say(`base.name.${kind}`)]),
    chooseHouse,
  );
  const speaker = select(
    words.say("partners.speaker"),
    [["", words.say("partners.noSpeaker")], ...everyParty.map((id) => [id, names.label(id)])],
    chooseHouse,
  );

  function chooseHouse() {
    const house = { base: base.control.value };
    if (speaker.control.value) house.speaker = speaker.control.value;
    ctx.edit((edits) => [...edits.filter((edit) => !("house" in edit)), { house }]);
  }

  // The rest of the view needs the small core only; a small calculator shall not load more than it is asked for.
  const whole = ctx.mode === "full";
  const government = whole
    ? later(ctx, "partners/government.js", "governmentView", { full: true })
    : fold(ctx, words.say("partners.govern"), "partners/government.js", "governmentView", {
        full: true,
        class: "govern",
      });
  if (whole) government.open();
  const node = make(
    "div",
    {},
    make(
      "div",
      { class: "change" },
      make("div", { class: "total" }, sum, leave, track, vote, adding),
      make(
        "p",
        { class: "presets" },
        make("span", { class: "quiet-text" }, words.say("partners.presets")),
        " ",
        ...presets().map(([name, edits]) =>
          make(
            "button",
            {
              type: "button",
              class: "chip",
              onclick: () => {
                ctx.address.fresh = true;
                ctx.edit(regroup(edits));
              },
            },
            name,
          ),
        ),
      ),
      table,
      make("div", { class: "fields" }, base.node, speaker.node),
    ),
    government.node,
  );

  /** @param {Report} report */
  function render(report) {
    const { floor, house } = report;
    const by = new Map(report.partners.map((partner) => [partner.id, partner]));
    text(sum, floorSentence(report, ctx));
    text(leave, pivotalSentence(report, ctx));
    show(leave, leave.textContent !== "");
    text(
      vote,
      words.say(`floor.${floor.result}`, { x: floor.for, y: floor.against }) +
        (floor.notVoting ? ` ${words.say("floor.notVoting", { n: floor.notVoting })}` : ""),
    );
    prop(track, "--of", house.base.n);
    prop(track, "--mark", house.mark);
    prop(fill, "--n", floor.seats);
    attr(track, "class", floor.short === undefined ? "bar-track floor reached" : "bar-track floor");
    list(
      fill,
      floor.partners.map((id) => by.get(id)).filter(Boolean),
      (one) => one.id,
      () => make("span", { class: "part" }),
      (part, one) => {
        colour(part, names.colour(one.id));
        prop(part, "--n", house.base.kind === "voting" ? one.voting : one.seats);
      },
    );
    show(adding, floor.completions.length > 0);
    const sizes = floor.completions.map((ids) => ids.length);
    text(
      addTitle,
      words.say(
        sizes.at(-1) === 1 ? "floor.addOne" : sizes[0] > 1 ? "floor.addSome" : "floor.add",
        { m: house.mark },
      ),
    );
    list(
      addList,
      floor.completions,
      (ids) => ids.join(),
      (ids) =>
        make(
          "button",
          {
            type: "button",
            class: "chip",
            onclick: () =>
              ctx.edit(stanceFor(session.report, [...session.report.floor.partners, ...ids])),
          },
          `+ ${ids.map((id) => names.label(id)).join(" + ")}`,
        ),
      () => {},
    );
    const shown = String(floor.completions.length);
    text(
      addMore,
      floor.completionCount !== shown
        ? words.say("floor.addMore", { n: shown, count: floor.completionCount })
        : "",
    );
    list(
      table,
      report.partners.filter((partner) => partner.seats || partner.kind === "nominated"),
      (one) => one.id,
      build,
      (line, one) => {
        const { parts } = line;
        text(parts.seats, words.number(one.seats));
        STANCES.forEach((value, i) => {
          const input = parts.inputs[i];
          if (input.checked !== (one.stance === value)) input.checked = one.stance === value;
        });
        attr(line, "class", one.stance);
        if (parts.thirds) {
          text(
            parts.thirds,
            words.say("partners.thirds", {
              party: names.label(one.id),
              n: one.twoThirds,
              of: one.seats,
            }),
          );
          attr(parts.n, "max", one.seats);
        }
        if (parts.whole) parts.whole.value = realigned(report, one.id);
      },
      head,
    );
    if (base.control.value !== house.base.kind) base.control.value = house.base.kind;
    BASES.forEach((kind, i) =>
      text(
        base.control.options[i],
        words.say(`base.${kind}`, { n: house.bases[kind].n, m: house.bases[kind].mark }),
      ),
    );
    if (speaker.control.value !== (house.speaker ?? ""))
      speaker.control.value = house.speaker ?? "";
    government.render(report);
  }

  /** Where an edit has put a party: a side, "-" for alone, "" for where it was declared. */
  function realigned(report, id) {
    for (const edit of report.scenario.edits)
      if ("realign" in edit && edit.realign.party === id) return edit.realign.alliance ?? "-";
    return "";
  }

  return { node, render };
}
