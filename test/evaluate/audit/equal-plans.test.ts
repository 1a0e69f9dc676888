import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeable } from "../../../src/evaluate/audit/equal-plans.ts";
import { askedOf } from "../../../src/evaluate/audit/programme.ts";
import { criterion, matchPairs, rule, type MatchInput, type MatchOptions } from "../../../src/index.ts";
import { allPlans } from "../../support/all-plans.ts";
import { pairText } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { runs } from "../../support/runs.ts";

/** By enumeration: fewest and most of a group among the best plans, and what one more costs. */
function byAllPlans(input: MatchInput, options: MatchOptions, side: "mentor" | "mentee", ids: ReadonlySet<string>) {
  const isCoverage = options.objective !== "score";
  const couples = input.mentors.flatMap((mentor) =>
    input.mentees.map((mentee) => ({ mentor: mentor.id, mentee: mentee.id, text: pairText(mentor.id, mentee.id) })),
  );
  const plans = allPlans(input, options).map(({ pairs, placed, total }) => {
    const own = new Set(
      couples
        .filter(({ text }) => pairs.has(text))
        .map((couple) => couple[side])
        .filter((id) => ids.has(id)),
    );
    return { own: own.size, placed: isCoverage ? placed : 0, people: placed, total };
  });
  const best = plans.reduce((a, b) => (b.placed > a.placed || (b.placed === a.placed && b.total > a.total) ? b : a));
  const good = plans.filter(({ placed, total }) => placed === best.placed && total === best.total);
  const most = Math.max(...good.map(({ own }) => own));
  const further = plans.filter(({ own }) => own > most);
  const next =
    further.length === 0
      ? undefined
      : further.reduce((a, b) => (b.placed > a.placed || (b.placed === a.placed && b.total > a.total) ? b : a));
  return {
    least: Math.min(...good.map(({ own }) => own)),
    most,
    oneMore: next === undefined ? null : { people: best.placed - next.placed, points: best.total - next.total },
  };
}

describe("what plans as good as this one could place", () => {
  it("is as in the worked example: 6 mentees of two groups, 4 mentors", () => {
    const weights = [
      [900, 700, null, null],
      [800, null, 600, null],
      [700, 700, null, null],
      [null, 700, 600, null],
      [800, null, null, null],
      [null, null, null, null],
    ];
    const at = (id: string): number => Number(id.slice(1));
    const input: MatchInput = {
      mentors: [0, 1, 2, 3].map((place) => ({ id: `m${place}`, teaches: [] })),
      mentees: [0, 1, 2, 3, 4, 5].map((place) => ({ id: `e${place}`, learns: [] })),
    };
    const options: MatchOptions = {
      rules: [rule("known", (mentor, mentee) => (weights[at(mentee.id)]?.[at(mentor.id)] ?? null) !== null)],
      criteria: [
        criterion("weight", (mentor, mentee) => (weights[at(mentee.id ?? "")]?.[at(mentor.id ?? "")] ?? 0) / 1000),
      ],
    };
    const result = matchPairs(input, options);
    if (result.status === "infeasible") throw new Error("expected pairs");
    expect(result.totals).toMatchObject({ pairs: 3, score: 2_200_000 });
    const asked = askedOf({ input, options }, result);
    const found = placeable(asked, "mentee", ["e3", "e4", "e5"], { left: 100 });
    expect(found).toMatchObject({ least: 0, most: 1, oneMore: { people: 0, points: 100_000 } });
    expect(placeable(asked, "mentee", ["e3", "e4", "e5"], { left: 0 })).toBeUndefined();
  });

  it("F11, F12: equals an enumeration of all plans, with capacities on both sides", () => {
    const objectives = fc.constantFrom("coverage" as const, "score" as const);
    fc.assert(
      fc.property(
        programmes({ largest: 4, mostCapacity: 2 }),
        objectives,
        fc.nat(15),
        fc.boolean(),
        (input, objective, mask, isMentor) => {
          const options: MatchOptions = { rules: [], objective };
          const result = matchPairs(input, options);
          fc.pre(result.status !== "infeasible");
          fc.pre(result.totals.candidates <= 12);
          const side = isMentor ? "mentor" : "mentee";
          const entries = isMentor ? input.mentors : input.mentees;
          const taking = entries.filter(({ capacity = 1 }) => capacity > 0).map(({ id }) => id);
          const ids = taking.filter((_, place) => ((mask >> place) & 1) === 1);
          const found = placeable(askedOf({ input, options }, result), side, ids, { left: 1000 });
          expect(found).toMatchObject(byAllPlans(input, options, side, new Set(ids)));
        },
      ),
      runs(40),
    );
  });
});
