import { at } from "../base/at.ts";
import { withProgress } from "../base/steps.ts";
import { demandOf } from "../explain/demand.ts";
import { namesOf } from "./topic-names.ts";
import { sideViews } from "../explain/side-view.ts";
import type { InfeasibleResult, MatchedResult, Pair } from "../explain/result.ts";
import { totalsOf } from "../explain/totals.ts";
import { explainUnmatched } from "../explain/unmatched.ts";
import { findEdge } from "../solve/graph.ts";
import type { InfeasibleAssignment } from "../solve/problem.ts";
import type { UnmeetableQuotas } from "../solve/quota/problem.ts";
import { conflictsOf } from "./conflicts/conflicts.ts";
import { countedPeople, type Goal } from "./goal.ts";
import { inOrderOfIds } from "./lot.ts";
import { lackWarnings } from "./pairs.ts";
import { edgeOf } from "./pins.ts";
import type { Pool } from "./pool.ts";
import { proofOf } from "./proof.ts";
import type { Matching, PoolSolution } from "./solve.ts";
import { type MatchSteps, type Progress } from "./steps.ts";

/** A matching with its explained pairs in the organiser's words, without fixes. */
export function* matchedResult(
  pool: Pool,
  matching: Matching,
  pairs: readonly Pair[],
  { price, worth }: Omit<PoolSolution, "assignment">,
): MatchSteps<MatchedResult> {
  const { program, graph, manifest, warnings, options } = pool;
  const explained: Progress = { phase: "explaining", done: pairs.length, total: pairs.length };
  const views = sideViews(program, graph, matching, pool.pins);
  const further = options.furtherPartners === undefined ? options.objective : "furtherPartners";
  const asked = options.worth === undefined ? further : "worth";
  const chosenBy = matching.proof.kind === "bound" ? "quotas" : asked;
  const { unmatched, shortages } = yield* withProgress(
    explainUnmatched(program, graph, views, chosenBy),
    () => explained,
  );
  const demand = yield* withProgress(demandOf(program, matching, namesOf(pool)), () => explained);
  const proof = proofOf(pool, matching.proof);
  const isWorth = worth !== undefined && (proof.kind === "prices" || proof.kind === "bound");
  const result: MatchedResult = {
    status: matching.status,
    ...gapOf(matching, options),
    pairs,
    unmatched,
    shortages,
    totals: totalsOf(program, graph, pairs, views, price),
    proof: isWorth ? { ...proof, worth } : proof,
    ...quotaCounts(pool, matching),
    demand,
    measures: graph.asked.measures,
    warnings: [...warnings, ...lackWarnings(pairs)],
    manifest,
  };
  return options.ties === undefined ? result : inOrderOfIds(result);
}

function gapOf(matching: Matching, goal: Goal): Pick<MatchedResult, "gap"> {
  if (matching.status === "optimal") return {};
  const { proof, total } = matching;
  const people = proof.placed === undefined ? 0 : proof.placed.nodes - countedPeople(goal, matching);
  return { gap: { people, score: proof.total - total } };
}

function quotaCounts({ quotas, graph }: Pool, { rowOf, columnOf }: Matching): Pick<MatchedResult, "quotas"> {
  if (quotas.given.length === 0) return {};
  const chosen = Array.from(rowOf, (row, pair) => edgeOf(graph, row, at(columnOf, pair)));
  const countIn = (edges: Int32Array): number => {
    const list = { rowStart: Int32Array.of(0, edges.length), columnAt: edges };
    return chosen.filter((edge) => findEdge(list, 0, edge) >= 0).length;
  };
  return {
    quotas: quotas.given.map((quota, position) => ({
      name: quota.name,
      pairs: countIn(quotas.edgesOf[position] ?? new Int32Array()),
      minimum: quota.kind === "pairs" ? quota.minimum : 0,
      ...(quota.maximum === undefined ? {} : { maximum: quota.maximum }),
    })),
  };
}

const SEARCHING: Progress = { phase: "explaining", done: 0, total: null };

/** Demands that cannot be met together, with those that conflict. */
export function* infeasibleResult(
  pool: Pool,
  assignment: InfeasibleAssignment | UnmeetableQuotas,
): MatchSteps<InfeasibleResult> {
  const { program, graph, manifest, warnings } = pool;
  const conflicts = yield* withProgress(conflictsOf(pool, assignment), () => SEARCHING);
  const { unmatched } = yield* withProgress(explainUnmatched(program, graph, undefined), () => SEARCHING);
  const measures = graph.asked.measures;
  const result: InfeasibleResult = { status: "infeasible", ...conflicts, unmatched, measures, warnings, manifest };
  return pool.options.ties === undefined ? result : inOrderOfIds(result);
}
