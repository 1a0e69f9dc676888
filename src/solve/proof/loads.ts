import { problem as error, type TersineError } from "../../base/error.ts";
import type { AssignmentProblem } from "../problem.ts";

/** The error of a check that failed at `path` of the assignment. */
export function rejection(path: string, message: string): TersineError {
  return error("PROOF_REJECTED", path, message);
}

/** Most partners of a node. */
export function mostPartners(problem: AssignmentProblem, side: "row" | "column", node: number): number {
  return (side === "row" ? problem.rowCapacity : problem.columnCapacity)?.[node] ?? 1;
}

/** Fewest partners of a node; `never` asks one of every row. */
export function fewestPartners(problem: AssignmentProblem, side: "row" | "column", node: number): number {
  if (side === "column") return problem.columnMinimum?.[node] ?? 0;
  const least = problem.rowMinimum?.[node] ?? 0;
  return problem.unmatched === "never" && least === 0 ? 1 : least;
}
