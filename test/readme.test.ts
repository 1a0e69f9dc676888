import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programRunner, type ProgramRunner } from "./support/run-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Pages whose blocks are whole programs. */
const PAGES = ["README.md", "docs/developers.md", "docs/embedding.md", "docs/over-time.md", "docs/questions.md"];

interface Block {
  readonly code: string;
  /** The text block right after the code; absent if there is none. */
  readonly output: string | undefined;
}

function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/```ts\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)].map(([, code = "", output]) => ({
    code,
    output,
  }));
}

let programs: ProgramRunner;
beforeAll(async () => {
  programs = await programRunner();
});
afterAll(() => {
  programs.remove();
});

/** Runs a program as a reader would who pasted it into a file of the project. */
function run(code: string): string {
  const folder = mkdtempSync(join(root, "examples", ".readme-"));
  try {
    const file = join(folder, "block.ts");
    writeFileSync(file, code);
    return programs.run(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("README", () => {
  it("shows code, the first block with its output", () => {
    const blocks = blocksOf("README.md");
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    expect(blocks[0]?.output).toBeDefined();
  });
});

describe.each(PAGES)("%s", (page) => {
  it.each(blocksOf(page).map((block, index) => [index + 1, block] as const))("runs block %i", (_, { code, output }) => {
    const printed = run(code);
    expect(printed).toBe(output ?? "");
  });
});

describe("examples", () => {
  it("runs the demo, in both languages", () => {
    for (const flags of [[], ["--tr"]]) {
      const demo = programs.run("examples/reverse-mentoring/demo.ts", flags);
      expect(demo).toContain("Proved optimal by prices");
      expect(demo).toContain("noCandidate");
    }
  });

  it("writes the same registrations again", () => {
    const file = join(root, "examples/reverse-mentoring/registrations.json");
    const before = readFileSync(file, "utf8");
    programs.run("examples/reverse-mentoring/write-registrations.ts");
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});
