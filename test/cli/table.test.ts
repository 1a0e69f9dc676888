import { describe, expect, it } from "vitest";
import { COMMAND_NAMES, COMMANDS, flagsOf } from "../../src/cli/table/commands.ts";
import { type FlagName, OPTIONS } from "../../src/cli/table/options.ts";
import { runCommand } from "../support/run-command.ts";

const FLAGS = Object.keys(OPTIONS) as FlagName[];
const LANGUAGES = ["en", "tr"] as const;

describe("the table of commands and flags", () => {
  it("every flag but the version is one of a command", () => {
    const taken = new Set(COMMAND_NAMES.flatMap((name) => flagsOf(name)));
    expect(FLAGS.filter((flag) => !taken.has(flag))).toEqual(["version"]);
  });

  it.each(LANGUAGES)(
    "the help in %s names every command, and for each its flags and examples, in 80 columns",
    async (language) => {
      const overview = (await runCommand(["--help", "--language", language])).stdout;
      for (const name of COMMAND_NAMES) {
        expect(overview).toContain(`\n  ${name} `);
        const { stdout } = await runCommand(["help", name, "--language", language]);
        expect((await runCommand([name, "-h", "--language", language])).stdout).toBe(stdout);
        const text = stdout.replaceAll(/\s+/gu, " ");
        expect(text).toContain(COMMANDS[name].summary[language]);
        for (const flag of flagsOf(name)) {
          expect(text).toContain(`--${flag} `);
          expect(text).toContain(OPTIONS[flag].help[language]);
        }
        for (const example of COMMANDS[name].examples) expect(stdout).toContain(example);
        const lines = `${overview}${stdout}`.split("\n").filter((line) => !line.startsWith("  tersine "));
        expect(lines.filter((line) => line.length > 80)).toEqual([]);
      }
    },
  );

  it("says everything in two languages", () => {
    const said = [
      ...Object.values(COMMANDS).map(({ summary }) => summary),
      ...Object.values(OPTIONS).map(({ help }) => help),
    ];
    for (const { en, tr } of said) expect(tr).not.toBe(en);
  });
});
