/** A programme that has run: how groups fared, what the pairs told, and what can be learned from it. */
import { matchPairs } from "tersine";
import { audit, evaluate, proposeWeights, type Outcome } from "tersine/evaluate";
import { readProgramme } from "./reverse-mentoring/organisation.ts";

const input = readProgramme();
const result = matchPairs(input);
if (result.status === "infeasible") throw new Error(result.witness.en);

// labels of one attribute, given beside the input: nothing that scores or rules can see them. Here: the site, made up
const sites = Object.fromEntries(
  (input.people ?? []).map(({ id }) => [id, Number(id) % 3 === 0 ? "Ankara" : "Istanbul"]),
);
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

*/
