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

  it("words for nobody stay blank: the top of the organisation", () => {
    const { issues, input } = readMatchInput(people("-", "yok"));
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(input?.people?.map(({ managerId }) => managerId)).toEqual([undefined, "ceo", undefined]);
  });
});
