// How sure: the fold of Move votes in which seats scatter.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DECLARED, expectNoSideways, inside, openCalculator } from "./support/calculator.mjs";
import { sizes, until } from "./support/harness.mjs";

const SWUNG = "#0~1~jharkhand-2024~~s-INDIA-NDA-368";
const MODEL =
  /^A model, not a forecast: around the swing, each seat has a normal error of its own \(standard deviation 9\.9 points\)\.$/;

/** Opens the page at "How sure?". */
async function openSure(options) {
  const it = await openCalculator(options);
  await it.click("#tab-votes");
  await it.click(".fold.sure-fold > summary");
  await it.find(".sure .said");
  await it.rest();
  const says = (selector, pattern) =>
    until(
      it.page,
      (wanted, source) => {
        const { shadowRoot } = document.querySelector("seat-calculator");
        return new RegExp(source).test(shadowRoot.querySelector(wanted)?.textContent ?? "");
      },
      selector,
      pattern.source,
    );
  return { ...it, says };
}

/** Whole numbers of 100 that a sentence names. */
const hundreds = (said) => Array.from(said.matchAll(/ in (\d+)/g), ([, n]) => Number(n));

test("the chance of a majority, its range and the closest seats, with what they assume", async () => {
  const it = await openSure({ path: SWUNG });
  await it.says(".sure .said", /points: .* has a majority in \d+ of 100/);
  const said = await it.read(".sure .said");
  assert.match(
    said,
    /^With 3\.68 points from INDIA to NDA and seats scattering by 9\.9 points: (NDA|INDIA) has a majority in \d+ of 100, (INDIA|NDA) in \d+, nobody in \d+\.$/,
  );
  const three = hundreds(said);
  assert.equal(
    three.reduce((sum, n) => sum + n, 0),
    100,
  );
  assert.match(await it.read(".sure-model"), MODEL);
  const rows = await it.see(".sure-found > .sure-table:not(:has(b)) tbody tr");
  assert.match(rows[0], /^INDIA ?40 ?\d+ to \d+ ?\d+$/);
  assert.equal((await it.see(".sure-table:has(b) tbody tr")).length, 12);
  assert.equal(
    await it.page.$$eval(inside(".odds-row svg path"), (paths) =>
      paths.every((path) => path.getAttribute("d")),
    ),
    true,
  );
  assert.equal(await it.read(".odds-mark"), "41 to win");
  // The verdict says nothing of it.
  assert.doesNotMatch(await it.read(".answer"), /of 100|forecast/);
  it.expectClean();
  await it.close();
});

test("the sliders and the swing are followed while they move", async () => {
  const it = await openSure();
  await it.says(".sure .said", /^With no swing and seats scattering by 9\.9 points: INDIA/);
  const before = await it.read(".sure .said");
  await it.click(".swing .presets button:nth-of-type(5)");
  await it.says(".sure .said", /^With 4\.00 points from INDIA to NDA/);
  assert.notEqual(await it.read(".sure .said"), before);
  // By keys, a tenth of a point at a time.
  const ranges = await it.page.$$(inside('.sure input[type="range"]'));
  await ranges[0].focus();
  await it.page.keyboard.press("ArrowRight");
  await it.says(".sure .said", /scattering by 10\.0 points/);
  await it.page.keyboard.press("ArrowLeft");
  await it.page.keyboard.press("ArrowLeft");
  await it.says(".sure .said", /scattering by 9\.8 points/);
  await ranges[1].focus();
  for (let i = 0; i < 3; i += 1) await it.page.keyboard.press("ArrowRight");
  await it.says(".sure .said", /scattering by 9\.8 points and all together by 0\.3: /);
  await it.says(".sure-model", /and all seats share another \(0\.3 points\)\.$/);
  await it.click(".sure .presets button");
  await it.says(".sure .said", /scattering by 9\.9 points/);
  // Without any scatter it is the result.
  await it.fill('.sure input[type="number"]', "0");
  await it.says(".sure .said", /scattering by 0\.0 points/);
  it.expectClean();
  await it.close();
});

test("no scatter and nothing in common: the result, in 100 of 100", async () => {
  const it = await openSure();
  await it.fill('.sure input[type="number"]', "0");
  await it.says(
    ".sure .said",
    /^With no swing and seats scattering by 0\.0 points: INDIA has a majority in 100 of 100\.$/,
  );
  assert.equal((await it.see(".sure-table:has(b) tbody tr")).length, 0);
  assert.match(await it.verdict(), new RegExp(DECLARED));
  it.expectClean();
  await it.close();
});

test("the scenario's partners count, and what the core refuses is said", async () => {
  const it = await openSure({ path: "#0~1~jharkhand-2024~~s-INDIA-NDA-368_r-JLKM-NDA" });
  await it.says(".sure .said", /: NDA has a majority in \d+ of 100, INDIA in \d+/);
  const joined = hundreds((await it.read(".sure .said")).replace(" of 100", ""));
  const apart = await openSure({ path: SWUNG });
  await apart.says(".sure .said", /of 100/);
  const alone = (await apart.read(".sure .said")).match(/NDA(?: has a majority)? in (\d+)/);
  assert.ok(joined[0] > Number(alone[1]), `${joined} ${alone[1]}`);
  await apart.close();
  const many = ["JMM", "BJP", "INC", "RJD"].map((id) => `q-${id}-9`).join("_");
  await it.page.evaluate((text) => {
    location.hash = `0~1~jharkhand-2024~~${text}`;
  }, many);
  await it.says(".sure .said", /^Too many members cross, resign or stay away/);
  assert.deepEqual(await it.see(".sure-model"), []);
  it.expectClean();
  await it.close();
});

test("nothing is shown before a scatter is chosen where nothing was measured", async () => {
  const it = await openSure({ path: "jharkhand-2014.html" });
  await it.says(".sure .said", /^No earlier election says how far seats scatter\./);
  assert.deepEqual(await it.see(".sure-model, .odds, .sure-table"), []);
  const chips = await it.page.$$(inside(".sure .presets .chip"));
  await chips[2].click();
  await it.says(".sure .said", /scattering by 3\.0 points: /);
  assert.match(await it.read(".sure-model"), /^A model, not a forecast: /);
  it.expectClean();
  await it.close();
});

test("text and picture to take away carry the assumption", async () => {
  const it = await openSure({ path: SWUNG });
  await it.says(".sure .said", /of 100/);
  await it.click(".sure-found details summary");
  const copied = await it.page.$eval(inside(".sure textarea"), (field) => field.value);
  assert.ok(copied.startsWith(await it.read(".sure .said")));
  assert.match(copied, /A model, not a forecast: .* http/);
  await it.page.evaluate(() => {
    globalThis.made = [];
    const real = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      globalThis.made.push(blob);
      return real(blob);
    };
    HTMLAnchorElement.prototype.click = function keep() {
      globalThis.named = this.download;
    };
  });
  await it.click(".sure details .presets button:nth-of-type(1)");
  const svg = await it.page.evaluate(() => globalThis.made[0].text());
  assert.match(svg, /A model, not a forecast: around the swing, each seat has a normal error/);
  assert.match(svg, /majority in \d+ of 100; \d+ to \d+ seats in 80 of 100/);
  assert.match(svg, /41 to win/);
  await it.click(".sure details .presets button:nth-of-type(2)");
  await until(it.page, () => globalThis.named?.endsWith("-chances.png"));
  const type = await it.page.evaluate(() => globalThis.made[1].type);
  assert.equal(type, "image/png");
  it.expectClean();
  await it.close();
});

test("an address opens the fold at the same numbers; closing it takes them away", async () => {
  const it = await openSure({ path: SWUNG });
  await it.says(".sure .said", /scattering by 9\.9 points: /);
  await it.click(".sure .presets .chip:nth-of-type(4)");
  const ranges = await it.page.$$(inside('.sure input[type="range"]'));
  await ranges[1].focus();
  for (let i = 0; i < 3; i += 1) await it.page.keyboard.press("ArrowRight");
  await it.says(".sure .said", /scattering by 5\.0 points and all together by 0\.3: /);
  await until(it.page, () => location.search.includes("sure=500-30-INDIA-NDA"));
  const shown = await it.read(".sure");
  await it.click(".sure-found details summary");
  const copied = await it.page.$eval(inside(".sure textarea"), (field) => field.value);
  const [link] = /http\S+$/.exec(copied);
  assert.match(link, /[?&]sure=500-30-INDIA-NDA#/);
  const other = await openCalculator({ path: link });
  await other.find(".sure .said");
  await other.rest();
  assert.equal(await other.read(".sure"), shown);
  await other.close();
  // As a reader closes it, it goes from the address too; what was in it before stays.
  await it.click(".fold.sure-fold > summary");
  await until(it.page, () => !location.search.includes("sure"));
  assert.match(await it.page.evaluate(() => location.hash), /s-INDIA-NDA-368/);
  it.expectClean();
  await it.close();
});

test("an address says between whom and where votes would move, before any do", async () => {
  const it = await openCalculator({ path: "?sure=420-0-INC-BJP--cST" });
  await it.find(".sure .said");
  const [from, to, where] = await it.page.$$eval(inside(".swing select"), (all) =>
    all.map((one) => one.value),
  );
  assert.deepEqual([from, to, where], ["INC", "BJP", "category:ST"]);
  assert.match(
    await it.read(".sure .said"),
    /^With no swing and seats scattering by 4\.2 points: /,
  );
  it.expectClean();
  await it.close();
});

test("what makes no sense in an address opens the fold as it is", async () => {
  for (const wrong of ["", "9999-0-INDIA-NDA", "580", "x-y-INDIA-NDA"]) {
    const it = await openCalculator({ path: `?sure=${wrong}` });
    await it.find(".sure .said");
    await until(
      it.page,
      (said) =>
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(".sure .said")
          .textContent.includes(said),
      "scattering by 9.9 points: ",
    );
    it.expectClean();
    await it.close();
  }
});

test("in Hindi, on a phone, nothing goes sideways", async () => {
  const it = await openSure({ path: `?lang=hi${SWUNG}`, size: sizes.phone });
  await it.says(".sure .said", /100 में से \d+ बार/);
  assert.match(await it.read(".sure-model"), /^यह मॉडल है, पूर्वानुमान नहीं/);
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});
