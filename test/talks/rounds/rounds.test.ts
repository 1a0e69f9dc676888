import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PairOfIds } from "../../../src/index.ts";
import { rounds, type RoundsOptions, type TalkRounds } from "../../../src/talks/index.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** Talks of up to `most` people a side; on `shared` ids somebody may be on both sides. */
const talksOf = (most: number, isShared: boolean): fc.Arbitrary<readonly PairOfIds[]> =>
  fc
    .uniqueArray(fc.tuple(fc.nat(most - 1), fc.nat(most - 1)), {
      selector: ([mentee, mentor]) => mentee * most + mentor,
      maxLength: 14,
    })
    .map((pairs) =>
      pairs
        .filter(([mentee, mentor]) => !isShared || mentee !== mentor)
        .map(([mentee, mentor]) => ({
          menteeId: `${isShared ? "p" : "s"}${mentee}`,
          mentorId: `${isShared ? "p" : "j"}${mentor}`,
        })),
    );

const sorted = (pairs: readonly PairOfIds[]): readonly string[] =>
  pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`).sort();

/** Throws unless nobody talks twice in a round and every talk stands once, in a round or among those left. */
function expectPlan(pairs: readonly PairOfIds[], plan: TalkRounds): void {
  expect(sorted([...plan.rounds.flat(), ...plan.left])).toEqual(sorted(pairs));
  for (const round of plan.rounds) {
    const people = round.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]);
    expect(new Set(people).size).toBe(people.length);
  }
}

const mostTalks = (pairs: readonly PairOfIds[]): number => {
  const people = pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]);
  return Math.max(0, ...people.map((id) => people.filter((other) => other === id).length));
};

/** The most talks that fit into slots, by trying every slot for every talk. */
function mostPlaced(
  pairs: readonly PairOfIds[],
  slots: number,
  free: (id: string, slot: number) => boolean = () => true,
): number {
  const busy = new Set<string>();
  const place = (at: number): number => {
    const pair = pairs[at];
    if (pair === undefined) return 0;
    let best = place(at + 1);
    for (let slot = 0; slot < slots; slot += 1) {
      const keys = [pair.menteeId, pair.mentorId].map((id) => `${slot} ${id}`);
      if (![pair.menteeId, pair.mentorId].every((id) => free(id, slot)) || keys.some((key) => busy.has(key))) continue;
      for (const key of keys) busy.add(key);
      best = Math.max(best, 1 + place(at + 1));
      for (const key of keys) busy.delete(key);
      if (best === pairs.length - at) return best;
    }
    return best;
  };
  return place(0);
}

describe("rounds", () => {
  it("B5: takes exactly as many rounds as the busiest person has talks", () => {
    fc.assert(
      fc.property(talksOf(6, false), (pairs) => {
        const plan = rounds(pairs);
        expectPlan(pairs, plan);
        expect(plan.rounds).toHaveLength(mostTalks(pairs));
        expect(plan).toMatchObject({ status: "optimal", lowerBound: mostTalks(pairs), left: [] });
      }),
      runs(200),
    );
  });

  it("B5: nobody on both sides talks twice at once, and no plan takes fewer rounds", () => {
    let more = 0;
    fc.assert(
      fc.property(talksOf(5, true), (pairs) => {
        const plan = rounds(pairs);
        expectPlan(pairs, plan);
        expect(plan.status).toBe("optimal");
        expect(plan.rounds).toHaveLength(plan.lowerBound);
        const fewer = plan.rounds.length - 1;
        if (fewer >= 0) expect(mostPlaced(pairs, fewer)).toBeLessThan(pairs.length);
        if (plan.rounds.length > mostTalks(pairs)) more += 1;
      }),
      runs(100),
    );
    expect(more).toBeGreaterThan(shareOf(1));
  });

  it("B6: within slots that some cannot make, leaves as few talks as can be, and says why", () => {
    const seen = { left: 0, whole: 0 };
    const blocked = fc.array(fc.nat(29), { maxLength: 12 });
    fc.assert(
      fc.property(
        talksOf(4, false).map((pairs) => pairs.slice(0, 8)),
        fc.integer({ min: 1, max: 3 }),
        blocked,
        (pairs, count, closed) => {
          const slots = Array.from({ length: count }, (_, at) => `slot ${at}`);
          const can = (id: string, slot: number): boolean => {
            const person = Number(id.slice(1)) + (id.startsWith("j") ? 4 : 0);
            return !closed.includes(slot * 10 + person);
          };
          const free = (id: string, slot: string): boolean => can(id, slots.indexOf(slot));
          const plan = rounds(pairs, { slots, free });
          expectPlan(pairs, plan);
          expect(plan.rounds).toHaveLength(count);
          plan.rounds.forEach((round, at) => {
            for (const { menteeId, mentorId } of round)
              expect([menteeId, mentorId].every((id) => can(id, at))).toBe(true);
          });
          const left = pairs.length - mostPlaced(pairs, count, can);
          expect([plan.left.length, plan.leftBound, plan.status]).toEqual([left, left, "optimal"]);
          for (const { menteeId, mentorId, code } of plan.left) {
            const isOpen = slots.some((_, at) => can(menteeId, at) && can(mentorId, at));
            expect(code).toBe(isOpen ? "noSlot" : "neverBothFree");
          }
          seen[left > 0 ? "left" : "whole"] += 1;
        },
      ),
      runs(100),
    );
    expect(Math.min(seen.left, seen.whole)).toBeGreaterThan(shareOf(5));
  });

  it("X3: the order of the pairs does not matter", () => {
    fc.assert(
      fc.property(talksOf(6, false), (pairs) => {
        expect(rounds([...pairs].reverse())).toEqual(rounds(pairs));
      }),
      runs(30),
    );
  });

  it("B6: ends when the work is used up, with a plan and what bounds it", () => {
    const pairs = Array.from({ length: 60 }, (_, at) => ({
      menteeId: `s${at % 12}`,
      mentorId: `j${(at * 5 + Math.floor(at / 12)) % 12}`,
    }));
    const slots = ["a", "b", "c", "d", "e", "f"];
    const free = (id: string, slot: string): boolean => (Number(id.slice(1)) * 7 + slot.charCodeAt(0) * 3) % 5 > 0;
    const plan = rounds(pairs, { slots, free, limits: { work: 0 } });
    expectPlan(pairs, plan);
    expect(plan.leftBound).toBeLessThanOrEqual(plan.left.length);
    expect(plan.status).toBe(plan.left.length === plan.leftBound ? "optimal" : "feasible");
    const searched = rounds(pairs, { slots, free, limits: { work: 100_000 } });
    expectPlan(pairs, searched);
    expect(searched.left.length).toBeLessThanOrEqual(plan.left.length);
  });

  it("takes no round for no talk, and refuses what it cannot read, all together", () => {
    expect(rounds([])).toEqual({ status: "optimal", rounds: [], lowerBound: 0, left: [], leftBound: 0 });
    const pair = { menteeId: "s", mentorId: "j" };
    const bad = [pair, pair, { menteeId: "x", mentorId: "x" }, { menteeId: 7, mentorId: "j" }] as readonly PairOfIds[];
    expect(thrownBy(() => rounds(bad)).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "PAIR_DUPLICATE /pairs/1",
      "PAIR_CONFLICT /pairs/2",
      "ID_TYPE /pairs/3",
    ]);
    const options = { free: () => true, slot: ["a"], limits: { work: -1 } } as RoundsOptions;
    expect(thrownBy(() => rounds([pair], options)).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "FIELD_UNKNOWN /slot",
      "NUMBER_RANGE /limits/work",
      "OPTION_CONFLICT /free",
    ]);
    const slots = { slots: ["a", "a", ""] };
    expect(thrownBy(() => rounds([pair], slots)).issues.map(({ code }) => code)).toEqual([
      "ID_DUPLICATE",
      "TEXT_EMPTY",
    ]);
    const unsure = { slots: ["a"], free: () => undefined as unknown as boolean };
    expect(thrownBy(() => rounds([pair], unsure)).code).toBe("VALUE_TYPE");
  });
});
