import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../src/cli/sample.ts";
import { checkInput } from "../../src/index.ts";
import { runCommand } from "../support/run-command.ts";

describe("check", () => {
  it("tells columns, counts, places, and the topics that lack most places first", async () => {
    const mentees = "id,learns\nhaluk,Podcasting;Data dashboards\njale,data  DASHBOARDS\n";
    const { exit, stdout } = await runCommand(["check"], { ...SAMPLE, "mentees.csv": mentees });
    expect(exit).toBe(0);
    expect(stdout).toContain("manager -> managerId");
    expect(stdout).toContain("6 people, 3 mentors, 2 mentees\n4 places at mentors, 2 at mentees\n");
    const rows = stdout.split("\n").filter((line) => line.startsWith("│"));
    expect(rows.map((row) => row.split("│").map((cell) => cell.trim()))).toEqual([
      ["", "topic", "wished by", "places at mentors who offer it", "mentors", ""],
      ["", "Data dashboards", "2", "1", "1", ""],
      ["", "Podcasting", "1", "2", "1", ""],
      ["", "short video", "0", "1", "1", ""],
      ["", "AI assistants", "0", "3", "2", ""],
    ]);
  });

  it("V1: an input with problems has issues and no topics", () => {
    const { issues, topics } = checkInput({ mentors: [{ id: "m" }], mentees: [] });
    expect(issues.map(({ path }) => path)).toEqual(["/mentors/0/teaches"]);
    expect(topics).toEqual([]);
  });
});
