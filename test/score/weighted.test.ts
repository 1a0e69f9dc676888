import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../src/base/error.ts";
import {
  criterion,
  type Criterion,
  defaultCriteria,
  FULL_SCORE,
  goals,
  hierarchy,
  type MissingPolicy,
  type ScorePool,
  prepareScore,
  scorePair,
  topics,
  weighted,
} from "../../src/score/index.ts";
import { pool, weight } from "./arbitraries.ts";
import { runs } from "../support/runs.ts";

const policy: fc.Arbitrary<MissingPolicy> = fc.constantFrom<MissingPolicy[]>("skip", "zero", 0.25, 1);

/** Criteria with stated values per pair: `undefined` is no information. */
const statedCriteria = fc
  .array(
    fc.record({
      weight,
      missing: policy,
      micro: fc.option(fc.integer({ min: 0, max: FULL_SCORE }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .filter((list) => list.some((stated) => stated.weight > 0));

type Stated = typeof statedCriteria extends fc.Arbitrary<infer List> ? List : never;

function criteriaOf(stated: Stated): Criterion[] {
  return stated.map(({ weight: own, missing, micro }, place) =>
    criterion(`c${place}`, () => (micro === undefined ? undefined : micro / FULL_SCORE), { weight: own, missing }),
  );
}

/** The score by the definition, in exact rational arithmetic. */
function exactScore(stated: Stated): number {
  let sum = 0n;
  let weights = 0n;
  for (const { weight: own, missing, micro } of stated) {
    if (micro === undefined && missing === "skip") continue;
    const value = micro ?? (missing === "zero" ? 0 : Math.round(Number(missing) * FULL_SCORE));
    sum += BigInt(Math.round(own * 1e6)) * BigInt(value);
    weights += BigInt(Math.round(own * 1e6));
  }
  return weights === 0n ? 0 : Number((2n * sum + weights) / (2n * weights));
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof TersineError) return error.code;
    throw error;
  }
  return expect.fail("nothing was thrown");
}

const everyPair = (people: ScorePool): [number, number][] =>
  people.mentees.flatMap((_, mentee) => people.mentors.map((__, mentor): [number, number] => [mentor, mentee]));

describe("weighted", () => {
  it("S2: the total is the weighted mean, rounded once, exactly", () => {
    fc.assert(
      fc.property(statedCriteria, (stated) => {
        expect(scorePair({}, {}, criteriaOf(stated)).score).toBe(exactScore(stated));
      }),
      runs(1_000),
    );
  });

  it("S2: contributions are whole, lie within their share and sum to the score exactly", () => {
    fc.assert(
      fc.property(statedCriteria, (stated) => {
        const { score, contributions } = scorePair({}, {}, criteriaOf(stated));
        let sum = 0;
        for (const { points, weight: share, value } of contributions) {
          expect(Number.isInteger(points)).toBe(true);
          expect(Math.abs(points - share * (value ?? 0))).toBeLessThan(1.001);
          sum += points;
        }
        expect(sum).toBe(score);
      }),
      runs(1_000),
    );
  });

  it("S2: leftover micro-points go to the largest remainder, ties to the first criterion", () => {
    const thirds = [1, 1, 1].map((own, place) => criterion(`c${place}`, () => 0.000001 * (place + 1), { weight: own }));
    // 1/3 + 2/3 + 3/3 = 2
    expect(scorePair({}, {}, thirds).contributions.map(({ points }) => points)).toEqual([0, 1, 1]);
    const halves = [0, 1].map((place) => criterion(`c${place}`, () => 0.000001));
    expect(scorePair({}, {}, halves).contributions.map(({ points }) => points)).toEqual([1, 0]);
  });

  it("S1, S10: every score lies in 0 to 1,000,000 and is the same alone, in a pool and in a row", () => {
    fc.assert(
      fc.property(pool, (people) => {
        const criteria = defaultCriteria().filter(({ name }) => name !== "availability");
        const prepared = prepareScore(criteria, people);
        const row = new Int32Array(people.mentors.length);
        for (const [mentor, mentee] of everyPair(people)) {
          const explained = prepared.explainPair(mentee, mentor);
          prepared.scoreRow(mentee, row);
          expect(explained.score).toBeGreaterThanOrEqual(0);
          expect(explained.score).toBeLessThanOrEqual(FULL_SCORE);
          expect(prepared.scoreOf(mentee, mentor)).toBe(explained.score);
          expect(row[mentor]).toBe(explained.score);
          expect(scorePair(people.mentors[mentor]!, people.mentees[mentee]!, criteria, people.context)).toEqual(
            explained,
          );
        }
      }),
      runs(300),
    );
  });

  it("S3: multiplying all weights by the same number changes nothing", () => {
    fc.assert(
      fc.property(statedCriteria, fc.integer({ min: 2, max: 9 }), (stated, factor) => {
        const parts = stated.map((one) => Math.round(one.weight * 1e6));
        const scaled = stated.map((one, place) => ({ ...one, weight: (parts[place]! * factor) / 1e6 }));
        expect(scorePair({}, {}, criteriaOf(scaled))).toEqual(scorePair({}, {}, criteriaOf(stated)));
      }),
    );
  });

  it("S4: a criterion of weight 0 is never asked and never shown", () => {
    fc.assert(
      fc.property(statedCriteria, (stated) => {
        const off = criterion("off", () => Number.NaN, { weight: 0 });
        expect(scorePair({}, {}, [off, ...criteriaOf(stated)])).toEqual(scorePair({}, {}, criteriaOf(stated)));
      }),
    );
  });

  it("S9: skip shares the weight out, zero and a number count", () => {
    const known = criterion("known", () => 0.5, { weight: 3 });
    const silent = (missing: MissingPolicy) => criterion("silent", () => undefined, { weight: 1, missing });
    const shown = (missing: MissingPolicy) => scorePair({}, {}, [known, silent(missing)]);
    expect(shown("skip").score).toBe(500_000);
    expect(shown("zero").score).toBe(375_000);
    expect(shown(1).score).toBe(625_000);
    expect(shown("skip").contributions[1]).toEqual({
      criterion: "silent",
      weight: 0,
      value: null,
      points: 0,
      missing: "skip",
      facts: { kind: "custom", missing: "pair" },
    });
    expect(shown(1).contributions[1]).toMatchObject({ weight: 0.25, value: FULL_SCORE, points: 250_000, missing: 1 });
  });

  it("S9: a pair without any information is marked so", () => {
    expect(scorePair({}, {}, [topics(), goals(), hierarchy()])).toMatchObject({ score: 0, informed: false });
    expect(scorePair({}, {}, [goals(), hierarchy()])).toMatchObject({ score: 0, informed: false });
    expect(scorePair({}, {}, [goals({ missing: 0.5 })])).toMatchObject({ score: 500_000, informed: false });
    expect(scorePair({ goals: ["a"] }, { goals: ["b"] }, [goals()])).toMatchObject({ score: 0, informed: true });
  });

  it("S2: the example of docs/scoring.md holds", () => {
    const pair = scorePair(
      { level: 2, teaches: ["TikTok", "podcasts"], goals: ["culture"] },
      {
        level: 5,
        learns: [
          { topic: "Podcasts", priority: 1 },
          { topic: "SEO", priority: 2 },
        ],
        goals: ["culture", "sales"],
      },
      [topics(), goals(), hierarchy()],
    );
    expect(pair.score).toBe(708_334);
    expect(pair.contributions.map(({ points }) => points)).toEqual([333_334, 125_000, 250_000]);
  });

  it("V3: the people are not changed", () => {
    const freeze = <Value>(value: Value): Value => {
      if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    fc.assert(
      fc.property(pool, (people) => {
        freeze(people);
        expect(prepareScore([topics(), goals(), hierarchy()], people).scoreOf(0, 0)).toBeTypeOf("number");
      }),
      runs(50),
    );
  });
});

describe("weighted, refused", () => {
  const one = (options: { weight?: number; missing?: MissingPolicy }) => () => criterion("one", () => 1, options);

  it.each([
    ["negative", -1],
    ["NaN", Number.NaN],
    ["infinite", Number.POSITIVE_INFINITY],
    ["7 decimals", 0.000_000_1],
    ["too large", 1_001],
  ])("WEIGHT_RANGE: a weight that is %s", (_kind, own) => {
    expect(codeOf(one({ weight: own }))).toBe("WEIGHT_RANGE");
    // a copy of a criterion has been made by nobody who checks
    expect(codeOf(() => weighted([{ ...topics(), weight: own }, goals()]))).toBe("WEIGHT_RANGE");
  });

  it("refuses bad policies, names and unknown options", () => {
    expect(codeOf(one({ missing: 2 }))).toBe("NUMBER_RANGE");
    expect(codeOf(() => topics({ missing: "none" as "skip" }))).toBe("VALUE_UNKNOWN");
    expect(codeOf(() => criterion("", () => 1))).toBe("TEXT_EMPTY");
    expect(codeOf(() => goals({ wieght: 3 } as object))).toBe("FIELD_UNKNOWN");
    expect(codeOf(() => weighted([topics(), goals(), topics()]))).toBe("FIELD_CONFLICT");
    expect(codeOf(() => weighted([topics({ weight: 0 })]))).toBe("WEIGHTS_ALL_ZERO");
    expect(codeOf(() => weighted([]))).toBe("WEIGHTS_ALL_ZERO");
  });

  it("LIMIT_WEIGHTS: sums that doubles would not hold exactly", () => {
    const heavy = [0, 1, 2, 3, 4].map((step) => criterion(`c${step}`, () => 1, { weight: 1_000 - step / 1_000_000 }));
    expect(codeOf(() => weighted(heavy))).toBe("LIMIT_WEIGHTS");
    expect(scorePair({}, {}, heavy.slice(0, 1)).score).toBe(FULL_SCORE);
  });
});
