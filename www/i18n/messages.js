/** Interface words, numbers and the names in a dataset, in one language. */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {string | Record<string, string>} Name */

/** The languages there is a message file for, each by its own name. */
export const LANGUAGES = { en: "English", hi: "हिन्दी" };

export class Words {
  #messages;
  #bring;
  /** @type {Promise<void> | null} */
  #rest = null;
  #plural;
  #number;
  #hundredths;
  /** Numbers said before: an edit says most of them again. @type {Map<number, string>} */
  #said = new Map();
  /** Messages as they were taken apart: what stands between the places, and the names of these. @type {Map<string, string[]>} */
  #parts = new Map();
  /** What some messages are said with instead where the data are no declared result. @type {Record<string, any>} */
  #instead = Object.create(null);
  /** What such data say of themselves, to fill places with. @type {Record<string, string>} */
  #result = {};

  /**
   * @param {Record<string, any>} messages those of the first screen
   * @param {string} locale such as "en-IN"
   * @param {() => Promise<Record<string, any>>} bring answers all others, asked for once they are needed
   */
  constructor(messages, locale, bring) {
    this.#messages = messages;
    this.#bring = bring;
    this.locale = locale;
    this.language = locale.split("-")[0];
    this.#plural = new Intl.PluralRules(locale);
    this.#number = new Intl.NumberFormat(locale);
    this.#hundredths = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    this.collator = new Intl.Collator(locale, { numeric: true });
  }

  /** A message with its places filled; numbers are grouped, and `n` chooses the plural form. @param {string} key @param {Record<string, any>} [values] */
  say(key, values = {}) {
    let form = this.#instead[key] ?? this.#messages[key] ?? key;
    if (typeof form === "object") form = form[this.#plural.select(values.n)] ?? form.other;
    let parts = this.#parts.get(form);
    if (!parts) this.#parts.set(form, (parts = form.split(/\{(\w+)\}/)));
    let said = parts[0];
    for (let at = 1; at < parts.length; at += 2) {
      const value = values[parts[at]] ?? this.#result[parts[at]] ?? "";
      said += (typeof value === "number" ? this.number(value) : value) + parts[at + 1];
    }
    return said;
  }

  /** Fits the messages to the kind of result shown. @param {any} result `house.result` of the dataset @param {Record<string, any>} instead messages for it */
  fit(result, instead) {
    this.#result = result;
    // A host's page may have put fields of its own into every object.
    this.#instead = Object.assign(Object.create(null), instead);
  }

  /** Brings the messages of what opens later; once they are here, at once. Rejects where they cannot be had. */
  complete() {
    this.#rest ??= this.#bring().then(
      (found) => {
        this.#messages = { ...this.#messages, ...found };
      },
      (error) => {
        this.#rest = null;
        throw error;
      },
    );
    return this.#rest;
  }

  /** @param {string} key */
  has(key) {
    return key in this.#messages;
  }

  /** @param {number} n */
  number(n) {
    let said = this.#said.get(n);
    if (!said) {
      if (this.#said.size > 5000) this.#said.clear();
      this.#said.set(n, (said = this.#number.format(n)));
    }
    return said;
  }

  /** 3318 is "33.18". @param {number} n hundredths */
  hundredths(n) {
    return this.#hundredths.format(n / 100);
  }

  /** A share that is not nothing: 37 is "0.37 %", 0 "under 0.01 %". @param {number} n hundredths, rounded */
  share(n) {
    return n ? `${this.hundredths(n)}\u00a0%` : this.say("share.least");
  }

  /** 5000 is "50", 374 is "3.74". @param {number} n hundredths */
  percent(n) {
    return n % 100 ? this.hundredths(n) : this.number(n / 100);
  }

  /** "+3", "−3", "0". @param {number} n */
  signed(n) {
    return n > 0 ? `+${this.number(n)}` : n < 0 ? `−${this.number(-n)}` : "0";
  }

  /** "A, B and C". @param {string[]} items */
  and(items) {
    if (items.length < 2) return items.join("");
    return items.slice(0, -1).join(", ") + this.say("and") + items.at(-1);
  }

  /** "2024-11-23" or a time in ISO 8601 as a day, which no line breaks. @param {string} iso */
  date(iso) {
    const month = iso.length === 7;
    const day = new Date(month ? `${iso}-15` : iso.length === 10 ? `${iso}T12:00:00` : iso);
    return Number.isNaN(day.getTime())
      ? iso
      : new Intl.DateTimeFormat(this.locale, {
          day: month ? undefined : "numeric",
          month: "short",
          year: "numeric",
        })
          .format(day)
          .replaceAll(" ", "\u00a0");
  }

  /** A name of the dataset in this language. @param {Name | undefined} name */
  name(name) {
    return typeof name === "object" ? (name[this.language] ?? name.en) : (name ?? "");
  }
}
