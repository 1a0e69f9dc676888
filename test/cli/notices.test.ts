import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it("every package that the bundles contain stands in the notices", async () => {
  const manifest = JSON.parse(readFileSync(file("package.json"), "utf8")) as Record<string, Record<string, string>>;
  const { metafile } = await build({
    entryPoints: [file("src/cli/main.ts"), file("src/io/index.ts"), file("src/report/index.ts")],
    // the Excel packages are peers of the library, and bundled with the command
    external: [...Object.keys(manifest["dependencies"]!), "ical.js"],
    outdir: "unused",
    bundle: true,
    format: "esm",
    platform: "node",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const packages = new Set(
    Object.keys(metafile.inputs).flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []),
  );
  expect(packages).toContain("papaparse");
  const notices = readFileSync(file("THIRD_PARTY_NOTICES.md"), "utf8");
  expect([...packages].filter((name) => !notices.includes(name))).toEqual([]);
});
