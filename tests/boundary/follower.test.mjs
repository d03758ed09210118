// When the feed of a count is asked for, and what is said about it: the page's own modules, with a
// clock, a network and chance of the test's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Follower } from "../../www/feed/follower.js";
import { clockAfter, nextSaid, standingSaid } from "../../www/feed/standing.js";
import { Words } from "../../www/i18n/messages.js";

const SECOND = 1000;

/** A world whose time passes when the test says so. */
function world(answers) {
  const timers = new Set();
  const asked = [];
  const of = {
    time: 5_000_000,
    chance: 0.5,
    seen: true,
    asked,
    now: () => of.time,
    random: () => of.chance,
    able: () => of.seen,
    after(milliseconds, act) {
      const timer = { at: of.time + milliseconds, act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    fetch(address, options) {
      asked.push({ at: of.time, address, options });
      return answers(asked.length, options);
    },
    /** Lets time pass, and what is due happen in order. */
    async pass(milliseconds) {
      const end = of.time + milliseconds;
      for (;;) {
        await settled();
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        of.time = Math.max(of.time, next.at);
        next.act();
      }
      of.time = end;
      await settled();
    },
    get timers() {
      return timers.size;
    },
  };
  return of;
}

/** Lets everything that was promised come about. */
const settled = () => new Promise((done) => setTimeout(done));

const headers = (type) => ({ "Content-Type": type });
const good = () => new Response("{}", { headers: headers("application/json") });

/** A follower that takes "{}" alone, and what it was told. */
function following(of, said = { next: 60, over: false }) {
  const told = [];
  const take = (text) => {
    if (text !== "{}") throw new Error("no state");
    return said;
  };
  const follower = new Follower(
    "https://a.example/live.json",
    take,
    (error) => told.push(error),
    of,
  );
  return { follower, told };
}

/** Seconds between one request and the next. */
const gaps = ({ asked }) => asked.slice(1).map(({ at }, i) => (at - asked[i].at) / SECOND);

test("it asks without cookies, referrer or a kept copy, at no other address", async () => {
  const of = world(good);
  following(of).follower.start();
  await settled();
  const [{ address, options }] = of.asked;
  assert.equal(address, "https://a.example/live.json");
  const { signal, ...rest } = options;
  assert.ok(signal instanceof AbortSignal);
  assert.deepEqual(rest, {
    cache: "no-cache",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
  });
});

test("every `next` seconds, each time 0.8 to 1.2 of that by chance", async () => {
  for (const [chance, gap] of [
    [0, 48],
    [0.5, 60],
    [1, 72],
  ]) {
    const of = world(good);
    of.chance = chance;
    following(of).follower.start();
    await of.pass(300 * SECOND);
    assert.deepEqual(new Set(gaps(of)), new Set([gap]));
  }
  const slow = world(good);
  following(slow, { next: 600, over: false }).follower.start();
  await slow.pass(3600 * SECOND);
  assert.deepEqual(gaps(slow), Array(6).fill(600));
});

test("after failures 60, 120, 240, 480, 600 seconds; a good answer ends that", async () => {
  const of = world((n) => (n < 9 ? new Response("", { status: 503 }) : good()));
  const { follower, told } = following(of);
  follower.start();
  await of.pass(4500 * SECOND);
  assert.deepEqual(gaps(of).slice(0, 9), [60, 120, 240, 480, 600, 600, 600, 600, 60]);
  assert.equal(told.filter(Boolean).length, 8);
  assert.equal(follower.failures, 0);
});

/** Answers that are no state, and what each would be. */
const stream = (part, times) => {
  let sent = 0;
  const pull = (controller) => (sent++ < times ? controller.enqueue(part) : controller.close());
  return new ReadableStream({ pull });
};
const BAD = {
  "not found": () => new Response("{}", { status: 404 }),
  "server error": () => new Response("{}", { status: 500 }),
  "too many requests": () => new Response("{}", { status: 429 }),
  "an HTML page": () => new Response("<!doctype html>", { headers: headers("text/html") }),
  "a state sent as HTML": () => new Response("{}", { headers: headers("text/html") }),
  "a picture": () => new Response("{}", { headers: headers("image/png") }),
  "half a state": () => new Response("{", { headers: headers("application/json") }),
  "no UTF-8": () =>
    new Response(new Uint8Array([123, 0xff, 125]), { headers: headers("application/json") }),
  nothing: () => new Response(null, { status: 204 }),
  "100 MB": () =>
    new Response(stream(new Uint8Array(100_000).fill(32), 1000), {
      headers: headers("application/json"),
    }),
  "a refused redirect": () => Promise.reject(new TypeError("redirect")),
};

for (const [name, answer] of Object.entries(BAD)) {
  test(`${name}: counts as a failure, and no more is asked for than after any other`, async () => {
    const of = world(answer);
    const { follower, told } = following(of);
    follower.start();
    await of.pass(200 * SECOND);
    assert.deepEqual(gaps(of), [60, 120]);
    assert.equal(follower.failures, 3);
    assert.ok(told.every((error) => error instanceof Error));
    assert.equal(follower.answered, null);
  });
}

/** An answer that never comes. */
const endless = (signal, aborted) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      aborted();
      reject(new Error("aborted"));
    });
  });

test("an answer that never ends is given up after ten seconds, and no byte more is read", async () => {
  const of = world((_, { signal }) => endless(signal, () => {}));
  const { follower } = following(of);
  follower.start();
  await of.pass(9.9 * SECOND);
  assert.equal(follower.failures, 0);
  await of.pass(0.2 * SECOND);
  assert.equal(follower.failures, 1);
  // 60 seconds from then.
  await of.pass(60 * SECOND);
  assert.deepEqual(gaps(of), [70]);
});

test("100 MB are given up after one", async () => {
  let pulled = 0;
  const part = new Uint8Array(100_000).fill(32);
  const pull = (controller) => {
    pulled += 1;
    controller.enqueue(part);
  };
  const of = world((_, { signal }) => {
    const body = new ReadableStream({ pull });
    signal.addEventListener("abort", () => (pulled += 1000));
    return new Response(body, { headers: headers("application/json") });
  });
  const { follower } = following(of);
  follower.start();
  await of.pass(SECOND);
  assert.equal(follower.failures, 1);
  assert.ok(pulled > 1000 && pulled < 1020, `${pulled}`);
});

test("nothing is asked while hidden or offline; seen again, at once if due", async () => {
  const of = world(good);
  const { follower } = following(of);
  follower.start();
  await of.pass(SECOND);
  of.seen = false;
  follower.wake();
  await of.pass(3600 * SECOND);
  assert.equal(of.asked.length, 1);
  assert.equal(of.timers, 0);
  of.seen = true;
  follower.wake();
  await of.pass(0);
  assert.equal(of.asked.length, 2);
  // Away for less than a minute: not before it is due.
  of.seen = false;
  follower.wake();
  await of.pass(20 * SECOND);
  of.seen = true;
  follower.wake();
  await of.pass(39 * SECOND);
  assert.equal(of.asked.length, 2);
  await of.pass(SECOND);
  assert.equal(of.asked.length, 3);
});

test("the reader pauses it and goes on; the end of the count ends it", async () => {
  const said = { next: 60, over: false };
  const of = world(good);
  const { follower } = following(of, said);
  follower.start();
  await of.pass(SECOND);
  follower.pause(true);
  await of.pass(3600 * SECOND);
  assert.equal(of.asked.length, 1);
  follower.pause(false);
  await of.pass(0);
  assert.equal(of.asked.length, 2);
  said.over = true;
  await of.pass(60 * SECOND);
  assert.equal(of.asked.length, 3);
  await of.pass(36_000 * SECOND);
  assert.equal(of.asked.length, 3);
  assert.equal(of.timers, 0);
});

test("stopped, it drops what is on its way and goes on when started again", async () => {
  let aborted = 0;
  const of = world((n, { signal }) => {
    return n > 1 ? good() : endless(signal, () => (aborted += 1));
  });
  const { follower, told } = following(of);
  follower.start();
  await settled();
  follower.stop();
  await of.pass(3600 * SECOND);
  assert.deepEqual([aborted, of.asked.length, told.length, follower.failures], [1, 1, 0, 0]);
  follower.start();
  await of.pass(0);
  assert.deepEqual([of.asked.length, told], [2, [null]]);
});

const messages = (language) => {
  const read = (path) =>
    JSON.parse(readFileSync(new URL(`../../www/${path}/${language}.json`, import.meta.url)));
  return { ...read("i18n"), messages: { ...read("i18n").messages, ...read("feed").messages } };
};
const words = new Words("en", messages("en"));
const MINUTE = 60 * SECOND;
const update = {
  at: "2024-11-23T18:01:53+05:30",
  sent: "2024-11-23T18:02:10+05:30",
  age: 17,
  state: "counting",
  source: null,
  tallied: { declared: 58, leading: 23, open: 0, withoutVotes: 0 },
};
const quiet = {
  update,
  since: 0,
  silent: 0,
  failures: 0,
  pace: MINUTE,
  paused: false,
  waiting: false,
};
const said = (changes) => {
  const standing = { ...quiet, ...changes };
  return `${standingSaid(standing, words)} ${nextSaid(standing, words)}`.trim();
};

test("the sentences about the count", () => {
  assert.equal(
    said({}),
    "As counted at 18:01: 58 declared, 23 leading. Next look in about a minute.",
  );
  assert.match(said({ pace: 30 * SECOND }), /Next look in about half a minute\.$/);
  assert.match(said({ pace: 10 * MINUTE }), /Next look in about 10 minutes\.$/);
  assert.match(said({ paused: true }), /You have paused it\.$/);
  assert.match(said({ waiting: true }), /Newer figures are here/);
  assert.equal(
    said({ update: null }),
    "Waiting for the first figures of the count. Next look in about a minute.",
  );
  assert.equal(
    said({ update: null, failures: 1, silent: null }),
    "No figures of the count could be had yet. Trying again.",
  );
  const open = { ...update, tallied: { ...update.tallied, leading: 20, open: 3 } };
  assert.match(said({ update: open }), /58 declared, 20 leading, 3 without a leader\./);
  const paused = { ...update, state: "paused", source: "Counting resumes at 9:00." };
  assert.match(
    said({ update: paused }),
    /^Count paused; as counted at 18:01\. Counting resumes at 9:00\./,
  );
  const last = { ...update, state: "final" };
  assert.equal(
    said({ update: last, since: 90 * MINUTE }),
    "Count complete at 18:01: 58 declared, 23 leading.",
  );
});

test("no answer for two paces: since when there was none, by the feed's own clock", () => {
  // The last state came 7 minutes ago, the last good answer 5: 18:02:10 and two minutes.
  const silent = { since: 7 * MINUTE, silent: 5 * MINUTE, failures: 2 };
  assert.equal(
    said(silent),
    "Could not look since 18:04; shown as counted at 18:01. Trying again.",
  );
  assert.match(said({ ...silent, silent: 2 * MINUTE }), /^As counted at 18:01/);
  assert.match(said({ ...silent, failures: 0 }), /^As counted at 18:01/);
});

test("no new figures for 15 minutes, reckoned from the feed's times and a clock that does not jump", () => {
  assert.match(said({ since: 14 * MINUTE }), /^As counted/);
  assert.match(said({ since: 15 * MINUTE }), /^No new figures since 18:01\./);
  const old = { ...update, age: 14 * 60 + 59 };
  assert.match(said({ update: old }), /^As counted/);
  assert.match(said({ update: old, since: SECOND }), /^No new figures since 18:01\./);
});

test("clocks run past midnight", () => {
  assert.equal(clockAfter("2024-11-23T23:59:30+05:30", 31 * SECOND), "00:00");
  assert.equal(clockAfter("2024-11-23T23:59:30+05:30", 25 * 60 * MINUTE), "00:59");
  assert.equal(clockAfter("2024-11-23T18:01:53+05:30", 0), "18:01");
});

test("in every language each sentence stands for itself, with the same places", () => {
  const [en, hi] = ["en", "hi"].map((language) => {
    const path = new URL(`../../www/feed/${language}.json`, import.meta.url);
    return JSON.parse(readFileSync(path)).messages;
  });
  const usual = messages("en").messages;
  assert.deepEqual(Object.keys(hi), Object.keys(en));
  const places = (message) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort().join();
  for (const [key, message] of Object.entries(en)) {
    assert.equal(places(hi[key]), places(message), key);
    assert.equal(typeof hi[key], typeof message, key);
    assert.ok(/^(feed|state|link)\./.test(key) || key in usual, key);
    if (/[a-z]{2}/i.test(JSON.stringify(message).replace(/"(one|other)"|\{\w+\}/g, "")))
      assert.notDeepEqual(hi[key], message, key);
    assert.doesNotMatch(JSON.stringify(message), /\blive\b/i, key);
  }
});
