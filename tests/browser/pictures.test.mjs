// The other pictures of the house, and what can be taken away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cell } from "../../www/share/data-files.js";
import { SIXTEEN, expectNoSideways, inside, openCalculator } from "./support/calculator.mjs";
import { baseUrl, isChromium, sizes, until } from "./support/harness.mjs";

const radio = (kind) => `.house input[value=${kind}]`;

/** Opens a picture other than the tiles and waits until it stands. */
async function openPicture(it, kind) {
  await it.click(radio(kind));
  await until(
    it.page,
    (wanted) =>
      document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(`.placed.${wanted}`)
        ?.getBoundingClientRect().height > 100,
    kind,
  );
}

const middles = (page) =>
  page.evaluate(() =>
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile")].map(
      (node) => {
        const { left, top, width } = node.getBoundingClientRect();
        return {
          x: left + width / 2,
          y: top + width / 2,
          width,
          party: node.getAttribute("aria-label").split(": ")[1].split(" ")[0],
        };
      },
    ),
  );

test("from a tablet's width on the half circle is the first picture, labelled", async () => {
  for (const size of [sizes.tablet, sizes.desk]) {
    const it = await openCalculator({ size });
    await it.find(".around-arc li");
    assert.deepEqual(await it.see(".around-arc li"), [
      "JMM 34",
      "INC 16",
      "RJD 4",
      "CPI(ML)L 2",
      "JLKM 1",
      "LJP(RV) 1",
      "JD(U) 1",
      "AJSU 1",
      "BJP 21",
    ]);
    assert.deepEqual(await it.see(".feet > span"), ["INDIA 56", "NDA 24"]);
    assert.equal((await it.see(".tile[data-deciding]")).length, 1);
    assert.equal(
      await it.page.$$eval(inside(".blocks path"), (paths) => paths.length),
      4,
      "two strokes an alliance",
    );
    const tops = await it.page.evaluate(() =>
      [".frame", ".live .bars", ".questions"].map(
        (selector) =>
          document
            .querySelector("seat-calculator")
            .shadowRoot.querySelector(selector)
            .getBoundingClientRect().top,
      ),
    );
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    );
    assert.ok(tops[2] < size.height, "the questions are on the first screen");
    it.expectClean();
    await it.close();
  }
});

test("the half circle shows every seat once, block beside block", async () => {
  const it = await openCalculator({ reducedMotion: true });
  await openPicture(it, "hemicycle");
  const all = await middles(it.page);
  assert.equal(all.length, 81);
  all.forEach((a, i) =>
    all.slice(0, i).forEach((b) => assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.width - 0.5)),
  );
  const side = (party) => all.filter((one) => one.party === party).map((one) => one.x);
  const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
  assert.ok(mean(side("JMM")) < mean(side("INC")) && mean(side("INC")) < mean(side("BJP")));
  assert.equal(await it.read(".half"), "41 to win");
  await it.click("#give-65");
  assert.match(await it.verdict(), /^Hypothetical, 1 seat changed/);
  assert.equal((await it.see(".tile.changed")).length, 1);
  // A base of its own has no line through the middle of all seats.
  await it.click(radio("tiles"));
  await until(it.page, () =>
    Boolean(document.querySelector("seat-calculator").shadowRoot.querySelector(".tiles .tile")),
  );
  it.expectClean();
  await it.close();
});

test("a phone is not offered a half circle", async () => {
  const it = await openCalculator({ size: sizes.phone });
  assert.deepEqual(await it.see(".house .radios span"), ["Tiles", "Map"]);
  // Who has opened a seat is told what it was before, and offered other colours.
  await it.click('.tile[data-seat="65"]');
  await it.find(".seat-card table");
  await it.rest();
  assert.match(
    await it.read(".seat-card .detail > p:last-child"),
    /^23 Dec 2019: Sammari Lal \(BJP\) won by 22,540 over INC\. Jharkhand Assembly election, December 2019: Election Commission/,
  );
  await it.click(".house .later > button.plain");
  const signs = () =>
    it.page.evaluate(() => {
      const all = [
        ...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".tile"),
      ].map((node) => [
        node.dataset.sign ?? "",
        node.style.getPropertyValue("--mix"),
        node.style.getPropertyValue("--c").match(/#\w+/)[0],
      ]);
      return {
        plus: all.filter(([sign]) => sign === "+").length,
        minus: all.filter(([sign]) => sign === "−").length,
        all,
      };
    });
  const at = async (id) => (await signs()).all[id - 1].join(" ");
  await it.choose(".shade select", "since");
  await it.rest();
  assert.equal((await signs()).plus, 34);
  assert.equal(await at(3), " 30% #667f07", "Barhait, held by the JMM");
  assert.equal(await at(24), "+ 100% #9249c7", "Mandu, gained by AJSU");
  const legend = await it.see(".shade .scale li");
  assert.deepEqual(legend.slice(0, 3), [
    "Held: 47 seats",
    "+ Gained: 34 seats",
    "JMM: 26 held, 8 gained",
  ]);
  assert.match(await it.read(".shade .legend p"), /December 2019/);
  await it.choose(".shade select", "switch");
  await it.rest();
  const { plus, minus } = await signs();
  assert.deepEqual([plus, minus], [25, 56]);
  // 485 votes switching.
  assert.equal(await at(65), "− 100% #ff9d3a");
  assert.match(await it.read(".shade .legend p"), /INDIA could win it \(25\)/);
  await it.choose(".shade .field:nth-of-type(2) select", "BJP");
  await it.rest();
  assert.deepEqual([(await signs()).plus, (await signs()).minus], [68 - 21, 21]);
  await it.choose(".shade select", "winner");
  assert.equal((await signs()).all.filter(([sign]) => sign).length, 0);
  await openPicture(it, "map");
  await expectNoSideways(it.page);
  it.expectClean();
  await it.close();
});

test("pointing anywhere in a constituency of the map chooses it, and it can be enlarged and moved", async () => {
  const it = await openCalculator();
  await openPicture(it, "map");
  assert.equal((await it.page.$$(inside(".outline"))).length, 81);
  // The place the core gives lies inside the outline that is drawn.
  const hits = await it.page.evaluate(async () => {
    const root = document.querySelector("seat-calculator").shadowRoot;
    root.querySelector(".frame").scrollIntoView({ block: "center" });
    await new Promise(requestAnimationFrame);
    return [...root.querySelectorAll(".tile")].filter((tile) => {
      const { left, top, width, height } = tile.getBoundingClientRect();
      return (
        root.elementFromPoint(left + width / 2, top + height / 2)?.getAttribute("data-seat") ===
        tile.dataset.seat
      );
    }).length;
  });
  assert.equal(hits, 81);
  const kanke = await it.find('.tile[data-seat="65"]');
  const { x, y, width } = await kanke.boundingBox();
  await it.page.mouse.click(x + width / 2, y + width / 2);
  await it.find(".seat-card table");
  assert.equal(await it.read(".seat-card h3"), "Kanke INC by 968 over BJP");
  const scale = () =>
    it.page.evaluate(() =>
      Number(
        document
          .querySelector("seat-calculator")
          .shadowRoot.querySelector(".placed")
          .style.getPropertyValue("--zoom"),
      ),
    );
  await it.click(".zoom .chip");
  assert.equal(await scale(), 1.5);
  await it.page.evaluate(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector(".frame")
      .scrollIntoView({ block: "center" }),
  );
  const before = await kanke.boundingBox();
  const frame = await (await it.find(".frame")).boundingBox();
  await it.page.mouse.move(frame.x + frame.width / 2, frame.y + 60);
  await it.page.mouse.down();
  await it.page.mouse.move(frame.x + frame.width / 2 + 40, frame.y + 90, { steps: 4 });
  await it.page.mouse.up();
  const after = await kanke.boundingBox();
  assert.ok(
    Math.abs(after.x - before.x - 40) < 2 && Math.abs(after.y - before.y - 30) < 2,
    `${after.x - before.x} ${after.y - before.y}`,
  );
  assert.equal(
    await it.read(".seat-card h3"),
    "Kanke INC by 968 over BJP",
    "moving chooses nothing",
  );
  await it.page.evaluate(() =>
    document
      .querySelector("seat-calculator")
      .shadowRoot.querySelector('.tile[data-seat="65"]')
      .focus(),
  );
  await it.page.keyboard.press("-");
  assert.equal(await scale(), 1);
  await it.page.keyboard.press("+");
  await it.page.keyboard.press("+");
  assert.equal(await scale(), 2.25);
  await it.page.keyboard.press("0");
  assert.equal(await scale(), 1);
  it.expectClean();
  await it.close();
});

test("colours stand for margin, changes, turnout or category", async () => {
  const it = await openCalculator({ path: `#${SIXTEEN}` });
  await openPicture(it, "map");
  const paint = (id) =>
    it.page.evaluate((seat) => {
      const { style } = document
        .querySelector("seat-calculator")
        .shadowRoot.querySelector(`.tile[data-seat="${seat}"]`);
      return `${/#[0-9a-f]{6}/.exec(style.getPropertyValue("--c"))[0]} ${style.getPropertyValue("--mix")}`;
    }, id);
  assert.equal(await paint(65), "#ff9d3a 100%");
  await it.choose(".shade select", "margin");
  assert.equal(await paint(23), "#9249c7 0%", "awarded: no margin");
  assert.equal(await paint(74), "#ff9d3a 100%", "Latehar, won by 0.20 %: close, so strong");
  assert.match(await paint(5), / 14%$/, "Pakaur, won by 29.07 %");
  await it.choose(".shade select", "winner");
  assert.notEqual(await paint(1), await paint(5), "JMM and INC");
  await it.choose(".shade select", "alliance");
  assert.equal(await paint(1), await paint(5), "both of INDIA");
  assert.notEqual(await paint(1), await paint(74));
  await it.choose(".shade select", "changed");
  assert.equal(await paint(74), "#8a8f98 40%");
  assert.equal(await paint(65), "#ff9d3a 100%");
  await it.choose(".shade select", "category");
  assert.notEqual(await paint(65), await paint(66));
  assert.match(await it.read(".shade .quiet-text:not(.presets)"), /reserved/);
  it.expectClean();
  await it.close();
});

/** Keeps what the page offers for download. */
const keep = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.kept = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.kept.push(blob);
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      globalThis.named = this.download;
    };
  });

async function taken(it, label) {
  await it.page.evaluate((wanted) => {
    globalThis.kept = [];
    [...document.querySelector("seat-calculator").shadowRoot.querySelectorAll(".away-panel button")]
      .find((node) => node.textContent === wanted)
      .click();
  }, label);
  await until(it.page, () => globalThis.kept.length === 1);
  return it.page.evaluate(async () => {
    const [blob] = globalThis.kept;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return {
      name: globalThis.named,
      type: blob.type,
      text:
        blob.type === "image/png"
          ? ""
          : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
      head: [...bytes.slice(0, 24)],
    };
  });
}

test("the map names its cities in the reader's language, none over another, on page and picture", async () => {
  const cities = ["रांची", "जमशेदपुर", "धनबाद", "बोकारो", "हजारीबाग", "देवघर", "दुमका", "डालटनगंज"];
  const it = await openCalculator({ path: "?lang=hi", size: sizes.phone, prepare: keep });
  await openPicture(it, "map");
  assert.deepEqual(await it.see(".cities span"), cities);
  const over = await it.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("seat-calculator");
    const boxes = [...shadowRoot.querySelectorAll(".cities span")].map((node) => [
      node.textContent,
      node.getBoundingClientRect(),
    ]);
    return boxes.flatMap(([one, a], i) =>
      boxes
        .slice(i + 1)
        .filter(
          ([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        )
        .map(([other]) => `${one} ${other}`),
    );
  });
  assert.deepEqual(over, []);
  await it.click(".house .radios label:has([value=tiles])");
  assert.deepEqual(await it.see(".cities span"), []);
  await it.click(".away > summary");
  await it.choose(".away-panel select", "map");
  await it.rest();
  const { text } = await taken(it, "SVG");
  for (const city of cities) assert.ok(text.includes(`>${city}</text>`), city);
  it.expectClean();
  await it.close();
});

test("pictures, table and file are taken away, each saying Hypothetical", async () => {
  const it = await openCalculator({ path: `#${SIXTEEN}_v-59`, prepare: keep });
  await it.click(".away summary");
  await it.find(".preview[src]");
  for (const kind of ["hemicycle", "tiles", "map", "bars"]) {
    await it.choose(".away-panel select", kind);
    await until(it.page, () => {
      const image = document.querySelector("seat-calculator").shadowRoot.querySelector(".preview");
      return image.complete && image.naturalWidth === 1200 && image.naturalHeight === 630;
    });
    const svg = await taken(it, "SVG");
    assert.equal(svg.name, `jharkhand-2024-hypothetical-${kind}.svg`);
    for (const word of [
      "Hypothetical",
      "Declared: INDIA 56, NDA 24, JLKM 1.",
      "Election Commission of India",
      "23\u00a0Nov\u00a02024",
    ])
      assert.ok(svg.text.includes(word), `${kind}: ${word}`);
    // Seventeen seats and the key, or two bars and the key.
    assert.equal(svg.text.match(/stroke-dasharray/g).length, kind === "bars" ? 3 : 18);
    for (const word of [
      "Seats reassigned by hand; no votes moved.",
      ">INDIA 39<",
      ">NDA 40<",
      ">BJP 36<",
      kind === "bars" ? ">as declared<" : ">changed<",
    ])
      assert.ok(
        svg.text
          .replace(/<\/text>\n<text[^>]*>/g, (at) => (at.includes("400") ? " " : at))
          .includes(word),
        `${kind}: ${word}`,
      );
    assert.equal(svg.text.includes("41 to win"), kind === "bars" || kind === "hemicycle", kind);
  }
  // On dark paper it has the colours of the page on dark paper.
  await it.choose(".away-panel select", "hemicycle");
  await it.click(".away-panel .check input");
  const dark = (await taken(it, "SVG")).text;
  const apart = await it.page.evaluate((text) => {
    const node = document.querySelector("seat-calculator");
    node.setAttribute("theme", "dark");
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const bytes = (colour) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const drawn = new Set(
      [...text.matchAll(/<circle [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill),
    );
    const shown = [...node.shadowRoot.querySelectorAll(".bars .part")].map(
      (part) => getComputedStyle(part).backgroundColor,
    );
    node.setAttribute("theme", "light");
    return shown.map((colour) =>
      Math.min(
        ...[...drawn].map((fill) =>
          Math.max(...bytes(fill).map((byte, i) => Math.abs(byte - bytes(colour)[i]))),
        ),
      ),
    );
  }, dark);
  assert.ok(
    apart.length > 7 && apart.every((far) => far <= 2),
    `parts of 255 from the nearest colour of the picture: ${apart}`,
  );
  await it.click(".away-panel .check input");
  // The picture wears the colours that were chosen, and says what they stand for.
  await it.choose(".away-panel select", "map");
  await it.choose(".away-panel .field:nth-child(3) select", "since");
  await it.rest();
  const since = (await taken(it, "SVG")).text;
  const gained = Number(since.match(/\+ Gained: (\d+) seats/)[1]);
  assert.ok(gained > 34, String(gained));
  assert.equal(since.match(/>\+<\/text>/g).length, gained);
  for (const word of [
    "Held: ",
    "Against the Jharkhand Assembly election, December 2019",
    "Hypothetical",
  ])
    assert.ok(since.replace(/<\/text>\n<text[^>]*>/g, " ").includes(word), word);
  await it.page.select(inside(".away-panel .field:nth-child(2) select"), "square");
  const png = await taken(it, "PNG");
  assert.equal(png.type, "image/png");
  assert.deepEqual(
    png.head.slice(1, 4),
    [..."PNG"].map((c) => c.charCodeAt(0)),
  );
  const number = (at) => png.head.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0);
  assert.deepEqual([number(16), number(20)], [1080, 1080]);
  const csv = await taken(it, "Table as CSV");
  assert.equal(csv.name, "jharkhand-2024-hypothetical.csv");
  const lines = csv.text.trimEnd().split("\r\n");
  assert.equal(lines.length, 82);
  assert.ok(lines[0].startsWith("\ufeffresult,number,"));
  assert.ok(lines.slice(1).every((line) => line.startsWith("hypothetical,")));
  assert.match(
    lines[65],
    /^hypothetical,65,Kanke,SC,Ranchi,INC,Suresh Kumar Baitha,BJP,[^,]+,NDA,yes,\d+,[A-Z]+,[^,]+,\d+,,,[\d.]+,\d+,Election Commission of India,2024-11-23,declared$/,
  );
  assert.match(lines[59], /^hypothetical,59,[^,]+,[^,]+,[^,]+,[A-Z]+,[^,]+,,,,yes,,/);
  const head = lines[0].split(",");
  const rajmahal = Object.fromEntries(lines[1].split(",").map((cell_, at) => [head[at], cell_]));
  assert.equal(rajmahal.votes - rajmahal.second_votes, Number(rajmahal.margin_votes));
  assert.deepEqual(
    [
      rajmahal.margin_votes,
      rajmahal.margin_percent,
      rajmahal.turnout_percent,
      rajmahal.second_party,
    ],
    ["43432", "16.83", "73.32", "BJP"],
  );
  const json = JSON.parse((await taken(it, "Report as JSON")).text);
  assert.equal(json.hypothetical, true);
  assert.equal(json.constituencies.winner.length, 81);
  assert.equal(json.house.vacant, 1);
  it.expectClean();
  await it.close();
});

test("the election has a picture card of the size that is shared", async () => {
  const answer = await fetch(new URL("cards/jharkhand-2024.png", baseUrl));
  assert.equal(answer.status, 200);
  const png = new DataView(await answer.arrayBuffer());
  assert.deepEqual(
    [png.getUint32(0), png.getUint32(16), png.getUint32(20)],
    [0x89504e47, 1200, 630],
  );
});

test("no cell of the table is a formula", () => {
  for (const [value, expected] of [
    ["=1+1", "'=1+1"],
    ["+2", "'+2"],
    ["-3", "'-3"],
    ["@x", "'@x"],
    [" =1", "' =1"],
    ["\t=1", "'\t=1"],
    [-5, "-5"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["=a,b", `"'=a,b"`],
    [undefined, ""],
    ["Kanke", "Kanke"],
  ]) {
    assert.equal(cell(value), expected);
  }
});

// Firefox takes no orders to print by this road.
test(
  "on paper the answer, the pictures and the table stand without the controls",
  { skip: !isChromium },
  async () => {
    // A4 less two margins of 10 mm is 718 px wide.
    const it = await openCalculator({ path: `#${SIXTEEN}`, size: { width: 718, height: 1000 } });
    assert.deepEqual(await it.see(".paper"), [], "not on the screen");
    // Who is about to press Ctrl and P.
    await it.page.keyboard.press("Control");
    await it.rest();
    assert.deepEqual(await it.see(".paper"), []);
    await it.page.emulateMediaType("print");
    assert.match(await it.verdict(), /^Hypothetical, 16 seats changed/);
    assert.equal((await it.see(".tile")).length, 81);
    assert.deepEqual(await it.see(".tools, .toolbar button, .away, .questions, summary"), []);
    const paper = (await it.see(".paper")).join(" ");
    for (const said of [
      "16 seats change hands: ",
      "Kanke (INC → BJP)",
      "Ramgarh (INC → AJSU)",
      "no votes moved",
      "Source: Election Commission of India. As of 23 Nov 2024.",
    ])
      assert.ok(paper.includes(said), `${said}: ${paper}`);
    assert.ok((await it.see(".tally tbody tr")).length >= 9);
    await expectNoSideways(it.page);
    it.expectClean();
    await it.close();
  },
);
