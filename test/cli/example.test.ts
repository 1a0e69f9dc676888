import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";

const folder = fileURLToPath(new URL("../../examples/06-batch", import.meta.url));
const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

describe("examples/06-batch", () => {
  it("is checked, refused, and matched without the row that is wrong", async () => {
    const checked = await runCommand(["check"], files);
    expect(checked.exit).toBe(3);
    expect(checked.stdout).toContain("Doğum Tarihi -> birthYear");
    expect(checked.stderr).toContain("mentors.csv:6:4: hata NUMBER_FORMAT");
    expect((await runCommand(["match"], files)).exit).toBe(3);
    const argv = [
      "match",
      "--skip-rejected",
      "--rejected",
      "rejected.csv",
      "--out",
      "pairs.csv",
      "--report",
      "report.html",
    ];
    const matched = await runCommand(argv, files, (made) => {
      expect(readFileSync(join(made, "rejected.csv"), "utf8")).toContain("mentors.csv,6,");
      expect(readFileSync(join(made, "pairs.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(4);
      expect(readFileSync(join(made, "report.html"), "utf8")).toContain("Mert Uslu");
    });
    expect(matched.exit).toBe(0);
  });

  it("explains a pair that there is not", async () => {
    const { stdout } = await runCommand(["explain", "0101", "0002", "--skip-rejected"], files);
    expect(stdout).toMatch(/^mümkün değil\n/u);
    expect(stdout).toContain("biri diğerinin üst-ast hattında");
  });
});
