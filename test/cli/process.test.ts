import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommand, type BuiltCommand, type Ended, type Started } from "../support/built-command.ts";

/** What only a real process shows: signals, pipes, terminals, and a system that fails. */
let command: BuiltCommand;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => {
  command.remove();
});

const OLD = { "p.csv": "old p", "u.csv": "old u", "r.json": "old r" };
const rows = (name: string, topics: string, count: number): string =>
  [`id,${topics},birth year,level`, ...Array.from({ length: count }, (_, at) => `${name}${at},AI,1980,2`)].join("\n");
const files = (count: number) => ({
  "m.csv": rows("m", "teaches", count),
  "e.csv": rows("e", "learns", count),
  "c.json": '{ "match": { "rules": [] } }',
  ...OLD,
});
const INPUTS = ["--mentors", "m.csv", "--mentees", "e.csv", "--config", "c.json"];
const OUTPUTS = ["--out", "p.csv", "--unmatched", "u.csv", "--result", "r.json", "--force"];

/** The files as they were, and nothing beside them. */
function expectOld({ folder }: Started): void {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files(1)).sort());
  for (const [name, text] of Object.entries(OLD)) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
}

function expectNoStack({ stderr }: Ended): void {
  expect(stderr).not.toMatch(/\n\s+at |unexpected error/u);
}

const PRELOAD = `
import fs from "node:fs";
import fsp from "node:fs/promises";
import timers from "node:timers/promises";
import { syncBuiltinESMExports } from "node:module";
let calls = 0;
const before = (target, name, act) => {
  const real = target[name];
  target[name] = function (...given) { act(); return real.apply(this, given); };
};
const interruptAt = (number) => () => { if (++calls === number) process.kill(process.pid, "SIGINT"); };
`;
const preload = (text: string): string => `${PRELOAD}${text}\nsyncBuiltinESMExports();`;

describe("130: Ctrl-C", () => {
  it.each([
    ["while files are opened", `before(fs, "createReadStream", interruptAt(1));`],
    ["while the second file is opened", `before(fs, "createReadStream", interruptAt(2));`],
    ["between the files that are read", `before(timers, "setImmediate", interruptAt(2));`],
    ["before the whole is checked", `before(timers, "setImmediate", interruptAt(4));`],
    ["at the beginning of the match", `before(globalThis, "setTimeout", interruptAt(1));`],
    ["within the match", `before(globalThis, "setTimeout", interruptAt(4));`],
    ["before the writing", `before(timers, "setImmediate", interruptAt(6));`],
    ["while the first output is written", `before(fsp, "open", interruptAt(1));`],
    ["while the last output is written", `before(fsp, "open", interruptAt(3));`],
  ])("%s leaves every file as it was", async (_, text) => {
    const started = command.start(["match", ...INPUTS, ...OUTPUTS], files(60), preload(text));
    const ended = await started.ended;
    expect(ended).toMatchObject({ exit: 130, killedBy: null, stdout: "" });
    expect(ended.stderr).toContain("INTERRUPTED: stopped; nothing was written\n");
    expectNoStack(ended);
    expectOld(started);
  });

  it("comes too late once the files change: all are new", async () => {
    const text = `before(fsp, "rename", interruptAt(1));`;
    const started = command.start(["match", ...INPUTS, ...OUTPUTS], files(3), preload(text));
    expect(await started.ended).toMatchObject({ exit: 0 });
    for (const [name, old] of Object.entries(OLD)) {
      expect(readFileSync(join(started.folder, name), "utf8")).not.toBe(old);
    }
  });

  it("ends a command that waits for standard input", async () => {
    const started = command.start(
      ["check", "--input", "-"],
      {},
      preload(`before(process, "cwd", () => setTimeout(() => process.kill(process.pid, "SIGINT"), 50));`),
    );
    const ended = await started.ended;
    expect(ended).toMatchObject({ exit: 130, stdout: "" });
    expectNoStack(ended);
  });
});

describe("pipes and terminals", () => {
  it("85: a reader that goes away ends the command without a word", async () => {
    const started = command.start(["match", ...INPUTS], files(400));
    started.child.stdout?.destroy();
    const ended = await started.ended;
    expect(ended.exit).toBe(6);
    expectNoStack(ended);
  });

  it("I10: closed standard input is an empty file", async () => {
    const started = command.start(["check", "--input", "-", "--config", "c.json"], files(1));
    started.child.stdin?.end();
    const ended = await started.ended;
    expect(ended.exit).toBe(3);
    expect(ended.stderr).toContain("stdin: error FILE_EMPTY");
  });

  it("standard input may be a table, and outputs be files beside it", async () => {
    const started = command.start(["match", ...INPUTS.with(1, "-"), "--out", "new.csv"], files(3));
    started.child.stdin?.end("id,teaches\nm1,AI\n");
    expect(await started.ended).toMatchObject({ exit: 0, stdout: "" });
    expect(readFileSync(join(started.folder, "new.csv"), "utf8")).toContain("m1,e0,");
  });

  it("a bar is drawn on a terminal, through all phases, and nowhere else", async () => {
    // every update is drawn at once
    const terminal = preload(`process.stderr.isTTY = true; let now = 0; Date.now = () => (now += 1000);`);
    const argv = ["match", ...INPUTS, ...OUTPUTS];
    const drawn = await command.start(argv, files(200), terminal).ended;
    for (const phase of ["files", "scoring", "solving", "explaining", "writing"]) {
      expect(drawn.stderr).toMatch(new RegExp(`${phase} [-=]{40} \\d+%`, "u"));
    }
    const quiet = await command.start([...argv, "--quiet"], files(200), terminal).ended;
    expect(quiet).toMatchObject({ exit: 0, stderr: "" });
    const piped = await command.start(argv, files(200)).ended;
    expect(piped.stderr).not.toMatch(/[-=]{40}/u);
  });
});

describe("a system that fails", () => {
  it("77: a file that may not be read", async () => {
    const denied = `const stat = fsp.stat; fsp.stat = async () => { throw Object.assign(new Error("denied"), { code: "EACCES" }); };`;
    const ended = await command.start(["match", ...INPUTS.slice(0, 4)], files(1), preload(denied)).ended;
    expect(ended).toMatchObject({ exit: 6, stdout: "" });
    expect(ended.stderr).toBe("FILE_NOT_READABLE: m.csv: the file cannot be read.\n");
  });

  it("84, I7: whichever step of writing fails, each file is the old one or whole, and the error says which", async () => {
    const fail = (number: number): string => `
      const failAt = () => { if (++calls === ${number}) throw Object.assign(new Error("full"), { code: "ENOSPC" }); };
      const open = fsp.open;
      fsp.open = async (...given) => {
        failAt();
        const file = await open(...given);
        for (const name of ["writeFile", "sync"]) before(file, name, failAt);
        return file;
      };
      before(fsp, "rename", failAt);`;
    const outcomes: number[] = [];
    for (let step = 1; step <= 20 && outcomes.at(-1) !== 0; step += 1) {
      const started = command.start(["match", ...INPUTS, ...OUTPUTS], files(3), preload(fail(step)));
      const ended = await started.ended;
      outcomes.push(ended.exit ?? -1);
      if (ended.exit === 0) break;
      expect(ended).toMatchObject({ exit: 6, stdout: "" });
      expect(readdirSync(started.folder).sort()).toEqual(Object.keys(files(1)).sort());
      const changed = Object.entries(OLD).flatMap(([name, old]) =>
        readFileSync(join(started.folder, name), "utf8") === old ? [] : [name],
      );
      const others = changed.length === 0 ? "nothing was changed" : `only ${changed.join(", ")} changed`;
      expect(ended.stderr).toMatch(
        new RegExp(`^WRITE_FAILED: [pur]\\.(?:csv|json): the file cannot be written; ${others}\\.$`, "mu"),
      );
      expectNoStack(ended);
    }
    // three files, each opened, written, synchronised and renamed; then all goes well
    expect(outcomes).toEqual([...Array.from({ length: 12 }, () => 6), 0]);
  });
});

describe("a module as configuration", () => {
  it.each([
    ["a mistake of syntax", "const a = 1;\nexport default { a: [ ;\n", "tersine.config.mjs:2: error CONFIG_MODULE"],
    ["an unknown name", "\nexport default { a: unknownThing };\n", "tersine.config.mjs:2:21: error CONFIG_MODULE"],
    ["a package that is not there", 'import "no-such-package";\n', "tersine.config.mjs: error CONFIG_MODULE"],
    ["an error thrown", "throw new Error('no')", "tersine.config.mjs:1:7: error CONFIG_MODULE: Error: no"],
    ["a function that throws", "export default () => {\n  null.x;\n};", "tersine.config.mjs:2:8: error CONFIG_MODULE"],
    [
      "an option of a rule",
      'export default (t) => ({ match: { rules: [t.crossGeneration({ by: "shoe size" })] } });',
      " at ",
    ],
    ["no default export", "export const a = 1;", " at /"],
  ])("%s is a mistake of the configuration, told with its place", async (_, text, says) => {
    const { exit, stderr } = await command.start(["match"], { "tersine.config.mjs": text }).ended;
    expect(stderr).toContain("CONFIG_INVALID");
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at |unexpected error/u);
    expect(exit).toBe(3);
  });
});
