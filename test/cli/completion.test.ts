import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMAND_NAMES, COMMANDS, flagsOf } from "../../src/cli/table/commands.ts";
import { OPTIONS } from "../../src/cli/table/options.ts";
import { runCommand } from "../support/run-command.ts";

const scripts = new Map<string, string>();

beforeAll(async () => {
  for (const shell of ["bash", "zsh", "fish"]) scripts.set(shell, (await runCommand(["completion", shell])).stdout);
});

/** What bash offers behind some words. */
function offered(words: readonly string[]): readonly string[] {
  const list = words.map((word) => `'${word}'`).join(" ");
  const ask = `COMP_WORDS=(${list}); COMP_CWORD=${String(words.length - 1)}; _tersine; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync("bash", ["--norc", "-c", `${scripts.get("bash") ?? ""}\n${ask}`], {
    encoding: "utf8",
    cwd: "/",
  });
  return text.split("\n").filter((line) => line !== "");
}

describe("tersine completion", () => {
  it("bash offers commands, the flags of each, and the words that a flag or a command takes", () => {
    expect(offered(["tersine", ""])).toEqual([...COMMAND_NAMES, "--help", "--version"]);
    expect(offered(["tersine", "ma"])).toEqual(["match"]);
    for (const name of COMMAND_NAMES)
      expect(offered(["tersine", name, "--"]).toSorted()).toEqual(
        flagsOf(name)
          .map((flag) => `--${flag}`)
          .toSorted(),
      );
    expect(offered(["tersine", "match", "--language", ""])).toEqual(["en", "tr"]);
    expect(offered(["tersine", "match", "--sort", "n"])).toEqual(["name"]);
    expect(offered(["tersine", "match", "--people", "et"])).toEqual(["etc"]);
    expect(offered(["tersine", "match", "--calendars", "et"])).toEqual(["etc"]);
    expect(offered(["tersine", "match", "--max-errors", ""])).toEqual([]);
    expect(offered(["tersine", "pool", "s"])).toEqual(expect.arrayContaining(["step", "simulate"]));
    expect(offered(["tersine", "help", "ev"])).toEqual(["evaluate"]);
  });

  it.each(["zsh", "fish"])("%s knows every command and every flag of it, with words", (shell) => {
    const script = scripts.get(shell) ?? "";
    for (const name of COMMAND_NAMES) {
      const own = script
        .split("\n")
        .filter((line) => (shell === "zsh" ? line.startsWith(`    ${name})`) : line.includes(`from ${name}'`)));
      for (const flag of flagsOf(name)) {
        expect(own.join("\n")).toContain(shell === "zsh" ? `--${flag}[` : `-l ${flag} `);
        for (const word of OPTIONS[flag].words ?? []) expect(own.join("\n")).toContain(word);
      }
      expect(script.replaceAll("\\:", ":")).toContain(COMMANDS[name].summary.en);
    }
  });

  it("is in the language asked for, and refuses other shells", async () => {
    expect((await runCommand(["completion", "fish", "--language", "tr"])).stdout).toContain(OPTIONS.out.help.tr);
    expect((await runCommand(["completion", "tcsh"])).exit).toBe(2);
    expect((await runCommand(["completion"])).stderr).toContain("OPERAND_MISSING");
  });
});
