import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The packages that a bundle of some entries holds. */
async function packagesIn(entries: readonly string[], external: readonly string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: entries.map(file),
    external: [...external, "ical.js"],
    outdir: "unused",
    bundle: true,
    format: "esm",
    platform: "node",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs).flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []);
}

it("every package that the bundles contain stands in the notices", async () => {
  const manifest = JSON.parse(readFileSync(file("package.json"), "utf8")) as Record<string, Record<string, string>>;
  // the Excel packages are peers of the library, and bundled with the command
  const outside = Object.keys(manifest["dependencies"]!);
  const packages = new Set([
    ...(await packagesIn(["src/cli/main.ts", "src/io/index.ts", "src/report/index.ts"], outside)),
    // the page holds all that it needs
    ...(await packagesIn(["src/studio/main.tsx", "src/studio/worker.ts"], [])),
  ]);
  expect([...packages]).toEqual(expect.arrayContaining(["papaparse", "preact", "zod"]));
  const notices = readFileSync(file("THIRD_PARTY_NOTICES.md"), "utf8");
  expect([...packages].filter((name) => !notices.includes(name))).toEqual([]);
});
