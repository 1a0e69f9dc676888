/*
 * Talks before pairs: what lists of talks are worth, and how long they take.
 *
 *   npm run bench:talks [-- PROGRAMMES]
 */
import { rounds, shortlist } from "tersine/talks";
import { type Arm, madeProgramme, meanOutcome, outcomeOf, talksOf } from "../examples/talks/programmes.ts";

const PEOPLE = 50;
const ARMS: readonly Arm[] = ["best of each", "short list", "random"];
const programmes = Number(process.argv[2] ?? 40);

/** Milliseconds of processor time, so that other work on the machine hardly counts. */
const milliseconds = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

console.log(
  `${programmes} programmes of ${PEOPLE} + ${PEOPLE}: placed / mean liking / most talks of a mentor / mentors without a talk`,
);
for (let talks = 1; talks <= 6; talks += 1) {
  const cells = ARMS.map((arm) => {
    const found = Array.from({ length: programmes }, (_, number) => {
      const made = madeProgramme(PEOPLE, number);
      return outcomeOf(made, talksOf(made, arm, talks));
    });
    const { placed, liking, most, idle } = meanOutcome(found);
    return `${arm}: ${placed.toFixed(3)} / ${liking.toFixed(2)} / ${most.toFixed(1)} / ${Math.round(idle * 100)} %`;
  });
  console.log(`${talks} talks  ${cells.join("   ")}`);
}

const large = madeProgramme(500, 1);
const list = shortlist(large.input, large.options);
if (list.status === "infeasible") throw new Error("expected a list of talks");
const times = Array.from({ length: 5 }, () => milliseconds(() => shortlist(large.input, large.options)));
console.log(
  `500 x 500, 3 talks: ${list.status}, ${list.pairs.length} talks, ${Math.round(median(times))} ms of processor time in the median of 5`,
);
const short = Array.from({ length: 3 }, () =>
  milliseconds(() => shortlist(large.input, { ...large.options, talks: { mentees: 4, mentors: [2, 3] } })),
);
console.log(
  `500 x 500, 4 talks asked for and 3 to give: ${Math.round(median(short))} ms of processor time in the median of 3`,
);
const inRounds = Array.from({ length: 9 }, () => milliseconds(() => rounds(list.pairs)));
const plan = rounds(list.pairs);
console.log(
  `${list.pairs.length} talks into ${plan.rounds.length} rounds (${plan.status}): ${median(inRounds).toFixed(1)} ms of processor time in the median of 9`,
);
const slots = Array.from({ length: 8 }, (_, at) => `slot ${at + 1}`);
const free = (id: string, slot: string): boolean => (Number(id.slice(1)) * 7 + slots.indexOf(slot) * 3) % 10 > 2;
const blocked = rounds(list.pairs, { slots, free });
console.log(
  `${list.pairs.length} talks into ${slots.length} slots, three in ten blocked: ${blocked.status}, ${blocked.left.length} left, at least ${blocked.leftBound}: ` +
    `${Math.round(milliseconds(() => rounds(list.pairs, { slots, free })))} ms`,
);
