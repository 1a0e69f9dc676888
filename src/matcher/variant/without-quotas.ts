import { at } from "../../base/at.ts";
import { cutPins, joinPins } from "../../plan/cut-pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { mapResult } from "../../base/steps.ts";
import { type MatchSteps, solving } from "../../plan/steps.ts";
import type { OptimalAssignment, SparseProblem } from "../../solve/problem.ts";
import { seatGains } from "../../solve/sensitivity/seat-gains.ts";
import { assignmentSteps } from "../../solve/solve-assignment.ts";
import { type PlanWorth, worthOf } from "../choice.ts";
import { otherSide, type Side, type SidedPerson } from "../people.ts";
import { isPriced } from "../priced-plan.ts";

/** The best plan that holds a person where no quota counts: one under quotas is worth no more. */
export interface BestWithoutQuotas {
  readonly worth: PlanWorth;
  /** For each person of the other side by index, what it would be worth with one more seat there. */
  readonly withSeatAt: () => readonly PlanWorth[];
}

/** Solves a pool without its quotas and with the person placed; `undefined` if nobody can be their partner. */
export function bestWithoutQuotas(pool: Pool, person: SidedPerson): MatchSteps<BestWithoutQuotas | undefined> {
  const { objective } = pool.options;
  const whole = assignmentProblem(pool.program, pool.graph, isPriced(objective) ? objective : "coverage");
  const cut = cutPins(placing(whole, person), pool.pins);
  return mapResult(solving(assignmentSteps(cut, {})), (answer) => {
    if (answer.status === "infeasible") return undefined;
    return {
      worth: worthOf(pool, joinPins(answer, whole, pool.pins)),
      withSeatAt: () => worthsWithSeat({ pool, whole, cut, answer }, otherSide(person.side)),
    };
  });
}

/** A solved problem without quotas. */
export interface SolvedNetwork {
  readonly pool: Pool;
  readonly whole: SparseProblem;
  /** `whole` with its pins cut. */
  readonly cut: SparseProblem;
  /** Solution of `cut`. */
  readonly answer: OptimalAssignment;
}

/** What the plan is worth with one more seat at each person of a side. */
export function worthsWithSeat({ pool, whole, cut, answer }: SolvedNetwork, side: Side): readonly PlanWorth[] {
  const { people, total } = worthOf(pool, joinPins(answer, whole, pool.pins));
  const gains = gainsBySeat(cut, answer, side).slice(0, side === "mentor" ? whole.columns : whole.rows);
  return gains.map((gain) => ({ people: people + gain.people, total: total + gain.total }));
}

/** What one more seat at each person of a side would add. The halves of pins come last, on both sides. */
export function gainsBySeat(cut: SparseProblem, answer: OptimalAssignment, side: Side): readonly PlanWorth[] {
  const { placement } = answer.proof;
  return Array.from(seatGains(cut, answer, side === "mentor" ? "column" : "row"), (gain) => {
    const people = placement === 0 ? 0 : Math.round(gain / placement);
    return { people, total: gain - people * placement };
  });
}

/** The problem with a minimum load of 1 at least for a person. */
function placing(problem: SparseProblem, { side, index }: SidedPerson): SparseProblem {
  const least = (minima: Int32Array | undefined, nodes: number): Int32Array => {
    const all = minima?.slice() ?? new Int32Array(nodes);
    all[index] = Math.max(1, at(all, index));
    return all;
  };
  return side === "mentee"
    ? { ...problem, rowMinimum: least(problem.rowMinimum, problem.rows) }
    : { ...problem, columnMinimum: least(problem.columnMinimum, problem.columns) };
}
