import { readFileSync } from "node:fs";
import { VERSION } from "tersine";
import { expect, it } from "vitest";

it("the version is that of package.json", () => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(JSON.parse(text)).toMatchObject({ name: "tersine", version: VERSION });
});
