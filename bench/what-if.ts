/*
 * Times `whatIf` after one change against a new match of the changed programme, and checks that both give the same bytes.
 *
 *   npx tsx bench/what-if.ts            1000 mentors and 1000 mentees
 *   npx tsx bench/what-if.ts 300        another size
 *
 * `solve` is the solver alone, with canonical ties and the check of its proof: from the beginning, and from the plan at hand.
 */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import {
  ban,
  createMatcher,
  crossGeneration,
  type MatchInput,
  noReportingLine,
  reverse,
  VERSION,
} from "../src/index.ts";
import type { Change } from "../src/matcher/change.ts";
import { changedPool } from "../src/matcher/changed-pool.ts";
import type { MatchOptions } from "../src/matcher/options.ts";
import { continuedPlan, planOf, startFrom } from "../src/matcher/plan.ts";
import { preparePool } from "../src/matcher/pool.ts";
import { solvePool } from "../src/matcher/solve-pool.ts";
import { programmeOf } from "./programme.ts";

const RUNS = 5;

/** Shortest time of some runs, in milliseconds: what else the machine does only makes a run longer. */
function fastest(work: () => unknown, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

interface Case {
  readonly name: string;
  readonly change: Change;
  readonly input: MatchInput;
  readonly options: MatchOptions;
}

/** One change of each kind, and the programme that a caller would write instead. */
function casesOf(input: MatchInput): readonly Case[] {
  const { mentors, mentees, people = [] } = input;
  const place = mentors.length >> 1;
  const mentor = mentors[place]!;
  const mentee = mentees[place + 1]!;
  const pair = { mentorId: mentor.id, menteeId: mentee.id };
  const chosen = createMatcher(input).match();
  const plan = chosen.status === "optimal" ? chosen.pairs[place]! : undefined;
  const broken = { mentorId: plan?.mentorId ?? "", menteeId: plan?.menteeId ?? "" };
  const setMentor = (fields: object): MatchInput => ({
    ...input,
    mentors: mentors.map((each) => (each === mentor ? { ...each, ...fields } : each)),
  });
  const set = (fields: object): Change => ({ mentors: { set: [{ id: mentor.id, ...fields }] } });
  const teaches = ["topic 1", "topic 7", ...mentor.teaches.slice(1)];
  const joining = { ...mentees[3]!, id: "joining", managerId: people[5]!.id, birthYear: 1970 };
  const own = { capacity: 3 };
  return [
    { name: "a capacity", change: set(own), input: setMentor(own), options: {} },
    { name: "topics of a mentor", change: set({ teaches }), input: setMentor({ teaches }), options: {} },
    {
      name: "a mentee removed",
      change: { mentees: { remove: [mentee.id] } },
      input: { ...input, mentees: mentees.filter((each) => each !== mentee) },
      options: {},
    },
    {
      name: "a mentor removed",
      change: { mentors: { remove: [mentor.id] } },
      input: { ...input, mentors: mentors.filter((each) => each !== mentor) },
      options: {},
    },
    {
      name: "a mentee added",
      change: { mentees: { add: [joining] } },
      input: { ...input, mentees: [...mentees, joining] },
      options: {},
    },
    { name: "a pin", change: { pin: [pair] }, input, options: { pins: [pair] } },
    {
      name: "a ban",
      change: { ban: [broken] },
      input,
      options: { rules: [noReportingLine(), crossGeneration(), reverse(), ban([broken])] },
    },
  ];
}

const size = Number(process.argv[2] ?? 1000);
console.log(
  `tersine ${VERSION}, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${size} x ${size}`,
);
const input = programmeOf(size);
const matcher = createMatcher(input);
matcher.match();
const pool = preparePool(input);
const plan = planOf(pool);
for (const { name, change, input: changedInput, options } of casesOf(input)) {
  const fresh = createMatcher(changedInput, options).match();
  const { result, comparison } = matcher.whatIf(change);
  if (JSON.stringify(fresh) !== JSON.stringify(result)) throw new Error(`${name}: other bytes`);
  const { pool: changed, was } = changedPool(pool, change);
  if (was === undefined) throw new Error(`${name}: not continued`);
  const whole = fastest(() => createMatcher(changedInput, options).match());
  const after = fastest(() => matcher.whatIf(change), 4 * RUNS);
  const preparing = fastest(() => changedPool(pool, change), 4 * RUNS);
  const solving = fastest(() => solvePool(changed, startFrom(plan, changed, was)), 4 * RUNS);
  const cold = fastest(() => solvePool(changed));
  const planning = fastest(() => continuedPlan(plan, changed, was), 4 * RUNS);
  const ms = (time: number): string => `${time.toFixed(1)} ms`;
  console.log(
    `${name}: fresh ${ms(whole)}, whatIf ${ms(after)} (prepare ${ms(preparing)}, solve ${ms(solving)}, ` +
      `explain ${ms(planning - solving)}), ${(whole / after).toFixed(1)}x; solve ${ms(cold)} to ${ms(solving)}, ` +
      `${(cold / solving).toFixed(1)}x; ${comparison?.gained.length ?? 0} pairs gained`,
  );
}
