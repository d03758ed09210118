// From the bytes of a file to seats and votes by party in Chromium: the importer against PapaParse, uDSV and SheetJS,
// and from a file's drop on the page to the review screen.
//
//   node import.mjs CHROMIUM SITE PACKAGES
//
// All take turns round by round, and have to find the same seats and votes. `BENCH_SEED` repeats the made-up results.

import { fileURLToPath } from "node:url";
import { ISOLATED, launch, serve } from "./browser.mjs";
import { median, quantile } from "./quantile.mjs";

const ROUNDS = 7;
const SIZES = [10_000, 100_000, 200_000];
const KINDS = ["candidates", "polling places"];
const WORKBOOK = 20_000;
/** So many times as long as the importer another has to take. */
const AIMS = { PapaParse: 3, uDSV: 1.5, SheetJS: 2 };
/** Rows of the file that is dropped, and milliseconds until the review screen. */
const [DROPPED, AT_MOST] = [5_000, 1_000];
/** The page's own, where a drop is measured at once and with a processor slowed down. */
const SLOWED = [1, 4];

const [program, site, packages] = process.argv.slice(2);
const seed = Number(process.env.BENCH_SEED ?? Date.now() % 1_000_000_007);
const folders = [site, fileURLToPath(new URL("import", import.meta.url)), packages];
const server = await serve(folders, { headers: ISOLATED });

const spread = (values) =>
  `${median(values).toFixed(1)} ms (${quantile(values, 0).toFixed(1)} to ${quantile(values, 1).toFixed(1)})`;
let good = true;

/** Prints everybody's times and how they compare with the importer's. */
function report({ times, found }) {
  const own = times.importer;
  for (const [name, others] of Object.entries(times)) {
    const ratio = median(others.map((time, i) => time / own[i]));
    const aim = AIMS[name.split(",")[0]];
    const verdict = aim === undefined ? "" : `, aim ${aim}: ${ratio >= aim ? "reached" : "missed"}`;
    const same = found[name] === found.importer;
    good &&= same;
    console.log(
      `  ${name.padEnd(24)}${spread(others).padStart(32)}` +
        (name === "importer" ? "" : `  ${ratio.toFixed(2)} times the importer${verdict}`) +
        (same ? "" : "  FINDS SOMETHING ELSE"),
    );
  }
}

/** Drops a file on the import's first screen: ms until the review screen stands with its table. */
async function drop(browser, text, slowdown) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const session = await page.createCDPSession();
  await page.goto(server.address);
  await page.waitForFunction(
    () => document.querySelector("seat-calculator")?.shadowRoot?.querySelector(".chooser"),
    { timeout: 60_000 },
  );
  await page.evaluate(() => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    root.querySelector(".chooser").open = true;
  });
  await page.waitForFunction(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".chooser-list > button")
      ?.checkVisibility(),
  );
  await page.evaluate(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".chooser-list > button")
      .click(),
  );
  await page.waitForFunction(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".import[open] .pick input")
      ?.checkVisibility(),
  );
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const spent = await page.evaluate(async (said) => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    const data = new DataTransfer();
    data.items.add(new File([said], "results.csv", { type: "text/csv" }));
    const start = performance.now();
    root.querySelector(".import .pick input").dispatchEvent(
      new globalThis.DragEvent("drop", {
        dataTransfer: data,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    const stands = () =>
      root.querySelector(".check")?.checkVisibility() &&
      root.querySelector(".preview-table tbody tr[aria-rowindex]") &&
      root.querySelector(".beside tbody tr");
    while (!stands()) await new Promise((frame) => requestAnimationFrame(frame));
    // Painted as well.
    await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
    return performance.now() - start;
  }, text);
  await context.close();
  return spent;
}

const browser = await launch(program);
try {
  const page = await browser.newPage();
  await page.goto(`${server.address}page.html`);
  await page.waitForFunction(() => "measure" in globalThis, { timeout: 30_000 });
  console.log(
    `${await browser.version()}, ${ROUNDS} rounds, seed ${seed}; median of the rounds, and the least and the greatest`,
  );
  const measure = (request) =>
    page.evaluate((asked) => globalThis.measure(asked), { seed, rounds: ROUNDS, ...request });
  for (const count of SIZES)
    for (const kind of KINDS) {
      const found = await measure({ format: "text", kind, count });
      console.log(`\ntext, ${kind}, ${count} rows, ${(found.bytes / 1e6).toFixed(1)} MB`);
      report(found);
    }
  const found = await measure({ format: "xlsx", kind: "candidates", count: WORKBOOK });
  console.log(`\nXLSX, candidates, ${WORKBOOK} rows, ${(found.bytes / 1e6).toFixed(1)} MB`);
  report(found);
  const text = await page.evaluate((asked) => globalThis.file(asked), {
    kind: "candidates",
    count: DROPPED,
    seed,
  });
  console.log(
    `\nfrom the drop of ${DROPPED} rows to the review screen, the module's loading in it`,
  );
  for (const slowdown of SLOWED) {
    const spent = [];
    for (let round = 0; round < ROUNDS; round += 1) spent.push(await drop(browser, text, slowdown));
    const verdict = median(spent) <= AT_MOST ? "kept" : "missed";
    const aim = slowdown === 1 ? `, at most ${AT_MOST} ms: ${verdict}` : "";
    console.log(`  processor slowed down ${slowdown} times: ${spread(spent)}${aim}`);
  }
} finally {
  await browser.close();
  server.close();
}
if (!good) {
  console.error("the answers differ; see above");
  process.exitCode = 1;
}
