import type { AssignmentProblem, Assignment, PricesProof } from "../problem.ts";

/** Below this, products of weights with what rounding costs come near the end of the doubles. */
export const TINY = 2 ** -500;
/** Tiny weights are solved this many times larger, which changes no digit. */
const FACTOR = 2 ** 500;

/** The same problem with tiny weights made larger. Only weights of edges that cannot be chosen are too large for that. */
export function enlarged(problem: AssignmentProblem): AssignmentProblem {
  const larger = (weights: Int32Array | Float64Array): Float64Array =>
    Float64Array.from(weights, (weight) => (weight === -Infinity ? weight : finite(weight * FACTOR)));
  return problem.layout === "dense"
    ? { ...problem, weights: larger(problem.weights) }
    : { ...problem, weightAt: larger(problem.weightAt) };
}

function finite(weight: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(weight, Number.MAX_VALUE));
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
