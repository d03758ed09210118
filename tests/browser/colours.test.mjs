// Whatever colours a file of data gives: its marks stand off the paper, and names on them are read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hands, inside, ready } from "./support/calculator.mjs";
import { axe, baseUrl, openPage, startServer } from "./support/harness.mjs";

/** Those of the papers, white, black, pure ones and near misses; the rest at random, another lot with each run. */
const AWKWARD = [
  "#ffffff",
  "#121417",
  "#000000",
  "#fffffe",
  "#ffff00",
  "#00ffff",
  "#0000ff",
  "#eceef1",
  "#24282e",
  "#15181c",
  "#e9ebee",
  "#00ff00",
  "#ff00ff",
  "#808080",
];
const random = () =>
  `#${Math.floor(Math.random() * 0x1000000)
    .toString(16)
    .padStart(6, "0")}`;
/** Least contrast of a mark with the paper beside it. Its name and number stand beside it in ink, so that it need not be read itself. */
const APART = { light: 1.5, dark: 3 };
/** The same of the parts of a bar with the rest of its length. */
const BAR = { light: 1.4, dark: 2.5 };
/** The same of a name with the part of a bar that it stands on (WCAG 2.2, 1.4.3). */
const READ = 4.5;

for (const scheme of ["light", "dark"]) {
  test(`awkward colours of parties are seen on ${scheme} paper, and names on them are read`, async () => {
    const file = "data/jharkhand-2024.json";
    const data = await (await fetch(new URL(file, baseUrl))).json();
    data.parties.forEach((party, i) => {
      party.colour = AWKWARD[i] ?? random();
    });
    const { address } = await startServer({
      files: { [`/${file}`]: { type: "application/json", body: JSON.stringify(data) } },
    });
    const opened = await openPage({ path: address, scheme });
    await ready(opened.page);
    const it = { ...opened, ...hands(opened.page) };
    const seen = await it.page.$$eval(inside(":is(.tile, .part, .swatch)"), (nodes) => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const rgb = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      const luminance = (colour) => {
        const [r, g, b] = rgb(colour).map((one) =>
          one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const root = document.querySelector("seat-calculator").shadowRoot;
      const paper = luminance(getComputedStyle(root.querySelector(".host")).backgroundColor);
      const track = luminance(getComputedStyle(root.querySelector(".bar-track")).backgroundColor);
      const apart = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return nodes
        .filter((node) => node.checkVisibility())
        .map((node) => {
          const mark = luminance(getComputedStyle(node).backgroundColor);
          return {
            given: /#[0-9a-f]{6}/.exec(node.style.getPropertyValue("--c"))[0],
            contrast: apart(mark, paper),
            beside: node.matches(".part") ? apart(mark, track) : 99,
            words: node.matches(".tile") ? "" : node.textContent,
            read: apart(luminance(getComputedStyle(node).color), mark),
          };
        });
    });
    assert.ok(
      seen.length > 100 &&
        AWKWARD.slice(0, 9).every((one) => seen.some(({ given }) => given === one)),
      "every awkward one holds a seat",
    );
    assert.deepEqual(
      seen.filter(({ contrast, beside }) => contrast < APART[scheme] || beside < BAR[scheme]),
      [],
    );
    const named = seen.filter(({ words }) => words);
    assert.ok(named.length > 3, "names stand on the bars");
    assert.deepEqual(
      named.filter(({ read }) => read < READ),
      [],
    );
    it.expectClean();
    assert.deepEqual(await axe(it.page, { part: ".first" }), []);
    await it.close();
  });
}
