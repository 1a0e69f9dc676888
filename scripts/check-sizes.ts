import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

/** What a page pays for a few functions of the built package: kB of 1,000 bytes, minified, brotli, zod included. */
const LIMITS: readonly (readonly [entry: string, names: string, limit: number])[] = [
  ["score", "topics", 4.2],
  ["score", "topics, goals, hierarchy, prepareScore", 7.7],
  ["score", "topics, goals, hierarchy, availability, prepareScore", 13.7],
  ["solve", "verifyOptimality", 9.4],
  ["solve", "solveStable", 10.9],
  ["solve", "assign", 38],
  ["io", "readMatchInput", 90],
  ["report", "renderReport", 38],
  ["index", "matchPairs", 165],
  ["pool", "poolStep", 186],
  ["talks", "shortlist", 184],
  ["groups", "matchGroups", 180],
  ["words", "messageOf", 37],
];

const MOST_OF_PAGE = 700;

const dist = fileURLToPath(new URL("../dist", import.meta.url));

async function sizeOf(entry: string, names: string): Promise<number> {
  const bundled = await build({
    stdin: { contents: `export { ${names} } from "./${entry}.js";`, resolveDir: dist },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    external: ["ical.js", "stream"],
    write: false,
    logLevel: "error",
  });
  return brotliCompressSync(bundled.outputFiles[0]?.contents ?? new Uint8Array()).length / 1_000;
}

let tooLarge = 0;
for (const [entry, names, limit] of LIMITS) {
  const size = await sizeOf(entry, names);
  if (size > limit) tooLarge += 1;
  console.log(`${size > limit ? "TOO LARGE " : ""}${size.toFixed(1)} kB of ${limit} kB: ${names} from ${entry}`);
}
// the page of the studio, whole: its worker is packed already
const page = statSync(`${dist}/studio.html`).size / 1_000;
if (page > MOST_OF_PAGE) tooLarge += 1;
console.log(`${page > MOST_OF_PAGE ? "TOO LARGE " : ""}${page.toFixed(1)} kB of ${MOST_OF_PAGE} kB: studio.html`);
process.exitCode = tooLarge === 0 ? 0 : 1;
