import module from "javascript-lp-solver";
import type { MasterChoice, MasterVertex, Side } from "./master-problem.ts";

/** What this module needs of javascript-lp-solver. Its published types describe another module format than it has. */
interface LinearSolver {
  readonly Model: new (precision?: number) => LinearModel;
}
interface LinearModel {
  usePresolve: boolean;
  readonly tableau: { pivot(row: number, column: number): void };
  maximize(): LinearModel;
  addVariable(cost: number, id: string): LinearVariable;
  smallerThan(limit: number): LinearConstraint;
  greaterThan(limit: number): LinearConstraint;
  equal(value: number): { addTerm(coefficient: number, variable: LinearVariable): unknown };
  solve(): LinearSolution;
}
interface LinearVariable {
  readonly index: number;
}
interface LinearConstraint {
  readonly slack: LinearVariable;
  addTerm(coefficient: number, variable: LinearVariable): unknown;
}
interface LinearSolution {
  readonly feasible: boolean;
  readonly _tableau: {
    readonly matrix: Float64Array;
    readonly width: number;
    readonly rhsColumn: number;
    readonly rowByVarIndex: readonly number[];
    readonly colByVarIndex: readonly number[];
  };
}

const solver = module as unknown as LinearSolver;

/** Pivots per row and column that a linear programme may take; one that ends by itself takes a fraction of that. */
const MOST_PIVOTS = 4;

/**
 * The master by javascript-lp-solver 1.0.3. Its first phase can go round for ever, so its pivots are counted and limited
 * from here; and it can stop at a vertex that is not optimal and say nothing, so the caller checks what it says.
 */
export function solveByLibrary(
  choices: readonly MasterChoice[],
  sides: readonly Side[],
  penalty: number,
): MasterVertex | undefined {
  // values near 1: the solver compares with fixed tolerances
  const base = choices.reduce((most, { value }) => Math.max(most, value), -Infinity);
  const model = new solver.Model(1e-9);
  model.usePresolve = false;
  model.maximize();
  const shares = choices.map(({ value }, at) => model.addVariable((value - base) / penalty, `x${at}`));
  const whole = model.equal(1);
  for (const share of shares) whole.addTerm(1, share);
  const slacks = sides.map(({ quota, sign, limit }, at) => {
    const missing = model.addVariable(-1, `m${at}`);
    const constraint = sign < 0 ? model.greaterThan(limit) : model.smallerThan(limit);
    constraint.addTerm(-sign, missing);
    choices.forEach(({ countOf }, choice) => {
      const count = countOf[quota] ?? 0;
      const share = shares[choice];
      if (count !== 0 && share !== undefined) constraint.addTerm(count, share);
    });
    return constraint.slack.index;
  });
  const mostPivots = MOST_PIVOTS * (choices.length + 4 * sides.length + 8);
  const solution = solveWithin(model, mostPivots);
  if (solution?.feasible !== true) return undefined;
  const { matrix, width, rhsColumn, rowByVarIndex, colByVarIndex } = solution._tableau;
  // a model built in steps gets no solution set; the values stand in the rows of the basis
  const shareOf = Float64Array.from(shares, ({ index }) => {
    const row = rowByVarIndex[index] ?? -1;
    return row < 0 ? 0 : Math.max(0, matrix[row * width + rhsColumn] ?? 0);
  });
  const priceOf = Float64Array.from(slacks, (slack) => {
    const place = colByVarIndex[slack] ?? -1;
    return place < 0 ? 0 : Math.abs(matrix[place] ?? 0);
  });
  return { shareOf, priceOf, work: mostPivots * sides.length };
}

/** Solves a model unless it takes more pivots than these. */
function solveWithin(model: LinearModel, mostPivots: number): LinearSolution | undefined {
  const { tableau } = model;
  const pivot = tableau.pivot.bind(tableau);
  const tooMany = new Error("too many pivots");
  let left = mostPivots;
  tableau.pivot = (row, column) => {
    if (left === 0) throw tooMany;
    left -= 1;
    pivot(row, column);
  };
  try {
    return model.solve();
  } catch (error) {
    if (error === tooMany) return undefined;
    throw error;
  }
}
