/*
 * A programme over a year, on the demo organisation: it begins in January, people come and go, somebody says no, a pair
 * ends. At the year's end: what matching more or less often would have brought.
 *
 *   npx tsx examples/10-year.ts
 */
import { noReportingLine, reverse, scaleText, sharedTopic } from "tersine";
import {
  appendToLog,
  applyEvents,
  comparePolicies,
  emptyPool,
  forget,
  poolStep,
  readLog,
  type PoolEvent,
  type PoolPolicy,
} from "tersine/pool";
import { readProgramme } from "./reverse-mentoring/organisation.ts";

const { people = [], period, mentors, mentees } = readProgramme();
const programme = { people, ...(period === undefined ? {} : { period }) };
const options = { rules: [noReportingLine(), reverse(), sharedTopic()] };
const policy: PoolPolicy = { every: 28, waiting: 2_000, patience: { score: 0.7, days: 56 } };

// half of each side is there at the start; the others register in the order of the file, one every five days
const day = (count: number): string => new Date(Date.UTC(2027, 0, 4 + count)).toISOString().slice(0, 10);
const joinDay = (place: number, all: number): number => (place < all / 2 ? 0 : Math.ceil((place - all / 2 + 1) * 5));
const joins: readonly PoolEvent[] = [
  ...mentors.map((join, place): PoolEvent => ({
    at: day(joinDay(place, mentors.length)),
    side: "mentor",
    join: { ...join, minimumLoad: 0 },
  })),
  ...mentees.map((join, place): PoolEvent => ({
    at: day(joinDay(place, mentees.length)),
    side: "mentee",
    join: { ...join, minimumLoad: 0 },
  })),
];

let state = emptyPool(programme);
let log = "";

/** What has happened since the last step, then a step. */
function month(now: string, happened: readonly PoolEvent[]): ReturnType<typeof poolStep> {
  const news = [...joins.filter(({ at }) => at <= now && (state.now === null || at > state.now)), ...happened];
  const inTime = news.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const step = poolStep(applyEvents(state, inTime), now, policy, options);
  log = appendToLog(log, [...inTime, ...step.events]);
  ({ state } = step);
  const held = step.waiting.filter(({ heldUntil }) => heldUntil !== undefined).length;
  console.log(
    `${now}: events: ${inTime.length}, new pairs: ${step.pairs.length}, waiting: ${step.waiting.length}, held back: ${held}`,
  );
  return step;
}

const launch = month(day(0), []);
const [first, second, third] = launch.pairs;
if (first === undefined || second === undefined || third === undefined) throw new Error("expected pairs");
console.log(`  first pair: ${scaleText(first.score).en}`);
const promised = launch.waiting.find(({ heldUntil }) => heldUntil !== undefined);
console.log(`  to one who waits: ${promised?.reasons[0]?.en ?? "nobody is held back"}`);

// the first pair meets, the second is declined, a mentor leaves the company
month(day(28), [
  { at: day(7), accepted: { mentorId: first.mentorId, menteeId: first.menteeId } },
  {
    at: day(9),
    declined: { mentorId: second.mentorId, menteeId: second.menteeId },
    by: "mentee",
    reason: "timesDoNotFit",
  },
  { at: day(20), leave: third.mentorId, side: "mentor", reason: "leftOrganisation" },
]);
const isBack = state.pairs.some(({ status, mentorId }) => status === "proposed" && mentorId === second.mentorId);
console.log(`  the mentor who was declined has ${isBack ? "another partner" : "no partner yet"}`);

// half a year later the first pair is done: both have a place again
for (const months of [2, 3, 4, 5]) month(day(months * 28), []);
month(day(168), [
  { at: day(160), ended: { mentorId: first.mentorId, menteeId: first.menteeId }, reason: "goalReached" },
]);
for (const months of [7, 12]) month(day(months * 28), []);

const counts = new Map<string, number>();
for (const { status } of state.pairs) counts.set(status, (counts.get(status) ?? 0) + 1);
console.log("Pairs at the end:", [...counts].map(([status, count]) => `${count} ${status}`).join(", "));
console.log(`Log: ${readLog(log).events.length} lines, the chain holds`);

// the mentor who left asks to be forgotten
const forgotten = forget({ state, log }, third.mentorId, day(340));
console.log(forgotten.en);

console.log("The same arrivals, with other policies:");
const { rows, hindsight } = comparePolicies(
  joins,
  [{ every: 7 }, { every: 28 }, { every: 28, patience: { score: 0.7, days: 56 } }],
  { ...options, programme },
);
for (const { en } of rows) console.log(`  ${en}`);
console.log(`  Nobody could have made more than ${hindsight.pairs} pairs.`);

/* Output:
2027-01-04: events: 50, new pairs: 9, waiting: 34, held back: 33
  first pair: 73 points
  to one who waits: Kept waiting for a better fit, until 2027-03-01 at most; waiting for 0 days now, and the limit is 56 days.
2027-02-01: events: 13, new pairs: 17, waiting: 13, held back: 0
  the mentor who was declined has another partner
2027-03-01: events: 12, new pairs: 6, waiting: 14, held back: 0
2027-03-29: events: 10, new pairs: 5, waiting: 15, held back: 0
2027-04-26: events: 10, new pairs: 4, waiting: 18, held back: 0
2027-05-24: events: 6, new pairs: 0, waiting: 24, held back: 0
2027-06-21: events: 3, new pairs: 1, waiting: 26, held back: 0
2027-07-19: events: 0, new pairs: 0, waiting: 26, held back: 0
2027-12-06: events: 0, new pairs: 0, waiting: 26, held back: 0
Pairs at the end: 39 proposed, 2 ended, 1 declined
Log: 113 lines, the chain holds
The person was taken out of 3 of 113 lines of the log. What these lines said at first can no longer be checked; that no line was added, left out or moved still can.
The same arrivals, with other policies:
  Every 7 days: 39 pairs, 67.1 of 100 points on average; half of the mentees placed waited 0 days or less, nine in ten 5 days or less, the longest 6 days (mentors: 0 days, 56 days, 84 days).
  Every 28 days: 39 pairs, 67.2 of 100 points on average; half of the mentees placed waited 1 day or less, nine in ten 23 days or less, the longest 27 days (mentors: 0 days, 72 days, 84 days).
  Every 28 days; pairs below 70 points held back, at most 56 days: 39 pairs, 68.3 of 100 points on average; half of the mentees placed waited 16 days or less, nine in ten 28 days or less, the longest 28 days (mentors: 28 days, 82 days, 84 days).
  Nobody could have made more than 39 pairs.
*/
