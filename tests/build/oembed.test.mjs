// What a content management system is told of a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { oembedAnswer, oembedLink } from "../../xtask/src/build/oembed.mjs";

const TITLES = { plainTitle: 'A & "B" <1>', title: "A &amp; &quot;B&quot; &lt;1&gt;" };

test("addresses are absolute and titles are text", () => {
  const first = oembedAnswer("https://example.org/v", {
    ...TITLES,
    page: "index.html",
    frame: "embed.html",
  });
  assert.ok(first.html.includes('src="https://example.org/v/embed.html?mode=compact"'), first.html);
  assert.ok(first.html.includes('href="https://example.org/v/"'), first.html);
  assert.ok(!first.html.includes("scrolling"), first.html);
  assert.ok(first.html.includes(">A &amp; &quot;B&quot; &lt;1&gt;</a>"), first.html);
  assert.deepEqual([first.title, first.version, first.type], ['A & "B" <1>', "1.0", "rich"]);
  const other = oembedAnswer("https://example.org/v", {
    ...TITLES,
    page: "x-2019.html",
    frame: "embed-x-2019.html",
  });
  assert.ok(other.html.includes('href="https://example.org/v/x-2019.html"'));
  assert.ok(other.html.includes('src="https://example.org/v/embed-x-2019.html?mode=compact"'));
});

test("without an address there is no link", () => {
  assert.equal(oembedLink("", "a"), "");
  assert.ok(oembedLink("https://e.org", "a-1").includes('href="https://e.org/oembed/a-1.json"'));
});
