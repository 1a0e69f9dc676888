/** Talks before pairs are fixed: a short list, rounds, and a decision; and what such a list is worth. */
import { decide, rounds, shortlist, type TalkFeedback } from "tersine/talks";
import { type Arm, madeProgramme, meanOutcome, outcomeOf, talksOf } from "./talks/programmes.ts";

// six seniors and six juniors, three talks each
const { input, options } = madeProgramme(6, 3);
const list = shortlist(input, { ...options, talks: { mentees: 3, mentors: [2, 4] } });
if (list.status === "infeasible") throw new Error(list.witness.en);
const { pairs, people } = list;
for (const { id, side, partners } of list.people)
  if (side === "mentee") console.log(`${id} talks with ${partners.join(", ")}`);
rounds(pairs).rounds.forEach((round, at) => {
  console.log(`Round ${at + 1}: ${round.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`).join(", ")}`);
});

// what is asked for and cannot be had is named
const short = shortlist(input, { ...options, talks: { mentees: 3, mentors: [1, 2] } });
if (short.status !== "infeasible") for (const { id, en } of short.fewer.slice(0, 2)) console.log(`${id}: ${en}`);

/** A plan as one line, after what was said. */
function planAfter(said: readonly TalkFeedback[]): ReturnType<typeof decide> {
  const plan = decide(input, { pairs }, said, options);
  if (plan.status === "infeasible") throw new Error(plan.witness.en);
  console.log(`Pairs: ${plan.pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`).join(", ")}`);
  return plan;
}

// nobody says anything; then s0 likes the third of the list most, and the mentor of s2 does not want to go on
const before = planAfter([]);
const third = people[0]?.partners[2] ?? "";
const declined = before.status === "infeasible" ? undefined : before.pairs.find(({ menteeId }) => menteeId === "s2");
planAfter([
  { menteeId: "s0", mentorId: third, by: "mentee", rating: 5 },
  { menteeId: "s2", mentorId: declined?.mentorId ?? "", by: "mentor", veto: true },
]);

// 50 and 50 people, some mentors liked by nearly everybody; one talk in seven ends in a no. `npm run bench:talks` has more
const ARMS: readonly Arm[] = ["best of each", "short list"];
const programmes = [madeProgramme(50, 2)];
for (const talks of [1, 2, 3, 4]) {
  for (const arm of ARMS) {
    const found = programmes.map((made) => outcomeOf(made, talksOf(made, arm, talks)));
    const { placed, liking, most, idle } = meanOutcome(found);
    const share = (value: number): string => `${Math.round(value * 100)} %`;
    console.log(
      `${talks} ${talks === 1 ? "talk" : "talks"}, ${arm}: ${share(placed)} placed, mean liking ${liking.toFixed(2)}, ` +
        `most talks of a mentor ${most}, ${share(idle)} of the mentors without any`,
    );
  }
}

/* Output:
s0 talks with j0, j2, j1
s1 talks with j2, j4, j1
s2 talks with j3, j4, j2
s3 talks with j5, j4, j1
s4 talks with j5, j1, j3
s5 talks with j5, j4, j0
Round 1: s0 j0, s1 j1, s2 j2, s3 j5, s4 j3, s5 j4
Round 2: s0 j1, s1 j2, s2 j3, s3 j4, s5 j0
Round 3: s0 j2, s1 j4, s3 j1, s4 j5
Round 4: s2 j4, s4 j1, s5 j5
s0: Has 2 talks instead of 3: the other 4 mentors whom the rules allow have no more talks to give.
s1: Has 2 talks instead of 3: the other 4 mentors whom the rules allow have no more talks to give.
Pairs: s0 j0, s1 j2, s2 j3, s3 j5, s4 j1, s5 j4
Pairs: s0 j1, s1 j2, s2 j4, s3 j5, s4 j3, s5 j0
1 talk, best of each: 54 % placed, mean liking 0.44, most talks of a mentor 4, 42 % of the mentors without any
1 talk, short list: 82 % placed, mean liking 0.61, most talks of a mentor 1, 0 % of the mentors without any
2 talks, best of each: 70 % placed, mean liking 0.56, most talks of a mentor 7, 28 % of the mentors without any
2 talks, short list: 92 % placed, mean liking 0.69, most talks of a mentor 2, 0 % of the mentors without any
3 talks, best of each: 84 % placed, mean liking 0.67, most talks of a mentor 9, 10 % of the mentors without any
3 talks, short list: 100 % placed, mean liking 0.75, most talks of a mentor 3, 0 % of the mentors without any
4 talks, best of each: 86 % placed, mean liking 0.70, most talks of a mentor 11, 6 % of the mentors without any
4 talks, short list: 100 % placed, mean liking 0.80, most talks of a mentor 4, 0 % of the mentors without any
*/
