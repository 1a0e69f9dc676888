import { describe, expect, it } from "vitest";
import { readMatchInput } from "../../../src/io/index.ts";

const ERRORS = ["#N/A", "#n/a", " #REF! ", "#YOK", "#BAŞV!", "#AD?", "#NV", "#VALUE!", "#DEĞER!"];
const people = (manager: string, avoid: string) =>
  ({
    people: { name: "people.csv", text: `id,manager\nceo,\nana,ceo\nbo,${manager}\n` },
    mentors: { name: "mentors.csv", text: `id,teaches,avoid\nana,x,\nbo,x,${avoid}\n` },
    mentees: { name: "mentees.csv", text: "id,learns\nceo,x\n" },
  }) as const;

describe("cells that name people and hold the error of a formula", () => {
  it.each(ERRORS)("managers: %s is an error at its cell, managers outside allowed or not", (cell) => {
    for (const externalManagers of [false, true]) {
      const { issues, input } = readMatchInput(people(cell, ""), { externalManagers });
      expect(input).toBeUndefined();
      expect(issues.filter(({ severity }) => severity === "error")).toMatchObject([
        { code: "FORMULA_ERROR", file: "people.csv", line: 4, column: 2 },
      ]);
    }
  });

  it("lists of people to avoid: the one that is lost is an error", () => {
    const { issues } = readMatchInput(people("ceo", "ana; #N/A"));
    expect(issues.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "FORMULA_ERROR", file: "mentors.csv", line: 3 },
    ]);
  });

  it.each(ERRORS)("keys: %s makes no two rows one person, in whichever key and file it stands", (cell) => {
    for (const key of ["id", "employee number", "email"]) {
      const { issues, input } = readMatchInput({
        mentors: { name: "mentors.csv", text: `name,${key},teaches\nAda,${cell},x\nBo,${cell},x\nCy,c@x.example,x\n` },
        mentees: { name: "mentees.csv", text: `name,${key},learns\nDi,${cell},x\nEd,e@x.example,x\n` },
      });
      expect(input).toBeUndefined();
      const errors = issues.filter(({ severity }) => severity === "error");
      expect(errors.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)).toEqual([
        "FORMULA_ERROR mentees.csv:2:2",
        "FORMULA_ERROR mentors.csv:2:2",
        "FORMULA_ERROR mentors.csv:3:2",
      ]);
    }
  });

  it.each(ERRORS)("other fields: %s counts as blank, and is told at the first cell of its column", (cell) => {
    const { issues, input } = readMatchInput(
      {
        mentors: {
          name: "m.csv",
          text: `id,name,level,teaches,capacity\na,Ada,2,x,2\nb,${cell},${cell},x; ${cell},${cell}\n`,
        },
        mentees: { name: "e.csv", text: `id,learns,Team\nc,${cell},${cell}\nd,x,y\n` },
      },
      { mapping: { "attributes.team": "Team" }, blank: [] },
    );
    expect(input?.mentors[1]).toEqual({ id: "b", teaches: ["x"] });
    expect(input?.mentees[0]).toEqual({ id: "c", learns: [] });
    const told = issues.filter(({ code }) => code === "FORMULA_ERROR");
    expect(told.map(({ severity, file, line, column }) => `${severity} ${file}:${line}:${column}`)).toEqual([
      ...["warning e.csv:2:2", "warning e.csv:2:3"],
      ...["warning m.csv:3:2", "warning m.csv:3:3", "warning m.csv:3:4", "warning m.csv:3:5"],
    ]);
    expect(JSON.stringify([issues.map(({ message }) => message), input])).not.toContain(
      cell.trim() === "#N/A" ? '"#N/A' : cell.trim(),
    );
  });

  it("words for nobody stay blank: the top of the organisation", () => {
    const { issues, input } = readMatchInput(people("-", "yok"));
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(input?.people?.map(({ managerId }) => managerId)).toEqual([undefined, "ceo", undefined]);
  });
});
