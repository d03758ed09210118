// Counting day: the page follows a count, and the reader's edits stay on top of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dataset } from "../dataset.mjs";
import { hands, inside, ready } from "./support/calculator.mjs";
import { clockwork, pass, startFeed, state } from "./support/feed-server.mjs";
import { baseUrl, eventually, isChromium, settled, until } from "./support/harness.mjs";
import { SCRIPT, openHost } from "./support/host-page.mjs";

/** The election whose count was recorded. */
const FIRST = "jharkhand-2024";
/** Mandu to INC, Silli to JMM, Kanke to BJP. */
const WISH = "w-24a61b65a";

/** Opens a page of somebody's that follows a feed of theirs. */
async function openCount({ election = FIRST, scenario = "", ...options } = {}) {
  const feed = await startFeed();
  if (election === FIRST) feed.serve(state(1));
  else feed.status(404);
  const element = `<seat-calculator election="${election}" scenario="${scenario}" feed="${feed.address}"></seat-calculator>`;
  const opened = await openHost(SCRIPT + element, { prepare: clockwork, ...options });
  await ready(opened.page);
  const { page } = opened;
  const hand = hands(page);
  return {
    ...opened,
    ...hand,
    feed,
    line: () => hand.read(".count-line"),
    /** Lets the next look come, and waits until it has been answered and taken. */
    look: async (seconds = 80) => {
      const before = feed.asked.length;
      await pass(page, seconds);
      await eventually(() => feed.asked.length > before);
      await settled(page);
    },
    /** The same, where the look fails. */
    fail: async (seconds) => {
      const before = await page.evaluate(() => self.warned);
      await pass(page, seconds);
      await until(page, (n) => self.warned > n, before);
    },
    says: (pattern) => eventually(async () => pattern.test(await hand.read(".count-line"))),
    /** Nothing but what the feed did. */
    expectClean: (...except) => opened.expectClean([new RegExp(feed.address), ...except]),
  };
}

test("won and leading follow the count, and so does every sentence", async () => {
  const it = await openCount();
  assert.match(
    await it.line(),
    /^As counted at 17:23: 41 declared, 40 leading\. Next look in about a minute\. Pause$/,
  );
  assert.match(await it.verdict(), /^INDIA is ahead in enough seats: 31 won \+ 25 leading = 56/);
  for (const [n, line, verdict] of [
    [2, /^As counted at 18:01: 58 declared, 23 leading\./, /40 won \+ 16 leading = 56/],
    [
      3,
      /^As counted at 20:13: 78 declared, 3 leading\./,
      /INDIA has a majority: 55 won \+ 1 leading = 56 of 81/,
    ],
    [4, /^Count complete at 21:06: 81 declared, 0 leading\./, /INDIA has a majority: 56 of 81/],
  ]) {
    it.feed.serve(state(n));
    await it.look();
    await it.says(line);
    assert.match(await it.verdict(), verdict);
  }
  // The count is over: nobody asks any more.
  await pass(it.page, 7200);
  await settled(it.page);
  assert.equal(it.feed.asked.length, 4);
  assert.ok(it.feed.asked.every(({ cookie, referer }) => !cookie && !referer));
  it.expectClean();
  await it.close();
});

test("edits stay, each with what the count has made of it; a declaration against one is asked about once", async () => {
  const it = await openCount({ scenario: WISH });
  const asked = () => it.see(".overtaken li > span");
  await it.click(".changes .list summary");
  const states = () => it.see(".edits .edit-state");
  assert.deepEqual(await states(), [
    "Mandu: given to INC by you. AJSU leads by 338.",
    "Silli: given to JMM by you, who lead by 23,764.",
    "Kanke: given to BJP by you. INC leads by 1,441.",
  ]);
  assert.deepEqual(await asked(), []);
  it.feed.serve(state(2));
  await it.look();
  await it.says(/18:01/);
  assert.deepEqual(await asked(), ["Kanke: declared for INC by 968. You gave it to BJP."]);
  // The verdict has become another one too.
  assert.match(
    await it.said(),
    /^INDIA has a majority: 41 won \+ 15 leading = 56 of 81 seats, .* Kanke: declared for INC by 968\. You gave it to BJP\.$/,
  );
  await it.click(".overtaken button");
  assert.deepEqual(await asked(), []);
  assert.equal((await it.see(".edits li")).length, 3);
  it.feed.serve(state(3));
  await it.look();
  await it.says(/20:13/);
  assert.deepEqual(await asked(), ["Mandu: declared for AJSU by 231. You gave it to INC."]);
  assert.match((await states())[1], /^Silli: declared for JMM, as you had it\.$/);
  // The declaration of Mandu is withdrawn: yours again.
  const withdrawn = state(3, { seq: 7 });
  withdrawn.rows[23][1] = "leading";
  it.feed.serve(withdrawn);
  await it.look();
  await eventually(async () => (await asked()).length === 0);
  assert.equal((await states())[0], "Mandu: no longer declared. Yours again.");
  assert.match(
    await it.read(".count"),
    /Corrected since you opened this page: Rajmahal \(votes of 2 candidates\), Mandu \(no longer declared\)\./,
  );
  // Dropped: the reader's own doing, which undo takes back; states of the count it does not.
  it.feed.serve(state(4, { seq: 9 }));
  await it.look();
  await eventually(async () => (await asked()).length === 1);
  await it.click(".overtaken li button + button");
  assert.equal((await it.see(".edits li")).length, 2);
  await it.page.evaluate(() => document.querySelector("seat-calculator").undo());
  await settled(it.page);
  assert.equal((await it.see(".edits li")).length, 3);
  assert.match(await it.line(), /^Count complete at 21:06/);
  it.expectClean();
  await it.close();
});

test("what changed since the reader came, and the course of the count", async () => {
  const it = await openCount({ scenario: WISH });
  await it.click(".count-folds details:first-child summary");
  assert.equal(
    await it.read(".count-folds details:first-child p"),
    "Nothing has changed since you came.",
  );
  await it.click(".count-folds details:last-child summary");
  for (const n of [2, 3]) {
    it.feed.serve(state(n));
    await it.look();
    await it.says(n === 2 ? /18:01/ : /20:13/);
  }
  const rows = await it.see(".count-changes li");
  assert.equal(rows.length, 40, "who led at 17:23 or has other votes since");
  assert.match(rows[0], /^Mandu yours AJSU leads by 338 → AJSU declared by 231$/);
  assert.deepEqual(
    rows.slice(0, 3).map((row) => row.split(" ")[0]),
    ["Mandu", "Silli", "Kanke"],
  );
  assert.ok(rows.slice(3).every((row) => !row.includes("yours")));
  // Seats of INDIA and the NDA at each of the three times.
  const table = await it.see(".course tbody tr");
  assert.deepEqual(table, ["20:135624", "18:015624", "17:235624"]);
  const lines = await it.page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".course-line")].map(
      (line) => line.getAttribute("d"),
    ),
  );
  assert.equal(lines.length, 2);
  assert.ok(
    lines.every((line) => /^M0 \d+(H\d+V\d+){2}H1000$/.test(line)),
    lines.join(),
  );
  it.expectClean();
  await it.close();
});

/** What a server does wrong; each leaves the last good state. */
const MISBEHAVIOUR = {
  404: (feed) => feed.status(404),
  500: (feed) => feed.status(500),
  429: (feed) => feed.status(429),
  "an HTML page": (feed) => feed.serve("<!doctype html>", { "Content-Type": "text/html" }),
  "half a file": (feed) => feed.serve(JSON.stringify(state(2)).slice(0, 4000)),
  "another type": (feed) => feed.serve(state(2), { "Content-Type": "image/png" }),
  "an older state": (feed) => feed.serve(state(2, { seq: 0 })),
  "another election": (feed) => feed.serve(state(2, { election: "jharkhand-2019" })),
  "a seat too few": (feed) => feed.serve({ ...state(2), rows: state(2).rows.slice(1) }),
  "an answer cut off": (feed) => {
    feed.answer = (_, response) => {
      response.writeHead(200, { ...feed.HEADERS, "Content-Length": 9000 });
      response.write("{");
      setTimeout(() => response.destroy(), 50);
    };
  },
  "100 MB": (feed) => {
    feed.answer = (_, response) => {
      response.writeHead(200, feed.HEADERS);
      const part = Buffer.alloc(1_000_000, " ");
      let sent = 0;
      const more = () => {
        while (!response.destroyed && sent++ < 100) if (!response.write(part)) break;
        if (sent >= 100 || response.destroyed) response.end();
        else response.once("drain", more);
      };
      more();
    };
  },
  "a redirect to another origin": (feed) => {
    feed.answer = (_, response) => {
      response.writeHead(302, { ...feed.HEADERS, Location: `${baseUrl}data/elections.json` });
      response.end();
    };
  },
};

test("a server that misbehaves leaves the last good state, and a sentence that says so", async (t) => {
  const it = await openCount();
  let seq = 10;
  for (const [name, misbehave] of Object.entries(MISBEHAVIOUR)) {
    await t.test(name, async () => {
      misbehave(it.feed);
      const before = it.feed.asked.length;
      // Due after a minute, then after one and after two more.
      for (const seconds of [80, 80, 150]) await it.fail(seconds);
      await it.says(/^Could not look since 17:2\d; shown as counted at 17:23\. Trying again\./);
      assert.match(await it.verdict(), /31 won \+ 25 leading = 56/);
      assert.equal(it.feed.asked.length, before + 3, "no more requests than the rule allows");
      it.feed.serve(state(1, { seq: seq++ }));
      await it.look(300);
      await it.says(/^As counted at 17:23: 41 declared, 40 leading\. Next look/);
    });
  }
  it.expectClean(/console (warn|error)/, /status (404|500|429)/, /request failed/);
  await it.close();
});

test("an answer that never ends is given up after ten seconds", async () => {
  const it = await openCount();
  let open = 0;
  it.feed.answer = (request, response) => {
    open += 1;
    request.once("close", () => (open -= 1));
    response.writeHead(200, it.feed.HEADERS);
    response.write("{");
  };
  await it.look();
  assert.equal(open, 1);
  await pass(it.page, 11);
  await eventually(() => open === 0);
  await it.look();
  await pass(it.page, 11);
  await eventually(() => open === 0);
  await it.says(/^Could not look since 17:2\d; shown as counted at 17:23\./);
  it.expectClean(/console warn/, /request failed/);
  await it.close();
});

test("the same state again is no failure; after 15 minutes there are no new figures", async () => {
  const it = await openCount();
  for (let i = 0; i < 10; i += 1) await it.look();
  await it.says(/^As counted at 17:23/);
  for (let i = 0; i < 3; i += 1) await it.look();
  await it.says(/^No new figures since 17:23\. Next look in about a minute\./);
  it.expectClean();
  await it.close();
});

test("a clock that is a day off changes nothing", async () => {
  const it = await openCount({
    prepare: async (page) => {
      await clockwork(page);
      await page.evaluateOnNewDocument(() => {
        const now = Date.now;
        Date.now = () => now() - 86_400_000;
      });
    },
  });
  await it.look();
  await it.says(/^As counted at 17:23: 41 declared, 40 leading\. Next look in about a minute\./);
  await it.close();
});

test("a state waits while a reader types or a slider moves, and the newest comes then", async () => {
  const it = await openCount();
  const box = await it.find(".find input");
  await box.focus();
  await it.page.keyboard.type("Man");
  it.feed.serve(state(2));
  // The clock stands still meanwhile: the reader has only just typed.
  await it.page.evaluate(() => {
    const { now } = performance;
    const stopped = now();
    performance.now = () => stopped;
    self.goOn = () => (performance.now = now);
  });
  await it.page.evaluate(() => dispatchEvent(new Event("online")));
  await it.click("#give-24");
  await it.page.evaluate(() => self.goOn());
  await it.look();
  await it.says(/18:01/);
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed:/);
  it.expectClean();
  await it.close();
});

test("Pause stops looking, Go on looks at once; hidden pages do not look", async () => {
  const it = await openCount();
  await it.click(".count-line button");
  await it.says(/You have paused it\. Go on$/);
  await pass(it.page, 3600);
  await settled(it.page);
  assert.equal(it.feed.asked.length, 1);
  it.feed.serve(state(2));
  await it.click(".count-line button");
  await it.says(/^As counted at 18:01/);
  assert.equal(it.feed.asked.length, 2);
  const hide = (hidden) =>
    it.page.evaluate((wanted) => {
      Object.defineProperty(document, "hidden", { value: wanted, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await hide(true);
  await pass(it.page, 3600);
  await settled(it.page);
  assert.equal(it.feed.asked.length, 2);
  await hide(false);
  await eventually(() => it.feed.asked.length === 3);
  it.expectClean();
  await it.close();
});

test("this very moment: a link to a state that is kept, which shows that one and asks no more", async () => {
  const feed = await startFeed();
  feed.serve(state(1, { kept: true }));
  const element = `<seat-calculator election="${FIRST}" feed="${feed.address}" address></seat-calculator>`;
  const opened = await openHost(SCRIPT + element, { prepare: clockwork });
  const { page } = opened;
  await ready(page);
  const it = hands(page);
  const says = (pattern) => eventually(async () => pattern.test(await it.read(".count-line")));
  const link = () =>
    page.$eval(inside(".count-line + p a"), ({ href, textContent }) => ({ href, textContent }));
  await it.click("#give-65");
  const { href, textContent } = await link();
  assert.equal(textContent, "Link to this very moment (17:23)");
  assert.match(href, /\?state=1#.*w-65/);
  // The newest waits while the chooser lies over the page.
  await it.click(".chooser > summary");
  feed.serve(state(2, { kept: true }));
  await pass(page, 80);
  await says(/^As counted at 17:23: .* Newer figures are here/);
  await page.keyboard.press("Escape");
  await says(/^As counted at 18:01/);
  feed.serve(state(1, { kept: true }));
  await page.goto(href);
  await ready(page);
  assert.equal(feed.paths.at(-1), "/live-1.json");
  assert.match(
    await it.read(".count-line"),
    /^Kept figures, as counted at 17:23: 41 declared, 40 leading\./,
  );
  assert.deepEqual(await it.see(".count-line button"), []);
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
  const asked = feed.asked.length;
  await pass(page, 7200);
  await settled(page);
  assert.equal(feed.asked.length, asked);
  const newest = await link();
  assert.equal(newest.textContent, "To the newest figures");
  assert.doesNotMatch(newest.href, /state=/);
  // A number alone is taken: nothing else can name a file.
  feed.serve(state(2));
  await page.goto(`${opened.server.address}host.html?state=../other`);
  await ready(page);
  assert.equal(feed.paths.at(-1), "/live.json");
  opened.expectClean([new RegExp(feed.address.replace("live.json", ""))]);
  await opened.close();
});

test("another language goes on with the same count and edits", async () => {
  const it = await openCount({ scenario: WISH });
  it.feed.serve(state(2));
  await it.look();
  await it.says(/18:01/);
  await it.click(".languages button");
  await it.says(/^18:01 बजे तक की गिनती: 58 घोषित, 23 पर बढ़त।/);
  assert.equal((await it.see(".overtaken li")).length, 1);
  it.feed.serve(state(3));
  await it.look();
  await it.says(/^20:13 बजे/);
  assert.match((await it.see(".overtaken li"))[0], /^Mandu|मांडू/);
  it.expectClean();
  await it.close();
});

test("without a first state the page says so, and goes on when one comes", async () => {
  const feed = await startFeed();
  feed.status(404);
  const element = `<seat-calculator election="jharkhand-2024" feed="${feed.address}"></seat-calculator>`;
  const opened = await openHost(SCRIPT + element, { prepare: clockwork });
  await ready(opened.page);
  const it = hands(opened.page);
  assert.match(await it.read(".count-line"), /^No figures of the count could be had yet\./);
  feed.serve(state(2));
  await pass(opened.page, 80);
  await eventually(async () => /^As counted at 18:01/.test(await it.read(".count-line")));
  opened.expectClean([new RegExp(feed.address), /status 404/, /console/]);
  await opened.close();
});

test("a sandboxed frame follows the feed that its page was built with; no address names one", async () => {
  const feed = await startFeed();
  feed.serve(state(2));
  const html = await (await fetch(`${baseUrl}embed.html`)).text();
  const framed = html
    .replace("<head>", `<head><base href="${baseUrl}">`)
    .replace(/ data-election=/, ` data-feed="${feed.address}" data-election=`);
  const files = { "/embed.html": { body: framed } };
  const opened = await openHost(
    `<iframe sandbox="allow-scripts" src="/embed.html?mode=compact&feed=${baseUrl}none.json" width="360" height="700"></iframe>`,
    { files },
  );
  const frame = await opened.embed();
  const said = await until(frame, () => {
    const root = document.querySelector("seat-calculator")?.shadowRoot;
    return root?.querySelector(".count-line")?.textContent;
  });
  assert.match(said, /^As counted at 18:01: 58 declared/);
  assert.ok(opened.requests.every((address) => new URL(address).pathname !== "/none.json"));
  opened.expectClean([new RegExp(feed.address)]);
  await opened.close();
});

test("a trap of the core loses neither the count nor an edit", async () => {
  const it = await openCount({ scenario: WISH });
  it.feed.serve(state(2));
  await it.look();
  await it.says(/18:01/);
  const before = await it.verdict();
  await it.page.evaluate(async (path) => {
    const { Calculator } = await import(path);
    const { evaluate } = Calculator.prototype;
    Calculator.prototype.evaluate = function () {
      Calculator.prototype.evaluate = evaluate;
      throw new WebAssembly.RuntimeError("unreachable");
    };
  }, `${baseUrl}pkg/seat_calculator.js`);
  await it.click("#give-39");
  assert.notEqual(await it.verdict(), before);
  await it.page.evaluate(() => document.querySelector("seat-calculator").undo());
  await settled(it.page);
  assert.equal(await it.verdict(), before);
  assert.match(await it.line(), /^As counted at 18:01/);
  await it.close();
});

/** Bytes in use and nodes of the page, after a collection. */
async function weight(page) {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize, Nodes } = await page.metrics();
  await session.detach();
  return { heap: JSHeapUsedSize, nodes: Nodes };
}

/** Lets the page make states of a count itself, and take them as after a look, without the network. */
const feedItself = (page, feed, dataset) =>
  page.evaluate(
    async (address, data, module) => {
      const { default: init, Calculator } = await import(module);
      await init();
      const total = (votes) => (Array.isArray(votes) ? votes[0] + votes[1] : votes);
      const rows = data.constituencies.map(({ id, status = "declared", winner, candidates }) => {
        const votes = candidates.map((line) => total(line.votes));
        return [id, status, winner, null, votes.includes(undefined) ? null : votes, null];
      });
      const head = { feed: 1, election: data.id, ballot: new Calculator(data).ballot() };
      let body = "";
      const { fetch } = self;
      self.fetch = (asked, options) => {
        if (asked !== address) return fetch(asked, options);
        const type = { "Content-Type": "application/json" };
        const answer = new Response(body, { headers: type });
        body = "";
        return Promise.resolve(answer);
      };
      /** Every tenth seat has other votes in each state, some more and some fewer. */
      self.take = async (first, last) => {
        for (let seq = first; seq < last; seq += 1) {
          const now = rows.map((row, i) =>
            i % 10 === seq % 10 && row[4]
              ? row.with(
                  4,
                  row[4].map((n, at) => (at + 1 === row[2] ? n + (seq % 7) : n)),
                )
              : row,
          );
          const at = `${new Date(Date.UTC(2024, 5, 4) + seq * 1000).toISOString().slice(0, 19)}Z`;
          body = JSON.stringify({ ...head, seq, at, sent: at, state: "counting", rows: now });
          self.pass(80_000);
          while (body) await new Promise((done) => setTimeout(done, 1));
          await new Promise((done) => setTimeout(done));
        }
      };
    },
    feed.address,
    dataset,
    `${baseUrl}pkg/seat_calculator.js`,
  );

test(
  "1,000 states at 543 constituencies: focus, scroll and size of the page stay",
  { skip: !isChromium },
  async () => {
    const election = "lok-sabha-2024";
    const it = await openCount({ election, scenario: "w-39b-40b_s-INDIA-NDA-200" });
    const data = dataset(election);
    await feedItself(it.page, it.feed, data);
    const take = (from, to) => it.page.evaluate((a, b) => self.take(a, b), from, to);
    await take(1, 3);
    await it.click(".changes .list summary");
    await it.click(".count-folds details:first-child summary");
    await it.click(".count-folds details:last-child summary");
    const button = await it.find("[id^=give-]");
    await button.focus();
    await it.page.evaluate(() => scrollTo(0, 400));
    // The course of the count is kept to a length, which it has after so many.
    await take(3, 300);
    await it.says(/^As counted at 00:04: 543 declared, 0 leading/);
    const [before, place] = [await weight(it.page), await it.page.evaluate(() => scrollY)];
    await take(300, 1300);
    await it.says(/^As counted at 00:21/);
    const after = await weight(it.page);
    assert.ok(after.heap < before.heap * 1.1, `heap ${before.heap} → ${after.heap}`);
    assert.ok(after.nodes < before.nodes * 1.1, `nodes ${before.nodes} → ${after.nodes}`);
    assert.match(await it.focused(), /^Give to/);
    assert.equal(await it.page.evaluate(() => scrollY), place);
    assert.equal((await it.see(".edits li")).length, 3);
    it.expectClean(/console warn/, /status 404/);
    await it.close();
  },
);
