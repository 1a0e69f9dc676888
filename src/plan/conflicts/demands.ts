import { counted } from "../../base/figures.ts";
import { at } from "../../base/at.ts";
import type { Demand } from "../../explain/result.ts";
import type { Mentee, Mentor } from "../../model/program.ts";
import type { SparseProblem } from "../../solve/problem.ts";
import type { QuotaProblem } from "../../solve/quota/problem.ts";
import type { Pin } from "../pins.ts";
import type { Pool } from "../pool.ts";
import { quotaProblem } from "../quotas.ts";

/** A demand by indices of the pool. */
export type PoolDemand =
  /** The minimum load of a mentee (`row`) or of a mentor (`column`). */
  | { readonly kind: "row" | "column"; readonly index: number }
  /** `index` is the position in the pool's pins. */
  | { readonly kind: "pin"; readonly index: number }
  /** `index` is the position in the options' quotas. */
  | { readonly kind: "quota"; readonly index: number };

/** The minimum loads above 0: mentees', then mentors'. */
export function loadDemands(pool: Pool): readonly PoolDemand[] {
  const { mentees, mentors } = pool.program;
  const of = (kind: "row" | "column", people: readonly unknown[]): readonly PoolDemand[] =>
    people.map((_, index) => ({ kind, index }));
  return [...of("row", mentees), ...of("column", mentors)].filter((demand) => minimumOf(pool, demand) > 0);
}

export function pinDemands({ pins }: Pool): readonly PoolDemand[] {
  return pins.map((_, index) => ({ kind: "pin", index }));
}

/** The quotas that some choice of pairs breaks. */
export function quotaDemands({ quotas }: Pool): readonly PoolDemand[] {
  const positions = new Set(quotas.list.map(({ position }) => position));
  return [...positions].map((index) => ({ kind: "quota", index }));
}

/** Partners that a load demands; 0 for other demands. */
export function minimumOf(pool: Pool, demand: PoolDemand): number {
  return personOf(pool, demand)?.minimumLoad ?? 0;
}

/** Whose load a demand is about. */
function personOf({ program }: Pool, { kind, index }: PoolDemand): Mentor | Mentee | undefined {
  if (kind === "row") return program.mentees[index];
  return kind === "column" ? program.mentors[index] : undefined;
}

/** The problem with the minimum loads of some demands only, and nobody else has to be placed. */
export function problemWithLoads(problem: SparseProblem, demands: readonly PoolDemand[]): SparseProblem {
  const minimaOf = (given: Int32Array | undefined, kind: "row" | "column"): Int32Array => {
    const held = indicesOf(demands, kind);
    return (given ?? new Int32Array()).map((minimum, index) => (held.has(index) ? minimum : 0));
  };
  return {
    ...problem,
    unmatched: "free",
    rowMinimum: minimaOf(problem.rowMinimum, "row"),
    columnMinimum: minimaOf(problem.columnMinimum, "column"),
  };
}

/** The problem with the loads, pins and quotas of some demands only. */
export function demandedProblem(pool: Pool, demands: readonly PoolDemand[], problem: SparseProblem): QuotaProblem {
  const held = indicesOf(demands, "quota");
  const quotas = pool.quotas.list.filter(({ position }) => held.has(position));
  const pins = pinsIn(pool, demands);
  return quotaProblem(problemWithLoads(problem, demands), quotas, pins);
}

/** The pins among some demands. */
export function pinsIn({ pins }: Pool, demands: readonly PoolDemand[]): readonly Pin[] {
  const held = indicesOf(demands, "pin");
  return pins.filter((_, position) => held.has(position));
}

/** The indices of the demands of a kind. */
function indicesOf(demands: readonly PoolDemand[], kind: PoolDemand["kind"]): ReadonlySet<number> {
  return new Set(demands.flatMap((demand) => (demand.kind === kind ? [demand.index] : [])));
}

/** A demand in the organiser's words. */
export function demandInWords(pool: Pool, demand: PoolDemand): Demand {
  if (demand.kind === "pin") return pinInWords(pool, demand.index);
  if (demand.kind === "quota") return quotaInWords(pool, demand.index);
  const side = demand.kind === "row" ? "mentee" : "mentor";
  const { id = "", minimumLoad = 0 } = personOf(pool, demand) ?? {};
  return {
    demand: "minimumLoad",
    side,
    id,
    minimum: minimumLoad,
    en: `The ${side} ${id} must have at least ${counted(minimumLoad, "partner")}.`,
    tr: `${id} (${side}) en az ${minimumLoad} kişiyle eşleşmeli.`,
  };
}

function pinInWords({ pins, program }: Pool, position: number): Demand {
  const { row = -1, column = -1 } = pins[position] ?? {};
  const [menteeId, mentorId] = [at(program.mentees, row).id, at(program.mentors, column).id];
  return {
    demand: "pin",
    mentorId,
    menteeId,
    en: `The pair ${mentorId} - ${menteeId} is pinned.`,
    tr: `${mentorId} - ${menteeId} eşleşmesi sabitlendi.`,
  };
}

function quotaInWords({ quotas }: Pool, position: number): Demand {
  const quota = quotas.given[position];
  if (quota === undefined) return { demand: "quota", name: "", minimum: 0, en: "", tr: "" };
  const { name } = quota;
  if (quota.kind === "partners") {
    const { maximum } = quota;
    return {
      demand: "quota",
      name,
      minimum: 0,
      maximum,
      en: `"${name}": each ${quota.of} may have at most ${counted(maximum, "partner")} of the kind.`,
      tr: `"${name}": her ${quota.of} bu türden en çok ${maximum} kişiyle eşleşebilir.`,
    };
  }
  const { minimum, maximum } = quota;
  const [most, enCok] = maximum === undefined ? ["", ""] : [` and at most ${maximum}`, `, en çok ${maximum}`];
  return {
    demand: "quota",
    name,
    minimum,
    ...(maximum === undefined ? {} : { maximum }),
    en: `"${name}" demands at least ${minimum}${most} ${(maximum ?? minimum) === 1 ? "pair" : "pairs"}.`,
    tr: `"${name}" kotası en az ${minimum}${enCok} eşleşme istiyor.`,
  };
}
