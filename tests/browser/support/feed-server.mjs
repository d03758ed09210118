// A server that serves the feed of a count, or misbehaves; and a page whose time passes when the
// test says so.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after } from "node:test";

/** A recorded state of the count of Jharkhand 2024, 1 to 4, with changes. */
export function state(n, changes = {}) {
  const file = new URL(`../../../rehearsal/jharkhand-2024/live-${n}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(file, "utf8")), ...changes };
}

/** What a good answer is sent with. */
const HEADERS = { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" };

/**
 * Serves one address on an origin of its own until the end of the test file.
 *
 * @returns {Promise<{address: string, asked: object[], paths: string[], answer: (request: any, response: any) =>
 * void, serve: (state: object, headers?: object) => void}>}
 * `asked`, `paths`: headers and paths of the requests so far; `answer` may be replaced at any time; `serve` answers
 * with a state
 */
export async function startFeed() {
  const feed = { asked: [], paths: [] };
  const server = createServer((request, response) => {
    feed.asked.push(request.headers);
    feed.paths.push(request.url);
    feed.answer(request, response);
  });
  feed.serve = (content, headers = {}) => {
    feed.answer = (_, response) => {
      response.writeHead(200, { ...HEADERS, ...headers });
      response.end(typeof content === "string" ? content : JSON.stringify(content));
    };
  };
  feed.status = (status) => {
    feed.answer = (_, response) => {
      response.writeHead(status, HEADERS);
      response.end("{}");
    };
  };
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  feed.address = `http://127.0.0.1:${server.address().port}/live.json`;
  feed.HEADERS = HEADERS;
  return feed;
}

/** Milliseconds from which a timer waits for `pass`. */
const LONG = 5000;

/** Runs in the page: `pass(ms)` moves its clock, and long timers that are due ring. */
function clock(long) {
  let ahead = 0;
  const [now, later, never] = [
    performance.now.bind(performance),
    setTimeout.bind(self),
    clearTimeout.bind(self),
  ];
  const waiting = new Map();
  let last = 0;
  performance.now = () => now() + ahead;
  self.setTimeout = (act, milliseconds = 0, ...given) => {
    if (milliseconds < long) return later(act, milliseconds, ...given);
    last -= 1;
    waiting.set(last, { at: performance.now() + milliseconds, act });
    return last;
  };
  self.clearTimeout = (timer) => waiting.delete(timer) || never(timer);
  // The page says in the console that a look has failed.
  self.warned = 0;
  const { warn } = console;
  console.warn = (...said) => {
    self.warned += 1;
    warn.apply(console, said);
  };
  self.pass = (milliseconds) => {
    ahead += milliseconds;
    for (const [timer, { at, act }] of [...waiting]) {
      if (at > performance.now()) continue;
      waiting.delete(timer);
      act();
    }
  };
}

/** Makes time pass in the page when the test says so. */
export const clockwork = (page) => page.evaluateOnNewDocument(clock, LONG);

/** The same as a script for a page of the test's own. */
export const CLOCK = `<script>(${clock})(${LONG})</script>`;

/** @param {import("puppeteer-core").Page} page @param {number} seconds */
export const pass = (page, seconds) => page.evaluate((ms) => self.pass(ms), seconds * 1000);
