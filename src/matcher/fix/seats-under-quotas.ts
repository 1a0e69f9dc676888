import { at } from "../../base/at.ts";
import type { FixKind } from "../../explain/fix.ts";
import type { Pool } from "../../plan/pool.ts";
import { mapResult } from "../../base/steps.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import { compareWorth, type PlanWorth } from "../choice.ts";
import { hasCandidates, otherSide, type SidedPerson } from "../people.ts";
import { requoted } from "../variant/rescored.ts";
import { bestWithoutQuotas } from "../variant/without-quotas.ts";
import { partnersToAsk, seatSteps, withSeat } from "./seats.ts";
import { mayHold } from "./solved-changes.ts";
import type { Budget, Look, PlanToFix, Try } from "./tries.ts";

/** Partners with one more seat each, and the most that a plan with the person is worth then, if quotas do not count. */
interface Opening {
  readonly partners: readonly number[];
  readonly bound: PlanWorth;
}

/** One more seat at one partner; those come first with whose seat a plan with the person could be worth most. */
export function oneMoreSeatUnderQuotas(plan: PlanToFix, person: SidedPerson, budget: Budget): readonly Look[] {
  if (!hasCandidates(plan.pool, person)) return [];
  return [
    () =>
      mapResult(openingsAfter(plan.pool, undefined, person, budget), (openings) =>
        triesOf(plan, person, openings, "onePlace"),
      ),
  ];
}

/** Two more seats, in the same order. */
export function twoMoreSeatsUnderQuotas(plan: PlanToFix, person: SidedPerson, budget: Budget): readonly Look[] {
  if (!hasCandidates(plan.pool, person)) return [];
  return [
    function* () {
      const openings: Opening[] = [];
      for (const first of partnersToAsk(plan.pool, person)) {
        if (budget.left <= 0) break;
        for (const opening of yield* openingsAfter(plan.pool, first, person, budget)) openings.push(opening);
      }
      return triesOf(plan, person, openings, "twoPlaces");
    },
  ];
}

/** The openings of one seat more; where `first` has one already, at that partner and those behind. */
function openingsAfter(
  pool: Pool,
  first: number | undefined,
  person: SidedPerson,
  budget: Budget,
): MatchSteps<readonly Opening[]> {
  budget.left -= 4 * pool.graph.columnAt.length;
  const half = first === undefined ? pool : withSeat(pool, { side: otherSide(person.side), index: first });
  return mapResult(bestWithoutQuotas(half, person), (best): readonly Opening[] => {
    if (best === undefined) return [];
    const worths = best.withSeatAt();
    return partnersToAsk(half, person)
      .filter((index) => first === undefined || index >= first)
      .map((index) => ({ partners: first === undefined ? [index] : [first, index], bound: at(worths, index) }));
  });
}

function triesOf(plan: PlanToFix, person: SidedPerson, openings: readonly Opening[], kind: FixKind): readonly Try[] {
  const { pool } = plan;
  const side = otherSide(person.side);
  return openings
    .map((opening, rank) => ({ ...opening, rank }))
    .sort((a, b) => compareWorth(b.bound, a.bound) || a.rank - b.rank)
    .map(({ partners, bound, rank }): Try => {
      const makePool = (): Pool | undefined => {
        const opened = partners.reduce((wider, index) => withSeat(wider, { side, index }), pool);
        const changed = requoted(opened);
        return mayHold(plan, changed, bound) ? changed : undefined;
      };
      return { kind, change: seatSteps(pool, side, partners), makePool, isWeighed: true, rank };
    });
}
