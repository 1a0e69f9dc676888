import { type Fix, fixInWords, noFix, type SmallestFix } from "../explain/fix.ts";
import { edgeOf } from "./pins.ts";
import { appliedPool, peopleOf, type SidedPerson } from "./fix-change.ts";
import { type NetworkPlan, pricedPlanInSteps } from "./forcing.ts";
import { changesToTry, type Tried } from "./fix-tries.ts";
import type { Pool } from "./pool.ts";
import { chooseInSteps, type PoolSolution } from "./solve-pool.ts";
import { drain, type Steps } from "./steps.ts";
import { warmStartFrom } from "../solve/warm-start.ts";

/** Most work for one person, in candidate pairs of the solves and of their preparation. */
const MOST_WORK = 1_000_000_000;

/** A solved pool to look for changes in. */
export interface FixBase {
  readonly pool: Pool;
  readonly choice: Exclude<PoolSolution["assignment"], { readonly status: "infeasible" }>;
  /** Prices that tell which changes cannot work; `fair` and `stable` have none. */
  readonly plan: NetworkPlan | undefined;
}

/** What fixes start from. One more solve for `coverage` and `score`, in the form that prices are read from. */
export function fixBaseOf(pool: Pool, choice: FixBase["choice"]): FixBase {
  return drain(fixBaseInSteps(pool, choice));
}

/** `fixBaseOf` as a generator that can be paused every few milliseconds. */
export function* fixBaseInSteps(pool: Pool, choice: FixBase["choice"]): Steps<FixBase> {
  const { objective } = pool.options;
  const isPriced = (objective === "coverage" || objective === "score") && choice.proof.kind === "prices";
  const plan = isPriced ? yield* pricedPlanInSteps(pool, objective) : undefined;
  return { pool, choice, plan: plan !== undefined && "answer" in plan ? plan : undefined };
}

/** Work of a search, shared by its parts. */
export interface Budget {
  left: number;
}

/**
 * Finds the smallest change that places a person: kinds in their order, and within a kind the change that displaces
 * fewest, then costs the others fewest points, then comes first by ids.
 *
 * Each change tried is a solve, from the prices of the plan; prices tell beforehand of most changes that they cannot work
 * (see `placesFor`). The change that is returned has been applied to the programme, which was scored, ruled and solved
 * afresh. Looks at about `MOST_WORK` candidate pairs at most.
 */
export function* fixInSteps(base: FixBase, person: SidedPerson): Steps<Fix> {
  const { pool, choice } = base;
  if (pool.quotas.given.length > 0) return noFix("quotas");
  if ((peopleOf(pool.program, person.side)[person.index]?.capacity ?? 0) === 0) return noFix("notThisRound");
  if (loadIn(choice, person) > 0) return noFix("placed");
  const budget: Budget = { left: MOST_WORK };
  let best: SmallestFix | undefined;
  for (const kind of changesToTry(base, person, budget)) {
    const found: SmallestFix[] = [];
    for (let step = kind.next(); step.done !== true; step = kind.next()) {
      if ("phase" in step.value) {
        yield step.value;
        continue;
      }
      if (budget.left <= 0) break;
      const fix = yield* tryOut(base, person, step.value, budget);
      if (fix !== undefined) found.push(fix);
    }
    found.sort((a, b) => a.displaced.length - b.displaced.length || a.othersLose - b.othersLose);
    best = yield* firstThatHolds(base, person, found);
    if (best !== undefined) return { ...best, isLeast: budget.left > 0 };
    if (budget.left <= 0) return noFix("notAllTried");
  }
  return noFix("noneWorks");
}

/** Applies the changes in their order to the whole programme, until one places the person there as well. */
function* firstThatHolds(
  base: FixBase,
  person: SidedPerson,
  found: readonly SmallestFix[],
): Steps<SmallestFix | undefined> {
  for (const fix of found) {
    const pool = yield* appliedPool(base.pool, fix.change);
    if (pool === undefined) continue;
    const held = yield* outcome(base, person, { kind: fix.kind, change: fix.change, pool });
    if (held !== undefined) return held;
  }
  return undefined;
}

function* tryOut(base: FixBase, person: SidedPerson, tried: Tried, budget: Budget): Steps<SmallestFix | undefined> {
  budget.left -= 4 * tried.pool.graph.columnAt.length + peopleIn(tried.pool);
  return yield* outcome(base, person, tried);
}

function peopleIn({ program }: Pool): number {
  return program.mentors.length + program.mentees.length;
}

/** What a change does, if it places the person. */
function* outcome(base: FixBase, person: SidedPerson, { kind, change, pool }: Tried): Steps<SmallestFix | undefined> {
  const warm = base.plan === undefined ? undefined : warmStartFrom(base.plan.answer);
  const after = yield* chooseInSteps(pool, warm);
  if (after.status === "infeasible" || loadIn(after, person) === 0) return undefined;
  const displaced = (["mentee", "mentor"] as const).flatMap((side) => {
    const [before, now] = [placedIn(base.choice, side), placedIn(after, side)];
    return peopleOf(pool.program, side).flatMap(({ id }, index) =>
      before.has(index) && !now.has(index) ? [{ side, id }] : [],
    );
  });
  const othersLose = base.choice.total - (after.total - ownScore(pool, after, person));
  return fixInWords({ kind, change, displaced, othersLose, isLeast: true });
}

type Pairs = Pick<FixBase["choice"], "rowOf" | "columnOf">;

function placedIn({ rowOf, columnOf }: Pairs, side: SidedPerson["side"]): ReadonlySet<number> {
  return new Set(side === "mentee" ? rowOf : columnOf);
}

function loadIn({ rowOf, columnOf }: Pairs, { side, index }: SidedPerson): number {
  const nodes = side === "mentee" ? rowOf : columnOf;
  return nodes.reduce((count, node) => count + (node === index ? 1 : 0), 0);
}

function ownScore({ graph }: Pool, { rowOf, columnOf }: Pairs, { side, index }: SidedPerson): number {
  return rowOf.reduce((sum, row, pair) => {
    const column = columnOf[pair] ?? 0;
    const isOwn = (side === "mentee" ? row : column) === index;
    return isOwn ? sum + (graph.scoreAt[edgeOf(graph, row, column)] ?? 0) : sum;
  }, 0);
}
