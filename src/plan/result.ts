import { demandInSteps } from "../explain/demand.ts";
import { sideViews } from "../explain/places.ts";
import { reasonOf } from "../explain/reasons.ts";
import type {
  BoundPairsProof,
  Cutoff,
  GoalPrices,
  InfeasibleResult,
  LevelsPairsProof,
  MatchedResult,
  MatchResult,
  ObjectivePrice,
  Pair,
  PairsProof,
  Price,
  Unmatched,
} from "../explain/result.ts";
import { totalsOf } from "../explain/totals.ts";
import { explainUnmatched } from "../explain/unmatched.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { PreparedScore } from "../score/weighted.ts";
import type { FairAssignment, LevelPrices } from "../solve/fair/problem.ts";
import type { InfeasibleAssignment, OptimalAssignment, PricesProof } from "../solve/problem.ts";
import type { BoundedAssignment, BoundNode, UnmeetableQuotas } from "../solve/quota/problem.ts";
import { findEdge } from "../solve/graph.ts";
import type { StableAssignment } from "../solve/stable/problem.ts";
import { peopleOf } from "../matcher/fix/change.ts";
import { edgeOf } from "./pins.ts";
import { conflictsOf } from "./conflicts.ts";
import { fixBaseInSteps, fixInSteps } from "../matcher/fix/fix.ts";
import type { Pool } from "./pool.ts";
import type { PoolSolution } from "./solve-pool.ts";
import { drain, type Steps, tellingOf } from "./steps.ts";

/** The solver's answer in the organiser's words. */
export function resultOf(pool: Pool, solution: PoolSolution, known?: KnownPairs): MatchResult {
  return drain(resultInSteps(pool, solution, known));
}

/** Pairs that are explained already, by the indices of mentor and mentee. */
export type KnownPairs = (mentor: number, mentee: number) => Pair | undefined;

/** `resultOf` as a generator that can be paused after each pair. */
export function* resultInSteps(
  pool: Pool,
  { assignment, price, worth }: PoolSolution,
  known: KnownPairs = () => undefined,
): Steps<MatchResult> {
  if (assignment.status === "infeasible") return yield* infeasibleResult(pool, assignment);
  const result = yield* matchedResult(pool, assignment, price, known);
  const { proof } = result;
  if (worth === undefined || (proof.kind !== "prices" && proof.kind !== "bound")) return result;
  return { ...result, proof: { ...proof, worth } };
}

function* matchedResult(
  pool: Pool,
  assignment: OptimalAssignment | FairAssignment | StableAssignment | BoundedAssignment,
  price: ObjectivePrice | undefined,
  known: KnownPairs,
): Steps<MatchedResult> {
  const { program, score, graph, manifest, warnings, options } = pool;
  const { mentors, mentees } = program;
  const pinned = new Set(pool.pins.list.map(({ row, column }) => row * mentors.length + column));
  const pairs: Pair[] = [];
  for (const [pair, row] of assignment.rowOf.entries()) {
    const column = assignment.columnOf[pair] ?? 0;
    const found = known(column, row) ?? pairOf(mentors[column], mentees[row], score.explainPair(row, column));
    pairs.push(markPin(found, pinned.has(row * mentors.length + column)));
    yield { phase: "explaining", done: pairs.length, total: assignment.rowOf.length };
  }
  const told = { phase: "explaining", done: pairs.length, total: pairs.length } as const;
  const views = sideViews(program, graph, assignment, pool.pins.list);
  yield told;
  const isBounded = assignment.proof.kind === "bound";
  const steps = explainUnmatched(program, graph, views, isBounded ? "quotas" : options.objective);
  const { unmatched, shortages } = yield* tellingOf(steps, told);
  yield told;
  const demand = yield* tellingOf(demandInSteps(program, assignment), told);
  yield told;
  const proof = yield* tellingOf(proofOf(pool, assignment.proof), told);
  return {
    status: assignment.status,
    ...gapOf(assignment),
    pairs,
    unmatched: options.fixes ? yield* withFixes(pool, assignment, unmatched) : unmatched,
    shortages,
    totals: totalsOf(program, graph, pairs, views, price),
    proof,
    ...quotaCounts(pool, assignment),
    demand,
    warnings,
    manifest,
  };
}

/** The pair as it is if it is marked right. */
function markPin(pair: Pair, isPinned: boolean): Pair {
  if ((pair.pinned ?? false) === isPinned) return pair;
  const { mentorId, menteeId, score, informed, contributions, reasons, meetings } = pair;
  const unmarked = { mentorId, menteeId, score, informed, contributions, reasons, meetings };
  return isPinned ? { ...unmarked, pinned: true } : unmarked;
}

function* withFixes(pool: Pool, choice: Matched, unmatched: readonly Unmatched[]): Steps<readonly Unmatched[]> {
  const base = yield* tellingOf(fixBaseInSteps(pool, choice), {
    phase: "explaining",
    done: 0,
    total: unmatched.length,
  });
  const fixed: Unmatched[] = [];
  for (const person of unmatched) {
    const index = peopleOf(pool.program, person.side).findIndex(({ id }) => id === person.id);
    const steps = fixInSteps(base, { side: person.side, index });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      yield { phase: "explaining", done: fixed.length, total: unmatched.length };
    }
    fixed.push({ ...person, fix: step.value });
  }
  return fixed;
}

/** A pair with its score taken apart and put into words. */
export function pairOf(
  mentor: Mentor | undefined,
  mentee: Mentee | undefined,
  { score, informed, contributions }: ReturnType<PreparedScore["explainPair"]>,
): Pair {
  const meetings = contributions.flatMap(({ facts }) => (facts.kind === "availability" ? facts.meetings : []));
  return {
    mentorId: mentor?.id ?? "",
    menteeId: mentee?.id ?? "",
    score,
    informed,
    contributions,
    reasons: contributions.map(reasonOf),
    meetings,
  };
}

type Matched = OptimalAssignment | FairAssignment | StableAssignment | BoundedAssignment;

function gapOf(assignment: Matched): Pick<MatchedResult, "gap"> {
  if (assignment.status === "optimal") return {};
  const { proof, placedRows, placedColumns, total } = assignment;
  const people = proof.placed === undefined ? 0 : proof.placed.nodes - placedRows - placedColumns;
  return { gap: { people, score: proof.total - total } };
}

function quotaCounts({ quotas, graph }: Pool, { rowOf, columnOf }: Matched): Pick<MatchedResult, "quotas"> {
  if (quotas.given.length === 0) return {};
  const chosen = Array.from(rowOf, (row, pair) => edgeOf(graph, row, columnOf[pair] ?? 0));
  const countIn = (edges: Int32Array): number => {
    const list = { rowStart: Int32Array.of(0, edges.length), columnAt: edges };
    return chosen.filter((edge) => findEdge(list, 0, edge) >= 0).length;
  };
  return {
    quotas: quotas.given.map((quota, place) => ({
      name: quota.name,
      pairs: countIn(quotas.edgesOf[place] ?? new Int32Array()),
      minimum: quota.kind === "pairs" ? quota.minimum : 0,
      ...(quota.maximum === undefined ? {} : { maximum: quota.maximum }),
    })),
  };
}

function* proofOf(pool: Pool, proof: Matched["proof"]): Generator<void, MatchedResult["proof"], void> {
  const { program } = pool;
  switch (proof.kind) {
    case "bound":
      return boundInWords(pool, proof);
    case "prices":
      return pricesInWords(program, proof);
    case "levels": {
      const levels: LevelsPairsProof["levels"][number][] = [];
      for (const level of proof.levels) {
        levels.push({ score: level.weight, count: level.count, ...goalPrices(program, level) });
        yield;
      }
      return {
        kind: "levels",
        placed: goalPrices(program, proof.placed),
        pairs: goalPrices(program, proof.pairs),
        levels,
      };
    }
    case "noBlockingPair":
      return {
        kind: "noBlockingPair",
        proposer: proof.proposer === "rows" ? "mentees" : "mentors",
        mentors: cutoffs(program.mentors, proof.columnCutoff),
        mentees: cutoffs(program.mentees, proof.rowCutoff),
      };
  }
}

function boundInWords({ quotas }: Pool, { placed, total, tree }: BoundedAssignment["proof"]): BoundPairsProof {
  const cases =
    leavesOf(tree.root) + (placed !== undefined && "root" in placed.because ? leavesOf(placed.because.root) : 0);
  const price = new Map<number, number>();
  quotas.list.forEach(({ place }, quota) => {
    price.set(place, (price.get(place) ?? 0) + (tree.root.multipliers[quota] ?? 0) / tree.scale);
  });
  const [people, kisi] =
    placed === undefined
      ? ["", ""]
      : [
          `none places more than ${placed.nodes} people, and `,
          `hiçbiri ${placed.nodes} kişiden fazlasını yerleştirmiyor ve `,
        ];
  return {
    kind: "bound",
    ...(placed === undefined ? {} : { people: placed.nodes }),
    score: total,
    cases,
    quotas: quotas.given.map(({ name }, place) => ({ name, price: Math.round(price.get(place) ?? 0) })),
    en: `Of all choices that meet the demands ${people}none as good in that has a total above ${total} points; shown in ${cases} cases.`,
    tr: `Koşulları karşılayan seçimlerden ${kisi}bunda geri kalmayan hiçbirinin toplamı ${total} puanı aşmıyor; ${cases} durumda gösterildi.`,
  };
}

function leavesOf(root: BoundNode): number {
  let leaves = 0;
  const open: (BoundNode | undefined)[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node?.then !== undefined) open.push(node.then);
    else if (node?.branch !== undefined) open.push(node.branch.required, node.branch.excluded);
    else leaves += 1;
  }
  return leaves;
}

function pricesInWords({ mentors, mentees }: Program, proof: PricesProof): PairsProof {
  const priced = (people: readonly (Mentor | Mentee)[], prices: Float64Array): readonly Price[] =>
    people.map(({ id }, index) => ({ id, price: prices[index] ?? 0 }));
  const { coverage } = proof;
  return {
    kind: "prices",
    placement: proof.placement,
    mentors: priced(mentors, proof.columnPrice),
    mentees: priced(mentees, proof.rowPrice),
    ...(coverage === undefined
      ? {}
      : { deficientSets: { mentors: idsAt(mentors, coverage.columns), mentees: idsAt(mentees, coverage.rows) } }),
  };
}

function goalPrices({ mentors, mentees }: Program, prices: LevelPrices): GoalPrices {
  const listed = (people: readonly (Mentor | Mentee)[], indices: Int32Array, priceAt: Int32Array): readonly Price[] =>
    Array.from(indices, (index, place) => ({ id: people[index]?.id ?? "", price: priceAt[place] ?? 0 }));
  return {
    mentors: listed(mentors, prices.columns, prices.columnPrice),
    mentees: listed(mentees, prices.rows, prices.rowPrice),
  };
}

function cutoffs(people: readonly (Mentor | Mentee)[], cutoffOf: Int32Array): readonly Cutoff[] {
  return people.map(({ id }, index) => ({ id, cutoff: cutoffOf[index] ?? 0 }));
}

function idsAt(people: readonly (Mentor | Mentee)[], indices: Int32Array): readonly string[] {
  return Array.from(indices).flatMap((index) => people[index]?.id ?? []);
}

function* infeasibleResult(pool: Pool, assignment: InfeasibleAssignment | UnmeetableQuotas): Steps<InfeasibleResult> {
  const told = { phase: "explaining", done: 0, total: null } as const;
  const { program, graph, manifest, warnings } = pool;
  return {
    status: "infeasible",
    ...(yield* tellingOf(conflictsOf(pool, assignment), told)),
    unmatched: (yield* tellingOf(explainUnmatched(program, graph, undefined), told)).unmatched,
    warnings,
    manifest,
  };
}
