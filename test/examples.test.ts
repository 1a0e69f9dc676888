import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const files = readdirSync(join(root, "examples")).filter((name) => /^[0-9][0-9]-.*\.ts$/u.test(name));

describe("examples", () => {
  it("there are some", () => {
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  it.each(files)("%s prints what its last comment says", (name) => {
    const file = join(root, "examples", name);
    const [, expected] = /\/\* Output:\n([\s\S]*?)\n?\*\/\s*$/u.exec(readFileSync(file, "utf8")) ?? [];
    const printed = execFileSync(process.execPath, [tsx, file], { cwd: root, encoding: "utf8" });
    expect(printed.trimEnd()).toBe(expected?.trimEnd());
  });
});
