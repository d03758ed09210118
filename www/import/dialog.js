/**
 * The import: a file, its check, alliances, one screen each. It lies over the election that is
 * shown, which stays until another is opened.
 */

import { attr, button, list, make, show, text } from "../components/dom.js";
import { sheet } from "../core/assets.js";
import { AlliancesStep } from "./alliances-step.js";
import { CheckStep } from "./check-step.js";
import { Draft } from "./draft.js";
import { carriesParty } from "./dragged-parties.js";
import { FileStep } from "./file-step.js";
import { openElection } from "./open-election.js";
import { importWords } from "./words.js";

/** @import { Words } from "../i18n/messages.js" */
/** One screen. @typedef {{ node: HTMLElement, render(): void, focus(): void }} Step */

const STEPS = ["file", "check", "alliances"];

/**
 * Opens the import.
 * @param {Element} mount where its dialog stands
 * @param {string} language
 */
export async function openImport(mount, language) {
  const dialog = new ImportDialog(await importWords(language));
  mount.append(dialog.node);
  await dialog.styled;
  dialog.node.showModal();
  dialog.go(0);
  return dialog;
}

export class ImportDialog {
  /** The screen that is shown. */
  #at = 0;

  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    this.draft = new Draft(() => this.#render());
    this.file = new FileStep(this);
    /** @type {Step[]} */
    this.steps = [this.file, new CheckStep(this), new AlliancesStep(this)];
    this.live = make("p", { class: "quiet", role: "status" });
    this.trail = make("ol", { class: "trail", role: "list" });
    this.standing = make("p", { class: "standing" });
    this.back = button(words.say("back"), () => this.go(this.#at - 1));
    this.next = button("", () => this.#forward(), { class: "main" });
    const title = make("h2", { id: "import-title" }, words.say("title"));
    const close = button(words.say("close"), () => this.node.close(), { class: "plain" });
    const { node: style, ready } = sheet("import.css");
    /** Its style sheet is there, or failed to load. */
    this.styled = ready;
    this.node = make(
      "dialog",
      { class: "import", "aria-labelledby": "import-title", lang: words.language },
      style,
      make("header", {}, title, this.trail, close),
      make("div", { class: "screen" }, ...this.steps.map(({ node }) => node)),
      make("footer", {}, this.standing, this.back, this.next),
      this.live,
    );
    this.node.addEventListener("close", () => {
      this.draft.stop();
      this.node.remove();
    });
    // What the page's own keys do is not for this dialog.
    this.node.addEventListener("keydown", (event) => event.stopPropagation());
    this.#takeAnywhere();
  }

  /** A file may be dropped on any screen, a table pasted on the first. */
  #takeAnywhere() {
    this.node.addEventListener("dragover", (event) => event.preventDefault());
    this.node.addEventListener("drop", (event) => {
      event.preventDefault();
      if (carriesParty(event)) return;
      this.go(0);
      this.file.received(event.dataTransfer);
    });
    this.node.addEventListener("paste", (event) => {
      if (this.#at) return;
      event.preventDefault();
      this.file.received(event.clipboardData);
    });
  }

  /** Shows a screen. @param {number} at */
  go(at) {
    this.#at = at;
    this.#render();
    this.steps[at].focus();
    this.announce(this.words.say("step", { n: at + 1, name: this.words.say(STEPS[at]) }));
  }

  /** @param {string} said */
  announce(said) {
    this.live.textContent = said;
  }

  async #forward() {
    if (this.#at < STEPS.length - 1) return this.go(this.#at + 1);
    attr(this.next, "aria-disabled", true);
    await openElection(this.draft, this.node, this.words);
    attr(this.next, "aria-disabled", null);
  }

  /** Whether a screen can be gone to. @param {number} at */
  #open(at) {
    return at === 0 || (this.draft.reading !== null && (at === 1 || !this.draft.fatal));
  }

  #render() {
    const { draft, words } = this;
    const at = this.#at;
    list(
      this.trail,
      STEPS,
      (step) => step,
      (step) =>
        make(
          "li",
          {},
          button(words.say(step), () => this.go(STEPS.indexOf(step))),
        ),
      (item, step) => {
        const i = STEPS.indexOf(step);
        const press = /** @type {HTMLButtonElement} */ (item.firstElementChild);
        attr(press, "aria-current", i === at && "step");
        press.disabled = !this.#open(i);
      },
    );
    this.steps.forEach((step, i) => {
      show(step.node, i === at);
      if (i === at) step.render();
    });
    show(this.back, at > 0);
    show(this.next, at > 0 || this.#open(1));
    const last = at === STEPS.length - 1;
    text(
      this.next,
      last ? openLabel(draft, words) : words.say(at ? "next.alliances" : "next.check"),
    );
    this.next.disabled = Boolean(draft.busy) || !this.#open(Math.min(at + 1, STEPS.length - 1));
    text(this.standing, at ? standing(draft, words) : "");
  }
}

/** What the file comes to, in one line. @param {Draft} draft @param {Words} words */
function standing({ reading, fatal, busy }, words) {
  if (busy) return words.say("busy");
  if (!reading || fatal) return words.say("cannot");
  const [seats, held] = [reading.seats, reading.held];
  const open = seats - held ? words.say("standing.open", { n: seats - held }) : "";
  return words.say("standing", { held, n: seats }) + open;
}

/** @param {Draft} draft @param {Words} words */
function openLabel({ reading }, words) {
  const [seats, held] = [reading?.seats ?? 0, reading?.held ?? 0];
  return seats === held
    ? words.say("open")
    : words.say("open.partly", { held, seats, n: seats - held });
}
