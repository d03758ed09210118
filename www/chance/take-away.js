/** Chances to take away: a text to copy and a picture, both with what they assume. */

import { editsSentence, sourceSaid } from "../changes/summary.js";
import { button, make, text } from "../components/dom.js";
import { copyField } from "../share/copy-field.js";
import { png, saveFile } from "../share/save-file.js";
import { chanceSentence, modelSentence, rowSentence } from "./chance-sentences.js";

/** @import { Likely } from "../pkg/seat_calculator.js" */
/** @import { Context, PictureRequest } from "../types.d.ts" */
/** @import { Swing } from "../votes/edit-control.js" */

/** Width and height in pixels. @type {[number, number]} */
const SIZE = [1200, 900];

/** @param {Context} ctx @param {import("./link.js").SureLink} link */
export function takeAway(ctx, link) {
  const { words, session, dataset, names } = ctx;
  /** @type {{ likely: Likely, swing: Swing } | null} */
  let shown = null;
  const copy = copyField(ctx, words.say("sure.copy"), { rows: "4" });
  const failed = make("p", { class: "quiet-text", role: "status" });
  const save = (/** @type {"svg" | "png"} */ kind) => () => attempt(() => keep(kind));
  const picture = make(
    "p",
    { class: "presets" },
    button(words.say("sure.save", { kind: "SVG" }), save("svg")),
    button(words.say("sure.save", { kind: "PNG" }), save("png")),
  );
  const summary = make("summary", {}, words.say("sure.away"));
  const node = make("details", {}, summary, copy.node, picture, failed);

  /** @param {Likely} likely @param {Swing} swing @returns {PictureRequest} */
  function request(likely, swing) {
    const { report } = session;
    const note = [modelSentence(likely, ctx), editsSentence(report, ctx)];
    return {
      kind: "chances",
      width: SIZE[0],
      height: SIZE[1],
      kicker: `${words.say("sure.kicker")} · ${words.name(dataset.title)}`,
      title: chanceSentence(likely, swing, ctx),
      note: note.filter(Boolean).join(" "),
      source: sourceSaid(ctx),
      rows: likely.picture.rows.map(({ row, heights }) => {
        const own = likely.rows.find((one) => one.row.id === row.id);
        const label = own ? rowSentence(own, ctx) : "";
        return { label, colour: names.colour(row.id) ?? "", heights };
      }),
      from: likely.picture.from,
      mark: likely.mark,
      said: words.say("bars.mark", { m: likely.mark }),
    };
  }

  /** @param {"svg" | "png"} kind */
  async function keep(kind) {
    if (!shown) return;
    const asked = request(shown.likely, shown.swing);
    const svg = session.core.use((calculator) => calculator.picture(asked));
    const name = `${dataset.id}-chances.${kind}`;
    if (kind === "svg") saveFile(name, svg, "image/svg+xml");
    else saveFile(name, await png(svg, ...SIZE), "image/png");
  }

  /** @param {() => Promise<void>} act */
  async function attempt(act) {
    text(failed, "");
    try {
      await act();
    } catch (error) {
      console.warn("seat-calculator:", error);
      text(failed, words.say("away.failed"));
    }
  }

  /** @param {Likely} likely @param {Swing} swing */
  function render(likely, swing) {
    shown = { likely, swing };
    const said = [chanceSentence(likely, swing, ctx), modelSentence(likely, ctx)];
    copy.say([...said, link.of(session.text)].join(" "));
  }

  return { node, render };
}
