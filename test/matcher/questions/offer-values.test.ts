import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  matchPairs,
  minimumScore,
  type PlanFigures,
  quota,
  safeMatchPairs,
  topics,
} from "../../../src/index.ts";
import { foldText } from "../../../src/base/text.ts";
import { programmes } from "../../support/programmes.ts";
import { runs, shareOf } from "../../support/runs.ts";

const settings = fc.constantFrom(
  { rules: [] },
  { rules: [minimumScore(0.3)] },
  { rules: [], criteria: [topics()] },
  { rules: [], criteria: [topics({ rarity: true })] },
  { rules: [], quotas: [quota("some", ({ teaches }) => teaches.length > 1, { max: 1 })] },
  { rules: [], quotas: [quota("few", {}, { max: 1 })] },
);

interface Added {
  readonly id: string;
  readonly people: number;
  readonly score: number;
}

function placed({ totals }: PlanFigures): number {
  return totals.placedMentors + totals.placedMentees;
}

describe("offerValues", () => {
  it("E3: each figure is the best of the differences to fresh matches in which one more mentor offers the topic", () => {
    let gaining = 0;
    let idle = 0;
    fc.assert(
      fc.property(
        programmes({ largest: 5, minima: true, mostCapacity: 2 }),
        settings,
        fc.constantFrom("coverage", "score"),
        fc.nat(20),
        (input, chosen, objective, pin) => {
          const free = { ...chosen, objective };
          const first = matchPairs(input, free);
          if (first.status === "infeasible") return;
          const pinned = first.pairs[pin];
          const pins = pinned === undefined ? [] : [{ mentorId: pinned.mentorId, menteeId: pinned.menteeId }];
          const options = { ...free, pins };
          const plan = matchPairs(input, options);
          if (plan.status === "infeasible") throw new Error("expected a plan");
          const values = createMatcher(input, options).offerValues();
          expect(values.map(({ topic }) => topic).sort()).toEqual(plan.demand.map(({ topic }) => topic).sort());
          for (const { topic, offer, en, tr } of values) {
            let best: Added | null = null;
            for (const { id, capacity = 1, teaches } of [...input.mentors].sort((a, b) => (a.id < b.id ? -1 : 1))) {
              const keys = teaches.map((item) => foldText(typeof item === "string" ? item : item.topic));
              if (capacity === 0 || keys.includes(foldText(topic))) continue;
              const mentors = input.mentors.map((one) =>
                one.id === id ? { ...one, teaches: [...teaches, topic] } : one,
              );
              const made = safeMatchPairs({ ...input, mentors }, options);
              if (!made.success) {
                // the topic has changed a score so that a rule refuses a pin
                expect(made.error.code).toBe("PAIR_CONFLICT");
                continue;
              }
              const fresh = made.data;
              if (fresh.status === "infeasible") continue;
              const people = objective === "score" ? 0 : placed(fresh) - placed(plan);
              const score = fresh.totals.score - plan.totals.score;
              const known: Added = best ?? { id: "", people: 0, score: 0 };
              if (people > known.people || (people === known.people && score > known.score))
                best = { id, people, score };
            }
            expect(offer).toEqual(best);
            if (offer === null) idle += 1;
            else {
              gaining += 1;
              expect([en, tr].every((text) => text.includes(offer.id))).toBe(true);
            }
          }
        },
      ),
      runs(250),
    );
    expect(gaining).toBeGreaterThan(shareOf(30));
    expect(idle).toBeGreaterThan(shareOf(30));
  });
});
