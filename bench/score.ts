/**
 * Scores 2,000 mentors with 2,000 mentees by the four default criteria, and prints nanoseconds of processor time a pair for each of them
 * and for all together, beside a straightforward implementation that walks the two people's objects for every pair.
 *
 * The people are made up from a fixed sequence of numbers: 3-6 topics of 60, 2-3 goals of 12, 5-10 weekly windows in 6
 * time zones, and places in a tree of 12 levels.
 */
import { cpus } from "node:os";
import { buildOrgChart } from "../src/base/organisation/chart.ts";
import {
  availability,
  type Criterion,
  goals,
  hierarchy,
  type MenteeProfile,
  type MentorProfile,
  type ScorePool,
  prepareScore,
  topics,
} from "../src/score/index.ts";
import { naiveScorer } from "./score-naive.ts";

const SIDE = 2_000;
const NAIVE_SIDE = 150;
const ZONES = [
  "Europe/Istanbul",
  "Europe/London",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "America/Sao_Paulo",
];
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/** Whole numbers below `bound` in a fixed sequence (a linear congruential generator modulo 2^31). */
function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * bound);
  };
}

function someOf(next: (bound: number) => number, prefix: string, kinds: number, from: number, to: number): string[] {
  const chosen = new Set<string>();
  const count = from + next(to - from + 1);
  while (chosen.size < count) chosen.add(`${prefix} ${next(kinds)}`);
  return [...chosen];
}

function windows(next: (bound: number) => number): { day: string; start: string; end: string }[] {
  const time = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return Array.from({ length: 5 + next(6) }, () => {
    const start = 8 * 60 + 15 * next(36);
    return { day: DAYS[next(5)]!, start: time(start), end: time(start + 30 + 15 * next(5)) };
  });
}

/** A tree of 12 levels; the chart's people are the pool's, mentees first. */
function organisation(next: (bound: number) => number): { ids: string[]; context: ScorePool["context"] } {
  const levels: number[][] = [[0]];
  const lines = [{ id: "p0", manager: undefined as number | undefined, dotted: [] as number[] }];
  while (lines.length < 2 * SIDE) {
    const depth = lines.length < 12 ? lines.length : 1 + Math.min(10, next(6) + next(6));
    const managers = levels[depth - 1]!;
    (levels[depth] ??= []).push(lines.length);
    lines.push({ id: `p${lines.length}`, manager: managers[next(managers.length)]!, dotted: [] });
  }
  return {
    ids: lines.map(({ id }) => id),
    context: { chart: buildOrgChart(lines), period: { start: "2026-03-02", end: "2026-06-28" } },
  };
}

function makePool(): ScorePool {
  const next = sequence(7);
  const { ids, context } = organisation(next);
  const person = (index: number): MentorProfile => ({
    id: ids[index]!,
    timeZone: ZONES[next(ZONES.length)]!,
    goals: someOf(next, "goal", 12, 2, 3),
    availability: windows(next),
  });
  const mentees = Array.from({ length: SIDE }, (_, index): MenteeProfile => ({
    ...(person(index) as MenteeProfile),
    learns: someOf(next, "topic", 60, 3, 6).map((topic, place) => ({ topic, priority: place + 1, level: 1 + next(4) })),
  }));
  const mentors = Array.from({ length: SIDE }, (_, index): MentorProfile => ({
    ...person(SIDE + index),
    teaches: someOf(next, "topic", 60, 3, 6).map((topic) => ({ topic, level: 1 + next(5) })),
  }));
  return { mentors, mentees, context };
}

/** Milliseconds of processor time of this process: on a busy machine the clock measures the others too. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

interface Timing {
  readonly compileMs: number;
  readonly rowNs: number;
  readonly pairNs: number;
  readonly sum: number;
}

/** Best of three passes over all pairs, by rows and pair by pair. */
function time(criteria: readonly Criterion[], pool: ScorePool): Timing {
  const begin = cpuMs();
  const prepared = prepareScore(criteria, pool);
  const compileMs = cpuMs() - begin;
  const row = new Int32Array(pool.mentors.length);
  const pairs = pool.mentors.length * pool.mentees.length;
  let [rowNs, pairNs, sum, check] = [Infinity, Infinity, 0, 0];
  for (let pass = 0; pass < 3; pass += 1) {
    let start = cpuMs();
    sum = 0;
    for (let mentee = 0; mentee < pool.mentees.length; mentee += 1) {
      prepared.scoreRow(mentee, row);
      for (const score of row) sum += score;
    }
    rowNs = Math.min(rowNs, ((cpuMs() - start) * 1e6) / pairs);
    start = cpuMs();
    check = 0;
    for (let mentee = 0; mentee < pool.mentees.length; mentee += 1) {
      for (let mentor = 0; mentor < pool.mentors.length; mentor += 1) check += prepared.scoreOf(mentee, mentor);
    }
    pairNs = Math.min(pairNs, ((cpuMs() - start) * 1e6) / pairs);
  }
  if (sum !== check) throw new Error("rows and pairs differ");
  return { compileMs, rowNs, pairNs, sum };
}

function timeNaive({ mentors, mentees, context }: ScorePool): number {
  const some = { mentors: mentors.slice(0, NAIVE_SIDE), mentees: mentees.slice(0, NAIVE_SIDE) };
  const prepared = prepareScore([topics(), goals(), availability(), hierarchy()], { ...some, context });
  const naive = naiveScorer({ ...some, context });
  const scores = new Float64Array(NAIVE_SIDE ** 2);
  const start = cpuMs();
  for (let mentee = 0; mentee < NAIVE_SIDE; mentee += 1) {
    for (let mentor = 0; mentor < NAIVE_SIDE; mentor += 1) scores[mentee * NAIVE_SIDE + mentor] = naive(mentor, mentee);
  }
  const spent = cpuMs() - start;
  let worst = 0;
  for (const [at, score] of scores.entries()) {
    worst = Math.max(worst, Math.abs(score - prepared.scoreOf(Math.floor(at / NAIVE_SIDE), at % NAIVE_SIDE)));
  }
  if (worst > 3) throw new Error(`the straightforward implementation differs by ${worst} micro-points`);
  return (spent * 1e6) / NAIVE_SIDE ** 2;
}

const pool = makePool();
const lists: Record<string, Criterion[]> = {
  topics: [topics()],
  goals: [goals()],
  availability: [availability()],
  hierarchy: [hierarchy()],
  "all four": [topics(), goals(), availability(), hierarchy()],
};
console.log(`${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, ${SIDE} x ${SIDE} people`);
let all = Infinity;
for (const [name, criteria] of Object.entries(lists)) {
  const { compileMs, rowNs, pairNs } = time(criteria, pool);
  all = rowNs;
  console.log(
    `${name.padEnd(13)} ${rowNs.toFixed(1).padStart(7)} ns a pair by rows, ${pairNs.toFixed(1).padStart(7)} pair by pair, ` +
      `compiled in ${compileMs.toFixed(0)} ms`,
  );
}
console.log(`${(1e3 / all).toFixed(1)} million pairs a second by rows`);
const naive = timeNaive(pool);
console.log(`straightforward objects: ${naive.toFixed(0)} ns a pair, ${(naive / all).toFixed(0)} times as long`);
