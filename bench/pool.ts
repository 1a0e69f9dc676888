/*
 * A pool over a year: how long a daily replay takes, and a step.
 *
 *   npm run bench:pool
 *
 * The stream is made up, in the size and shape of a public one: 1,045 requests and 1,205 offers over a year, one to three
 * subjects out of 14 each, and a range of school years that an offer takes. Times are of CPU, the least of several runs.
 */
import { criterion, matchPairs, rule, type MatchInput } from "../src/index.ts";
import { applyEvents, comparePolicies, emptyPool, poolStep, simulatePool, type PoolEvent } from "../src/pool/index.ts";

const REQUESTS = 1045;
const OFFERS = 1205;
const SUBJECTS = Array.from({ length: 14 }, (_, place) => `subject ${place}`);

/** Numbers from 0 to 1 that are the same in every run (Lehmer, 1951). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const next = numbers(2027);
const date = (): string => new Date(Date.UTC(2027, 0, 1 + Math.floor(next() * 365))).toISOString().slice(0, 10);
const subjects = (): readonly string[] => {
  const count = 1 + Math.floor(next() * 3);
  // the first subjects are asked for most
  return [...new Set(Array.from({ length: count }, () => SUBJECTS[Math.floor(next() ** 1.7 * SUBJECTS.length)] ?? ""))];
};

const events: readonly PoolEvent[] = [
  ...Array.from({ length: REQUESTS }, (_, place): PoolEvent => {
    const attributes = { year: 1 + Math.floor(next() * 13) };
    return { at: date(), side: "mentee", join: { id: `r${place}`, learns: subjects(), attributes } };
  }),
  ...Array.from({ length: OFFERS }, (_, place): PoolEvent => {
    const from = 1 + Math.floor(next() * 9);
    const attributes = { from, to: Math.min(13, from + 2 + Math.floor(next() * 8)) };
    return { at: date(), side: "mentor", join: { id: `o${place}`, teaches: subjects(), attributes } };
  }),
];

interface Stated {
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}
const figure = ({ attributes }: Stated, name: string): number => Number(attributes?.[name] ?? 0);
const common = (teaches: readonly unknown[] = [], learns: readonly unknown[] = []): number =>
  learns.filter((subject) => teaches.includes(subject)).length;

const options = {
  criteria: [criterion("subjects", ({ teaches }, { learns }) => Math.min(1, common(teaches, learns) / 3))],
  rules: [
    rule("a common subject", ({ teaches }, { learns }) => common(teaches, learns) > 0),
    rule("the school year", (mentor, mentee) => {
      const year = figure(mentee, "year");
      return year >= figure(mentor, "from") - 2 && year <= figure(mentor, "to") + 2;
    }),
  ],
};

/** Seconds of CPU, the least of some runs. */
function seconds(call: () => unknown, runs = 3): number {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

const THIRD = 333_333;
const flexible = { points: THIRD };
const policies = [
  { every: 10 },
  { every: 7 },
  { every: 7, keepFlexible: flexible },
  { every: 1 },
  { every: 1, keepFlexible: flexible },
  { every: 1, keepFlexible: flexible, patience: { score: 0.6, days: 14 } },
  { every: 0 },
];
const { rows, hindsight } = comparePolicies(events, policies, options);
for (const { name, pairs, meanScore, waits, regret } of rows) {
  const told = [
    `${pairs} of ${REQUESTS}`,
    `${((meanScore * 3) / 1e6).toFixed(3)} subjects`,
    `${waits.mentee.mean.toFixed(2)} days`,
    `longest ${waits.mentee.longest}`,
    `regret ${regret.pairs} pairs, ${((regret.score * 3) / 1e6 / pairs).toFixed(3)} subjects`,
  ];
  console.log(`${name.en}: ${told.join(", ")}`);
}
console.log(
  `hindsight: ${hindsight.pairs} pairs, ${((hindsight.score * 3) / 1e6 / hindsight.pairs).toFixed(3)} subjects`,
);
console.log(`daily replay with hindsight: ${seconds(() => simulatePool(events, { every: 1 }, options)).toFixed(2)} s`);

const at = "2027-01-01";
const step: readonly PoolEvent[] = [
  ...events.filter((event) => "side" in event && event.side === "mentee").slice(0, 200),
  ...events.filter((event) => "side" in event && event.side === "mentor").slice(0, 400),
].map((event) => ({ ...event, at }));
const state = applyEvents(emptyPool(), step);
const input: MatchInput = {
  mentees: state.mentees.map(({ entry }) => entry),
  mentors: state.mentors.map(({ entry }) => entry),
};
const ms = (call: () => unknown): string => `${(seconds(call, 9) * 1000).toFixed(0)} ms`;
console.log(`step of 200 x 400: ${ms(() => poolStep(state, at, { every: 1 }, options))}`);
console.log(`the same with waiting: ${ms(() => poolStep(state, "2027-01-05", { every: 1, waiting: 1000 }, options))}`);
console.log(`matchPairs of the same: ${ms(() => matchPairs(input, options))}`);
