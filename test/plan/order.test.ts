import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchResult } from "../../src/explain/result.ts";
import { matchPairs } from "../../src/match.ts";
import type { MatchOptions } from "../../src/plan/match-options.ts";
import type { MatchInput, MentorEntry } from "../../src/model/schema/schema.ts";
import { noReportingLine, reverse } from "../../src/rules/index.ts";
import { programmes } from "../support/programmes.ts";
import { order, renamed, reordered } from "../support/reordered.ts";
import { runs } from "../support/runs.ts";

const OPTIONS: MatchOptions = { rules: [noReportingLine(), reverse({ unknown: "allow" })] };

const bytes = (input: MatchInput, options = OPTIONS): string => JSON.stringify(matchPairs(input, options));

/** New ids, ordered as the old ones. */
function renaming(input: MatchInput, name: (place: number) => string): (id: string) => string {
  const ids = (input.people ?? []).map(({ id }) => id).sort();
  return (id) => name(ids.indexOf(id));
}

/** The result without the hash of the input, which depends on the ids. */
function withoutHash(result: MatchResult): string {
  return JSON.stringify({ ...result, manifest: { ...result.manifest, input: "" } });
}

describe("matchPairs", () => {
  it("X2, X5: the order of lists, fields and windows changes no byte", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), order, (input, by) => {
        expect(bytes(reordered(input, by))).toBe(bytes(input));
      }),
      runs(100),
    );
  });

  it("X1, V3: a second call on the frozen input gives the same bytes", () => {
    fc.assert(
      fc.property(programmes(), (input) => {
        const before = JSON.stringify(input);
        const first = bytes(input);
        expect(bytes(deepFrozen(input))).toBe(first);
        expect(JSON.stringify(input)).toBe(before);
      }),
      runs(100),
    );
  });

  it("X5: people's own data counts as written: its lists keep their order, its fields have none", () => {
    const withData = (attributes: MentorEntry["attributes"]): MatchInput => ({
      mentors: [{ id: "a", teaches: ["x"], ...(attributes === undefined ? {} : { attributes }) }],
      mentees: [{ id: "b", learns: ["x"] }],
    });
    const [ab, ba] = [
      { windows: [1, 2], city: "x" },
      { city: "x", windows: [2, 1] },
    ];
    expect(bytes(withData({ city: "x", windows: [1, 2] }), { rules: [] })).toBe(bytes(withData(ab), { rules: [] }));
    expect(bytes(withData(ba), { rules: [] })).not.toBe(bytes(withData(ab), { rules: [] }));
  });

  it("S11: other ids in the same order give the same result in the new ids", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), (input) => {
        const marked = renamed(
          input,
          renaming(input, (place) => `<${String.fromCharCode(65 + place)}>`),
        );
        const other = (place: number): string => `${1_000 + place * place}`;
        const result = withoutHash(matchPairs(marked, OPTIONS));
        const expected = result.replace(/<([A-Z])>/g, (_, letter: string) => other(letter.charCodeAt(0) - 65));
        expect(withoutHash(matchPairs(renamed(input, renaming(input, other)), OPTIONS))).toBe(expected);
      }),
      runs(80),
    );
  });

  it("S10, C1: one more mentor, like another, changes no score and lowers neither people placed nor total", () => {
    fc.assert(
      fc.property(programmes(), fc.nat(4), (input, which) => {
        const twin = input.mentors[which % input.mentors.length];
        fc.pre(twin !== undefined);
        const person = (input.people ?? []).find(({ id }) => id === twin.id)!;
        const more: MatchInput = {
          ...input,
          people: [...(input.people ?? []), { ...person, id: "~twin" }],
          mentors: [...input.mentors, { ...twin, id: "~twin" }],
        };
        const [before, after] = [matchPairs(input, OPTIONS), matchPairs(more, OPTIONS)];
        if (before.status !== "optimal" || after.status !== "optimal") throw new Error("expected pairs");
        for (const pair of before.pairs) {
          const same = after.pairs.find(
            ({ mentorId, menteeId }) => mentorId === pair.mentorId && menteeId === pair.menteeId,
          );
          if (same !== undefined) expect(same).toEqual(pair);
        }
        const placed = ({ totals }: typeof before): number => totals.placedMentors + totals.placedMentees;
        expect(placed(after)).toBeGreaterThanOrEqual(placed(before));
        if (placed(after) === placed(before)) expect(after.totals.score).toBeGreaterThanOrEqual(before.totals.score);
      }),
      runs(80),
    );
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const item of Object.values(value)) deepFrozen(item);
  return Object.freeze(value);
}
