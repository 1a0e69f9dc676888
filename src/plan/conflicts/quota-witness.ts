import { counted } from "../../base/figures.ts";
import { at } from "../../base/at.ts";
import { problem as fault } from "../../base/error.ts";
import type { InfeasibleWitness } from "../../explain/result.ts";
import type { SparseProblem } from "../../solve/problem.ts";
import { quotaSteps } from "../../solve/quota/solve.ts";
import { type Pool, rowsOf } from "../pool.ts";
import { pairCounter } from "../quotas.ts";
import { mapResult } from "../../base/steps.ts";
import type { Search } from "./core.ts";
import { demandedProblem, type PoolDemand } from "./demands.ts";
import { possibleText, underRules } from "./load-witness.ts";

/** Most steps of a search for an extreme count, so that an explanation does not take longer than the match. */
const COUNT_WORK = 30_000_000;

/** What is asked of a core: how far one of its demands can be met beside the others. */
interface Question {
  readonly pool: Pool;
  readonly target: PoolDemand;
  readonly others: readonly PoolDemand[];
  /** The pool's problem without scores. */
  readonly problem: SparseProblem;
}

/** People and counts that show a conflict: what one of the demands needs, and what the others leave for it. */
export function quotaWitness(
  pool: Pool,
  core: readonly PoolDemand[],
  problem: SparseProblem,
): Search<InfeasibleWitness> {
  const isPairQuota = ({ kind, index }: PoolDemand): boolean =>
    kind === "quota" && pool.quotas.given[index]?.kind === "pairs";
  const target = core.find(isPairQuota) ?? core.find(({ kind }) => kind === "row" || kind === "column") ?? core[0];
  if (target === undefined) throw fault("INTERNAL", "", "expected at least one demand in a conflict, got none.");
  const question = { pool, target, others: core.filter((demand) => demand !== target), problem };
  return target.kind === "quota" ? witnessOfQuota(question) : witnessOfPerson(question);
}

function* witnessOfQuota(question: Question): Search<InfeasibleWitness> {
  const { pool, target } = question;
  const quota = pool.quotas.given[target.index];
  const edges = pool.quotas.edgesOf[target.index];
  if (quota === undefined || edges === undefined) throw fault("INTERNAL", "", "expected the index of a quota.");
  const minimum = quota.kind === "pairs" ? quota.minimum : 0;
  const most = yield* mostPairs(question, edges, 1);
  const isTooFew = most < minimum;
  const available = isTooFew ? most : (quota.maximum ?? 0);
  const least = isTooFew ? minimum : -(yield* mostPairs(question, edges, -1));
  // counts can leave gaps: fewer than the minimum may be possible, and then only more than the maximum
  const isGap = least <= available;
  const needed = isGap ? -(yield* mostPairs(question, edges, -1, minimum)) : least;
  const { mentors, mentees, refusing } = yield* countedPeople(pool, pairCounter(quota, target.index, pool.program));
  const side = mentors.length <= mentees.length ? "mentor" : "mentee";
  const { name } = quota;
  const shown = { side, ids: side === "mentor" ? mentors : mentees, quota: name, needed, available } as const;
  if (isTooFew) {
    const [after, sonra] = underRules(refusing);
    return {
      ...shown,
      en: `"${name}" needs ${counted(needed, "pair")}; ${possibleText(available).en}${after}.`,
      tr: `"${name}" kotası ${needed} eşleşme istiyor; ${possibleText(available).tr}${sonra}.`,
    };
  }
  const [among, arasinda] = isGap
    ? [`with no fewer than ${minimum} of them `, `${minimum} ya da daha çoğuyla `]
    : ["", ""];
  return {
    ...shown,
    en: `"${name}" allows ${available === 0 ? "no pair" : counted(available, "pair")}; ${among}the other demands need at least ${needed}.`,
    tr: `"${name}" kotası ${available === 0 ? "hiçbir eşleşmeye izin vermiyor" : `en çok ${available} eşleşmeye izin veriyor`}; ${arasinda}diğer koşullar için en az ${needed} gerekiyor.`,
  };
}

/** Of a minimum load or a pin. */
function witnessOfPerson(question: Question): Search<InfeasibleWitness> {
  const { pool, target } = question;
  const { program, graph, pins } = pool;
  const rowAt = rowsOf(graph);
  const pin = target.kind === "pin" ? at(pins, target.index) : undefined;
  const isCounted = (edge: number): boolean => {
    if (pin !== undefined) return pin.edge === edge;
    return (target.kind === "row" ? rowAt[edge] : graph.columnAt[edge]) === target.index;
  };
  const edges = Int32Array.from(graph.columnAt.keys()).filter(isCounted);
  const side = target.kind === "column" ? "mentor" : "mentee";
  const person = side === "mentor" ? at(program.mentors, target.index) : at(program.mentees, pin?.row ?? target.index);
  const needed = pin === undefined ? person.minimumLoad : 1;
  return mapResult(mostPairs(question, edges, 1), (most) => {
    const available = Math.min(needed - 1, most);
    return {
      side,
      ids: [person.id],
      needed,
      available,
      en: `1 ${side} must have ${needed} of these partners; ${possibleText(available).en} beside the other demands.`,
      tr: `1 ${side} için bu kişilerle ${needed} eşleşme gerekiyor; diğer koşullarla birlikte ${possibleText(available).tr}.`,
    };
  });
}

/**
 * A bound of the sum of `sign` over the chosen pairs among `edges`, where the other demands are met: with 1 the most such
 * pairs, with -1 the fewest, negated.
 *
 * @param minimum Pairs among `edges` that the choice must hold.
 */
function mostPairs({ pool, others, problem }: Question, edges: Int32Array, sign: 1 | -1, minimum = 0): Search<number> {
  const weightAt = new Int32Array(problem.weightAt.length);
  for (const edge of edges) weightAt[edge] = sign;
  const demanded = demandedProblem(pool, others, { ...problem, weightAt });
  const quotas = minimum === 0 ? demanded.quotas : [...demanded.quotas, { edges, minimum }];
  return mapResult(quotaSteps({ ...demanded, quotas }, { work: COUNT_WORK }), (answer) =>
    answer.status === "infeasible" ? 0 : answer.proof.total,
  );
}

interface CountedPeople {
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
  /** Names of the rules that refuse such pairs, as a list in words. */
  readonly refusing: readonly string[];
}

/** Everybody in a pair that counts, refused or not, and the rules that refuse such pairs. */
function* countedPeople(
  { program, graph }: Pool,
  isCounted: (row: number, column: number) => boolean,
): Search<CountedPeople> {
  const mentors = new Set<number>();
  const mentees = new Set<number>();
  const names = new Set<string>();
  for (const row of program.mentees.keys()) {
    for (const column of program.mentors.keys()) {
      if (!isCounted(row, column)) continue;
      mentees.add(row);
      mentors.add(column);
      for (const { name } of graph.rulesAgainst(row, column)) names.add(name);
    }
    yield;
  }
  const refusing = graph.rules.map(({ name }) => name).filter((name) => names.has(name));
  return {
    mentors: program.mentors.flatMap(({ id }, index) => (mentors.has(index) ? [id] : [])),
    mentees: program.mentees.flatMap(({ id }, index) => (mentees.has(index) ? [id] : [])),
    refusing,
  };
}
