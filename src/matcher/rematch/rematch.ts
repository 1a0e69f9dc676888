import { problem as fault, TersineError, throwIssues, type TersineIssue } from "../../base/error.ts";
import type { Rematch, RematchCost } from "../../explain/rematch.ts";
import type { Manifest, MatchResult, Worth } from "../../explain/result.ts";
import type { PairOfIds } from "../../rules/ban.ts";
import { quota } from "../../rules/quotas/quota.ts";
import { FULL_SCORE } from "../../score/criterion.ts";
import type { Assignment } from "../../solve/problem.ts";
import type { QuotaAssignment } from "../../solve/quota/problem.ts";
import { solveAssignment } from "../../solve/solve-assignment.ts";
import { hash } from "../../plan/input-hash.ts";
import { cutPins, joinPins, type Pins, readPins, sortedPins } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { findPublished, type Published } from "./published.ts";
import { readQuotas } from "../../plan/quotas.ts";
import { checkRematch, type PublishedPlan, type RematchOptions } from "./options.ts";
import { resultOf } from "../../plan/result.ts";
import { solveQuotas } from "../../plan/solve-pool.ts";
import { drain } from "../../plan/steps.ts";

/**
 * Plans a pool again with as few changes to a published plan as the options ask for; exact, and proved like any match.
 *
 * Method. Keeping a published pair adds a fixed worth to it, so without quotas this stays an assignment problem; scores
 * are scaled so that of equally good plans the one that keeps most is taken, then the canonical one. `maximumChanges` is a
 * minimum on the published pairs in the plan, which is only added if the best plan breaks it, and then makes the problem
 * an integer programme, as quotas do. With quotas, `"first"` is two solves: for the most kept pairs, then for the score.
 */
export function rematch(pool: Pool, free: MatchResult, previous: PublishedPlan, options: RematchOptions): Rematch {
  const { objective } = pool.options;
  checkRematch(objective, previous, options);
  if (objective !== "coverage" && objective !== "score") throw fault("INTERNAL", "/objective", "expected no other.");
  const published = findPublished(pool, previous.pairs);
  if (!published.isKnown && previous.pairs.length > 0) {
    const message = "expected a plan of this programme: nobody in it is registered.";
    throw fault("PREVIOUS_UNKNOWN_ID", "/previous/pairs", message);
  }
  const locked = { ...pool, pins: lockedPins(pool, published, options.locked ?? []) };
  const { pool: solved, assignment, worth } = solve({ pool: locked, published, objective }, options);
  // fixes are changes to the free plan
  const plain = {
    ...solved,
    options: { ...solved.options, fixes: false },
    manifest: { ...solved.manifest, rematch: recordOf(previous, options) },
  };
  const result = resultOf(plain, { assignment, ...(worth === undefined ? {} : { worth }) });
  return outcomeOf(result, free, published, options);
}

function recordOf(
  { pairs }: PublishedPlan,
  { stability, maximumChanges, locked }: RematchOptions,
): NonNullable<Manifest["rematch"]> {
  return {
    published: hash(JSON.stringify(sortedPins(pairs))),
    ...(maximumChanges === undefined ? { stability: stability ?? "first" } : {}),
    ...(maximumChanges === undefined ? {} : { maximumChanges: maximumChanges === Infinity ? null : maximumChanges }),
    ...(locked === undefined ? {} : { locked: locked === "all" ? locked : sortedPins(locked) }),
  };
}

interface Task {
  readonly pool: Pool;
  readonly published: Published;
  readonly objective: "coverage" | "score";
}

interface Solution {
  /** With the quota that `maximumChanges` asks for, if it had to be added. */
  readonly pool: Pool;
  readonly assignment: Assignment | QuotaAssignment;
  /** Absent where a pair is worth its score. */
  readonly worth?: Worth;
}

function solve(task: Task, { stability, maximumChanges }: RematchOptions): Solution {
  const { pool, published } = task;
  if (maximumChanges === undefined) return solveStable(task, stability ?? "first");
  const best = solveStable(task, 0);
  if (best.assignment.status === "infeasible") return best;
  const least = published.edges.length - Math.min(maximumChanges, published.edges.length);
  if (keptIn(task, best.assignment) >= least) return best;
  const keeping = keepingAtLeast(pool, published, least);
  return { pool: keeping, assignment: drain(solveQuotas(keeping, task.objective, pool.pins)) };
}

/** The best plan where each published pair is worth some points more. */
function solveStable(task: Task, stability: number | "first"): Solution {
  const { pool, published, objective } = task;
  if (pool.quotas.list.length > 0) return solveWithQuotas(task, stability);
  const count = published.edges.length;
  const worth =
    stability === "first"
      ? { scale: 1, published: mostPairs(pool) * FULL_SCORE + 1 }
      : { scale: count + 1, published: stability * (count + 1) + 1 };
  const { scoreAt } = pool.graph;
  const weightAt = Float64Array.from(
    scoreAt,
    (score, edge) => score * worth.scale + (published.isPublishedAt[edge] ?? 0) * worth.published,
  );
  const problem = { ...assignmentProblem(pool.program, pool.graph, objective), weightAt };
  const answer = solveNetwork(() => solveAssignment(cutPins(problem, pool.pins, false), { ties: "canonical" }));
  return { pool, assignment: joinPins(answer, problem, pool.pins), worth };
}

function solveNetwork(solveIt: () => Assignment): Assignment {
  try {
    return solveIt();
  } catch (error) {
    if (!(error instanceof TersineError && error.code === "LIMIT_WEIGHTS")) throw error;
    const message = "expected fewer people or a smaller number: the sums would leave the whole numbers that are exact.";
    throw fault("LIMIT_WEIGHTS", "/stability", message, { cause: error });
  }
}

function solveWithQuotas(task: Task, stability: number | "first"): Solution {
  const { pool, published, objective } = task;
  if (stability !== "first") {
    const assignment = solveWorth(
      task,
      (edge) => (pool.graph.scoreAt[edge] ?? 0) + bonusAt(published, edge, stability),
    );
    return stability === 0 ? { pool, assignment } : { pool, assignment, worth: { scale: 1, published: stability } };
  }
  const most = solveWorth(task, (edge) => bonusAt(published, edge, 1));
  if (most.status !== "optimal") return { pool, assignment: most, worth: { scale: 0, published: 1 } };
  const keeping = keepingAtLeast(pool, published, keptIn(task, most));
  return { pool: keeping, assignment: drain(solveQuotas(keeping, objective, pool.pins)) };
}

function solveWorth({ pool, objective }: Task, worthAt: (edge: number) => number): QuotaAssignment {
  const { graph } = pool;
  const scoreAt = Int32Array.from(graph.scoreAt, (_, edge) => worthAt(edge));
  return drain(solveQuotas({ ...pool, graph: { ...graph, scoreAt } }, objective, pool.pins));
}

function bonusAt({ isPublishedAt }: Published, edge: number, bonus: number): number {
  return isPublishedAt[edge] === 1 ? bonus : 0;
}

/** The pool with one quota more: so many published pairs stay. */
function keepingAtLeast(pool: Pool, { pairs }: Published, least: number): Pool {
  const isPublished = new Set(pairs.map(keyOf));
  const keep = quota(
    "published pairs kept",
    ({ id: mentorId }, { id: menteeId }) => isPublished.has(keyOf({ mentorId, menteeId })),
    { min: least },
  );
  const { program, graph, options } = pool;
  return { ...pool, quotas: readQuotas(program, graph, [...options.quotas, keep]) };
}

/** Most pairs that a plan can have, by the capacities of each side. */
function mostPairs({ program: { mentors, mentees } }: Pool): number {
  const places = (people: readonly { readonly capacity: number }[]): number =>
    people.reduce((sum, { capacity }) => sum + capacity, 0);
  return Math.min(places(mentors), places(mentees));
}

function keptIn(
  { pool: { program }, published }: Task,
  { rowOf, columnOf }: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
): number {
  const isPublished = new Set(published.pairs.map(keyOf));
  let kept = 0;
  rowOf.forEach((row, pair) => {
    const [mentorId, menteeId] = [program.mentors[columnOf[pair] ?? 0]?.id, program.mentees[row]?.id];
    if (isPublished.has(keyOf({ mentorId: mentorId ?? "", menteeId: menteeId ?? "" }))) kept += 1;
  });
  return kept;
}

/** The pool's pins and the locked pairs. */
function lockedPins(pool: Pool, { pairs }: Published, locked: NonNullable<RematchOptions["locked"]>): Pins {
  const { program, graph, options } = pool;
  const pinned = options.pins.length;
  if (locked === "all") {
    const pathOf = (position: number): string => (position < pinned ? `/pins/${position}` : "/locked");
    return readPins(program, graph, [...options.pins, ...pairs], pathOf);
  }
  const isPublished = new Set(pairs.map(keyOf));
  const issues: TersineIssue[] = [];
  locked.forEach((pair, position) => {
    const [one] = sortedPins([pair]);
    if (one !== undefined && isPublished.has(keyOf(one))) return;
    const message = "expected a published pair that can stay, got another.";
    const hint = "Pin a pair that is not published; see what breaks the published ones without locking them.";
    issues.push({ code: "PAIR_CONFLICT", path: `/locked/${position}`, message, hint });
  });
  throwIssues(issues);
  const pathOf = (position: number): string =>
    position < pinned ? `/pins/${position}` : `/locked/${position - pinned}`;
  return readPins(program, graph, [...options.pins, ...locked], pathOf);
}

function outcomeOf(result: MatchResult, free: MatchResult, published: Published, options: RematchOptions): Rematch {
  if (result.status === "infeasible") return { result, kept: [], broken: published.broken, gained: [] };
  const wasPublished = new Set(published.pairs.map(keyOf));
  const isHeld = new Set(result.pairs.map(keyOf));
  const ids = ({ mentorId, menteeId }: PairOfIds): PairOfIds => ({ mentorId, menteeId });
  const givenUp = published.pairs.filter((pair) => !isHeld.has(keyOf(pair)));
  const broken = [...published.broken, ...givenUp.map((pair) => ({ ...pair, ...givenUpReason(options) }))];
  const order = new Map(sortedPins(broken).map((pair, place) => [keyOf(pair), place]));
  return {
    result,
    kept: result.pairs.filter((pair) => wasPublished.has(keyOf(pair))).map(ids),
    broken: broken.sort((a, b) => (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0)),
    gained: result.pairs.filter((pair) => !wasPublished.has(keyOf(pair))).map(ids),
    ...(free.status === "infeasible" ? {} : { cost: costOf(free.totals, result.totals) }),
  };
}

type Totals = Extract<MatchResult, { readonly totals: unknown }>["totals"];

function costOf(free: Totals, held: Totals): RematchCost {
  return {
    people: free.placedMentors + free.placedMentees - held.placedMentors - held.placedMentees,
    score: free.score - held.score,
  };
}

function givenUpReason({ stability = "first", maximumChanges }: RematchOptions) {
  const about = "givenUp";
  const [en, tr] =
    maximumChanges !== undefined
      ? [
          `Of the plans that give up at most ${maximumChanges} published pairs, the best does not hold this one.`,
          `Yayımlanmış eşleşmelerden en çok ${maximumChanges} tanesini bırakan planların en iyisi bunu içermiyor.`,
        ]
      : stability === "first"
        ? [
            "The best of the plans that keep most published pairs does not hold this one.",
            "Yayımlanmış eşleşmelerin en çoğunu koruyan planların en iyisi bunu içermiyor.",
          ]
        : [
            `With ${stability} points for each published pair kept, the best plan does not hold this one.`,
            `Korunan her yayımlanmış eşleşme ${stability} puan değerindeyken en iyi plan bunu içermiyor.`,
          ];
  return { because: "givenUp", reasons: [{ about, en, tr }] } as const;
}

function keyOf({ mentorId, menteeId }: PairOfIds): string {
  return JSON.stringify([menteeId, mentorId]);
}
