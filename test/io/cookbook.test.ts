import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/index.ts";

const page = readFileSync(new URL("../../docs/batch.md", import.meta.url), "utf8");
const table = page.slice(page.indexOf("## My export looks like this"));
const recipes = [...table.matchAll(/`("[^`]+)`/gu)].map(([, text = ""]) => text);

describe("the cookbook of exports", () => {
  it("has recipes", () => {
    expect(recipes.length).toBeGreaterThan(10);
  });

  it.each(recipes)("%s is a configuration", (text) => {
    expect(() => readConfig(JSON.parse(`{ ${text} }`))).not.toThrow();
  });
});
