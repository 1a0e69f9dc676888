import { TersineError } from "../../base/error.ts";
import type { InfeasibleResult } from "../../explain/result.ts";
import type { InfeasibleAssignment, SparseProblem } from "../../solve/problem.ts";
import type { UnmeetableQuotas } from "../../solve/quota/problem.ts";
import { quotaSteps } from "../../solve/quota/solve.ts";
import { assignmentSteps } from "../../solve/solve-assignment.ts";
import { cutPins, joinPins } from "../cut-pins.ts";
import { assignmentProblem, type Pool } from "../pool.ts";
import { mapResult } from "../../base/steps.ts";
import { checker, irreducibleCore, type Search } from "./core.ts";
import {
  demandedProblem,
  demandInWords,
  loadDemands,
  minimumOf,
  pinDemands,
  pinsIn,
  type PoolDemand,
  problemWithLoads,
  quotaDemands,
} from "./demands.ts";
import { loadWitness } from "./load-witness.ts";
import { quotaWitness } from "./quota-witness.ts";

/** Most steps of one of these solves under quotas; a set that takes longer counts as feasible, and is not reduced. */
const SOLVE_WORK = 30_000_000;

/** Demands that cannot be met together, and the people who show it. */
export type Conflicts = Pick<InfeasibleResult, "conflicts" | "isIrreducible" | "witness">;

/**
 * An irreducible set of demands: together they cannot be met, without any one of them they can. Quotas are only looked at
 * where the loads and pins alone can be met. Solves without scores, as many as `irreducibleCore` asks for; can be paused
 * within each.
 */
export function* conflictsOf(pool: Pool, answer: InfeasibleAssignment | UnmeetableQuotas): Search<Conflicts> {
  if ("witness" in answer) return yield* loadConflicts(pool, answer);
  const network = [...loadDemands(pool), ...pinDemands(pool)];
  const alone = yield* unmetLoads(pool, network, true);
  if (alone !== undefined) return yield* loadConflicts(pool, alone);
  const check = checker((demands) => meetsQuotas(pool, demands));
  const core = yield* irreducibleCore(check, [...network, ...quotaDemands(pool)]);
  return {
    conflicts: core.map((demand) => demandInWords(pool, demand)),
    isIrreducible: check.isSure(),
    witness: yield* quotaWitness(pool, core, weightless(pool)),
  };
}

/** Conflicts of loads and pins, beginning with the loads of the witness. */
function* loadConflicts(pool: Pool, { witness }: InfeasibleAssignment): Search<Conflicts> {
  const pins = pinDemands(pool);
  const loads = Array.from(witness.nodes, (index): PoolDemand => ({ kind: witness.side, index }));
  const witnessed = [...loads.filter((demand) => minimumOf(pool, demand) > 0), ...pins];
  const check = checker((demands) => mapResult(unmetLoads(pool, demands, false), (proof) => proof === undefined));
  // the witness convicts its own people and the pins; all demands stand in where it does not
  const suspects = (yield* check.isFeasible(witnessed)) ? [...loadDemands(pool), ...pins] : witnessed;
  const core = yield* irreducibleCore(check, suspects);
  const answer = yield* unmetLoads(pool, core, true);
  if (answer === undefined) return { conflicts: [], isIrreducible: false, witness: loadWitness(pool, witness) };
  return {
    conflicts: core.map((demand) => demandInWords(pool, demand)),
    isIrreducible: check.isSure(),
    witness: loadWitness(pool, answer.witness),
  };
}

/** The proof that some loads and pins cannot be met together; `undefined` if they can. */
function unmetLoads(
  pool: Pool,
  demands: readonly PoolDemand[],
  verify: boolean,
): Search<InfeasibleAssignment | undefined> {
  const problem = problemWithLoads(weightless(pool), demands);
  const pins = pinsIn(pool, demands);
  return mapResult(assignmentSteps(cutPins(problem, pins), { verify }), (cut) => {
    const answer = joinPins(cut, problem, pins);
    return answer.status === "infeasible" ? answer : undefined;
  });
}

function* meetsQuotas(pool: Pool, demands: readonly PoolDemand[]): Search<boolean | undefined> {
  try {
    const problem = demandedProblem(pool, demands, weightless(pool));
    const answer = yield* quotaSteps(problem, { work: SOLVE_WORK, verify: false });
    return answer.status !== "infeasible";
  } catch (error) {
    if (error instanceof TersineError && error.code === "LIMIT_WORK") return undefined;
    throw error;
  }
}

/** The pool's problem without scores, which say nothing of what can be met. */
function weightless({ program, graph }: Pool): SparseProblem {
  const problem = assignmentProblem(program, graph, "score");
  return { ...problem, weightAt: new Int32Array(problem.weightAt.length) };
}
