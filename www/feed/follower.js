/**
 * Asks for the feed of a count, at the pace and with the patience that FEED.md says. It knows no
 * page: clock, network and chance are handed to it.
 */

/** @import { World } from "./types.d.ts" */

const SECOND = 1000;
/** Milliseconds after a first failure; each further one doubles them, up to the longest. */
const PAUSE = 60 * SECOND;
const LONGEST_PAUSE = 600 * SECOND;
/** Milliseconds in which an answer has to be there, whole. */
const PATIENCE = 10 * SECOND;
/** Bytes of the largest answer that is read. */
const MOST = 1_000_000;

/** What hosts send JSON as. */
const JSON_TYPE = /^(application\/([\w.-]+\+)?json|text\/plain)\b/;

/**
 * The text of an answer. Rejects where it is none in time, too large, or not of a kind that holds
 * a feed.
 * @param {string} address @param {World} world @param {AbortSignal} signal
 */
async function read(address, world, signal) {
  const answer = await world.fetch(address, {
    cache: "no-cache",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    // Another address is one that the owner of the page has not named.
    redirect: "error",
    signal,
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const type = answer.headers.get("Content-Type") ?? "text/plain";
  if (!JSON_TYPE.test(type)) throw new Error(`${type} is no JSON`);
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [said, size] = ["", 0];
  for (;;) {
    const part = await reader?.read();
    if (!part?.value) return said + decoder.decode();
    size += part.value.length;
    if (size > MOST) throw new Error(`more than ${MOST} bytes`);
    said += decoder.decode(part.value, { stream: true });
  }
}

export class Follower {
  /** How many looks have failed since the last good one. */
  failures = 0;
  /** When the last good answer came, on the clock of the world. @type {number | null} */
  answered = null;
  /** Milliseconds between two looks, before chance. */
  pace = PAUSE;
  /** Whether the reader has paused it. */
  paused = false;
  /** Whether there is nothing more to come. */
  over = false;
  #running = false;
  /** When the next look is due. */
  #due = 0;
  /** Takes back the timer that is set. */
  #cancel = () => {};
  /** @type {AbortController | null} */
  #asking = null;

  /**
   * @param {string} address of the feed
   * @param {(text: string) => { next: number, over: boolean }} take takes an answer, and says in
   * how
   *   many seconds the next look is; throws where it is no good
   * @param {(error: unknown) => void} looked called after each look, with what went wrong or null
   * @param {World} world
   */
  constructor(address, take, looked, world) {
    this.address = address;
    this.take = take;
    this.looked = looked;
    this.world = world;
  }

  /** Begins or goes on, at once if a look is due. */
  start() {
    this.#running = true;
    this.wake();
  }

  /** Stops; what is on its way is dropped. */
  stop() {
    this.#running = false;
    this.#cancel();
    this.#asking?.abort();
  }

  /** @param {boolean} paused */
  pause(paused) {
    this.paused = paused;
    this.wake();
  }

  /** The page may be seen, or be online, again; or no more. */
  wake() {
    this.#cancel();
    if (!this.#running || this.over || this.paused || this.#asking || !this.world.able()) return;
    const wait = this.#due - this.world.now();
    if (wait <= 0) this.look();
    else this.#cancel = this.world.after(wait, () => this.wake());
  }

  /** Looks now. */
  async look() {
    const asking = new AbortController();
    this.#asking = asking;
    const cancel = this.world.after(PATIENCE, () => asking.abort());
    /** @type {unknown} */
    let wrong = null;
    try {
      const text = await read(this.address, this.world, asking.signal);
      const { next, over } = this.take(text);
      this.failures = 0;
      this.answered = this.world.now();
      this.pace = next * SECOND;
      this.over = over;
    } catch (error) {
      wrong = error ?? new Error("failed");
    }
    cancel();
    // A body that is not read to its end would go on coming.
    asking.abort();
    this.#asking = null;
    if (wrong && !this.#running) return;
    if (wrong) this.failures += 1;
    const pause = wrong ? Math.min(PAUSE * 2 ** (this.failures - 1), LONGEST_PAUSE) : this.pace;
    this.#due = this.world.now() + pause * (0.8 + 0.4 * this.world.random());
    this.looked(wrong);
    this.wake();
  }
}
