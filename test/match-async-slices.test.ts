import { describe, expect, it } from "vitest";
import { programmeOf } from "../bench/programme.ts";
import { type AsyncMatchOptions, matchPairs, matchPairsAsync, type Objective, quota, reverse } from "../src/index.ts";
import { matchInSteps } from "../src/matcher/match-async.ts";

const input = programmeOf(24);
const before = JSON.stringify(input);
const cases: readonly (readonly [name: string, options: AsyncMatchOptions & { readonly objective?: Objective }])[] = [
  ["coverage", {}],
  ["score", { objective: "score" }],
  ["fair", { objective: "fair" }],
  ["stable", { objective: "stable", rules: [reverse()] }],
  ["quotas", { quotas: [quota("first", { mentee: { id: ["p1", "p2", "p3"] } }, { max: 2 })] }],
  ["fixes", { fixes: true }],
];

describe.each(cases)("matchPairsAsync in slices, %s", (_, options) => {
  it("K3: can be stopped at every step, leaves the input as it was, and works the next time", () => {
    const expected = JSON.stringify(matchPairs(input, options));
    const all = matchInSteps(input, options);
    let steps = 0;
    for (let step = all.next(); step.done !== true; step = all.next()) steps += 1;
    const stopped = new Error("stop");
    for (let stop = 0; stop < steps; stop += Math.max(1, Math.floor(steps / 150))) {
      const some = matchInSteps(input, options);
      for (let step = 0; step <= stop; step += 1) expect(some.next().done).toBe(false);
      expect(() => some.throw(stopped)).toThrow(stopped);
    }
    expect(JSON.stringify(input)).toBe(before);
    expect(JSON.stringify(matchPairs(input, options))).toBe(expected);
  });

  it("X1: gives the bytes of matchPairs", async () => {
    expect(JSON.stringify(await matchPairsAsync(input, options))).toBe(JSON.stringify(matchPairs(input, options)));
  });
});

describe("matchPairsAsync in slices", () => {
  it("K3: rejects at once if its signal is aborted already, and after any progress that aborts it", async () => {
    const early = matchPairsAsync(input, { signal: AbortSignal.abort("early") });
    await expect(early).rejects.toMatchObject({ code: "ABORTED", cause: "early" });
    const phases = ["reading", "scoring", "solving", "explaining"];
    for (const phase of phases) {
      const controller = new AbortController();
      const onProgress: AsyncMatchOptions["onProgress"] = (progress) => {
        if (progress.phase === phase) controller.abort(phase);
      };
      const late = matchPairsAsync(input, { signal: controller.signal, onProgress });
      await expect(late).rejects.toMatchObject({ code: "ABORTED", cause: phase });
    }
  });

  it("K3: no stretch of people, pairs or edges grows with the programme: more people, more steps", () => {
    const stepsIn = (size: number): number => {
      const all = matchInSteps(programmeOf(size), {});
      let steps = 0;
      for (let step = all.next(); step.done !== true; step = all.next()) steps += 1;
      return steps;
    };
    const [small, large] = [stepsIn(50), stepsIn(200)];
    expect(large).toBeGreaterThan(3 * small);
  });

  it("D3: tells bounds that the result does not exceed, and a gap above the best plan known, under quotas", () => {
    const quotas = [quota("few", { mentee: { id: ["p1", "p2", "p3", "p4"] } }, { min: 1, max: 2 })];
    const result = matchPairs(input, { quotas });
    if (result.status !== "optimal") throw new Error("expected a proved plan");
    let told = 0;
    for (const { bound, gap } of matchInSteps(input, { quotas })) {
      if (bound === undefined) continue;
      told += 1;
      const { placedMentors, placedMentees, score } = result.totals;
      const reached = bound.of === "people" ? placedMentors + placedMentees : score;
      expect(bound.atMost).toBeGreaterThanOrEqual(reached);
      if (gap !== undefined) expect(bound.atMost - gap).toBeLessThanOrEqual(reached);
    }
    expect(told).toBeGreaterThan(0);
  });
});
