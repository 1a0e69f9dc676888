import type { InfeasibleWitness } from "../explain/result.ts";
import type { SparseProblem } from "../solve/problem.ts";
import type { QuotaProblem } from "../solve/quota/problem.ts";
import { solveQuotasInSteps } from "../solve/quota/solve.ts";
import type { PoolDemand, Search } from "./conflicts.ts";
import { pinsAmong } from "./pins.ts";
import type { Pool } from "./pool.ts";
import { asked, quotaProblem, rowsOf } from "./quotas.ts";

/** Most steps of a search for an extreme count, so that an explanation does not take longer than the match. */
const COUNT_WORK = 30_000_000;

/** People and counts that show a conflict: what one of the demands needs, and what the others leave for it. */
export function* quotaWitness(
  pool: Pool,
  core: readonly PoolDemand[],
  reduced: SparseProblem,
): Search<InfeasibleWitness> {
  const target =
    core.find(isPairQuota(pool)) ?? core.find(({ kind }) => kind === "row" || kind === "column") ?? core[0];
  if (target === undefined) return { side: "mentee", ids: [], needed: 0, available: 0, en: "", tr: "" };
  return target.kind === "quota"
    ? yield* witnessOfQuota(pool, core, target, reduced)
    : yield* witnessOfPeople(pool, core, target, reduced);
}

function isPairQuota({ quotas }: Pool): (demand: PoolDemand) => boolean {
  return ({ kind, index }) => kind === "quota" && quotas.given[index]?.kind === "pairs";
}

function* witnessOfQuota(
  pool: Pool,
  core: readonly PoolDemand[],
  target: PoolDemand,
  reduced: SparseProblem,
): Search<InfeasibleWitness> {
  const { program, graph, quotas } = pool;
  const quota = quotas.given[target.index];
  const edges = quotas.edgesOf[target.index] ?? new Int32Array();
  const others = core.filter((demand) => demand !== target);
  const minimum = quota?.kind === "pairs" ? quota.minimum : 0;
  const most = yield* extremeCount(pool, others, edges, reduced, 1);
  const isTooFew = most < minimum;
  const available = isTooFew ? most : (quota?.maximum ?? 0);
  const least = isTooFew ? minimum : -(yield* extremeCount(pool, others, edges, reduced, -1));
  // counts can leave gaps: fewer than the minimum may be possible, and then only more than the maximum
  const isGap = least <= available;
  const needed = isGap ? -(yield* extremeCount(pool, others, edges, reduced, -1, minimum)) : least;
  const counts = quota === undefined ? () => false : asked(quota, target.index, program);
  const people = yield* peopleOf(pool, counts);
  const side = people.mentors.length <= people.mentees.length ? "mentor" : "mentee";
  const refusing = graph.rules.filter((_, rule) => people.refusedBy.has(rule)).map(({ name }) => name);
  const names = [...new Set(refusing)].join(", ");
  const [after, sonra] = names === "" || !isTooFew ? ["", ""] : [` after ${names}`, ` (${names} kurallarından sonra)`];
  const [among, arasinda] = isGap
    ? [`with no fewer than ${minimum} of them `, `${minimum} ya da daha çoğuyla `]
    : ["", ""];
  const name = quota?.name ?? "";
  return {
    side,
    ids: side === "mentor" ? people.mentors : people.mentees,
    quota: name,
    needed,
    available,
    ...(isTooFew
      ? {
          en: `"${name}" needs ${needed} pairs; at most ${available} are possible${after}.`,
          tr: `"${name}" ${needed} eşleşme istiyor; en çok ${available} mümkün${sonra}.`,
        }
      : {
          en: `"${name}" allows ${available} pairs; ${among}the other demands need at least ${needed}.`,
          tr: `"${name}" ${available} eşleşmeye izin veriyor; ${arasinda}öteki koşullara en az ${needed} gerekiyor.`,
        }),
  };
}

function* witnessOfPeople(
  pool: Pool,
  core: readonly PoolDemand[],
  target: PoolDemand,
  reduced: SparseProblem,
): Search<InfeasibleWitness> {
  const { program, graph, pins } = pool;
  const rowAt = rowsOf(graph);
  const others = core.filter((demand) => demand !== target);
  const pin = target.kind === "pin" ? pins.list[target.index] : undefined;
  const isCounted = (edge: number): boolean => {
    if (pin !== undefined) return pin.edge === edge;
    return (target.kind === "row" ? rowAt[edge] : graph.columnAt[edge]) === target.index;
  };
  const edges = Int32Array.from(graph.columnAt.keys()).filter(isCounted);
  const side = target.kind === "column" ? "mentor" : "mentee";
  const person = side === "mentor" ? program.mentors[target.index] : program.mentees[pin?.row ?? target.index];
  const { id = "", minimumLoad = 1 } = person ?? {};
  const needed = pin === undefined ? minimumLoad : 1;
  const available = Math.min(needed - 1, yield* extremeCount(pool, others, edges, reduced, 1));
  return {
    side,
    ids: [id],
    needed,
    available,
    en: `1 ${side} must have ${needed} of these partners; at most ${available} are possible beside the other demands.`,
    tr: `1 kişinin (${side}) bu eşlerden ${needed} alması gerekiyor; öteki koşulların yanında en çok ${available} mümkün.`,
  };
}

/** Bound of the sum of `sign` over the chosen pairs among `edges`, at least `minimum`, where some other demands are met. */
function* extremeCount(
  pool: Pool,
  demands: readonly PoolDemand[],
  edges: Int32Array,
  reduced: SparseProblem,
  sign: 1 | -1,
  minimum = 0,
): Search<number> {
  const weightAt = new Int32Array(reduced.weightAt.length);
  for (const edge of edges) weightAt[edge] = sign;
  const { quotas, ...demanded } = demandedProblem(pool, demands, { ...reduced, weightAt });
  const problem = { ...demanded, quotas: minimum === 0 ? quotas : [...quotas, { edges, minimum }] };
  const answer = yield* solveQuotasInSteps(problem, { work: COUNT_WORK });
  return answer.status === "infeasible" ? 0 : answer.proof.total;
}

/** The problem with the loads, pins and quotas of some demands only. */
export function demandedProblem(pool: Pool, demands: readonly PoolDemand[], problem: SparseProblem): QuotaProblem {
  const indices = (kind: PoolDemand["kind"]): ReadonlySet<number> =>
    new Set(demands.flatMap((demand) => (demand.kind === kind ? [demand.index] : [])));
  const kept = indices("quota");
  const quotas = pool.quotas.list.filter(({ place }) => kept.has(place));
  const minimaOf = (given: Int32Array | undefined, kind: "row" | "column"): Int32Array => {
    const held = indices(kind);
    return (given ?? new Int32Array()).map((minimum, node) => (held.has(node) ? minimum : 0));
  };
  const reduced: SparseProblem = {
    ...problem,
    unmatched: "free",
    rowMinimum: minimaOf(problem.rowMinimum, "row"),
    columnMinimum: minimaOf(problem.columnMinimum, "column"),
  };
  return quotaProblem(reduced, quotas, pinsAmong(pool.pins, [...indices("pin")]));
}

interface CountedPeople {
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
  /** Places of rules. */
  readonly refusedBy: ReadonlySet<number>;
}

/** Everybody in a pair that counts, refused or not, and the rules that refuse such pairs. */
function* peopleOf({ program, graph }: Pool, counts: (column: number, row: number) => boolean): Search<CountedPeople> {
  const mentors = new Set<number>();
  const mentees = new Set<number>();
  const names = new Set<string>();
  for (const row of program.mentees.keys()) {
    for (const column of program.mentors.keys()) {
      if (!counts(column, row)) continue;
      mentors.add(column);
      mentees.add(row);
      for (const { name } of graph.rulesAgainst(row, column)) names.add(name);
    }
    yield;
  }
  return {
    mentors: program.mentors.flatMap(({ id }, index) => (mentors.has(index) ? [id] : [])),
    mentees: program.mentees.flatMap(({ id }, index) => (mentees.has(index) ? [id] : [])),
    refusedBy: new Set(graph.rules.flatMap(({ name }, index) => (names.has(name) ? [index] : []))),
  };
}
