/** A file on its way to an election: what the reader decided, and what follows from it. */

import { Reader } from "./reader.js";

/** @import { ColumnRead, Reading, TableRow } from "../pkg/import/seat_import.js" */

/** Role of the columns that are parties: a recipe names them all in one choice. */
const PARTY_VOTES = "party_votes";
/** Choices for this file alone. */
const OF_THIS_FILE = /^(cell|row)\./;

export class Draft {
  /** Name of the file, "" for pasted text. */
  name = "";
  /** @type {Reading | null} */
  reading = null;
  /** What the reader decided, by the id of the decision. @type {Map<string, string>} */
  choices = new Map();
  /** What is under way. @type {"" | "opening" | "reading"} */
  busy = "";
  /** What failed, as the importer or the browser says it. */
  failure = "";
  #reader = new Reader();
  #changed;
  #turn = 0;

  /** @param {() => void} changed called whenever anything is different */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Whether nothing can be opened. */
  get fatal() {
    return !this.reading || this.reading.problems.fatal;
  }

  /** Opens a file. @param {Blob} file @param {string} name */
  async open(file, name) {
    this.stop();
    for (const id of [...this.choices.keys()]) if (OF_THIS_FILE.test(id)) this.choices.delete(id);
    this.name = name;
    this.reading = null;
    await this.#work("opening", async () => {
      await this.#reader.open(new Uint8Array(await file.arrayBuffer()), name);
      return this.#reader.read(this.#recipe);
    });
  }

  /** Takes a decision. @param {string} id @param {string} choice */
  choose(id, choice) {
    return this.#decide((choices) => choices.set(id, choice));
  }

  /** The file decides again. @param {string} id */
  undo(id) {
    return this.#decide((choices) => choices.delete(id));
  }

  /** Takes several decisions at once. @param {Iterable<[string, string]>} all */
  chooseAll(all) {
    return this.#decide((choices) => {
      for (const [id, choice] of all) choices.set(id, choice);
    });
  }

  /** What a column holds. @param {number} at @param {string} role "" for nothing that is read */
  map(at, role) {
    const columns = this.reading?.columns ?? [];
    const before = columns[at].role;
    return this.#decide((choices) => {
      if (before === PARTY_VOTES || role === PARTY_VOTES) {
        const isParty = (/** @type {ColumnRead} */ one, /** @type {number} */ i) =>
          i === at ? role === PARTY_VOTES : one.role === PARTY_VOTES;
        const labels = columns.filter(isParty).map(({ name }) => name);
        choices.set("party-columns", labels.join(" | "));
      } else if (before) {
        if (role) choices.delete(`column.${before}`);
        else choices.set(`column.${before}`, "");
      }
      if (role && role !== PARTY_VOTES) choices.set(`column.${role}`, columns[at].name);
    });
  }

  /**
   * Takes the decisions of a recipe. Throws where the text is none.
   * @param {string} text
   */
  async useRecipe(text) {
    const { recipe, decisions } = JSON.parse(text);
    const all = Object.entries(Object(decisions));
    if (recipe !== 1 || all.some(([, choice]) => typeof choice !== "string"))
      throw new Error("no recipe");
    await this.chooseAll(/** @type {[string, string][]} */ (all));
  }

  /** The decisions for the next file of this shape, as JSON text. */
  recipe() {
    return this.#reader.recipe();
  }

  /** The election as JSON text. @param {string} id */
  dataset(id) {
    return this.#reader.dataset(id);
  }

  /** Rows of the table. @param {number} from @param {number} count @returns {Promise<TableRow[]>} */
  rows(from, count) {
    return this.#reader.rows(from, count);
  }

  /** Ends what is under way, and closes the file. */
  stop() {
    this.#turn += 1;
    this.#reader.stop();
    this.busy = "";
  }

  get #recipe() {
    return JSON.stringify({ recipe: 1, decisions: Object.fromEntries(this.choices) });
  }

  /** @param {(choices: Map<string, string>) => unknown} decide */
  async #decide(decide) {
    const before = new Map(this.choices);
    decide(this.choices);
    if (!this.reading) return;
    await this.#work("reading", () => this.#reader.read(this.#recipe));
    // A choice that the importer refuses is not kept.
    if (this.failure) this.choices = before;
  }

  /** @param {"opening" | "reading"} what @param {() => Promise<Reading>} work */
  async #work(what, work) {
    const turn = ++this.#turn;
    this.busy = what;
    this.failure = "";
    this.#changed();
    /** @type {Reading | null} */
    let reading = null;
    let failure = "";
    try {
      reading = await work();
    } catch (error) {
      failure = String(Object(error).message ?? error);
    }
    if (turn !== this.#turn) return;
    this.busy = "";
    this.failure = failure;
    this.reading = reading ?? this.reading;
    this.#changed();
  }
}
