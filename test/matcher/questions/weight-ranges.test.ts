import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  criterion,
  type Criterion,
  defaultCriteria,
  goals,
  hierarchy,
  language,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  minimumScore,
  quota,
  topics,
} from "../../../src/index.ts";
import { prepareScore, weighted } from "../../../src/score/index.ts";
import { graphOf, pairsIn, pairText } from "../../support/graph-of.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

interface Worth {
  readonly people: number;
  readonly score: number;
}

function matched(result: ReturnType<typeof matchPairs>): MatchedResult {
  if (result.status !== "optimal") throw new Error("expected pairs");
  return result;
}

function placed({ totals }: MatchedResult, { objective }: MatchOptions): number {
  return objective === "score" ? 0 : totals.placedMentors + totals.placedMentees;
}

/** What the best plan is worth under other weights, by a match of its own. */
function bestAt(input: MatchInput, options: MatchOptions, weights: Readonly<Record<string, number>>): Worth {
  const result = matched(matchPairs(input, { ...options, weights }));
  return { people: placed(result, options), score: result.totals.score };
}

/** What a plan is worth under other weights, scored afresh; `undefined` if one of its pairs is refused. */
function worthAt(
  plan: MatchedResult,
  input: MatchInput,
  options: MatchOptions,
  weights: Readonly<Record<string, number>>,
): Worth | undefined {
  const { program, graph, score } = graphOf(input, { ...options, weights });
  const allowed = new Set(pairsIn(program, graph));
  const scores = plan.pairs.map(({ mentorId, menteeId }) => {
    const mentor = program.mentors.findIndex(({ id }) => id === mentorId);
    const mentee = program.mentees.findIndex(({ id }) => id === menteeId);
    return allowed.has(pairText(mentorId, menteeId)) ? score.scoreOf(mentee, mentor) : undefined;
  });
  if (scores.some((each) => each === undefined)) return undefined;
  return { people: placed(plan, options), score: scores.reduce<number>((sum, each) => sum + (each ?? 0), 0) };
}

const weight = fc.constantFrom(0, 0.5, 1, 2, 3.7, 4, 999);
const criteria: fc.Arbitrary<readonly Criterion[]> = fc
  .tuple(weight, weight, weight, weight)
  .filter(([a, b, c, d]) => a + b + c + d > 0)
  .map(([a, b, c, d]) => [
    topics({ weight: a }),
    goals({ weight: b }),
    hierarchy({ weight: c, missing: 0.5 }),
    language({ weight: d, missing: "zero" }),
  ]);

const settings: fc.Arbitrary<MatchOptions> = fc
  .tuple(criteria, fc.constantFrom("coverage", "score"), fc.constantFrom([], [minimumScore(0.4)]))
  .map(([list, objective, rules]) => ({ criteria: list, objective, rules }));

const sized = fc
  .oneof(
    programmes({ largest: 6 }),
    programmes({ largest: 7, mostCapacity: 1 }),
    programmes({ largest: 5, minima: true }),
  )
  .filter(({ mentors, mentees }) => mentors.length > 1 && mentees.length > 1);

describe("weightRanges", () => {
  it("E3: at both ends a fresh match finds no better plan, and one step beyond each it does", () => {
    let ends = 0;
    fc.assert(
      fc.property(sized, settings, (input, options) => {
        const matcher = createMatcher(input, options);
        const plan = matcher.match();
        if (plan.status !== "optimal") return;
        const ranges = matcher.weightRanges();
        const positive = (options.criteria ?? []).filter((each) => each.weight > 0);
        expect(ranges.map(({ criterion: name, weight: own }) => [name, own])).toEqual(
          positive.map(({ name, weight: own }) => [name, own]),
        );
        for (const { criterion: name, weight: own, from, to, below, above } of ranges) {
          expect(from <= own && own <= to).toBe(true);
          for (const end of [from, to]) {
            const weights = { [name]: end };
            expect(worthAt(plan, input, options, weights)).toEqual(bestAt(input, options, weights));
          }
          if (below === null) expect(from).toBe(positive.length === 1 ? 0.000001 : 0);
          else expect(from - below).toBeCloseTo(own / 1000, 5);
          if (above === null) expect(to).toBe(1000);
          else expect(above - to).toBeLessThanOrEqual(own / 1000 + 0.000001);
          for (const beyond of [below, above]) {
            if (beyond === null) continue;
            ends += 1;
            const weights = { [name]: beyond };
            const worth = worthAt(plan, input, options, weights);
            if (worth === undefined) continue;
            const best = bestAt(input, options, weights);
            expect(best.people > worth.people || (best.people === worth.people && best.score > worth.score)).toBe(true);
          }
        }
      }),
      runs(120),
    );
    expect(ends).toBeGreaterThan(shareOf(20));
  }, 180_000);

  it("E3: between the ends nothing is better by more than roundings, where no criterion is left out", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.oneof(programmes({ largest: 6 }), programmes({ largest: 7, mostCapacity: 1 })),
        fc.constantFrom("coverage", "score"),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (input, objective, share) => {
          const options = { criteria: [topics(), hierarchy({ missing: 0.5 })], objective, rules: [] };
          const matcher = createMatcher(input, options);
          const plan = matched(matcher.match());
          for (const { criterion: name, from, to, below, above } of matcher.weightRanges()) {
            if (below === null && above === null) continue;
            const weights = { [name]: Math.round((from + share * (to - from)) * 1000) / 1000 };
            const [best, worth] = [bestAt(input, options, weights), worthAt(plan, input, options, weights)];
            expect(best.people).toBe(worth?.people);
            expect(best.score - (worth?.score ?? 0)).toBeLessThanOrEqual(plan.pairs.length);
            tried += 1;
          }
        },
      ),
      runs(400),
    );
    expect(tried).toBeGreaterThan(shareOf(10));
  });

  it("E6: tells the ends in both languages, and that a criterion alone may weigh anything", () => {
    const input: MatchInput = {
      mentors: [
        { id: "a", level: 1, teaches: ["x"] },
        { id: "b", level: 1, teaches: ["y"], goals: ["g"] },
      ],
      mentees: [{ id: "p", level: 4, learns: ["x", "y"], goals: ["g"] }],
    };
    const options = { rules: [], criteria: [topics(), goals()] };
    const ranges = createMatcher(input, options).weightRanges();
    for (const { from, to, below, above, en, tr } of ranges) {
      for (const text of [en, tr]) {
        if (below !== null) expect(text).toContain(String(from));
        if (above !== null) expect(text).toContain(String(to));
      }
    }
    const alone = createMatcher(input, { rules: [], criteria: [topics()] }).weightRanges();
    expect(alone).toMatchObject([{ criterion: "topics", from: 0.000001, to: 1000, below: null, above: null }]);
  });

  it("is refused where the plan has no prices, with a typed error", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"] }], mentees: [{ id: "p", learns: ["x"] }] };
    const limited = createMatcher(input, { rules: [], quotas: [quota("any", () => true, { max: 0 })] });
    expect(thrownBy(() => limited.weightRanges()).code).toBe("NO_PRICES");
  });
});

describe("tabulate", () => {
  it("C20: gives the scores that criteria of other weights give when prepared anew, personal weights included", () => {
    fc.assert(
      fc.property(sized, criteria, criteria, fc.boolean(), (input, before, after, isPersonal) => {
        const { program, graph } = graphOf(input, { rules: [] });
        const { mentors, mentees, ...context } = program;
        const weigh = (people: typeof mentors | typeof mentees) =>
          people.map((each, place) => ({ ...each, personalWeights: { topics: 50 + 25 * (place % 4), goals: 140 } }));
        const pool = { mentors: weigh(mentors), mentees: weigh(mentees), context };
        const options = isPersonal ? { personalWeights: { min: 50, max: 200 } } : {};
        // those whose weight was 0 stay out
        const later = after.map((each, place) => (before[place]!.weight === 0 ? { ...each, weight: 0 } : each));
        fc.pre(later.some((each) => each.weight > 0));
        const scoreAt = prepareScore(before, pool, options).tabulate(graph).weigh(later);
        const fresh = weighted(later, options).prepare(pool);
        mentees.forEach((_, mentee) => {
          for (let pair = graph.rowStart[mentee]!; pair < graph.rowStart[mentee + 1]!; pair += 1) {
            expect(scoreAt(pair)).toBe(fresh.scoreOf(mentee, graph.columnAt[pair]!));
          }
        });
      }),
      runs(150),
    );
  });

  it("asks a custom criterion of no mentee who has no pair to keep", () => {
    const asked: string[] = [];
    const spy = criterion("spy", (_, { id = "" }) => {
      asked.push(id);
      return 1;
    });
    const pool = { mentors: [{ id: "a" }], mentees: [{ id: "p" }, { id: "q" }], context: {} };
    const pairs = { rowStart: Int32Array.of(0, 0, 1), columnAt: Int32Array.of(0) };
    prepareScore([spy, ...defaultCriteria().slice(0, 1)], pool).tabulate(pairs);
    expect(asked).toEqual(["q"]);
  });
});
