/**
 * `<seat-calculator>`: the calculator as one custom element. Until it is ready, and where it cannot be, its own
 * children show: the declared result as the page's HTML has it.
 */

import { part, unpack } from "./dataset/columns.js";
import { Core } from "./core/calculator-client.js";
import { address as whereIs, bring, sheet, text as file } from "./core/assets.js";
import { Names } from "./dataset/names.js";
import { LANGUAGES, Words } from "./i18n/messages.js";
import { Address, noAddress, readFragment } from "./state/address.js";
import { Session } from "./state/session.js";
import { changesView } from "./changes/toolbar.js";
import { attr, make, show, text } from "./components/dom.js";
import { fold, later } from "./components/lazy-view.js";
import { barsView } from "./result/bars.js";
import {
  answerSentence,
  declaredTotals,
  hypothesis,
  totals,
  verdictSentence,
} from "./result/sentences.js";
import { stripView } from "./result/strip.js";
import { verdictView } from "./result/verdict.js";
import { tilesView } from "./chart/tile-map.js";

/** @typedef {import("./pkg/seat_calculator.js").Report} Report */

/** Said only if the message file itself did not arrive. */
const LOST = {
  "load.failed": "The calculator could not be loaded.",
  "load.below": "Below is the declared result.",
  "load.retry": "Retry",
};
/** From this width the page has two columns, and the picture stands above the questions. */
const DESK = 992;
const FIRST = "jharkhand-2024";
/** Kinds of result that are said otherwise than a declared one. */
const KINDS = ["led", "count"];
const TOOLS = ["flip", "votes", "partners"];

/** A dataset. @param {string | URL} source an election's id, JSON text, or an address @returns {Promise<any>} */
async function data(source) {
  if (source instanceof URL) return JSON.parse(await file(source.href));
  if (source.startsWith("{")) return JSON.parse(source);
  if (/^[a-z0-9-]{1,80}$/.test(source))
    return unpack(JSON.parse(await file(`data/${source}.page.json`)));
  throw Object.assign(new Error(`no election is called "${source}"`), { code: "election" });
}

/** Sizes on pages with a root font size of their own. @param {ShadowRoot} root */
async function fit(root) {
  try {
    (await bring("element/rem-to-px.js")).inPixels(root);
  } catch {
    // Then they are the page's.
  }
}

export class SeatCalculator extends HTMLElement {
  static observedAttributes = [
    "election",
    "src",
    "scenario",
    "lang",
    "theme",
    "mode",
    "controls",
    "question",
    "headline",
  ];

  #words = null;
  /** Data given by the host instead of a file: JSON text, or the address of some. @type {string | URL | null} */
  #given = null;
  /** Which loading is the last one; what an earlier one brings is dropped. */
  #turn = 0;
  /** Where the page stands, in place of the slot. @type {any} */
  #screen = make("slot");
  /** Takes the address and the screen up again, or lets go of them; there once it is ready. @type {((on: boolean) => void) | null} */
  #live = null;
  /** What the methods work on; there once it is ready. @type {any} */
  #ctx = null;
  /** The frame that stands in where this page's policy lets no core run. @type {{ tell: (wish: any) => void } | null} */
  #frame = null;

  /** Id of the election: the data file of that name beside this module, unless `src` names another. */
  get election() {
    return this.getAttribute("election") ?? FIRST;
  }

  set election(id) {
    this.setAttribute("election", id);
  }

  /** A dataset as an object, or its address; null for the election's own. Not `dataset`, which every element has for its `data-` attributes. */
  get data() {
    return this.#given;
  }

  /** @param {any} given */
  set data(given) {
    const isAddress = typeof given === "string" || given instanceof URL;
    this.#given =
      given === null || given === undefined
        ? null
        : isAddress
          ? new URL(given, this.baseURI)
          : JSON.stringify(given);
    if (this.shadowRoot) this.#load();
  }

  /** The scenario's text, as in links; setting it is opening a link. */
  get scenario() {
    return this.#ctx?.session.text ?? this.getAttribute("scenario") ?? "";
  }

  set scenario(text) {
    this.setAttribute("scenario", text);
  }

  undo() {
    this.#ctx?.session.undo();
  }

  redo() {
    this.#ctx?.session.redo();
  }

  /**
   * What is shown, to take away: "text" (the scenario), "link", "sentence", or "json" (the whole report).
   * @param {"text" | "link" | "sentence" | "json"} [kind]
   * @returns {Promise<string>} rejects before the element is ready and for other kinds
   */
  async export(kind = "text") {
    const { taken } = await bring("element/export.js");
    if (!this.#ctx) throw new Error("not ready");
    return taken(kind, this.#ctx);
  }

  connectedCallback() {
    for (const name of ["data", "scenario", "election"]) {
      if (!Object.hasOwn(this, name)) continue;
      // Given before the element was defined.
      const given = this[name];
      delete this[name];
      this[name] = given;
    }
    if (this.shadowRoot) {
      this.#live?.(true);
      return;
    }
    const { node, ready } = sheet("seat-calculator.css");
    const host = make("div", { class: "host" }, this.#screen);
    const root = this.attachShadow({ mode: "open" });
    root.replaceChildren(node, host);
    this.#load([ready, !this.hasAttribute("address") && !this.hasAttribute("framed") && fit(root)]);
  }

  disconnectedCallback() {
    this.#live?.(false);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.shadowRoot) return;
    if (this.#frame) this.#frame.tell({ [name]: now ?? "" });
    else if (name === "theme") return;
    else if (name === "scenario" && !this.hasAttribute("headline"))
      this.#ctx?.open(this.#ctx.address.text);
    else if (before !== now) this.#load();
  }

  /** @param {string} name @param {any} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  get #language() {
    const asked = this.hasAttribute("address") && new URLSearchParams(location.search).get("lang");
    const wanted = asked || this.getAttribute("lang") || "";
    return Object.hasOwn(LANGUAGES, wanted) ? wanted : "en";
  }

  /** Loads what is not here and puts the page together. @param {any[]} [styled] what its looks wait for */
  async #load(styled = []) {
    const turn = ++this.#turn;
    const language = this.#language;
    const refused = [];
    let messages = null;
    // The page around has refusals of its own.
    const watch = ({ effectiveDirective, blockedURI }) =>
      [whereIs(""), "wasm-eval"].some((ours) => blockedURI.startsWith(ours)) &&
      refused.push(`${effectiveDirective} ${blockedURI}`);
    addEventListener("securitypolicyviolation", watch);
    try {
      // A page that broke this has broken all that follows: better now than half way.
      await Promise.resolve().then();
      const source =
        this.#given ??
        (this.hasAttribute("src")
          ? new URL(this.getAttribute("src"), this.baseURI)
          : this.election);
      // What a translation lacks is said in English.
      const said = async (part) =>
        Object.assign(
          {},
          ...(await Promise.all(
            [...new Set(["en", language])].map((one) =>
              file(`i18n/${one}${part}.json`).then(JSON.parse),
            ),
          )),
        );
      messages =
        this.#words?.language === language
          ? null
          : said("").then((found) => {
              this.#words = new Words(found, `${language}-IN`, () => said(".more"));
            });
      // Whoever waits for it below hears of it.
      messages?.catch(() => {});
      // Another language or mode shows the same scenario with the same core.
      const kept = this.#ctx?.source === String(source) ? this.#ctx : null;
      const dataset = kept ? null : data(source);
      const shown = async () => {
        const result = (kept?.dataset ?? (await dataset)).house?.result ?? {};
        return [result, KINDS.includes(result.kind) ? await said(`.${result.kind}`) : {}];
      };
      const core =
        kept?.session.core ??
        dataset.then(async (one) => {
          const made = Core.load(one, source === this.election);
          // Other languages have their names in the other parts; who reads the whole page will ask for the candidates'.
          if (language !== "en") await (await made).rest();
          else if (one.rest && this.#mode === "full") part(one, 0).catch(() => {});
          return made;
        });
      // What is shown already may take any word.
      if (kept)
        await Promise.all([
          language !== "en" && core.rest(),
          messages?.then(() => this.#words?.complete()),
        ]);
      const wide =
        this.#mode === "full" || this.#mode === "question" || this.#tools.includes("flip")
          ? bring("element/full-page.js")
          : null;
      const [, fresh, loaded, more, fitting] = await Promise.all([
        messages,
        dataset,
        core,
        wide,
        shown(),
        ...styled,
      ]);
      // Without its looks it would be a heap of words.
      if (refused.some((one) => one.startsWith("style"))) throw new Error(refused[0]);
      if (turn !== this.#turn) return;
      this.#words.fit(...fitting);
      this.#start(kept?.dataset ?? fresh, loaded, String(source), more, kept?.session);
    } catch (error) {
      // It is said in the reader's language where that can be had.
      await messages?.catch(() => {});
      if (turn !== this.#turn) return;
      // What the browser was about to say of its policy comes with the next task.
      await new Promise((done) => {
        setTimeout(done);
      });
      if (refused.length && !this.hasAttribute("framed") && !this.#ctx) {
        const { standIn } = await bring("element/csp-fallback.js").catch(() => ({}));
        this.#frame = await standIn?.(this, this.#screen, refused[0], whereIs("embed.html"));
        if (this.#frame) return;
      }
      console.warn("seat-calculator:", error);
      this.#failed();
      // No such file, or an id that could be none's.
      const none = /^40|^no e/.test(error.message) && !this.#given && !this.hasAttribute("src");
      if (none && this.#words)
        bring("element/unknown-election.js")
          .then(({ elsewhere }) => elsewhere(this, this.#words))
          .catch(() => {});
      this.#tell("error", {
        code: error.code ?? "load",
        message: String(error.message ?? error),
        problems: error.problems,
      });
    } finally {
      removeEventListener("securitypolicyviolation", watch);
    }
  }

  /** The declared result stays in sight, with a way to try again. */
  #failed() {
    const say = (key) => (this.#words?.has(key) ? this.#words.say(key) : LOST[key]);
    const retry = make(
      "button",
      {
        type: "button",
        onclick: () => {
          attr(retry, "aria-disabled", "true");
          this.#load();
        },
      },
      say("load.retry"),
    );
    const again = this.shadowRoot.querySelector(".failed");
    // A host may have put nothing between the tags.
    const said = say("load.failed") + (this.querySelector("table") ? ` ${say("load.below")}` : "");
    const notice = make(
      "div",
      { class: "page notice failed", role: "alert", "data-small": "" },
      make("p", {}, said),
      retry,
    );
    if (!again) this.#screen.before(notice);
    else {
      attr(again.querySelector("button"), "aria-disabled", null);
      text(again.querySelector("p"), said);
    }
  }

  get #mode() {
    const wanted = this.getAttribute("mode") ?? "";
    return ["compact", "result", "question"].includes(wanted) ? wanted : "full";
  }

  get #tools() {
    const named = this.getAttribute("controls")?.split(/[\s,]+/);
    return TOOLS.filter((id) =>
      named
        ? named.includes(id)
        : this.#mode === "full" || (this.#mode === "compact" && id === "partners"),
    );
  }

  /** What of the page is shown, by the mode and what else the host chose. */
  #plan(dataset) {
    const mode = this.#mode;
    const headline = this.getAttribute("headline");
    const all = dataset.questions ?? [];
    const asked = this.getAttribute("question");
    const known = all.find(({ id }) => id === asked);
    if (mode === "question" && asked && !known && !headline)
      console.warn(
        `seat-calculator: no question is called "${asked}"; there are: ${all.map(({ id }) => id).join(", ")}`,
      );
    const one = headline
      ? { id: "own", title: headline, scenario: readFragment(this.getAttribute("scenario") ?? "") }
      : (known ?? all[0]);
    return {
      mode,
      tools: this.#tools,
      questions: mode === "full" ? all : mode === "question" && one ? [one] : [],
    };
  }

  /** Another language, kept in the page's address where that is the element's own. @param {string} language */
  #speak(language) {
    if (this.hasAttribute("address")) {
      this.#ctx.address.leave();
      const url = new URL(location.href);
      url.searchParams.set("lang", language);
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // A sandboxed or file page may refuse; the language then lives in the page only.
      }
    }
    this.setAttribute("lang", language);
  }

  /** @param {any} dataset @param {Core} core @param {string} source @param {any} more the views that not every mode has @param {Session} [kept] the same scenario, shown otherwise before */
  #start(dataset, core, source, more, kept) {
    this.#live?.(false);
    const words = this.#words;
    const plan = this.#plan(dataset);
    const framed = this.hasAttribute("framed");
    const switched = this.shadowRoot.activeElement?.closest(".languages");
    const place = new Map(dataset.constituencies.map((one, i) => [one.id, i]));
    const names = new Names(dataset, words, (id) => {
      const at = place.get(id);
      const held = [session.report, session.baseline].find(
        ({ parties, constituencies }) => parties[constituencies.party[at]]?.id === "IND",
      );
      return held?.constituencies.winner[at] ?? 0;
    });
    const live = make("p", { class: "quiet", role: "status", "aria-live": "polite" });
    const notices = make("div", { class: "notices" });
    // What opens later has these from here: imported there as well, they would be a file of their own.
    const ctx = {
      fold,
      later,
      source,
      words,
      names,
      dataset,
      questions: plan.questions,
      framed,
      announce: (said) => {
        // The same words again are an answer too, but would not be heard as one.
        live.textContent = said === live.textContent ? `${said}\u00a0` : said;
      },
    };
    let previous = /** @type {Report | null} */ (null);
    let views = [];
    let opening = false;

    const session = new Session(core, (report, why) => {
      for (const view of views) view.render(report);
      // A link that was opened stays in the address as it came until the reader's next edit, damaged or not.
      if (!opening) ctx.address?.keep(report.scenario.text);
      if (why === "preview" || (opening && why === "same")) return;
      if (!opening) this.#screen.dataset.edited = "";
      if (why === "same") ctx.announce(words.say("history.nothing"));
      else ctx.announce(announcement(report, previous ?? session.baseline, ctx));
      previous = report;
      if (why !== "same") tell(report);
    });
    if (kept) {
      kept.settle();
      Object.assign(session, {
        past: kept.past,
        future: kept.future,
        question: kept.question,
        report: core.evaluate(kept.text),
      });
    }
    const tell = ({ scenario: { text }, verdict, alliances }) =>
      this.#tell("outcome-change", { text, verdict, alliances });

    let full = false;
    /** Brings all words and names there are. Rejects where they cannot be had. */
    const rest = async () => {
      const before = names.named;
      await Promise.all([words.complete(), core.rest()]);
      // Who has no party is called by name from now on.
      if (!before) for (const view of views) (view.named ?? view.render)(session.report);
    };

    /** Puts the full core in place, with its words, and shows what only it can say. Rejects where they cannot be had. */
    const complete = async () => {
      await Promise.all([core.complete(), rest()]);
      if (full) return;
      full = true;
      session.again();
      page.dataset.core = "full";
      for (const view of views) view.render(session.report);
    };

    let awaited = 0;
    /** Says whether something that was asked for is still on its way. @param {1 | -1} more */
    const waiting = (more) => {
      awaited += more;
      attr(notices, "aria-busy", awaited ? "true" : null);
    };

    /** Does what a reader asked; what the core refuses is said and changes nothing. What only the full core can do waits for it. */
    const attempt = (work, again = () => attempt(work)) => {
      try {
        return work();
      } catch (error) {
        if (error.code === "needs-full") {
          waiting(1);
          complete()
            .then(again, (lost) => {
              console.warn("seat-calculator:", lost);
              notice(words.say("core.failed"), { act: again, label: words.say("load.retry") });
            })
            .finally(() => waiting(-1));
          return;
        }
        const known = `refused.${error.code}`;
        wordy(() =>
          notice(
            !error.code
              ? words.say("trap.failed")
              : words.has(known)
                ? words.say(known)
                : words.say("edit.refused", { message: error.message }),
          ),
        );
        if (!error.code) console.error(error);
        this.#tell("error", { code: error.code ?? "trap", message: error.message });
      }
    };
    Object.assign(ctx, {
      session,
      loadFullCore: complete,
      loadDetails: rest,
      notice,
      edit: (change, question) => attempt(() => session.edit(change, question)),
      glance: (found) => {
        for (const view of views) view.glance?.(found);
      },
      preview: (change) =>
        attempt(
          () => session.preview(change),
          () => ctx.edit(change),
        ),
      // Of the whole scenario, as a question or a preset does it: the browser's Back undoes that too.
      load: (text, question) => {
        address.fresh = true;
        attempt(() => session.load(text, question));
      },
    });

    function notice(said, { text: kept = "", act = null, label = "", more = null } = {}) {
      const box = make("div", { class: "notice", role: "alert" }, make("p", {}, said));
      if (kept)
        box.append(
          make(
            "label",
            { class: "field wide" },
            make("span", {}, words.say("link.text")),
            make("textarea", { readonly: true, rows: "2" }, kept),
          ),
        );
      if (more) box.append(more, " ");
      if (act)
        box.append(
          make(
            "button",
            {
              type: "button",
              onclick: () => {
                box.remove();
                act();
              },
            },
            label,
          ),
          " ",
        );
      box.append(
        make(
          "button",
          {
            type: "button",
            class: "plain",
            onclick: () => {
              box.remove();
              changes.node.querySelector("button:not([hidden])").focus();
            },
          },
          words.say("notice.close"),
        ),
      );
      notices.replaceChildren(box);
    }

    /** Does what may need any word, with those it can have. @param {() => any} say */
    const wordy = async (say) => {
      waiting(1);
      await rest().catch((error) => console.warn("seat-calculator:", error));
      try {
        await say();
      } catch (error) {
        console.warn("seat-calculator:", error);
        notice(words.say("later.failed"));
      }
      waiting(-1);
    };

    let opened = 0;
    const open = (link, first = false) => {
      const turn = ++opened;
      notices.replaceChildren();
      opening = true;
      const found = attempt(
        () => session.open(link, questions.asked ?? []),
        () => turn === opened && open(link, first),
      );
      opening = false;
      if (first) {
        // Before what the reader came with there is nothing to go back to.
        session.past = [];
        changes.render(session.report);
        strip.render(session.report);
      }
      // What a host wrote by hand it answers for.
      if (!found || (found.kind === "unverified" && !own)) return;
      wordy(async () => {
        const { arrived } = await bring("share/link-notice.js");
        if (turn === opened) arrived(ctx, found);
      });
    };
    const own = this.hasAttribute("address");
    // Each election has a page of its own; data of the host's has none.
    const home = whereIs(
      source === FIRST ? "" : /^[a-z0-9-]+$/.test(source) ? `${source}.html` : "",
    );
    const address = own
      ? new Address((link) => open(link))
      : noAddress(`${home}?lang=${words.language}`, () => {
          const given = readFragment(this.getAttribute("scenario") ?? "");
          // A host may write the edits alone.
          return given && !given.includes("~") ? `0~1~${dataset.id}~~${given}` : given;
        });
    Object.assign(ctx, { mode: plan.mode, address, open, sheet, file, home, whereIs });

    const answer = verdictView(ctx);
    const bars = barsView(ctx);
    const strip = stripView(ctx);
    const changes = changesView(ctx);
    const tiles = tilesView(ctx);
    const votes = later(ctx, "votes/tool.js", "votesView", { full: true, css: "tools.css" });
    const partners = later(ctx, "partners/tool.js", "partnersView", { css: "tools.css" });
    const none = { node: make("div"), render() {} };
    const questions = plan.questions.length ? more.questionsView(ctx) : none;
    const seats = plan.tools.includes("flip") ? more.seatsView(ctx) : none;
    const parties = plan.mode === "full" ? more.partiesView(ctx) : none;
    const paper = plan.mode === "full" ? more.onPaperView(ctx) : none;
    const known = ["earlier", "polls", "day"].filter((one) => dataset.facts?.includes(one));
    const around = fold(
      ctx,
      words.say("around", {
        what: (known.length ? known : ["else"])
          .map((one) => words.say(`around.has.${one}`))
          .join(", "),
      }),
      "facts/panel.js",
      "aroundView",
      { class: "sources", css: "facts.css" },
    );
    ctx.around = around;
    const sources = fold(ctx, words.say("sources"), "facts/sources.js", "sourcesView", {
      class: "sources",
    });
    const byTool = { flip: seats, votes, partners };
    const chosen = plan.tools.map((key) => [key, byTool[key]]);
    const tools =
      plan.mode === "full" && chosen.length ? toolTabs(words, chosen) : toolFolds(words, chosen);
    const away = make("a", { target: "_blank", rel: "noopener" }, words.say("page.away"));
    const first = {
      full: [bars, changes, ...(this.clientWidth < DESK ? [questions, tiles] : [tiles, questions])],
      compact: [bars, tiles, changes],
      question: [questions, bars, changes],
      result: [bars],
    }[plan.mode];
    views = [
      answer,
      bars,
      strip,
      changes,
      questions,
      tiles,
      seats,
      votes,
      partners,
      parties,
      paper,
      around,
      own ? none : { render: (report) => attr(away, "href", address.of(report.scenario.text)) },
    ];
    answer.node.prepend(
      make(
        "p",
        { class: "languages" },
        ...Object.entries(LANGUAGES)
          .filter(([id]) => id !== words.language)
          .map(([id, name]) =>
            make(
              "button",
              { type: "button", class: "plain", lang: id, onclick: () => this.#speak(id) },
              name,
            ),
          ),
      ),
    );

    const page = make(
      "div",
      {
        class: "page",
        "data-mode": plan.mode,
        "data-small": plan.mode !== "full",
        lang: words.language,
      },
      framed ? "" : strip.node,
      answer.node,
      notices,
      make("div", { class: "first" }, ...first.map((view) => view.node)),
      chosen.length ? tools.node : "",
    );
    if (plan.mode === "full") {
      changes.node.append(paper.node);
      page.prepend(
        make(
          "button",
          { type: "button", class: "skip", onclick: () => tools.focus() },
          words.say("page.skip"),
        ),
      );
      page.append(
        make("div", { class: "second" }, make("div", { class: "stay" }, parties.node)),
        make("div", { class: "third" }, around.node, sources.node),
      );
    }
    page.append(own ? "" : make("p", { class: "away" }, away), live);
    for (const [name, view] of Object.entries({
      answer,
      bars,
      tiles,
      changes,
      questions,
      tools,
      parties,
    }))
      view.node.part = name;
    page.dataset.core = "small";
    page.addEventListener("keydown", (event) => keys(event, session));
    for (const event of ["pointerover", "pointerleave", "focusin"])
      page.addEventListener(event, tiles.point);
    if (!own) page.prepend(sheet("embed.css").node);
    if (framed)
      bring("result/inline-result.js").then(
        ({ echoView }) => views.push(echoView(ctx, page)),
        () => {},
      );

    if (words.language !== "en")
      bring("i18n/mark-language.js").then(
        ({ mark }) => mark(page),
        () => {},
      );

    for (const view of views) view.render(session.report);
    const link = address.text;
    if (link && !kept && !(plan.mode === "question" && this.hasAttribute("headline")))
      open(link, true);
    live.textContent = "";
    if (!kept) session.past = [];
    // The link stays where it is: moved, its sheet would load anew and the page stand unstyled meanwhile.
    this.shadowRoot.querySelector(".failed")?.remove();
    const old = this.#screen;
    old.replaceWith(page);
    this.#screen = page;
    if (kept && old.dataset.mode === plan.mode)
      bring("element/restore-state.js").then(
        ({ reopen }) => reopen(old, page, answer.node.firstChild),
        () => {},
      );
    this.#ctx = ctx;
    changes.render(session.report);
    strip.render(session.report);
    if (switched) page.querySelector(".languages button").focus();
    if (own) {
      document.documentElement.lang = words.language;
      document.title = words.say("page.title", { title: words.name(dataset.title) });
    }
    let watcher = null;
    this.#live = (on) => {
      address.follow(on);
      paper.follow?.(on);
      watcher?.disconnect();
      watcher = on && !framed ? strip.watch(answer.node) : null;
    };
    this.#live(this.isConnected);
    if (!kept) tell(session.report);
  }
}

/** One sentence after an edit: who gained or lost the majority first, then the result. */
function announcement(report, before, ctx) {
  const { words, names } = ctx;
  const holder = (one) => (one.verdict.kind === "majority" ? one.verdict.leaders[0] : null);
  const row = (one, id) =>
    names.row(one.alliances.find((line) => line.id === id) ?? { kind: "", id });
  const was = holder(before);
  const is = holder(report);
  const said = [];
  if (was && was !== is) said.push(words.say("say.lost", { A: row(before, was) }));
  if (is && was !== is) said.push(words.say("say.won", { A: row(report, is) }));
  if (!report.edited.any) said.push(words.say("say.declared"), verdictSentence(report, ctx));
  else if (said.length || report.floor.chosen || report.verdict.kind !== before.verdict.kind)
    said.push(hypothesis(report, ctx), answerSentence(report, ctx));
  else
    said.push(
      hypothesis(report, ctx),
      words.say("say.totals", { totals: totals(report, ctx) }),
      declaredTotals(report, ctx),
    );
  return said.join(" ");
}

/** Undo and redo by keyboard, except where the browser undoes text. */
function keys(event, session) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  const field = event.target.closest(
    "textarea, input:not([type=radio], [type=checkbox], [type=range])",
  );
  if (field && !field.readOnly) return;
  event.preventDefault();
  if (event.shiftKey) session.redo();
  else session.undo();
}

/** The tools as tabs: arrow keys move between them. @param {any} words @param {[string, any][]} tools key and view, which may wait to be opened */
function toolTabs(words, tools) {
  const bar = make("div", { class: "tabs", role: "tablist", "aria-label": words.say("tools") });
  const node = make("section", { class: "tools" }, bar);
  const tabs = tools.map(([key, view], i) => {
    const tab = make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${key}`,
        "aria-controls": `tool-${key}`,
        onclick: () => choose(i),
      },
      words.say(`tool.${key}`),
    );
    const panel = make(
      "div",
      { role: "tabpanel", id: `tool-${key}`, "aria-labelledby": `tab-${key}` },
      make("p", { class: "quiet-text" }, words.say(`tool.${key}.note`)),
      view.node,
    );
    bar.append(tab);
    node.append(panel);
    return { tab, panel, view };
  });
  function choose(chosen) {
    tabs.forEach(({ tab, panel, view }, i) => {
      if (i === chosen) view.open?.();
      attr(tab, "aria-selected", String(i === chosen));
      attr(tab, "tabindex", i === chosen ? null : "-1");
      show(panel, i === chosen);
    });
  }
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const now = tabs.findIndex(({ tab }) => tab.getAttribute("aria-selected") === "true");
    const next = (now + step + tabs.length) % tabs.length;
    choose(next);
    tabs[next].tab.focus();
    event.preventDefault();
  });
  choose(0);
  return {
    node,
    focus: () => tabs.find(({ tab }) => tab.getAttribute("aria-selected") === "true").tab.focus(),
  };
}

/** The tools one under the other, each in a fold: what an embed shows is not loaded before it is asked for. @param {any} words @param {[string, any][]} tools */
function toolFolds(words, tools) {
  const node = make("section", { class: "tools", "aria-label": words.say("tools") });
  for (const [key, view] of tools) {
    const fold = make(
      "details",
      { ontoggle: () => fold.open && view.open?.() },
      make("summary", {}, words.say(`tool.${key}`)),
      make("p", { class: "quiet-text" }, words.say(`tool.${key}.note`)),
      view.node,
    );
    node.append(fold);
  }
  return { node, focus: () => node.querySelector("summary").focus() };
}

try {
  if (!customElements.get("seat-calculator"))
    customElements.define("seat-calculator", SeatCalculator);
} catch (error) {
  console.warn("seat-calculator: not defined:", error);
}
