// What a reader decides in the import: a recipe saved and loaded, parties dragged, colours that look alike.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inside } from "./support/calculator.mjs";
import { until } from "./support/harness.mjs";
import { openImport } from "./support/import.mjs";

const folder = await mkdtemp(join(tmpdir(), "decisions-"));
const main = ".import footer .main";
const press = async (it, selector) => (await it.find(selector)).evaluate((node) => node.click());
const standing = (it, wanted) =>
  until(
    it.page,
    (said) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(".import footer .standing")
        .textContent.startsWith(said),
    wanted,
  );

/** A table whose votes stand under a label that no word list knows. @param {number} more */
const table = (more) =>
  ["Constituency;Candidate;Party;Voix du 2e tour;Voix du 1er tour"]
    .concat(
      [
        ["A", "Ann", "P", 60 + more, 10],
        ["A", "Bob", "Q", 50, 90],
        ["B", "Cy", "P", 70 + more, 20],
        ["B", "Di", "Q", 50, 80],
      ].map((row) => row.join(";")),
    )
    .join("\n");

/** Keeps what the page saves instead of leaving it to the browser. */
const keepSaved = (page) =>
  page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      globalThis.saved = blob.text();
      return make(blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) click.call(this);
    };
  });

/** Says what a column of the table holds. */
const holds = (page, letters, role) =>
  page.evaluate(
    (named, wanted) => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      const heads = [...shadowRoot.querySelectorAll(".preview-table thead th")];
      const head = heads.find((one) => one.querySelector("b")?.textContent === named);
      const picker = head.querySelector("select");
      picker.value = wanted;
      picker.dispatchEvent(new Event("change"));
    },
    letters,
    role,
  );

test("a recipe saved from one file makes the next one need no decision", async () => {
  const it = await openImport();
  await keepSaved(it.page);
  const [first, second] = [join(folder, "monday.csv"), join(folder, "tuesday.csv")];
  await writeFile(first, table(0));
  await writeFile(second, table(5));
  await it.pick(first);
  await holds(it.page, "D", "votes");
  await standing(it, "2 of 2");
  assert.deepEqual(await it.seats(), { P: 2, Q: 0 });
  await press(it, ".all-decisions > summary");
  await press(it, ".all-decisions .presets button");
  await until(it.page, () => globalThis.saved);
  const recipe = JSON.parse(await it.page.evaluate(() => globalThis.saved));
  assert.equal(recipe.decisions["column.votes"], "Voix du 2e tour");
  const kept = join(folder, "recipe.json");
  await writeFile(kept, JSON.stringify(recipe));
  await it.page.keyboard.press("Escape");
  await it.close();

  const again = await openImport();
  await again.pick(second);
  await press(again, ".all-decisions > summary");
  await (await again.find('.all-decisions input[type="file"]')).uploadFile(kept);
  await standing(again, "2 of 2");
  assert.deepEqual(await again.seats(), { P: 2, Q: 0 });
  assert.equal((await again.roles()).D, "votes");
  again.expectClean();
  await again.close();
});

/** Drags a party's row onto what a selector finds. */
const drag = (it, label, target) =>
  it.page.evaluate(
    (wanted, selector) => {
      const { shadowRoot } = document.querySelector("seat-calculator");
      const rows = [...shadowRoot.querySelectorAll(".party-list tbody tr")];
      const row = rows.find((one) => one.querySelector("th").textContent.trim() === wanted);
      if (!row.draggable) throw new Error("the row cannot be dragged");
      const [dataTransfer, onto] = [new DataTransfer(), shadowRoot.querySelector(selector)];
      const event = (type) =>
        new globalThis.DragEvent(type, {
          dataTransfer,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
      row.dispatchEvent(event("dragstart"));
      // A target that lets the drag pass by takes no drop.
      if (onto.dispatchEvent(event("dragover"))) throw new Error("it takes no party");
      onto.dispatchEvent(event("drop"));
    },
    label,
    target,
  );

test("parties are dragged into alliances and out of them", async () => {
  const it = await openImport({ size: { width: 1280, height: 1000 } });
  await it.paste("A 34, B 21, C 6");
  await press(it, main);
  await it.find(".alliances-step:not([hidden]) .zone");
  const made = (wanted) =>
    until(
      it.page,
      (said) => {
        const { shadowRoot } = document.querySelector("seat-calculator");
        const items = [...shadowRoot.querySelectorAll(".made:not([hidden]) li")];
        return items.map(({ textContent }) => textContent.trim()).join("; ") === said;
      },
      wanted,
    );
  await drag(it, "B", ".zone:nth-child(1)");
  await until(it.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.activeElement?.matches(".alliance-picker input"),
  );
  await it.page.keyboard.type("Both");
  await it.page.keyboard.press("Enter");
  await made("Both: 21 seatsB");
  await drag(it, "C", ".made li");
  await made("Both: 27 seatsB, C");
  await drag(it, "B", ".zone:nth-child(2)");
  await made("Both: 6 seatsC");
  it.expectClean();
  await it.close();
});

test("colours that look alike to some eyes are named until they do not", async () => {
  const it = await openImport();
  await it.paste("A 34, B 21, C 6");
  await press(it, main);
  await it.find(".alliances-step:not([hidden]) input[type=color]");
  const said = (wanted) =>
    until(
      it.page,
      (text) =>
        document.querySelector("seat-calculator").shadowRoot.querySelector(".near").textContent ===
        text,
      wanted,
    );
  const paint = (label, colour) =>
    it.page.$eval(
      inside(`[data-control="colour.${label}"]`),
      (picker, wanted) => {
        picker.value = wanted;
        picker.dispatchEvent(new Event("change"));
      },
      colour,
    );
  await said("");
  // Red and green, which many men take for one.
  await paint("A", "#a05000");
  await paint("B", "#607000");
  await said("A and B look alike to some eyes: give one of them another colour.");
  await paint("B", "#2060a0");
  await said("");
  it.expectClean();
  await it.close();
});
