// What is checked of the project's JavaScript without running it: names that nothing defines or nobody uses, and mistakes no
// reader would make on purpose. `cargo xtask test --only lint` runs it on www/, tests/, xtask/ and the core's own script.

import js from "@eslint/js";

/** Names as they are there; none may be assigned to. @param {string} names */
const there = (names) =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, "readonly"]),
  );

const both =
  there(`AbortController AbortSignal Blob CustomEvent Event EventTarget File TextDecoder TextEncoder URL URLSearchParams WebAssembly
  atob btoa clearTimeout console crypto fetch performance queueMicrotask setTimeout structuredClone`);
// Only what a page may ask for: a name that this list lacks is more likely a slip than a new interface.
const page =
  there(`CSS DOMException Document Element HTMLDetailsElement HTMLDialogElement HTMLElement HTMLInputElement HTMLLinkElement Image IntersectionObserver MutationObserver Node NodeFilter ResizeObserver Worker
  ShadowRoot Text addEventListener cancelAnimationFrame
  customElements document getComputedStyle history indexedDB innerHeight innerWidth location matchMedia navigator parent print removeEventListener
  requestAnimationFrame scrollBy scrollTo scrollX scrollY self`);
/** What only tests ask of pages, beside what Node has. */
const tests =
  there(`Buffer CSSStyleSheet DataTransfer DOMParser FontFace HTMLAnchorElement KeyboardEvent MessageChannel OffscreenCanvas PageTransitionEvent PerformanceObserver ReadableStream Response
  crossOriginIsolated dispatchEvent frames localStorage open postMessage process setInterval top window`);

export default [
  { ignores: ["**/node_modules/", "**/*.min.js", "dist/", "target/", "www/pkg/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.js", "**/*.mjs"],
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: both },
    rules: {
      ...js.configs.recommended.rules,
      "array-callback-return": "error",
      eqeqeq: "error",
      "no-constant-binary-expression": "error",
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-loss-of-precision": "error",
      "no-promise-executor-return": "off",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Text enters the page as text.",
        })),
      ],
      "no-self-compare": "error",
      "no-shadow-restricted-names": "error",
      "no-template-curly-in-string": "error",
      // Prettier breaks lines; it puts a semicolon wherever one is meant.
      "no-unexpected-multiline": "off",
      "no-unreachable-loop": "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { classes: false, functions: false, variables: false }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["www/**"], languageOptions: { globals: page } },
  // What tests hand to a page is written among what runs in Node.
  { files: ["tests/**", "xtask/**"], languageOptions: { globals: { ...page, ...tests } } },
  // Put around what it hands to the page.
  { files: ["tests/bench/paint.mjs"], languageOptions: { globals: there("root") } },
];
