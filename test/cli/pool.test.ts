import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";

const joins = [
  { at: "2027-01-01", side: "mentor", join: { id: "ece", teaches: ["AI"] } },
  { at: "2027-01-02", side: "mentee", join: { id: "haluk", learns: ["AI"] } },
  { at: "2027-01-03", side: "mentee", join: { id: "leyla", learns: ["AI"] } },
];
const FILES = {
  "tersine.config.json": '{"version":1,"match":{"rules":[]}}',
  "joins.json": JSON.stringify(joins),
  "lines.ndjson": joins.map((event) => JSON.stringify(event)).join("\n"),
};

describe("tersine pool", () => {
  it("step: begins a pool, tells pairs and who waits, and goes on from what it wrote", async () => {
    const argv = ["pool", "step", "new", "--now", "2027-01-04", "--events", "joins.json", "--out", "pool.json"];
    let stored = "";
    const first = await runCommand([...argv, "--policy", "7"], FILES, (folder) => {
      stored = readFileSync(join(folder, "pool.json"), "utf8");
    });
    expect(first).toMatchObject({ exit: 0, stderr: "" });
    expect(first.stdout).toContain("ece and haluk: 100 points\n");
    expect(first.stdout).toContain("Next step: 2027-01-11\n");
    const files = {
      ...FILES,
      "pool.json": stored,
      "week.json": '[{"at":"2027-01-05","declined":{"mentorId":"ece","menteeId":"haluk"}}]',
    };
    const next = ["pool", "step", "pool.json", "--now", "2027-01-11", "--events", "week.json", "--language", "tr"];
    const second = await runCommand(next, files);
    expect(second).toMatchObject({ exit: 0, stderr: "" });
    expect(second.stdout).toContain("ece - leyla: 100 puan\n");
    const late = await runCommand(["pool", "step", "pool.json", "--now", "2027-01-01"], files);
    expect(late.exit).toBe(3);
    expect(late.stderr).toContain("CLOCK_BACKWARDS at /now");
  });

  it("simulate: policies side by side from lines or a list, and their page", async () => {
    const argv = ["pool", "simulate", "lines.ndjson", "--policy", "1,7", "--report", "page.html", "--json"];
    const { exit, stdout, stderr } = await runCommand(argv, FILES, (folder) => {
      expect(readFileSync(join(folder, "page.html"), "utf8")).toContain("<circle");
    });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const { rows } = JSON.parse(stdout) as { rows: readonly { pairs: number }[] };
    expect(rows.map(({ pairs }) => pairs)).toEqual([1, 1]);
    const policy = '{"every":3,"waiting":1000}';
    const told = await runCommand(["pool", "simulate", "joins.json", "--policy", policy], FILES);
    expect(told.stdout).toMatch(/^Every 3 days; 0.1 points a day of waiting: 1 pair, 100 of 100 points/u);
  });

  it("says what is missing and what cannot be read", async () => {
    expect((await runCommand(["pool"], FILES)).stderr).toContain("OPERAND_MISSING");
    expect((await runCommand(["pool", "step", "new"], FILES)).stderr).toContain("FLAG_MISSING: --now");
    const broken = { ...FILES, "pool.json": "{", "bad.json": '[{"at":"soon"}]' };
    expect((await runCommand(["pool", "step", "pool.json", "--now", "2027-01-01"], broken)).exit).toBe(3);
    expect((await runCommand(["pool", "simulate", "bad.json"], broken)).stderr).toContain("FIELD_MISSING at /events/0");
  });
});
