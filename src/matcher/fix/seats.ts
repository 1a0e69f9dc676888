import type { ChangeStep } from "../../explain/fix.ts";
import { cutPins } from "../../plan/cut-pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { finished, mapResult } from "../../base/steps.ts";
import { type MatchSteps, solving } from "../../plan/steps.ts";
import { FULL_SCORE } from "../../score/criterion.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import type { OptimalAssignment, SparseProblem } from "../../solve/problem.ts";
import { outweighing } from "../../solve/optimum/placement.ts";
import {
  entryCost,
  type SecondSeats,
  type ServingSeats,
  servingSeats,
  servingSecondSeats,
} from "../../solve/sensitivity/serving-seats.ts";
import { assignmentSteps } from "../../solve/solve-assignment.ts";
import { hasCandidates, idOf, otherSide, peopleOf, type Side, type SidedPerson } from "../people.ts";
import type { NetworkPlan } from "../priced-plan.ts";
import { canAddSeats, withSeats } from "../variant/programme.ts";
import type { Budget, Look, PlanToFix, Try } from "./tries.ts";

/** One more seat at one partner. */
export function oneMoreSeat({ pool, priced }: PlanToFix, person: SidedPerson, budget: Budget): readonly Try[] {
  if (!hasCandidates(pool, person)) return [];
  budget.left -= 2 * pool.graph.columnAt.length;
  const all = partnersToAsk(pool, person);
  const partners = priced === undefined ? all : servingAmong(all, pool, priced.answer, person);
  return partners.map((index): Try => {
    const partner = { side: otherSide(person.side), index };
    return {
      kind: "onePlace",
      change: [seatStep(pool, partner, 1)],
      makePool: () => withSeat(pool, partner),
      isWeighed: true,
    };
  });
}

/** Two more seats are one more where there is already one more: so the prices of each such plan tell of the second. */
export function twoMoreSeats({ pool, priced, entry }: PlanToFix, person: SidedPerson, budget: Budget): readonly Look[] {
  if (!hasCandidates(pool, person)) return [];
  const side = otherSide(person.side);
  // with two seats more, one person more can get in beside this one
  const isOpen = (other: number): boolean => entry === undefined || entry.rivalsAt(other) <= 1;
  if (![...peopleOf(pool.program, side).keys()].some(isOpen)) return [];
  const second = priced && entry && secondSeats(priced, person, isOpen);
  return partnersToAsk(pool, person).map((first): Look => () => {
    const half = withSeat(pool, { side, index: first });
    const triesAmong = (partners: readonly number[]): readonly Try[] =>
      partners
        .filter((second) => second >= first)
        .map((second): Try => {
          const makePool = (): Pool => withSeat(half, { side, index: second });
          return { kind: "twoPlaces", change: seatSteps(pool, side, [first, second]), makePool, isWeighed: true };
        });
    const all = partnersToAsk(half, person);
    if (priced === undefined) return finished(triesAmong(all));
    if (second !== undefined) {
      const { nodes, work } = second(first);
      const serving = new Set(nodes);
      budget.left -= work;
      return finished(triesAmong(all.filter((index) => serving.has(index))));
    }
    return mapResult(solveAgain(half, priced.answer, budget), (answer) =>
      answer === undefined ? [] : triesAmong(servingAmong(all, half, answer, person)),
    );
  });
}

/** Whose second seat serves a person, by the prices of a plan, where somebody has one more already. */
function secondSeats(
  { cut, answer }: NetworkPlan,
  { side, index }: SidedPerson,
  isOpen: (other: number) => boolean,
): SecondSeats | undefined {
  const known = outweighing(cut, answer, FULL_SCORE);
  return known && servingSecondSeats(cut, known, side === "mentee" ? "row" : "column", index, isOpen);
}

/** Everybody on the other side who can take one partner more. */
export function partnersToAsk(pool: Pool, { side }: SidedPerson): readonly number[] {
  const partners = peopleOf(pool.program, otherSide(side));
  return [...partners.entries()].filter(([, partner]) => canAddSeats(partner, 1)).map(([index]) => index);
}

/** Those whose seat more can serve the person by the prices of a plan. */
function servingAmong(
  partners: readonly number[],
  pool: Pool,
  answer: OptimalAssignment,
  person: SidedPerson,
): readonly number[] {
  const serving = new Set(seatsFor(pool, answer, person).nodes);
  return partners.filter((index) => serving.has(index));
}

/** What the prices of a plan tell of an idle person: what placing them costs, and whose seat more can serve them. */
export function seatsFor(pool: Pool, answer: OptimalAssignment, { side, index }: SidedPerson): ServingSeats {
  return servingSeats(cutProblem(pool), answer, side === "mentee" ? "row" : "column", index);
}

/** The problem that the prices of a plan belong to. */
function cutProblem(pool: Pool): SparseProblem {
  const objective = pool.options.objective === "score" ? "score" : "coverage";
  return cutPins(assignmentProblem(pool.program, pool.graph, objective), pool.pins);
}

/** Whether some best plan of a changed pool holds the person: by the prices of one that starts from those at hand. */
export function mayPlace(pool: Pool, known: OptimalAssignment, { side, index }: SidedPerson): MatchSteps<boolean> {
  const problem = cutProblem(pool);
  // nothing rests on the answer but that a change is not looked at
  const solve = solving(assignmentSteps(problem, { warmStart: warmStartFrom(known), verify: false }));
  return mapResult(solve, (answer) => {
    return answer.status === "optimal" && entryCost(problem, answer, side === "mentee" ? "row" : "column", index) === 0;
  });
}

function solveAgain(pool: Pool, known: OptimalAssignment, budget: Budget): MatchSteps<OptimalAssignment | undefined> {
  budget.left -= 4 * pool.graph.columnAt.length;
  const solve = solving(assignmentSteps(cutProblem(pool), { warmStart: warmStartFrom(known) }));
  return mapResult(solve, (answer) => (answer.status === "optimal" ? answer : undefined));
}

/** The pool with one seat more at a partner. */
export function withSeat(pool: Pool, partner: SidedPerson): Pool {
  return { ...pool, program: withSeats(pool.program, partner, 1) };
}

/** One more seat at each of some partners, ascending; two at one who is named twice. */
export function seatSteps(pool: Pool, side: Side, partners: readonly number[]): readonly ChangeStep[] {
  return [...new Set(partners)].map((index) =>
    seatStep(pool, { side, index }, partners.filter((partner) => partner === index).length),
  );
}

function seatStep(pool: Pool, person: SidedPerson, seats: number): ChangeStep {
  return { step: "place", side: person.side, id: idOf(pool, person), places: seats };
}
