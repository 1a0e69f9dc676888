import { Session } from "node:inspector";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { programmeOf } from "../bench/programme.ts";
import { type MatchInput, type MatchOptions, quota } from "../src/index.ts";
import { matchInSteps } from "../src/match.ts";

// with a short slice a small programme has as many pauses as a large one with the real one
const SLICE = vi.hoisted(() => 2048);
vi.mock("../src/base/steps.ts", async (original) => ({ ...(await original<object>()), SLICE }));

/** Counts how often each block of the sources runs, with the counters of the engine: work without a clock. */
class BlockCounter {
  readonly #session = new Session();

  start(): void {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  stop(): void {
    this.#session.disconnect();
  }

  /** How often each block has run since the last call. */
  take(): ReadonlyMap<string, number> {
    const runsOf = new Map<string, number>();
    this.#session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error !== null) throw error;
      for (const { url, functions } of result) {
        const file = url.split("/src/")[1];
        if (file === undefined) continue;
        for (const { functionName, ranges } of functions) {
          for (const { count, startOffset } of ranges) runsOf.set(`${file} ${functionName} ${startOffset}`, count);
        }
      }
    });
    return runsOf;
  }
}

/** Pairs are many here, and people few; days and weeks, which are as many for any programme, are left out. */
function programme(size: number, capacity?: number): MatchInput {
  const input = programmeOf(size);
  const strip = <Entry extends { availability?: unknown }>(entry: Entry): Entry => {
    const rest = { ...entry };
    delete rest.availability;
    return rest;
  };
  return {
    people: input.people ?? [],
    mentors: input.mentors.map((mentor) => ({ ...strip(mentor), ...(capacity === undefined ? {} : { capacity }) })),
    mentees: input.mentees.map(strip),
  };
}

const size = 72;
const few = quota("few", { mentee: { id: ["p1", "p2", "p3", "p4", "p5"] } }, { min: 1, max: 3 });
const overloaded = programme(size);
const cases: readonly (readonly [name: string, input: MatchInput, options: MatchOptions])[] = [
  ["coverage", programme(size), {}],
  ["score", programme(size), { objective: "score" }],
  ["fair", programme(size), { objective: "fair" }],
  ["stable", programme(size), { objective: "stable" }],
  ["quotas", programme(size), { quotas: [few] }],
  ["one-to-one", programme(104, 1), {}],
  [
    "conflict",
    { ...overloaded, mentors: overloaded.mentors.map((mentor) => ({ ...mentor, capacity: 2, minimumLoad: 2 })) },
    {},
  ],
];

/**
 * A pass over the edges takes a few milliseconds for a million of them, so it is not divided: that would cost a second form
 * of every such loop and gain nothing. What must never happen between two pauses is a pass for each of many people, rows or
 * cases. So a step is bounded by a constant number of passes over all pairs, however large the programme is.
 */
const MOST_PASSES = 4;

/** Looks weights up in a sorted list, a few steps for each edge: those of a small graph are not counted out. */
const LOGARITHMIC = /^solve\/fair\/weight-ranks\.ts indexIn /u;

/** Steps looked at one by one; of those behind them, one in `SAMPLED`. */
const ALL_UP_TO = 120;
const SAMPLED = 16;

describe("matchPairsAsync in counted work", () => {
  const counter = new BlockCounter();
  beforeAll(() => {
    counter.start();
  });
  afterAll(() => {
    counter.stop();
  });

  it.each(cases)("K3: no step goes over all pairs more than a few times, %s", (_, input, options) => {
    const steps = matchInSteps(input, options);
    const mostRuns = MOST_PASSES * input.mentors.length * input.mentees.length;
    const long = new Map<string, number>();
    let total = 0;
    counter.take();
    let seen = 0;
    for (let isDone = false; !isDone; seen += 1) {
      const isSampled = seen < ALL_UP_TO || seen % SAMPLED === 0;
      if (isSampled) counter.take();
      isDone = steps.next().done === true;
      if (!isSampled) continue;
      for (const [block, runs] of counter.take()) {
        if (runs > mostRuns && !LOGARITHMIC.test(block)) long.set(block, Math.max(runs, long.get(block) ?? 0));
        total += runs;
      }
    }
    expect([...long]).toEqual([]);
    // the whole work would not fit into one step
    expect(total).toBeGreaterThan(10 * mostRuns);
  });
});
