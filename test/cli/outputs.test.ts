import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Process, run } from "../../src/cli/run.ts";
import { runCommand } from "../support/run-command.ts";

const FILES = {
  "m.csv": "id,teaches\nm1,AI\nm2,AI\nm3,SQL\n",
  "e.csv": "id,learns\ne1,AI\ne2,SQL\ne3,AI\n",
  "c.json": '{ "match": { "rules": [] } }',
};
const MATCH = ["match", "--mentors", "m.csv", "--mentees", "e.csv", "--config", "c.json"];

describe("outputs and what a run reads", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tersine-outputs-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  });

  const start = async (argv: readonly string[], more: Partial<Process> = {}) => {
    let stdout = "";
    let stderr = "";
    const exit = await run(argv, {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      stdin: () => new Blob([]).stream(),
      cwd: folder,
      isTerminal: false,
      signal: new AbortController().signal,
      ...more,
    });
    return { exit, stdout, stderr };
  };
  const path = (name: string): string => join(folder, name);

  it.each([
    ["a list, through a linked folder", ["--out", "link/m.csv"], "m.csv"],
    ["a list, by a hard link", ["--out", "hard.csv"], "e.csv"],
    ["the configuration that a flag names", ["--result", "c.json"], "c.json"],
    ["a calendar", ["--out", "ics/m1.csv", "--calendars", "ics"], "ics/m1.csv"],
  ])("no output replaces %s", async (_, flags, kept) => {
    execFileSync("sh", ["-c", "ln -sfn . link; ln -f e.csv hard.csv; mkdir -p ics; echo x > ics/m1.csv"], {
      cwd: folder,
    });
    const before = readFileSync(path(kept), "utf8");
    const { exit, stderr } = await start([...MATCH, ...flags, "--force"]);
    expect(stderr).toContain("OUTPUT_IS_INPUT");
    expect(exit).toBe(2);
    expect(readFileSync(path(kept), "utf8")).toBe(before);
  });

  it("no output replaces the configuration that is found", async () => {
    writeFileSync(path("tersine.config.json"), FILES["c.json"]);
    const argv = ["match", "--mentors", "m.csv", "--mentees", "e.csv", "--result", "tersine.config.json", "--force"];
    const { exit, stderr } = await start(argv);
    rmSync(path("tersine.config.json"));
    expect(stderr).toContain("OUTPUT_IS_INPUT");
    expect(exit).toBe(2);
  });

  it("two outputs are one file by whatever path", async () => {
    symlinkSync(".", path("again"));
    const { exit, stderr } = await start([...MATCH, "--out", "p.csv", "--unmatched", "again/p.csv"]);
    expect(stderr).toContain("OUTPUT_TWICE");
    expect(exit).toBe(2);
  });

  it.each([0o600, 0o640, 0o444])("a file that is replaced keeps its mode %i", async (mode) => {
    writeFileSync(path("p.csv"), "old");
    chmodSync(path("p.csv"), mode);
    const { exit } = await start([...MATCH, "--out", "p.csv", "--force"]);
    expect(exit).toBe(0);
    expect(statSync(path("p.csv")).mode & 0o777).toBe(mode);
    expect(readFileSync(path("p.csv"), "utf8")).toContain("mentorId");
    rmSync(path("p.csv"));
  });

  it("a pipe stays a pipe and gets the text, without --force", async () => {
    execFileSync("mkfifo", [path("pipe")]);
    const reader = import("node:fs/promises").then(({ readFile }) => readFile(path("pipe"), "utf8"));
    const { exit } = await start([...MATCH, "--out", "pipe"]);
    expect(exit).toBe(0);
    expect(await reader).toContain("mentorId,menteeId");
    expect(lstatSync(path("pipe")).isFIFO()).toBe(true);
  });

  it.each([
    [["--out", "-"], "mentorId,menteeId"],
    [["--out", "-", "--json"], '"schemaVersion"'],
    [["--result", "-"], '"schemaVersion"'],
    [["--unmatched", "-"], "id,side,code"],
  ])("%j is standard output, and nothing else stands there", async (flags, begins) => {
    const { exit, stdout } = await start([...MATCH, ...flags]);
    expect(exit).toBe(0);
    expect(stdout.slice(0, 40)).toContain(begins);
    expect(stdout.match(/mentorId,menteeId|schemaVersion|id,side,code/gu)).toHaveLength(1);
  });

  it("two outputs on standard output are refused", async () => {
    const { exit, stderr } = await start([...MATCH, "--out", "-", "--result", "-"]);
    expect(stderr).toContain("OUTPUT_TWICE");
    expect(exit).toBe(2);
  });

  it.each([
    ["--out", "pairs.pdf"],
    ["--out", "pairs.txt"],
    ["--result", "r.csv"],
    ["--report", "r.json"],
    ["--unmatched", "u.json"],
  ])("%s %s: an ending that is no format of that output is refused", async (flag, name) => {
    const { exit, stderr } = await start([...MATCH, flag, name]);
    expect(stderr).toContain(`OUTPUT_FORMAT: ${flag}: expected a name that ends in .`);
    expect(exit).toBe(2);
  });

  it("a result on a terminal has no control character of data; in a pipe it is as it is", async () => {
    writeFileSync(path("m.csv"), "id,teaches\nm1,\u001B[2JAI\nm2,\u001B[2JAI\nm3,SQL\n");
    writeFileSync(path("e.csv"), "id,learns\ne1,\u001B[2JAI\ne2,SQL\ne3,\u001B[2JAI\n");
    expect((await start([...MATCH], { isOutputShown: true })).stdout).not.toContain("\u001B");
    expect((await start([...MATCH])).stdout).toContain("\u001B");
  });
});

describe("what people read", () => {
  const SIGNS = ["\u001B]0;x\u0007", "\u001B[2J", "\u009B2J", "\u0008\u0008", "\u202Edcba", "\u007F"];

  it.each(SIGNS)("no control character of data reaches a terminal: %j", async (sign) => {
    const files = {
      "m.csv": `id,teaches,a${sign}b\nm1,"AI${sign}",1\nm2,SQL,${sign}\nm2,x,y\n`,
      "e.csv": `id,learns\ne1,AI${sign}\ne2,SQL\n`,
      "c.json": `{ "match": { "rules": [] }, "a${sign.replaceAll("\u001B", "\\u001b").replaceAll(/\p{Cc}/gu, "")}": 1 }`,
    };
    const commands = [["check", ...MATCH.slice(1)], MATCH, ["explain", "m1", "e1", ...MATCH.slice(1)]];
    for (const argv of commands) {
      for (const config of [files["c.json"], FILES["c.json"]]) {
        const { stdout, stderr } = await runCommand(argv, { ...files, "c.json": config });
        const shown = (argv[0] === "match" ? "" : stdout) + stderr;
        expect(shown.replaceAll(/[\n\t]/gu, "")).not.toMatch(/[\p{Cc}\u202E]/u);
      }
    }
  });
});
