/** The page's sentences, numbers and dates in one language. */

/** @import { Name } from "../types.d.ts" */
/** A sentence, or one for each plural form. @typedef {string | Record<string, string>} Message */
/**
 * A message file. `led` and `count` say some of the messages otherwise, where the data are a vote
 * that nobody was elected by, or a count that goes on.
 * @typedef {Record<"messages" | "led" | "count", Record<string, Message>> & { more?: string }}
 *   MessageFile `more`: the file of all that the first screen does not say; the build makes it
 */
/**
 * What fills the places of a message.
 * @typedef {Record<string, string | number | undefined>} Values
 */

/** The languages there is a message file for, each by its own name. */
export const LANGUAGES = { en: "English", hi: "हिन्दी" };
/** The country whose habits of writing numbers and dates the page follows. */
const COUNTRY = "IN";

export class Words {
  /** @type {Map<string, Message>} */
  #messages = new Map();
  #kind;
  #values;
  /** The file of the messages that are missing yet. @type {string | undefined} */
  more;
  /** @type {Intl.PluralRules | undefined} */
  #plural;
  /** @type {Intl.NumberFormat | undefined} */
  #whole;
  /** @type {Intl.NumberFormat | undefined} */
  #hundredths;
  /** @type {Intl.Collator | undefined} */
  #collator;

  /**
   * @param {string} language such as "en"
   * @param {MessageFile} file
   * @param {{ kind?: "led" | "count", at?: string }} [result] what the data are instead of a
   *   declared result; its fields fill places of messages too
   */
  constructor(language, file, result = {}) {
    this.language = language;
    this.locale = `${language}-${COUNTRY}`;
    this.#kind = result.kind;
    this.#values = new Map(Object.entries(result));
    this.add(file);
  }

  /** @param {MessageFile} file */
  add(file) {
    this.more = file.more;
    // A host page may have given every object a `kind`.
    const instead = (this.#kind && file[this.#kind]) ?? {};
    for (const messages of [file.messages, instead])
      for (const [key, message] of Object.entries(messages)) this.#messages.set(key, message);
  }

  /**
   * A message with its places filled; numbers are grouped, and `n` chooses the plural form.
   * @param {string} key
   * @param {Values} [values]
   */
  say(key, values = {}) {
    const message = this.#messages.get(key) ?? key;
    const form =
      typeof message === "string"
        ? message
        : (message[this.#pluralOf(Number(values.n))] ?? message.other);
    const parts = form.split(/\{(\w+)\}/);
    let said = parts[0];
    for (let at = 1; at < parts.length; at += 2) {
      const value = values[parts[at]] ?? this.#values.get(parts[at]) ?? "";
      said += (typeof value === "number" ? this.number(value) : value) + parts[at + 1];
    }
    return said;
  }

  /** @param {string} key */
  has(key) {
    return this.#messages.has(key);
  }

  /** @param {number} n */
  #pluralOf(n) {
    this.#plural ??= new Intl.PluralRules(this.locale);
    return this.#plural.select(n);
  }

  /** @param {number | bigint} n a whole number */
  number(n) {
    // Up to here the digits of both languages stand alone, and most numbers are small.
    if (n >= 0 && n < 1000) return String(n);
    this.#whole ??= new Intl.NumberFormat(this.locale);
    return this.#whole.format(n);
  }

  /** 3318 is "33.18". @param {number} n hundredths */
  hundredths(n) {
    this.#hundredths ??= new Intl.NumberFormat(this.locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    return this.#hundredths.format(n / 100);
  }

  /** A share that is not nothing: 37 is "0.37 %", 0 "under 0.01 %". @param {number} n hundredths */
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
    return this.#joined(items, "and");
  }

  /** "A, B or C". @param {string[]} items */
  or(items) {
    return this.#joined(items, "or");
  }

  /** @param {string[]} items @param {"and" | "or"} last message between the last two */
  #joined(items, last) {
    if (items.length < 2) return items.join("");
    return items.slice(0, -1).join(", ") + this.say(last) + items.at(-1);
  }

  /** A day, which no line breaks. @param {string} iso "2024-11-23", "2024-11" or a time */
  date(iso) {
    const month = iso.length === 7;
    const day = new Date(month ? `${iso}-15` : iso.length === 10 ? `${iso}T12:00:00` : iso);
    if (Number.isNaN(day.getTime())) return iso;
    const format = new Intl.DateTimeFormat(this.locale, {
      day: month ? undefined : "numeric",
      month: "short",
      year: "numeric",
    });
    return format.format(day).replaceAll(" ", "\u00a0");
  }

  /** A name of the dataset in this language. @param {Name | undefined} name */
  name(name) {
    return typeof name === "object" ? (name[this.language] ?? name.en) : (name ?? "");
  }

  /** Order of texts in this language, numbers in them by value. */
  get collator() {
    this.#collator ??= new Intl.Collator(this.locale, { numeric: true });
    return this.#collator;
  }
}
