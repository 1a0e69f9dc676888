import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { readConfig } from "../../src/index.ts";

const page = readFileSync(new URL("../../docs/batch.md", import.meta.url), "utf8");
const recipes = [...page.matchAll(/`("[A-Za-z]+": [^`]+)`/gu)].map(([, text = ""]) => text.replace(/\s+/gu, " "));
const commands = [...(/```sh\n([^`]+)```/u.exec(page)?.[1] ?? "").matchAll(/^tersine ([^#\n]+)/gmu)].map(
  ([, text = ""]) => text.trim(),
);

describe("the page of batch runs", () => {
  it("has recipes and commands", () => {
    expect(recipes.length).toBeGreaterThan(35);
    expect(commands.length).toBeGreaterThan(4);
  });

  it.each(recipes)("%s is a configuration", (text) => {
    expect(() => readConfig(JSON.parse(`{ ${text} }`))).not.toThrow();
  });

  it("its commands run one after another, as they are written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tersine-"));
    try {
      for (const command of commands) {
        let stderr = "";
        const exit = await run(command.split(/\s+/u), {
          stdout: () => true,
          stderr: (text) => (stderr += text),
          stdin: () => new Blob([]).stream(),
          cwd: folder,
          isTerminal: false,
          signal: new AbortController().signal,
        });
        expect(exit, `${command}\n${stderr}`).toBe(0);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
