import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate, type Outcome } from "../../../src/evaluate/index.ts";
import { madeResult } from "../../support/made-results.ts";
import { runs, shareOf } from "../../support/runs.ts";

/*
 * Whoever reads an evaluation may know each pair's score and criteria. All sums that are told, added and taken away in any
 * way, tell nothing of one pair or of two: an oracle by elimination, which knows nothing of how the figures are hidden.
 */

const SIDES = ["mentor", "mentee"] as const;
const [anyContribution] = madeResult(1, 0).pairs[0]?.contributions ?? [];

interface Drawn {
  readonly score: number;
  readonly values: readonly (number | null)[];
  readonly mentor?: number | undefined;
  readonly mentee?: number | undefined;
}

/** Rank of a matrix without some of its columns. */
function rankOf(matrix: readonly (readonly number[])[], without: ReadonlySet<number>): number {
  const rows = matrix.map((row) => row.map((value, at) => (without.has(at) ? 0 : value)));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    let [pivot, most] = [-1, 1e-7];
    for (let at = rank; at < rows.length; at += 1) {
      const size = Math.abs(rows[at]?.[column] ?? 0);
      if (size > most) [pivot, most] = [at, size];
    }
    const own = rows[pivot];
    if (own === undefined) continue;
    rows[pivot] = rows[rank] ?? [];
    rows[rank] = own;
    for (let at = rank + 1; at < rows.length; at += 1) {
      const times = (rows[at]?.[column] ?? 0) / (own[column] ?? 1);
      if (times !== 0) rows[at] = (rows[at] ?? []).map((value, place) => value - times * (own[place] ?? 0));
    }
    rank += 1;
  }
  return rank;
}

/** Pairs of which something follows: taking their answers out of the sums makes them say less. */
function laidOpen(sums: readonly (readonly number[])[], pairs: number): readonly (readonly number[])[] {
  const whole = rankOf(sums, new Set());
  const answersOf = (pair: number): readonly number[] => [2 * pair, 2 * pair + 1];
  const sets = Array.from({ length: pairs }, (_, one) =>
    Array.from({ length: pairs - one }, (__, more) => [...new Set([one, one + more])]),
  ).flat();
  return sets.filter((set) => rankOf(sums, new Set(set.flatMap(answersOf))) < whole);
}

/** Each figure that is told as the weights of all answers in it. */
function sumsOf(
  drawn: readonly Drawn[],
  { ratings, byScore, byCriterion }: Evaluation,
): readonly (readonly number[])[] {
  const sum = (weightOf: (one: Drawn) => number, only?: "mentor" | "mentee"): readonly number[] =>
    drawn.flatMap((one) =>
      SIDES.map((side) => {
        if (one[side] === undefined || (only !== undefined && only !== side)) return 0;
        const isBoth = one.mentor !== undefined && one.mentee !== undefined;
        return weightOf(one) * (only === undefined && isBoth ? 0.5 : 1);
      }),
    );
  const bands = [
    { ...byScore, valueOf: ({ score }: Drawn): number | null => score },
    ...byCriterion.map((each, at) => ({ ...each, valueOf: ({ values }: Drawn) => values[at] ?? null })),
  ];
  return [
    ...(ratings.pair === null ? [] : [sum(() => 1)]),
    ...SIDES.flatMap((side) => (ratings[side] === null ? [] : [sum(() => 1, side)])),
    ...bands.flatMap(({ bands: told, correlation, valueOf }) => {
      const isIn = (one: Drawn, from: number, to: number): boolean => {
        const value = valueOf(one);
        return value !== null && value * 1e6 >= from - 0.5 && value * 1e6 <= to + 0.5;
      };
      const known = drawn.flatMap((one) => ((one.mentor ?? one.mentee) === undefined ? [] : (valueOf(one) ?? [])));
      const mean = known.reduce((all, value) => all + value, 0) / known.length;
      return [
        ...told.flatMap(({ ratings: of, from, to }) =>
          of === null ? [] : [sum((one) => (isIn(one, from, to) ? 1 : 0))],
        ),
        ...(correlation === null
          ? []
          : [
              sum((one) => {
                const value = valueOf(one);
                return value === null ? 0 : value - mean;
              }),
            ]),
      ];
    }),
  ];
}

function evaluated(drawn: readonly Drawn[]): Evaluation {
  if (anyContribution === undefined) throw new Error("expected a contribution");
  const pairs = madeResult(drawn.length, 0).pairs.map((pair, place) => ({
    ...pair,
    score: Math.round((drawn[place]?.score ?? 0) * 1e6),
    contributions: (drawn[place]?.values ?? []).map((value, at) => ({
      ...anyContribution,
      criterion: `c${at}`,
      value: value === null ? null : value * 1e6,
    })),
  }));
  const outcomes = pairs.flatMap(({ mentorId, menteeId }, place): readonly Outcome[] =>
    SIDES.flatMap((by) => {
      const rating = drawn[place]?.[by];
      return rating === undefined ? [] : [{ mentorId, menteeId, by, rating }];
    }),
  );
  return evaluate(pairs, outcomes);
}

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 4 });
const value = fc.constantFrom(0, 0, 0.5, 1, 1, null);
const cohort = fc
  .record({ count: fc.integer({ min: 12, max: 34 }), criteria: fc.integer({ min: 0, max: 3 }), sides: fc.boolean() })
  .chain(({ count, criteria, sides }) =>
    fc.array(
      fc.record({
        score: fc.constantFrom(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
        values: fc.array(value, { minLength: criteria, maxLength: criteria }),
        mentee: rating,
        ...(sides ? { mentor: rating } : {}),
      }),
      { minLength: count, maxLength: count },
    ),
  );

describe("figures of an evaluation together", () => {
  it("F8: tell nothing of one pair or of two, whatever is added up", () => {
    let bands = 0;
    fc.assert(
      fc.property(cohort, (drawn) => {
        const found = evaluated(drawn);
        const sums = sumsOf(drawn, found);
        bands += [found.byScore, ...found.byCriterion].flatMap((each) =>
          each.bands.filter(({ ratings }) => ratings !== null),
        ).length;
        expect(laidOpen(sums, drawn.length)).toEqual([]);
      }),
      runs(120),
    );
    expect(bands).toBeGreaterThan(shareOf(60));
  });

  it("a half by a criterion that cuts a fifth by score is not told where few lie between", () => {
    // fifths of 10 by score; the criterion parts the lowest fifth from the rest but for two pairs
    const drawn = Array.from({ length: 50 }, (_, place): Drawn => ({
      score: place / 100,
      values: [place < 9 || (place > 9 && place < 29) || place === 31 ? 0 : 1],
      mentee: 1 + (place % 5),
    }));
    const { byScore, byCriterion } = evaluated(drawn);
    expect(byScore.bands.every(({ ratings }) => ratings !== null)).toBe(true);
    expect(byCriterion[0]?.bands.map(({ ratings }) => ratings)).toEqual([null, null]);
    expect(byCriterion[0]?.correlation).toBeNull();
  });

  it("a correlation with what one pair alone has tells of that pair", () => {
    const drawn = Array.from({ length: 20 }, (_, place): Drawn => ({
      score: place / 100,
      values: [place === 7 ? 1 : 0],
      mentee: 1 + (place % 5),
    }));
    const { byScore, byCriterion } = evaluated(drawn);
    expect(byScore.correlation).not.toBeNull();
    expect(byCriterion[0]?.correlation).toBeNull();
  });

  it("all is told of a programme large enough", () => {
    const drawn = Array.from({ length: 200 }, (_, place): Drawn => ({
      score: place / 1000,
      values: [place % 2, (place >> 1) % 2],
      mentor: 1 + (place % 5),
      mentee: 5 - (place % 4),
    }));
    const { byScore, byCriterion, ratings } = evaluated(drawn);
    expect([ratings.pair, ratings.mentor, ratings.mentee]).not.toContain(null);
    for (const { bands, correlation } of [byScore, ...byCriterion]) {
      expect(bands.every((band) => band.ratings !== null)).toBe(true);
      expect(correlation).not.toBeNull();
    }
  });
});
