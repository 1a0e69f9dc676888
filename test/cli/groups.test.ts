import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readOrganisation, readProgramme } from "../../examples/reverse-mentoring/organisation.ts";
import { readSheet } from "../../src/io/index.ts";
import { runCommand } from "../support/run-command.ts";

const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/u, ""), { header: true, skipEmptyLines: true }).data;

const mentors = [
  "ece,Ece Ak,1,1999,AI,IT",
  "can,Can Er,1,1998,SQL,Sales",
  "nil,Nil Su,2,1997,AI;Python,IT",
  "su,Su Öz,1,1999,SQL,HR",
];
const mentees = [
  "haluk,Haluk Us,6,1968,AI;SQL,Board",
  "sema,Sema İnce,6,1970,SQL;AI,Board",
  "ali,Ali Ün,5,1966,Python;SQL,Board",
];
const files = {
  "mentors.csv": ["id,name,level,birthYear,teaches,department", ...mentors].join("\n"),
  "mentees.csv": ["id,name,level,birthYear,learns,department", ...mentees].join("\n"),
};
const people = ["--mentors", "mentors.csv", "--mentees", "mentees.csv"];

describe("tersine groups", () => {
  it("writes groups of two mentors for a mentee by person, with names, and the result", async () => {
    const ran = await runCommand(
      ["groups", ...people, "--out", "groups.csv", "--result", "groups.json"],
      files,
      (folder) => {
        const rows = rowsOf(readFileSync(join(folder, "groups.csv"), "utf8"));
        expect(Object.keys(rows[0] ?? {})).toEqual(["group", "id", "name", "side", "score", "adds", "reasons"]);
        const sides = (group: string) =>
          rows
            .filter((row) => row["group"] === group)
            .map(({ side }) => side)
            .sort();
        expect([sides("1"), sides("2")]).toEqual([
          ["mentee", "mentor", "mentor"],
          ["mentee", "mentor", "mentor"],
        ]);
        expect(rows.find(({ id }) => id === "sema")?.["name"]).toBe("Sema İnce");
        expect(rows.filter(({ group }) => group === "").map(({ side }) => side)).toEqual(["mentee"]);
        const result: unknown = JSON.parse(readFileSync(join(folder, "groups.json"), "utf8"));
        expect(result).toMatchObject({ status: "optimal", totals: { groups: 2, people: 6 } });
      },
    );
    expect(ran.exit).toBe(0);
    expect(ran.stderr).toMatch(/2 groups: 4 mentors and 2 mentees placed, \d+ points, optimal\n$/u);
  });

  it("makes circles, in Turkish, to standard output and as a workbook", async () => {
    const argv = ["groups", ...people, "--circle", "3-4", "--joint", "coveredBy:all,different:level,levelSpread"];
    const ran = await runCommand([...argv, "--language", "tr"], files);
    expect(ran.exit).toBe(0);
    expect(rowsOf(ran.stdout).filter(({ group }) => group !== "")).toHaveLength(7);
    expect(ran.stdout).toContain("ayrı ayrı hepsi karşılıyor");
    expect(ran.stderr).toMatch(/2 grup: 4 mentor ve 3 mentee yerleşti/u);
    let bytes = new Uint8Array();
    await runCommand([...argv, "--out", "groups.xlsx"], files, (folder) => {
      bytes = new Uint8Array(readFileSync(join(folder, "groups.xlsx")));
    });
    const { rows } = await readSheet({ name: "groups.xlsx", bytes });
    expect(rows).toHaveLength(1 + 7);
    const json = await runCommand([...argv, "--json"], files);
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: "optimal",
      manifest: { groups: { of: { circle: [3, 4] } } },
    });
  });

  it("refuses what it would take and not honour, with the exit code of each", async () => {
    const config = (match: object): string => JSON.stringify({ version: 1, match });
    const given = { ...files, "fair.json": config({ objective: "fair" }), "taken.csv": "x" };
    for (const [flags, exit, code] of [
      [["--circle", "many"], 2, "FLAG_VALUE: --circle: expected a whole number, or two as 2-4."],
      [["--joint", "coverdBy"], 2, "FLAG_VALUE: --joint"],
      [["--joint", ""], 2, "FLAG_VALUE: --joint"],
      [["--report", "page.html"], 2, "FLAG_CONFLICT: --report: groups takes no such flag."],
      [["--fixes"], 2, "FLAG_CONFLICT: --fixes"],
      [["--out", "groups.ndjson"], 2, "OUTPUT_FORMAT"],
      [["--out", "mentors.csv"], 2, "OUTPUT_IS_INPUT"],
      [["--out", "taken.csv"], 6, "OUTPUT_EXISTS"],
      [["--circle", "9"], 5, "LIMIT_ITEMS"],
      [["--circle", "4", "--group-mentors", "5"], 3, "OPTION_CONFLICT"],
      [["--config", "fair.json"], 3, "OBJECTIVE_UNKNOWN"],
    ] as const) {
      const ran = await runCommand(["groups", ...people, ...flags], given);
      expect([flags, ran.exit]).toEqual([flags, exit]);
      expect(ran.stderr).toContain(code);
      expect(ran.stdout).toBe("");
    }
  });

  it("serves the demo organisation: nobody is in a group with somebody above them", async () => {
    const programme = readProgramme();
    const input = { ...programme, mentors: programme.mentors.slice(0, 12), mentees: programme.mentees.slice(0, 8) };
    const ran = await runCommand(["groups", "--input", "demo.json", "--json", "--quiet"], {
      "demo.json": JSON.stringify(input),
    });
    expect(ran.exit).toBe(0);
    const { groups, totals } = JSON.parse(ran.stdout) as {
      readonly groups: readonly { readonly members: readonly { readonly id: string }[] }[];
      readonly totals: { readonly groups: number };
    };
    expect(totals.groups).toBeGreaterThan(2);
    const managerOf = new Map(readOrganisation().map(({ id, managerId }) => [id, managerId]));
    const isAbove = (above: string, id: string): boolean => {
      const manager = managerOf.get(id);
      return typeof manager === "string" && (manager === above || isAbove(above, manager));
    };
    for (const { members } of groups) {
      for (const { id: a } of members) for (const { id: b } of members) expect(isAbove(a, b)).toBe(false);
    }
  });
});
