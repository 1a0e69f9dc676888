import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeSpace, type MatchInput, type Person, type SafeSpaceOptions } from "../../src/index.ts";
import { graphOf } from "../support/graph-of.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

/*
 * Organisations of 8 to 12 people, at least three of each side, written with people who assist, rate or once led others. The
 * oracle walks the raw people itself.
 */

const BEGIN = "2027-03-01";

const organisations: fc.Arbitrary<MatchInput> = fc.integer({ min: 8, max: 12 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `p${index}`);
  const some = (index: number) =>
    fc.subarray(
      ids.filter((id) => id !== `p${index}`),
      { maxLength: 2 },
    );
  const until = fc.constantFrom(undefined, "2025-06-30", "2026-02-28", "2026-09-01", "2027-02-28");
  const person = (index: number): fc.Arbitrary<Person> =>
    fc.record({
      id: fc.constant(`p${index}`),
      managerId: index === 0 ? fc.constant(null) : fc.nat(index - 1).map((manager) => `p${manager}`),
      dottedLineManagerIds: index < 2 ? fc.constant([]) : fc.subarray(ids.slice(0, index), { maxLength: 1 }),
      evaluatorIds: fc.oneof(fc.constant([]), some(index)),
      assistantIds: fc.oneof(fc.constant([]), some(index)),
      formerManagerIds: fc.oneof(
        fc.constant([]),
        fc
          .tuple(some(index), until)
          .map(([formers, end]) => formers.map((id) => (end === undefined ? id : { id, until: end }))),
      ),
    });
  return fc
    .tuple(fc.tuple(...ids.map((_, index) => person(index))), fc.shuffledSubarray(ids, { minLength: 7 }))
    .map(([people, chosen]) => ({
      period: { start: BEGIN, end: "2027-08-31" },
      people,
      mentors: chosen.slice(0, 3).map((id) => ({ id, teaches: ["AI"] })),
      mentees: chosen.slice(3).map((id) => ({ id, learns: ["AI"] })),
    }));
});

type Parts = Required<Pick<SafeSpaceOptions, "sameManager" | "assistants" | "evaluators" | "coolingOff">>;

/** Whether a pair is refused, from the raw people. */
function oracle({ people = [] }: MatchInput, parts: Parts): (a: string, b: string) => boolean {
  const known = new Map(people.map((person) => [person.id, person]));
  const managers = (id: string): readonly string[] => {
    const { managerId, dottedLineManagerIds = [] } = known.get(id) ?? { id };
    return [...(typeof managerId === "string" ? [managerId] : []), ...dottedLineManagerIds];
  };
  const above = (id: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const walk = (one: string): void => {
      managers(one).forEach((manager) => {
        if (found.has(manager)) return;
        found.add(manager);
        walk(manager);
      });
    };
    walk(id);
    return found;
  };
  const inLine = (a: string, b: string): boolean => a !== b && (above(a).has(b) || above(b).has(a));
  const assists = (a: string, b: string): boolean =>
    people.some(({ id, assistantIds = [] }) => assistantIds.includes(a) && (id === b || inLine(id, b)));
  const rates = (a: string, b: string): boolean => known.get(b)?.evaluatorIds?.includes(a) === true;
  // the months are counted by dates of the year before, which all are first or last days that exist in it
  const limit = (end: string): boolean =>
    parts.coolingOff === 12 ? `${Number(end.slice(0, 4)) + 1}${end.slice(4)}` > BEGIN : end > "2026-09-01";
  const led = (a: string, b: string): boolean =>
    (known.get(b)?.formerManagerIds ?? []).some((former) =>
      typeof former === "string" ? former === a : former.id === a && limit(former.until ?? BEGIN),
    );
  return (a, b) => {
    const either = (test: (one: string, other: string) => boolean): boolean => test(a, b) || test(b, a);
    const [one, other] = [known.get(a)?.managerId, known.get(b)?.managerId];
    return (
      inLine(a, b) ||
      (parts.sameManager && typeof one === "string" && one === other) ||
      (parts.assistants && either(assists)) ||
      (parts.evaluators && either(rates)) ||
      (parts.coolingOff > 0 && either(led))
    );
  };
}

function refusals(input: MatchInput, options: SafeSpaceOptions): readonly string[] {
  const { program, graph } = graphOf(input, { rules: [safeSpace(options)] });
  return program.mentees.flatMap(({ id: mentee }, row) =>
    program.mentors.flatMap(({ id: mentor }, column) =>
      graph.rulesAgainst(row, column).some(({ name }) => name === "safeSpace") ? [`${mentee} ${mentor}`] : [],
    ),
  );
}

describe("safeSpace", () => {
  const LARGE: Parts = { sameManager: true, assistants: true, evaluators: true, coolingOff: 12 };
  it.each<[string, SafeSpaceOptions, Parts]>([
    ["a large organisation", {}, LARGE],
    ["a small organisation", { organisation: "small" }, { ...LARGE, sameManager: false, coolingOff: 6 }],
    [
      "the line and assistants",
      { ...LARGE, evaluators: false, coolingOff: 0 },
      { ...LARGE, evaluators: false, coolingOff: 0 },
    ],
    [
      "the line and evaluators",
      { ...LARGE, assistants: false, sameManager: false },
      { ...LARGE, assistants: false, sameManager: false },
    ],
  ])(
    "R: refuses whoever leads, assists, rates or lately led the other, as told from the raw people: %s",
    (_, options, parts) => {
      fc.assert(
        fc.property(organisations, (input) => {
          const refuses = oracle(input, parts);
          const expected = [...input.mentees]
            .sort((a, b) => (a.id < b.id ? -1 : 1))
            .flatMap(({ id: mentee }) =>
              [...input.mentors]
                .sort((a, b) => (a.id < b.id ? -1 : 1))
                .flatMap(({ id: mentor }) => (refuses(mentor, mentee) ? [`${mentee} ${mentor}`] : [])),
            );
          expect(refusals(input, options)).toEqual(expected);
        }),
        runs(60),
      );
    },
  );

  const small: MatchInput = {
    people: [{ id: "head" }, { id: "hr" }],
    mentors: ["a", "b", "c"].map((id) => ({ id, teaches: ["AI"], managerId: id === "a" ? "p" : "head" })),
    mentees: [
      { id: "p", learns: ["AI"], managerId: "head", evaluatorIds: ["b"] },
      { id: "q", learns: ["AI"], assistantIds: ["c"], formerManagerIds: ["a", "gone"] },
      { id: "r", learns: ["AI"] },
    ],
  };

  it("R: names the part that refuses a pair", () => {
    const { program, graph } = graphOf(small, { rules: [safeSpace({ organisation: "small" })] });
    const { becauseOfAt, rules } = graph.asked;
    const place = rules.findIndex(({ name }) => name === "safeSpace");
    const told = (mentee: string, mentor: string): string | undefined =>
      becauseOfAt[place]?.(
        program.mentees.findIndex(({ id }) => id === mentee),
        program.mentors.findIndex(({ id }) => id === mentor),
      ).en;
    expect(told("p", "a")).toMatch(/reporting line/u);
    expect(told("p", "b")).toMatch(/rates, promotes or pays/u);
    expect(told("q", "c")).toMatch(/assists/u);
    expect(told("q", "a")).toMatch(/manager less than 6 months ago/u);
    expect(refusals(small, { organisation: "small" })).toEqual(["p a", "p b", "q a", "q c"]);
  });

  it("warns of earlier managers who are not there, and refuses evaluators and assistants who are not", () => {
    const { graph } = graphOf(small, { rules: [safeSpace()] });
    expect(graph.asked.warnings).toMatchObject([{ code: "HISTORY_UNKNOWN", ids: ["gone"] }]);
    const strange = {
      ...small,
      people: [{ id: "head", evaluatorIds: ["x"], assistantIds: ["hr", "y"] }, { id: "hr" }],
    };
    expect(thrownBy(() => graphOf(strange)).issues.map(({ code, path }) => [code, path])).toEqual([
      ["ID_UNKNOWN", "/people/0/evaluatorIds/0"],
      ["ID_UNKNOWN", "/people/0/assistantIds/1"],
    ]);
  });

  it("asks for a day to count to, and refuses what it cannot honour", () => {
    const dated = {
      ...small,
      people: [{ id: "head", formerManagerIds: [{ id: "hr", until: "2026-01-31" }] }, { id: "hr" }],
    };
    expect(thrownBy(() => graphOf(dated, { rules: [safeSpace()] })).code).toBe("PERIOD_MISSING");
    expect(refusals(dated, { on: "2027-01-01", organisation: "small" })).toContain("p a");
    expect(thrownBy(() => safeSpace({ coolingOff: -1 })).code).toBe("NUMBER_RANGE");
    expect(thrownBy(() => safeSpace({ on: "2027-02-30" })).code).toBe("DATE_FORMAT");
  });
});
