/** Questions beside the plan: what comes next, what is certain, what one more place is worth, how far weights matter. */
import { createMatcher, goals, topics, type MatchInput } from "tersine";

const input: MatchInput = {
  mentors: [
    { id: "aylin", teaches: ["short video", "podcasts"], goals: ["reach"], capacity: 1 },
    { id: "bora", teaches: ["short video", "chat tools"], goals: ["culture"] },
    { id: "cem", teaches: ["chat tools"], goals: ["reach", "culture"] },
  ],
  mentees: [
    { id: "leyla", learns: ["short video"], goals: ["reach"] },
    { id: "mert", learns: ["short video", "podcasts"], goals: ["reach"] },
    { id: "nil", learns: ["chat tools"], goals: ["culture"] },
    { id: "ozan", learns: ["chat tools", "podcasts"], goals: ["culture"] },
  ],
};
const matcher = createMatcher(input, { rules: [], criteria: [topics({ weight: 3 }), goals({ weight: 1 })] });

console.log("The three best plans");
for (const { pairs, totals, en } of matcher.plans(3)) {
  const text = pairs.map(({ mentorId, menteeId }) => `${mentorId}-${menteeId}`).join(" ");
  console.log(`  ${text}: ${totals.score / 10_000} points. ${en}`);
}

const certain = matcher.certainPairs();
console.log(`In every optimal plan: ${certain.pairs.map(({ menteeId }) => menteeId).join(", ")}. ${certain.en}`);

console.log("One more place");
for (const { id, en } of matcher.placeValues("mentor")) console.log(`  ${id}: ${en}`);

console.log("One more place at a mentor of a topic");
for (const { topic, place, en } of matcher.topicValues()) console.log(`  ${topic}, ${place?.id ?? "nobody"}: ${en}`);

console.log("One more mentor offering a topic");
for (const { topic, offer, en } of matcher.offerValues()) console.log(`  ${topic}, ${offer?.id ?? "nobody"}: ${en}`);

console.log("Weights");
for (const { en, tr } of matcher.weightRanges()) console.log(`  ${en}\n  ${tr}`);

/* Output:
The three best plans
  bora-leyla aylin-mert cem-nil: 262.5 points. The plan itself.
  aylin-leyla bora-nil cem-ozan: 250 points. Compared with the plan: 13 points fewer.
  aylin-leyla cem-nil bora-ozan: 250 points. Compared with the plan: 13 points fewer.
In every optimal plan: leyla, mert, nil. No other plan is as good.
One more place
  aylin: With one more place: 1 person more, 88 points more.
  bora: With one more place: 1 person more, 63 points more.
  cem: With one more place: 1 person more, 50 points more.
One more place at a mentor of a topic
  podcasts, aylin: With one more place: 1 person more, 88 points more.
  short video, aylin: With one more place: 1 person more, 88 points more.
  chat tools, bora: With one more place: 1 person more, 63 points more.
One more mentor offering a topic
  podcasts, bora: If bora offered it too: 25 points more.
  short video, cem: If cem offered it too: 25 points more.
  chat tools, nobody: One more mentor who offers it would change nothing.
Weights
  The weight of "topics" is 3; no other plan is better from 2.001 up.
  "konular" ölçütünün ağırlığı 3; ağırlık en az 2,001 olduğunda daha iyi bir plan yok.
  The weight of "goals" is 1; no other plan is better up to 1.5.
  "hedefler" ölçütünün ağırlığı 1; ağırlık en çok 1,5 olduğunda daha iyi bir plan yok.
*/
