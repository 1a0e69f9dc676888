import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CODES } from "../../../src/words/codes/codes.ts";
import { runCommand } from "../../support/run-command.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const codes = CODES.flatMap(({ en }) => Object.keys(en));

/** Words of data that look like codes. */
const NO_CODES = ["NO_MANAGER", "NO_MGR"];

/** Codes that the source tells; those of Node, which it only asks for, begin with ERR. */
function toldCodes(): readonly string[] {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.includes(join("words", "codes")),
  );
  const told = files.flatMap((path) =>
    [...readFileSync(join(root, "src", path), "utf8").matchAll(/"([A-Z]+(?:_[A-Z0-9]+)+)"/gu)].map(
      ([, code = ""]) => code,
    ),
  );
  return [...new Set([...told, "ABORTED", "INTERNAL"])].filter(
    (code) => !code.startsWith("ERR_") && !NO_CODES.includes(code),
  );
}

describe("codes of errors and warnings", () => {
  it("have one entry each, and every entry is a code that the source tells", () => {
    expect([...codes].sort()).toEqual([...toldCodes()].sort());
  });

  it("have a meaning of their own in Turkish", () => {
    const both = CODES.flatMap(({ en, tr }) => Object.keys(en).map((code) => [code, en[code], tr[code]] as const));
    expect(CODES.flatMap(({ tr }) => Object.keys(tr)).sort()).toEqual([...codes].sort());
    for (const [code, english, turkish] of both) {
      expect(`${code} ${turkish?.[0]}`).not.toBe(`${code} ${english?.[0]}`);
      for (const text of turkish ?? []) expect(text).toMatch(/[.!`]$/u);
    }
  });

  it("are explained by the command, others are refused", async () => {
    const told = await runCommand(["explain", "ROLE_UNKNOWN"]);
    expect(told.exit).toBe(0);
    expect(told.stdout).toMatch(/^ROLE_UNKNOWN\n {2}An answer is no role/u);
    expect((await runCommand(["explain", "ROLE_UNKNOWM"])).exit).toBe(2);
  });
});
