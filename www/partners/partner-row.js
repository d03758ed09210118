/** A partner in the table: its seats, its stance, and what some of its members do. */

import { attr, button, make, show, swatch, text } from "../components/dom.js";
import { select, setOptions } from "../components/fields.js";
import { add, stance } from "../state/edits.js";

/** @import { Context, Edit, Partner, Report } from "../types.d.ts" */

export const STANCES = /** @type {const} */ (["for", "against", "notVoting"]);

export class PartnerRow {
  #seats = make("td", { class: "number" });
  /**
   * What some of its members do; made when first opened.
   * @type {ReturnType<typeof membersPanel> | null}
   */
  #panel = null;

  /** @param {Context} ctx @param {Partner} partner */
  constructor(ctx, partner) {
    const { session } = ctx;
    const { id, kind } = partner;
    this.ctx = ctx;
    this.partner = partner;
    this.inputs = STANCES.map((value) =>
      make("input", {
        type: "radio",
        name: `stance-${id}`,
        value,
        "aria-labelledby": `side-${id} stance-${value}`,
        // Members who crossed have no stance of their own: they vote as the largest partner does.
        disabled: kind === "breakaway",
        onchange: () => ctx.edit(stance(session.report, id, value)),
      }),
    );
    const { words } = ctx;
    // On a phone the three are one switch with its words in it; elsewhere the columns are headed.
    const cells = this.inputs.map((input, i) => {
      const said = make("span", { class: "stance-name" }, words.say(`stance.${STANCES[i]}`));
      return make("td", { class: "stance" }, make("label", {}, input, said));
    });
    const name = make("th", { scope: "row" }, this.#name());
    this.node = make("tbody", {}, make("tr", {}, name, this.#seats, ...cells));
  }

  #name() {
    const { words, names } = this.ctx;
    const { id, kind, seats } = this.partner;
    const label = make("span", { id: `side-${id}` }, swatch(names.colour(id)), names.label(id));
    if (kind === "breakaway") {
      const follow = words.say("partners.follow", { to: names.label(id.split(">")[1]) });
      return make("div", {}, label, make("small", { class: "quiet-text" }, follow));
    }
    if (kind === "nominated") return make("div", {}, label);
    const said = words.say(seats > 1 ? "partners.some" : "partners.move");
    const some = button(said, () => this.#toggle(some), {
      class: "plain some",
      "aria-expanded": "false",
      id: `some-${id}`,
      "aria-labelledby": `some-${id} side-${id}`,
    });
    return make("div", {}, label, some);
  }

  /** @param {HTMLElement} opener */
  #toggle(opener) {
    const { report } = this.ctx.session;
    if (!this.#panel) {
      this.#panel = membersPanel(this.ctx, this.partner);
      const cell = make("td", { colspan: "5" }, this.#panel.node);
      this.node.append(make("tr", { class: "some-row" }, cell));
      this.#panel.node.hidden = true;
    }
    const { node } = this.#panel;
    show(node, Boolean(node.hidden));
    attr(opener, "aria-expanded", String(!node.hidden));
    this.#panel.render(this.partner, report);
  }

  /** @param {Partner} partner @param {Report} report */
  render(partner, report) {
    this.partner = partner;
    text(this.#seats, this.ctx.words.number(partner.seats));
    attr(this.node, "class", partner.stance);
    for (const input of this.inputs) {
      const on = input.value === partner.stance;
      if (input.checked !== on) input.checked = on;
    }
    this.#panel?.render(partner, report);
  }
}

/**
 * Whom the whole party sits with, and what some of its members do.
 * @param {Context} ctx @param {Partner} partner
 */
function membersPanel(ctx, { id, kind, seats, alliance }) {
  const { words, names, session } = ctx;
  const parties = session.baseline.parties.filter((party) => party.seats && party.id !== "IND");
  const sides = [...names.alliances.keys(), ...parties.map((party) => party.id)];
  const others = sides.filter((side) => side !== id);
  const whole = select(
    words.say("partners.whole"),
    [
      ["", "…"],
      ["-", words.say("partners.alone")],
      ...others.map((side) => [side, names.label(side)]),
    ],
    (to) => to && ctx.edit(add({ realign: { party: id, alliance: to === "-" ? null : to } })),
  );
  const targets = others.filter((side) => side !== alliance);
  const some = kind === "party" && seats > 1 ? someFields(ctx, id, targets) : null;
  const node = make("div", { class: "some-panel" }, whole.node, ...(some?.nodes ?? []));

  /** @param {Partner} partner @param {Report} report */
  function render(partner, { scenario }) {
    const edit = scenario.edits.find((one) => "realign" in one && one.realign.party === id);
    // A side, "-" for alone, "" for where it was declared.
    whole.control.value = edit && "realign" in edit ? (edit.realign.alliance ?? "-") : "";
    some?.render(partner);
  }

  return { node, render };
}

/**
 * How many members cross, resign or stay away, as one sentence: "[11] of 16 INC members [sit with
 * NDA]".
 * @param {Context} ctx @param {string} from @param {string[]} targets
 */
function someFields(ctx, from, targets) {
  const { words, names } = ctx;
  const party = names.label(from);
  const number = make("input", {
    type: "number",
    min: "1",
    value: "1",
    inputmode: "numeric",
    "aria-label": words.say("partners.n"),
  });
  const cross = (/** @type {string} */ side) =>
    words.say("partners.cross", { who: names.label(side) });
  const what = make("select", { "aria-label": words.say("partners.do") });
  setOptions(
    what,
    [
      ...targets.map((side) => [side, cross(side)]),
      ["-resign", words.say("partners.resign")],
      ["-absent", words.say("partners.absent")],
    ],
    targets[0] ?? "-resign",
  );
  const of = make("span");
  const controls = { n: number, of, what };
  // The order of the parts is the language's.
  const places = { n: "{n}", of: "{of}", what: "{what}", party };
  const parts = words.say("partners.sentence", places).split(/\{(\w+)\}/);
  const sentence = make(
    "p",
    { class: "sentence" },
    ...parts.map((part) => controls[/** @type {keyof typeof controls} */ (part)] ?? part),
    button(words.say("partners.apply"), apply),
  );
  const chips = [0, 1, 2].map((i) => button("", () => take(i), { class: "chip" }));
  const thirds = make("p", { class: "quiet-text" });
  /** One member, two-thirds of them, and all. */
  let counts = [1, 1, 1];

  /** @param {number} i */
  function take(i) {
    number.value = String(counts[i]);
  }

  function apply() {
    if (!number.reportValidity()) return;
    const members = Number(number.value);
    if (!Number.isInteger(members) || members < 1) return number.focus();
    const to = what.value;
    if (to === "-resign") ctx.edit(add({ resign: { from, members } }));
    else if (to === "-absent") ctx.edit(add({ absent: { from, members } }));
    else ctx.edit(add({ cross: { from, to, members } }));
  }

  /** @param {Partner} partner */
  function render({ before, twoThirds: n }) {
    counts = [1, n, before];
    text(of, words.number(before));
    text(thirds, words.say("partners.thirds", { party, n, of: before }));
    attr(number, "max", before);
    const said = ["one", "thirds.chip", "everyone"].map((key) => `partners.${key}`);
    chips.forEach((chip, i) => text(chip, words.say(said[i], { n: counts[i] })));
  }

  return { nodes: [sentence, make("p", { class: "chips" }, ...chips), thirds], render };
}
