import { TersineError } from "../base/error.ts";
import type { Demand, InfeasibleWitness } from "../explain/result.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import type { InfeasibleAssignment } from "../solve/problem.ts";
import type { UnmeetableQuotas } from "../solve/quota/problem.ts";
import { solveQuotasInSteps } from "../solve/quota/solve.ts";
import { assignmentSteps } from "../solve/solve-assignment.ts";
import { cutPins, joinPins, pinsAmong } from "./pins.ts";
import { assignmentProblem, type Pool } from "./pool.ts";
import { demandedProblem, quotaWitness } from "./quota-conflicts.ts";

/** Solves that the search for an irreducible set may take; above it the set may hold more demands than it must. */
const MOST_SOLVES = 400;
/** Most steps of one of these solves under quotas; a set that takes longer counts as feasible, and is not reduced. */
const SOLVE_WORK = 30_000_000;

/** A demand by indices of the pool. */
export type PoolDemand =
  | { readonly kind: "row" | "column"; readonly index: number }
  /** `index` is the place in the pool's pins. */
  | { readonly kind: "pin"; readonly index: number }
  /** `index` is the place in the options' quotas. */
  | { readonly kind: "quota"; readonly index: number };

/** Demands that cannot be met together, and the people who show it. */
export interface Conflicts {
  readonly conflicts: readonly Demand[];
  readonly isIrreducible: boolean;
  readonly witness: InfeasibleWitness;
}

/**
 * An irreducible set of demands: together they cannot be met, without any one of them they can. Quotas are only looked at
 * where the loads and pins alone can be met.
 *
 * Method: QuickXplain (Junker, 2004), beginning with the loads of the witness where there is one; about
 * `2 k log(n / k)` solves for `k` demands out of `n`, without scores. A generator that can be paused every few milliseconds.
 */
export function* conflictsOf(pool: Pool, answer: InfeasibleAssignment | UnmeetableQuotas): Search<Conflicts> {
  if ("witness" in answer) return yield* networkConflicts(pool, answer);
  const network = [...loadDemands(pool), ...pinDemands(pool)];
  const alone = yield* solveDemands(pool, network, true);
  if (alone !== undefined) return yield* networkConflicts(pool, alone);
  const places = [...new Set(pool.quotas.list.map(({ place }) => place))];
  const quotas = places.map((index): PoolDemand => ({ kind: "quota", index }));
  const check = checker((demands) => meetsQuotas(pool, demands));
  const core = yield* explain(check.isFeasible, [], false, [...network, ...quotas]);
  return {
    conflicts: core.map((demand) => demandInWords(pool, demand)),
    isIrreducible: check.hasBudget(),
    witness: yield* quotaWitness(pool, core, assignmentProblem(pool.program, pool.graph, "score")),
  };
}

/** A part of the search, which can be paused every few milliseconds. */
export type Search<Result> = Generator<unknown, Result, void>;

function* meetsQuotas(pool: Pool, demands: readonly PoolDemand[]): Search<boolean | undefined> {
  const problem = assignmentProblem(pool.program, pool.graph, "score");
  const weightless = { ...problem, weightAt: new Int32Array(problem.weightAt.length) };
  try {
    const demanded = demandedProblem(pool, demands, weightless);
    const answer = yield* solveQuotasInSteps(demanded, { work: SOLVE_WORK, verify: false });
    return answer.status !== "infeasible";
  } catch (error) {
    if (error instanceof TersineError && error.code === "LIMIT_WORK") return undefined;
    throw error;
  }
}

function pinDemands(pool: Pool): readonly PoolDemand[] {
  return pool.pins.list.map((_, index): PoolDemand => ({ kind: "pin", index }));
}

function* networkConflicts(pool: Pool, { witness }: InfeasibleAssignment): Search<Conflicts> {
  const pins = pinDemands(pool);
  const seen: readonly PoolDemand[] = [
    ...Array.from(witness.nodes, (index): PoolDemand => ({ kind: witness.side, index })).filter((demand) =>
      isDemanding(pool, demand),
    ),
    ...pins,
  ];
  const check = checker(function* (demands) {
    return (yield* solveDemands(pool, demands, false)) === undefined;
  });
  // the witness convicts its own people and the pins; all demands stand in where it does not
  const suspects = (yield* check.isFeasible(seen)) ? [...loadDemands(pool), ...pins] : seen;
  const core = yield* explain(check.isFeasible, [], false, suspects);
  const answer = yield* solveDemands(pool, core, true);
  if (answer === undefined) return { conflicts: [], isIrreducible: false, witness: witnessOf(pool, witness) };
  return {
    conflicts: core.map((demand) => demandInWords(pool, demand)),
    isIrreducible: check.hasBudget(),
    witness: witnessOf(pool, answer.witness),
  };
}

function loadDemands(pool: Pool): readonly PoolDemand[] {
  const of = (kind: "row" | "column", people: readonly unknown[]): readonly PoolDemand[] =>
    people.map((_, index) => ({ kind, index }));
  const all = [...of("row", pool.program.mentees), ...of("column", pool.program.mentors)];
  return all.filter((demand) => isDemanding(pool, demand));
}

function isDemanding(pool: Pool, demand: PoolDemand): boolean {
  return demand.kind === "pin" || demand.kind === "quota" || (personOf(pool, demand)?.minimumLoad ?? 0) > 0;
}

function personOf({ program }: Pool, { kind, index }: PoolDemand): Mentor | Mentee | undefined {
  return kind === "row" ? program.mentees[index] : program.mentors[index];
}

interface Checker {
  readonly isFeasible: (demands: readonly PoolDemand[]) => Search<boolean>;
  readonly hasBudget: () => boolean;
}

/** Asks the solver as long as the budget lasts, and then takes everything for feasible: so nothing more is dropped. */
function checker(canBeMet: (demands: readonly PoolDemand[]) => Search<boolean | undefined>): Checker {
  let solves = 0;
  let isSure = true;
  return {
    isFeasible: function* (demands) {
      solves += 1;
      const answer = solves > MOST_SOLVES ? undefined : yield* canBeMet(demands);
      if (answer === undefined) isSure = false;
      return answer ?? true;
    },
    hasBudget: () => isSure,
  };
}

/** The proof that some demands cannot be met together; `undefined` if they can. */
function* solveDemands(
  { program, graph, pins }: Pool,
  demands: readonly PoolDemand[],
  verify: boolean,
): Search<InfeasibleAssignment | undefined> {
  const problem = assignmentProblem(program, graph, "score");
  const only = (kind: "row" | "column", people: readonly (Mentor | Mentee)[]): Int32Array => {
    const minimum = new Int32Array(people.length);
    for (const { kind: side, index } of demands) {
      if (side === kind) minimum[index] = people[index]?.minimumLoad ?? 0;
    }
    return minimum;
  };
  const reduced = {
    ...problem,
    weightAt: new Int32Array(problem.weightAt.length),
    rowMinimum: only("row", program.mentees),
    columnMinimum: only("column", program.mentors),
  };
  const kept = pinsAmong(
    pins,
    demands.flatMap(({ kind, index }) => (kind === "pin" ? [index] : [])),
  );
  const solved = yield* assignmentSteps(cutPins(reduced, kept, false), { verify });
  const answer = joinPins(solved, reduced, kept);
  return answer.status === "infeasible" ? answer : undefined;
}

/** An irreducible part of `suspects` that, with `given`, is infeasible; nothing if `given` alone already is. */
function* explain(
  isFeasible: Checker["isFeasible"],
  given: readonly PoolDemand[],
  wasExtended: boolean,
  suspects: readonly PoolDemand[],
): Search<readonly PoolDemand[]> {
  if (wasExtended && !(yield* isFeasible(given))) return [];
  if (suspects.length <= 1) return suspects;
  const half = Math.floor(suspects.length / 2);
  const first = suspects.slice(0, half);
  const second = suspects.slice(half);
  const ofSecond = yield* explain(isFeasible, [...given, ...first], first.length > 0, second);
  const ofFirst = yield* explain(isFeasible, [...given, ...ofSecond], ofSecond.length > 0, first);
  return [...ofFirst, ...ofSecond];
}

function demandInWords(pool: Pool, demand: PoolDemand): Demand {
  if (demand.kind === "pin") {
    const { row = -1, column = -1 } = pool.pins.list[demand.index] ?? {};
    const [mentorId, menteeId] = [pool.program.mentors[column]?.id ?? "", pool.program.mentees[row]?.id ?? ""];
    return {
      demand: "pin",
      mentorId,
      menteeId,
      en: `The pair ${mentorId} - ${menteeId} is pinned.`,
      tr: `${mentorId} - ${menteeId} eşleşmesi sabitlenmiş.`,
    };
  }
  if (demand.kind === "quota") return quotaInWords(pool, demand.index);
  const side = demand.kind === "row" ? "mentee" : "mentor";
  const { id = "", minimumLoad = 0 } = personOf(pool, demand) ?? {};
  return {
    demand: "minimumLoad",
    side,
    id,
    minimum: minimumLoad,
    en: `The ${side} ${id} must have at least ${minimumLoad} partners.`,
    tr: `${id} (${side}) en az ${minimumLoad} eş almalı.`,
  };
}

function quotaInWords({ quotas }: Pool, place: number): Demand {
  const quota = quotas.given[place];
  if (quota === undefined) return { demand: "quota", name: "", minimum: 0, en: "", tr: "" };
  const { name } = quota;
  if (quota.kind === "partners") {
    const { maximum } = quota;
    return {
      demand: "quota",
      name,
      minimum: 0,
      maximum,
      en: `"${name}": each ${quota.of} may have at most ${maximum} partners of the kind.`,
      tr: `"${name}": her kişi (${quota.of}) bu türden en çok ${maximum} eş alabilir.`,
    };
  }
  const { minimum, maximum } = quota;
  const [most, enCok] = maximum === undefined ? ["", ""] : [` and at most ${maximum}`, `, en çok ${maximum}`];
  return {
    demand: "quota",
    name,
    minimum,
    ...(maximum === undefined ? {} : { maximum }),
    en: `"${name}" demands at least ${minimum}${most} pairs.`,
    tr: `"${name}" en az ${minimum}${enCok} eşleşme istiyor.`,
  };
}

function witnessOf({ program, graph }: Pool, witness: InfeasibleAssignment["witness"]): InfeasibleWitness {
  const side = witness.side === "row" ? "mentee" : "mentor";
  const { needed, available } = witness;
  const people = side === "mentee" ? program.mentees : program.mentors;
  const ids = Array.from(witness.nodes).flatMap((index) => people[index]?.id ?? []);
  const counts = side === "mentee" ? graph.refusals.mentees : graph.refusals.mentors;
  const refusing = graph.rules.filter((_, rule) =>
    Array.from(witness.nodes).some((person) => (counts.by[rule]?.[person] ?? 0) > 0),
  );
  const names = [...new Set(refusing.map(({ name }) => name))].join(", ");
  const [after, sonra] = names === "" ? ["", ""] : [` after ${names}`, ` (${names} kurallarından sonra)`];
  return {
    side,
    ids,
    needed,
    available,
    en: `${ids.length} ${side}s must have ${needed} partners together; at most ${available} are possible${after}.`,
    tr: `${ids.length} kişinin (${side}) birlikte ${needed} eşi olmalı; en çok ${available} mümkün${sonra}.`,
  };
}
