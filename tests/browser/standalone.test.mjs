// The election in one file, opened from disk.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DECLARED, hands, ready } from "./support/calculator.mjs";
import { baseUrl, isFirefox, openPage, sizes, until } from "./support/harness.mjs";

const folder = await mkdtemp(join(tmpdir(), "standalone-"));
after(() => rm(folder, { recursive: true }));
const file = join(folder, "jharkhand-2024.html");
await writeFile(
  file,
  await (await fetch(new URL("standalone/jharkhand-2024.html", baseUrl))).text(),
);
const address = pathToFileURL(file).href;

/** Requests for the file itself look like another site's to the harness. */
const OWN = [/request to another origin: file:/];

test("it works from disk without any request", async () => {
  const opened = await openPage({ path: address, size: sizes.phone });
  const it = { ...opened, ...hands(opened.page) };
  await ready(it.page);
  assert.equal(await it.verdict(), DECLARED);
  await it.click("#tab-votes");
  await it.click(".swing .presets button:nth-of-type(5)");
  await until(it.page, () =>
    /NDA 41/.test(
      document.querySelector("seat-calculator").shadowRoot.querySelector(".move .sum")?.textContent,
    ),
  );
  await it.click("#tab-partners");
  await it.find(".change .sum");
  // The line that stays in sight lies over it until the top is reached.
  await it.page.evaluate(() => scrollTo(0, 0));
  await it.click(".languages button");
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.trim()
      .startsWith("काल्पनिक"),
  );
  await it.click(".toolbar button:nth-child(3)");
  await it.find(".share-panel textarea");
  const elsewhere = it.requests.filter(
    (url) => !url.startsWith("data:") && !url.startsWith(address),
  );
  assert.deepEqual(elsewhere, []);
  it.expectClean(OWN);
  await it.close();
});

test("its link, once on disk, opens at the same scenario", async () => {
  const opened = await openPage({ path: `${address}#0~1~jharkhand-2024~~w-65.BJP` });
  const it = { ...opened, ...hands(opened.page) };
  await ready(it.page);
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".verdict")
      .textContent.trim()
      .startsWith("Hypothetical, 1 seat changed"),
  );
  it.expectClean(OWN);
  await it.close();
});

test("without script it is the declared result", async () => {
  // Firefox with script switched off never tells the driver that a page from disk has loaded: there it comes from the site.
  const it = await openPage({
    path: isFirefox ? "standalone/jharkhand-2024.html" : address,
    noScript: true,
  });
  // Nor can that driver look inside a page without script: there the markup itself is what counts.
  const html = await (await fetch(new URL("standalone/jharkhand-2024.html", baseUrl))).text();
  const found = isFirefox
    ? [
        /<(\w+) class="?verdict"?[^>]*>([^]*?)<\/\1>/.exec(html)[2],
        /<tbody>([^]*?)<\/tbody>/.exec(html)[1].split("<tr").length - 1,
      ]
    : [
        await it.page.$eval(".verdict", (node) => node.textContent),
        (await it.page.$$("tbody tr")).length,
      ];
  assert.match(found[0], /INDIA has a majority: 56 of 81/);
  assert.equal(found[1], 81);
  // The site's policy refuses the style that the file carries.
  it.expectClean(isFirefox ? [...OWN, /blocked an inline style/] : OWN);
  await it.close();
});
