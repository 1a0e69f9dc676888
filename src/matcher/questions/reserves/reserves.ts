import { compareText } from "../../../base/text.ts";
import { type Reserve, reserveInWords, type Reserves, reservesInWords } from "../../../explain/reserves.ts";
import { normalId } from "../../../model/people/ids.ts";
import type { Plan } from "../../../plan/plan.ts";
import { type Comparison, compareResults } from "../../compare/compare.ts";
import { idOf, type Side, type SidedPerson } from "../../people.ts";
import type { Change } from "../../what-if/change.ts";
import { changedPlan } from "../../what-if/changed-plan.ts";

/**
 * Who comes in if a person drops out, which is to sit this round out: capacity 0, no minimum load and no pins. So nothing
 * that is measured by the whole programme changes for the others. The new plan is the optimum of that programme.
 */
export function reservesOf(plan: Plan, person: SidedPerson): Reserves {
  const { result, pool } = plan;
  const id = idOf(pool, person);
  const isPlaced = result.status !== "infeasible" && result.pairs.some((pair) => pair[`${person.side}Id`] === id);
  // a plan without the person is a plan with them left out: the present one stays the best, also by the tie rule
  if (!isPlaced) return reservesInWords({ status: result.status, entering: [], leaving: [], people: 0, score: 0 });
  const after = changedPlan(plan, dropOut(plan, person.side, id)).result;
  if (after.status === "infeasible") {
    return reservesInWords({ status: after.status, entering: [], leaving: [], people: 0, score: 0 });
  }
  const { people, difference } = compareResults(result, after);
  const entering = people
    .filter(({ change }) => change === "gained")
    .map(({ side, id: reserve }) => {
      const pairs = after.pairs.filter((pair) => pair[`${side}Id`] === reserve);
      return {
        side,
        id: reserve,
        pairs: pairs.map(({ mentorId, menteeId, score }) => ({ mentorId, menteeId, score })),
      };
    })
    .sort((a, b) => compareReserves(a, b, person.side))
    .map(reserveInWords);
  return reservesInWords({
    status: after.status,
    entering,
    leaving: leaving(people, person.side, id),
    people: difference.placedMentors + difference.placedMentees,
    score: difference.score,
  });
}

function dropOut({ pool }: Plan, side: Side, id: string): Change {
  const entry = { set: [{ id, capacity: 0, minimumLoad: undefined }] };
  const pins = (pool.given.pins ?? []).filter((pin) => normalId(pin[`${side}Id`]) !== id);
  return { ...(side === "mentor" ? { mentors: entry } : { mentees: entry }), options: { pins } };
}

function leaving(people: Comparison["people"], ownSide: Side, ownId: string): Reserves["leaving"] {
  return people
    .filter(({ change, side, id }) => change === "lost" && !(side === ownSide && id === ownId))
    .map(({ side, id }) => ({ side, id }));
}

type Unworded = Omit<Reserve, "en" | "tr">;

function compareReserves(a: Unworded, b: Unworded, ownSide: Side): number {
  if (a.side !== b.side) return a.side === ownSide ? -1 : 1;
  return scoreOf(b) - scoreOf(a) || compareText(a.id, b.id);
}

function scoreOf({ pairs }: Unworded): number {
  return pairs.reduce((sum, { score }) => sum + score, 0);
}
