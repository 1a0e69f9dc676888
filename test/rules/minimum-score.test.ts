import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs } from "../../src/match.ts";
import type { MatchInput } from "../../src/model/schema/schema.ts";
import { minimumScore } from "../../src/rules/index.ts";
import { graphOf, pairsIn, pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs } from "../support/runs.ts";

const thresholds = fc.integer({ min: 0, max: 1_000_000 }).map((points) => points / 1_000_000);

/** The most pairs that capacities allow among the candidates: pairs are added along augmenting paths, one by one. */
function mostPairs(input: MatchInput, minimum: number): number {
  const { program, graph } = graphOf(input, { rules: [minimumScore(minimum)] });
  const loadOf = program.mentees.map(() => 0);
  const partnersOf: number[][] = program.mentors.map(() => []);
  const seat = (row: number, seen: Set<number>): boolean => {
    for (const column of graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1])) {
      const partners = partnersOf[column]!;
      if (seen.has(column) || partners.includes(row)) continue;
      seen.add(column);
      const leaving = partners.findIndex((other) => seat(other, seen));
      if (leaving < 0 && partners.length >= program.mentors[column]!.capacity) continue;
      if (leaving >= 0) partners.splice(leaving, 1);
      partners.push(row);
      return true;
    }
    return false;
  };
  program.mentees.forEach(({ capacity }, row) => {
    while (loadOf[row]! < capacity && seat(row, new Set())) loadOf[row]! += 1;
  });
  return loadOf.reduce((sum, load) => sum + load, 0);
}

describe("minimumScore", () => {
  it("A10: keeps exactly the candidates that score enough, and no pair scores less", () => {
    fc.assert(
      fc.property(programmes(), thresholds, (input, minimum) => {
        const { program, graph } = graphOf(input, { rules: [] });
        const limit = Math.round(minimum * 1_000_000);
        const enough = pairsIn(program, graph).filter((_, edge) => graph.scoreAt[edge]! >= limit);
        const above = graphOf(input, { rules: [minimumScore(minimum)] });
        expect(pairsIn(above.program, above.graph)).toEqual(enough);
        const result = matchPairs(input, { rules: [minimumScore(minimum)] });
        if (result.status !== "optimal") throw new Error("expected pairs");
        expect(result.pairs.filter(({ score }) => score < limit)).toEqual([]);
        for (const { mentorId, menteeId } of result.pairs) expect(enough).toContain(pairText(mentorId, menteeId));
      }),
      runs(80),
    );
  });

  it("A10: raising it never raises the number of pairs possible", () => {
    fc.assert(
      fc.property(programmes({ mostCapacity: 2 }), thresholds, thresholds, (input, a, b) => {
        expect(mostPairs(input, Math.max(a, b))).toBeLessThanOrEqual(mostPairs(input, Math.min(a, b)));
      }),
      runs(100),
    );
  });

  it("V1: refuses a minimum that is no number from 0 to 1", () => {
    for (const minimum of [-0.1, 1.1, Number.NaN, Infinity]) {
      expect(thrownBy(() => minimumScore(minimum)).code).toBe("NUMBER_RANGE");
    }
  });
});
