import module from "javascript-lp-solver";

/** A choice of edges as the master sees it. */
export interface MasterChoice {
  /** What it is worth in the goal. */
  readonly value: number;
  /** Chosen edges of each quota. */
  readonly countOf: Int32Array;
}

/** Bounds of the mixture's count in one quota. */
export interface MasterRow {
  /** Place in `countOf`. */
  readonly quota: number;
  readonly minimum: number;
  /** Infinity where there is no limit. */
  readonly maximum: number;
}

/** The best mixture of the choices, and what each quota costs it. */
export interface MasterAnswer {
  /** Share of each choice; they sum to 1. */
  readonly shareOf: Float64Array;
  /** Price of each row: positive for its maximum, negative for its minimum. */
  readonly multiplierOf: Float64Array;
  /** What the mixture is worth, without what it pays for missing rows. */
  readonly value: number;
  /** How far the mixture misses the rows, summed. */
  readonly violation: number;
}

/** What this module needs of javascript-lp-solver. Its published types describe another module format than it has. */
interface LinearSolver {
  readonly Model: new (precision?: number) => LinearModel;
}
interface LinearModel {
  usePresolve: boolean;
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

/** Largest difference between the mixture's worth and its bound that counts as proved, per row and unit of penalty. */
const TRUST = 1e-7;
/** Steps by which right-hand sides are moved apart when an answer could not be trusted. */
const PERTURBATION = 1e-6;

/**
 * Solves the master problem of the column generation: the mixture of known choices with the best worth that meets the
 * quotas on average, where a missing unit costs `penalty`. The linear programme has a row per side of a quota and one for
 * the shares; never an edge.
 *
 * javascript-lp-solver 1.0.3 can stop at a vertex that is not optimal, and says nothing. So the answer counts only with
 * its certificate, which is checked here by duality: the shares meet the rows, no choice is worth more than the
 * multipliers say, and both sides agree. If not, it is asked again with right-hand sides moved apart, which breaks the
 * ties at which it stalls; `undefined` if that does not help either. The caller's bounds never rest on this answer.
 */
export function solveMaster(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  penalty: number,
): MasterAnswer | undefined {
  for (const shift of [0, PERTURBATION, 20 * PERTURBATION]) {
    const answer = attempt(choices, rows, penalty, shift);
    if (answer !== undefined && isTrusted(choices, rows, penalty, answer)) return answer;
  }
  return undefined;
}

function attempt(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  penalty: number,
  shift: number,
): MasterAnswer | undefined {
  // values near 1: the solver compares with fixed tolerances
  const base = choices.reduce((most, { value }) => Math.max(most, value), -Infinity);
  const spread = Math.max(penalty, 1e-9);
  const model = new solver.Model(1e-9);
  model.usePresolve = false;
  model.maximize();
  const shares = choices.map(({ value }, at) => model.addVariable((value - base) / spread, `x${at}`));
  const whole = model.equal(1);
  for (const share of shares) whole.addTerm(1, share);
  const sides = rows.flatMap(({ quota, minimum, maximum }, row) =>
    [-1, 1].flatMap((sign) => {
      const limit = sign < 0 ? minimum : maximum;
      if (sign < 0 ? limit <= 0 : limit === Infinity) return [];
      const missing = model.addVariable(-1, `${sign < 0 ? "l" : "u"}${row}`);
      const moved = limit + sign * shift * (1 + ((row * 7 + sign) % 11));
      const constraint = sign < 0 ? model.greaterThan(moved) : model.smallerThan(moved);
      constraint.addTerm(-sign, missing);
      choices.forEach(({ countOf }, at) => {
        const count = countOf[quota] ?? 0;
        const share = shares[at];
        if (count !== 0 && share !== undefined) constraint.addTerm(count, share);
      });
      return [{ row, sign, slack: constraint.slack.index }];
    }),
  );
  const solution = model.solve();
  if (!solution.feasible) return undefined;
  const multiplierOf = new Float64Array(rows.length);
  const { matrix, width, rhsColumn, rowByVarIndex, colByVarIndex } = solution._tableau;
  for (const { row, sign, slack } of sides) {
    const place = colByVarIndex[slack] ?? -1;
    if (place >= 0) multiplierOf[row] = (multiplierOf[row] ?? 0) + sign * Math.abs(matrix[place] ?? 0) * spread;
  }
  // a model built in steps gets no solution set; the values stand in the rows of the basis
  const shareOf = Float64Array.from(shares, ({ index }) => {
    const row = rowByVarIndex[index] ?? -1;
    return row < 0 ? 0 : Math.max(0, matrix[row * width + rhsColumn] ?? 0);
  });
  return { shareOf, multiplierOf, ...worthOf(choices, rows, shareOf) };
}

function worthOf(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  shareOf: Float64Array,
): Pick<MasterAnswer, "value" | "violation"> {
  const mean = (of: (choice: MasterChoice) => number): number =>
    choices.reduce((sum, choice, at) => sum + (shareOf[at] ?? 0) * of(choice), 0);
  const violation = rows.reduce((sum, { quota, minimum, maximum }) => {
    const count = mean(({ countOf }) => countOf[quota] ?? 0);
    return sum + Math.max(0, minimum - count, count - maximum);
  }, 0);
  return { value: mean(({ value }) => value), violation };
}

/** Weak duality, with tolerance: the multipliers' bound is the mixture's worth. */
function isTrusted(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  penalty: number,
  { shareOf, multiplierOf, value, violation }: MasterAnswer,
): boolean {
  const shares = shareOf.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(shares - 1) <= 1e-6)) return false;
  if (multiplierOf.some((multiplier) => !(Math.abs(multiplier) <= penalty * (1 + 1e-6)))) return false;
  const priced = choices.reduce((most, choice) => {
    const paid = rows.reduce((sum, { quota }, row) => sum + (multiplierOf[row] ?? 0) * (choice.countOf[quota] ?? 0), 0);
    return Math.max(most, choice.value - paid);
  }, -Infinity);
  const bound = rows.reduce((sum, { minimum, maximum }, row) => {
    const multiplier = multiplierOf[row] ?? 0;
    if (multiplier === 0) return sum;
    return sum + multiplier * (multiplier > 0 ? maximum : minimum);
  }, priced);
  const reached = value - penalty * violation;
  return Math.abs(bound - reached) <= TRUST * penalty * (rows.length + 1);
}
