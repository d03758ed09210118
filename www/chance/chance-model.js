/** Chances of a swing: prepared once for each scenario without it, then asked for many times. */

/** @import { Chances, Likely } from "../pkg/seat_calculator.js" */
/** @import { Context, Edit } from "../types.d.ts" */
/** @import { Swing } from "../votes/edit-control.js" */
/**
 * Standard deviations in hundredths of a point: of each seat's own error, and of the one in common.
 * @typedef {{ scatter: number, common: number }} Errors
 */

export class ChanceModel {
  /**
   * What was prepared, from what, and in which instance of the module: it is lost with that.
   * @type {{ chances: Chances, from: string, instance: number } | null}
   */
  #made = null;

  /** @param {Context} ctx */
  constructor(ctx) {
    this.ctx = ctx;
  }

  /**
   * Throws what the core refuses.
   * @param {Swing} swing @param {Edit[]} others the scenario without it @param {Errors} errors
   * @returns {Likely}
   */
  likely({ points, from, to, scope }, others, { scatter, common }) {
    const { core, baseline } = this.ctx.session;
    // While votes are counted the data change under the same edits.
    const key = JSON.stringify([baseline.fingerprint, from, to, scope, others]);
    return core.use((calculator, instance) => {
      if (this.#made?.from !== key || this.#made.instance !== instance) {
        if (this.#made?.instance === instance) this.#made.chances.free();
        this.#made = null;
        const chances = calculator.chances({ from, to, scope });
        this.#made = { chances, from: key, instance };
      }
      return this.#made.chances.likely(points, scatter, common);
    });
  }
}
