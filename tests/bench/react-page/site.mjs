// The page in React as a folder to serve: bundled, with the candidates of an election as CSV beside it.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cell = (value) => (/[",]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);

/**
 * Writes it and answers its folder.
 *
 * @param {object} dataset a whole election (DATA.md)
 * @param {string} installed where the packages are
 */
export async function reactSite(dataset, installed) {
  const folder = join(installed, dataset.id);
  const sources = fileURLToPath(new URL(".", import.meta.url));
  const allianceOf = (id) => dataset.alliances.find(({ parties }) => parties.includes(id))?.id;
  const house = {
    title: dataset.title.en ?? dataset.title,
    majority: Math.floor(dataset.constituencies.length / 2) + 1,
    alliances: Object.fromEntries(dataset.alliances.map(({ id, name }) => [id, name.en ?? name])),
    parties: Object.fromEntries(
      dataset.parties.map(({ id, colour }) => [id, { colour, alliance: allianceOf(id) }]),
    ),
    tiles: dataset.tiles,
  };
  const lines = dataset.constituencies.flatMap(({ id, name, candidates }) =>
    candidates.map((line) => [
      id,
      name.en ?? name,
      line.name.en ?? line.name,
      line.party,
      [line.votes ?? 0].flat().reduce((a, b) => a + b),
    ]),
  );
  const csv = [["id", "constituency", "name", "party", "votes"], ...lines]
    .map((line) => line.map(cell).join(","))
    .join("\n");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "candidates.csv"), csv);
  await writeFile(join(installed, "house.json"), JSON.stringify(house));
  for (const file of ["index.html", "page.css"])
    await copyFile(join(sources, file), join(folder, file));
  const { buildSync } = createRequire(join(installed, "package.json"))("esbuild");
  buildSync({
    stdin: {
      contents: await readFile(join(sources, "page.jsx"), "utf8"),
      loader: "jsx",
      resolveDir: installed,
    },
    outfile: join(folder, "page.js"),
    bundle: true,
    minify: true,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return folder;
}
