// What a sighted reader would trip over, found by measuring: each answers one line for every fault, none where there is none.

/** Everything a reader may see: what is inside the element, and its children where those show. */
const all = (page, look, ...values) =>
  page.evaluate(
    `(${look})([...document.querySelector("seat-calculator").shadowRoot.querySelectorAll("*"), ...document.querySelectorAll("main *")], ...${JSON.stringify(values)})`,
  );

/** What sticks out of the window to the side and cannot be scrolled within a part of the page. */
export const sideways = (page) =>
  all(page, (nodes) => {
    const end = document.documentElement.clientWidth;
    const kept = (node) => {
      for (let up = node.parentElement; up; up = up.parentElement)
        if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(up).overflowX))
          return true;
      return false;
    };
    const out = nodes.filter((node) => {
      if (!node.checkVisibility() || node.closest(".quiet, legend, .skip, svg, option"))
        return false;
      const { left, right, width } = node.getBoundingClientRect();
      return width > 1 && (right > end + 1 || left < -1) && !kept(node);
    });
    return [
      ...(document.documentElement.scrollWidth > end + 1 && !out.length
        ? [`the page is ${document.documentElement.scrollWidth} px wide in ${end}`]
        : []),
      ...out
        .filter((node) => !out.some((other) => other !== node && node.contains(other)))
        .map(
          (node) =>
            `${node.tagName}.${node.className} sticks out: ${node.textContent.slice(0, 40)}`,
        ),
    ];
  });

/**
 * Controls smaller than `least` CSS pixels either way. Links and buttons within a sentence have the size of its lines.
 * @param {string} selector of the controls
 */
export const small = (page, least, selector) =>
  all(
    page,
    (nodes, wanted, size) =>
      nodes
        .filter(
          (node) =>
            node.matches(wanted) &&
            node.checkVisibility() &&
            !node.matches(".skip, .quiet, .quiet *"),
        )
        .flatMap((node) => {
          // What is pressed for a choice is its label.
          const box = (
            (node.matches("input[type=radio], input[type=checkbox]") && node.closest("label")) ||
            node
          ).getBoundingClientRect();
          const label = node.matches(".tile")
            ? node.getAttribute("aria-label")
            : node.textContent.trim() || node.getAttribute("aria-label") || node.name || node.type;
          return box.width < size - 0.5 || box.height < size - 0.5
            ? [
                `${node.tagName}.${node.className} “${label.slice(0, 40)}” is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`,
              ]
            : [];
        }),
    selector,
    least,
  );

/** Text that is cut off, or lies over other text. */
export const spoilt = (page) =>
  all(page, (nodes) => {
    // One pixel wide is what only screen readers hear.
    const seen = (node) =>
      node.checkVisibility({
        visibilityProperty: true,
        opacityProperty: true,
        contentVisibilityAuto: true,
      }) &&
      !node.closest(".quiet, legend, .skip, .strip, svg, option, textarea, iframe") &&
      getComputedStyle(node).clipPath === "none" &&
      node.getBoundingClientRect().width > 1;
    const found = [];
    const known = new Map();
    /** The boxes outside which nothing of a node shows, and nobody can scroll to. */
    function frames(node) {
      if (!node || (node.getRootNode() === document && node === document.body)) return [];
      if (known.has(node)) return known.get(node);
      const style = getComputedStyle(node);
      const own = [];
      if (["hidden", "clip"].includes(style.overflowX) || style.contentVisibility === "auto") {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        // What is contained may be painted that far over the edge.
        const over = style.overflowX === "visible" ? parseFloat(style.overflowClipMargin) || 0 : 0;
        own.push({
          left: left - over,
          top: top - over,
          right: right + over,
          bottom: bottom + over,
        });
      }
      const all = ["auto", "scroll"].includes(style.overflowX)
        ? []
        : [...own, ...frames(node.parentElement)];
      known.set(node, all);
      return all;
    }
    const say = (node) =>
      `${node.tagName}.${node.className} “${node.textContent.trim().slice(0, 40)}”`;
    /** Whether a part that scrolls has moved it out of sight. */
    function scrolledAway(node, box) {
      for (let up = node; up; up = up.parentElement) {
        if (!["auto", "scroll"].includes(getComputedStyle(up).overflowY)) continue;
        const { top, bottom } = up.getBoundingClientRect();
        if (box.top >= bottom || box.bottom <= top) return true;
      }
      return false;
    }
    /** Whether it is in the card of a seat, which is opaque and lies over the right column. */
    const overColumn = ({ text }) => text.parentElement.closest(".tools > .seat-card");
    const boxes = [];
    for (const text of nodes.flatMap((node) =>
      [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE),
    )) {
      if (!text.data.trim() || !seen(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const part = text.parentElement.closest(".part")?.getBoundingClientRect();
      for (const box of range.getClientRects()) {
        // A name without room in its part of a bar wraps below it, where nobody sees it.
        if (part && box.top >= part.bottom) continue;
        if (scrolledAway(text.parentElement, box)) continue;
        // Lines may be set tighter than their letters are tall at most.
        const rim = box.height * 0.28;
        const cut = frames(text.parentElement).find(
          (frame) =>
            box.right > frame.right + 1 ||
            box.left < frame.left - 1 ||
            box.bottom - rim > frame.bottom ||
            box.top + rim < frame.top,
        );
        if (cut) found.push(`${say(text.parentElement)} is cut off`);
        if (box.width > 1)
          boxes.push({
            text,
            left: box.left,
            right: box.right,
            top: box.top + rim,
            bottom: box.bottom - rim,
          });
      }
    }
    boxes.sort((a, b) => a.top - b.top);
    boxes.forEach((one, i) => {
      for (let j = i + 1; j < boxes.length && boxes[j].top < one.bottom; j++) {
        const other = boxes[j];
        if (
          other.text !== one.text &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1.5 &&
          !overColumn(one) === !overColumn(other) &&
          !clipped(one) &&
          !clipped(other)
        ) {
          found.push(`${say(one.text.parentElement)} lies over ${say(other.text.parentElement)}`);
        }
      }
    });
    /** What has been scrolled away in a part of its own. */
    function clipped({ text }) {
      const part = text.parentElement.closest(".wide-table, .scroll");
      if (!part) return false;
      // A first column stays in sight there, over what passes below it.
      return [...part.querySelectorAll("th:first-child")].some(
        (node) => getComputedStyle(node).position === "sticky",
      );
    }
    return [...new Set(found)];
  });

/** What moves, or would. */
export const moving = (page) =>
  all(page, (nodes) => [
    ...new Set(
      nodes
        .filter((node) => node.checkVisibility())
        .flatMap((node) =>
          [null, "::before", "::after"].flatMap((part) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(
              node,
              part,
            );
            const still =
              /^(0s(, )?)+$/.test(transitionDuration) &&
              animationName === "none" &&
              scrollBehavior !== "smooth";
            return still
              ? []
              : [
                  `${node.tagName}.${node.className}${part ?? ""} moves: ${transitionDuration} ${animationName} ${scrollBehavior}`,
                ];
          }),
        ),
    ),
  ]);

/** Words of controls and heads that go on in another line in their middle. */
export const broken = (page) =>
  all(page, (nodes) =>
    nodes
      .filter(
        (node) =>
          node.matches("th, th *, button, button *, summary, label, h1, h2, h3, .verdict *") &&
          node.checkVisibility({ contentVisibilityAuto: true }),
      )
      .flatMap((node) =>
        [...node.childNodes]
          .filter((child) => child.nodeType === Node.TEXT_NODE)
          .flatMap((text) =>
            [...text.data.matchAll(/[\p{L}\p{M}]{2,}/gu)].flatMap(({ 0: word, index }) => {
              const range = document.createRange();
              range.setStart(text, index);
              range.setEnd(text, index + word.length);
              const lines = new Set(
                [...range.getClientRects()]
                  .filter(({ width }) => width > 0.5)
                  .map(({ top }) => Math.round(top / 4)),
              );
              return lines.size > 1 && getComputedStyle(node).clipPath === "none"
                ? [`${node.tagName}.${node.className} breaks “${word}” of “${text.data.trim()}”`]
                : [];
            }),
          ),
      ),
  );

/**
 * What stands in a script of another language than the one it is marked as. A list to choose from can hold no marks inside
 * its lines, so a name within a sentence goes there as it is; what can be copied or is typed is in no language.
 */
export const unmarked = (page) =>
  all(page, (nodes) => {
    const scripts = { en: /\p{Script=Devanagari}/u, hi: /\p{Script=Latin}/u };
    return nodes.flatMap((node) => {
      const language = (node.closest("[lang]") ?? document.documentElement).getAttribute("lang");
      const texts = node.matches("style, script, textarea")
        ? []
        : [...node.childNodes]
            .filter((child) => child.nodeType === Node.TEXT_NODE)
            .map(({ data }) => data);
      const said = [
        ...texts,
        ...["aria-label", "title", "placeholder", "alt", "label"].map(
          (name) => node.getAttribute(name) ?? "",
        ),
      ];
      const mixed = (text) =>
        node.matches("option") && scripts.en.test(text) && scripts.hi.test(text);
      return said
        .filter((text) => scripts[language].test(text) && !mixed(text))
        .map(
          (text) => `${node.tagName}.${node.className} as ${language}: ${text.trim().slice(0, 60)}`,
        );
    });
  });
