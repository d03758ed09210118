// The import as a reader handles it: the dialog opened, a file picked, a table pasted.

import { readFileSync, readdirSync } from "node:fs";
import { inside, openCalculator } from "./calculator.mjs";
import { until } from "./harness.mjs";

const folder = new URL("../../import/samples/", import.meta.url);

/** The samples: name, place on the disk, text in UTF-8 where they are one, what is expected. */
export const samples = readdirSync(folder)
  .filter((name) => !name.endsWith(".EXPECTED.json"))
  .map((name) => {
    const path = new URL(name, folder).pathname;
    const expected = path.replace(/\.\w+$/, ".EXPECTED.json");
    return {
      name,
      path,
      text: decoded(path),
      expected: JSON.parse(readFileSync(expected, "utf8")),
    };
  });

/** @param {string} path */
function decoded(path) {
  if (path.endsWith(".xlsx")) return null;
  const bytes = readFileSync(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** Opens the page and the import over it. @param {object} [options] as of openPage */
export async function openImport(options) {
  const it = await openCalculator(options);
  await it.page.click(inside(".chooser > summary"));
  await (await it.find(".chooser-list > button")).click();
  await it.find(".import[open] .pick input");
  return { ...it, ...importHands(it) };
}

/** What a reader does in the import. @param {Awaited<ReturnType<typeof openCalculator>>} it */
export function importHands(it) {
  const { page } = it;
  /** Waits until what was asked for is read. */
  const taken = () =>
    until(page, () => {
      const root = document.querySelector("seat-calculator").shadowRoot;
      const next = root.querySelector(".import footer .main");
      const standing = root.querySelector(".import footer .standing")?.textContent;
      const failed = root.querySelector(".drop:not([hidden]) .wrong")?.textContent;
      return failed || (standing && !/^Reading|^पढ़ा जा/.test(standing) && next);
    });
  return {
    taken,
    async pick(...paths) {
      await (await it.find(".import .drop .pick input")).uploadFile(...paths);
      await taken();
    },
    /** Pastes as the browser does, with text alone. @param {string} text */
    async paste(text) {
      await page.evaluate((said) => {
        const root = document.querySelector("seat-calculator").shadowRoot;
        const data = new DataTransfer();
        data.setData("text/plain", said);
        const event = new Event("paste", { bubbles: true, composed: true, cancelable: true });
        Object.defineProperty(event, "clipboardData", { value: data });
        root.querySelector(".import .pick input").dispatchEvent(event);
      }, text);
      await taken();
    },
    /** Goes to a screen by its button in the trail. @param {number} at from 1 */
    go: async (at) => (await it.find(`.trail li:nth-child(${at}) button`)).click(),
    /** Rows of the table that are there, with what is said of them. */
    rows: () =>
      page.evaluate(() =>
        [
          ...document
            .querySelector("seat-calculator")
            .shadowRoot.querySelectorAll(".preview-table tbody tr[aria-rowindex]"),
        ].map((row) => ({
          row: Number(row.cells[0].textContent),
          kind: row.className,
          cells: [...row.cells]
            .slice(1)
            .map((cell) => cell.title || (cell.firstChild?.nodeValue ?? "")),
        })),
      ),
    /** Seats by party, as the check shows them. */
    seats: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [
            ...document
              .querySelector("seat-calculator")
              .shadowRoot.querySelectorAll(".beside tbody tr"),
          ].map(({ cells }) => [cells[0].textContent, Number(cells[1].textContent)]),
        ),
      ),
    /** What the columns hold: the role by the letters. */
    roles: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [
            ...document
              .querySelector("seat-calculator")
              .shadowRoot.querySelectorAll(".preview-table thead th"),
          ].map((head) => [
            head.querySelector("b").textContent,
            head.querySelector("select").value,
          ]),
        ),
      ),
  };
}
