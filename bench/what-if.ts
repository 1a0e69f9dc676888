/*
 * Times `whatIf` after one change against a new match of the changed programme, and checks that both give the same bytes.
 *
 *   npx tsx bench/what-if.ts            1000 mentors and 1000 mentees
 *   npx tsx bench/what-if.ts 300        another size
 *
 * First comes one change of each kind, taken apart: `solve` is the solver alone, with canonical ties and the check of its
 * proof, from the beginning and from the plan at hand. Then the same for several people, all over the lists.
 */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import {
  ban,
  createMatcher,
  crossGeneration,
  type MatchInput,
  type MatchResult,
  noReportingLine,
  reverse,
  VERSION,
} from "../src/index.ts";
import { drain } from "../src/base/steps.ts";
import type { Change } from "../src/matcher/what-if/change.ts";
import { changedPool } from "../src/matcher/what-if/changed-pool.ts";
import type { MatchOptions } from "../src/plan/match-options.ts";
import { planOf } from "../src/match.ts";
import { reusedPlan, startFrom } from "../src/matcher/what-if/changed-plan.ts";
import { preparePool } from "../src/plan/pool.ts";
import { solvePool } from "../src/plan/solve.ts";
import { programmeOf } from "./programme.ts";

const RUNS = 5;

/** Where the people who change stand in their lists, as shares of these: the first one is taken apart. */
const PLACES = [0.5, 0.02, 0.2, 0.35, 0.65, 0.8, 0.97] as const;

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
function casesOf(input: MatchInput, chosen: MatchResult, share: number): readonly Case[] {
  const { mentors, mentees, people = [] } = input;
  const place = Math.floor(share * mentors.length);
  const mentor = mentors[place]!;
  const mentee = mentees[Math.min(place + 1, mentees.length - 1)]!;
  const pair = { mentorId: mentor.id, menteeId: mentee.id };
  const plan = chosen.status === "optimal" ? chosen.pairs[Math.min(place, chosen.pairs.length - 1)]! : undefined;
  const broken = { mentorId: plan?.mentorId ?? "", menteeId: plan?.menteeId ?? "" };
  const setMentor = (fields: object): MatchInput => ({
    ...input,
    mentors: mentors.map((each) => (each === mentor ? { ...each, ...fields } : each)),
  });
  const set = (fields: object): Change => ({ mentors: { set: [{ id: mentor.id, ...fields }] } });
  const teaches = ["topic 1", "topic 7", ...mentor.teaches.slice(1)];
  const joining = { ...mentees[3]!, id: `${mentee.id} joining`, managerId: people[5]!.id, birthYear: 1970 };
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;
const ratio = (times: number): string => `${times.toFixed(1)}x`;

const size = Number(process.argv[2] ?? 1000);
console.log(
  `tersine ${VERSION}, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${size} x ${size}`,
);
const input = programmeOf(size);
const matcher = createMatcher(input);
const chosen = matcher.match();
const pool = drain(preparePool(input));
const plan = drain(planOf(pool));

/** Pairs gained; throws unless both ways give the same bytes. */
function gainedIn({ name, change, input: changedInput, options }: Case): number {
  const fresh = createMatcher(changedInput, options).match();
  const { result, comparison } = matcher.whatIf(change);
  if (JSON.stringify(fresh) !== JSON.stringify(result)) throw new Error(`${name}: other bytes`);
  return comparison?.gained.length ?? 0;
}

const cases = PLACES.map((share) => casesOf(input, chosen, share));
for (const each of cases[0]!) {
  const { name, change, input: changedInput, options } = each;
  const gained = gainedIn(each);
  const { pool: changed, old } = drain(changedPool(pool, change));
  if (old === undefined) throw new Error(`${name}: not reused`);
  const whole = fastest(() => createMatcher(changedInput, options).match());
  const after = fastest(() => matcher.whatIf(change), 4 * RUNS);
  const preparing = fastest(() => drain(changedPool(pool, change)), 4 * RUNS);
  const solving = fastest(() => drain(solvePool(changed, startFrom(plan, changed, old))), 4 * RUNS);
  const cold = fastest(() => drain(solvePool(changed)));
  const planning = fastest(() => drain(reusedPlan(plan, changed, old)), 4 * RUNS);
  console.log(
    `${name}: fresh ${ms(whole)}, whatIf ${ms(after)} (prepare ${ms(preparing)}, solve ${ms(solving)}, ` +
      `explain ${ms(planning - solving)}), ${ratio(whole / after)}; solve ${ms(cold)} to ${ms(solving)}, ` +
      `${ratio(cold / solving)}; ${gained} pairs gained`,
  );
}

console.log(`\n${PLACES.length} people of each kind:`);
for (const [kind, { name }] of cases[0]!.entries()) {
  const times = cases.map((list) => {
    const each = list[kind]!;
    gainedIn(each);
    const whole = fastest(() => createMatcher(each.input, each.options).match(), 3);
    return { whole, after: fastest(() => matcher.whatIf(each.change), RUNS) };
  });
  const ratios = times.map(({ whole, after }) => whole / after);
  console.log(
    `${name}: median fresh ${ms(median(times.map(({ whole }) => whole)))}, ` +
      `whatIf ${ms(median(times.map(({ after }) => after)))}, ${ratio(median(ratios))}, ` +
      `from ${ratio(Math.min(...ratios))} to ${ratio(Math.max(...ratios))}`,
  );
}
