/**
 * What the element shows: the declared result in its slot, then the page, or a notice that it
 * failed.
 */

import { make } from "../components/dom.js";
import { address, bring, sheet } from "../core/assets.js";
import { PageContext } from "./context.js";
import { explainFailure } from "./failure.js";
import { buildViews, layOut } from "./layout.js";
import { load, watchPolicy } from "./load.js";
import { readOptions } from "./options.js";

/** @import { Loaded } from "./load.js" */
/** @import { Options } from "./options.js" */
/** @typedef {ReturnType<typeof buildViews>} Views */

export class Controller {
  /** What stands in the element now: the slot, then the page. @type {HTMLElement} */
  #screen = make("slot");
  #root;
  #element;
  /** Which loading is the last one; what an earlier one brings is dropped. */
  #turn = 0;
  /** There once the page is shown. @type {PageContext | null} */
  context = null;
  /** Where its data came from. */
  #source = "";
  /** Takes the address and the screen up again, or lets go of them. @param {boolean} _on */
  follow = (_on) => {};
  /**
   * The frame that stands in where the host's policy lets no core run.
   * @type {import("./csp-fallback.js").Frame | null}
   */
  #frame = null;

  /** @param {import("../seat-calculator.js").SeatCalculator} element */
  constructor(element) {
    this.#element = element;
    const { node, ready } = sheet("seat-calculator.css");
    this.#root = element.attachShadow({ mode: "open" });
    this.#root.replaceChildren(node, make("div", { class: "host" }, this.#screen));
    // A small calculator starts without what only its tools need.
    const { mode, tools, ownsAddress } = readOptions(element, null);
    const small = (mode === "compact" || mode === "result") && !tools.includes("flip");
    const more = small ? null : sheet("page.css");
    // A question's slider stands there from the start.
    const asking = mode === "question";
    const [tool, votes] = [asking ? sheet("tools.css") : null, asking ? sheet("votes.css") : null];
    for (const one of [more, tool, votes]) if (one) node.before(one.node);
    const embed = ownsAddress ? null : sheet("embed.css");
    if (embed) node.after(embed.node);
    // Pages of our own have the browser's root font size.
    const foreign = !element.hasAttribute("address") && !element.hasAttribute("framed");
    const sheets = [ready, more?.ready, tool?.ready, votes?.ready, embed?.ready];
    this.load([...sheets, foreign && this.#fitSizes()]);
  }

  async #fitSizes() {
    try {
      (await bring("element/rem-to-px.js")).inPixels(this.#root);
    } catch {
      // Then sizes follow the host page's.
    }
  }

  /** Sends an event to the host. @param {string} name @param {unknown} detail */
  #tell = (name, detail) => {
    this.#element.dispatchEvent(new CustomEvent(name, { detail }));
  };

  /**
   * An attribute has another value.
   * @param {string} name @param {string | null} before @param {string | null} now
   */
  attributeChanged(name, before, now) {
    if (this.#frame) this.#frame.tell({ [name]: now ?? "" });
    else if (name === "theme") return;
    else if (name === "scenario" && !this.#element.hasAttribute("headline"))
      this.context?.open(this.context.address.text);
    else if (before !== now) this.load();
  }

  /**
   * Loads what is missing and shows the page.
   * @param {unknown[]} [styled] what its looks wait for
   */
  async load(styled = []) {
    const turn = ++this.#turn;
    const policy = watchPolicy();
    const options = readOptions(this.#element, this.#element.data);
    try {
      // Fail early if the host page has replaced `then`: everything below depends on it.
      await Promise.resolve().then();
      // Another language or mode shows the same scenario with the same core.
      const shown = this.#source === sourceOf(options) ? this.context : null;
      const [loaded] = await Promise.all([load(options, shown), ...styled]);
      const style = policy.refused.find((one) => one.startsWith("style"));
      if (style) throw new Error(style);
      if (turn === this.#turn) this.#show(options, loaded);
    } catch (error) {
      // What the browser was about to say of its policy comes with the next task.
      await new Promise((done) => setTimeout(done));
      if (turn === this.#turn) await this.#fail(error, options, policy.refused[0]);
    } finally {
      policy.stop();
    }
  }

  /**
   * @param {unknown} error @param {Options} options
   * @param {string | undefined} refused by the host's policy
   */
  async #fail(error, options, refused) {
    if (refused && !options.framed && !this.context) {
      const fallback = await bring("element/csp-fallback.js").catch(() => null);
      const page = address("embed.html");
      this.#frame = (await fallback?.showFrame(this.#element, this.#screen, refused, page)) ?? null;
      if (this.#frame) return;
    }
    console.warn("seat-calculator:", error);
    await explainFailure(this.#element, this.#screen, options, error, () => this.load());
    const { code = "load", message = String(error), problems } = Object(error);
    this.#tell("error", { code, message, problems });
  }

  /** @param {Options} options @param {Loaded} loaded */
  #show(options, loaded) {
    this.follow(false);
    const element = this.#element;
    const switching = this.#root.activeElement?.closest(".languages");
    const given = () => element.getAttribute("scenario") ?? "";
    // Read while nothing has changed yet, which would make the browser lay out the page.
    const width = element.clientWidth;
    const drawn = element.querySelector(".drawn .frame");
    const context = new PageContext(options, loaded, given, this.#tell);
    const views = buildViews(context, options, loaded, width, drawn);
    layOut(context, options, loaded.fullPage, views, width, (language) => this.#speak(language));
    context.count?.attach(context, views.answer.node);
    const asksOwn = options.mode === "question" && options.headline;
    const link = loaded.session || asksOwn ? "" : context.address.text;
    context.start(link, Boolean(asks(context)) && asks(context) !== asks(this.context));
    // The style sheet's link stays where it is: moved, it would load again.
    this.#root.querySelector(".failed")?.remove();
    const old = this.#screen;
    old.replaceWith(context.page);
    this.#screen = context.page;
    this.#source = sourceOf(options);
    this.context = context;
    enhance(context, options, views);
    if (loaded.session && old.dataset.mode === options.mode)
      bring("element/restore-state.js").then(
        ({ restoreState }) => restoreState(old, context.page, views.answer.node.children[0]),
        () => {},
      );
    const button = context.page.querySelector(".languages button");
    if (switching && button instanceof HTMLElement) button.focus();
    this.follow = follower(context, options, views);
    this.follow(element.isConnected);
    if (!loaded.session) context.tellOutcome();
  }

  /**
   * Switches the language, in the page's address too where that is the element's own.
   * @param {string} language
   */
  #speak(language) {
    if (this.#element.hasAttribute("address")) {
      this.context?.address.leave();
      const url = new URL(location.href);
      url.searchParams.set("lang", language);
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // A sandboxed page or a file may refuse; the language then lives in the page only.
      }
    }
    this.#element.setAttribute("lang", language);
  }
}

/** What an embed asks, if it asks something. @param {PageContext | null} context */
const asks = (context) => context?.mode === "question" && context.questions[0]?.text;

/** Where the data come from, in one text. @param {Options} options */
const sourceOf = ({ source, recipe, feed }) => `${source} ${recipe} ${feed}`;

/**
 * What comes to the page once it stands.
 * @param {PageContext} context @param {Options} options @param {Views} views
 */
function enhance(context, { framed, language, ownsAddress }, { tiles, votes }) {
  const { page, session } = context;
  page.addEventListener("keydown", (event) => undoByKey(event, session));
  for (const event of ["pointerover", "pointerleave", "focusin"])
    page.addEventListener(event, tiles.point);
  if (framed)
    bring("result/inline-result.js").then(
      ({ echoView }) => context.views.push(echoView(context, page)),
      () => {},
    );
  if (language !== "en")
    bring("i18n/mark-language.js").then(
      ({ mark }) => mark(page),
      () => {},
    );
  if (ownsAddress) {
    if (/[?&]sure=/.test(location.search))
      bring("chance/link.js").then(
        ({ openSure }) => openSure(page, votes),
        () => {},
      );
    const { words, dataset } = context;
    document.documentElement.lang = language;
    document.title = words.say("page.title", { title: words.name(dataset.title) });
  }
}

/**
 * Follows the address and the screen, or no more.
 * @param {PageContext} context @param {Options} options @param {Views} views
 */
function follower({ address: own, count }, { framed }, { strip, answer, print }) {
  /** @type {IntersectionObserver | null} */
  let watcher = null;
  /** @param {boolean} on */
  return (on) => {
    own.follow(on);
    count?.follow(on);
    print.follow?.(on);
    watcher?.disconnect();
    watcher = on && !framed ? strip.watch(answer.node) : null;
  };
}

/**
 * Undo and redo by keyboard, except where the browser undoes text.
 * @param {KeyboardEvent} event @param {import("../state/session.js").Session} session
 */
function undoByKey(event, session) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  const text = "textarea, input:not([type=radio], [type=checkbox], [type=range])";
  const field = /** @type {Element} */ (event.target).closest(text);
  if (field && !(/** @type {HTMLInputElement} */ (field).readOnly)) return;
  event.preventDefault();
  if (event.shiftKey) session.redo();
  else session.undo();
}
