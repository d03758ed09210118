// WebKitGTK's MiniBrowser, driven by WebKitWebDriver, with as much of puppeteer's pages as the
// tests in `core-tasks.test.mjs` and their helpers use.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after } from "node:test";
import { Builder, Capabilities, Key } from "selenium-webdriver";
import { FONTS } from "./browsers.mjs";
import { browserPath } from "./environment.mjs";
import { LIMIT, eventually } from "./waiting.mjs";

/** A screen for one browser. */
const DISPLAY = ":93";
const SCREEN = "1600x1300x24";

/** Keys by puppeteer's names for them. */
const KEYS = { Enter: Key.ENTER, Escape: Key.ESCAPE, PageUp: Key.PAGE_UP, Tab: Key.TAB };

/** @type {import("node:child_process").ChildProcess[]} */
const programs = [];
after(() => programs.forEach((program) => program.kill()));

/** @param {string} name @param {string[]} args @param {Record<string, string>} [env] */
function start(name, args, env) {
  const program = spawn(name, args, { stdio: "ignore", env: { ...process.env, ...env } });
  programs.push(program);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

const listens = (address) =>
  fetch(`${address}/status`).then(
    (answer) => answer.ok,
    () => false,
  );

/** Whether the screen runs, which serves every test of a file. */
let screen = false;

/** A browser of its own, without anything stored. Its driver ends with it. */
async function session() {
  if (!screen) start("Xvfb", [DISPLAY, "-screen", "0", SCREEN, "-nolisten", "tcp"]);
  screen = true;
  const port = await freePort();
  start("WebKitWebDriver", [`--port=${port}`], { DISPLAY, FONTCONFIG_FILE: FONTS });
  const address = `http://127.0.0.1:${port}`;
  await eventually(() => listens(address));
  const wanted = new Capabilities();
  wanted.set("browserName", "MiniBrowser");
  wanted.set("webkitgtk:browserOptions", { binary: browserPath, args: ["--automation"] });
  const driver = await new Builder().usingServer(address).withCapabilities(wanted).build();
  const limit = Math.round(LIMIT);
  await driver.manage().setTimeouts({ script: limit, pageLoad: limit });
  return driver;
}

/** Runs a function in a page and hands what it answers to WebDriver. */
const CALL = `const given = [...arguments], done = given.pop();
  Promise.resolve().then(() => (FUNCTION)(...given)).then(
    (value) => done({ value }),
    (error) => done({ error: String(error?.stack ?? error) }),
  );`;

/** A page, or a frame of one. */
class Frame {
  /** @param {import("selenium-webdriver").WebDriver} driver @param {string[]} path selectors */
  constructor(driver, path = []) {
    this.driver = driver;
    this.path = path;
  }

  async #enter() {
    await this.driver.switchTo().defaultContent();
    for (const selector of this.path) {
      const frame = await this.driver.findElement({ css: selector });
      // A frame may load only when it comes into sight.
      await this.driver.executeScript((node) => node.scrollIntoView({ block: "nearest" }), frame);
      await this.driver.switchTo().frame(frame);
    }
  }

  async evaluate(work, ...given) {
    await this.#enter();
    return this.#run(work, given);
  }

  async #run(work, given) {
    const script = CALL.replace("FUNCTION", () => String(work));
    const { value, error } = await this.driver.executeAsyncScript(script, ...given);
    if (error) throw new Error(error);
    return value;
  }

  async waitForFunction(condition, _options, ...given) {
    const found = await eventually(
      () => this.evaluate(condition, ...given),
      () => `never true in the page: ${condition} (${given})`,
    );
    return { jsonValue: () => found, asElement: () => this.#element(found) };
  }

  /** What puppeteer calls an element handle. */
  #element(found) {
    const evaluate = (work, ...given) => this.#run(work, [found, ...given]);
    return {
      evaluate,
      click: async ({ count = 1 } = {}) => {
        await this.#enter();
        if (count === 1) {
          // The driver's own scrolling comes before a long list has been laid out.
          await evaluate(async (node) => {
            node.scrollIntoView({ block: "center" });
            await new Promise(requestAnimationFrame);
          });
          return found.click();
        }
        // A field, whose text is chosen by a triple click. WebDriver has only single ones.
        return evaluate((node) => {
          node.focus();
          node.select();
        });
      },
      focus: () => evaluate((node) => node.focus()),
      type: (text) => found.sendKeys(text),
      press: (key) => found.sendKeys(KEYS[key]),
      select: (value) =>
        evaluate((node, wanted) => {
          node.value = wanted;
          node.dispatchEvent(new Event("input", { bubbles: true }));
          node.dispatchEvent(new Event("change", { bubbles: true }));
        }, value),
    };
  }

  /** A frame in this one. @param {string} selector */
  frame(selector) {
    return new Frame(this.driver, [...this.path, selector]);
  }
}

class Page extends Frame {
  goto = (address) => this.driver.get(address);
  reload = () => this.driver.navigate().refresh();
  goBack = () => this.driver.navigate().back();
}

/**
 * Opens a page in a browser of its own.
 * @param {string} address
 * @param {{ width: number, height: number }} size
 */
export async function openWebkit(address, size) {
  const driver = await session();
  await driver
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...size });
  const page = new Page(driver);
  await page.goto(address);
  return { page, close: () => driver.quit() };
}
