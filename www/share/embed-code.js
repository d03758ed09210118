/**
 * Code to show this scenario on another page: as an element, in a frame, or as a link, with a
 * preview.
 */

import { make, show } from "../components/dom.js";
import { select } from "../components/fields.js";
import { address, sheet } from "../core/assets.js";
import { followHeight } from "../embed/frame-height.js";
import { escaped } from "../components/escaped.js";
import { copyField } from "./copy-field.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @typedef {"element" | "frame" | "link"} Form */

const CHOICES = {
  form: ["element", "frame", "link"],
  mode: ["full", "compact", "result"],
  theme: ["auto", "light", "dark"],
};
/** CSS pixels of a frame before it has said how tall it is. */
const HEIGHT = 720;
/** CSS pixels; the preview gets no taller. */
const PREVIEW = 2000;

/** @param {Context} ctx */
export function embedView(ctx) {
  const { words, session } = ctx;
  const chosen = { form: /** @type {Form} */ ("element"), mode: "compact", theme: "auto" };
  const pick = (/** @type {keyof typeof chosen} */ field) =>
    select(
      words.say(`embed.${field}`),
      CHOICES[field].map((id) => [id, words.say(`embed.${field}.${id}`)]),
      (id) => {
        Object.assign(chosen, { [field]: id });
        render(session.report);
      },
      chosen[field],
    ).node;
  const [form, mode, theme] = [pick("form"), pick("mode"), pick("theme")];
  const shape = { rows: "6", spellcheck: "false", class: "code" };
  const code = copyField(ctx, words.say("embed.code"), shape);
  const title = words.say("embed.preview");
  const frame = make("iframe", { class: "preview", title, loading: "lazy" });
  followHeight(frame, PREVIEW);
  const node = make(
    "div",
    { class: "embed-panel" },
    sheet("embed.css").node,
    make("div", { class: "fields" }, form, mode, theme),
    code.node,
    make("p", { class: "quiet-text" }, words.say("embed.note")),
    make("p", { class: "quiet-text" }, title),
    frame,
  );

  /** @param {Report} report */
  function render({ scenario }) {
    const all = codes(scenario.text, chosen, ctx);
    code.say(all[chosen.form]);
    for (const one of [mode, theme, frame]) show(one, chosen.form !== "link");
    if (frame.src !== all.src) frame.src = all.src;
  }

  return { node, render };
}

/**
 * The code in each form, and the address of the frame.
 * @param {string} scenario
 * @param {{ mode: string, theme: string }} chosen
 * @param {Context} ctx
 */
function codes(scenario, { mode, theme }, { words, dataset, home }) {
  const title = words.name(dataset.title);
  const query = { mode, lang: words.language, theme };
  const link = new URL(home);
  link.searchParams.set("lang", words.language);
  link.hash = scenario;
  // Each election has a page for frames, whose result stands there before any script.
  const page = home === address("") ? "embed.html" : `embed-${dataset.id}.html`;
  const { href: src } = Object.assign(new URL(address(page)), {
    search: String(new URLSearchParams(query)),
    hash: scenario,
  });
  const element = { election: dataset.id, ...query, scenario };
  const sandbox = "allow-scripts allow-popups";
  const size = { width: "100%", height: String(HEIGHT), frameborder: "0" };
  const frame = { src, title, ...size, loading: "lazy", sandbox, allow: "clipboard-write" };
  const script = (/** @type {string} */ path) => `src="${escaped(address(path))}"></script>`;
  return {
    src,
    element: `<script type="module" ${script("seat-calculator.js")}
<seat-calculator${written(element)}>
<a${written({ href: link.href })}>${escaped(title)}</a>
</seat-calculator>`,
    frame: `<iframe${written(frame)}></iframe>
<script async ${script("resize.js")}`,
    link: link.href,
  };
}

/**
 * Attributes as they stand in a tag; empty ones are left out.
 * @param {Record<string, string>} attributes
 */
const written = (attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
