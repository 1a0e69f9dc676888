import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, type Outcome } from "../../../src/evaluate/index.ts";
import { TersineError } from "../../../src/index.ts";
import { madeResult } from "../../support/made-results.ts";
import { thrownBy } from "../../support/thrown-by.ts";

/** Pairs with scores that rise by a thousandth each. */
function pairsOf(count: number) {
  return madeResult(count, 0).pairs.map((pair, place) => ({ ...pair, score: 500_000 + 1000 * place }));
}

const idsOf = (place: number): Pick<Outcome, "mentorId" | "menteeId"> => {
  const number = String(place).padStart(4, "0");
  return { mentorId: `m${number}`, menteeId: `e${number}` };
};

const codesOf = (outcomes: unknown): readonly (readonly [string, string])[] => {
  const error = thrownBy(() => evaluate(pairsOf(6), outcomes as readonly Outcome[]));
  if (!(error instanceof TersineError)) throw new Error("expected a TersineError");
  return error.issues.map(({ code, path }) => [code, path]);
};

describe("evaluate", () => {
  it("tells response, meetings, ratings with bounds, and how far both sides agree", () => {
    const pairs = pairsOf(60);
    const outcomes = Array.from({ length: 42 }, (_, place): Outcome[] => [
      { ...idsOf(place), by: "mentee", rating: 1 + (place % 5), metTimes: place % 7, weeks: 12, continued: true },
      { ...idsOf(place), by: "mentor", rating: 1 + (place % 5), at: "30 days" },
    ]).flat();
    const found = evaluate(pairs, outcomes);
    expect(found.response.pairs).toMatchObject({ k: 42, n: 60, rate: 0.7 });
    expect(found.met?.k).toBe(36);
    const { pair } = found.ratings;
    const sum = outcomes.filter(({ by }) => by === "mentee").reduce((all, { rating = 0 }) => all + rating, 0);
    expect(pair?.mean).toBeCloseTo(sum / 42, 12);
    expect(pair?.bounds.low).toBeCloseTo((sum + 18) / 60, 12);
    expect(pair?.bounds.high).toBeCloseTo((sum + 90) / 60, 12);
    expect(found.agreement?.single).toBeCloseTo(1, 12);
    expect(found.byScore.bands.map(({ pairs: count }) => count)).toEqual([12, 12, 12, 12, 12]);
    expect(found.byScore.bands[4]?.ratings).toBeNull();
    expect(found.survival).toEqual([]);
  });

  it("finds whether the score foretold the rating, and how pairs lasted", () => {
    const pairs = pairsOf(30);
    const outcomes = pairs.map((_, place): Outcome => ({
      ...idsOf(place),
      rating: 1 + Math.floor(place / 6),
      weeks: place < 10 ? 4 : 20,
      ...(place < 10 ? { endedBecause: place < 5 ? "noTime" : "noContact" } : { continued: true }),
    }));
    const found = evaluate({ pairs }, outcomes);
    expect(found.byScore.correlation).toBeGreaterThan(0.9);
    expect(found.byScore.bands.map(({ ratings }) => ratings?.mean)).toEqual([1, 2, 3, 4, 5]);
    expect(found.survival).toMatchObject([{ time: 4, atRisk: 30, ended: 10 }]);
    expect(found.ended).toEqual({
      pairs: 10,
      reasons: [
        { reason: "noTime", pairs: 5 },
        { reason: "noContact", pairs: 5 },
      ],
    });
  });

  it("tells nothing that rests on fewer than 5 answers", () => {
    const pairs = pairsOf(40);
    const few = [0, 1, 2, 3].map((place): Outcome => ({
      ...idsOf(place),
      by: "mentee",
      rating: 5,
      weeks: 3,
      endedBecause: "noTime",
    }));
    const found = evaluate(pairs, few);
    expect(found).toMatchObject({
      meetings: null,
      agreement: null,
      ended: null,
      survival: null,
      ratings: { pair: null, mentor: null, mentee: null },
    });
    expect(found.byScore.bands.every(({ ratings, stillMeeting }) => ratings === null && stillMeeting === null)).toBe(
      true,
    );
    // rare reasons are told together, and not so that one follows from the rest
    const reasons = pairs.map((_, place): Outcome => ({
      ...idsOf(place),
      endedBecause: place < 30 ? "noTime" : place < 38 ? "noContact" : "other",
    }));
    const { ended } = evaluate(pairs, reasons);
    expect(ended?.reasons).toEqual([
      { reason: "noTime", pairs: 30 },
      { reason: "several", pairs: 10 },
    ]);
  });

  it("is empty and says so where nobody answered, and where there is one pair", () => {
    const none = evaluate(pairsOf(20), []);
    expect(none).toMatchObject({ pairs: 20, met: null, ratings: { pair: null }, survival: null });
    expect(none.en).toBe("Nothing can be told: of 20 pairs too few answered.");
    expect(evaluate(pairsOf(1), [{ ...idsOf(0), rating: 3 }]).response.pairs).toBeNull();
    expect(evaluate([], []).pairs).toBe(0);
  });

  it("refuses people who were never paired, one answer twice, and values out of range, all at once", () => {
    expect(
      codesOf([
        { mentorId: "m0001", menteeId: "e0002", rating: 3 },
        { ...idsOf(1), by: "mentee", rating: 3 },
        { ...idsOf(1), by: "mentee", rating: 4 },
        { ...idsOf(2), rating: 6 },
        { ...idsOf(3), rating: 0 },
        { ...idsOf(3), metTimes: 1.5 },
        { ...idsOf(4), endedBecause: "boredom" },
        { ...idsOf(5), endedBecause: "noTime", continued: true },
        { menteeId: "e0001", score: 4 },
        null,
      ]),
    ).toEqual([
      ["PAIR_UNKNOWN", "/outcomes/0"],
      ["PAIR_DUPLICATE", "/outcomes/2"],
      ["NUMBER_RANGE", "/outcomes/3/rating"],
      ["NUMBER_RANGE", "/outcomes/4/rating"],
      ["NUMBER_RANGE", "/outcomes/5/metTimes"],
      ["VALUE_UNKNOWN", "/outcomes/6/endedBecause"],
      ["FIELD_CONFLICT", "/outcomes/7/endedBecause"],
      ["FIELD_UNKNOWN", "/outcomes/8/score"],
      ["ID_TYPE", "/outcomes/8/mentorId"],
      ["FIELD_TYPE", "/outcomes/9"],
    ]);
    expect(codesOf({})).toEqual([["LIST_EXPECTED", "/outcomes"]]);
  });

  it("F7: the order of answers changes nothing", () => {
    const answer = fc.record({
      place: fc.nat(11),
      by: fc.constantFrom("mentor" as const, "mentee" as const),
      rating: fc.integer({ min: 1, max: 5 }),
      weeks: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.uniqueArray(answer, { selector: ({ place, by }) => `${place} ${by}` }), (answers) => {
        const outcomes = answers.map(({ place, ...told }) => ({ ...idsOf(place), ...told }));
        expect(evaluate(pairsOf(12), [...outcomes].reverse())).toEqual(evaluate(pairsOf(12), outcomes));
      }),
      { numRuns: 50 },
    );
  });
});
