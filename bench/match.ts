/*
 * Times matchPairs on made-up programmes of n mentors and n mentees, step by step.
 *
 *   npm run bench:match            n = 300 and 1000
 *   npm run bench:match -- 2000    other sizes
 */
import { drain } from "../src/base/steps.ts";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { matchPairs, VERSION } from "../src/index.ts";
import { readOptions } from "../src/plan/options.ts";
import { readInput } from "../src/model/read-input.ts";
import { findCandidates } from "../src/rules/candidates/graph.ts";
import { prepareScore } from "../src/score/weighted.ts";
import { solveAssignment } from "../src/solve/solve-assignment.ts";
import { programmeOf } from "./programme.ts";

function timed<Result>(work: () => Result): readonly [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

const sizes = process.argv.slice(2).map(Number);
console.log(`tersine ${VERSION}, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}`);
for (const size of sizes.length > 0 ? sizes : [300, 1000]) {
  const input = programmeOf(size);
  const [, cold] = timed(() => matchPairs(input));
  const settled = readOptions(undefined);
  const [program, reading] = timed(() => readInput(input));
  const { mentors, mentees, chart, seniority, period } = program;
  const context = { chart, seniority, ...(period === undefined ? {} : { period }) };
  const [score, preparing] = timed(() => prepareScore(settled.criteria, { mentors, mentees, context }));
  const [graph, scoring] = timed(() => drain(findCandidates(program, settled.rules, score, settled.standingRules)));
  const [, solving] = timed(() =>
    solveAssignment({
      layout: "sparse",
      rows: mentees.length,
      columns: mentors.length,
      rowStart: graph.rowStart,
      columnAt: graph.columnAt,
      weightAt: graph.scoreAt,
      unmatched: "last",
      columnCapacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    }),
  );
  const [result, warm] = timed(() => matchPairs(input));
  const text = Object.entries({ reading, preparing, scoring, solving, warm, cold })
    .map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(0)} ms`)
    .join(", ");
  const pairs = result.status === "optimal" ? result.pairs.length : 0;
  console.log(`${size} x ${size}: ${text}; ${graph.columnAt.length} candidates, ${pairs} pairs`);
}
