/** Shapes of the modules that follow a count. */

import type { CountPoint, Update } from "../pkg/seat_calculator.js";

/** What the follower needs of the world: tests hand it another one. */
export interface World {
  fetch(address: string, options: RequestInit): Promise<Response>;
  /** Milliseconds on a clock that does not jump. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Whether the page is seen and online. */
  able(): boolean;
  /** Does something later; answers what takes that back. */
  after(milliseconds: number, act: () => void): () => void;
}

/** What is known of the looks, for the sentence about them. */
export interface Standing {
  update: Update | null;
  /** Milliseconds since the last state came, and since the last good answer; null: none came. */
  since: number;
  silent: number | null;
  failures: number;
  /** Milliseconds between two looks. */
  pace: number;
  paused: boolean;
  /** Whether a state waits until a control rests. */
  waiting: boolean;
  /** Whether it is a state that was kept, which nothing follows. */
  moment: boolean;
}

/** A state of the count in its course, with the time as the feed writes it. */
export interface TimedPoint extends CountPoint {
  clock: string;
}
