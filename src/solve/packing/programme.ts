import type { Steps } from "../../base/steps.ts";
import type { Aim } from "./aim.ts";
import { cutTable } from "./cuts.ts";
import type { Cut } from "./problem.ts";
import { bestColumns } from "./scan.ts";
import { type PackingProgramme, packingSimplex, type PackingSimplex } from "./simplex.ts";

/** The linear programme of an aim, over the columns that it was found to need. */
export interface Programme {
  readonly aim: Aim;
  linear: PackingProgramme;
  simplex: PackingSimplex;
  readonly mostWork: number;
  /** Columns that it is solved over; grows. */
  candidates: number[];
  readonly isCandidate: Uint8Array;
  /** Steps beside those of the simplex method. */
  work: number;
}

/** A programme without cuts, to begin with these columns. */
export function programmeOf(aim: Aim, start: readonly number[], mostWork: number): Programme {
  const { problem, weightAt, largest, countAt, least, most } = aim;
  const asked = new Int32Array(problem.rows + 1 + MOST_CUTS);
  if (least > 0) asked[problem.rows] = 1;
  const linear: PackingProgramme = {
    columns: problem,
    cuts: cutTable(problem, []),
    worth: weightAt.map((weight) => weight / largest),
    blocked: Int32Array.from(countAt, (count) => Number(count > most)),
    asked,
    countAt,
    counted: least > 0 ? least : most,
    mayCountMore: least > 0 && least < most,
  };
  const isCandidate = new Uint8Array(weightAt.length);
  const simplex = packingSimplex(linear, start);
  return { aim, linear, simplex, mostWork, candidates: [], isCandidate, work: 0 };
}

export function workOf({ simplex, work }: Pick<Programme, "simplex" | "work">): number {
  return simplex.work + work;
}

/** Most cuts of a programme. */
export const MOST_CUTS = 150;

/** Goes on with these cuts, from these columns. */
export function setCuts(search: Programme, cuts: readonly Cut[], start: readonly number[]): void {
  const { work } = search.simplex;
  search.linear = { ...search.linear, cuts: cutTable(search.aim.problem, cuts) };
  search.simplex = packingSimplex(search.linear, start);
  search.simplex.work += work;
}

/** Columns per row that join at a time. */
const PER_ROW = 4;
/** Least gain that counts, in units of the largest worth. */
const GAIN = 1e-9;

/** Solves the linear programme over all these columns (a number stands for the first so many); false if the work runs out. */
export function* solve(search: Programme, columns: Int32Array | number): Steps<boolean, number> {
  const { aim, linear, simplex } = search;
  simplex.reprice();
  for (;;) {
    if (!simplex.optimise(search.candidates, search.mostWork - search.work)) return false;
    const gaining = bestColumns(linear, simplex.priceOf, columns, { perRow: PER_ROW, above: GAIN });
    search.work += 4 * (typeof columns === "number" ? aim.weightAt.length : columns.length);
    yield workOf(search);
    const isSolved = !join(search, gaining);
    // also where nothing is missing, so that a search of many small programmes ends too
    if (workOf(search) > search.mostWork) return false;
    if (isSolved) return true;
  }
}

/** Adds columns to the candidates; false if all are among them. */
export function join(search: Programme, columns: readonly number[]): boolean {
  const fresh = columns.filter((column) => search.isCandidate[column] === 0);
  for (const column of fresh) {
    search.isCandidate[column] = 1;
    search.candidates.push(column);
  }
  return fresh.length > 0;
}
