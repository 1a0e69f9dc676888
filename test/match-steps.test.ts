import { afterEach, describe, expect, it, vi } from "vitest";
import { programmeOf } from "../bench/programme.ts";
import { type AsyncMatchOptions, matchPairs, matchPairsAsync, type Objective, quota, reverse } from "../src/index.ts";
import { matchInSteps } from "../src/match.ts";

const input = frozen(programmeOf(24));
const before = JSON.stringify(input);
const cases: readonly (readonly [name: string, options: AsyncMatchOptions & { readonly objective?: Objective }])[] = [
  ["coverage", {}],
  ["score", { objective: "score" }],
  ["fair", { objective: "fair" }],
  ["stable", { objective: "stable", rules: [reverse()] }],
  ["quotas", { quotas: [quota("first", { mentee: { id: ["p1", "p2", "p3"] } }, { max: 2 })] }],
  ["fixes", { fixes: true }],
];

/** Freezes plain data to its last item; functions and what they close over stay as they are. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Fixes take so many steps that a third of the stops makes the point. */
const stopsOf = (name: string, stops: number): number => (name === "fixes" ? Math.ceil(stops / 3) : stops);

describe.each(cases)("matchPairsAsync in slices, %s", (name, options) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("K3: can be stopped at every step, leaves the input as it was, and works the next time", () => {
    const expected = JSON.stringify(matchPairs(input, options));
    const all = matchInSteps(input, options);
    let steps = 0;
    for (let step = all.next(); step.done !== true; step = all.next()) steps += 1;
    expect(steps).toBeGreaterThan(100);
    const stopped = new Error("stop");
    for (let stop = 0; stop < steps; stop += Math.max(1, Math.floor(steps / stopsOf(name, 25)))) {
      const some = matchInSteps(input, options);
      for (let step = 0; step <= stop; step += 1) expect(some.next().done).toBe(false);
      expect(() => some.throw(stopped)).toThrow(stopped);
    }
    expect(JSON.stringify(input)).toBe(before);
    expect(JSON.stringify(matchPairs(input, options))).toBe(expected);
  });

  it("K3: rejects with the signal's reason wherever it is given, and works the next time", async () => {
    // a clock that leaps lets every step be a slice of its own
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 1_000));
    const expected = JSON.stringify(matchPairs(input, options));
    const all = matchInSteps(input, options);
    let steps = 0;
    for (let step = all.next(); step.done !== true; step = all.next()) steps += 1;
    const samples = stopsOf(name, 8);
    for (let sample = 0; sample < samples; sample += 1) {
      const stop = 1 + Math.floor(((sample + 0.5) * Math.min(steps, 2_000)) / samples);
      const controller = new AbortController();
      let told = 0;
      const onProgress = (): void => {
        told += 1;
        if (told === stop) controller.abort(`at ${stop}`);
      };
      const stopped = matchPairsAsync(input, { ...options, signal: controller.signal, onProgress });
      await expect(stopped).rejects.toMatchObject({ code: "ABORTED", cause: `at ${stop}` });
      expect(told).toBe(stop);
    }
    expect(JSON.stringify(await matchPairsAsync(input, options))).toBe(expected);
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

  it("K3: no step over people, pairs or edges grows with the programme: more people, more steps", () => {
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
