import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bothWays, criterion, hierarchy, matchPairs, topics } from "../../../src/index.ts";
import { prepareScore } from "../../../src/score/index.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const TOPICS = ["AI", "Excel", "Design", "Law"] as const;
const some = fc.subarray([...TOPICS]);
const mentors = fc.array(fc.record({ teaches: some, learnsInReturn: some }), { minLength: 2, maxLength: 4 });
const mentees = fc.array(fc.record({ learns: some, teachesInReturn: some }), { minLength: 2, maxLength: 4 });

/** The share of wishes that are offered; 0 where one says nothing. */
const share = (wishes: readonly string[], offers: readonly string[]): number =>
  wishes.length === 0 || offers.length === 0
    ? 0
    : wishes.filter((topic) => offers.includes(topic)).length / wishes.length;

describe("bothWays", () => {
  it("is the lower, or the mean, of the two directions", () => {
    fc.assert(
      fc.property(mentors, mentees, fc.constantFrom("lower", "mean"), (offering, wishing, how) => {
        const judge = bothWays(topics(), how);
        const { points } = judge.prepare({ mentors: offering, mentees: wishing, context: {} });
        for (const [row, mentee] of wishing.entries()) {
          for (const [column, mentor] of offering.entries()) {
            const [there, back] = [
              share(mentee.learns, mentor.teaches),
              share(mentor.learnsInReturn, mentee.teachesInReturn),
            ];
            const isSilent = (list: readonly string[]): boolean => list.length === 0;
            const isUnknown =
              (isSilent(mentee.learns) || isSilent(mentor.teaches)) &&
              (isSilent(mentor.learnsInReturn) || isSilent(mentee.teachesInReturn));
            const expected = how === "lower" ? Math.min(there, back) : (there + back) / 2;
            const value = judge.value(mentor, mentee);
            if (isUnknown) expect(value).toBeUndefined();
            else {
              expect(value).toBeCloseTo(expected, 5);
              expect(points(row, column)).toBe(Math.round((value ?? 0) * 1e6));
            }
          }
        }
      }),
    );
  });

  it("is the same for two people whoever of them is the mentor", () => {
    const gap = bothWays(
      criterion("gap", (mentor, mentee) => (mentor.level === 1 && mentee.level === 2 ? 1 : 0.5)),
      "mean",
    );
    expect(gap.value({ level: 1 }, { level: 2 })).toBe(0.75);
    expect(gap.value({ level: 2 }, { level: 1 })).toBe(0.75);
    expect(bothWays(hierarchy()).value({ level: 1 }, { level: 5 })).toBe(0);
  });

  it("leaves a direction to the other where its criterion skips it", () => {
    const judge = bothWays(topics({ missing: "skip" }));
    expect(judge.value({ teaches: ["AI"] }, { learns: ["AI"] })).toBe(1);
    expect(judge.value({ teaches: [] }, { learns: [] })).toBeUndefined();
    expect(bothWays(topics()).value({ teaches: ["AI"] }, { learns: ["AI"] })).toBe(0);
  });

  it("says both figures", () => {
    const input = {
      mentors: [{ id: "j", teaches: ["AI"], learnsInReturn: ["Law", "Design"] }],
      mentees: [{ id: "s", learns: ["AI"], teachesInReturn: ["Law"] }],
    };
    const result = matchPairs(input, { criteria: [bothWays("topics")], rules: [] });
    expect(result.status === "optimal" && result.pairs[0]?.reasons).toMatchObject([
      {
        en: "As mentor and mentee 100, with the roles changed 50, of 100; the lower of the two counts. 50 of 100 points.",
        tr: "100 üzerinden mentor ve mentee olarak 100, roller değişince 50; ikisinin düşük olanı geçerli. 100 puan üzerinden 50.",
      },
    ]);
    const pool = { mentors: input.mentors, mentees: input.mentees, context: {} };
    expect(prepareScore([bothWays("topics", "mean")], pool).scoreOf(0, 0)).toBe(750_000);
  });

  it("refuses what is no criterion, and another way to join", () => {
    expect(thrownBy(() => bothWays(topics as never)).code).toBe("FIELD_TYPE");
    expect(thrownBy(() => bothWays(topics(), "best" as never)).code).toBe("VALUE_UNKNOWN");
  });
});
