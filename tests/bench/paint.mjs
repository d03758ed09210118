// From a click to the frame that shows what came of it, and the frames of a drag of the swing slider, in Chromium: at the 81
// constituencies of Jharkhand and the 543 of the Lok Sabha election of 2024. Beside the page the same edits in a list of React's,
// over the same data, whose rows are drawn again only if they change.
//
//   node paint.mjs CHROMIUM SITE LOK-SABHA.json PACKAGES-OF-REACT-PAGE
//
// Clicks are the browser's own input, not the page's; Chromium's trace says when each was made, when the frame after it was
// presented, and how long the page's main thread was at work between (its own time, not that of other programs). At full speed and slowed down four times.

import { readFile } from "node:fs/promises";
import { dataset as whole } from "../dataset.mjs";
import { launch, serve } from "./browser.mjs";
import { median, quantile } from "./quantile.mjs";
import { reactSite } from "./react-page/site.mjs";

const EDITS = 24;
/** Drags of the slider, there and back in turn, and how long each takes, ms. */
const DRAGS = 4;
const DRAG = 1_500;
/** One frame at 60 Hz, ms. */
const FRAME = 1_000 / 60;
/** Tiles in one row of the made-up tile map. */
const ACROSS = 24;

const [program, site, large, installed] = process.argv.slice(2);

/** The Lok Sabha with a tile for every constituency, row by row: nobody has drawn a tile map of it. */
async function lokSabha() {
  const file = JSON.parse(await readFile(large, "utf8"));
  const seats = file.constituencies.length;
  file.tiles = {
    columns: 2 * ACROSS,
    rows: Math.ceil(seats / ACROSS),
    places: file.constituencies.flatMap((_, i) => [
      2 * (i % ACROSS) + 1,
      Math.floor(i / ACROSS) + 1,
    ]),
  };
  return file;
}

const houses = [whole("jharkhand-2024"), await lokSabha()];
const browser = await launch(program);

/** A page, and all that has to come before the first click counts. @param {{ address: string }} server */
async function open({ address }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(() => {
    globalThis.root = () => document.querySelector("seat-calculator")?.shadowRoot ?? document;
  });
  await page.goto(address);
  await until(page, () => root().querySelector(".give"));
  return page;
}

/** Waits for something in the page; `root()` there is what holds its nodes. */
const until = (page, condition) => page.waitForFunction(condition, { timeout: 60_000 });

const inside = (page, selector) =>
  page.evaluateHandle((wanted) => root().querySelector(wanted), selector);

/** Where the middle of a node is; what is not in sight is brought there. */
async function middle(page, selector) {
  const [x, y, hit] = await page.evaluate((wanted) => {
    const node = root().querySelector(wanted);
    const look = () => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return [x, y, node.contains(root().elementFromPoint(x, y))];
    };
    if (!look()[2]) node.scrollIntoView({ block: "center" });
    return look();
  }, selector);
  if (!hit) throw new Error(`out of sight: ${selector}`);
  return [x, y];
}

/** Each way to edit: prepares the page, and answers selectors of what is clicked in turn. */
const ways = {
  async "give a seat in the list"(page) {
    await page.evaluate(() => {
      [...root().querySelectorAll(".choose label")]
        .find((node) => node.textContent.trim() === "All")
        .click();
      root().querySelector(".choose").scrollIntoView({ block: "start" });
      scrollBy(0, -80);
    });
    const ids = await page.evaluate(() =>
      [...root().querySelectorAll(".give")].map((node) => node.id),
    );
    if (ids.length < 81) throw new Error(`the list shows ${ids.length} constituencies`);
    // Each there and back.
    return ids.slice(0, 5).flatMap((id) => [`#${id}`, `#${id}`]);
  },
  async "give a seat in the card of a tile"(page) {
    // The half circle stands first; the tiles are one press away.
    await page.evaluate(() => {
      root().querySelector(".house .radios input[value=tiles]").click();
    });
    await until(page, () => !root().querySelector(".frame.hemicycle"));
    await (await inside(page, '.tile[data-seat="1"]')).asElement().click();
    await until(page, () => root().querySelector(".seat-card .give"));
    await page.evaluate(() => {
      root().querySelector(".seat-card .give").scrollIntoView({ block: "center" });
    });
    return [1, 0].map((at) => `.seat-card tbody tr:nth-child(${at + 1}) .give`);
  },
  async "change a partner, all ways listed"(page) {
    await (await inside(page, "#tab-partners")).asElement().click();
    await until(page, () => root().querySelector(".all-ways"));
    // The last of the table: what is listed below it is in sight.
    const names = await page.evaluate(() => {
      const rows = [...root().querySelectorAll(".partners tbody")];
      const last = [...rows.at(-1).querySelectorAll("input")];
      last[0].scrollIntoView({ block: "start" });
      scrollBy(0, -160);
      return last.map((input) => `.partners input[name="${input.name}"][value="${input.value}"]`);
    });
    await until(
      page,
      () => root().querySelector(".ways li") && !root().querySelector("[aria-busy=true]"),
    );
    return names.slice(0, 2);
  },
};

/** What of the page says that something is still to come, and when the last of it had come, from the click on. */
const watch = (page) =>
  page.evaluate(() => {
    globalThis.clicks = [];
    addEventListener(
      "click",
      (event) => globalThis.clicks.push({ at: event.timeStamp, changed: 0, answered: 0 }),
      true,
    );
    new MutationObserver((list) => {
      const last = globalThis.clicks.at(-1);
      if (!last) return;
      last.changed = performance.now();
      if (
        list.some(
          ({ target, attributeName }) =>
            attributeName === "aria-busy" && !target.hasAttribute("aria-busy"),
        )
      )
        last.answered = performance.now();
    }).observe(root(), { subtree: true, childList: true, characterData: true, attributes: true });
  });

const rest = (page, ms) =>
  page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);

/** One way at one speed: a list of clicks, each with what came of it, in ms. */
async function measure(page, targets, slowdown) {
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const press = async (i) => {
    const [x, y] = await middle(page, targets[i % targets.length]);
    await page.mouse.move(x, y);
    await rest(page, 120);
    await page.mouse.click(x, y);
    await rest(page, 200 + 100 * slowdown);
  };
  for (let i = 0; i < 4; i += 1) await press(i);
  await page.evaluate(() => {
    globalThis.clicks.length = 0;
  });
  await page.tracing.start({
    categories: ["-*", "devtools.timeline", "cc", "benchmark", "input", "toplevel", "__metadata"],
  });
  for (let i = 0; i < EDITS; i += 1) await press(i);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const clicks = await page.evaluate(() => globalThis.clicks);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await session.detach();
  return { traceEvents, clicks };
}

/** What the trace says of each click: until its frame was presented, and the time the main thread was at work until that frame was handed on; ms. */
function read(trace) {
  const clicks = trace.filter(
    ({ name, ph, args }) => name === "EventTiming" && ph === "b" && args.data?.type === "click",
  );
  const tasks = trace.filter(
    ({ name, dur, tdur }) => name === "ThreadControllerImpl::RunTask" && dur && tdur !== undefined,
  );
  return clicks.map(({ pid, tid, ts, args: { data } }) => {
    const end = ts + (data.commitFinishTime - data.timeStamp) * 1_000;
    const inside = tasks.filter(
      (task) => task.pid === pid && task.tid === tid && task.ts < end && task.ts + task.dur > ts,
    );
    // Of a task that reaches over an end, its part of the time.
    const work = inside.reduce(
      (sum, task) =>
        sum + (task.tdur * (Math.min(task.ts + task.dur, end) - Math.max(task.ts, ts))) / task.dur,
      0,
    );
    return { painted: data.duration, work: work / 1_000 };
  });
}

/** Move votes, with the sentence beside its slider watched. */
async function openSlider(page) {
  await (await inside(page, "#tab-votes")).asElement().click();
  await until(
    page,
    () =>
      root().querySelector(".swing input[type=range]") && !root().querySelector("[aria-busy=true]"),
  );
  await page.evaluate(() => {
    globalThis.said = [];
    const sentence = root().querySelector(".swing .said");
    new MutationObserver(() => globalThis.said.push(performance.now())).observe(sentence, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

/** Where the slider is held, in sight: the middles of its thumb at either end. */
const ends = (page) =>
  page.evaluate(() => {
    const range = root().querySelector(".swing input[type=range]");
    range.scrollIntoView({ block: "center" });
    const { left, right, top, height } = range.getBoundingClientRect();
    const found = { left: left + height / 2, right: right - height / 2, y: top + height / 2 };
    if (![found.left, found.right].every((x) => root().elementFromPoint(x, found.y) === range))
      throw new Error("the slider is out of sight");
    return found;
  });

/** Drags at one speed of the machine: what the trace says of them, and when the sentence beside the slider was said anew. */
async function drag(page, slowdown) {
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const pull = async (from, to) => {
    const { [from]: start, [to]: end, y } = await ends(page);
    await page.mouse.move(start, y);
    await page.mouse.down();
    const began = performance.now();
    for (let gone = 0; gone < DRAG; gone = performance.now() - began)
      await page.mouse.move(start + (end - start) * (gone / DRAG), y);
    await page.mouse.up();
    await rest(page, 300 + 100 * slowdown);
  };
  await pull("left", "right");
  await pull("right", "left");
  await page.evaluate(() => {
    globalThis.said.length = 0;
  });
  await page.tracing.start({ categories: ["-*", "devtools.timeline", "cc", "toplevel"] });
  for (let i = 0; i < DRAGS; i += 2) {
    await pull("left", "right");
    await pull("right", "left");
  }
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const said = await page.evaluate(() => globalThis.said);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await session.detach();
  return { traceEvents, said };
}

/** The main thread's own time in every frame of the drags, from a frame's beginning to that of the next, ms. */
function frames(trace) {
  const events = (type) =>
    trace.filter(({ name, args }) => name === "EventDispatch" && args.data?.type === type);
  const downs = events("mousedown");
  const ups = events("mouseup");
  if (downs.length !== DRAGS || ups.length !== DRAGS)
    throw new Error(`${downs.length} drags begun and ${ups.length} ended in the trace`);
  return downs.flatMap(({ pid, tid, ts: down }, i) => {
    const mine = trace.filter(
      (event) => event.pid === pid && event.tid === tid && event.ts > down && event.ts < ups[i].ts,
    );
    const begins = mine
      .filter(({ name, dur }) => name === "ProxyMain::BeginMainFrame" && dur)
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
    const tasks = mine.filter(
      ({ name, dur, tdur }) =>
        name === "ThreadControllerImpl::RunTask" && dur && tdur !== undefined,
    );
    return begins.slice(1).map((end, k) =>
      tasks.reduce((sum, { ts, dur, tdur }) => {
        const shared = Math.min(ts + dur, end) - Math.max(ts, begins[k]);
        return shared > 0 ? sum + (tdur * shared) / dur / 1_000 : sum;
      }, 0),
    );
  });
}

const ms = (value) => value.toFixed(1).padStart(7);
const share = (value) => `${Math.round((value / FRAME) * 100)} %`.padStart(6);

/** Count, power and first page of coalitions by the core alone, without the page: the median of some askings, ms. */
const alone = (page, election) =>
  page.evaluate(async (file) => {
    const { default: init, Calculator } = await import(
      new URL("pkg/seat_calculator.js", location.href).href
    );
    await init();
    const calculator = new Calculator(file);
    const report = calculator.evaluate("");
    const times = [];
    let said = "";
    for (let i = 0; i < 15; i += 1) {
      const start = performance.now();
      const [ways, worth] = [
        { kind: "coalitions", over: "parties", first: 60 },
        { kind: "power", over: "parties" },
      ].map((question) => {
        const analysis = calculator.analyse(question);
        while (!analysis.step(2 ** 32 - 1));
        const value = analysis.value();
        analysis.free();
        return value;
      });
      times.push(performance.now() - start);
      said = `${worth.players.length} players, ${ways.count} ways to ${report.house.mark}, ${ways.minimal.length} listed`;
    }
    calculator.free();
    return { said, times };
  }, election);

/** One way to edit on a page of a server, at both speeds. Answers the median of the painted times at each. */
async function clicks(server, name, prepare) {
  const page = await open(server);
  const targets = await prepare(page);
  await watch(page);
  const medians = [];
  for (const slowdown of [1, 4]) {
    const { traceEvents, clicks } = await measure(page, targets, slowdown);
    const found = read(traceEvents);
    if (found.length !== EDITS || clicks.length !== EDITS || clicks.some(({ changed }) => !changed))
      throw new Error(`${name}: ${found.length} clicks in the trace, ${clicks.length} in the page`);
    const [painted, work] = ["painted", "work"].map((one) => found.map((click) => click[one]));
    const answers = clicks
      .filter(({ answered }) => answered)
      .map((click) => click.answered - click.at);
    console.log(
      `${name}, ${slowdown}x: painted${ms(median(painted))} (${ms(quantile(painted, 0.9)).trim()}); work${ms(median(work))} (${ms(quantile(work, 0.9)).trim()}), ${share(median(work)).trim()} of a frame` +
        (answers.length === EDITS
          ? `; all answers in the page after${ms(median(answers))} (${ms(quantile(answers, 0.9)).trim()})`
          : ""),
    );
    medians.push(median(painted));
  }
  await page.close();
  return medians;
}

/** The frames of drags of the swing slider, at both speeds. */
async function drags(server) {
  const page = await open(server);
  await openSlider(page);
  for (const slowdown of [1, 4]) {
    const { traceEvents, said } = await drag(page, slowdown);
    const work = frames(traceEvents);
    const over = work.filter((time) => time > FRAME).length;
    const apart = said
      .slice(1)
      .map((time, i) => time - said[i])
      .filter((time) => time < DRAG / 2);
    console.log(
      `drag the swing slider, ${slowdown}x: ${work.length} frames in ${DRAGS} drags of ${DRAG / 1_000} s; work${ms(median(work))} (${ms(quantile(work, 0.9)).trim()}), ${share(median(work)).trim()} of a frame; ${Math.round((over / work.length) * 100)} % of the frames over ${FRAME.toFixed(1)} ms;` +
        ` the sentence beside it said anew ${said.length} times,${ms(median(apart))} (${ms(quantile(apart, 0.9)).trim()}) apart`,
    );
  }
  await page.close();
}

/** What coalitions cost the core, at both speeds. */
async function coalitions(server, election) {
  const page = await open(server);
  const session = await page.createCDPSession();
  for (const rate of [1, 4]) {
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const { said, times } = await alone(page, JSON.stringify(election));
    console.log(
      `count, power and first page of coalitions by the core alone, ${rate}x:${ms(median(times))} (${ms(quantile(times, 0.9)).trim()}), ${share(median(times)).trim()} of a frame; ${said}`,
    );
  }
  await page.close();
}

console.log(
  `${await browser.version()}; ${EDITS} clicks each, medians, in brackets nine in ten; ms and share of a frame of ${FRAME.toFixed(1)} ms`,
);
console.log(
  "painted: from the input to the presented frame, the wait for it included; work: the main thread's own time until the frame is handed on",
);
for (const election of houses) {
  console.log(
    `\n${election.title.en ?? election.title}, ${election.constituencies.length} constituencies`,
  );
  const own = { "/data/jharkhand-2024.json": JSON.stringify(election) };
  const server = await serve([site], { own });
  const painted = {};
  for (const [name, prepare] of Object.entries(ways))
    painted[name] = await clicks(server, name, prepare);
  const react = await serve([await reactSite(election, installed)]);
  const same = await clicks(react, "give a seat in React's list", () =>
    // Each there and back.
    [1, 2, 3, 4, 5].flatMap((n) => Array(2).fill(`.seats li:nth-child(${n}) .give`)),
  );
  const list = painted["give a seat in the list"];
  console.log(
    `a click in the list, against React's: ${list.map((time, i) => (time / same[i]).toFixed(2)).join(" and ")} times; 0.25 is the aim`,
  );
  react.close();
  await drags(server);
  await coalitions(server, election);
  server.close();
}
await browser.close();
