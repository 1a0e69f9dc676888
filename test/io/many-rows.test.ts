import { describe, expect, it } from "vitest";
import { readMatchInput, readMatchInputInSteps, type InputSources, type ReadOutcome } from "../../src/io/index.ts";

const ROWS = 50_000;

const people = (header: string, rowAt: (row: number) => string, rows = ROWS) => ({
  name: "people.csv",
  text: `${header}\n${Array.from({ length: rows }, (_, row) => rowAt(row)).join("\n")}\n`,
});

/** The outcome, and how often the whole was checked until nothing fell any more. */
function checked(sources: InputSources): { readonly outcome: ReadOutcome; readonly checks: number } {
  const steps = readMatchInputInSteps(sources, { skipRejected: true });
  let checks = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { outcome: step.value, checks };
    if (step.value.done === step.value.total - 1) checks += 1;
  }
}

/*
 * Work grows in line with the rows. Where it grows with their square, each of these takes minutes and runs into the time
 * limit of the test.
 */
describe("files in which every row is wrong", () => {
  it.each([
    ["cells", "id,birth year", (row: number) => `p${row},x`, [false, true]],
    ["values", "id,birth year", (row: number) => `p${row},1`, [true]],
    ["lengths", "id,birth year", (row: number) => `p${row}`, [true]],
    ["managers", "id,manager", (row: number) => `p${row},nobody${row}`, [true]],
    ["ids", "id,name", () => "p,Name", [true]],
  ] as const)("tells and lists all %s", (_, header, rowAt, ways) => {
    for (const skipRejected of ways) {
      const outcome = readMatchInput({ people: people(header, rowAt) }, { skipRejected });
      expect(outcome.errorCount).toBeGreaterThanOrEqual(ROWS - 1);
      expect(outcome.issues).toHaveLength(100);
      expect(outcome.rejected.length).toBeGreaterThanOrEqual(ROWS - 1);
    }
  });

  it("a chain of managers falls in one walk", () => {
    const rows = 20_000;
    const source = people("id,manager", (row) => `p${row},${row === 0 ? "nobody" : `p${row - 1}`}`, rows);
    const { outcome, checks } = checked({ people: source });
    expect(outcome.rejected).toHaveLength(rows);
    expect(outcome.issues.slice(0, 2)).toMatchObject([
      { code: "ORG_UNKNOWN_MANAGER", line: 2, column: 2 },
      { code: "MANAGER_REJECTED", line: 3, column: 2 },
    ]);
    expect(checks).toBeLessThanOrEqual(3);
  });

  it("a chain of people who avoid each other falls no further than its first row", () => {
    const rows = 2_000;
    const mentors = people("id,teaches,avoid", (row) => `p${row},AI,${row === 0 ? "nobody" : `p${row - 1}`}`, rows);
    const { outcome, checks } = checked({ mentors });
    expect(outcome.rejected).toHaveLength(1);
    expect(checks).toBeLessThanOrEqual(3);
  });
});

describe("rows that are skipped", () => {
  const source = (name: string, text: string) => ({ name, text });
  const options = { skipRejected: true };

  it("leave their people in the org chart, so that no reporting line is overlooked", () => {
    const text = "id,manager,birth year\nceo,,x\nm,ceo,1960\ne,m,1999\n";
    const { input, rejected } = readMatchInput({ people: source("p.csv", text) }, options);
    expect(rejected.map(({ line }) => line)).toEqual([2]);
    expect(input?.people).toEqual([
      { id: "m", managerId: "ceo", birthYear: 1960 },
      { id: "e", managerId: "m", birthYear: 1999 },
      { id: "ceo" },
    ]);
  });

  it("take the registrations of their people with them", () => {
    const sources = {
      people: source("p.csv", "id,birth year\na,1999\nb,x\n"),
      mentors: source("m.csv", "id,teaches\na,AI\nb,AI\n"),
    };
    const { input, issues } = readMatchInput(sources, options);
    expect(issues.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "PERSON_REJECTED", file: "m.csv", line: 3 },
      { code: "NUMBER_FORMAT", file: "p.csv", line: 3 },
    ]);
    expect(input?.mentors.map(({ id }) => id)).toEqual(["a"]);
    expect(input?.people).toContainEqual({ id: "b" });
  });

  it("never stand for a file that could not be read to its end", () => {
    const text = 'id,teaches\nm1,AI\nm2,"AI\nm3,AI\n';
    const outcome = readMatchInput({ mentors: source("m.csv", text) }, options);
    expect(outcome.input).toBeUndefined();
    expect(outcome.issues).toMatchObject([{ code: "CSV_QUOTE_OPEN", line: 3 }]);
  });
});
