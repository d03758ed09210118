/** Where a scenario's text lives between visits: the fragment of the address. */

/**
 * The scenario text in a fragment, without what hosts and messengers append to addresses.
 * @param {string} hash
 */
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
 * An element on somebody else's page, whose address is none of its business: links go to the page of its own.
 * @param {string} page address to which a scenario's text is added @param {() => string} first the scenario the host gave
 */
export function noAddress(page, first) {
  return {
    get text() {
      return first();
    },
    follow() {},
    keep() {},
    of: (text) => (text ? `${page}#${text}` : page),
  };
}

/** Keeps the fragment at the scenario's text, with a history entry only for what replaces the whole scenario. */
export class Address {
  #timer = 0;
  #text = "";
  /** What is kept next has an entry of its own: the browser's Back leads to what it replaced. */
  fresh = false;
  /** Whether what waits to be written has one. */
  #push = false;

  /** @param {(text: string) => void} arrived the address got another scenario: a link, back, forward */
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
      if (name.startsWith("utm_")) url.searchParams.delete(name);
    url.hash = text;
    return text ? url.href : url.href.replace(/#$/, "");
  }

  /**
   * Writes as soon as the edit has been painted, then at most every 300 ms: browsers refuse a page that writes faster, and
   * writing takes as long as all the rest of an edit. What is written only while the page is being left may not be kept.
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
    requestAnimationFrame(() => setTimeout(() => this.#timer && this.#write()));
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#write();
    }, 300);
  }

  #write() {
    const how = this.#push ? "pushState" : "replaceState";
    this.#push = false;
    if (readFragment(location.hash) === this.#text) return;
    try {
      history[how](
        history.state,
        "",
        this.#text ? `#${this.#text}` : location.pathname + location.search,
      );
    } catch {
      // A sandboxed or file page may refuse; the scenario then lives in the page only.
    }
  }
}
