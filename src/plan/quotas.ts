import { at } from "../base/at.ts";
import type { Steps } from "../base/steps.ts";
import { problem as fault, throwIssues, type TersineIssue } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import {
  idsNamed,
  type PairGroup,
  type PairPredicate,
  type PairQuota,
  type PartnerLimit,
  type Quota,
} from "../rules/quotas/quota.ts";
import type { SparseProblem } from "../solve/problem.ts";
import type { QuotaProblem } from "../solve/quota/problem.ts";
import type { Pin } from "./pins.ts";

/** One demand on a set of candidate pairs. */
export interface PoolQuota {
  /** Position in the options' quotas; a partner limit stands for many sets. */
  readonly position: number;
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
 * Asks of every candidate pair which quotas count it: O(candidate pairs × quotas). Can be paused after each mentee.
 *
 * @throws TersineError ID_UNKNOWN for an id of nobody on that side; RULE_RESULT, RULE_THREW for a function that does not answer `true` or `false`
 */
export function* readQuotas(program: Program, graph: CandidateGraph, given: readonly Quota[]): Steps<PoolQuotas> {
  throwIssues(given.flatMap((quota, position) => unknownIdIssues(quota, position, program)));
  const edgesOf: Int32Array[] = [];
  const list: PoolQuota[] = [];
  for (const [position, quota] of given.entries()) {
    const isCounted = pairCounter(quota, position, program);
    const groups = quota.kind === "partners" ? partnerGroups(program, quota, position) : undefined;
    const edges: number[] = [];
    for (const row of program.mentees.keys()) {
      for (let edge = at(graph.rowStart, row); edge < at(graph.rowStart, row + 1); edge += 1) {
        const column = at(graph.columnAt, edge);
        if (!isCounted(row, column)) continue;
        edges.push(edge);
        groups?.add(row, column, edge);
      }
      yield;
    }
    const counted = Int32Array.from(edges);
    edgesOf.push(counted);
    const sets = quota.kind === "pairs" ? pairDemands(quota, counted) : (groups?.limits() ?? []);
    for (const set of sets) list.push({ position, ...set });
  }
  return { given, edgesOf, list };
}

/** Ids that a quota names and nobody who is registered on that side has: it would count nothing, and say nothing. */
function unknownIdIssues(quota: Quota, position: number, program: Program): readonly TersineIssue[] {
  return (["mentor", "mentee"] as const).flatMap((side): readonly TersineIssue[] => {
    const wanted = idsNamed(quota, side);
    if (wanted.length === 0) return [];
    const known = new Set(program[`${side}s`].map(({ id }) => id));
    if (wanted.every((id) => known.has(id))) return [];
    const message = `quota: expected ids of registered ${side}s, got another.`;
    return [{ code: "ID_UNKNOWN", path: `/quotas/${position}/where/${side}/id`, message }];
  });
}

type EdgeSet = Omit<PoolQuota, "position">;

/** The demand of a quota on pairs; none where no choice breaks it. */
function pairDemands({ minimum, maximum = Infinity }: PairQuota, edges: Int32Array): readonly EdgeSet[] {
  if (minimum === 0 && maximum >= edges.length) return [];
  return [{ edges, minimum, ...(maximum === Infinity ? {} : { maximum }) }];
}

/** Whether a quota counts the pair of a mentee and a mentor by index; its faults name its position in the options. */
export function pairCounter(
  { name, counts }: Quota,
  position: number,
  { mentors, mentees }: Program,
): (row: number, column: number) => boolean {
  return (row, column) => {
    const [mentee, mentor] = [at(mentees, row), at(mentors, column)];
    const path = `/quotas/${position}`;
    const answer = answerOf(counts, mentor, mentee, (cause) =>
      fault("RULE_THREW", path, `quota "${name}" threw for mentor ${column} and mentee ${row}.`, { cause }),
    );
    if (typeof answer === "boolean") return answer;
    const message = `quota "${name}": expected true or false for mentor ${column} and mentee ${row}, got ${describeValue(answer)}.`;
    throw fault("RULE_RESULT", path, message);
  };
}

function answerOf(
  counts: PairPredicate | PairGroup,
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

interface PartnerGroups {
  readonly add: (row: number, column: number, edge: number) => void;
  /** By person, then first pair; without those that no choice breaks. */
  readonly limits: () => readonly EdgeSet[];
}

/** Gathers the counted pairs of each person by group of partners, for a limit on partners. */
function partnerGroups(
  { mentors, mentees }: Program,
  { name, of, maximum, groupOf }: PartnerLimit,
  position: number,
): PartnerGroups {
  const people: readonly { readonly capacity: number }[] = of === "mentor" ? mentors : mentees;
  const groupsOf = people.map(() => new Map<string, number[]>());
  return {
    add: (row, column, edge) => {
      const where = `for mentor ${column} and mentee ${row}`;
      const group: unknown =
        groupOf === undefined
          ? ""
          : answerOf(groupOf, at(mentors, column), at(mentees, row), (cause) =>
              fault("RULE_THREW", `/quotas/${position}/by`, `quota "${name}" threw ${where}.`, { cause }),
            );
      if (group === undefined) return;
      if (typeof group !== "string") {
        const message = `quota "${name}": expected text or undefined ${where}, got ${describeValue(group)}.`;
        throw fault("RULE_RESULT", `/quotas/${position}/by`, message);
      }
      const groups = at(groupsOf, of === "mentor" ? column : row);
      const edges = groups.get(group);
      if (edges === undefined) groups.set(group, [edge]);
      else edges.push(edge);
    },
    limits: () =>
      groupsOf.flatMap((groups, person) => {
        const breakable = [...groups.values()].filter(
          (edges) => Math.min(edges.length, at(people, person).capacity) > maximum,
        );
        return breakable.map((edges) => ({ edges: Int32Array.from(edges), minimum: 0, maximum }));
      }),
  };
}

/** The pool's problem with its quotas; pins are edges that must be chosen. */
export function quotaProblem(problem: SparseProblem, quotas: readonly PoolQuota[], pins: readonly Pin[]): QuotaProblem {
  const required = Int32Array.from(pins, ({ edge }) => edge).sort();
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
