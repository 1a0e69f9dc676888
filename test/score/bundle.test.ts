import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const scoreFolder = fileURLToPath(new URL("../../src/score", import.meta.url));

/** Bundles a piece of source for browsers; fails on imports that browsers lack. */
async function bundle(contents: string): Promise<{ code: string; inputs: string[] }> {
  const result = await build({
    stdin: { contents, resolveDir: scoreFolder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  return { code: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs) };
}

describe("tersine/score on its own", () => {
  it("needs no package, nothing of Node and no layer but base", async () => {
    const { code, inputs } = await bundle('export * from "./index.ts";');
    const foreign = inputs.filter((path) => !/(^|\/)src\/(score|base)\/[\w/-]+\.ts$/.test(path) && path !== "<stdin>");
    expect(foreign).toEqual([]);
    expect(code).not.toMatch(/node:|\bzod\b/);
    // nor forms of options and sentences, which stand beside the makers
    expect(code).not.toMatch(/strictObject|ortak hedef|topics asked for/);
  });

  it("keeps the four main criteria under 13.5 kB, and with scorePair under 14 KiB", async () => {
    const main = "availability, goals, hierarchy, topics";
    const criteria = await bundle(`export { ${main} } from "./index.ts";`);
    expect(gzipSync(criteria.code).length).toBeLessThan(13_500);
    const scored = await bundle(`export { ${main}, scorePair } from "./index.ts";`);
    expect(gzipSync(scored.code).length).toBeLessThan(14 * 1_024);
    expect(scored.code).not.toContain("sustainability-and-social-responsibility");
  });
});
