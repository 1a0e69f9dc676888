import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  crossGeneration,
  exceptFor,
  type MatchInput,
  matchPairs,
  minimumScore,
  noReportingLine,
  reverse,
  safeMatchPairs,
  topics,
} from "../../../src/index.ts";
import { expectFix } from "../../support/expect-fix.ts";
import type { Asked } from "../../support/fix-changes.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

const ruleSets = fc.constantFrom(
  [],
  [noReportingLine()],
  [noReportingLine(), reverse(), minimumScore(0.4)],
  [crossGeneration({ unknown: "allow" }), minimumScore(0.2)],
);
const criteriaSets = fc.constantFrom({}, { criteria: [topics()] }, { criteria: [topics({ rarity: true })] });

/** Small programmes with more people than places. */
const crowded = fc
  .tuple(programmes({ largest: 5, mostCapacity: 2 }), fc.boolean())
  .map(([input, isTight]): MatchInput => {
    if (!isTight) return input;
    const once = <Entry extends object>(entry: Entry): Entry => ({ ...entry, capacity: 1 });
    return { ...input, mentors: input.mentors.slice(0, 2).map(once), mentees: input.mentees.map(once) };
  });

describe("fix", () => {
  it("E3: is the smallest change, by trying all changes of its kind and of smaller kinds with a match of each", () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(
        crowded,
        ruleSets,
        criteriaSets,
        fc.constantFrom("coverage", "score"),
        (input, rules, criteria, objective) => {
          const asked = { input, options: { rules, objective, ...criteria } };
          const made = safeMatchPairs(input, asked.options);
          if (!made.success) {
            expect(made.error.code).toBe("NO_GENERATION_DATA");
            return;
          }
          const before = made.data;
          if (before.status === "infeasible") throw new Error("expected pairs");
          for (const person of before.unmatched) {
            if (person.code === "notThisRound") continue;
            const kind = expectFix(before, asked, person);
            met.set(kind, (met.get(kind) ?? 0) + 1);
          }
        },
      ),
      runs(80),
    );
    for (const kind of ["onePlace", "oneTopic", "oneRule", "none"])
      expect(met.get(kind) ?? 0).toBeGreaterThan(shareOf(1));
  });

  it("E3: with minimum loads and pins, and for fair and stable", () => {
    let asked = 0;
    fc.assert(
      fc.property(
        programmes({ largest: 4, minima: true, mostCapacity: 2 }),
        fc.constantFrom("coverage", "score", "fair", "stable"),
        fc.nat(20),
        (drawn, objective, pin) => {
          const free = <Entry extends object>(entry: Entry): Entry => ({ ...entry, minimumLoad: 0 });
          const input =
            objective === "stable"
              ? { ...drawn, mentors: drawn.mentors.map(free), mentees: drawn.mentees.map(free) }
              : drawn;
          const options = { rules: [noReportingLine()], objective };
          const first = matchPairs(input, options);
          if (first.status === "infeasible") return;
          const pinned = objective === "stable" ? undefined : first.pairs[pin % Math.max(1, first.pairs.length)];
          const pins = pinned === undefined ? [] : [{ mentorId: pinned.mentorId, menteeId: pinned.menteeId }];
          const withPins = { input, options: { ...options, ...(pins.length === 0 ? {} : { pins }) } };
          const before = matchPairs(input, withPins.options);
          if (before.status === "infeasible") throw new Error("expected pairs");
          for (const person of before.unmatched) {
            if (person.code === "notThisRound") continue;
            expectFix(before, withPins, person);
            asked += 1;
          }
        },
      ),
      runs(60),
    );
    expect(asked).toBeGreaterThan(shareOf(20));
  });

  const crowd = (scores: readonly number[], capacity = 1): MatchInput => ({
    mentors: [{ id: "m", teaches: ["a", "b", "c", "d"], capacity }],
    mentees: scores.map((count, at) => ({
      id: `p${at}`,
      learns: ["a", "b", "c", "d"].slice(0, count).concat(["x", "y", "z", "w"].slice(count)),
    })),
  });

  it("E3: two places where one more would go to somebody else", () => {
    const asked = { input: crowd([4, 3, 2, 1]), options: { rules: [] } };
    const fixOf = (id: string) => createMatcher(asked.input, asked.options).fix({ menteeId: id });
    expect(fixOf("p1")).toMatchObject({
      kind: "onePlace",
      change: [{ step: "place", side: "mentor", id: "m", places: 1 }],
    });
    const before = matchPairs(asked.input, asked.options);
    if (before.status === "infeasible") throw new Error("expected pairs");
    expect(expectFix(before, asked, { side: "mentee", id: "p2" })).toBe("twoPlaces");
    expect(fixOf("p2")).toMatchObject({ change: [{ step: "place", side: "mentor", id: "m", places: 2 }] });
    expect(expectFix(before, asked, { side: "mentee", id: "p3" })).toBe("none");
  });

  it("tells the same in the result with the option fixes, and nothing without", () => {
    const input = crowd([4, 3, 2]);
    const told = matchPairs(input, { rules: [], fixes: true });
    const matcher = createMatcher(input, { rules: [] });
    expect(told.unmatched.map(({ fix }) => fix)).toEqual(["p1", "p2"].map((menteeId) => matcher.fix({ menteeId })));
    expect(matcher.match().unmatched.every((person) => !("fix" in person))).toBe(true);
    expect(told.manifest.options.fixes).toBe(true);
  });

  it("tells why there is none: placed, sitting out", () => {
    const input = crowd([4, 3]);
    const sitting = { ...input, mentees: [...input.mentees, { id: "s", learns: ["a"], capacity: 0 }] };
    const because = (menteeId: string) => {
      const fix = createMatcher(sitting, { rules: [] }).fix({ menteeId });
      return fix.kind === "none" ? fix.because : fix.kind;
    };
    expect(because("p0")).toBe("placed");
    expect(because("s")).toBe("notThisRound");
  });

  it("refuses unknown ids, a plan that is none, and fixes that are neither true nor false", () => {
    const input = crowd([4, 3]);
    expect(thrownBy(() => createMatcher(input, { rules: [] }).fix({ mentorId: "z" })).code).toBe("ID_UNKNOWN");
    const impossible = { ...input, mentees: input.mentees.map((mentee) => ({ ...mentee, minimumLoad: 1 })) };
    expect(thrownBy(() => createMatcher(impossible, { rules: [] }).fix({ menteeId: "p0" })).code).toBe("NO_PRICES");
    const given: object = { fixes: 1 };
    expect(thrownBy(() => matchPairs(input, given)).issues).toMatchObject([{ code: "FIELD_TYPE", path: "/fixes" }]);
  });

  it("exceptFor makes an exception of a pair rule and of the minimum score, and refuses strangers", () => {
    const input = { mentors: [{ id: "a", teaches: ["x"], managerId: "p" }], mentees: [{ id: "p", learns: ["y"] }] };
    const pairsOf = (rules: Asked["options"]["rules"]): number => {
      const result = matchPairs(input, { rules });
      return result.status === "infeasible" ? -1 : result.pairs.length;
    };
    const rules = [noReportingLine(), minimumScore(0.5)] as const;
    expect(pairsOf(rules)).toBe(0);
    expect(pairsOf(rules.map((each) => exceptFor(each, { menteeId: "p" })))).toBe(1);
    expect(pairsOf(rules.map((each) => exceptFor(each, { mentorId: "a" })))).toBe(1);
    for (const each of rules) {
      expect(thrownBy(() => pairsOf([exceptFor(each, { menteeId: "a" })])).issues).toMatchObject([
        { code: "ID_UNKNOWN", path: "/rules/0/except" },
      ]);
    }
  });
});
