/** The third screen: the election's name, parties put into alliances, their colours. */

import { attr, button, differs, make, show, text } from "../components/dom.js";
import { labelled, select } from "../components/fields.js";
import { coloured } from "../components/table.js";
import { draggableParty, takesParties } from "./dragged-parties.js";
import { namedBy } from "./named-by.js";
import { proposals } from "./proposals.js";

/** @import { AllianceRead, PartyRead } from "../pkg/import/seat_import.js" */
/** @import { ImportDialog } from "./dialog.js" */
/** @import { Proposal } from "./proposals.js" */

/** The value of the pickers that makes another alliance. */
const NEW = "+";
/** How files that are elections of our own format are read. */
const OWN = "our own format";

export class AlliancesStep {
  #title = make("input", { maxlength: "120", autocomplete: "off" });
  #offered = make("div", { class: "offered" });
  #alliances = make("ul", { role: "list", class: "made" });
  /** Where a party is dropped to begin another alliance, and to leave the one it is in. */
  #fresh = make("p", { class: "zone" });
  #none = make("p", { class: "zone" });
  #near = make("p", { class: "note near", role: "status" });
  #body = make("tbody");
  #heading = make("h3", { tabindex: "-1" });
  #own = make("p", { class: "note" });
  #parts;
  /** The headings of the table. @type {HTMLElement[]} */
  #heads;

  /** @param {ImportDialog} dialog */
  constructor(dialog) {
    const { words, draft } = dialog;
    this.dialog = dialog;
    this.#title.addEventListener("change", () => draft.choose("title", this.#title.value));
    text(this.#heading, words.say("alliances.title"));
    text(this.#own, words.say("alliances.own"));
    text(this.#fresh, words.say("alliances.drop.new"));
    text(this.#none, words.say("alliances.drop.none"));
    takesParties(this.#fresh, (label) => this.#beginAlliance(label));
    takesParties(this.#none, (label) => draft.undo(`alliance.${label}`));
    this.#heads = ["party", "seats", "votes", "alliance", "colour"].map((key, i) =>
      make(
        "th",
        { scope: "col", class: i === 1 || i === 2 ? "number" : null },
        words.say(`seats.${key}`),
      ),
    );
    this.#parts = make(
      "div",
      {},
      make("p", { class: "quiet-text" }, words.say("alliances.note")),
      this.#offered,
      this.#alliances,
      make("div", { class: "zones" }, this.#fresh, this.#none),
      this.#near,
      make(
        "table",
        { class: "party-list" },
        make("caption", { class: "quiet" }, words.say("alliances.title")),
        make("thead", {}, make("tr", {}, ...this.#heads)),
        this.#body,
      ),
    );
    this.node = make(
      "section",
      { class: "alliances-step" },
      this.#heading,
      labelled(words.say("alliances.name"), this.#title),
      this.#own,
      this.#parts,
    );
  }

  render() {
    const { draft } = this.dialog;
    const { reading } = draft;
    if (!reading) return;
    const own = reading.layout === OWN;
    show(this.#own, own);
    show(this.#parts, !own);
    this.#title.disabled = own;
    if (this.#title.value !== reading.title) this.#title.value = reading.title;
    if (own) return;
    this.#renderAlliances(reading.alliances);
    text(this.#near, reading.near.map((names) => this.#alike(names)).join(" "));
    const { parties, alliances, colours } = reading;
    if (differs(this.#body, parties, alliances, colours)) {
      const focused = /** @type {HTMLElement | null} */ (
        /** @type {ShadowRoot} */ (this.node.getRootNode()).activeElement
      )?.dataset.control;
      this.#body.replaceChildren(...parties.map((party) => this.#row(party)));
      if (focused)
        /** @type {HTMLElement | null} */ (
          this.#body.querySelector(`[data-control="${CSS.escape(focused)}"]`)
        )?.focus();
    }
    this.#offer(parties);
  }

  /** Two whose colours are too near. @param {[string, string]} names */
  #alike([one, other]) {
    return this.dialog.words.say("colours.near", { one, other });
  }

  /** Asks for the name of another alliance, of which this party is the first. @param {string} label */
  #beginAlliance(label) {
    const named = `[data-control="${CSS.escape(`alliance.${label}`)}"]`;
    const picker = /** @type {HTMLSelectElement | null} */ (this.#body.querySelector(named));
    if (!picker) return;
    picker.value = NEW;
    picker.dispatchEvent(new Event("change"));
  }

  /** What is known of these parties elsewhere on the site. @param {PartyRead[]} parties */
  async #offer(parties) {
    if (
      !differs(
        this.#offered,
        parties.map(({ label }) => label),
      )
    )
      return;
    const { words, draft } = this.dialog;
    const found = await proposals(parties).catch(() => []);
    /** @param {Proposal} proposal */
    const item = ({ title, choices, alliances }) =>
      make(
        "p",
        {},
        words.say("proposal", { title: words.name(title), alliances: alliances.join(", ") }),
        " ",
        button(words.say("proposal.use"), () => draft.chooseAll(choices)),
      );
    this.#offered.replaceChildren(...found.map(item));
  }

  /** @param {AllianceRead[]} alliances */
  #renderAlliances(alliances) {
    const { words, draft } = this.dialog;
    show(this.#alliances, alliances.length > 0);
    if (!differs(this.#alliances, alliances)) return;
    const labels = new Map(draft.reading?.parties.map(({ id, label }) => [id, label]));
    const items = alliances.map(({ name, colour, parties, seats }) => {
      const head = coloured(colour, words.say("made", { name, n: seats }));
      const item = make(
        "li",
        {},
        head,
        make("span", { class: "quiet-text" }, parties.map((id) => labels.get(id)).join(", ")),
        this.#colour(name, colour, head),
      );
      takesParties(item, (label) => draft.choose(`alliance.${label}`, name));
      return item;
    });
    this.#alliances.replaceChildren(...items);
  }

  /** @param {PartyRead} party */
  #row({ id, label, seats, votes }) {
    const { words, draft } = this.dialog;
    const colour = draft.reading?.colours[id];
    const number = (/** @type {number} */ n) => make("td", { class: "number" }, words.number(n));
    const head = make("th", { scope: "row" }, coloured(colour, label));
    const row = make(
      "tr",
      {},
      head,
      number(seats),
      votes ? number(votes) : make("td", { class: "number" }, "–"),
      make("td", {}, this.#picker(id, label, head)),
      make("td", {}, this.#colour(label, colour, head)),
    );
    draggableParty(row, label);
    return row;
  }

  /** @param {string} party @param {string} label @param {Element} head */
  #picker(party, label, head) {
    const { words, draft } = this.dialog;
    const alliances = draft.reading?.alliances ?? [];
    const now = alliances.find(({ parties }) => parties.includes(party))?.name ?? "";
    const id = `alliance.${label}`;
    const name = make("input", {
      hidden: true,
      maxlength: "60",
      "aria-label": words.say("alliances.new.name"),
    });
    const cell = make("span", { class: "alliance-picker" });
    const { control } = select(
      "",
      [
        ["", words.say("alliances.none")],
        ...alliances.map((one) => [one.name, one.name]),
        [NEW, words.say("alliances.new")],
      ],
      (choice) => {
        show(name, choice === NEW);
        if (choice === NEW) name.focus();
        else if (choice) draft.choose(id, choice);
        else draft.undo(id);
      },
      now,
    );
    namedBy(control, head, this.#heads[3]);
    attr(control, "data-control", id);
    name.addEventListener("change", () => name.value.trim() && draft.choose(id, name.value.trim()));
    cell.append(control, name);
    return cell;
  }

  /**
   * @param {string} label of a party or alliance
   * @param {string | undefined} colour
   * @param {Element} head what names the party or alliance
   */
  #colour(label, colour, head) {
    const { draft } = this.dialog;
    const picker = make("input", {
      type: "color",
      value: colour,
      "data-control": `colour.${label}`,
    });
    picker.addEventListener("change", () => draft.choose(`colour.${label}`, picker.value));
    return namedBy(picker, head, this.#heads[4]);
  }

  focus() {
    this.#heading.focus();
  }
}
