import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { workbook } from "../support/workbook.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tersine-invitations-"));
  const head = ["id", "e-mail", "name", "topics", "availability", "time zone"];
  const row = (id: string) => [id, `${id}@x.org`, `Öğ ${id}`, "AI", "Mon 10:00-12:00", "Europe/Istanbul"];
  const bytes = workbook([
    { name: "Mentors", rows: [head, row("m1"), row("m2")] },
    { name: "Mentees", rows: [head, row("e1"), row("e2")] },
  ]);
  writeFileSync(join(folder, "staff.xlsx"), bytes);
  const period = { start: "2027-01-04", end: "2027-03-28" };
  const mapping = { mentors: { teaches: "topics" }, mentees: { learns: "topics" } };
  const files = { mentors: "staff.xlsx#Mentors", mentees: "staff.xlsx#Mentees" };
  writeFileSync(
    join(folder, "tersine.config.json"),
    JSON.stringify({ ...files, period, mapping, match: { rules: [] } }),
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const start = async (...argv: readonly string[]) => {
  let stderr = "";
  const exit = await run(argv, {
    stdout: () => undefined,
    stderr: (text) => (stderr += text),
    stdin: () => new Blob([]).stream(),
    cwd: folder,
    isTerminal: false,
    signal: new AbortController().signal,
  });
  return { exit, stderr };
};

it("two sheets of one workbook become calendars with the addresses of the files, and letters", async () => {
  const { exit, stderr } = await start("match", "--invitations", "inv", "--out", "pairs.xlsx", "--language", "tr");
  expect({ exit, told: stderr.split("\n").at(-2) }).toEqual({ exit: 0, told: "inv klasöründe 2 takvim ve 4 mektup" });
  const names = readdirSync(join(folder, "inv"));
  expect(names.filter((name) => name.endsWith(".tr.txt"))).toEqual([
    "e1.tr.txt",
    "e2.tr.txt",
    "m1.tr.txt",
    "m2.tr.txt",
  ]);
  const text = readFileSync(join(folder, "inv", names.find((name) => name.startsWith("m1--")) ?? ""), "utf8");
  expect(text.replaceAll("\r\n ", "")).toMatch(/ORGANIZER[^\r]*m1@x\.org[\s\S]*ATTENDEE[^\r]*@x\.org/u);
  const again = await start("match", "--previous", "pairs.xlsx", "--lock-all", "--out", "-");
  expect(again.stderr).toContain("2 published pairs kept, 0 broken");
  expect((await start("match", "--invitations", "inv")).stderr).toContain("OUTPUT_EXISTS: inv");
  expect((await start("match", "--invitations", "inv", "--force")).exit).toBe(0);
});

it.each([
  ["a workbook that is read", ["--out", "staff.xlsx", "--force"], 2, "OUTPUT_IS_INPUT"],
  ["a template with another placeholder", ["--invitations", "inv", "--template", "t.txt"], 3, "t.txt: line 2"],
  ["a template without invitations", ["--template", "t.txt"], 2, "FLAG_CONFLICT"],
  ["a file for a folder", ["--invitations", "t.txt"], 6, "FILE_NOT_FOLDER"],
])("%s is refused before anything is written", async (_, flags, code, says) => {
  writeFileSync(join(folder, "t.txt"), "Hi\n{nmae}\n");
  const before = readdirSync(folder);
  const { exit, stderr } = await start("match", ...flags);
  expect(stderr).toContain(says);
  expect(exit).toBe(code);
  expect(readdirSync(folder)).toEqual(before);
});
