// Labels of independents that a file gives as if they were a party.

import assert from "node:assert/strict";
import { test } from "node:test";
import { labelAdvice } from "../../www/dataset/party-labels.js";

const advice = (...parties) => labelAdvice({ parties }).map((said) => said.split('"')[1]);

test("a label of independents that makes them one party is named, with the remedy", () => {
  assert.deepEqual(
    advice(
      { id: "Ind", name: "Ind" },
      { id: "X", name: { en: "Independents", hi: "निर्दलीय" } },
      { id: "Y", name: "Party Y", short: "IND." },
      { id: "IND", name: "Independent" },
      { id: "INDIA", name: "Independent Labour Party" },
    ),
    ["Ind", "X", "Y"],
  );
  const [said] = labelAdvice({ parties: [{ id: "Ind", name: "Ind" }] });
  assert.match(said, /"IND" as theirs/);
});
