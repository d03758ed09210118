// The states of the page that every reader must be able to use, and what is looked at in each of them.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SIXTEEN, hands, ready } from "./calculator.mjs";
import { baseUrl, openPage, until } from "./harness.mjs";
import { startFeed, state } from "./feed-server.mjs";
import { SCRIPT, openHost } from "./host-page.mjs";
import { openImport, samples } from "./import.mjs";

/** Presses a control wherever it is, what lies over it or not: real hands are other tests'. */
export async function press(it, selector) {
  await (await it.find(selector)).evaluate((node) => node.click());
  await it.rest();
}

const FOLDS =
  ".fold, .inquiry, .curve-fold, .curve-fold details, .pool details, .swing > details:last-child";

/** Opens everything that can be folded open inside `selector`, and waits for it. */
async function unfold(it, selector) {
  await it.page.evaluate((wanted) => {
    for (const node of document
      .querySelector("seat-calculator")
      .shadowRoot.querySelectorAll(wanted))
      if (node.tagName === "DETAILS") node.open = true;
  }, selector);
  await it.rest();
}

/** Brings a part into sight, where it begins to work. */
async function sight(it, selector) {
  await (await it.find(selector)).scrollIntoView();
  await it.rest();
}

const tool = (id) => (it) => press(it, `#tab-${id}`);

const picture = (kind) => async (it) => {
  await press(it, `.house input[value=${kind}]`);
  await until(
    it.page,
    (wanted) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(wanted)
        ?.getBoundingClientRect().height > 100,
    kind === "tiles" ? ".tiles" : `.placed.${kind}`,
  );
};

/**
 * The states one after the other in one page: each goes on from the one before it. A width of its own says from which
 * on there is such a state at all. Its part is where it differs from the states before it.
 * @type {{ name: string, part?: string, reach: (it: any) => Promise<any>, from?: number }[]}
 */
export const walk = [
  { name: "start", reach: async () => {} },
  {
    name: "the margin strip",
    part: ".margin-strip",
    async reach(it) {
      await sight(it, ".margin-strip-room");
      await it.find(".margin-strip .chip");
    },
  },
  {
    name: "a seat opened and given away, the list of changes",
    part: ".page",
    async reach(it) {
      await press(it, "#give-65");
      await press(it, "#seat-65");
      await press(it, "#give-39");
      await press(it, ".list summary");
    },
  },
  {
    name: "all seats, more filters",
    part: ".tools",
    async reach(it) {
      await press(it, 'input[name="filter"][value="all"]');
      await press(it, ".more summary");
    },
  },
  {
    name: "nothing found",
    part: ".tools",
    reach: (it) => it.fill("input[type=search]", "Seraikyla"),
  },
  {
    name: "change partners, some members, all ways",
    part: ".tools",
    async reach(it) {
      await tool("partners")(it);
      await press(it, 'input[name="stance-INC"][value="against"]');
      await press(it, ".some");
      await unfold(it, FOLDS);
      // What is out of sight is not asked.
      for (const part of [".all-ways", ".key-seats", ".inquiry:last-child"]) await sight(it, part);
      await it.find(".ways li");
    },
  },
  {
    name: "move votes, with curve and what is behind the seats",
    part: ".tools",
    async reach(it) {
      await tool("votes")(it);
      await press(it, ".swing .presets button:nth-of-type(3)");
      await press(it, ".pool .presets button:nth-of-type(3)");
      await it.find(".moved li");
      await unfold(it, `${FOLDS}, .hands, .moved li:first-child details`);
    },
  },
  {
    name: "a question",
    part: ".questions",
    reach: (it) => press(it, ".card:nth-child(3) .question"),
  },
  {
    name: "shared, with the code to embed",
    part: ".changes",
    async reach(it) {
      await press(it, ".toolbar button:nth-child(3)");
      await it.find(".share-panel textarea");
      await unfold(it, ".share-panel details");
    },
  },
  {
    name: "tiles, with a card, and what can be taken away",
    part: ".house",
    from: 345,
    async reach(it) {
      await press(it, '.tile[data-seat="44"]');
      await it.find(".seat-card tbody tr");
      await unfold(it, ".away");
      await it.find(".preview[src]");
    },
  },
  { name: "half circle", part: ".house", from: 768, reach: picture("hemicycle") },
  {
    name: "map",
    part: ".house",
    from: 345,
    async reach(it) {
      await picture("map")(it);
      await it.choose(".shade select", "margin");
    },
  },
  {
    name: "every fact",
    part: ".third",
    async reach(it) {
      // What was opened before is looked at already.
      await press(it, "#tab-flip");
      await unfold(it, ".third > details");
      await it.find(".around .fact");
      // One after the other, and then all at once, as no reader sees them, but each is checked.
      for (const tab of await it.page.$$("seat-calculator >>> .around [role=tab]")) {
        await tab.evaluate((node) => node.click());
        await it.rest();
      }
      await it.page.evaluate(() => {
        const { shadowRoot } = document.querySelector("seat-calculator");
        for (const panel of shadowRoot.querySelectorAll(".fact")) panel.hidden = false;
      });
      await unfold(it, ".around details");
    },
  },
  {
    name: "a claim checked",
    part: "#claims",
    async reach(it) {
      await unfold(it, "#claims");
      await it.find(".claim-form");
      // The facts above were opened, and are laid out as they come into sight.
      await sight(it, ".claim-form textarea");
      await it.fill(".claim-form textarea", "RJD won 4 of 6 seats, a strike rate of 71 per cent");
      await press(it, ".claim-form button");
      await it.find(".claim-verdict");
    },
  },
  {
    name: "damaged link",
    part: ".notices",
    async reach(it) {
      await it.page.evaluate(() => {
        location.hash = "damaged";
        for (const node of document
          .querySelector("seat-calculator")
          .shadowRoot.querySelectorAll(".third > details"))
          node.open = false;
      });
      await it.find(".notices .notice");
      await it.page.evaluate(() => scrollTo(0, 0));
    },
  },
];

/** Pages of their own. @type {{ name: string, part?: string, open: (look: any) => Promise<any> }[]} */
export const alone = [
  {
    name: "no core",
    async open(look) {
      const opened = await openPage({ ...look, blocked: [/_bg\.wasm/] });
      const it = { ...opened, ...hands(opened.page) };
      await it.find(".failed button");
      return it;
    },
  },
  {
    name: "two scenarios side by side",
    part: ".compare",
    async open(look) {
      const second = "0~1~jharkhand-2024~~p-NDA-10000-JLKM";
      const lang = look.lang ? `lang=${look.lang}&` : "";
      const it = await calculator({ ...look, path: `?${lang}compare=${second}#${SIXTEEN}` });
      await it.find(".compare-totals td");
      await unfold(it, ".compare-seats");
      return it;
    },
  },
  {
    name: "embed, compact",
    async open(look) {
      const it = await calculator({
        ...look,
        path: `embed.html?mode=compact&lang=${look.lang ?? "en"}&theme=${look.scheme ?? "auto"}#${SIXTEEN}`,
      });
      await unfold(it, ".tools > details");
      await it.find(".change .sum");
      return it;
    },
  },
  {
    name: "embed, a question",
    async open(look) {
      const it = await calculator({
        ...look,
        path: `embed.html?mode=question&question=how-big-a-swing&lang=${look.lang ?? "en"}`,
      });
      await unfold(it, ".flips, .changes .list");
      return it;
    },
  },
  { name: "import: a file", part: ".import", open: (look) => importing(look, 0) },
  {
    name: "import: its check, with a problem",
    part: ".import",
    open: (look) => importing(look, 1),
  },
  { name: "import: alliances", part: ".import", open: (look) => importing(look, 2) },
  { name: "a count that is followed", part: ".count", open: counting },
  {
    name: "an election that is not kept",
    part: ".failed",
    async open(look) {
      const opened = await openPage({
        ...look,
        path: `own.html?election=none&lang=${look.lang ?? "en"}`,
      });
      const it = { ...opened, ...hands(opened.page) };
      await it.find(".failed h1");
      return it;
    },
  },
  {
    // The same page in another file.
    name: "one file, from disk",
    part: ".answer",
    async open(look) {
      const file = join(await mkdtemp(join(tmpdir(), "states-")), "election.html");
      await writeFile(
        file,
        await (await fetch(new URL("standalone/jharkhand-2024.html", baseUrl))).text(),
      );
      return calculator({
        ...look,
        path: `${pathToFileURL(file).href}${look.lang ? `?lang=${look.lang}` : ""}`,
      });
    },
  },
];

/** Somebody's page that follows a count, with a seat of the reader's declared for another. @param {any} look */
async function counting({ lang = "en", ...look }) {
  const feed = await startFeed();
  feed.serve(state(2, { rehearsal: true }));
  const theme = look.scheme ?? "auto";
  const element = `<seat-calculator lang="${lang}" theme="${theme}" scenario="w-24a65a" feed="${feed.address}"></seat-calculator>`;
  const opened = await openHost(SCRIPT + element, look);
  await ready(opened.page);
  const expectClean = (except = []) => opened.expectClean([new RegExp(feed.address), ...except]);
  const it = { ...opened, ...hands(opened.page), expectClean };
  await unfold(it, ".count-folds details, .changes .list");
  await it.find(".course tbody tr");
  return it;
}

/** The import at one of its screens. @param {any} look @param {number} at */
async function importing(look, at) {
  const it = await openImport({ ...look, path: look.lang ? `?lang=${look.lang}` : "" });
  if (at) await it.pick(samples[0].path);
  if (at) await unfold(it, ".all-decisions");
  if (at > 1) await press(it, ".import footer .main");
  if (at > 1) await it.find(".offered button");
  return it;
}

/** @param {any} look as of `openPage`, and `lang` */
export async function calculator(look) {
  const opened = await openPage({
    ...look,
    path: look.path ?? (look.lang ? `?lang=${look.lang}` : ""),
  });
  await ready(opened.page);
  return { ...opened, ...hands(opened.page) };
}
