import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exactPower, detectableGap } from "../../../src/evaluate/statistics/power.ts";
import { exactTest, fisher, hypergeometric } from "../../../src/evaluate/statistics/exact.ts";
import { mantelHaenszel } from "../../../src/evaluate/statistics/mantel-haenszel.ts";
import { normalQuantile, normalTail, studentQuantile } from "../../../src/evaluate/statistics/normal.ts";
import { katz, newcombe, wilson } from "../../../src/evaluate/statistics/proportions.ts";
import { rankSum } from "../../../src/evaluate/statistics/rank-sum.ts";
import { intraclassCorrelation, manski, meanInterval, unrestricted } from "../../../src/evaluate/statistics/ratings.ts";
import { benjaminiHochberg, holm } from "../../../src/evaluate/statistics/several-tests.ts";
import { kaplanMeier } from "../../../src/evaluate/statistics/survival.ts";

interface Table {
  readonly style: "fairlearn" | "aif360";
  readonly groups: readonly (readonly [number, number])[];
  readonly demographicParityDifference?: number;
  readonly demographicParityRatio?: number | null;
  readonly statisticalParityDifference?: number;
  readonly disparateImpact?: number | null;
  readonly wilson: readonly [number, number];
  readonly newcombe: readonly [number, number];
  readonly katz: readonly [number, number] | null;
  readonly fisher: number;
}

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/evaluate/${name}.json`, import.meta.url), "utf8"));
}

/** Equal to 1e-12 of the larger of 1 and the value expected. */
function expectNear(found: number, expected: number, places = 12): void {
  const scale = Math.max(1, Math.abs(expected));
  if (!(Math.abs(found - expected) / scale <= 10 ** -places)) expect(found).toBe(expected);
}

function expectEnds(
  found: { low: number; high: number } | null | undefined,
  ends: readonly number[],
  places = 12,
): void {
  if (found === undefined || found === null) throw new Error("expected an interval");
  expectNear(found.low, ends[0] ?? Number.NaN, places);
  expectNear(found.high, ends[1] ?? Number.NaN, places);
}

const of = (k: number, n: number): { k: number; n: number } => ({ k, n });

describe("statistics", () => {
  it("F6: distributions equal those of SciPy", () => {
    const known = fixture("distributions") as {
      normalQuantile: [number, number][];
      normalTail: [number, number][];
      studentQuantile: [number, number, number][];
    };
    for (const [p, z] of known.normalQuantile) expectNear(normalQuantile(p), z);
    for (const [z, tail] of known.normalTail) expectNear(normalTail(z) / tail, 1);
    for (const [p, degrees, quantile] of known.studentQuantile) expectNear(studentQuantile(p, degrees), quantile, 11);
    expectNear(normalQuantile(0.975), 1.959963984540054, 15);
  });

  it("F5, F6: 100 tables equal an independent implementation", () => {
    const tables = fixture("tables") as readonly Table[];
    expect(tables).toHaveLength(100);
    for (const table of tables) {
      const [[k, n] = [0, 1], [l, m] = [0, 1]] = table.groups;
      expectEnds(wilson(of(k, n)), table.wilson);
      expectEnds(newcombe(of(k, n), of(l, m)), table.newcombe);
      if (table.katz === null) expect(katz(of(k, n), of(l, m))).toBeUndefined();
      else expectEnds(katz(of(k, n), of(l, m)), table.katz, 11);
      expectNear(fisher(of(k, n), of(l, m)), table.fisher);
    }
  });

  it("F6: intervals equal published ones", () => {
    expectEnds(wilson(of(81, 263)), [0.2552885198782742, 0.36620957698280004]);
    expectEnds(wilson(of(15, 148)), [0.0623863995307363, 0.16048724172330803]);
    expectEnds(wilson(of(0, 20)), [0, 0.16112515805281938]);
    const differences = [
      [56, 70, 48, 80, 0.05243147240236498, 0.333872654036906],
      [9, 10, 3, 10, 0.17052272393450302, 0.8090179735354881],
      [6, 7, 2, 7, 0.0582279274823122, 0.8062496375242277],
      [0, 10, 0, 20, -0.16112515805281938, 0.2775327998628892],
      [10, 10, 0, 10, 0.6075093504305242, 1],
      [45, 60, 15, 30, 0.041815701527533444, 0.44205624685843314],
      [45, 60, 4, 10, 0.03772013123474055, 0.5994947157736303],
    ] as const;
    for (const [k, n, l, m, low, high] of differences) expectEnds(newcombe(of(k, n), of(l, m)), [low, high]);
    expectEnds(katz(of(10, 75), of(12, 225)), [1.1261564003469628, 5.549850800541033]);
    expectEnds(katz(of(189, 11034), of(104, 11037)), [1.433, 2.3059], 4);
    expectEnds(katz(of(15, 30), of(45, 60)), [0.4529492375079257, 0.981223518312397]);
    expectEnds(katz(of(4, 10), of(45, 60)), [0.24619561411081362, 1.1553595114672308]);
  });

  it("F13: exact tests equal published ones and an enumeration of all labellings", () => {
    expectNear(fisher(of(8, 10), of(1, 6)), 0.034965, 6);
    expectNear(fisher(of(3, 4), of(1, 4)), 0.485714, 6);
    expectNear(fisher(of(45, 60), of(15, 30)), 0.03157520927753807);
    expectNear(fisher(of(45, 60), of(4, 10)), 0.055737867093143156);
    expectNear(fisher(of(45, 60), of(16, 30)), 0.05517357987285797);
    // two strata of 5 and 6 people, all labellings within both
    const strata = [
      { people: 5, total: 3, n: 2, k: 2 },
      { people: 6, total: 2, n: 3, k: 1 },
    ];
    const counts = strata.map(({ people, total, n }) => labellings(people, total, n));
    const [one = [], two = []] = counts;
    const sums = one.flatMap((a) => two.map((b) => a + b));
    const chance = (sum: number): number => sums.filter((each) => each === sum).length / sums.length;
    const expected = [0, 1, 2, 3, 4, 5].filter((sum) => chance(sum) <= chance(3) + 1e-12);
    expectNear(
      exactTest(strata).p,
      expected.reduce((sum, each) => sum + chance(each), 0),
    );
  });

  it("hypergeometric chances add up to one at any size", () => {
    for (const people of [1, 10, 1000, 40_000]) {
      const { chances } = hypergeometric({ people, n: Math.ceil(people / 3), total: Math.ceil(people / 5) });
      expectNear(
        chances.reduce((sum, each) => sum + each, 0),
        1,
        11,
      );
    }
  });

  it("strata undo Simpson's paradox: UCBAdmissions of R", () => {
    // admitted and rejected men, admitted and rejected women, departments A to F
    const departments = [
      [512, 313, 89, 19],
      [353, 207, 17, 8],
      [120, 205, 202, 391],
      [138, 279, 131, 244],
      [53, 138, 94, 299],
      [22, 351, 24, 317],
    ] as const;
    const strata = departments.map(([a, b, c, d]) => ({ group: of(a, a + b), rest: of(c, c + d) }));
    const found = mantelHaenszel(strata);
    expectNear(found.oddsRatio ?? 0, 0.9046968, 7);
    expectEnds(found.interval, [0.7719074, 1.0603298], 7);
    expectNear(found.chiSquare?.value ?? 0, 1.524607, 6);
    expectNear(found.chiSquare?.p ?? 0, 0.216924, 6);
    expectNear(found.corrected?.value ?? 0, 1.426946, 6);
    expectNear(found.corrected?.p ?? 0, 0.232263, 6);
    expectNear(-(found.riskDifference ?? 0), 0.018425, 6);
    expectNear(557 / 1835 / (1198 / 2691), 0.68183, 5);
  });

  it("F15: corrections equal published ones and are monotone", () => {
    const known = fixture("distributions") as { benjaminiHochberg: [number[], number[]] };
    const [ps, expected] = known.benjaminiHochberg;
    const [found, strict] = [benjaminiHochberg(ps), holm(ps)];
    found.forEach((p, at) => {
      expectNear(p, expected[at] ?? 0);
    });
    expect(found.filter((p) => p <= 0.05)).toHaveLength(4);
    expect(strict.filter((p) => p <= 0.05)).toHaveLength(3);
    strict.slice(1).forEach((p, at) => {
      expect(p).toBeGreaterThanOrEqual(strict[at] ?? 0);
    });
    holm([0.03157520927753807, 0.055737867093143156]).forEach((p) => {
      expectNear(p, 0.06315041855507614);
    });
    expect(holm([0.04, 0.01])).toEqual([0.04, 0.02]);
  });

  it("rank sums equal their exact distribution", () => {
    const found = rankSum([812_000, 700_000, 655_000, 910_000, 400_000], [500_000, 650_000, 300_000, 720_000]);
    expect(found.u).toBe(15);
    expectNear(found.p ?? 0, 36 / 126);
    expect(found.shift).toBe(158_500);
    expect(found.interval).toMatchObject({ low: -250_000, high: 512_000 });
    expectNear(found.interval?.level ?? 0, 122 / 126);
    expect(rankSum([1, 1], [1, 1]).p).toBe(1);
  });

  it("rank sums of long lists tell the same u and shift as all differences do", () => {
    const figures = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 101, maxLength: 110 });
    const property = fc.property(figures, figures, fc.constantFrom(1, 10_000, 1 / 3), (a, b, unit) => {
      const [first, second] = [a.map((each) => each * unit), b.map((each) => each * unit)];
      const differences = first.flatMap((one) => second.map((other) => one - other)).sort((x, y) => x - y);
      const middle = (differences.length - 1) / 2;
      expect(rankSum(first, second)).toEqual({
        u: differences.reduce((sum, each) => sum + (each > 0 ? 1 : each === 0 ? 0.5 : 0), 0),
        shift: ((differences[Math.floor(middle)] ?? 0) + (differences[Math.ceil(middle)] ?? 0)) / 2,
        p: null,
        interval: null,
      });
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("what can be seen: the table of Fisher's test for equal groups", () => {
    const gaps = [20, 50, 100].map((n) => [0.9, 0.7, 0.5].map((base) => detectableGap(n, n, base)));
    expect(gaps).toEqual([
      [0.43, 0.48, 0.42],
      [0.25, 0.29, 0.29],
      [0.16, 0.21, 0.21],
    ]);
    expect(exactPower(50, 200, 0.05)(0.6, 0.8)).toBeCloseTo(0.793, 3);
    expect(detectableGap(3, 3, 0.9)).toBeNull();
  });

  it("ratings: ICC of Shrout and Fleiss, Thorndike, Manski, Student", () => {
    const rows = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const { single, mean } = intraclassCorrelation(rows) ?? { single: 0, mean: 0 };
    expectNear(single, 0.1657, 4);
    expectNear(mean, 0.4428, 4);
    expectNear(unrestricted(0.2, 0.5), 0.377964, 6);
    expectEnds(manski({ answered: 42, all: 60, mean: 4.1 }, [1, 5]), [3.17, 4.37]);
    expectEnds(meanInterval([1, 2, 3, 4, 5]), [3 - 1.9632432, 3 + 1.9632432], 6);
    expect(intraclassCorrelation([[3, 3]])).toBeUndefined();
    expect(
      intraclassCorrelation([
        [3, 3],
        [3, 3],
      ]),
    ).toBeUndefined();
  });

  it("Kaplan and Meier: the 6-MP arm of Freireich", () => {
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const steps = kaplanMeier([
      ...ended.map((time) => ({ time, ended: true })),
      ...open.map((time) => ({ time, ended: false })),
    ]);
    expect(steps.map(({ time, share }) => [time, Number(share.toFixed(4))])).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]);
    for (const { share, interval } of steps) {
      expect(interval?.low).toBeLessThan(share);
      expect(interval?.high).toBeGreaterThan(share);
    }
  });
});

/** How many of the first `n` of each labelling of `people` are among `total`. */
function labellings(people: number, total: number, n: number): readonly number[] {
  const counts: number[] = [];
  for (let set = 0; set < 2 ** people; set += 1) {
    const bits = Array.from({ length: people }, (_, at) => (set >> at) & 1);
    if (bits.reduce((sum, bit) => sum + bit, 0) !== n) continue;
    counts.push(bits.slice(0, total).reduce((sum, bit) => sum + bit, 0));
  }
  return counts;
}
