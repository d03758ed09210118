// Everything a page did that a reader's console or network panel would show in red, or that went to another site.

/**
 * Starts to note the problems of `page`; `own` is the origin that requests may go to.
 *
 * @returns {string[]} the problems so far, one line each, growing as they happen
 */
export function watch(page, own) {
  const problems = [];
  const isFavicon = (url) => new URL(url).pathname === "/favicon.ico";
  page.on("console", (message) => {
    if (["error", "warn", "assert"].includes(message.type())) {
      const { url = "", lineNumber = "" } = message.location() ?? {};
      problems.push(`console ${message.type()}: ${message.text()} (${url}:${lineNumber})`);
    }
  });
  page.on("pageerror", (error) => problems.push(`page error: ${error?.stack ?? error}`));
  page.on("error", (error) => problems.push(`crash: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isLocal = ["data:", "blob:", "about:"].includes(url.protocol) || url.origin === own;
    if (!isLocal) problems.push(`request to another origin: ${url}`);
  });
  page.on("requestfailed", (request) => {
    if (isFavicon(request.url())) return;
    problems.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}
