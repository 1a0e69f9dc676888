/** A programme that has run: how groups fared, what the pairs told, and what can be learned from it. */
import { matchPairs } from "tersine";
import { audit, coverageOfChoice, evaluate, proposeWeights, type Outcome } from "tersine/evaluate";
import { readProgramme } from "./reverse-mentoring/organisation.ts";

const input = readProgramme();
const result = matchPairs(input);
if (result.status === "infeasible") throw new Error(result.witness.en);

// labels of one attribute, given beside the input: nothing that scores or rules can see them. Here: the site, made up
const sites = Object.fromEntries(
  (input.people ?? []).map(({ id }) => [id, Number(id) % 3 === 0 ? "Ankara" : "Istanbul"]),
);
// before the match: what choice the rules leave each group
console.log("Choice");
for (const { rows } of coverageOfChoice({ input }, sites).sides) for (const { en } of rows) console.log(`  ${en}`);

const found = audit(result, sites, { programme: { input } });
console.log(`Audit: ${found.en}`);
for (const { side, stages, groups } of found.sides) {
  console.log(` ${side}s`);
  for (const { rows } of stages) for (const { en } of rows) console.log(`  ${en}`);
  for (const { placeable } of groups) if (placeable !== null) console.log(`  ${placeable.en}`);
}
for (const { en } of found.attribution) console.log(`  ${en}`);

// feedback, made up: most answer, every sixth pair never met
const outcomes = result.pairs.flatMap(({ mentorId, menteeId }, at): readonly Outcome[] => {
  if (at % 4 === 3) return [];
  if (at % 6 === 5) return [{ mentorId, menteeId, by: "mentee", metTimes: 0, weeks: 5, endedBecause: "noTime" }];
  const told = { mentorId, menteeId, metTimes: 2 + (at % 4), weeks: 12, continued: true };
  return [
    { ...told, by: "mentee", rating: 3 + (at % 3) },
    { ...told, by: "mentor", rating: 2 + (at % 4) },
  ];
});
console.log("Feedback");
for (const { en } of evaluate(result.pairs, outcomes).sentences) console.log(`  ${en}`);

const proposal = proposeWeights([{ input, result, outcomes }]);
console.log(`Weights: ${proposal.status}. ${proposal.en}`);

/* Output:
Choice
  27 mentors of Ankara: half of them have 8 candidates or more, nobody is without one.
  33 mentors of Istanbul: half of them have 10 candidates or more, nobody is without one.
  Ankara: hidden, because the figure would tell about few people.
  Istanbul: hidden, because the figure would tell about few people.
Audit: There are too few people to tell.
 mentors
  27 of 27 mentors of Ankara have at least one candidate (100%). No difference is shown, which does not mean that there is none. A gap below 20 percentage points would be missed more than one time in five.
  33 of 33 mentors of Istanbul have at least one candidate (100%). No difference is shown, which does not mean that there is none. A gap below 23 percentage points would be missed more than one time in five.
  16 of 27 mentors of Ankara have a partner (59%). There are too few people to tell. A gap below 38 percentage points would be missed more than one time in five.
  23 of 33 mentors of Istanbul have a partner (70%). There are too few people to tell. A gap below 37 percentage points would be missed more than one time in five.
  Plans as good as this one place 16 to 17 mentors of Ankara; this one places 16. If one more than 17 were placed, the total score would be 3 points lower.
  Plans as good as this one place 22 to 23 mentors of Istanbul; this one places 23. If one more than 23 were placed, the total score would be 1 point lower.
 mentees
  Ankara: hidden, because the figure would tell about few people.
  Istanbul: hidden, because the figure would tell about few people.
  Ankara: hidden, because the figure would tell about few people.
  Istanbul: hidden, because the figure would tell about few people.
  Without the rule "reporting line", 9 of 33 mentors of Istanbul would be left out instead of 10 of 33.
  Without the rule "different generations", 8 of 27 mentors of Ankara would be left out instead of 11 of 27.
  Without the rule "different generations", 13 of 33 mentors of Istanbul would be left out instead of 10 of 33.
  Without the criterion "goals", 9 of 27 mentors of Ankara would be left out instead of 11 of 27.
  Without the criterion "goals", 12 of 33 mentors of Istanbul would be left out instead of 10 of 33.
  Without the criterion "common time", 10 of 27 mentors of Ankara would be left out instead of 11 of 27.
  Without the criterion "common time", 11 of 33 mentors of Istanbul would be left out instead of 10 of 33.
Feedback
  30 of 39 pairs answered (77%).
  27 of 39 met at least once, as far as they say.
  The mean rating of 27 pairs is 3.4 of 5; if everybody had answered, it would lie between 2.7 and 3.9.
  The two sides agree by -0.12 (1: always, 0: no more than chance).
  Among the pairs that were made, the score and the rating go together by -0.40 (-1 to 1). Pairs that were not made have no rating, so the score may tell more than this shows.
  After week 5, 90% still meet.
Weights: tooFew. 27 pairs were rated; nothing is concluded from fewer than 100. The weights stay.
*/
