/** A criterion of one's own beside a built-in one, on data that only the caller knows. */
import { criterion, matchPairs, topics, type MatchInput } from "tersine";

const input: MatchInput = {
  mentors: [
    { id: "deniz", teaches: ["AI", "TikTok"], attributes: { style: "talk" } },
    { id: "mert", teaches: ["AI", "podcasts"], attributes: { style: "build" } },
  ],
  mentees: [
    { id: "selin", learns: ["AI"], attributes: { style: "build" } },
    { id: "john", learns: ["AI"], attributes: { style: "talk" } },
  ],
};

// 1 for the same way of learning, 0 for another, no information where somebody has not said
const sameStyle = criterion(
  "same style",
  (mentor, mentee) => {
    const [own, other] = [mentor.attributes?.["style"], mentee.attributes?.["style"]];
    if (own === undefined || other === undefined) return undefined;
    return own === other ? 1 : 0;
  },
  { weight: 1, version: "1" },
);

const result = matchPairs(input, { rules: [], criteria: [topics({ weight: 3 }), sameStyle] });
for (const { mentorId, menteeId, score, contributions } of result.status === "infeasible" ? [] : result.pairs) {
  console.log(`${mentorId} - ${menteeId}: ${score}`);
  for (const { criterion: name, points } of contributions) console.log(`  ${name}: ${points}`);
}

/* Output:
deniz - john: 1000000
  topics: 750000
  same style: 250000
mert - selin: 1000000
  topics: 750000
  same style: 250000
*/
