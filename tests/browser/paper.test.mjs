// On paper: dark ink on white, whatever theme the screen has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isChromium, openPage } from "./support/harness.mjs";

/** Background and ink of the calculator, as red, green and blue. */
const colours = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("seat-calculator");
    const inner = host.shadowRoot?.querySelector(".host") ?? host;
    const { backgroundColor, color } = getComputedStyle(inner);
    const numbers = (value) => value.match(/\d+/g).slice(0, 3).map(Number);
    return { paper: numbers(backgroundColor), ink: numbers(color) };
  });

/** Firefox takes no other medium from a test. */
const PRINTS = { skip: !isChromium };

for (const [scheme, theme] of [
  ["light", "dark"],
  ["dark", ""],
  ["dark", "dark"],
])
  test(
    `a ${theme || "plain"} theme on a ${scheme} screen prints dark on white`,
    PRINTS,
    async () => {
      const it = await openPage({ path: "index.html", scheme });
      await it.page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
        document.querySelector("seat-calculator").setAttribute("theme", chosen);
      }, theme);
      const screen = await colours(it.page);
      assert.ok(Math.max(...screen.paper) < 64, JSON.stringify(screen));
      await it.page.emulateMediaType("print");
      const print = await colours(it.page);
      assert.deepEqual(print.paper, [255, 255, 255]);
      assert.ok(Math.max(...print.ink) < 64, JSON.stringify(print));
      it.expectClean();
      await it.close();
    },
  );
