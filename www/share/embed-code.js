/** Code to show this scenario on another page: as an element, in a frame, or as a link, with a preview. */

import { followHeight } from "../embed/frame-height.js";
import { make, show, text } from "../components/dom.js";
import { select } from "../components/fields.js";
import { address, sheet } from "../core/assets.js";

const FORMS = ["element", "frame", "link"];
const MODES = ["full", "compact", "result"];
/** CSS pixels of a frame before it has said how tall it is. */
const HEIGHT = 720;
/** CSS pixels; the preview gets no taller. */
const PREVIEW = 2000;

/** @param {string} raw */
const escaped = (raw) => raw.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** @param {any} ctx */
export function embedView(ctx) {
  const { words, dataset, session } = ctx;
  const chosen = { form: "element", mode: "compact", theme: "auto" };
  const pick = (field) => (value) => {
    chosen[field] = value;
    render(session.report);
  };
  const options = (field, ids) => ids.map((id) => [id, words.say(`embed.${field}.${id}`)]);
  const form = select(words.say("embed.form"), options("form", FORMS), pick("form"));
  const mode = select(words.say("embed.mode"), options("mode", MODES), pick("mode"));
  const theme = select(
    words.say("embed.theme"),
    options("theme", ["auto", "light", "dark"]),
    pick("theme"),
  );
  mode.control.value = chosen.mode;
  const code = make("textarea", {
    readonly: true,
    rows: "6",
    spellcheck: "false",
    class: "code",
    onfocus: () => code.select(),
  });
  const copy = make("button", { type: "button", onclick: put }, words.say("share.copy"));
  const frame = make("iframe", {
    class: "preview",
    title: words.say("embed.preview"),
    loading: "lazy",
  });
  const node = make(
    "div",
    { class: "embed-panel" },
    sheet("embed.css").node,
    make("div", { class: "fields" }, form.node, mode.node, theme.node),
    make(
      "div",
      { class: "copy" },
      make("label", {}, make("span", {}, words.say("embed.code")), code),
      copy,
    ),
    make("p", { class: "quiet-text" }, words.say("embed.note")),
    make("p", { class: "quiet-text" }, words.say("embed.preview")),
    frame,
  );
  followHeight(frame, PREVIEW);

  async function put() {
    let done = false;
    try {
      await navigator.clipboard.writeText(code.value);
      done = true;
    } catch {
      code.select();
    }
    ctx.announce(words.say(done ? "share.copied" : "share.cannot"));
  }

  function written(scenario) {
    const title = words.name(dataset.title);
    const link = new URL(ctx.home);
    link.searchParams.set("lang", words.language);
    link.hash = scenario;
    const query = {
      election: dataset.id,
      mode: chosen.mode,
      lang: words.language,
      theme: chosen.theme,
    };
    // Each election has a page for frames, whose result stands there before any script.
    const { election, ...rest } = query;
    const src = new URL(
      address(ctx.home === address("") ? "embed.html" : `embed-${election}.html`),
    );
    for (const [name, value] of Object.entries(rest)) src.searchParams.set(name, value);
    src.hash = scenario;
    const attributes = (all) =>
      Object.entries(all)
        .filter(([, value]) => value)
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
        .join("");
    const anchor = `<a${attributes({ href: link.href })}>${escaped(title)}</a>`;
    return {
      src: src.href,
      element: `<script type="module" src="${escaped(address("seat-calculator.js"))}"></script>\n<seat-calculator${attributes({ ...query, scenario })}>\n${anchor}\n</seat-calculator>`,
      frame: `<iframe${attributes({ src: src.href, title, width: "100%", height: String(HEIGHT), frameborder: "0", loading: "lazy", sandbox: "allow-scripts allow-popups" })}></iframe>\n<script async src="${escaped(address("resize.js"))}"></script>`,
      link: link.href,
    };
  }

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const all = written(report.scenario.text);
    if (code.value !== all[chosen.form]) code.value = all[chosen.form];
    text(copy, words.say("share.copy"));
    show(mode.node, chosen.form !== "link");
    show(theme.node, chosen.form !== "link");
    show(frame, chosen.form !== "link");
    if (frame.src !== all.src) frame.src = all.src;
  }

  return { node, render };
}
