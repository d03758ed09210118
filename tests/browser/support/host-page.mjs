// Pages of somebody else, on an origin of their own, that show the calculator.

import { baseUrl, openPage, startServer, until } from "./harness.mjs";
import { LIMIT } from "./waiting.mjs";

/** The calculator comes from another origin here, and nothing else may. */
export const OURS = new RegExp(`^request to another origin: ${baseUrl}`);
export const SCRIPT = `<script type="module" src="${baseUrl}seat-calculator.js"></script>`;
export const ELEMENT =
  '<seat-calculator election="jharkhand-2024"><p id="fallback">The declared result</p></seat-calculator>';
/** Notes what frames say to the page. */
export const LISTEN =
  '<script>var heard = []; addEventListener("message", (event) => heard.push({ first: event.source === frames[0], data: event.data }));</script>';

/**
 * Opens a host page. `host` may be "localhost", which is another site than the calculator's. @param {string} body @param {{ host?: string, headers?: Record<string, string>, head?: string, size?: any, files?: any, prepare?: any, scheme?: any }} [options]
 */
export async function openHost(
  body,
  { headers = {}, head = "", files = {}, host = "127.0.0.1", ...options } = {},
) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Article</h1>${body}</main></body></html>`;
  const server = await startServer({ files: { "/host.html": { body: html, headers }, ...files } });
  const opened = await openPage({
    ...options,
    path: `${server.address.replace("127.0.0.1", host)}host.html`,
  });
  return {
    ...opened,
    server,
    /** Fails on anything but the calculator's own requests and `except`. */
    expectClean: (except = []) => opened.expectClean([OURS, ...except]),
    /** The frame that shows embed.html, or another page. */
    embed: (name = "/embed.html") =>
      opened.page.waitForFrame((frame) => frame.url().includes(name), { timeout: LIMIT }),
  };
}

/** What the n-th element says in the nodes of `selector`. @param {any} where */
export const read = (where, selector, nth = 0) =>
  where.evaluate(
    (wanted, n) =>
      [...document.querySelectorAll("seat-calculator")[n].shadowRoot.querySelectorAll(wanted)]
        .filter((node) => node.checkVisibility())
        .map((node) => node.textContent.replace(/\s+/g, " ").trim()),
    selector,
    nth,
  );

/** Waits until the n-th element's verdict begins so. @param {any} where */
export const says = (where, start, nth = 0) =>
  until(
    where,
    (wanted, n) =>
      document
        .querySelectorAll("seat-calculator")
        [n]?.shadowRoot?.querySelector(".page[data-core] .verdict")
        ?.textContent.trim()
        .startsWith(wanted),
    start,
    nth,
  );
