/*
 * Times matchPairs on made-up programmes of n mentors and n mentees, step by step.
 *
 *   npm run bench:match            n = 300 and 1000
 *   npm run bench:match -- 2000    other sizes
 */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { matchPairs, type MatchInput, VERSION } from "../src/index.ts";
import { settleOptions } from "../src/matcher/options.ts";
import { readInput } from "../src/model/read-input.ts";
import { findCandidates } from "../src/rules/candidates.ts";
import { prepareScore } from "../src/score/weighted.ts";
import { solveAssignment } from "../src/solve/solve-assignment.ts";

const ZONES = ["Europe/Istanbul", "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Dubai", "Asia/Kolkata"];
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/** A small linear congruential generator, so that every run measures the same programme. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

/** Everybody scored on all four criteria: 3-6 of 60 topics, 2-3 of 12 goals, 5-10 windows in 6 zones, a 12-level tree. */
export function programmeOf(size: number): MatchInput {
  const below = generator(size);
  const list = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);
  const unique = (texts: string[]): string[] => [...new Set(texts)];
  const people = Array.from({ length: 2 * size }, (_, index) => ({
    id: `p${index}`,
    ...(index === 0 ? {} : { managerId: `p${Math.floor((index - 1) / 2)}` }),
    birthYear: index < size ? 1955 + below(25) : 1982 + below(22),
  }));
  const registration = () => ({
    goals: unique(list(2 + below(2), () => `goal ${below(12)}`)),
    timeZone: ZONES[below(ZONES.length)] ?? "UTC",
    availability: list(5 + below(6), () => {
      const hour = 7 + below(11);
      const pad = (number: number): string => String(number).padStart(2, "0");
      return `${DAYS[below(5)] ?? "Mon"} ${pad(hour)}:${below(2) === 0 ? "00" : "30"}-${pad(hour + 1 + below(2))}:00`;
    }).join("; "),
  });
  return {
    people,
    period: { start: "2027-01-04", end: "2027-07-04" },
    mentors: people.slice(size).map(({ id }) => ({
      id,
      teaches: unique(list(3 + below(4), () => `topic ${below(60)}`)),
      capacity: 1 + below(2),
      ...registration(),
    })),
    mentees: people.slice(0, size).map(({ id }) => ({
      id,
      learns: unique(list(3 + below(4), () => `topic ${below(60)}`)).map((topic, place) => ({
        topic,
        priority: place + 1,
      })),
      ...registration(),
    })),
  };
}

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
  const settled = settleOptions(undefined);
  const [program, reading] = timed(() => readInput(input));
  const { mentors, mentees, chart, seniority, period } = program;
  const context = { chart, seniority, ...(period === undefined ? {} : { period }) };
  const [score, preparing] = timed(() => prepareScore(settled.criteria, { mentors, mentees, context }));
  const [graph, scoring] = timed(() => findCandidates(program, settled.rules, score, settled.standingRules));
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
