import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  type MatchedResult,
  type MatchInput,
  matchPairs,
  partnerLimit,
  quota,
  replay,
  reverse,
} from "../../src/index.ts";
import { programmes } from "../support/programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { byId, graphOf } from "../support/graph-of.ts";
import { runs } from "../support/runs.ts";

/** Several people a side who may have several partners, and the rules that leave most pairs open. */
const inputs = programmes({ largest: 4, mostCapacity: 3 });
const rules = [reverse({ unknown: "allow", minimumGap: 0.5 })];

interface Edge {
  readonly row: number;
  readonly column: number;
  readonly score: number;
}

/** The best worth of all sets of allowed pairs within the capacities, found by trying every set: people first, then points. */
function bestByTrying(
  input: MatchInput,
  counts: "mentees" | "mentors" | "both",
  less: number,
): { readonly people: number; readonly points: number } {
  const { graph } = graphOf(input, { rules });
  const [mentees, mentors] = [byId(input.mentees), byId(input.mentors)];
  const edges: Edge[] = mentees.flatMap((_, row) =>
    Array.from({ length: graph.rowStart[row + 1]! - graph.rowStart[row]! }, (__, at) => {
      const edge = graph.rowStart[row]! + at;
      return { row, column: graph.columnAt[edge]!, score: graph.scoreAt[edge]! };
    }),
  );
  let best = { people: 0, points: 0 };
  const loads = { row: mentees.map(() => 0), column: mentors.map(() => 0) };
  const visit = (place: number, people: number, points: number): void => {
    if (people > best.people || (people === best.people && points > best.points)) best = { people, points };
    const edge = edges[place];
    if (edge === undefined) return;
    visit(place + 1, people, points);
    const { row, column, score } = edge;
    if (loads.row[row]! >= (mentees[row]!.capacity ?? 1) || loads.column[column]! >= (mentors[column]!.capacity ?? 1))
      return;
    const added =
      (counts !== "mentors" && loads.row[row] === 0 ? 1 : 0) +
      (counts !== "mentees" && loads.column[column] === 0 ? 1 : 0);
    loads.row[row]! += 1;
    loads.column[column]! += 1;
    visit(place + 1, people + added, points + score - less);
    loads.row[row]! -= 1;
    loads.column[column]! -= 1;
  };
  visit(0, 0, 0);
  return best;
}

function matched(input: MatchInput, options: Parameters<typeof matchPairs>[1]): MatchedResult {
  const result = matchPairs(input, options);
  if (result.status === "infeasible") throw new Error("expected pairs");
  return result;
}

const goals = fc.record({
  coverage: fc.constantFrom("mentees", "mentors", "both"),
  furtherPartners: fc.option(fc.record({ atLeast: fc.constantFrom(0, 0.2, 0.45, 1) }), { nil: undefined }),
});

describe("coverage of one side, and further partners that are worth it", () => {
  it("is the best of all sets of pairs, people who count first, then what the pairs are worth", () => {
    fc.assert(
      fc.property(inputs, goals, fc.boolean(), (input, { coverage, furtherPartners }, isUnderQuota) => {
        const { graph } = graphOf(input, { rules });
        fc.pre(graph.columnAt.length <= 11);
        const options = {
          rules,
          coverage,
          ...(furtherPartners === undefined ? {} : { furtherPartners }),
          // a quota that every plan meets, and one on partners that none breaks, so that the search has to find the same
          ...(isUnderQuota
            ? { quotas: [quota("all", {}, { min: 0, max: 11 }), partnerLimit("few", { of: "mentor", max: 3 })] }
            : {}),
        };
        const less = Math.round((furtherPartners?.atLeast ?? 0) * 1_000_000);
        const best = bestByTrying(input, coverage, less);
        const result = matched(input, options);
        const { placedMentees, placedMentors, score, pairs } = result.totals;
        const people = (coverage === "mentors" ? 0 : placedMentees) + (coverage === "mentees" ? 0 : placedMentors);
        expect({ people, points: score - less * pairs }).toEqual(best);
        expect(replay(input, result.manifest)).toEqual(result);
      }),
      runs(60),
    );
  });

  it("seniors first: a perfect pair is not broken to make two poor ones", () => {
    const input: MatchInput = {
      mentors: [
        { id: "m1", level: 1, teaches: ["AI", "SQL"] },
        { id: "m2", level: 1, teaches: ["SQL"], capacity: 1 },
      ],
      mentees: [
        { id: "s1", level: 5, learns: ["AI", { topic: "SQL", priority: 2 }], capacity: 2 },
        { id: "s2", level: 5, learns: ["x"] },
      ],
    };
    const options = { rules: [], coverage: "mentees" } as const;
    const both = matched(input, { rules: [] });
    const mentees = matched(input, options);
    expect(mentees.totals.placedMentees).toBe(2);
    expect(mentees.totals.score).toBeGreaterThanOrEqual(both.totals.score);
    expect(mentees.proof).toMatchObject({ kind: "prices", counts: "mentees" });
    expect(matched(input, { ...options, furtherPartners: { atLeast: 0.9 } }).pairs).toHaveLength(2);
  });

  it("questions about prices and other objectives refuse another goal", () => {
    const input: MatchInput = { mentors: [{ id: "m", teaches: ["AI"] }], mentees: [{ id: "s", learns: ["AI"] }] };
    for (const goal of [{ coverage: "mentees" }, { furtherPartners: { atLeast: 0.5 } }] as const) {
      const matcher = createMatcher(input, { rules: [], ...goal });
      for (const ask of [
        () => matcher.plans(2),
        () => matcher.explain("m", "s"),
        () => matcher.placeValues("mentor"),
        () => matcher.rematch({ pairs: [] }),
      ]) {
        expect(thrownBy(ask).code).toBe("OPTION_CONFLICT");
      }
      for (const objective of ["score", "fair", "stable"] as const) {
        expect(thrownBy(() => matchPairs(input, { rules: [], objective, ...goal })).code).toBe("OPTION_CONFLICT");
      }
      const changed = matcher.whatIf({ mentors: { set: [{ id: "m", capacity: 0 }] } });
      expect(changed.result).toEqual(
        matchPairs({ ...input, mentors: [{ id: "m", teaches: ["AI"], capacity: 0 }] }, { rules: [], ...goal }),
      );
    }
  });

  it("furtherPartners: a fix tells what the others lose in scores, and why somebody is left out is true", () => {
    const input: MatchInput = {
      mentors: [
        { id: "a", teaches: ["x", "y"] },
        { id: "b", teaches: ["x"] },
      ],
      mentees: [{ id: "p", learns: ["x", "y", "z"], capacity: 2 }],
    };
    const options = { rules: [], coverage: "mentees", furtherPartners: { atLeast: 0.5 } } as const;
    const result = matchPairs(input, options);
    if (result.status === "infeasible") throw new Error("expected pairs");
    const left = result.unmatched.find(({ id }) => id === "b");
    expect(left?.reasons[0]?.en).toBe(
      "Has 1 candidate, but no plan with this person is better: further partners have to reach a set score.",
    );
    const fix = createMatcher(input, options).fix({ mentorId: "b" });
    // b brings y, too; nobody else's pair changes
    expect(fix).toMatchObject({ kind: "oneTopic", displaced: [], othersLose: 0 });
  });
});
