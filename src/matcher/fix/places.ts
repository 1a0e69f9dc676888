import type { ChangeStep } from "../../explain/fix.ts";
import { type ServingSeats, servingSeats } from "../../solve/sensitivity/serving-seats.ts";
import type { OptimalAssignment } from "../../solve/problem.ts";
import { assignmentSteps } from "../../solve/solve-assignment.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import { canOpenPlace, otherSide, peopleOf, type SidedPerson, withPlaces } from "./change.ts";
import { compareWorth, mayHold, type PlanWorth, relaxedWith, requoted } from "./quotas.ts";
import type { Tried, Tries } from "./tries.ts";
import type { Budget, FixBase } from "./fix.ts";
import { cutPins } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { type Progress } from "../../plan/steps.ts";

/** Everybody on the other side who can take one partner more. */
function openersOf(pool: Pool, { side }: SidedPerson): readonly number[] {
  const partners = peopleOf(pool.program, otherSide(side));
  return [...partners.keys()].filter((index) => {
    const partner = partners[index];
    return partner !== undefined && canOpenPlace(partner, 1);
  });
}

/** Those of them whose place more can serve the person by the prices of the plan; all where there are none. */
function* servingOpeners(
  pool: Pool,
  answer: OptimalAssignment | undefined,
  person: SidedPerson,
): Generator<Progress, readonly number[], void> {
  const all = openersOf(pool, person);
  if (answer === undefined) return all;
  yield EXPLAINING;
  const { nodes } = gainsFor(pool, answer, person);
  const serving = new Set(nodes);
  return all.filter((index) => serving.has(index));
}

const EXPLAINING: Progress = { phase: "explaining", done: 0, total: null };

/** What the prices of a plan tell of an idle person. */
export function gainsFor(pool: Pool, answer: OptimalAssignment, { side, index }: SidedPerson): ServingSeats {
  return servingSeats(solvedProblem(pool), answer, side === "mentee" ? "row" : "column", index);
}

/** The problem that `NetworkPlan` answers. */
function solvedProblem(pool: Pool) {
  const objective = pool.options.objective === "score" ? "score" : "coverage";
  return cutPins(assignmentProblem(pool.program, pool.graph, objective), pool.pins, false);
}

function opened(pool: Pool, person: SidedPerson): Pool {
  return { ...pool, program: withPlaces(pool.program, person, 1) };
}

function placeStep(pool: Pool, { side, index }: SidedPerson, places: number): ChangeStep {
  return { step: "place", side, id: peopleOf(pool.program, side)[index]?.id ?? "", places };
}

/** One more place at one partner. */
export function* onePlace({ pool, plan }: FixBase, person: SidedPerson, budget: Budget): Tries {
  if (!hasCandidates(pool, person)) return;
  budget.left -= 2 * pool.graph.columnAt.length;
  for (const index of yield* servingOpeners(pool, plan?.answer, person)) {
    const partner = { side: otherSide(person.side), index };
    yield { kind: "onePlace", change: [placeStep(pool, partner, 1)], pool: opened(pool, partner) };
  }
}

/** Two places more are one more where there is already one more: so the prices of each such plan tell of the second. */
export function* twoPlaces({ pool, plan }: FixBase, person: SidedPerson, budget: Budget): Tries {
  if (!hasCandidates(pool, person)) return;
  const side = otherSide(person.side);
  for (const first of openersOf(pool, person)) {
    if (budget.left <= 0) return;
    const half = opened(pool, { side, index: first });
    const answer = plan === undefined ? undefined : yield* answerOf(half, plan.answer, budget);
    if (plan !== undefined && answer === undefined) continue;
    for (const second of yield* servingOpeners(half, answer, person)) {
      if (second < first) continue;
      yield {
        kind: "twoPlaces",
        change: placesAt(pool, side, first, second),
        pool: opened(half, { side, index: second }),
      };
    }
  }
}

function placesAt(pool: Pool, side: SidedPerson["side"], first: number, second: number): readonly ChangeStep[] {
  return first === second
    ? [placeStep(pool, { side, index: first }, 2)]
    : [placeStep(pool, { side, index: first }, 1), placeStep(pool, { side, index: second }, 1)];
}

function* answerOf(
  pool: Pool,
  known: OptimalAssignment,
  budget: Budget,
): Generator<Progress, OptimalAssignment | undefined, void> {
  budget.left -= 4 * pool.graph.columnAt.length;
  const steps = assignmentSteps(solvedProblem(pool), { warmStart: warmStartFrom(known) });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield EXPLAINING;
  return step.value.status === "optimal" ? step.value : undefined;
}

function hasCandidates({ graph, program }: Pool, { side, index }: SidedPerson): boolean {
  if (side === "mentor") return graph.columnAt.includes(index);
  return index < program.mentees.length && (graph.rowStart[index + 1] ?? 0) > (graph.rowStart[index] ?? 0);
}

/** Places that are open to the person if quotas do not count, and the most that a plan with the person is worth then. */
interface Opening {
  readonly partners: readonly number[];
  readonly bound: PlanWorth;
}

/** `onePlace` under quotas: the places at which a plan with the person could be worth most come first. */
export function* onePlaceUnderQuotas(base: FixBase, person: SidedPerson, budget: Budget): Tries {
  const openings = yield* openingsOf(base.pool, [], person, budget);
  yield* triesOf(base, person, openings, "onePlace");
}

/** `twoPlaces` under quotas, in the same order. */
export function* twoPlacesUnderQuotas(base: FixBase, person: SidedPerson, budget: Budget): Tries {
  const openings: Opening[] = [];
  for (const first of openersOf(base.pool, person)) {
    if (budget.left <= 0) break;
    for (const opening of yield* openingsOf(base.pool, [first], person, budget)) openings.push(opening);
  }
  yield* triesOf(base, person, openings, "twoPlaces");
}

function* openingsOf(
  pool: Pool,
  before: readonly number[],
  person: SidedPerson,
  budget: Budget,
): Generator<Progress, readonly Opening[], void> {
  if (!hasCandidates(pool, person)) return [];
  budget.left -= 4 * pool.graph.columnAt.length;
  const side = otherSide(person.side);
  const half = before.reduce((wider, index) => opened(wider, { side, index }), pool);
  const relaxed = yield* relaxedWith(half, person);
  const worths = relaxed?.withPlaceAt() ?? [];
  const [first = 0] = before;
  const openers = openersOf(half, person).filter((index) => index >= first);
  return openers.flatMap((index): readonly Opening[] => {
    const bound = worths[index];
    return bound === undefined ? [] : [{ partners: [...before, index], bound }];
  });
}

function* triesOf(
  base: FixBase,
  person: SidedPerson,
  openings: readonly Opening[],
  kind: Tried["kind"],
): Generator<Tried, void, void> {
  const { pool } = base;
  const side = otherSide(person.side);
  const ranked = openings.map((opening, rank) => ({ ...opening, rank }));
  ranked.sort((a, b) => compareWorth(b.bound, a.bound) || a.rank - b.rank);
  for (const { partners, bound, rank } of ranked) {
    const changed = requoted(partners.reduce((wider, index) => opened(wider, { side, index }), pool));
    if (!mayHold(base, changed, bound)) continue;
    const [first = 0, second = first] = partners;
    const change =
      kind === "onePlace" ? [placeStep(pool, { side, index: first }, 1)] : placesAt(pool, side, first, second);
    yield { kind, change, pool: changed, rank };
  }
}
