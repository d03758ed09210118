/** One figure of a claim as fields: what it says, whom it speaks of, the number. */

import { attr, button, make } from "../components/dom.js";
import { labelled, select } from "../components/fields.js";
import { printedText, readPrinted } from "./labels.js";

/** @import { ClaimFigure } from "../pkg/seat_calculator.js" */
/** @import { ClaimLabels } from "./labels.js" */

/** What a chip says of whom it names. */
const CHIPS = { without: "without", against: "against-who" };
/** Measures that hold one side against another. */
const VERSUS = ["ahead", "votes-ahead", "share-ahead", "times", "more-seats", "more-votes"];

/**
 * @param {ClaimLabels} labels
 * @param {ClaimFigure} figure
 * @param {string[]} measures every measure there is
 * @param {(figure: ClaimFigure) => void} changed
 */
export function figureFields(labels, figure, measures, changed) {
  const { words } = labels;
  const node = make("div", { class: "claim-fields" });
  const chips = make("ul", { class: "claim-chips", role: "list", "aria-label": words.say("who") });
  let now = figure;

  /** @param {Partial<ClaimFigure>} change */
  function change(change) {
    now = { ...now, ...change };
    changed(now);
  }

  /** @param {"who" | "without" | "against"} list @param {string} id */
  function chip(list, id) {
    const who = labels.who(id);
    const said = list === "who" ? who : words.say(CHIPS[list], { who });
    const remove = button(
      "×",
      () => {
        change({ [list]: (now[list] ?? []).filter((one) => one !== id) });
        renderChips();
        add.control.focus();
      },
      { "aria-label": words.say("remove", { who }) },
    );
    return make("li", { class: "claim-chip" }, make("span", {}, said), remove);
  }

  function renderChips() {
    const who = (now.who ?? []).map((id) => chip("who", id));
    const without = (now.without ?? []).map((id) => chip("without", id));
    const against = (now.against ?? []).map((id) => chip("against", id));
    chips.replaceChildren(...who, ...without, ...against);
  }

  const measure = select(
    words.say("kind"),
    measures.map((one) => [one, words.say(`measure.${one}`)]),
    (value) => {
      change({ measure: value });
      versus.node.hidden = !VERSUS.includes(value);
    },
    figure.measure,
  );
  const { alliances, parties } = labels.dataset;
  const ids = [...alliances, ...parties].map(({ id }) => id);
  const named = ids.map((id) => [id, labels.who(id)]);

  /** A list of names that adds a chip. @param {"who" | "against"} list @param {string[][]} choices */
  function adder(list, choices) {
    const field = select(
      words.say(list === "who" ? "add" : "versus"),
      [["", "–"], ...choices],
      (id) => {
        if (id && !now[list]?.includes(id)) change({ [list]: [...(now[list] ?? []), id] });
        field.control.value = "";
        renderChips();
      },
      "",
    );
    return field;
  }

  const add = adder("who", [...named, ["others", words.say("others")]]);
  const versus = adder("against", named);

  /** @param {"number" | "limit"} name */
  function field(name) {
    const given = now[name];
    if (!given) return [];
    const input = make("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      value: printedText(given),
      oninput: () => {
        const number = readPrinted(input.value, now[name]);
        attr(input, "aria-invalid", number ? null : "true");
        if (number) change({ [name]: number });
      },
    });
    return [labelled(words.say(name), input)];
  }

  renderChips();
  versus.node.hidden = !VERSUS.includes(figure.measure);
  const place = figure.place
    ? [
        make(
          "span",
          { class: "claim-place" },
          words.say("where", { where: labels.place(figure.place) }),
        ),
      ]
    : [];
  const numbers = [...field("number"), ...field("limit")];
  node.append(measure.node, chips, ...place, add.node, versus.node, ...numbers);
  return node;
}
