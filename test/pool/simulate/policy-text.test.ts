import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolPolicy } from "../../../src/pool/index.ts";
import { policyText } from "../../../src/pool/simulate/policy-text.ts";
import { runs } from "../../support/runs.ts";

const policies: fc.Arbitrary<PoolPolicy> = fc.record(
  {
    every: fc.constantFrom(0, 1, 7, 0.5),
    waiting: fc.constantFrom(1, 10_000, 20_000),
    keepFlexible: fc.record(
      {
        points: fc.constantFrom(1, 10_000, 300_000),
        window: fc.constantFrom(1, 30),
        side: fc.constantFrom("mentee" as const),
      },
      { requiredKeys: ["points"] },
    ),
    patience: fc.record({ score: fc.constantFrom(0.01, 0.6, 0.6001), days: fc.constantFrom(1, 14, 14.5) }),
    again: fc.constantFrom(0, 1, 30),
    objective: fc.constantFrom("coverage" as const, "score" as const),
  },
  { requiredKeys: ["every"] },
);

describe("policyText", () => {
  it("two policies that differ have two texts, in both languages", () => {
    let differing = 0;
    fc.assert(
      fc.property(policies, policies, policies, (one, other, rest) => {
        // near ones too: those that differ in one field
        for (const near of [other, { ...one, objective: "score" as const }, { ...one, ...rest }]) {
          const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(near));
          if (!isSame) differing += 1;
          expect(policyText(one).en === policyText(near).en).toBe(isSame);
          expect(policyText(one).tr === policyText(near).tr).toBe(isSame);
        }
      }),
      runs(200),
    );
    expect(differing).toBeGreaterThan(20);
  });

  it("says one point and one day in the singular, and more in the plural", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(policyText(policy).en).not.toMatch(
          /\b1 (?:points|days)\b|(?<!\b1) (?:point|day)\b(?! of waiting)(?<!Every day)/u,
        );
      }),
      runs(100),
    );
    expect(policyText({ every: 1, waiting: 10_000, patience: { score: 0.01, days: 1 }, again: 1 })).toEqual({
      en: "Every day; 1 point a day of waiting; pairs below 1 point held back, at most 1 day; pairs that ended may come back after 1 day",
      tr: "Her gün; beklenen her gün için 1 puan; 1 puanın altındaki eşleşmeler en çok 1 gün bekletiliyor; biten eşleşmeler 1 gün sonra yeniden önerilebilir",
    });
  });
});

/** The same fields in one order. */
function sorted(policy: PoolPolicy): readonly unknown[] {
  const { every, waiting, keepFlexible, patience, again, objective } = policy;
  const kept = keepFlexible && [keepFlexible.points, keepFlexible.window, keepFlexible.side];
  return [every, waiting, kept, patience && [patience.score, patience.days], again, objective];
}
