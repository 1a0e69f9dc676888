import { asPublic } from "../../base/public.ts";
import { problem as error } from "../../base/error.ts";
import { drain, type Steps } from "../../base/steps.ts";
import { checkAnswer } from "../check-answer.ts";
import { packingSteps as checkSteps } from "../proof/packing.ts";
import { type Aim, aimOf, type Choice, choiceOf } from "./aim.ts";
import type { Packing, PackingBound, PackingProblem } from "./problem.ts";
import { searchPacking } from "./search.ts";
import { countLimit, validatePacking } from "./validate.ts";

export interface PackingOptions {
  /**
   * Most elementary steps; `npm run bench:groups` prints how many a second. When they run out the best choice so far is returned as
   * `feasible`, with what is proved about it. @default 4,000,000,000
   */
  readonly work?: number;
  /** Whether the answer is checked by `verifyPacking` before it is returned. @default true */
  readonly verify?: boolean;
}

/** Most elementary steps of a search that is given no limit: about a minute. */
export const MOST_PACKING_WORK = 4_000_000_000;
/** Shares of the work that a first choice, and then the bound on what is counted, may take. */
const FIRST_SHARE = 0.2;
const COUNT_SHARE = 0.3;

/**
 * Returns the best choice of disjoint columns, with a proof; or, if the work runs out, a good one with what is proved.
 *
 * Method: a linear programme over the columns that its prices ask for, solved by a revised simplex method; prices made whole;
 * columns ruled out by them; a search by cases (Barnhart and others, 1998, "Branch-and-price"). Exponential in the worst case;
 * the work is limited.
 *
 * @throws TersineError all faults of the problem together; LIMIT_WEIGHTS if weights are too large for exact sums; NUMBER_RANGE
 *   for the work; INTERNAL if an answer fails its own check
 */
export function solvePacking(problem: PackingProblem, options: PackingOptions = {}): Packing {
  return asPublic("solvePacking", () => {
    validatePacking(problem);
    return drain(packingSteps(problem, options));
  });
}

/** The steps of `solvePacking`, which yield their work count, for problems that are sound by their making. */
export function* packingSteps(problem: PackingProblem, options: PackingOptions = {}): Steps<Packing, number> {
  const { work = MOST_PACKING_WORK, verify = true } = options;
  if (!Number.isSafeInteger(work) || work < 0) {
    throw error("NUMBER_RANGE", "/work", "expected a whole number of at least 0.");
  }
  const answer = yield* problem.countAt === undefined
    ? weighed(problem, work)
    : counted(problem, problem.countAt, work);
  if (verify) yield* checkAnswer(checkSteps(problem, answer), answer.work);
  return answer;
}

const NOTHING: Choice = { columns: [], worth: 0, counted: 0 };

function* weighed(problem: PackingProblem, work: number): Steps<Packing, number> {
  const aim = aimOf(problem, problem.weightAt, { least: 0, most: 0, isLimited: false });
  const { best, bound, work: spent } = yield* searchPacking(aim, NOTHING, work, "full");
  return packingOf(best, 0, undefined, bound, spent);
}

/** First a choice that counts much, then the proof that none counts more, then the weight among those that count as much. */
function* counted(problem: PackingProblem, countAt: Int32Array, mostWork: number): Steps<Packing, number> {
  const { weightAt } = problem;
  const most = countLimit(problem, countAt);
  const range = { least: 0, most, isLimited: most === problem.mostCounted };
  const both = aimOf(problem, together(weightAt, countAt), range);
  const first = yield* searchPacking(both, NOTHING, FIRST_SHARE * mostWork, "first");
  let { work } = first;
  const counts = aimOf(problem, Float64Array.from(countAt), range);
  const start = choiceOf(counts, first.best.columns);
  let found: { readonly best: Choice; readonly bound: PackingBound };
  if (start.worth === most) found = { best: start, bound: boundByLimit(counts) };
  else {
    const searched = yield* searchPacking(counts, start, COUNT_SHARE * (mostWork - work), "full");
    work += searched.work;
    found = searched;
  }
  const least = found.best.worth;
  const totals = aimOf(problem, weightAt, { least, most: found.bound.atMost, isLimited: true });
  const known = choiceOf(totals, found.best.columns);
  const { best, bound, work: spent } = yield* searchPacking(totals, known, Math.max(0, mostWork - work), "full");
  return packingOf(best, best.counted, found.bound, bound, work + spent);
}

/** That no choice counts more than the problem allows. */
function boundByLimit({ problem: { rows }, most, scale }: Aim): PackingBound {
  const root = { rowPrice: new Float64Array(rows), countPrice: scale, cutPrice: new Float64Array(0) };
  return { atMost: most, scale, cuts: [], root, tree: { kind: "prices", prices: root } };
}

/** Weights in which a unit counted is worth more than any column, though not more than any choice: for a good start. */
function together(weightAt: Float64Array, countAt: Int32Array): Float64Array {
  const unit = 2 * (weightAt.reduce((most, weight) => Math.max(most, weight), 0) + 1);
  return weightAt.map((weight, column) => weight + unit * countAt[column]!);
}

function packingOf(
  { columns, worth }: Choice,
  count: number,
  counts: PackingBound | undefined,
  total: PackingBound,
  work: number,
): Packing {
  const isProved = total.atMost === worth && (counts === undefined || counts.atMost === count);
  return {
    status: isProved ? "optimal" : "feasible",
    chosen: Int32Array.from(columns),
    total: worth,
    counted: count,
    proof: { kind: "packing", ...(counts === undefined ? {} : { counted: counts }), total },
    work,
  };
}
