import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { madePages } from "../../scripts/pages/pages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("pages that are made stand as their tables and schemas say; npm run docs:pages writes them", async () => {
  const pages = [...(await madePages(root))];
  expect(pages.length).toBeGreaterThan(1);
  for (const [path, text] of pages) expect(readFileSync(join(root, path), "utf8")).toBe(text);
});
