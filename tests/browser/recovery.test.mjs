// A core that dies in the middle of an edit costs the reader nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openCalculator } from "./support/calculator.mjs";
import { isChromium } from "./support/harness.mjs";

const TIMES = 100;

/** Lets the test arm a trap that strikes the next time the core calls out, in the middle of its work. */
const armable = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.instances = 0;
    globalThis.armed = false;
    const trapping = (imports) => {
      globalThis.instances += 1;
      for (const functions of Object.values(imports)) {
        for (const [name, work] of Object.entries(functions)) {
          if (typeof work !== "function") continue;
          functions[name] = (...given) => {
            if (globalThis.armed) {
              globalThis.armed = false;
              throw new WebAssembly.RuntimeError("unreachable");
            }
            return work(...given);
          };
        }
      }
      return imports;
    };
    const { instantiateStreaming, Instance } = WebAssembly;
    WebAssembly.instantiateStreaming = (source, imports) =>
      instantiateStreaming.call(WebAssembly, source, trapping(imports));
    WebAssembly.Instance = new Proxy(Instance, {
      construct: (target, [module, imports]) =>
        Reflect.construct(target, [module, trapping(imports)]),
    });
  });

test(`a trap during an edit leaves the same scenario, ${TIMES} times in a row`, async () => {
  const it = await openCalculator({ prepare: armable });
  await it.click("#give-65");
  const edits = [];
  const size = () => it.page.metrics().then(({ JSHeapUsedSize }) => JSHeapUsedSize);
  let before = 0;
  for (let i = 0; i < TIMES; i++) {
    await it.page.evaluate(() => {
      globalThis.armed = true;
    });
    await it.page.evaluate(() =>
      document.querySelector("seat-calculator").shadowRoot.querySelector("#give-38").click(),
    );
    edits.push((await it.see(".bar-seats")).join());
    if (isChromium && i === 20) before = await size();
  }
  // Given away and taken back by turns, while Kanke stays as the reader left it.
  assert.deepEqual(
    edits,
    Array.from({ length: TIMES }, (_, i) => (i % 2 ? "55,25,1" : "54,26,1")),
  );
  assert.equal(
    await it.page.evaluate(() => globalThis.instances),
    TIMES + 2,
    "both modules, and one fresh instance for each trap",
  );
  assert.deepEqual(await it.see(".notice"), []);
  if (isChromium) {
    const grown = (await size()) - before;
    assert.ok(grown < 8_000_000, `${grown} bytes more after ${TIMES - 21} traps`);
  }
  it.expectClean();
  await it.close();
});
