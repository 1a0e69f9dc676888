/*
 * Solves many random programmes under quotas, holds each answer against HiGHS, and tells the longest of all: none may go
 * round for ever, and none may keep a caller waiting who has aborted.
 *
 *   npm run bench:quota-sweep                  5,000 programmes, the seeds from 1 on
 *   npm run bench:quota-sweep -- 1000 90001    so many, from another seed on
 */
import { TersineError } from "../src/base/error.ts";
import { quotaSteps } from "../src/solve/quota/solve.ts";
import { type QuotaAssignment, type QuotaProblem, verifyOptimality } from "../src/solve/index.ts";
import { programmeSolver } from "../test/support/linear-programme.ts";
import { drawQuotaProblem } from "../test/support/quota-problems.ts";

interface Run {
  /** `undefined` where the work ended before any choice was known. */
  readonly answer: QuotaAssignment | undefined;
  readonly milliseconds: number;
  /** Longest CPU time between two steps, at which an abort takes effect. */
  readonly longestStep: number;
}

/** CPU time of this process so far, in milliseconds. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function run(problem: QuotaProblem): Run {
  const start = now();
  const steps = quotaSteps(problem, { work: MOST_WORK });
  let last = start;
  let longestStep = 0;
  try {
    for (;;) {
      const step = steps.next();
      const time = now();
      longestStep = Math.max(longestStep, time - last);
      last = time;
      if (step.done === true) return { answer: step.value, milliseconds: time - start, longestStep };
    }
  } catch (error) {
    if (!(error instanceof TersineError) || error.code !== "LIMIT_WORK") throw error;
    return { answer: undefined, milliseconds: now() - start, longestStep };
  }
}

/** What the answer tells, held against the truth; throws where it is false. */
function outcome(seed: number, problem: QuotaProblem, answer: QuotaAssignment | undefined): string {
  if (answer === undefined) return "no plan within the work";
  verifyOptimality(problem, answer);
  const truth = solveProgramme(problem);
  if ((answer.status === "infeasible") !== (truth === undefined)) throw new Error(`seed ${seed}: who can be paired?`);
  if (answer.status === "infeasible" || truth === undefined) return "infeasible";
  if (answer.status === "optimal" && answer.total !== truth.total) throw new Error(`seed ${seed}: the optima differ`);
  if (answer.proof.total < truth.total && problem.unmatched === "free") throw new Error(`seed ${seed}: a false bound`);
  return answer.status;
}

const MOST_WORK = 20_000_000;
const [count = 5000, first = 1] = process.argv.slice(2).map(Number);
const solveProgramme = await programmeSolver();
const met = new Map<string, number>();
let slowest: readonly [milliseconds: number, seed: number] = [0, 0];
let longestStep = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const problem = drawQuotaProblem(seed, seed % 10 === 0 ? 40 : 14);
  const done = run(problem);
  const what =
    problem.columnAt.length === 0 && done.answer === undefined ? "empty" : outcome(seed, problem, done.answer);
  met.set(what, (met.get(what) ?? 0) + 1);
  if (done.milliseconds > slowest[0]) slowest = [done.milliseconds, seed];
  longestStep = Math.max(longestStep, done.longestStep);
}
console.log(
  `${count} programmes from seed ${first}: ${[...met].map(([what, times]) => `${times} ${what}`).join(", ")}; none wrong; ` +
    `the slowest took ${slowest[0].toFixed(0)} ms of CPU (seed ${slowest[1]}), the longest step ${longestStep.toFixed(0)} ms`,
);
