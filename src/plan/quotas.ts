import { problem as fault } from "../base/error.ts";
import { drain, SLICE } from "../base/steps.ts";
import { describeValue } from "../model/describe.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import type { PairPredicate, PartnerLimit, Quota } from "../rules/quotas/quota.ts";
import type { SparseProblem } from "../solve/problem.ts";
import type { QuotaProblem } from "../solve/quota/problem.ts";
import type { Pins } from "./pins.ts";

/** One demand on a set of candidate pairs. */
export interface PoolQuota {
  /** Place in the options' quotas; a partner limit stands for many sets. */
  readonly place: number;
  /** Candidate pairs, ascending. */
  readonly edges: Int32Array;
  readonly minimum: number;
  readonly maximum?: number;
}

/** The quotas of a pool, as far as a choice of pairs can break them. */
export interface PoolQuotas {
  readonly given: readonly Quota[];
  /** Candidate pairs that count for each of `given`, ascending. */
  readonly edgesOf: readonly Int32Array[];
  /** In the order of `given`. Empty: no choice breaks a quota, so the problem stays a network. */
  readonly list: readonly PoolQuota[];
}

/**
 * Asks of every candidate pair which quotas count it: O(candidate pairs × quotas).
 *
 * @throws TersineError RULE_RESULT, RULE_THREW for a function that does not answer `true` or `false`
 */
export function readQuotas(program: Program, graph: CandidateGraph, given: readonly Quota[]): PoolQuotas {
  return drain(readQuotasInSteps(program, graph, given));
}

/** `readQuotas` as a generator that can be paused every few thousand questions. */
export function* readQuotasInSteps(
  program: Program,
  graph: CandidateGraph,
  given: readonly Quota[],
): Generator<void, PoolQuotas, void> {
  if (given.length === 0) return { given, edgesOf: [], list: [] };
  const rowAt = rowsOf(graph);
  const edgesOf: Int32Array[] = [];
  const list: PoolQuota[] = [];
  for (const [place, quota] of given.entries()) {
    const edges = yield* countedEdges(asked(quota, place, program), rowAt, graph.columnAt);
    edgesOf.push(edges);
    if (quota.kind === "partners") {
      for (const limit of yield* limitsOf(program, graph, rowAt, quota, edges, place)) list.push(limit);
      continue;
    }
    const { minimum, maximum = Infinity } = quota;
    if (minimum === 0 && maximum >= edges.length) continue;
    list.push({ place, edges, minimum, ...(maximum === Infinity ? {} : { maximum }) });
  }
  return { given, edgesOf, list };
}

/** Questions asked between two pauses: a few milliseconds. */
const ASKED_AT_A_TIME = SLICE / 16;

function* countedEdges(
  counts: ReturnType<typeof asked>,
  rowAt: Int32Array,
  columnAt: Int32Array,
): Generator<void, Int32Array, void> {
  const edges: number[] = [];
  for (let from = 0; from < columnAt.length; from += ASKED_AT_A_TIME) {
    const until = Math.min(from + ASKED_AT_A_TIME, columnAt.length);
    for (let edge = from; edge < until; edge += 1) {
      if (counts(columnAt[edge] ?? 0, rowAt[edge] ?? 0)) edges.push(edge);
    }
    yield;
  }
  return Int32Array.from(edges);
}

/** The predicate of a quota on indices, its faults told by their place in the options. */
export function asked({ name, counts }: Quota, place: number, { mentors, mentees }: Program) {
  return (column: number, row: number): boolean => {
    const [mentor, mentee] = [mentors[column], mentees[row]];
    if (mentor === undefined || mentee === undefined) return false;
    const answer = answerOf(counts, mentor, mentee, (cause) =>
      fault("RULE_THREW", `/quotas/${place}`, `quota "${name}" threw for mentor ${column} and mentee ${row}.`, {
        cause,
      }),
    );
    if (typeof answer === "boolean") return answer;
    const message = `quota "${name}": expected true or false for mentor ${column} and mentee ${row}, got ${describeValue(answer)}.`;
    throw fault("RULE_RESULT", `/quotas/${place}`, message);
  };
}

function answerOf(
  counts: PairPredicate,
  mentor: Program["mentors"][number],
  mentee: Program["mentees"][number],
  threw: (cause: unknown) => Error,
): unknown {
  try {
    return counts(mentor, mentee);
  } catch (cause) {
    throw threw(cause);
  }
}

function* limitsOf(
  { mentors, mentees }: Program,
  { columnAt }: CandidateGraph,
  rowAt: Int32Array,
  { of, maximum, groupOf }: PartnerLimit,
  edges: Int32Array,
  place: number,
): Generator<void, readonly PoolQuota[], void> {
  const groups = new Map<string, { readonly person: number; readonly edges: number[] }>();
  for (const [at, edge] of edges.entries()) {
    if (at % ASKED_AT_A_TIME === ASKED_AT_A_TIME - 1) yield;
    const [mentor, mentee] = [columnAt[edge] ?? 0, rowAt[edge] ?? 0];
    const person = of === "mentor" ? mentor : mentee;
    const partner = of === "mentor" ? mentees[mentee] : mentors[mentor];
    const group = groupOf === undefined || partner === undefined ? "" : groupOf(partner);
    if (group === undefined) continue;
    const key = JSON.stringify([person, group]);
    const known = groups.get(key) ?? { person, edges: [] };
    groups.set(key, known);
    known.edges.push(edge);
  }
  const people = of === "mentor" ? mentors : mentees;
  return [...groups.values()]
    .filter((group) => Math.min(group.edges.length, people[group.person]?.capacity ?? 0) > maximum)
    .sort((a, b) => a.person - b.person || (a.edges[0] ?? 0) - (b.edges[0] ?? 0))
    .map((group) => ({ place, edges: Int32Array.from(group.edges), minimum: 0, maximum }));
}

/** Mentee of each candidate pair. */
export function rowsOf({ rowStart, columnAt }: Pick<CandidateGraph, "rowStart" | "columnAt">): Int32Array {
  const rowAt = new Int32Array(columnAt.length);
  for (let row = 0; row + 1 < rowStart.length; row += 1) rowAt.fill(row, rowStart[row], rowStart[row + 1]);
  return rowAt;
}

/** The pool's problem with its quotas; pins are edges that must be chosen. */
export function quotaProblem(problem: SparseProblem, quotas: readonly PoolQuota[], { list }: Pins): QuotaProblem {
  const required = Int32Array.from(list, ({ edge }) => edge).sort();
  return {
    ...problem,
    quotas: quotas.map(({ edges, minimum, maximum }) => ({
      edges,
      minimum,
      ...(maximum === undefined ? {} : { maximum }),
    })),
    ...(required.length === 0 ? {} : { required }),
  };
}
