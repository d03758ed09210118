/** One pool or swing as the tool holds it: what the controls say, and its place in the scenario. */

import { replace } from "../state/edits.js";

/** @import { Change, Context, Edit, Report } from "../types.d.ts" */
/** @typedef {Extract<Edit, { swing: unknown }>["swing"]} Swing */
/** @typedef {Extract<Edit, { pool: unknown }>["pool"]} PoolEdit */
/**
 * `efficiency` is null until the reader has chosen one.
 * @typedef {Omit<PoolEdit, "efficiency"> & { efficiency: number | null }} Pool
 */

/** What makes one pool or swing another one than the next. @param {Partial<Swing & Pool>} body */
const about = ({ from, to, target, joiners, scope, model }) =>
  JSON.stringify([from, to, target, joiners, scope ?? null, model ?? "uniform"]);

/** @template {Swing | Pool} S */
export class EditControl {
  /** Its place in the scenario's edits; -1: it is not among them. */
  place = -1;
  /** Its place where the present movement began. */
  #start = -1;

  /**
   * @param {Context} ctx
   * @param {"swing" | "pool"} kind
   * @param {S} state what the controls say, in the scenario or not
   * @param {Partial<S>} off what of it says that there is no such edit
   * @param {() => void} redraw where only the controls change
   */
  constructor(ctx, kind, state, off, redraw) {
    this.ctx = ctx;
    this.kind = kind;
    this.state = state;
    this.off = off;
    this.redraw = redraw;
  }

  /**
   * Its state with these changes; what is off is no edit.
   * @param {Partial<S>} changes @returns {Change}
   */
  change(changes) {
    const body = { ...this.state, ...changes };
    const fields = /** @type {(keyof S)[]} */ (Object.keys(this.off));
    const none = fields.every((field) => body[field] === this.off[field]);
    return (edits) => replace(this.#start, none ? null : this.#edit(body))(edits);
  }

  /** What an edit of this kind says. @param {Edit} edit @returns {S | undefined} */
  #body(edit) {
    return /** @type {Record<string, S>} */ (/** @type {unknown} */ (edit))[this.kind];
  }

  /** @param {S} body */
  #edit(body) {
    return /** @type {Edit} */ (/** @type {unknown} */ ({ [this.kind]: body }));
  }

  /** @param {Partial<S>} changes @param {(change: Change) => void} way */
  #put(changes, way) {
    const change = this.change(changes);
    this.state = { ...this.state, ...changes };
    if (change([]).length || this.place >= 0) way(change);
    else this.redraw();
  }

  /** A choice, which is one step of history. @param {Partial<S>} changes */
  choose(changes) {
    this.ctx.session.settle();
    this.#put(changes, this.ctx.edit);
  }

  /** What a slider shows while it moves. @param {Partial<S>} changes */
  preview(changes) {
    this.#put(changes, this.ctx.preview);
  }

  /** Says what the whole page has no time for. @param {Partial<S>} changes */
  glance(changes) {
    this.ctx.glance(this.ctx.session.glance(this.change(changes)));
  }

  /**
   * Its place among edits: its own, or that of one a link or a question brought.
   * @param {Edit[]} edits
   */
  find(edits) {
    const bodies = edits.map((edit) => this.#body(edit));
    const own = bodies.findIndex((body) => body && about(body) === about(this.state));
    if (own >= 0) return own;
    // A proportional swing comes from other programs only: the tool has no words for it.
    return bodies.findIndex((body) => body && !("model" in body && body.model === "proportional"));
  }

  /** @param {Report} report */
  follow({ scenario: { edits } }) {
    const { moving } = this.ctx.session;
    this.place = this.find(edits);
    if (!moving) this.#start = this.place;
    const body = this.place < 0 ? undefined : this.#body(edits[this.place]);
    if (body) this.state = body;
    // While it moves, a value that changes nothing stays as the reader has it.
    else if (!moving) this.state = { ...this.state, ...this.off };
  }

  /**
   * Why it could not hold with each of these changes: codes of problems, or null.
   * @param {Partial<S>[]} all @returns {(string | null)[]}
   */
  refusals(all) {
    const edits = all.map((changes) => this.#edit({ ...this.state, ...changes }));
    return this.ctx.session.core.use((calculator) => calculator.refusals(this.place, edits));
  }

  /** The scenario's other edits, on which its analysis depends. */
  get others() {
    return this.ctx.session.edits.filter((_, i) => i !== this.place);
  }
}
