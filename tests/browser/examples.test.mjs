// The pages of examples/, and the code the page hands out: each works as it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, openCalculator } from "./support/calculator.mjs";
import { openHost, read, says } from "./support/host-page.mjs";
import { baseUrl, openPage, until } from "./support/harness.mjs";

const DECLARED = "INDIA has a majority: 56 of 81";

test("every page of examples/ does what it says", async () => {
  const element = await openPage({ path: "examples/element.html" });
  await says(element.page, DECLARED, 0);
  await says(element.page, "काल्पनिक, 3 सीटें बदलीं", 1);
  await element.page.click("seat-calculator >>> .tools summary");
  await until(element.page, () =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".change .sum")
      ?.textContent.includes("56"),
  );
  element.expectClean();
  await element.close();

  const question = await openPage({ path: "examples/question.html" });
  await says(question.page, "Hypothetical, 3 seats changed: INDIA has a majority: 53", 0);
  await says(question.page, "Hypothetical, 16 seats changed", 1);
  question.expectClean();
  await question.close();

  const events = await openPage({ path: "examples/events.html" });
  await says(events.page, DECLARED);
  await events.page.click("#flip");
  await until(events.page, () =>
    /^INDIA 55, NDA 25, JLKM 1\. .*Hypothetical, 1 seat changed/.test(
      document.querySelector("#heard").textContent,
    ),
  );
  await events.page.click("#undo");
  await until(events.page, () =>
    /^INDIA 56, NDA 24, JLKM 1\. /.test(document.querySelector("#heard").textContent),
  );
  events.expectClean();
  await events.close();

  const data = await openPage({ path: "examples/data.html" });
  // The election of 2014: BJP 37 and AJSU 5 of 81.
  await says(data.page, "NDA has a majority: 42 of 81");
  data.expectClean();
  await data.close();

  const framed = await openPage({ path: "examples/frame.html" });
  const shown = await until(
    framed.page,
    () =>
      document.querySelector("iframe").clientHeight !== 720 &&
      document.querySelector("iframe").clientHeight,
  );
  assert.ok(shown > 300 && shown < 1500, `${shown} px`);
  const frame = framed.page.frames().find((one) => one.url().includes("/embed.html"));
  await says(frame, DECLARED);
  await frame.click("seat-calculator >>> .tools summary");
  await until(
    framed.page,
    (before) => document.querySelector("iframe").clientHeight > before + 100,
    shown,
  );
  framed.expectClean();
  await framed.close();
});

test("the code under Share works as pasted: element, frame and link", async () => {
  const it = await openCalculator();
  await it.click("#give-65");
  await it.click(".toolbar button:nth-child(3)");
  await it.click(".share-panel summary");
  await it.find(".embed-panel .code");
  const codes = {};
  for (const form of ["element", "frame", "link"]) {
    await it.choose(".embed-panel select", form);
    codes[form] = await it.page.$eval(inside(".embed-panel .code"), (node) => node.value);
  }
  it.expectClean();
  await it.close();

  const said = "Hypothetical, 1 seat changed: INDIA has a majority: 55 of 81";
  const element = await openHost(codes.element);
  await says(element.page, said);
  assert.deepEqual(await read(element.page, ".tools > details > summary"), ["Change partners"]);
  element.expectClean();
  await element.close();
  const bare = await openHost(codes.element, { noScript: true });
  assert.match(
    await bare.page.$eval("seat-calculator a", (node) => node.href),
    new RegExp(`^${baseUrl}\\?lang=en#`),
  );
  await bare.close();

  const frame = await openHost(codes.frame);
  await says(await frame.embed(), said);
  await until(frame.page, () => document.querySelector("iframe").clientHeight !== 720);
  frame.expectClean();
  await frame.close();

  const link = await openCalculator({ path: codes.link });
  assert.ok(codes.link.startsWith(baseUrl), codes.link);
  assert.match(await link.verdict(), new RegExp(`^${said}`));
  link.expectClean();
  await link.close();
});
