/*
 * Measures how long matchPairsAsync holds the event loop at a time, and what pausing costs.
 *
 *   npm run bench:turns                    n = 300, 1000 and 2000, every case that is cheap at that size
 *   npm run bench:turns -- 1000            other sizes
 *   npm run bench:turns -- 1000 fair       one case
 *
 * A turn is the time between two calls of setImmediate; "in" is the phase told at its end. Pauses of the garbage
 * collector count into the turn in which they fall, and are given beside it.
 */
import { cpus } from "node:os";
import { performance, PerformanceObserver } from "node:perf_hooks";
import { type MatchInput, type MatchOptions, matchPairs, matchPairsAsync, quota, VERSION } from "../src/index.ts";
import { programmeOf } from "./programme.ts";

interface Case {
  readonly name: string;
  /** Largest size at which it takes no more than some ten seconds. */
  readonly largest: number;
  readonly input?: (size: number) => MatchInput;
  readonly options: (size: number) => MatchOptions;
}

const firstPeople = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

function oneToOne(size: number): MatchInput {
  const input = programmeOf(size);
  return { ...input, mentors: input.mentors.map((mentor) => ({ ...mentor, capacity: 1 })) };
}

/** More minimum loads than there are mentees: the demands conflict. */
function overloaded(size: number): MatchInput {
  const input = programmeOf(size);
  return { ...input, mentors: input.mentors.map((mentor) => ({ ...mentor, capacity: 2, minimumLoad: 2 })) };
}

const CASES: readonly Case[] = [
  { name: "coverage", largest: Infinity, options: () => ({}) },
  { name: "one-to-one", largest: Infinity, input: oneToOne, options: () => ({}) },
  { name: "score", largest: Infinity, options: () => ({ objective: "score" }) },
  { name: "fair", largest: Infinity, options: () => ({ objective: "fair" }) },
  { name: "stable", largest: Infinity, options: () => ({ objective: "stable" }) },
  {
    name: "quotas",
    largest: 1000,
    options: (size) => ({
      quotas: [quota("few", { mentee: { id: firstPeople(size / 10) } }, { min: size / 50, max: size / 20 })],
    }),
  },
  { name: "fixes", largest: 1000, options: () => ({ fixes: true }) },
  { name: "conflict", largest: 300, input: overloaded, options: () => ({}) },
];

interface Turn {
  readonly from: number;
  readonly until: number;
  readonly phase: string;
}

/** Runs a match beside a ticker, and tells its time and its longest turn. */
async function measured(input: MatchInput, options: MatchOptions): Promise<{ total: number; longest: Turn }> {
  let phase = "";
  let isRunning = true;
  let last = performance.now();
  let longest: Turn = { from: last, until: last, phase };
  const tick = (): void => {
    const now = performance.now();
    if (now - last > longest.until - longest.from) longest = { from: last, until: now, phase };
    last = now;
    if (isRunning) setImmediate(tick);
  };
  const start = performance.now();
  setImmediate(tick);
  await matchPairsAsync(input, { ...options, onProgress: (progress) => (phase = progress.phase) });
  const total = performance.now() - start;
  isRunning = false;
  tick();
  return { total, longest };
}

interface Pause {
  readonly startTime: number;
  readonly duration: number;
}

const pauses: Pause[] = [];
const observer = new PerformanceObserver((list) => pauses.push(...list.getEntries()));
observer.observe({ entryTypes: ["gc"] });

async function collectedIn({ from, until }: Turn): Promise<number> {
  // entries of the collector arrive some turns later
  await new Promise((resolve) => setTimeout(resolve, 20));
  return pauses
    .filter(({ startTime }) => startTime >= from && startTime < until)
    .reduce((sum, { duration }) => sum + duration, 0);
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const names = process.argv.slice(2).filter((word) => CASES.some(({ name }) => name === word));
console.log(`tersine ${VERSION}, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}; milliseconds`);
console.log("     n  case          sync   async  longest turn  in          of that garbage collector");
matchPairs(programmeOf(100));
for (const size of sizes.length > 0 ? sizes : [300, 1000, 2000]) {
  for (const { name, largest, input: inputOf = programmeOf, options } of CASES) {
    if (names.length > 0 ? !names.includes(name) : size > largest) continue;
    const input = inputOf(size);
    const start = performance.now();
    matchPairs(input, options(size));
    const sync = performance.now() - start;
    pauses.length = 0;
    const { total, longest } = await measured(input, options(size));
    const columns = [
      String(size).padStart(6),
      name.padEnd(10),
      sync.toFixed(0).padStart(8),
      total.toFixed(0).padStart(7),
      (longest.until - longest.from).toFixed(0).padStart(13),
      longest.phase.padEnd(11),
      (await collectedIn(longest)).toFixed(0),
    ];
    console.log(columns.join("  "));
  }
}
observer.disconnect();
