import { at } from "../../../base/at.ts";
import { pointer, problem as fault, throwIssues } from "../../../base/error.ts";
import { drain } from "../../../base/steps.ts";
import {
  entryInWords,
  type ReserveList,
  type ReserveListEntry,
  reserveListInWords,
  type ReserveMove,
} from "../../../explain/reserve-list.ts";
import type { MatchedResult } from "../../../explain/result.ts";
import { describeValue } from "../../../model/schema/describe.ts";
import { MAX_CAPACITY } from "../../../model/schema/schema.ts";
import { unknownKey } from "../../../model/schema/schema-issues.ts";
import { cutPins, joinPins } from "../../../plan/cut-pins.ts";
import { warmStartFrom } from "../../../solve/flow/warm-start.ts";
import type { OptimalAssignment, SparseProblem } from "../../../solve/problem.ts";
import { bestEntry, type Entry } from "../../../solve/sensitivity/best-entry.ts";
import { assignmentSteps } from "../../../solve/solve-assignment.ts";
import { choiceOf } from "../../choice.ts";
import { compareResults, type PlanFigures } from "../../compare/compare.ts";
import { otherSide, peopleOf, type Side } from "../../people.ts";
import type { NetworkPlan } from "../../priced-plan.ts";
import { checkSide } from "../values/seat-values.ts";
import { differenceText, planPair } from "../words.ts";

/** How much of a reserve list is asked for. */
export interface ReserveListOptions {
  /** Most entries, a whole number of at least 1. @default all */
  readonly limit?: number;
}

/** Refuses what is no question for a reserve list, before anything is solved for it. */
export function checkReserveList(side: unknown, options: unknown): void {
  checkSide(side);
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw fault("FIELD_TYPE", "", `expected an object, got ${describeValue(options)}.`);
  }
  throwIssues(
    Object.keys(options)
      .filter((key) => key !== "limit")
      .map((key) => ({ path: pointer([key]), ...unknownKey(key, ["limit"]) })),
  );
  const limit: unknown = Reflect.get(options, "limit");
  if (limit === undefined || (typeof limit === "number" && Number.isInteger(limit) && limit >= 1)) return;
  throw fault("NUMBER_RANGE", "/limit", "expected a whole number of at least 1.");
}

/**
 * The reserve list of a side, as `Matcher.reserveList` defines it.
 *
 * Each entry is found by two searches from the prices of the plan before and then solved from a warm start, with canonical
 * ties and with proof; the solve has to gain what the search found.
 */
export function reserveListOf(
  plan: NetworkPlan,
  { pairs: planned, unmatched }: MatchedResult,
  side: Side,
  { limit = Infinity }: ReserveListOptions,
): ReserveList {
  const calls = callsOf(plan, side, new Set(planned.map((pair) => pair[`${side}Id`])));
  let step = solveStep(plan, calls, plan.answer);
  const entries: ReserveListEntry[] = [];
  let next = nextCall(calls, step);
  while (next !== undefined && entries.length < limit) {
    call(calls, next);
    const after = solveStep(plan, calls, step.answer);
    entries.push(entryOf(plan, calls, next, entries.length + 1, [step, after]));
    step = after;
    next = nextCall(calls, step);
  }
  const waiting = new Set(next?.possible.map((person) => calls.own[person]?.id));
  const called = new Set(entries.map(({ id }) => id));
  return reserveListInWords({
    side,
    entries,
    further: waiting.size,
    never: unmatched
      .filter((person) => person.side === side && !called.has(person.id) && !waiting.has(person.id))
      .map(({ id, code, reasons }) => ({ id, code, reasons })),
  });
}

/** Who waits, who has been called, and the seats opened so far. Indices of the side's people, or of the others. */
interface Calls {
  readonly side: Side;
  readonly own: readonly { readonly id: string }[];
  readonly others: readonly { readonly id: string }[];
  /** Given capacities of the side. */
  readonly capacity: Int32Array;
  readonly isWaiting: Uint8Array;
  /** Capacities of the others, opened seats included. */
  readonly seats: Int32Array;
  /** At least 1 for whoever has a partner: nobody loses the last one for somebody who is called. */
  readonly minimum: Int32Array;
}

function callsOf({ pool, problem }: NetworkPlan, side: Side, placed: ReadonlySet<string>): Calls {
  const [own, other] = side === "mentee" ? (["row", "column"] as const) : (["column", "row"] as const);
  const people = peopleOf(pool.program, side);
  const minimum = boundsIn(problem, own, "Minimum");
  const capacity = boundsIn(problem, own, "Capacity");
  return {
    side,
    own: people,
    others: peopleOf(pool.program, otherSide(side)),
    capacity,
    isWaiting: Uint8Array.from(people, ({ id }, person) => (!placed.has(id) && at(capacity, person) > 0 ? 1 : 0)),
    seats: boundsIn(problem, other, "Capacity"),
    minimum: minimum.map((least, person) => (placed.has(at(people, person).id) ? Math.max(1, least) : least)),
  };
}

function boundsIn(problem: SparseProblem, side: "row" | "column", what: "Capacity" | "Minimum"): Int32Array {
  return problem[`${side}${what}`]?.slice() ?? new Int32Array();
}

/** Takes a person in who is to keep a partner from now on, and opens the seat. */
function call({ isWaiting, minimum, seats }: Calls, { node, seat: other }: Entry): void {
  isWaiting[node] = 0;
  minimum[node] = 1;
  seats[other] = at(seats, other) + 1;
}

/** The plan after some calls, with the prices that prove it. */
interface Step {
  readonly cut: SparseProblem;
  readonly answer: OptimalAssignment;
  readonly figures: PlanFigures;
}

/** The best plan in which nobody who waits takes part and everybody who has been called does. */
function solveStep({ pool, problem }: NetworkPlan, calls: Calls, known: OptimalAssignment): Step {
  const { capacity, isWaiting, minimum, seats } = calls;
  const open = capacity.map((most, person) => (isWaiting[person] === 1 ? 0 : most));
  const changed: SparseProblem =
    calls.side === "mentee"
      ? { ...problem, rowCapacity: open, rowMinimum: minimum.slice(), columnCapacity: seats.slice() }
      : { ...problem, columnCapacity: open, columnMinimum: minimum.slice(), rowCapacity: seats.slice() };
  const cut = cutPins(changed, pool.pins);
  const answer = drain(assignmentSteps(cut, { ties: "canonical", warmStart: warmStartFrom(known) }));
  if (answer.status === "infeasible") throw fault("INTERNAL", "", "a plan with one place more cannot be met.");
  const joined = joinPins(answer, problem, pool.pins);
  const { rowOf, columnOf, edgeOf } = choiceOf(pool, joined);
  const pairs = edgeOf.map((edge, pair) => planPair(pool, at(rowOf, pair), at(columnOf, pair), edge));
  const { total: score, placedColumns: placedMentors, placedRows: placedMentees } = joined;
  return { cut, answer, figures: { pairs, totals: { pairs: pairs.length, placedMentors, placedMentees, score } } };
}

function nextCall({ side, isWaiting, seats }: Calls, { cut, answer }: Step): Entry | undefined {
  const closed = [...isWaiting.keys()].filter((person) => isWaiting[person] === 1);
  const openable = [...seats.keys()].filter((other) => canOpen(at(seats, other)));
  return bestEntry(cut, answer, { side: side === "mentee" ? "row" : "column", closed, openable });
}

/** Those who sit the round out are not asked for a seat. */
function canOpen(seats: number): boolean {
  return seats > 0 && seats < MAX_CAPACITY;
}

function entryOf(
  { objective }: NetworkPlan,
  { side, own, others }: Calls,
  { node, seat: other, gain }: Entry,
  number: number,
  [before, { figures }]: readonly [before: Step, after: Step],
): ReserveListEntry {
  const id = at(own, node).id;
  const { people: changed, difference } = compareResults(before.figures, figures);
  const people = difference.placedMentors + difference.placedMentees;
  const { score } = difference;
  const counted = objective === "score" ? 0 : people;
  if (counted * before.answer.proof.placement + score !== gain) {
    throw fault("INTERNAL", "", "a plan with one place more gains other than its prices tell.");
  }
  const moves = changed
    .filter((person) => person.change !== "kept" && !(person.side === side && person.id === id))
    .map((person): ReserveMove => {
      return { side: person.side, id: person.id, before: person.before, after: person.after };
    });
  return entryInWords(
    {
      number,
      id,
      place: { side: otherSide(side), id: at(others, other).id },
      pairs: figures.pairs.filter((pair) => pair[`${side}Id`] === id),
      people,
      score,
      moves,
      totals: figures.totals,
    },
    differenceText(people, score),
  );
}
