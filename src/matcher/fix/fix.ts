import { type Fix, fixInWords, noFix } from "../../explain/fix.ts";
import { edgeOf } from "../../plan/pins.ts";
import { appliedPool, peopleOf, type SidedPerson } from "./change.ts";
import {
  type Decided,
  decide,
  type DecidedPools,
  isUnderQuotas,
  poolFrom,
  type PoolSource,
  quotaEvidence,
  workUnderQuotas,
} from "./quotas.ts";
import { type NetworkPlan, pricedPlanInSteps } from "../questions/forcing.ts";
import { changesToTry, type Tried } from "./tries.ts";
import type { Pool } from "../../plan/pool.ts";
import { chooseInSteps, type PoolSolution } from "../../plan/solve-pool.ts";
import { drain, type Steps } from "../../plan/steps.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";

/** Most work for one person without quotas, in candidate pairs of the solves and of their preparation. */
const MOST_WORK = 1_000_000_000;

/** A solved pool to look for changes in. */
export interface FixBase {
  readonly pool: Pool;
  readonly choice: Exclude<PoolSolution["assignment"], { readonly status: "infeasible" }>;
  /** Prices that tell which changes cannot work; `fair` and `stable` have none. */
  readonly plan: NetworkPlan | undefined;
  /** Under quotas, where people share them: what changed pools have come to. Filled on the way. */
  readonly decided: DecidedPools;
}

/** What fixes start from. One more solve for `coverage` and `score`, in the form that prices are read from. */
export function fixBaseOf(pool: Pool, choice: FixBase["choice"]): FixBase {
  return drain(fixBaseInSteps(pool, choice));
}

/** `fixBaseOf` as a generator that can be paused every few milliseconds. */
export function* fixBaseInSteps(pool: Pool, choice: FixBase["choice"]): Steps<FixBase> {
  const { objective } = pool.options;
  const isNetwork = objective === "coverage" || objective === "score";
  // a quota that no plan breaks may still be broken after a change
  const isPriced = isNetwork && choice.proof.kind === "prices" && !isUnderQuotas(pool);
  const plan = isPriced ? yield* pricedPlanInSteps(pool, objective) : undefined;
  return { pool, choice, plan: plan !== undefined && "answer" in plan ? plan : undefined, decided: new Map() };
}

/** Work of a search, shared by its parts. */
export interface Budget {
  left: number;
  /** Whether what some change does is not known, because the work for its plan ended before the proof. */
  hasMissed: boolean;
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
export function* fixInSteps(base: FixBase, person: SidedPerson): Steps<Fix> {
  const { pool, choice } = base;
  if ((peopleOf(pool.program, person.side)[person.index]?.capacity ?? 0) === 0) return noFix("notThisRound");
  if (loadIn(choice, person) > 0) return noFix("placed");
  const found = yield* smallestFix(base, person);
  if (!isUnderQuotas(pool)) return typeof found === "string" ? noFix(found) : fixInWords(found);
  const evidence = yield* quotaEvidence(base, (other) => loadIn(other, person) > 0);
  return typeof found === "string" ? noFix(found, evidence) : fixInWords({ ...found, quotas: evidence });
}

/** A fix before it is put into words. */
type FoundFix = Parameters<typeof fixInWords>[0];

function* smallestFix(base: FixBase, person: SidedPerson): Steps<FoundFix | "notAllTried" | "noneWorks"> {
  const most = isUnderQuotas(base.pool) ? workUnderQuotas(base.pool) : MOST_WORK;
  const budget: Budget = { left: most, hasMissed: false };
  for (const kind of changesToTry(base, person, budget)) {
    const found: { readonly fix: FoundFix; readonly rank: number }[] = [];
    let turn = 0;
    for (let step = kind.next(); step.done !== true; step = kind.next()) {
      if ("phase" in step.value) {
        yield step.value;
        continue;
      }
      if (budget.left <= 0) break;
      const fix = yield* tryOut(base, person, step.value, budget);
      if (fix !== undefined) found.push({ fix, rank: step.value.rank ?? turn });
      turn += 1;
    }
    found.sort(
      (a, b) =>
        a.fix.displaced.length - b.fix.displaced.length || a.fix.othersLose - b.fix.othersLose || a.rank - b.rank,
    );
    const best = yield* firstThatHolds(base, person, found);
    if (best !== undefined) return { ...best, isLeast: budget.left > 0 && !budget.hasMissed };
    if (budget.left <= 0) return "notAllTried";
  }
  return budget.hasMissed ? "notAllTried" : "noneWorks";
}

/** Applies the changes in their order to the whole programme, until one places the person there as well. */
function* firstThatHolds(
  base: FixBase,
  person: SidedPerson,
  found: readonly { readonly fix: FoundFix }[],
): Steps<FoundFix | undefined> {
  for (const { fix } of found) {
    const { kind, change } = fix;
    const key = `applied ${JSON.stringify(change)}`;
    let pool: Pool | undefined;
    const applied = function* (): Steps<Pool | undefined> {
      return (pool ??= yield* appliedPool(base.pool, change));
    };
    const { assignment } = yield* answerTo(base, key, applied);
    const held =
      assignment === undefined ? undefined : yield* outcome(base, person, { kind, change }, assignment, applied);
    if (held !== undefined) return held;
  }
  return undefined;
}

function* tryOut(base: FixBase, person: SidedPerson, tried: Tried, budget: Budget): Steps<FoundFix | undefined> {
  const { pool } = tried;
  budget.left -= 4 * pool.graph.columnAt.length + peopleIn(pool);
  const { assignment, work } = yield* answerTo(base, JSON.stringify(tried.change), () => pool);
  if (isUnderQuotas(pool)) budget.left -= work;
  if (assignment !== undefined) return yield* outcome(base, person, tried, assignment, () => pool);
  budget.hasMissed = true;
  return undefined;
}

/** The plan of a changed pool: from the prices at hand, or under quotas what the same change has led to before. */
function* answerTo(base: FixBase, key: string, changed: PoolSource): Steps<Decided> {
  if (isUnderQuotas(base.pool)) return yield* decide(base.decided, key, changed);
  const pool = yield* poolFrom(changed);
  if (pool === undefined) return { work: 0 };
  const warm = base.plan === undefined ? undefined : warmStartFrom(base.plan.answer);
  return { assignment: yield* chooseInSteps(pool, warm), work: 0 };
}

function peopleIn({ program }: Pool): number {
  return program.mentors.length + program.mentees.length;
}

/** What a change does, if it places the person. */
function* outcome(
  base: FixBase,
  person: SidedPerson,
  { kind, change }: Pick<Tried, "kind" | "change">,
  after: PoolSolution["assignment"],
  changed: PoolSource,
): Steps<FoundFix | undefined> {
  if (after.status === "infeasible" || loadIn(after, person) === 0) return undefined;
  const pool = yield* poolFrom(changed);
  if (pool === undefined) return undefined;
  const displaced = (["mentee", "mentor"] as const).flatMap((side) => {
    const [before, now] = [placedIn(base.choice, side), placedIn(after, side)];
    return peopleOf(pool.program, side).flatMap(({ id }, index) =>
      before.has(index) && !now.has(index) ? [{ side, id }] : [],
    );
  });
  const othersLose = base.choice.total - (after.total - ownScore(pool, after, person));
  return { kind, change, displaced, othersLose, isLeast: true };
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
