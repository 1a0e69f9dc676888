import { describe, expect, it } from "vitest";
import { TersineError } from "../../../src/base/error.ts";
import { criterion, type PairFunction, prepareScore } from "../../../src/score/index.ts";

function failure(run: () => unknown): TersineError {
  try {
    run();
  } catch (error) {
    if (error instanceof TersineError) return error;
    throw error;
  }
  return expect.fail("nothing was thrown");
}

const people = {
  mentors: [{ id: "m0" }, { id: "m1" }],
  mentees: [{ id: "e0" }, { id: "e1" }, { id: "e2" }],
  context: {},
};

describe("criterion", () => {
  it.each([
    ["NaN", Number.NaN],
    ["an infinity", Number.POSITIVE_INFINITY],
    ["a negative number", -0.1],
    ["another number", 1.1],
    ["a string", "1"],
    ["null", null],
    ["a boolean", true],
    ["a promise", Promise.resolve(1)],
  ])("S12: a result that is %s is refused with the pair's indices", (found, result) => {
    const measure: PairFunction = (mentor, mentee) =>
      mentor.id === "m1" && mentee.id === "e2" ? (result as number) : 0.5;
    const error = failure(() => {
      prepareScore([criterion("fit", () => 1), criterion("odd", measure)], people).scoreOf(2, 1);
    });
    expect(error.code).toBe("CRITERION_RESULT");
    expect(error.issues[0]).toMatchObject({ path: "/criteria/1" });
    expect(error.message).toContain('"odd"');
    expect(error.message).toContain(`got ${found} for mentor 1 and mentee 2`);
  });

  it("S12: what a criterion throws is kept as the cause", () => {
    const cause = new RangeError("inside");
    const thrower = criterion("thrower", () => {
      throw cause;
    });
    const error = failure(() => thrower.value({}, {}));
    expect(error.code).toBe("CRITERION_THREW");
    expect(error.cause).toBe(cause);
    expect(error.message).toContain('criterion "thrower" threw for mentor 0 and mentee 0');
  });

  it("S13: it is called once per pair, mentee by mentee, and never for a pair that is not asked for", () => {
    const calls: string[] = [];
    const counted = criterion("counted", (mentor, mentee) => {
      calls.push(`${String(mentee.id)} ${String(mentor.id)}`);
      return 0.5;
    });
    const prepared = prepareScore([counted], people);
    const row = new Int32Array(2);
    for (const mentee of [0, 1]) prepared.scoreRow(mentee, row);
    expect(calls).toEqual(["e0 m0", "e0 m1", "e1 m0", "e1 m1"]);
    prepared.explainPair(1, 0);
    prepared.scoreOf(0, 1);
    prepared.scoreRow(0, row);
    expect(calls).toHaveLength(4);
    prepared.explainPair(2, 1);
    expect(calls.slice(4)).toEqual(["e2 m1"]);
  });

  it("keeps its version and hands over the context", () => {
    const fit = criterion("fit", (_mentor, _mentee, { levels }) => (levels?.length ?? 0) / 4, { version: "2" });
    expect(fit.version).toBe("2");
    expect(fit.value({}, {}, { levels: ["junior", "senior"] })).toBe(0.5);
    expect("version" in criterion("fit", () => 1)).toBe(false);
  });
});
