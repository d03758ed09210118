// The npm package and the zip of the built page, as others would use them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "esbuild";
import { dataset } from "../dataset.mjs";

const site = process.env.SITE_FOLDER;
const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "seat-calculator-"));
after(() => rmSync(folder, { recursive: true }));

const run = (program, ...args) =>
  execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

test("the npm package counts in an empty project, in Node and bundled", async () => {
  writeFileSync(join(folder, "package.json"), '{"name":"empty","private":true,"type":"module"}');
  const [{ filename }] = JSON.parse(run("npm", "pack", "--json", join(site, "npm")));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", join(folder, filename));
  writeFileSync(join(folder, "dataset.json"), JSON.stringify(dataset("jharkhand-2024")));
  const count = (init) => `import { readFileSync } from "node:fs";
import init, { Calculator } from "seat-calculator";
${init}
const calculator = new Calculator(readFileSync("dataset.json", "utf8"));
const { verdict } = calculator.evaluate({ edits: [] });
console.log(verdict.leaders.join(), verdict.seats);`;
  writeFileSync(join(folder, "count.js"), count("await init();"));
  assert.equal(run("node", "count.js").trim(), "INDIA 56");

  const wasm = "node_modules/seat-calculator/seat_calculator_bg.wasm";
  const browser = count(`await init({ module_or_path: readFileSync("${wasm}") });`);
  writeFileSync(join(folder, "browser.js"), browser);
  await build({
    absWorkingDir: folder,
    entryPoints: ["browser.js"],
    outfile: "bundle.js",
    bundle: true,
    format: "esm",
    external: ["node:*"],
  });
  assert.equal(run("node", "bundle.js").trim(), "INDIA 56");
});

test("the package's types describe what it exports", () => {
  const use = `import init, { Calculator, type Report } from "seat-calculator";
await init();
const report: Report = new Calculator("{}").evaluate({ edits: [] });
export const seats: number = report.verdict.seats;
// @ts-expect-error a number is no scenario
new Calculator("{}").evaluate(3);
`;
  writeFileSync(join(folder, "use.ts"), use);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "esnext", "--module", "nodenext"];
  run("node", tsc, ...options, "--skipLibCheck", "false", "use.ts");
});

test("the zip holds the whole page, and its checksums fit", async () => {
  const copy = join(folder, "site");
  cpSync(site, copy, { recursive: true });
  run("node", join(root, "xtask/src/build/zip.mjs"), copy);
  const name = readdirSync(folder).find((file) => file.endsWith(".zip"));
  run("sha256sum", "--check", `${name}.sha256`);
  const { SHA256SUMS, ...files } = unzipSync(readFileSync(join(folder, name)));
  const lines = new TextDecoder().decode(SHA256SUMS).trim().split("\n");
  assert.deepEqual(
    lines,
    Object.entries(files).map(
      ([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}`,
    ),
  );
  const there = readdirSync(site, { recursive: true, withFileTypes: true });
  assert.equal(lines.length, there.filter((entry) => entry.isFile()).length);
  assert.deepEqual(files["index.html"], new Uint8Array(readFileSync(join(site, "index.html"))));
  // The same page gives the same bytes.
  const before = readFileSync(join(folder, name));
  run("node", join(root, "xtask/src/build/zip.mjs"), copy);
  assert.ok(before.equals(readFileSync(join(folder, name))));
});
