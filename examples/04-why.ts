/** Why this pair, why not that one, why somebody is left out, what would change it, and whom to call first. */
import { createMatcher, noReportingLine, reverse, topics, type MatchInput } from "tersine";

const input: MatchInput = {
  mentors: [
    { id: "deniz", level: 2, managerId: "selin", teaches: ["AI", "TikTok"] },
    { id: "mert", level: 3, teaches: ["AI", "podcasts"] },
  ],
  mentees: [
    { id: "selin", level: 7, learns: ["AI", "TikTok"] },
    { id: "john", level: 8, learns: ["AI", "TikTok"] },
    { id: "aylin", level: 9, learns: ["podcasts", "SQL"] },
  ],
};

const matcher = createMatcher(input, { rules: [noReportingLine(), reverse()], criteria: [topics()] });
const plan = matcher.match();

for (const { mentorId, menteeId, reasons } of plan.status === "infeasible" ? [] : plan.pairs) {
  console.log(`${mentorId} - ${menteeId}: ${reasons.map(({ en }) => en).join(" ")}`);
}

for (const [mentorId, menteeId] of [
  ["deniz", "selin"],
  ["mert", "selin"],
] as const) {
  const told = matcher.explain(mentorId, menteeId);
  const why = told.status === "refused" || told.forcing.status === "impossible" ? told.reasons : told.forcing.reasons;
  console.log(`${mentorId} - ${menteeId} is ${told.status}: ${why.map(({ en }) => en).join(" ")}`);
}

for (const { id, code, reasons } of plan.unmatched) {
  console.log(`${id} (${code}): ${reasons.map(({ en }) => en).join(" ")}`);
  console.log(`${id}: ${matcher.fix({ menteeId: id }).en}`);
}

// whom to call if places come free, in this order
for (const { en } of matcher.reserveList("mentee").entries) console.log(en);

/* Output:
mert - aylin: Covers 1 of 2 topics asked for: podcasts. 50 of 100 points.
deniz - john: Covers 2 of 2 topics asked for: AI, TikTok. 100 of 100 points.
deniz - selin is refused: Cannot be paired: one is in the other's reporting line.
mert - selin is possible: A plan with this pair is just as good.
selin (noFreePlace): 3 people, this one among them, need 3 places, but have only 2 mentors as candidates, with 2 places for them.
selin: Ask whether mert (mentor) would take one more mentee: new pair mert - selin (50/100); nobody loses their place.
1. selin, with one more place at the mentor mert: 1 person more, 50 points more; paired with mert. Nobody else on this side would change partners.
*/
