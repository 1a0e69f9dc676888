import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPairs, type MatchInput, reverse, sharedTopic } from "../../src/index.ts";
import {
  applyEvents,
  emptyPool,
  poolStep,
  simulatePool,
  type PoolEvent,
  type PoolState,
} from "../../src/pool/index.ts";
import { dateOf, foldOf, policies, streams } from "../support/pool-streams.ts";
import { runs } from "../support/runs.ts";

const options = { rules: [reverse({ minimumGap: 1 }), sharedTopic()] };

describe("laws of a pool", () => {
  it("a simulation is a fold of steps: the same pairs at the same times, the same state", () => {
    let [met, held] = [0, 0];
    fc.assert(
      fc.property(streams(), policies, (events, policy) => {
        const { runs: played, state } = simulatePool(events, policy, options);
        const fold = foldOf(events, policy, options);
        expect(
          fold.map(({ at, step }) => ({
            at,
            pairs: step.pairs.length,
            score: step.pairs.reduce((sum, { score }) => sum + score, 0),
            held: step.waiting.filter(({ heldUntil }) => heldUntil !== undefined).length,
          })),
        ).toEqual(played.map(({ at, pairs, score, held: count }) => ({ at, pairs, score, held: count })));
        expect(state).toEqual(fold.at(-1)?.state);
        met += state.pairs.length;
        held += played.reduce((sum, run) => sum + run.held, 0);
      }),
      // two of whom one wants more than the other offers are held back, whatever else is drawn
      { ...runs(12), examples: [[heldStream, { every: 5, patience: { score: 1, days: 6 } }]] },
    );
    expect(met).toBeGreaterThan(0);
    expect(held).toBeGreaterThan(0);
  });

  it("so it is where only some state a field, so that who is there decides what rules measure by", () => {
    fc.assert(
      fc.property(streams({ isUniform: false, most: 4 }), policies, (events, policy) => {
        const rules = [reverse({ minimumGap: 1, unknown: "allow" })];
        const { runs: played, state } = simulatePool(events, policy, { rules });
        const fold = foldOf(events, policy, { rules });
        expect(played.map(({ at, pairs }) => ({ at, pairs }))).toEqual(
          fold.map(({ at, step }) => ({ at, pairs: step.pairs.length })),
        );
        expect(state).toEqual(fold.at(-1)?.state);
      }),
      runs(6),
    );
  });

  it("hindsight has at least as many pairs, and with as many at least the worth", () => {
    let equal = 0;
    fc.assert(
      fc.property(streams(), policies, fc.constantFrom(0, 1000, 40_000), (events, policy, dayCost) => {
        const { hindsight, counted, regret } = simulatePool(events, policy, { ...options, dayCost });
        expect(hindsight.pairs).toBeGreaterThanOrEqual(counted.pairs);
        if (hindsight.pairs === counted.pairs) {
          equal += 1;
          expect(hindsight.worth).toBeGreaterThanOrEqual(counted.worth);
        }
        expect(regret.pairs).toBe(hindsight.pairs - counted.pairs);
      }),
      runs(30),
    );
    expect(equal).toBeGreaterThan(0);
  });

  it("nobody is held back beyond the days of patience, nor past the promise: the next step is due before it ends", () => {
    let promises = 0;
    fc.assert(
      fc.property(streams(), fc.constantFrom(0, 2, 5, 7), (events, every) => {
        const patience = { score: 1, days: 6 };
        const promised = new Map<string, string>();
        for (const { at, step, state } of foldOf(events, { every, patience }, { rules: [] })) {
          const isFree = step.waiting.map(({ id, side, since }) => `${side} ${id} ${since}`);
          for (const key of [...promised.keys()]) if (!isFree.includes(key)) promised.delete(key);
          const over = new Set([...promised].flatMap(([key, until]) => (until <= at ? [key] : [])));
          for (const { heldUntil, id, side, since } of step.waiting) {
            const key = `${side} ${id} ${since}`;
            if (heldUntil !== undefined) {
              promises += 1;
              expect(Date.parse(heldUntil)).toBeGreaterThan(Date.parse(at));
              expect(Date.parse(heldUntil) - Date.parse(since)).toBeLessThanOrEqual(patience.days * 86_400_000);
              expect([heldUntil, step.next, step.next !== null && step.next <= heldUntil]).toEqual([
                heldUntil,
                step.next,
                true,
              ]);
              expect(heldUntil <= (promised.get(key) ?? heldUntil)).toBe(true);
              promised.set(key, heldUntil);
            }
            if (over.has(key)) {
              expect(heldUntil).toBeUndefined();
              // everybody of the other side who has a place left has been proposed to them before
              for (const other of step.waiting)
                if (other.side !== side) expect(haveMet(state, id, other.id)).toBe(true);
            }
          }
        }
      }),
      { ...runs(8), examples: [[heldStream, 5]] },
    );
    expect(promises).toBeGreaterThan(0);
  });

  it("a pair that was declined never comes back, and one that ended not before `again` days", () => {
    const counts = { declined: 0, again: 0 };
    const answers = fc.array(fc.constantFrom("declined", "ended", "kept"), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(streams(), answers, fc.constantFrom(undefined, 0, 4), (events, drawn, again) => {
        const policy = { every: 3, ...(again === undefined ? {} : { again }) };
        const closed = new Map<string, { readonly how: string; readonly day: number }>();
        let [state, asked] = [applyEvents(emptyPool(), joinsOf(events)), 0];
        for (let day = 13; day < 40; day += 3) {
          const step = poolStep(state, dateOf(day), policy, { rules: [] });
          for (const pair of step.pairs) {
            const before = closed.get(`${pair.mentorId} ${pair.menteeId}`);
            expect(before?.how).not.toBe("declined");
            if (before === undefined) continue;
            counts.again += 1;
            expect(day - before.day).toBeGreaterThanOrEqual(again ?? Infinity);
          }
          const told = step.pairs.flatMap(({ mentorId, menteeId }): readonly PoolEvent[] => {
            const [how = "kept", pair] = [drawn[asked++ % drawn.length], { mentorId, menteeId }];
            if (how === "kept") return [];
            closed.set(`${mentorId} ${menteeId}`, { how, day: day + 1 });
            if (how === "declined") counts.declined += 1;
            const at = dateOf(day + 1);
            return how === "declined" ? [{ at, declined: pair, reason: "other" }] : [{ at, ended: pair }];
          });
          state = applyEvents(step.state, told);
          // whoever leaves and comes back is still the one who declined
          const [back] = state.mentees;
          if (day === 22 && back !== undefined) {
            const { entry } = back;
            const left = applyEvents(state, [{ at: dateOf(day + 1), leave: entry.id, side: "mentee" }]);
            for (const pair of left.pairs) {
              const key = `${pair.mentorId} ${pair.menteeId}`;
              if (pair.status === "ended" && closed.get(key)?.how !== "declined")
                closed.set(key, {
                  how: "ended",
                  day: Math.round((Date.parse(pair.ended ?? "") - Date.parse(dateOf(0))) / 86_400_000),
                });
            }
            state = applyEvents(left, [{ at: dateOf(day + 1), side: "mentee", join: entry }]);
          }
        }
      }),
      runs(12),
    );
    expect(Math.min(counts.declined, counts.again)).toBeGreaterThan(0);
  });

  it("with steps at arrivals and no patience, a step without anything new changes nothing", () => {
    fc.assert(
      fc.property(streams(), (events) => {
        const state = applyEvents(emptyPool(), joinsOf(events));
        const first = poolStep(state, dateOf(40), { every: 0 }, options);
        const second = poolStep(first.state, dateOf(41), { every: 0 }, options);
        expect(second.pairs).toEqual([]);
        expect({ ...second.state, now: null, lastRun: null }).toEqual({ ...first.state, now: null, lastRun: null });
      }),
      runs(12),
    );
  });

  it("with all arrivals at one instant a step is matchPairs, byte for byte", () => {
    fc.assert(
      fc.property(streams(), (events) => {
        const joins = joinsOf(events).map((event) => ({ ...event, at: dateOf(0) }));
        const { result } = poolStep(applyEvents(emptyPool(), joins), dateOf(0), { every: 7 }, options);
        expect(JSON.stringify(result)).toBe(JSON.stringify(matchPairs(inputOf(joins), options)));
      }),
      runs(12),
    );
  });

  it("where the best total counts, leaving counts for nothing: a step is matchPairs whoever is about to go", () => {
    let leaving = 0;
    fc.assert(
      fc.property(streams(), fc.boolean(), (events, isInPolicy) => {
        const joins = events.flatMap((event) => ("join" in event ? [{ ...event, at: dateOf(0) }] : []));
        const best = { ...options, objective: "score" as const };
        const { result } = isInPolicy
          ? poolStep(applyEvents(emptyPool(), joins), dateOf(0), { every: 30, objective: "score" }, options)
          : poolStep(applyEvents(emptyPool(), joins), dateOf(0), { every: 30 }, best);
        expect(JSON.stringify(result)).toBe(JSON.stringify(matchPairs(inputOf(joins), best)));
        leaving += joins.filter(({ leavesBy }) => leavesBy !== undefined).length;
      }),
      runs(12),
    );
    expect(leaving).toBeGreaterThan(0);
  });

  it("the order of events of one instant means nothing, and a state goes through JSON as it is", () => {
    fc.assert(
      fc.property(
        streams().chain((events) =>
          fc.tuple(
            fc.constant(joinsAndLeaves(events)),
            fc.shuffledSubarray([...joinsAndLeaves(events)], { minLength: joinsAndLeaves(events).length }),
          ),
        ),
        ([events, shuffled]) => {
          const state = applyEvents(emptyPool(), events);
          expect(applyEvents(emptyPool(), shuffled)).toEqual(state);
          const stored = structuredClone(JSON.parse(JSON.stringify(state))) as typeof state;
          expect(stored).toEqual(state);
          const policy = { every: 3, waiting: 5000 };
          expect(poolStep(stored, dateOf(60), policy, options)).toEqual(poolStep(state, dateOf(60), policy, options));
        },
      ),
      runs(12),
    );
  });

  it("events applied one day after another, or all at once, come to the same", () => {
    fc.assert(
      fc.property(streams(), (events) => {
        const all = joinsAndLeaves(events);
        const days = [...new Set(all.map(({ at }) => at))].sort();
        const oneByOne = days.reduce(
          (state, day) =>
            applyEvents(
              state,
              all.filter(({ at }) => at === day),
            ),
          emptyPool(),
        );
        expect(oneByOne).toEqual(applyEvents(emptyPool(), all));
      }),
      runs(12),
    );
  });
});

const joinsOf = (events: readonly PoolEvent[]) =>
  events.flatMap((event) => ("join" in event && event.leavesBy === undefined ? [event] : []));

const joinsAndLeaves = (events: readonly PoolEvent[]): readonly PoolEvent[] =>
  events.filter((event) => "join" in event || "leave" in event || "free" in event);

function inputOf(events: readonly PoolEvent[]): MatchInput {
  return {
    mentors: events.flatMap((event) => ("join" in event && event.side === "mentor" ? [event.join] : [])),
    mentees: events.flatMap((event) => ("join" in event && event.side === "mentee" ? [event.join] : [])),
  };
}

/** Somebody comes first; then two of whom one wants more than the other offers. */
const heldStream: readonly PoolEvent[] = [
  { at: dateOf(0), side: "mentee", join: { id: "s1", level: 5, learns: ["AI"] }, leavesBy: dateOf(0) },
  { at: dateOf(3), side: "mentor", join: { id: "m0", level: 1, teaches: ["AI"] } },
  { at: dateOf(4), side: "mentee", join: { id: "s0", level: 5, learns: ["AI", "SQL"] } },
];

function haveMet({ pairs }: PoolState, one: string, other: string): boolean {
  return pairs.some(({ mentorId, menteeId }) => [mentorId, menteeId].sort().join() === [one, other].sort().join());
}
