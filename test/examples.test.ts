import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programRunner, type ProgramRunner } from "./support/run-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(join(root, "examples")).filter((name) => /^[0-9][0-9]-.*\.ts$/u.test(name));

describe("examples", () => {
  let programs: ProgramRunner;
  beforeAll(async () => {
    programs = await programRunner();
  });
  afterAll(() => {
    programs.remove();
  });

  it("there are some", () => {
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  it.each(files)("%s prints what its last comment says", (name) => {
    const file = join(root, "examples", name);
    const [, expected] = /\/\* Output:\n([\s\S]*?)\n?\*\/\s*$/u.exec(readFileSync(file, "utf8")) ?? [];
    expect(programs.run(file).trimEnd()).toBe(expected?.trimEnd());
  });
});
