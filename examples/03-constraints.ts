/** What the result must keep, whatever it costs the score: capacity, ban, pin, minimum score, quota. */
import { ban, matchPairs, minimumScore, quota, reverse, topics, type MatchInput } from "tersine";

const input: MatchInput = {
  mentors: [
    { id: "deniz", level: 2, teaches: ["AI", "TikTok"], capacity: 2 },
    { id: "mert", level: 3, teaches: ["AI", "podcasts"] },
    { id: "ece", level: 1, teaches: ["SQL"] },
  ],
  mentees: [
    { id: "selin", level: 7, department: "Finance", learns: ["AI", "TikTok"] },
    { id: "john", level: 8, department: "Sales", learns: ["AI", "podcasts"] },
    { id: "aylin", level: 9, department: "Finance", learns: ["SQL", "AI"] },
    { id: "kemal", level: 9, department: "Legal", learns: ["TikTok"] },
  ],
};

const result = matchPairs(input, {
  criteria: [topics()],
  rules: [reverse(), ban([{ mentorId: "mert", menteeId: "john" }]), minimumScore(0.4)],
  pins: [{ mentorId: "deniz", menteeId: "john" }],
  quotas: [quota("Finance learns", { mentee: { department: "Finance" } }, { min: 2 })],
});

if (result.status === "infeasible") {
  console.log(result.conflicts.map(({ en }) => en).join("\n"));
} else {
  for (const { mentorId, menteeId, score, pinned } of result.pairs) {
    console.log(`${mentorId} - ${menteeId}: ${score}${pinned === true ? ", pinned" : ""}`);
  }
  for (const { name, pairs, minimum } of result.quotas ?? []) console.log(`${name}: ${pairs} of at least ${minimum}`);
  for (const { side, id, code } of result.unmatched) console.log(`${side} ${id} is left out: ${code}`);
}

/* Output:
ece - aylin: 500000
deniz - john: 500000, pinned
deniz - kemal: 1000000
mert - selin: 500000
Finance learns: 2 of at least 2
*/
