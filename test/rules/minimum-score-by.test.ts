import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher, matchPairs, minimumScoreBy, replay } from "../../src/index.ts";
import { pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { runs } from "../support/runs.ts";
import { thrownBy } from "../support/thrown-by.ts";

/** Bars from 0 to 0.9 by the ids. */
const barOf = (mentor: { readonly id: string }, mentee: { readonly id: string }): number =>
  ((mentor.id.length * 7 + mentee.id.length * 3) % 10) / 10;

function scoresIn(input: Parameters<typeof createMatcher>[0], rules: readonly ReturnType<typeof minimumScoreBy>[]) {
  const { mentees, mentors, rowStart, columnAt, scoreAt } = createMatcher(input, { rules }).candidateTable();
  return new Map(
    mentees.flatMap((mentee, row) =>
      Array.from(columnAt.subarray(rowStart[row], rowStart[row + 1]), (column, at) => {
        const mentor = mentors[column]!;
        return [pairText(mentor, mentee), { mentor, mentee, score: scoreAt[rowStart[row]! + at]! }] as const;
      }),
    ),
  );
}

describe("minimumScoreBy", () => {
  it("allows exactly the pairs that score as much as their own bar, whatever the highest bar is", () => {
    fc.assert(
      fc.property(programmes({ largest: 6 }), fc.constantFrom(0.9, 1), (input, highest) => {
        const all = scoresIn(input, []);
        const expected = [...all].filter(
          ([, { mentor, mentee, score }]) => score >= barOf({ id: mentor }, { id: mentee }) * 1_000_000,
        );
        const rule = minimumScoreBy("bar", barOf, { highest });
        expect([...scoresIn(input, [rule]).keys()]).toEqual(expected.map(([key]) => key));
      }),
      runs(30),
    );
  });

  it("says why, is told in the manifest, and is taken again by a replay", () => {
    const input = {
      mentors: [{ id: "m", teaches: ["AI"] }],
      mentees: [{ id: "s", learns: ["AI", "SQL"] }],
    };
    const rule = minimumScoreBy("first choice", () => 0.9, { version: "2" });
    const result = matchPairs(input, { rules: [rule] });
    expect(result.unmatched.map(({ code }) => code)).toEqual(["belowMinimumScore", "belowMinimumScore"]);
    expect(result.unmatched[0]?.reasons[1]?.en).toContain('below what the rule "first choice" asks of the pair');
    expect(result.manifest.options.rules.at(-1)).toMatchObject({ name: "first choice", own: true, version: "2" });
    expect(replay(input, result.manifest, { rules: [rule] })).toEqual(result);
    expect(thrownBy(() => replay(input, result.manifest)).code).toBe("MANIFEST_FUNCTIONS");
  });

  it("refuses a bar that is no number, and a highest bar beyond 1", () => {
    const input = { mentors: [{ id: "m", teaches: ["AI"] }], mentees: [{ id: "s", learns: ["SQL"] }] };
    const asked = (bar: () => number) => () => matchPairs(input, { rules: [minimumScoreBy("bar", bar)] });
    expect(thrownBy(asked(() => Number.NaN)).code).toBe("RULE_RESULT");
    const throws = (): number => {
      throw new Error("no data");
    };
    expect(thrownBy(asked(throws)).code).toBe("RULE_THREW");
    expect(thrownBy(() => minimumScoreBy("bar", () => 0, { highest: 2 })).code).toBe("NUMBER_RANGE");
  });
});
