import type { AssignmentProblem, Assignment, PricesProof } from "../problem.ts";

/** Below this, products of weights with what rounding costs come near the end of the doubles. */
export const TINY = 2 ** -500;
/** Tiny weights are solved this many times larger, which changes no digit. */
const FACTOR = 2 ** 500;

/** The same problem with tiny weights made larger. Only weights of edges that cannot be chosen can leave the doubles. */
export function enlarged(problem: AssignmentProblem): AssignmentProblem {
  const larger = (weights: Int32Array | Float64Array): Float64Array =>
    Float64Array.from(weights, (weight) => Math.min(weight * FACTOR, Number.MAX_VALUE));
  return problem.layout === "dense"
    ? { ...problem, weights: larger(problem.weights) }
    : { ...problem, weightAt: larger(problem.weightAt) };
}

/** The answer for the weights as they were. */
export function reduced(answer: Assignment): Assignment {
  if (answer.status === "infeasible") return answer;
  return { ...answer, total: answer.total / FACTOR, proof: reducedProof(answer.proof) };
}

function reducedProof(proof: PricesProof): PricesProof {
  const smaller = (prices: Float64Array): Float64Array => prices.map((price) => price / FACTOR);
  return {
    ...proof,
    rowPrice: smaller(proof.rowPrice),
    columnPrice: smaller(proof.columnPrice),
    placement: proof.placement / FACTOR,
    ...(proof.rest && { rest: { row: smaller(proof.rest.row), column: smaller(proof.rest.column) } }),
  };
}
