// What the test command tells the tests: which browser, where its program is, where the page is served.

function given(name) {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run the browser tests with "cargo xtask test --only browser"`,
    );
  return value;
}

/** "chromium", "firefox" or "webkit". */
export const browserName = given("BROWSER");
export const isChromium = browserName === "chromium";
export const isFirefox = browserName === "firefox";
export const isWebkit = browserName === "webkit";
export const browserPath = given("BROWSER_PATH");
/** The address of the built site, with a trailing slash. */
export const baseUrl = given("BASE_URL");

if (!isChromium && !isFirefox && !isWebkit)
  throw new Error(`BROWSER is "${browserName}", not chromium, firefox or webkit`);
