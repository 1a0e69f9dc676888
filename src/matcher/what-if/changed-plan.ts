import { at, valueOf } from "../../base/at.ts";
import { drain } from "../../base/steps.ts";
import { pairIndex } from "../../base/pair-index.ts";
import { placesBefore } from "../../base/organisation/shared-ends.ts";
import { topicNamer } from "../../explain/topic-names.ts";
import type { Pair } from "../../explain/result.ts";
import { planOf } from "../../match.ts";
import type { Program } from "../../model/program.ts";
import type { Person } from "../../model/schema/schema.ts";
import { markPin, pairOf, pinnedPairs } from "../../plan/pairs.ts";
import type { Pin } from "../../plan/pins.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Pool } from "../../plan/pool.ts";
import { hasPrices, type Matching } from "../../plan/solve.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import type { OldIndices } from "../../rules/candidates/changed.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import { inverseOf } from "../../solve/groups.ts";
import type { WarmStart } from "../../solve/problem.ts";
import type { Change } from "./change.ts";
import { changedPool } from "./changed-pool.ts";
import { explainAmong } from "./reused-scores.ts";

/** The plan of a changed programme, found from the one at hand where that is exact. */
export function changedPlan(plan: Plan, change: Change): Plan {
  const { pool, old } = drain(changedPool(plan.pool, change));
  return drain(old === undefined ? planOf(pool) : reusedPlan(plan, pool, old));
}

/** The same plan as `planOf`, found from that of the pool from which this one is made. */
export function reusedPlan(plan: Plan, pool: Pool, old: OldIndices): MatchSteps<Plan> {
  return planOf(pool, {
    warmStart: startFrom(plan, pool, old),
    pairsOf: (matching) => reusedPairs(plan, pool, matching, old),
  });
}

/**
 * Pairs and prices to start from, in the form whose pins are cut; `undefined` if the solution has no prices. Whoever the
 * change affects keeps the pairs; of a mentor whom it affects the price is unknown.
 */
export function startFrom(plan: Plan, { program, pins }: Pool, old: OldIndices): WarmStart | undefined {
  const { assignment } = plan.solution;
  if (!hasPrices(assignment)) return undefined;
  const oldRowOf = placesBefore<Person>(plan.pool.program.mentees, program.mentees, idOf);
  const oldColumnOf = placesBefore<Person>(plan.pool.program.mentors, program.mentors, idOf);
  const known = warmStartFrom(assignment, oldRowOf, oldColumnOf);
  const columnPrice = known.columnPrice.map((price, column) => (at(old.oldColumnOf, column) < 0 ? NaN : price));
  const start = { ...known, columnPrice };
  return pins.length === 0 ? start : withHalves(start, pins, oldRowOf.length, oldColumnOf.length);
}

/** The start with the halves of the pins first, so that no other pair takes their seats; their prices are unknown. */
function withHalves(start: WarmStart, pins: readonly Pin[], rows: number, columns: number): WarmStart {
  const unknown = pins.map(() => NaN);
  const rowsOfHalves = [...pins.map(({ row }) => row), ...pins.map((_, position) => rows + position)];
  const columnsOfHalves = [...pins.map((_, position) => columns + position), ...pins.map(({ column }) => column)];
  return {
    ...start,
    rowOf: Int32Array.from([...rowsOfHalves, ...start.rowOf]),
    columnOf: Int32Array.from([...columnsOfHalves, ...start.columnOf]),
    rowPrice: Float64Array.from([...start.rowPrice, ...unknown]),
    columnPrice: Float64Array.from([...start.columnPrice, ...unknown]),
  };
}

function idOf({ id }: Person): string {
  return id;
}

/** The pairs of a changed plan: those that the plan at hand explains, and all others explained together. */
function reusedPairs(plan: Plan, pool: Pool, { rowOf, columnOf }: Matching, old: OldIndices): readonly Pair[] {
  const { program, options, pins } = pool;
  const { mentees, mentors } = program;
  const { keyOf } = pairIndex(mentees.length, mentors.length);
  const isPinned = pinnedPairs(pins);
  const known = knownPairs(plan, old, namedAsIn(program));
  const places = Array.from(rowOf, (row, pair) => ({ row, column: at(columnOf, pair) }));
  const unknown = places.filter(({ row, column }) => !known.has(keyOf(row, column)));
  explainAmong(program, options, unknown).forEach((explained, index) => {
    const { row, column } = at(unknown, index);
    known.set(keyOf(row, column), pairOf(at(mentees, row), at(mentors, column), explained));
  });
  return places.map(({ row, column }) => markPin(valueOf(known, keyOf(row, column)), isPinned(row, column)));
}

/** The pairs that the plan at hand explains, of two people whom the change does not affect, by their new indices. */
function knownPairs(
  { pool, solution, result }: Plan,
  { oldRowOf, oldColumnOf }: OldIndices,
  isNamed: (pair: Pair) => boolean,
): Map<number, Pair> {
  const known = new Map<number, Pair>();
  if (result.status === "infeasible" || solution.assignment.status === "infeasible") return known;
  const { mentees, mentors } = pool.program;
  const indices = (people: readonly Person[]) => new Map(people.map(({ id }, index) => [id, index]));
  const [rowOf, columnOf] = [indices(mentees), indices(mentors)];
  const { keyOf } = pairIndex(oldRowOf.length, oldColumnOf.length);
  const newRowOf = inverseOf(oldRowOf, mentees.length);
  const newColumnOf = inverseOf(oldColumnOf, mentors.length);
  result.pairs.forEach((pair) => {
    const row = at(newRowOf, valueOf(rowOf, pair.menteeId));
    const column = at(newColumnOf, valueOf(columnOf, pair.mentorId));
    if (row >= 0 && column >= 0 && isNamed(pair)) known.set(keyOf(row, column), pair);
  });
  return known;
}

/** Whether the topics of an explained pair are shown as in another programme: the spelling that most people use may be another. */
function namedAsIn(program: Program): (pair: Pair) => boolean {
  const nameOf = topicNamer(program);
  return ({ contributions }) =>
    contributions.every(({ facts }) => {
      if (facts.kind !== "topics") return true;
      const { shared, uncovered = [] } = facts;
      const names = [...uncovered, ...shared.flatMap(({ topic, through }) => [topic, through?.topic ?? topic])];
      return names.every((name) => nameOf(name) === name);
    });
}
