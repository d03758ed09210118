// The declared result in the built pages, for readers without JavaScript.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Words } from "../../www/i18n/messages.js";
import { declaredPage } from "../../www/result/declared.js";
import { dataset, read } from "../dataset.mjs";

const site = process.env.SITE_FOLDER;
if (!site) throw new Error("SITE_FOLDER must name the folder of the built page");
/** A page without the white space between its elements. @param {string} page */
const markup = (page) =>
  /<header.*<\/table>/s.exec(readFileSync(join(site, page), "utf8"))[0].replace(/>\s+</g, "><");

test("every election has a page with its own result, a page for frames and a card", () => {
  const elections = JSON.parse(read("elections.json"));
  assert.equal(elections[0].page, "index.html");
  const said = {
    "jharkhand-2024": "INDIA has a majority: 56 of 81 seats, 15 above the mark of 41.",
    "jharkhand-2019": "Mahagathbandhan has a majority: 47 of 81 seats, 6 above the mark of 41.",
    "jharkhand-2014": "NDA has a majority: 42 of 81 seats, 1 above the mark of 41.",
    "lok-sabha-2024": "NDA has a majority: 293 of 543 seats, 21 above the mark of 272.",
    "lok-sabha-2024-jharkhand": "NDA led in 50 of 81 segments; 41 would be a majority.",
    "jharkhand-2024-1723":
      "INDIA is ahead in enough seats: 31\u{a0}won + 25\u{a0}leading = 56\u{a0}of\u{a0}81; 41 needed.",
  };
  for (const { id, page, title } of elections) {
    const { seats } = dataset(id).house;
    const frame = page === "index.html" ? "embed.html" : `embed-${id}.html`;
    for (const one of [page, frame]) {
      const shown = markup(one);
      assert.ok(shown.includes(said[id] ?? `${seats} seats`), `${one}: ${shown.slice(0, 600)}`);
      assert.equal(shown.match(/<tr><td/g).length, seats, one);
      if (!id.includes("2024"))
        assert.ok(!shown.includes("2024"), `${one} speaks of another election`);
      for (const key of ["verdict.", "bars.", "table.", "kicker.", "party.", "{"])
        assert.ok(!shown.includes(key), `${one} says ${key}`);
    }
    const whole = readFileSync(join(site, page), "utf8");
    assert.ok(whole.includes(`<title>Seat calculator: ${title.en}</title>`), page);
    assert.ok(whole.includes(`any of the ${seats} seats`), page);
    assert.ok(existsSync(join(site, "cards", `${id}.png`)), id);
  }
  assert.ok(markup("jharkhand-2024-1723.html").includes("The count at 17:23."));
});

test("the table says who won, by how much and over whom", () => {
  const shown = markup("index.html");
  const row =
    '<th scope="row">Barhait</th><td>Hemant Soren <small>JMM</small></td><td class="number">39,791</td><td>BJP</td>';
  assert.ok(shown.includes(row));
  assert.ok(shown.includes("CPI(ML)L 2"));
});

test("while votes are counted the card that a shared link shows has no figures", async () => {
  const { Calculator, initSync } = await import(
    pathToFileURL(join(site, "pkg/seat_calculator.js")).href
  );
  initSync({ module: readFileSync(join(site, "pkg/seat_calculator_bg.wasm")) });
  const data = dataset("jharkhand-2024-1723");
  const words = new Words("en", JSON.parse(read("../i18n/en.json")), data.house.result);
  const texts = (counting) => {
    const { card } = declaredPage(data, words, new Calculator(data), counting);
    return Array.from(card.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g), ([, text]) => text);
  };
  assert.ok(texts(false).join(" ").includes("31"), texts(false).join(" "));
  const said = texts(true).join(" ");
  assert.match(said, /What if\?/);
  assert.deepEqual(said.replace(words.name(data.title), "").match(/\d+/g), ["41"]);
});
