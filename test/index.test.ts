import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { exportsOf } from "../scripts/exports.ts";

const entries = exportsOf(fileURLToPath(new URL("..", import.meta.url)));

describe("what the package exports", () => {
  it("is what the list says; `npx vitest run test/index.test.ts -u` writes it anew", async () => {
    const lines = entries.flatMap(({ entry, values, types }) => [
      `# ${entry}`,
      ...values.map((name) => `${entry} ${name}`),
      ...types.map((name) => `${entry} type ${name}`),
      "",
    ]);
    await expect(lines.join("\n")).toMatchFileSnapshot("fixtures/exports.txt");
  });

  it("stands on the site, every entry point", () => {
    const { entryPoints } = JSON.parse(
      readFileSync(fileURLToPath(new URL("../docs/typedoc.json", import.meta.url)), "utf8"),
    ) as { readonly entryPoints: readonly string[] };
    const onSite = entryPoints.map((path) => path.replace("../src/", "tersine/").replace(/\/?index\.ts$/u, ""));
    expect([...onSite].sort()).toEqual(entries.map(({ entry }) => entry).sort());
  });

  it("at the root holds no internals of scoring and no name that says nothing alone", () => {
    const root = entries.find(({ entry }) => entry === "tersine");
    const names = new Set([...(root?.values ?? []), ...(root?.types ?? [])]);
    const kept = ["Fields", "Gap", "Pool", "Price", "Text", "Worth", "FULL_SCORE", "prepareScore", "levelsOf"];
    expect(kept.filter((name) => names.has(name))).toEqual([]);
    expect(names.size).toBeLessThan(211);
  });
});
