import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareAll, type Contrast } from "../../../src/evaluate/audit/compare.ts";
import { fisher, holm } from "../../../src/evaluate/index.ts";

const contrast = (k: number, n: number, restK: number, restN: number): Contrast => {
  const [group, rest] = [
    { k, n },
    { k: restK, n: restN },
  ];
  return { group, rest, strata: [{ group, rest }] };
};

describe("compareAll", () => {
  it("flips: with so many people more the finding goes, with one fewer it stands, whatever else was tested", () => {
    const table = fc
      .record({ n: fc.integer({ min: 8, max: 60 }), restN: fc.integer({ min: 8, max: 60 }) })
      .chain(({ n, restN }) =>
        fc.record({ n: fc.constant(n), restN: fc.constant(restN), k: fc.nat(n), restK: fc.nat(restN) }),
      );
    let findings = 0;
    const property = fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), (tables) => {
      const pOf = ({ k, n, restK, restN }: (typeof tables)[number]): number => fisher({ k, n }, { k: restK, n: restN });
      // all of them could have found something
      fc.pre(tables.every(({ k, n, restK, restN }) => k + restK > 6 && k + restK < n + restN - 6));
      const found = compareAll(
        tables.map(({ k, n, restK, restN }) => contrast(k, n, restK, restN)),
        0.95,
      );
      const ps = tables.map(pOf);
      tables.forEach((one, place) => {
        const { flips, pAdjusted } = found[place] ?? { flips: null, pAdjusted: 1 };
        expect(pAdjusted).toBeCloseTo(holm(ps)[place] ?? 1, 12);
        expect(flips === null).toBe(pAdjusted > 0.05);
        if (flips === null) return;
        findings += 1;
        const isLower = one.k / one.n < one.restK / one.restN;
        const isFound = (more: number): boolean => {
          const changed = isLower ? { ...one, k: one.k + more } : { ...one, restK: one.restK + more };
          return (holm(ps.with(place, pOf(changed)))[place] ?? 1) <= 0.05;
        };
        expect([isFound(flips - 1), isFound(flips)]).toEqual([true, false]);
      });
    });
    fc.assert(property, { numRuns: 150 });
    expect(findings).toBeGreaterThan(100);
  });

  it("flips of the second finding are counted at its own step of the correction", () => {
    // p below .001 and .0445: by the first step alone the second would be no finding, and rest on nobody
    const [, second] = compareAll([contrast(2, 40, 30, 40), contrast(9, 30, 18, 32)], 0.95);
    expect(second?.verdict).toBe("difference");
    expect(second?.flips).toBeGreaterThan(0);
  });

  it("flips: 1 where one match more in B makes the finding go", () => {
    const [only] = compareAll([contrast(45, 60, 15, 30)], 0.95);
    expect(only?.p).toBeCloseTo(0.03157520927753807, 12);
    expect(only?.flips).toBe(1);
    expect(fisher({ k: 45, n: 60 }, { k: 16, n: 30 })).toBeCloseTo(0.05517357987285797, 12);
  });
});
