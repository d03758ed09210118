/**
 * `<seat-calculator>`: the calculator as one custom element. Until it is ready, and where it cannot be, its own
 * children show: the declared result as the page's HTML has it.
 */

import { unpack } from "./app/columns.js";
import { Core } from "./app/core.js";
import { Address, Session } from "./app/session.js";
import { Names, Words } from "./app/words.js";
import { changesView } from "./view/changes.js";
import { attr, make, show, text } from "./view/dom.js";
import { fold, later } from "./view/later.js";
import { partiesView } from "./view/parties.js";
import { questionsView } from "./view/questions.js";
import { barsView, declared, hypothesis, stripView, totals, verdictSentence, verdictView } from "./view/result.js";
import { seatsView } from "./view/seats.js";
import { tilesView } from "./view/tiles.js";

/** @typedef {import("./pkg/seat_calculator.js").Report} Report */

/** Said only if the message file itself did not arrive. */
const LOST = { "load.failed": "The calculator could not be loaded. Below is the declared result.", "load.retry": "Retry" };
const HERE = import.meta.url;
/** From this width the page has two columns, and the picture stands above the questions. */
const DESK = 992;

/** @param {string} path beside this module */
async function get(path) {
  const answer = await fetch(new URL(path, HERE));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.text();
}

export class SeatCalculator extends HTMLElement {
  #attempt = 0;
  #words = null;
  /** Takes the address and the screen up again, or lets go of them; there once it is ready. @type {((on: boolean) => void) | null} */
  #live = null;

  /** Id of the election: the data file of that name beside this module, unless `src` names another. */
  get election() {
    return this.getAttribute("election") ?? "jharkhand-2024";
  }

  connectedCallback() {
    if (this.shadowRoot) {
      this.#live?.(true);
      return;
    }
    const root = this.attachShadow({ mode: "open" });
    const sheet = make("link", { rel: "stylesheet", href: new URL("./css/seat-calculator.css", HERE).href });
    const styled = new Promise((done) => {
      sheet.addEventListener("load", done);
      sheet.addEventListener("error", done);
    });
    root.append(sheet, make("slot"));
    this.#load(styled);
  }

  disconnectedCallback() {
    this.#live?.(false);
  }

  /** @param {string} name @param {any} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async #load(styled) {
    const root = this.shadowRoot;
    try {
      const language = this.getAttribute("lang") ?? "en";
      const said = (part) => get(`./i18n/${language}${part}.json`).then(JSON.parse);
      const messages = said("");
      messages.then((found) => { this.#words = new Words(found, `${language}-IN`, () => said(".more")); }, () => {});
      const src = this.getAttribute("src");
      const dataset = get(src ?? `./data/${this.election}.page.json`).then((json) => unpack(JSON.parse(json)));
      const core = dataset.then((data) => Core.load(data, !src, this.#attempt));
      const [, data, loaded] = await Promise.all([messages, dataset, core, styled]);
      this.#start(data, loaded);
    } catch (error) {
      console.warn("seat-calculator:", error);
      this.#failed(root, styled);
      this.#tell("error", { code: error.code ?? "load", message: String(error.message ?? error) });
    }
  }

  /** The declared result stays in sight, with a way to try again. */
  #failed(root, styled) {
    const say = (key) => this.#words?.say(key) ?? LOST[key];
    const retry = make("button", { type: "button", onclick: () => {
      this.#attempt += 1;
      attr(retry, "aria-disabled", "true");
      this.#load(styled);
    } }, say("load.retry"));
    const again = root.querySelector(".failed");
    const notice = make("div", { class: "notice failed", role: "alert" }, make("p", {}, say("load.failed")), retry);
    if (!again) root.querySelector("slot").before(notice);
    else {
      attr(again.querySelector("button"), "aria-disabled", null);
      text(again.querySelector("p"), say("load.failed"));
    }
  }

  #start(dataset, core) {
    const words = this.#words;
    const names = new Names(dataset, words);
    const live = make("p", { class: "quiet", role: "status", "aria-live": "polite" });
    const notices = make("div", { class: "notices" });
    // What opens later has these from here: imported there as well, they would be a file of their own.
    const ctx = { fold, later, words, names, dataset, announce: (said) => text(live, said) };
    let previous = /** @type {Report | null} */ (null);
    let views = [];
    let opening = false;

    const session = new Session(core, (report, why) => {
      for (const view of views) view.render(report);
      // A link that was opened stays in the address as it came until the reader's next edit, damaged or not.
      if (!opening) ctx.address?.keep(report.scenario.text);
      if (why === "preview" || opening && why === "same") return;
      if (why === "same") ctx.announce(words.say("history.nothing"));
      else ctx.announce(announcement(report, previous ?? session.baseline, ctx));
      previous = report;
      if (why !== "same") tell(report);
    });
    const tell = ({ scenario: { text }, verdict, alliances }) => this.#tell("outcome-change", { text, verdict, alliances });

    let full = false;
    /** Puts the full core in place, with its words, and shows what only it can say. Rejects where they cannot be had. */
    const complete = async () => {
      await Promise.all([core.complete(), words.complete()]);
      if (full) return;
      full = true;
      session.again();
      page.dataset.core = "full";
      for (const view of views) view.render(session.report);
    };

    /** Does what a reader asked; what the core refuses is said and changes nothing. What only the full core can do waits for it. */
    const attempt = (work, again = () => attempt(work)) => {
      try {
        return work();
      } catch (error) {
        if (error.code === "needs-full") {
          complete().then(again, (lost) => {
            console.warn("seat-calculator:", lost);
            notice(words.say("core.failed"), { act: again, label: words.say("load.retry") });
          });
          return;
        }
        const known = `refused.${error.code}`;
        wordy(() => notice(!error.code ? words.say("trap.failed") : words.has(known) ? words.say(known) : words.say("edit.refused", { message: error.message })));
        if (!error.code) console.error(error);
        this.#tell("error", { code: error.code ?? "trap", message: error.message });
      }
    };
    Object.assign(ctx, {
      session,
      complete,
      notice,
      edit: (change, question) => attempt(() => session.edit(change, question)),
      preview: (change) => attempt(() => session.preview(change), () => ctx.edit(change)),
      load: (text, question) => attempt(() => session.load(text, question)),
    });

    function notice(said, { text: kept = "", act = null, label = "" } = {}) {
      const box = make("div", { class: "notice", role: "alert" }, make("p", {}, said));
      if (kept) box.append(make("label", { class: "field wide" }, make("span", {}, words.say("link.text")), make("textarea", { readonly: true, rows: "2" }, kept)));
      if (act) box.append(make("button", { type: "button", onclick: () => { box.remove(); act(); } }, label), " ");
      box.append(make("button", { type: "button", class: "plain", onclick: () => box.remove() }, words.say("notice.close")));
      notices.replaceChildren(box);
    }

    /** Does what may need any word, with those it can have. @param {() => void} say */
    const wordy = async (say) => {
      attr(notices, "aria-busy", "true");
      await words.complete().catch((error) => console.warn("seat-calculator:", error));
      say();
      attr(notices, "aria-busy", null);
    };

    const open = (link, first = false) => {
      notices.replaceChildren();
      opening = true;
      const found = attempt(() => session.open(link, questions.asked), () => open(link, first));
      opening = false;
      if (first) {
        // Before what the reader came with there is nothing to go back to.
        session.past = [];
        changes.render(session.report);
        strip.render(session.report);
      }
      if (!found) return;
      wordy(() => {
        if (found.kind === "data") {
          notice(words.say("link.data"), { text: found.text, label: words.say("link.apply"), act: () => ctx.edit(() => found.edits, null) });
        } else notice(words.say(`link.${found.kind}`, found.values), { text: found.text });
      });
    };
    const address = new Address((link) => open(link));
    Object.assign(ctx, { address });

    const answer = verdictView(ctx);
    const bars = barsView(ctx);
    const strip = stripView(ctx);
    const changes = changesView(ctx);
    const questions = questionsView(ctx);
    const tiles = tilesView(ctx);
    const seats = seatsView(ctx);
    const votes = later(ctx, "./votes.js", "votesView", { full: true, css: "tools.css" });
    const partners = later(ctx, "./partners.js", "partnersView", { full: true, css: "tools.css" });
    const parties = partiesView(ctx);
    const around = fold(ctx, words.say("around"), "./around.js", "aroundView", { class: "sources", css: "facts.css" });
    ctx.around = around;
    const sources = fold(ctx, words.say("sources"), "./sources.js", "sourcesView", { class: "sources" });
    views = [answer, bars, strip, changes, questions, tiles, seats, votes, partners, parties, around];

    const tools = toolTabs(words, [["flip", seats], ["votes", votes], ["partners", partners]]);
    const skip = make("button", { type: "button", class: "skip", onclick: () => tools.focus() }, words.say("page.skip"));
    const page = make("div", { class: "page" }, skip, strip.node, answer.node, notices,
      make("div", { class: "first" }, bars.node, changes.node, ...(this.clientWidth < DESK ? [questions.node, tiles.node] : [tiles.node, questions.node])), tools.node,
      make("div", { class: "second" }, make("div", { class: "stay" }, parties.node)), make("div", { class: "third" }, around.node, sources.node), live);
    page.dataset.core = "small";
    page.addEventListener("keydown", (event) => keys(event, session));
    for (const event of ["pointerover", "pointerleave", "focusin"]) page.addEventListener(event, tiles.point);

    for (const view of views) view.render(session.report);
    const link = address.text;
    if (link) open(link, true);
    live.textContent = "";
    session.past = [];
    // The link stays where it is: moved, its sheet would load anew and the page stand unstyled meanwhile.
    this.shadowRoot.querySelector(".failed")?.remove();
    this.shadowRoot.querySelector("slot").replaceWith(page);
    changes.render(session.report);
    strip.render(session.report);
    let watcher = null;
    this.#live = (on) => {
      address.follow(on);
      watcher?.disconnect();
      watcher = on ? strip.watch(answer.node) : null;
    };
    this.#live(this.isConnected);
    tell(session.report);
  }
}

/** One sentence after an edit: who gained or lost the majority first, then the result. */
function announcement(report, before, ctx) {
  const { words, names } = ctx;
  const holder = (one) => (one.verdict.kind === "majority" ? one.verdict.leaders[0] : null);
  const row = (one, id) => names.row(one.alliances.find((line) => line.id === id) ?? { kind: "", id });
  const was = holder(before);
  const is = holder(report);
  const said = [];
  if (was && was !== is) said.push(words.say("say.lost", { A: row(before, was) }));
  if (is && was !== is) said.push(words.say("say.won", { A: row(report, is) }));
  if (!report.edited.any) said.push(words.say("say.declared"), verdictSentence(report, ctx));
  else if (said.length || report.verdict.kind !== before.verdict.kind) said.push(hypothesis(report, ctx), verdictSentence(report, ctx));
  else said.push(hypothesis(report, ctx), `${totals(report, ctx)}.`, declared(report, ctx));
  return said.join(" ");
}

/** Undo and redo by keyboard, except where the browser undoes text. */
function keys(event, session) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  const field = event.target.closest("textarea, input:not([type=radio], [type=checkbox], [type=range])");
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
    const tab = make("button", { type: "button", role: "tab", id: `tab-${key}`, "aria-controls": `tool-${key}`, onclick: () => choose(i) }, words.say(`tool.${key}`));
    const panel = make("div", { role: "tabpanel", id: `tool-${key}`, "aria-labelledby": `tab-${key}` },
      make("p", { class: "quiet-text" }, words.say(`tool.${key}.note`)), view.node);
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
  return { node, focus: () => tabs.find(({ tab }) => tab.getAttribute("aria-selected") === "true").tab.focus() };
}

if (!customElements.get("seat-calculator")) customElements.define("seat-calculator", SeatCalculator);
