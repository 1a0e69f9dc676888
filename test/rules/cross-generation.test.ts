import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../src/base/error.ts";
import type { MatchInput, Person } from "../../src/model/schema/schema.ts";
import { crossGeneration, type CrossGenerationOptions } from "../../src/rules/index.ts";
import { refusalsOf } from "../../src/rules/candidates/refusal.ts";
import { graphOf, pairsIn, pairsWhere } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { bandOf, bandOracle, defaultOracles, type Oracle, personIn } from "../support/rule-oracles.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

/** Checks candidates and warning; a programme in which nobody has the data must be refused with a hint. */
function expectGenerations(
  input: MatchInput,
  options: CrossGenerationOptions,
  knows: (person: Person) => boolean,
  oracle: Oracle,
): void {
  const personOf = personIn(input);
  const ids = [...new Set([...input.mentors, ...input.mentees].map(({ id }) => id))].sort();
  const unknown = ids.filter((id) => !knows(personOf(id)));
  const rules = [crossGeneration(options)];
  if (input.mentors.length > 0 && input.mentees.length > 0 && unknown.length === ids.length) {
    const { code, issues } = thrownBy(() => graphOf(input, { rules }));
    expect(code).toBe("NO_GENERATION_DATA");
    expect(issues[0]?.path).toBe("/rules/0");
    expect(issues[0]?.hint).toContain("rules: [noReportingLine(), reverse(), sharedTopic()]");
    return;
  }
  const { program, graph } = graphOf(input, { rules });
  const { notSelf, avoid, indispensableTopics } = defaultOracles(input);
  const oracles = [notSelf!, avoid!, indispensableTopics!, oracle];
  const allowed = pairsWhere(input, (mentor, mentee) => oracles.every((refuses) => !refuses(mentor, mentee)));
  expect(pairsIn(program, graph)).toEqual(allowed);
  expect(graph.warnings.map((warning) => warning.ids)).toEqual(unknown.length === 0 ? [] : [unknown]);
  for (const { code, en, tr } of graph.warnings) {
    expect(code).toBe("GENERATION_UNKNOWN");
    expect(en).toContain(`${unknown.length} `);
    expect(tr).toContain(`${unknown.length} `);
  }
}

const unknowns = fc.constantFrom("reject", "allow");

describe("crossGeneration", () => {
  it("birth years: bands differ, and unknown years are refused or allowed with a warning that counts them", () => {
    fc.assert(
      fc.property(programmes(), unknowns, (input, unknown) => {
        expectGenerations(
          input,
          { by: "birthYear", minimumYears: 0, unknown },
          ({ birthYear }) => birthYear !== undefined,
          bandOracle(input, bandOf, unknown),
        );
      }),
      runs(100),
    );
  });

  it("minimumYears: also that many years apart", () => {
    fc.assert(
      fc.property(programmes(), fc.integer({ min: 0, max: 40 }), (input, minimumYears) => {
        const personOf = personIn(input);
        const bands = bandOracle(input, bandOf, "reject");
        expectGenerations(
          input,
          { by: "birthYear", minimumYears },
          ({ birthYear }) => birthYear !== undefined,
          (mentor, mentee) => {
            const [a = 0, b = 0] = [personOf(mentor.id).birthYear, personOf(mentee.id).birthYear];
            return bands(mentor, mentee) || Math.abs(a - b) < minimumYears;
          },
        );
      }),
      runs(100),
    );
  });

  it("careerStartYear: eight years apart unless said otherwise", () => {
    fc.assert(
      fc.property(programmes(), unknowns, fc.option(fc.constantFrom(0, 5, 20)), (input, unknown, years) => {
        const personOf = personIn(input);
        const options = { by: "careerStartYear", unknown, ...(years === null ? {} : { minimumYears: years }) } as const;
        expectGenerations(
          input,
          options,
          ({ careerStartYear }) => careerStartYear !== undefined,
          (mentor, mentee) => {
            const [a, b] = [personOf(mentor.id).careerStartYear, personOf(mentee.id).careerStartYear];
            return a === undefined || b === undefined ? unknown === "reject" : Math.abs(a - b) < (years ?? 8);
          },
        );
      }),
      runs(100),
    );
  });

  it("generation: the supplied names differ", () => {
    fc.assert(
      fc.property(programmes(), unknowns, (input, unknown) => {
        expectGenerations(
          input,
          { by: "generation", unknown },
          ({ generation }) => generation !== undefined,
          bandOracle(input, ({ generation }) => generation, unknown),
        );
      }),
      runs(100),
    );
  });

  it("own bands: a year in none of them is unknown", () => {
    const bands = [
      { name: "old", from: 1950, to: 1969 },
      { name: "young", from: 1980, to: null },
    ];
    const own = ({ birthYear = 0 }: Person): string | undefined =>
      birthYear >= 1980 ? "young" : birthYear >= 1950 && birthYear <= 1969 ? "old" : undefined;
    fc.assert(
      fc.property(programmes(), unknowns, (input, unknown) => {
        expectGenerations(
          input,
          { bands, minimumYears: 0, unknown },
          (person) => own(person) !== undefined,
          bandOracle(input, own, unknown),
        );
      }),
      runs(100),
    );
  });

  it("V1: bands that overlap or end before they start, and years below 0, are refused", () => {
    const band = (from: number | null, to: number | null) => ({ name: `${from ?? ""}-${to ?? ""}`, from, to });
    for (const bands of [[band(null, 1980), band(1980, null)], [band(1990, 1980)], [band(null, null), band(1, 2)]]) {
      expect(thrownBy(() => crossGeneration({ bands })).code).toBe("FIELD_CONFLICT");
    }
    for (const minimumYears of [-1, Number.NaN, Infinity]) {
      const error = thrownBy(() => crossGeneration({ minimumYears }));
      expect(error).toBeInstanceOf(TersineError);
      expect(error.code).toBe("NUMBER_RANGE");
    }
  });

  it("says what it measured by: a refusal and a warning name the years that the data hold", () => {
    const told = (fields: readonly object[], options: CrossGenerationOptions = {}) => {
      const [mentor = {}, mentee = {}, other = {}] = fields;
      const input = {
        mentors: [{ id: "a", teaches: [], ...mentor }],
        mentees: [
          { id: "b", learns: [], ...mentee },
          { id: "c", learns: [], ...other },
        ],
      };
      const { graph } = graphOf(input, { rules: [crossGeneration(options)] });
      return { refusal: refusalsOf(graph, 0, 0)[0]?.because.en, warning: graph.asked.warnings[0]?.en };
    };
    const years = (year: number) => ({ careerStartYear: year });
    expect(told([{ birthYear: 1980 }, { birthYear: 1985 }, { birthYear: 1940 }]).refusal).toBe(
      "the two are of one generation or less than 8 years apart",
    );
    expect(told([years(2001), years(2002)])).toEqual({
      refusal: "the two started work less than 8 years apart",
      warning:
        'Rule "different generations": the year of starting work of 1 participant is not known; their pairs are refused by this rule.',
    });
    expect(told([years(2001), years(2001), years(1990)], { minimumYears: 1 }).refusal).toBe(
      "the two started work less than 1 year apart",
    );
    expect(told([{ generation: "X" }, { generation: "x" }, { generation: "Y" }]).refusal).toBe(
      "the two are of one generation",
    );
  });
});
