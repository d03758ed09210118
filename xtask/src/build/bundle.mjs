// Scripts and style sheets of the page by esbuild: bundled, split and minified.

import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { readText, root } from "./files.mjs";

const www = join(root, "www");
/** The module that finds the page's other files by its own address. */
export const ASSETS = "core/assets.js";
/** Scripts of workers, each whole in its file: what the page has loaded is not there for them. */
const WORKERS = ["import/worker.js"];
/** The page's element, on which everything else hangs. */
export const ELEMENT = "seat-calculator.js";

const options = /** @type {const} */ ({
  absWorkingDir: www,
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
});

/** Files of www whose names end so. @param {string} end */
const filesOf = (end) =>
  readdirSync(www, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end) && !file.startsWith("pkg/"))
    .sort();

/**
 * Modules that are asked for when they are needed. Scripts name them from the site's folder, as
 * "votes/tool.js"; what they import statically begins with a dot.
 */
export function lazyModules() {
  const named = new Set();
  for (const file of filesOf(".js"))
    for (const [, path] of readFileSync(join(www, file), "utf8").matchAll(
      /"((?:[\w-]+\/)+[\w-]+\.js)"/g,
    )) {
      if (path.startsWith("pkg/")) continue;
      if (!existsSync(join(www, path))) throw new Error(`${file} names ${path}, which is missing`);
      named.add(path);
    }
  return [...named].sort();
}

/**
 * All modules that these import statically, with them.
 * @param {string[]} entryPoints
 * @returns {Promise<string[]>} whole paths
 */
export async function withImports(entryPoints) {
  const made = await build({ ...options, entryPoints, outdir: "/", write: false, metafile: true });
  const modules = Object.keys(made.metafile.inputs).filter((file) => !file.startsWith("pkg/"));
  return modules.map((file) => join(www, file));
}

/**
 * Lets every lazy module import the element, which has run by then. Otherwise esbuild would make a
 * file of its own of each part of the first screen that other lazy modules share.
 * @param {string[]} lazy
 */
const firstScreenInOneFile = (lazy) => ({
  name: "first screen in one file",
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.js$/ }, async ({ path }) => {
      if (!lazy.includes(relative(www, path))) return;
      const element = JSON.stringify(join(www, ELEMENT));
      return { contents: `import ${element};\n${await readText(path)}` };
    });
  },
});

/**
 * Bundles every script that a page or another script names, under its own name, with what they
 * share in `chunks/`.
 * @param {string} out the folder of the built page
 * @returns {Promise<{ imports: (file: string) => string[] }>} `imports` answers all that a script
 *   imports statically
 */
export async function bundlePage(out) {
  const scripts = filesOf(".js").filter(
    (file) => !file.includes("/") || file.startsWith("examples/"),
  );
  const lazy = lazyModules().filter((file) => !WORKERS.includes(file));
  await build({ ...options, entryPoints: WORKERS, outdir: out, outbase: "." });
  const { metafile } = await build({
    ...options,
    entryPoints: [...scripts, ...lazy],
    outdir: out,
    outbase: ".",
    chunkNames: "chunks/[hash]",
    splitting: true,
    plugins: [firstScreenInOneFile(lazy)],
    metafile: true,
  });
  await build({
    ...options,
    bundle: false,
    entryPoints: filesOf(".css"),
    outdir: out,
    outbase: ".",
  });

  /** Outputs by their file in the built page. */
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      relative(out, join(www, path)),
      output,
    ]),
  );
  const [home] = [...outputs].find(([, { inputs }]) => ASSETS in inputs);
  if (home.split("/").length !== ASSETS.split("/").length)
    throw new Error(`${ASSETS} finds its neighbours by its own address, but was put into ${home}`);

  return {
    imports(file) {
      const found = new Set();
      const follow = (path) => {
        for (const { path: next, kind } of outputs.get(path)?.imports ?? []) {
          const chunk = relative(out, join(www, next));
          if (kind !== "import-statement" || found.has(chunk)) continue;
          found.add(chunk);
          follow(chunk);
        }
      };
      follow(file);
      return [...found];
    },
  };
}

/**
 * Minifies a generated module in its place, with the core's own scripts in it.
 * @param {string} file
 */
export const bundleModule = (file) =>
  build({ ...options, entryPoints: [file], outfile: file, allowOverwrite: true });

/**
 * The element and all that it ever asks for, as one script.
 * @param {string} out the folder of the built page
 * @param {string} assets the module that stands in for [`ASSETS`]
 */
export async function bundleWhole(out, assets) {
  const replace = {
    name: "assets",
    setup(esbuild) {
      esbuild.onResolve({ filter: /\/pkg\// }, ({ path }) => ({
        path: join(out, path.replace(/^[./]+/, "")),
      }));
      esbuild.onLoad({ filter: new RegExp(`/${ASSETS}$`) }, () => ({
        contents: assets,
        resolveDir: join(www, "core"),
      }));
    },
  };
  const { outputFiles } = await build({
    ...options,
    entryPoints: [ELEMENT],
    plugins: [replace],
    write: false,
  });
  return outputFiles[0].text;
}
