// The declared result in the built pages, for readers without JavaScript.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { read } from "../dataset.mjs";

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
    "lok-sabha-2024-jharkhand": "NDA led in 50 of 81 segments; 41 would be a majority.",
    "jharkhand-2024-1723":
      "INDIA is ahead in enough seats: 31\u{a0}won + 25\u{a0}leading = 56\u{a0}of\u{a0}81; 41 needed.",
  };
  for (const { id, page, title } of elections) {
    const frame = page === "index.html" ? "embed.html" : `embed-${id}.html`;
    for (const one of [page, frame]) {
      const shown = markup(one);
      assert.ok(shown.includes(said[id] ?? "81 seats"), `${one}: ${shown.slice(0, 600)}`);
      assert.equal(shown.match(/<tr><td/g).length, 81, one);
      if (!id.includes("2024"))
        assert.ok(!shown.includes("2024"), `${one} speaks of another election`);
      for (const key of ["verdict.", "bars.", "table.", "kicker.", "party.", "{"])
        assert.ok(!shown.includes(key), `${one} says ${key}`);
    }
    const whole = readFileSync(join(site, page), "utf8");
    assert.ok(whole.includes(`<title>Seat calculator: ${title.en}</title>`), page);
    assert.ok(whole.includes("any of the 81 seats"), page);
    assert.ok(existsSync(join(site, "cards", `${id}.png`)), id);
  }
  assert.ok(markup("jharkhand-2024-1723.html").includes("· counting</h1>"));
});

test("the table says who won, by how much and over whom", () => {
  const shown = markup("index.html");
  const row =
    '<th scope="row">Barhait</th><td>Hemant Soren <small>JMM</small></td><td class="number">39,791</td><td>BJP</td>';
  assert.ok(shown.includes(row));
  assert.ok(shown.includes("CPI(ML)L 2"));
});
