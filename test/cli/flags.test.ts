import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND_FLAGS } from "../../src/cli/command-flags.ts";
import { FLAG_NAMES, takesValue } from "../../src/cli/flags.ts";
import { run } from "../../src/cli/run.ts";

/*
 * Every command with every flag, and every file that it reads as every file that it writes.
 */

const LISTS = ["--mentors", "m.csv", "--mentees", "e.csv", "--config", "c.json"];
const FILES: Readonly<Record<string, string>> = {
  "m.csv": "id,teaches\nm1,AI\nm2,AI\n",
  "e.csv": "id,learns\ne1,AI\ne2,AI\n",
  "p.csv": "id\nm1\nm2\ne1\ne2\n",
  "c.json": '{ "match": { "rules": [] } }',
  "h.csv": "mentor id,mentee id\nm1,e2\n",
  "t.txt": "{name}\n",
  "g.csv": "id,group\nm1,a\n",
  "o.csv": "mentor id,mentee id,rating\nm1,e1,4\n",
  "s.csv": "slot,start,minutes\nfirst,2027-03-01 10:00,30\n",
  "talks.csv": "mentor id,mentee id\nm1,e1\n",
  "f.csv": "mentor id,mentee id,role,rating\nm1,e1,mentor,4\n",
  "events.json": '[{"at":"2027-01-01","side":"mentor","join":{"id":"ece","teaches":["AI"]}}]',
  "policy.json": '{"every":7}',
  "state.json": "",
  "result.json": "",
  "doc.json": '{"people":[{"id":"x"}]}',
};

/** What each command is given, the files among it that it reads, and its flags of outputs with the names that they take. */
const COMMANDS: Readonly<Record<string, readonly [argv: readonly string[], outputs: readonly string[]]>> = {
  match: [
    ["match", ...LISTS, "--people", "p.csv", "--previous", "h.csv", "--history", "h.csv"],
    ["out", "unmatched", "result", "rejected", "report", "cards"],
  ],
  audit: [
    ["audit", "result.json", ...LISTS, "--groups", "g.csv", "--outcomes", "o.csv"],
    ["out", "report"],
  ],
  evaluate: [
    ["evaluate", "result.json", ...LISTS, "--outcomes", "o.csv", "--history", "h.csv"],
    ["out", "report"],
  ],
  learn: [["learn", "result.json", ...LISTS, "--outcomes", "o.csv"], ["out"]],
  talks: [
    ["talks", ...LISTS, "--slots", "s.csv", "--history", "h.csv"],
    ["out", "result", "form"],
  ],
  decide: [
    ["decide", ...LISTS, "--talks", "talks.csv", "--feedback", "f.csv", "--history", "h.csv"],
    ["out", "unmatched", "result", "report", "cards"],
  ],
  "pool step": [
    [
      "pool",
      "step",
      "state.json",
      "--now",
      "2027-02-01",
      "--events",
      "events.json",
      "--config",
      "c.json",
      "--policy",
      "policy.json",
    ],
    ["out", "result"],
  ],
  "pool simulate": [
    ["pool", "simulate", "events.json", "--config", "c.json", "--policy", "policy.json", "--input", "doc.json"],
    ["out", "report"],
  ],
};
/** Endings that an output takes. */
const ENDINGS: Readonly<Record<string, string>> = { report: ".html", cards: ".html", result: ".json" };

describe("commands and their flags", () => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tersine-flags-"));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    await start(["match", ...LISTS, "--result", "result.json", "--force"]);
    await start(["pool", "step", "new", "--now", "2027-01-01", "--out", "state.json", "--force"]);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const start = async (argv: readonly string[]) => {
    let [stdout, stderr] = ["", ""];
    const exit = await run(argv, {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      stdin: () => new Blob([]).stream(),
      cwd: folder,
      isTerminal: false,
      signal: new AbortController().signal,
    });
    return { exit, stdout, stderr };
  };

  it.each(Object.entries(COMMANDS))(
    "%s runs as it stands here, so that what follows is refused for its one fault",
    async (_, [argv]) => {
      const { exit, stderr } = await start([...argv, "--dry-run"]);
      expect({ exit, stderr: exit === 0 ? "" : stderr }).toEqual({ exit: 0, stderr: "" });
    },
  );

  const pairs = Object.entries(COMMANDS).flatMap(([name, [argv, outputs]]) => {
    const read = argv.filter((word) => Object.hasOwn(FILES, word));
    return [...new Set(read)].flatMap((file) => outputs.map((output) => [name, file, output] as const));
  });

  it.each(pairs)("%s: no output replaces what is read: %s by --%s", async (name, file, output) => {
    const [argv] = COMMANDS[name] ?? [[]];
    const before = readFileSync(join(folder, file), "utf8");
    const link = `link-${name.replace(" ", "-")}-${file}-${output}${ENDINGS[output] ?? (/^(?:talks|match|decide)$/u.test(name) ? ".csv" : ".json")}`;
    const target = output === "unmatched" || output === "rejected" || output === "form" ? `${link}.csv` : link;
    linkSync(join(folder, file), join(folder, target));
    const { exit, stderr } = await start([...argv, `--${output}`, target, "--force"]);
    rmSync(join(folder, target));
    expect(stderr).toContain("OUTPUT_IS_INPUT");
    expect(exit).toBe(2);
    expect(readFileSync(join(folder, file), "utf8")).toBe(before);
  });

  it.each(Object.entries(COMMAND_FLAGS))("%s refuses each flag that it does not read", async (name, own) => {
    for (const flag of FLAG_NAMES) {
      if (own.includes(flag) || flag === "help" || flag === "version") continue;
      const { exit, stderr } = await start([...name.split(" "), `--${flag}`, ...(takesValue(flag) ? ["1"] : [])]);
      expect([flag, exit, stderr.split(":")[0]]).toEqual([flag, 2, "FLAG_CONFLICT"]);
    }
  });

  it("every command that there is has its flags in the table", async () => {
    const { stderr } = await start(["nonsense"]);
    const names = /expected one of (?<list>[^.]+)\./u.exec(stderr)?.groups?.["list"]?.split(", ") ?? [];
    const known = new Set(Object.keys(COMMAND_FLAGS).map((name) => name.split(" ")[0]));
    expect(names.length).toBeGreaterThan(10);
    expect([...known].sort()).toEqual([...names].sort());
  });

  it("every flag goes with some command", () => {
    const taken = new Set(Object.values(COMMAND_FLAGS).flat());
    expect(FLAG_NAMES.filter((flag) => !taken.has(flag) && flag !== "help" && flag !== "version")).toEqual([]);
  });

  it.each(["audit", "evaluate", "learn", "pool step", "pool simulate"])(
    "%s: - is standard output, and .csv holds no JSON",
    async (name) => {
      const [argv] = COMMANDS[name] ?? [[]];
      const shown = await start([...argv, "--out", "-"]);
      expect(shown.exit).toBe(0);
      expect(JSON.parse(shown.stdout)).toBeTypeOf("object");
      expect(() => readFileSync(join(folder, "-"))).toThrow("ENOENT");
      expect((await start([...argv, "--out", "x.csv"])).stderr).toContain("OUTPUT_FORMAT");
    },
  );

  it("a stored pool takes no other programme, a step one policy, and a programme lists", async () => {
    const [step] = COMMANDS["pool step"] ?? [[]];
    expect((await start([...step, "--input", "doc.json"])).stderr).toContain("FLAG_CONFLICT");
    const policies = await start(["pool", "step", "new", "--now", "2027-02-01", "--policy", "1,7"]);
    expect([policies.exit, policies.stderr.split(":")[0]]).toEqual([2, "FLAG_VALUE"]);
    for (const text of [
      '{"people":5}',
      "5",
      '{"levels":"x"}',
      "[]",
      '{"people":[5]}',
      '{"people":[null]}',
      '{"period":5}',
    ]) {
      writeFileSync(join(folder, "bad.json"), text);
      const { exit, stderr } = await start(["pool", "step", "new", "--now", "2027-02-01", "--input", "bad.json"]);
      expect([text, exit, stderr.includes("a bug")]).toEqual([text, 3, false]);
    }
  });
});
