/** Where a scenario's text lives between visits: the fragment of the address. */

import { afterPaint } from "../components/after-paint.js";

/** @import { ScenarioAddress } from "../types.d.ts" */

/** Milliseconds between two writes: browsers refuse pages that write more often. */
const PAUSE = 300;

/** What others put into an address to follow its readers. */
const TRACKER =
  /^(utm_.*|.*clid|[gw]braid|igshi?d?|mc_[ce]id|_g[al]|_hs.*|mkt_tok|srsltid|ref_(src|url))$/i;

/** The scenario in a fragment, without what hosts and messengers append. @param {string} hash */
export function readFragment(hash) {
  let text = hash.replace(/^#/, "");
  if (text.includes("%")) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // Not an escape after all: the core decides whether the text is whole.
    }
  }
  return text.replace(/[?&#].*$/s, "").replace(/:~:.*$/s, "");
}

/**
 * An element on a host's page leaves that page's address alone: its links lead to our own page.
 * @param {string} page address to which a scenario's text is added
 * @param {() => string} given the scenario that the host gave
 * @returns {ScenarioAddress}
 */
export function hostAddress(page, given) {
  return {
    own: false,
    fresh: false,
    get text() {
      return given();
    },
    of: (text) => (text ? `${page}#${text}` : page),
    keep() {},
    leave() {},
    follow() {},
  };
}

/**
 * Keeps the fragment of the page at the scenario's text. Only a change of the whole scenario has
 * an entry of its own in the browser's history.
 * @implements {ScenarioAddress}
 */
export class Address {
  #timer = 0;
  #text = "";
  own = true;
  /** The next text gets a history entry, so that the browser's Back leads to what it replaces. */
  fresh = false;
  /** Whether the text that waits to be written gets one. */
  #push = false;
  #later = afterPaint();

  /** @param {(text: string) => void} arrived the reader followed a link, or went back or forward */
  constructor(arrived) {
    this.#text = readFragment(location.hash);
    this.arrive = () => {
      const text = readFragment(location.hash);
      if (text === this.#text) return;
      this.#text = text;
      this.fresh = this.#push = false;
      arrived(text);
    };
    this.leave = () => this.#write();
  }

  /** Follows the address, or no more. @param {boolean} on */
  follow(on) {
    const set = on ? addEventListener : removeEventListener;
    set("hashchange", this.arrive);
    set("popstate", this.arrive);
    set("pagehide", this.leave);
    if (on) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  get text() {
    return this.#text;
  }

  /** Address of a scenario, to share. @param {string} text */
  of(text) {
    const url = new URL(location.href);
    for (const name of [...url.searchParams.keys()])
      if (TRACKER.test(name)) url.searchParams.delete(name);
    url.hash = text;
    return text ? url.href : url.href.replace(/#$/, "");
  }

  /**
   * Writes after the edit has been painted, because writing takes as long as the rest of an edit,
   * and then at most every 300 ms. What is only written while the page is left may be lost.
   * @param {string} text
   */
  keep(text) {
    if (this.fresh) {
      this.#write();
      this.#push = true;
    }
    this.fresh = false;
    this.#text = text;
    if (this.#timer) return;
    this.#later(() => this.#timer && this.#write());
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#write();
    }, PAUSE);
  }

  #write() {
    const how = this.#push ? "pushState" : "replaceState";
    this.#push = false;
    if (readFragment(location.hash) === this.#text) return;
    const url = this.#text ? `#${this.#text}` : location.pathname + location.search;
    try {
      history[how](history.state, "", url);
    } catch {
      // A sandboxed page or a file may refuse; the scenario then lives in the page only.
    }
  }
}
