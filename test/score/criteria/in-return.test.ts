import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs, mutual, readiness, ready, tenure, topics, type MatchInput } from "../../../src/index.ts";
import { prepareScore, scorePair } from "../../../src/score/index.ts";
import { graphOf, pairsIn } from "../../support/graph-of.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const TOPICS = ["AI", "SQL", "SEO", "Podcasting"];

/** Three mentors and four mentees who also name topics in return, or do not. */
const inReturn = fc.record({
  learns: fc.array(fc.subarray(TOPICS), { minLength: 3, maxLength: 3 }),
  teaches: fc.array(fc.subarray(TOPICS), { minLength: 4, maxLength: 4 }),
});

function programme(learns: readonly string[][], teaches: readonly string[][]): MatchInput {
  return {
    mentors: learns.map((wishes, index) => ({ id: `a${index}`, teaches: ["Law"], learnsInReturn: wishes })),
    mentees: teaches.map((offers, index) => ({ id: `p${index}`, learns: ["Law"], teachesInReturn: offers })),
  };
}

describe("mutual", () => {
  it("S: is topics with the roles changed, in the pool, in the row and for two people alone", () => {
    fc.assert(
      fc.property(inReturn, ({ learns, teaches }) => {
        const { mentors, mentees } = programme(learns, teaches);
        const prepared = prepareScore([mutual()], { mentors, mentees, context: {} });
        const swapped = prepareScore([topics()], {
          mentors: mentees.map(({ id, teachesInReturn = [] }) => ({ id, teaches: teachesInReturn })),
          mentees: mentors.map(({ id, learnsInReturn = [] }) => ({ id, learns: learnsInReturn })),
          context: {},
        });
        const spoke = [learns, teaches].every((side) => side.some((list) => list.length > 0));
        fc.pre(spoke);
        mentees.forEach((mentee, row) => {
          mentors.forEach((mentor, column) => {
            const score = prepared.scoreOf(row, column);
            expect(score).toBe(swapped.scoreOf(column, row));
            expect(scorePair(mentor, mentee, [mutual()]).score).toBe(score);
          });
        });
      }),
    );
  });

  it("counts 0 for who names nothing, and is left out where a side names nothing", () => {
    const { mentors, mentees } = programme([["AI"], []], [["AI", "SQL"], []]);
    const values = mentees.map((mentee) => mentors.map((mentor) => mutual().value(mentor, mentee)));
    expect(values).toEqual([
      [1, undefined],
      [undefined, undefined],
    ]);
    const silent = programme([["AI"], ["SQL"], []], [[], [], [], []]);
    const plain = matchPairs(silent, { criteria: [topics()], rules: [] });
    const both = matchPairs(silent, { criteria: [topics(), mutual()], rules: [] });
    if (plain.status === "infeasible" || both.status === "infeasible") throw new Error("expected pairs");
    expect(both.pairs.map(({ score }) => score)).toEqual(plain.pairs.map(({ score }) => score));
  });
});

describe("readiness", () => {
  const input: MatchInput = {
    mentors: [
      { id: "a", teaches: ["AI"], firstTime: false },
      { id: "b", teaches: ["AI"], firstTime: true },
      { id: "c", teaches: ["AI"] },
    ],
    mentees: [
      { id: "p", learns: ["AI"], readiness: 2, briefed: true },
      { id: "q", learns: ["AI"], readiness: 5, briefed: false },
      { id: "r", learns: ["AI"], readiness: 4 },
      { id: "s", learns: ["AI"] },
    ],
  };

  it("S: gives the readiest mentees to first-time mentors and the others to those with experience", () => {
    const result = matchPairs(input, { criteria: [topics(), readiness()], rules: [ready({ atLeast: 1 })] });
    if (result.status === "infeasible") throw new Error("expected pairs");
    expect(result.pairs.map(({ menteeId, mentorId }) => menteeId + mentorId)).toEqual(["pa", "qb", "rc"]);
    const value = (mentee: number, mentor: number): number | undefined =>
      readiness().value(input.mentors[mentor]!, input.mentees[mentee]!);
    expect([value(0, 0), value(0, 1), value(1, 2), value(2, 1), value(3, 1)]).toEqual([1, 0.25, 1, 0.75, undefined]);
  });

  it("R: ready refuses mentees below the readiness asked for, and those not briefed; who is silent by the policy", () => {
    const allowed = (...options: Parameters<typeof ready>): string[] => {
      const { program, graph } = graphOf(input, { rules: [ready(...options)] });
      return [...new Set(pairsIn(program, graph).map((pair) => pair.slice(-2, -1)))];
    };
    expect(allowed({ atLeast: 4 })).toEqual(["q", "r"]);
    expect(allowed({ briefed: true })).toEqual(["p"]);
    expect(allowed({ briefed: true, unknown: "allow" })).toEqual(["p", "r", "s"]);
    expect(allowed({ atLeast: 3, briefed: true, unknown: "allow" })).toEqual(["r", "s"]);
    expect(thrownBy(() => ready({})).code).toBe("FIELD_MISSING");
  });
});

describe("tenure", () => {
  const input: MatchInput = {
    period: { start: "2027-02-28", end: "2027-08-31" },
    mentors: [
      { id: "a", teaches: ["AI"], startDate: "2026-08-31" },
      { id: "b", teaches: ["AI"], startDate: "2026-09-01" },
      { id: "c", teaches: ["AI"] },
    ],
    mentees: ["2001-05-01", "2027-01-15", undefined].map((startDate, index) => ({
      id: `p${index}`,
      learns: ["AI"],
      ...(startDate === undefined ? {} : { startDate }),
    })),
  };

  it("R: refuses who has been there for fewer months than asked for; who is silent by the policy", () => {
    const allowed = (...options: Parameters<typeof tenure>): string => {
      const { program, graph } = graphOf(input, { rules: [tenure(...options)] });
      return pairsIn(program, graph).join(" ").replaceAll('"', "");
    };
    expect(allowed({ min: 6 })).toBe("a-p0");
    expect(allowed({ min: 6, of: "mentor" })).toBe("a-p0 a-p1 a-p2");
    expect(allowed({ min: 1, of: "mentee", unknown: "allow" })).toBe("a-p0 b-p0 c-p0 a-p1 b-p1 c-p1 a-p2 b-p2 c-p2");
    expect(allowed({ min: 2, of: "mentee", unknown: "allow" })).toBe("a-p0 b-p0 c-p0 a-p2 b-p2 c-p2");
    expect(thrownBy(() => tenure({ min: 0 })).code).toBe("NUMBER_RANGE");
    const { mentors, mentees } = input;
    expect(thrownBy(() => graphOf({ mentors, mentees }, { rules: [tenure({ min: 6 })] })).code).toBe("PERIOD_MISSING");
  });

  it("refuses a start that no calendar has", () => {
    const wrong = { ...input, mentors: [{ id: "a", teaches: [], startDate: "2027-02-30" }] };
    expect(thrownBy(() => matchPairs(wrong)).issues).toMatchObject([
      { code: "DATE_FORMAT", path: "/mentors/0/startDate" },
    ]);
  });
});
