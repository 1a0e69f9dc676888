import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, type Outcome } from "../../../src/evaluate/index.ts";
import { TersineError } from "../../../src/index.ts";
import { madeResult } from "../../support/made-results.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs } from "../../support/runs.ts";

/** Pairs with scores that rise by a thousandth each. */
function pairsOf(count: number) {
  return madeResult(count, 0).pairs.map((pair, place) => ({ ...pair, score: 500_000 + 1000 * place }));
}

const idsOf = (place: number): Pick<Outcome, "mentorId" | "menteeId"> => {
  const number = String(place).padStart(4, "0");
  return { mentorId: `m${number}`, menteeId: `e${number}` };
};

const [anyContribution] = pairsOf(1)[0]?.contributions ?? [];

const contribution = (criterion: string, value: number | null) => {
  if (anyContribution === undefined) throw new Error("expected a contribution");
  return { ...anyContribution, criterion, value };
};

const isWithin = (value: number | null, from: number, to: number): boolean =>
  value !== null && value >= from && value <= to;

/** The unknowns that follow from sums of them, by elimination. */
function solved(sums: readonly (readonly number[])[]): readonly number[] {
  const rows = sums.map((sum) => [...sum]);
  let top = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= top && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [own = []] = rows.splice(pivot, 1);
    const lead = own[column] ?? 1;
    const scaled = own.map((value) => value / lead);
    rows.splice(top, 0, scaled);
    rows.forEach((row, at) => {
      const times = row[column] ?? 0;
      if (at !== top && times !== 0) rows[at] = row.map((value, place) => value - times * (scaled[place] ?? 0));
    });
    top += 1;
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [at] : []));
    return left.length === 1 ? left : [];
  });
}

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

  it("refuses what are no pairs, and one rating told twice or outside 1 to 5, each with its path", () => {
    const pathsOf = (call: () => unknown): readonly string[] =>
      thrownBy(call).issues.map(({ code, path }) => `${code} ${path}`);
    expect(pathsOf(() => evaluate([{}] as unknown as ReturnType<typeof pairsOf>, []))).toEqual([
      "ID_TYPE /pairs/0/mentorId",
      "ID_TYPE /pairs/0/menteeId",
      "FIELD_TYPE /pairs/0/score",
      "FIELD_TYPE /pairs/0/contributions",
    ]);
    expect(pathsOf(() => evaluate([null, 1] as unknown as ReturnType<typeof pairsOf>, []))).toEqual([
      "FIELD_TYPE /pairs/0",
      "FIELD_TYPE /pairs/1",
    ]);
    const once = { ...idsOf(0), by: "mentee" as const, rating: 5 };
    const stamped = (answeredAt: string): Outcome => ({ ...once, answeredAt });
    expect(pathsOf(() => evaluate(pairsOf(6), [once, once]))).toEqual(["PAIR_DUPLICATE /outcomes/1"]);
    expect(pathsOf(() => evaluate(pairsOf(6), [stamped("10:01"), stamped("10:01")]))).toEqual([
      "PAIR_DUPLICATE /outcomes/1",
    ]);
    expect(evaluate(pairsOf(6), [stamped("10:01"), stamped("10:02")]).response.mentee?.k).toBe(1);
    expect(pathsOf(() => evaluate(pairsOf(6), [{ ...once, rating: 5.5 }]))).toEqual([
      "NUMBER_RANGE /outcomes/0/rating",
    ]);
  });

  it("tells no single rating by what is left when bands and sides are taken from others", () => {
    const answer = fc.record({
      mentor: fc.boolean(),
      mentee: fc.boolean(),
      low: fc.boolean(),
      high: fc.constantFrom(0, 1, null),
    });
    let tried = 0;
    const base = pairsOf(25);
    const property = fc.property(
      fc.array(answer, { minLength: 25, maxLength: 25 }),
      fc.nat(25),
      (drawn, isSilentFrom) => {
        const pairs = base.map((pair, place) => ({
          ...pair,
          contributions: [
            contribution("one", drawn[place]?.low === true ? 0 : 1_000_000),
            contribution("two", drawn[place]?.high === null ? null : (drawn[place]?.high ?? 0) * 1_000_000),
          ],
        }));
        const answers = drawn.map(({ mentor, mentee }, place) =>
          place < isSilentFrom ? { mentor, mentee } : { mentor: false, mentee: true },
        );
        const outcomes = answers.flatMap((sides, place): readonly Outcome[] =>
          (["mentor", "mentee"] as const).flatMap((by) => (sides[by] ? [{ ...idsOf(place), by, rating: 3 }] : [])),
        );
        const found = evaluate(pairs, outcomes);
        // unknowns are the answers of both sides; each figure is a sum of them that is known
        const sumOf = (places: readonly number[], side?: "mentor" | "mentee"): readonly number[] =>
          answers.flatMap((sides, place) =>
            (["mentor", "mentee"] as const).map((by) => {
              if (!places.includes(place) || !sides[by] || (side !== undefined && by !== side)) return 0;
              return side === undefined && sides.mentor && sides.mentee ? 0.5 : 1;
            }),
          );
        const all = pairs.map((_, place) => place);
        const known = [
          ...(found.ratings.pair === null ? [] : [sumOf(all)]),
          ...(found.ratings.mentor === null ? [] : [sumOf(all, "mentor")]),
          ...(found.ratings.mentee === null ? [] : [sumOf(all, "mentee")]),
        ];
        const addBands = (bands: typeof found.byScore.bands, valueOf: (place: number) => number | null): void => {
          for (const { from, to, ratings } of bands) {
            if (ratings === null) continue;
            known.push(sumOf(all.filter((place) => isWithin(valueOf(place), from, to))));
          }
        };
        addBands(found.byScore.bands, (place) => pairs[place]?.score ?? null);
        found.byCriterion.forEach(({ bands }, at) => {
          addBands(bands, (place) => pairs[place]?.contributions[at]?.value ?? null);
        });
        tried += known.length;
        expect(solved(known)).toEqual([]);
      },
    );
    fc.assert(property, { numRuns: 200 });
    expect(tried).toBeGreaterThan(500);
  });

  it("tells nothing of one band by the total: 25 pairs of which 21 answered", () => {
    const pairs = pairsOf(25);
    const rated = (places: readonly number[]): readonly Outcome[] =>
      places.map((place) => ({ ...idsOf(place), rating: 1 + (place % 5), weeks: place, continued: true }));
    const found = evaluate(pairs, rated([0, ...Array.from({ length: 20 }, (_, at) => at + 5)]));
    const { bands } = found.byScore;
    expect(bands.map(({ ratings }) => ratings?.answers)).toEqual([undefined, undefined, 5, 5, 5]);
    expect(bands.map(({ stillMeeting }) => stillMeeting)).toEqual([null, null, 1, 1, 1]);
    expect(evaluate(pairs, rated([0, 1, 2, 3])).met).toBeNull();
  });

  it("tells how many still meet at the last week that all bands know of", () => {
    // of the first half two end in week 3 and one in week 20; nothing is known of the second half after week 10
    const outcomes = pairsOf(10).map((_, place): Outcome => {
      if (place >= 5) return { ...idsOf(place), weeks: 10, continued: true };
      return place < 2
        ? { ...idsOf(place), weeks: 3, endedBecause: "noTime" }
        : { ...idsOf(place), weeks: 20, continued: place !== 4 };
    });
    const pairs = pairsOf(10).map((pair, place) => ({
      ...pair,
      contributions: [contribution("half", place < 5 ? 0 : 1_000_000)],
    }));
    const [half] = evaluate(pairs, outcomes).byCriterion;
    expect(half?.bands.map(({ stillMeeting }) => stillMeeting)).toEqual([0.6, 1]);
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
      runs(50),
    );
  });
});
