import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepRead, knownTimes } from "../../src/plan/known-times.ts";
import { scoreOptions, scorePool } from "../../src/plan/scoring.ts";
import { readOptions } from "../../src/plan/options.ts";
import { goals, prepareScore, topics } from "../../src/score/index.ts";
import { graphOf } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { runs, shareOf } from "../support/runs.ts";

describe("keep", () => {
  it("is asked for each profile once, by each reader apart, and changes no score", () => {
    let kept = 0;
    fc.assert(
      fc.property(programmes({ largest: 5 }), (input) => {
        const { program } = graphOf(input, { rules: [] });
        const criteria = [topics(), topics({ name: "again", unstatedLevel: 3 }), goals()];
        const pool = scorePool(program);
        const { keep, ...plain } = pool;
        expect(keep).toBe(keepRead);
        expect(pool.times).toBe(knownTimes);
        const fresh = prepareScore(criteria, plain, scoreOptions(readOptions(undefined)));
        // the second preparation reads nothing anew
        for (const prepared of [prepareScore(criteria, pool), prepareScore(criteria, pool)]) {
          for (const mentor of program.mentors.keys()) {
            for (const mentee of program.mentees.keys()) {
              expect(prepared.explainPair(mentee, mentor)).toEqual(fresh.explainPair(mentee, mentor));
              kept += 1;
            }
          }
        }
      }),
      runs(60),
    );
    expect(kept).toBeGreaterThan(shareOf(200));
  });

  it("reads each object once, however often and from wherever it is asked", () => {
    let read = 0;
    const lengthOf = ({ id = "" }: { readonly id?: string }): number => {
      read += 1;
      return id.length;
    };
    const people = ["a", "bb", "bb"].map((id) => ({ id }));
    for (let time = 0; time < 3; time += 1) expect(people.map(keepRead(lengthOf))).toEqual([1, 2, 2]);
    expect(read).toBe(3);
    const twice = ({ id = "" }: { readonly id?: string }): number => 2 * id.length;
    expect(people.map(keepRead(twice))).toEqual([2, 4, 4]);
  });
});
