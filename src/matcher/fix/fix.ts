import { compareByIds, compareText } from "../../base/text.ts";
import { checkNoWorth, checkPlainGoal, isPlainGoal, scoreOf } from "../../plan/goal.ts";
import { at } from "../../base/at.ts";
import { finished, mapResult } from "../../base/steps.ts";
import { fixInWords } from "../../explain/fix-words.ts";
import { type DataOutcome, type Fix, type NewPair, noFix } from "../../explain/fix.ts";
import { pairIndex } from "../../base/pair-index.ts";
import { edgeOf } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { assignPool, hasPrices, type Matching, type PoolAssignment } from "../../plan/solve.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import { idOf, peopleOf, type Side, type SidedPerson } from "../people.ts";
import { isPriced, networkPlan } from "../priced-plan.ts";
import { isUnderQuotas, requoted } from "../variant/rescored.ts";
import { bestWithoutQuotas } from "../variant/without-quotas.ts";
import { appliedPool } from "../what-if/applied-steps.ts";
import { quotaEvidence } from "./quota-evidence.ts";
import { mayPlace, oneMoreSeat, twoMoreSeats } from "./seats.ts";
import { oneMoreSeatUnderQuotas, twoMoreSeatsUnderQuotas } from "./seats-under-quotas.ts";
import { mayHold, solvedOnce, workUnderQuotas } from "./solved-changes.ts";
import { entryOf, isSameProblem, mayEnter } from "./entry.ts";
import { onePairException } from "./exceptions.ts";
import { missingData } from "./missing-data.ts";
import { oneMoreTopic } from "./topics.ts";
import type { Budget, Look, PlanToFix, SolvedChange, Try } from "./tries.ts";

/** Most work for one person without quotas, in candidate pairs of the solves and of their preparation. */
const MOST_WORK = 1_000_000_000;

/** Answers of changed pools that are kept: values that are near each other often come to the same candidates. */
const MOST_RECENT = 3;

/** What fixes start from. One more solve for `coverage` and `score`, in the form that prices are read from. */
export function planToFix(pool: Pool, matching: Matching): MatchSteps<PlanToFix> {
  const { objective } = pool.options;
  // a quota that no plan breaks may still be broken after a change
  const hasUse = isPriced(objective) && hasPrices(matching) && !isUnderQuotas(pool) && isPlainGoal(pool.options);
  checkNoWorth(pool.options);
  if (isUnderQuotas(pool)) checkPlainGoal(pool.options);
  const pricing = hasUse ? networkPlan(pool, objective, matching) : finished(undefined);
  return mapResult(pricing, (priced) => ({ pool, matching, priced, solved: new Map() }));
}

/**
 * Finds the smallest change that places a person: kinds in their order, and within a kind the change that displaces
 * fewest, then costs the others fewest points, then comes first by ids.
 *
 * Each change tried is a solve, from the prices of the plan; prices tell beforehand of most changes that they cannot work
 * (see `servingSeats`). The change that is returned has been applied to the programme, which was scored, ruled and solved
 * afresh. Looks at about `MOST_WORK` candidate pairs at most.
 *
 * Under quotas each change tried is a search as a match is one, which people who are left out share. A change is not tried
 * only if without quotas no plan with the person would be as good as the one at hand is with them (see `mayHold`). All
 * changes for one person take at most four times the work that one match may take, and the last one what a match may take.
 */
export function* fixFor(plan: PlanToFix, person: SidedPerson): MatchSteps<Fix> {
  const { pool, matching } = plan;
  if (at(peopleOf(pool.program, person.side), person.index).capacity === 0) return noFix("notThisRound");
  if (isPlaced(matching, person)) return noFix("placed");
  const found = yield* smallestFix(plan, person);
  if (!isUnderQuotas(pool)) return typeof found === "string" ? noFix(found) : fixInWords(found);
  const evidence = yield* quotaEvidence(plan, (other) => isPlaced(other, person));
  return typeof found === "string" ? noFix(found, evidence) : fixInWords({ ...found, quotas: evidence });
}

/** A fix before it is put into words. */
type FoundFix = Parameters<typeof fixInWords>[0];

function* smallestFix(given: PlanToFix, person: SidedPerson): MatchSteps<FoundFix | "notAllTried" | "noneWorks"> {
  const plan = withEntry(given, person);
  const budget: Budget = { left: isUnderQuotas(plan.pool) ? workUnderQuotas(plan.pool) : MOST_WORK, hasMissed: false };
  for (const looks of kindsOfChange(plan, person, budget)) {
    const found = yield* tryAll(plan, person, looks, budget);
    for (const fix of found) {
      const { kind } = fix;
      const held = yield* heldFix(plan, person, fix);
      if (held === undefined) continue;
      const outcomes = kind === "data" ? { outcomes: outcomesOf(found, held) } : {};
      return { ...held, ...outcomes, isLeast: budget.left > 0 && !budget.hasMissed };
    }
    if (budget.left <= 0) return "notAllTried";
  }
  return budget.hasMissed ? "notAllTried" : "noneWorks";
}

/** What holds in a pool made for the change has to hold in the whole programme as well. */
function* heldFix(plan: PlanToFix, person: SidedPerson, fix: FoundFix): MatchSteps<FoundFix | undefined> {
  const { kind, change } = fix;
  // data are tried in the whole programme
  if (kind === "data" && !isUnderQuotas(plan.pool)) return fix;
  const pool = yield* appliedPool(plan.pool, change);
  if (pool === undefined) return undefined;
  const { assignment } = yield* answerTo(plan, `applied ${JSON.stringify(change)}`, pool);
  return assignment && outcomeOf(plan, person, { kind, change }, pool, assignment);
}

/** The plan with what its prices tell of placing a person, and room for answers to changes: scores alone make them then. */
function withEntry(plan: PlanToFix, person: SidedPerson): PlanToFix {
  if (plan.priced === undefined) return plan;
  const entry = entryOf(plan.priced, person);
  return { ...plan, ...(entry === undefined ? {} : { entry }), recent: [] };
}

/** The changes that may place an idle person, kind by kind from the smallest. */
function kindsOfChange(plan: PlanToFix, person: SidedPerson, budget: Budget): readonly (readonly Look[])[] {
  const topics = oneMoreTopic(plan, person, budget);
  const data = missingData(plan, person, budget);
  const exceptions = [() => finished(onePairException(plan, person))];
  return isUnderQuotas(plan.pool)
    ? [
        ...data,
        oneMoreSeatUnderQuotas(plan, person, budget),
        topics,
        twoMoreSeatsUnderQuotas(plan, person, budget),
        exceptions,
      ]
    : [...data, [oneMoreSeat(plan, person, budget)], topics, twoMoreSeats(plan, person, budget), exceptions];
}

/** The changes that place the person, best first. */
function* tryAll(
  plan: PlanToFix,
  person: SidedPerson,
  looks: readonly Look[],
  budget: Budget,
): MatchSteps<readonly FoundFix[]> {
  const found: { readonly fix: FoundFix; readonly rank: number; readonly isAside: boolean }[] = [];
  let turn = 0;
  for (const look of looks) {
    if (budget.left <= 0) break;
    const tries = typeof look === "function" ? yield* look() : look;
    for (const change of tries) {
      if (budget.left <= 0) break;
      const fix = yield* tryOut(plan, person, change, budget);
      if (fix !== undefined) found.push({ fix, rank: change.rank ?? turn, isAside: change.isAside === true });
      turn += 1;
    }
  }
  found.sort(
    (a, b) =>
      a.fix.displaced.length - b.fix.displaced.length ||
      Number(a.isAside) - Number(b.isAside) ||
      a.fix.othersLose - b.fix.othersLose ||
      a.rank - b.rank,
  );
  return found.map(({ fix }) => fix);
}

/** What a change does, if it places the person. */
function* tryOut(plan: PlanToFix, person: SidedPerson, tried: Try, budget: Budget): MatchSteps<FoundFix | undefined> {
  const made = yield* madePool(plan, tried, budget);
  if (made === undefined) return undefined;
  let pool = made;
  if (tried.isWeighed !== true && isUnderQuotas(plan.pool)) {
    budget.left -= 4 * made.graph.columnAt.length;
    pool = requoted(made);
    const best = yield* bestWithoutQuotas(pool, person);
    // it is known beforehand that the change cannot place the person
    if (best === undefined || !mayHold(plan, pool, best.worth)) return undefined;
  }
  if (budget.left <= 0) return undefined;
  if (!(yield* isWorthSolving(plan, tried, pool, person))) {
    budget.left -= 2 * pool.graph.columnAt.length;
    return undefined;
  }
  budget.left -= 4 * pool.graph.columnAt.length + pool.program.mentees.length + pool.program.mentors.length;
  const { assignment, work } = yield* answerTo(plan, JSON.stringify(tried.change), pool);
  if (isUnderQuotas(pool)) budget.left -= work;
  if (assignment === undefined) budget.hasMissed = true;
  return assignment && outcomeOf(plan, person, tried, pool, assignment);
}

/** Whether a changed pool is to be solved in full: not if prices rule out that some best plan of it holds the person. */
function* isWorthSolving(plan: PlanToFix, { isWeighed }: Try, pool: Pool, person: SidedPerson): MatchSteps<boolean> {
  const { priced, entry } = plan;
  if (priced === undefined || isWeighed === true) return true;
  const isKnown = entry && mayEnter(entry, plan.pool, pool, person);
  return isKnown ?? (yield* mayPlace(pool, priced.answer, person));
}

/** The changed pool: one in which only what the change touches is new, or the whole programme with the change applied. */
function madePool({ pool }: PlanToFix, { makePool, change }: Try, budget: Budget): MatchSteps<Pool | undefined> {
  if (makePool !== undefined) return finished(makePool());
  budget.left -= pool.program.mentors.length * pool.program.mentees.length;
  return appliedPool(pool, change);
}

/** The plan of a changed pool: from the prices at hand, or under quotas what the same change has led to before. */
function answerTo(plan: PlanToFix, key: string, pool: Pool): MatchSteps<SolvedChange> {
  if (isUnderQuotas(plan.pool)) return solvedOnce(plan, key, pool);
  const known = plan.recent?.find((each) => isSameProblem(each.pool, pool));
  if (known !== undefined) return finished({ assignment: known.assignment, work: 0 });
  const warmStart = plan.priced && warmStartFrom(plan.priced.answer);
  return mapResult(assignPool(pool, warmStart), (assignment) => {
    plan.recent?.unshift({ pool, assignment });
    plan.recent?.splice(MOST_RECENT);
    return { assignment, work: 0 };
  });
}

/** What a change does to the others, if it places the person. */
function outcomeOf(
  { matching }: PlanToFix,
  person: SidedPerson,
  { kind, change }: Pick<Try, "kind" | "change">,
  pool: Pool,
  after: PoolAssignment,
): FoundFix | undefined {
  if (after.status === "infeasible" || !isPlaced(after, person)) return undefined;
  const displaced = (["mentee", "mentor"] as const).flatMap((side) => {
    const [before, now] = [placedIn(matching, side), placedIn(after, side)];
    const lost = [...before].filter((index) => !now.has(index)).map((index) => idOf(pool, { side, index }));
    return lost.sort(compareText).map((id) => ({ side, id }));
  });
  const { options } = pool;
  const othersLose = scoreOf(options, matching) - (scoreOf(options, after) - ownScore(pool, after, person));
  return { kind, change, pairs: newPairs(matching, pool, after), displaced, othersLose, isLeast: true };
}

/** Pairs of a changed plan that the plan at hand does not hold; nobody's index has changed. */
function newPairs(before: Matching, { program, graph }: Pool, { rowOf, columnOf }: Matching): readonly NewPair[] {
  const { keyOf } = pairIndex(program.mentees.length, program.mentors.length);
  const known = new Set(Array.from(before.rowOf, (row, pair) => keyOf(row, at(before.columnOf, pair))));
  return Array.from(rowOf, (row, pair) => [row, at(columnOf, pair)] as const)
    .filter(([row, column]) => !known.has(keyOf(row, column)))
    .map(([row, column]) => ({
      mentorId: at(program.mentors, column).id,
      menteeId: at(program.mentees, row).id,
      score: at(graph.scoreAt, edgeOf(graph, row, column)),
    }))
    .sort(compareByIds);
}

/** What follows for each value of the same fields of the same person as in a fix, that fix first. */
function outcomesOf(found: readonly FoundFix[], held: FoundFix): readonly DataOutcome[] {
  const asked = askedOf(held);
  const others = found.filter(
    (fix) => askedOf(fix) === asked && JSON.stringify(fix.change) !== JSON.stringify(held.change),
  );
  return [held, ...others].map(({ change, pairs, displaced, othersLose }) => ({
    change,
    pairs,
    displaced,
    othersLose,
  }));
}

function askedOf({ change }: FoundFix): string {
  return JSON.stringify(change.map((step) => (step.step === "data" ? [step.side, step.id, step.field] : [])));
}

function placedIn({ rowOf, columnOf }: Matching, side: Side): ReadonlySet<number> {
  return new Set(side === "mentee" ? rowOf : columnOf);
}

function isPlaced({ rowOf, columnOf }: Matching, { side, index }: SidedPerson): boolean {
  return (side === "mentee" ? rowOf : columnOf).includes(index);
}

function ownScore({ graph }: Pool, { rowOf, columnOf }: Matching, { side, index }: SidedPerson): number {
  return rowOf.reduce((sum, row, pair) => {
    const column = at(columnOf, pair);
    const isOwn = (side === "mentee" ? row : column) === index;
    return isOwn ? sum + at(graph.scoreAt, edgeOf(graph, row, column)) : sum;
  }, 0);
}
