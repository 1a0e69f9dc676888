import type { Assignment, AssignmentProblem, PricesProof } from "../problem.ts";

/**
 * Half of the number by which all weights may be lowered so that they lie around 0; 0 where that makes none smaller. All
 * weights are whole.
 */
export function halfShift(problem: AssignmentProblem): number {
  const { least, most } = endsOf(problem);
  return least > 0 || most < 0 ? Math.round(least / 4 + most / 4) : 0;
}

/** The least and the largest weight of an edge; Infinity and -Infinity where there is none. */
export function endsOf(problem: AssignmentProblem): { readonly least: number; readonly most: number } {
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at]!;
    if (weight === -Infinity) continue;
    if (weight < least) least = weight;
    if (weight > most) most = weight;
  }
  return { least, most };
}

/**
 * The one-to-one problem with all weights lowered by twice `half`. Where as many pairs as possible are wanted every choice
 * that counts has the same number of them, so the best ones stay the same.
 */
export function lowered(problem: AssignmentProblem, half: number): AssignmentProblem {
  const shifted = (weights: Int32Array | Float64Array): Float64Array =>
    Float64Array.from(weights, (weight) => weight - 2 * half);
  return problem.layout === "dense"
    ? { ...problem, weights: shifted(problem.weights) }
    : { ...problem, weightAt: shifted(problem.weightAt) };
}

/** The answer for the weights as they were: each end of a pair pays half of the shift, with a partner or without. */
export function raised(answer: Assignment, half: number): Assignment {
  if (answer.status === "infeasible") return answer;
  return { ...answer, total: answer.total + 2 * half * answer.rowOf.length, proof: raisedProof(answer.proof, half) };
}

function raisedProof(proof: PricesProof, half: number): PricesProof {
  return {
    ...proof,
    rowPrice: proof.rowPrice.map((price) => price + half),
    columnPrice: proof.columnPrice.map((price) => price + half),
    placement: proof.placement - half,
  };
}
