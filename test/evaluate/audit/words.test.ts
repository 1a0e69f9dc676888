import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attributionSentence,
  comparisonSentence,
  countSentence,
  hiddenSentence,
  placeableSentence,
} from "../../../src/evaluate/audit/words.ts";
import type { Sentence } from "../../../src/base/sentence.ts";

const few = fc.nat(3);
const group = fc.constantFrom(
  { name: "F", kind: "group" } as const,
  { name: "other", kind: "merged" } as const,
  { name: "unknown", kind: "unknown" } as const,
);
const side = fc.constantFrom("mentor" as const, "mentee" as const);
const stage = fc.constantFrom("hasCandidate" as const, "placed" as const);

const sentences: fc.Arbitrary<Sentence> = fc.oneof(
  fc.tuple(group, side, stage, few).map(([who, of, at, k]) => countSentence(who, of, at, { k, n: Math.max(1, k) })),
  fc.tuple(group, side, few).map(([who, of, k]) => hiddenSentence(who, of, "registered", { k })),
  fc
    .tuple(fc.constantFrom("difference" as const, "noneShown" as const), few, few)
    .map(([verdict, points, flips]) =>
      comparisonSentence({ verdict, difference: -points / 100, detectable: points / 100, flips }),
    ),
  fc
    .tuple(group, side, few, few, fc.constantFrom(-20_000, -10_000, -7, 0, 7, 10_000, 350_000), few)
    .map(([who, of, least, more, points, people]) =>
      placeableSentence(who, of, { placed: least, least, most: least + more, oneMore: { people, points } }),
    ),
  fc
    .tuple(group, side, stage, few)
    .map(([who, of, at, k]) =>
      attributionSentence(
        { kind: "rule", name: "crossGeneration" },
        { group: who, side: of, stage: at },
        { withIt: { k, n: 3 }, without: { k: 3 - k, n: 3 } },
      ),
    ),
);

describe("sentences of an audit", () => {
  it("have the right number, no sign, no made name and no name of a rule", () => {
    fc.assert(
      fc.property(sentences, ({ en, tr }) => {
        expect(en).not.toMatch(/\b1 (?:mentees|mentors|people|points|percentage points)\b/u);
        expect(en).not.toMatch(/(?<!\d)(?:[02-9]|\d{2,}) (?:mentee|mentor|person|point|percentage point)\b/u);
        for (const text of [en, tr]) expect(text).not.toMatch(/-\d|−|\d0000|crossGeneration|\bother\b/u);
        expect(tr).not.toMatch(/unknown|grup grubu|group/u);
      }),
      { numRuns: 500 },
    );
  });

  it("tell a gain as a gain, on the scale that people read", () => {
    const placed = { placed: 4, least: 4, most: 4 };
    const told = placeableSentence({ name: "F", kind: "group" }, "mentee", {
      ...placed,
      oneMore: { people: 1, points: -350_000 },
    });
    expect(told.en).toBe(
      "Every plan as good as this one places 4 mentees of F. If one more than 4 were placed, 1 person fewer would be placed in all, and the total score would be 35 points higher.",
    );
    expect(told.tr).toBe(
      "Bu plan kadar iyi her plan F grubundan 4 mentee yerleştiriyor. 4 kişiden bir fazlası yerleşirse toplamda 1 kişi daha az yerleşir, toplam puan 35 puan artar.",
    );
  });
});
