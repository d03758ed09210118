// The core as an npm package, in npm/ of the built page: `npm pack dist/npm` makes its archive.

import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readText, root, write } from "./files.mjs";

const NAME = "seat-calculator";
const FILES = ["seat_calculator.js", "seat_calculator.d.ts", "seat_calculator_bg.wasm"];

// Node does not fetch files, so there the module's bytes are read from the package.
const NODE = `import { readFile } from "node:fs/promises";
import init from "./seat_calculator.js";
export * from "./seat_calculator.js";
/** Starts the module, by default with the WebAssembly of this package. */
export default async (from) =>
  init(from ?? { module_or_path: await readFile(new URL("seat_calculator_bg.wasm", import.meta.url)) });
`;

const README = `# seat-calculator

Seats, majorities, swings and coalitions of any house of single-member seats.

    import init, { Calculator } from "seat-calculator";
    await init();
    const calculator = new Calculator(datasetAsJsonText);
    calculator.evaluate({ edits: [] }).verdict;

The same lines serve Node and a bundler. The WebAssembly file is
\`seat-calculator/seat_calculator_bg.wasm\`: a bundler that does not copy what
\`new URL(…, import.meta.url)\` names wants its address, as
\`init({ module_or_path: "/seat_calculator_bg.wasm" })\`. DATA.md describes the dataset, the types what
is answered.
`;

/** The version in Cargo.toml. */
export async function version() {
  const manifest = await readText(join(root, "Cargo.toml"));
  return manifest.match(/^version = "([^"]+)"/m)[1];
}

/** Writes the package. @param {string} out the folder of the built page, with pkg/ in it */
export async function writeNpmPackage(out) {
  const folder = join(out, "npm");
  await mkdir(folder, { recursive: true });
  for (const file of FILES) await copyFile(join(out, "pkg", file), join(folder, file));
  for (const file of ["DATA.md", "NOTATION.md", "LICENSE-APACHE", "LICENSE-MIT"])
    await copyFile(join(root, file), join(folder, file));
  await write(join(folder, "node.js"), NODE);
  await write(join(folder, "README.md"), README);
  const types = "./seat_calculator.d.ts";
  const about = {
    name: NAME,
    version: await version(),
    description: "A seat calculator for houses of single-member constituencies",
    license: "MIT OR Apache-2.0",
    type: "module",
    types,
    exports: {
      ".": { types, node: "./node.js", default: "./seat_calculator.js" },
      "./seat_calculator_bg.wasm": "./seat_calculator_bg.wasm",
    },
  };
  await write(join(folder, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
}
