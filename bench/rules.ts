/*
 * Times reading 100,000 people in a tree of depth 12 with dotted lines, and asking noReportingLine about 2,000 x 2,000 of
 * them.
 *
 *   npm run bench:rules
 */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { noReportingLine } from "../src/index.ts";
import { readInput } from "../src/model/read-input.ts";

const PEOPLE = 100_000;
const SIDE = 2_000;
/** Reports of each manager: 2.5 ** 12 is about 60,000. */
const SPAN = 2.5;

const people = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `p${index}`,
  ...(index === 0 ? {} : { managerId: `p${Math.floor((index - 1) / SPAN)}` }),
  ...(index % 10 === 9 ? { dottedLineManagerIds: [`p${(index * 7919) % PEOPLE}`] } : {}),
}));
const mentors = Array.from({ length: SIDE }, (_, index) => ({ id: `p${PEOPLE - 1 - index}`, teaches: ["SQL"] }));
const mentees = Array.from({ length: SIDE }, (_, index) => ({ id: `p${index}`, learns: ["SQL"] }));

console.log(`${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}`);
for (let round = 1; round <= 3; round += 1) {
  const started = performance.now();
  const program = readInput({ people, mentors, mentees });
  const read = performance.now();
  const { refuses } = noReportingLine().prepare(program, "");
  const prepared = performance.now();
  let refused = 0;
  for (let mentee = 0; mentee < SIDE; mentee += 1) {
    for (let mentor = 0; mentor < SIDE; mentor += 1) if (refuses(mentor, mentee)) refused += 1;
  }
  const asked = performance.now();
  const depth = program.chart.depthOf.reduce((most, each) => Math.max(most, each), 0);
  console.log(
    `round ${round}: depth ${depth}, read ${(read - started).toFixed(0)} ms, rule prepared ${(prepared - read).toFixed(0)} ms, ` +
      `${((1e6 * (asked - prepared)) / SIDE ** 2).toFixed(0)} ns a pair, ${refused} of ${SIDE ** 2} refused`,
  );
}
