/**
 * Times the sparse one-to-one engine on mentor-like graphs. Usage: npm run bench:sparse -- [sizes…], for example
 * `npm run bench:sparse -- 10000 100000`. 1000000 takes about a minute and is run on request only.
 */
import { solveSparseOneToOne, type OneToOneAnswer, type OneToOneProblem } from "../../src/solve/sparse/engine.ts";
import { mentorLike } from "./mentor-like.ts";

const sizes = process.argv.slice(2).map(Number);
console.log(`Node ${process.version}, ${process.arch}`);
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) measure(size);

function measure(size: number): void {
  const problem = mentorLike(size);
  const repeats = size <= 10_000 ? 7 : size <= 100_000 ? 3 : 1;
  const solveTimes: number[] = [];
  const cpuTimes: number[] = [];
  const checkTimes: number[] = [];
  let total = 0;
  let work = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const cpuBegun = process.cpuUsage().user;
    const begun = performance.now();
    const answer = solve(problem);
    cpuTimes.push((process.cpuUsage().user - cpuBegun) / 1000);
    const solved = performance.now();
    total = certifiedTotal(problem, answer);
    work = answer.work;
    solveTimes.push(solved - begun);
    checkTimes.push(performance.now() - solved);
  }
  const edges = problem.columnAt.length;
  const [first, ...others] = solveTimes;
  console.log(
    `${size} a side, ${edges} candidates: first solve ${first!.toFixed(0)} ms` +
      (others.length > 0 ? `, then median ${median(others).toFixed(0)} ms` : "") +
      `, CPU of the fastest ${Math.min(...cpuTimes).toFixed(0)} ms, check ${median(checkTimes).toFixed(0)} ms, total ${total}, work ${(work / edges).toFixed(1)} per candidate` +
      `, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}

function solve(problem: OneToOneProblem): OneToOneAnswer {
  const steps = solveSparseOneToOne(problem);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Total of the chosen weights; throws unless prices prove it the best total among the choices with most pairs. */
function certifiedTotal(problem: OneToOneProblem, answer: OneToOneAnswer): number {
  const { columnOfRow, rowPrice, columnPrice, placement } = answer;
  const isTaken = new Uint8Array(problem.columns);
  let total = 0;
  for (let row = 0; row < problem.rows; row++) {
    const mate = columnOfRow[row]!;
    let found = mate < 0 ? rowPrice[row] === -placement : false;
    for (let edge = problem.rowStart[row]!; edge < problem.rowStart[row + 1]!; edge++) {
      const column = problem.columnAt[edge]!;
      const slack = rowPrice[row]! + columnPrice[column]! - problem.weightAt[edge]!;
      if (slack < 0) throw new Error(`negative slack at row ${row}`);
      if (column !== mate) continue;
      if (slack !== 0 || isTaken[column] === 1) throw new Error(`wrong choice at row ${row}`);
      isTaken[column] = 1;
      total += problem.weightAt[edge]!;
      found = true;
    }
    if (!found || rowPrice[row]! < -placement) throw new Error(`wrong price at row ${row}`);
  }
  for (let column = 0; column < problem.columns; column++) {
    const price = columnPrice[column]!;
    if (isTaken[column] === 1 ? price < -placement : price !== -placement) throw new Error(`wrong price at ${column}`);
  }
  return total;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
